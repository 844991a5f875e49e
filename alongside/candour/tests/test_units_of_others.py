"""A part of another organisation is not there, also for whoever may do something in all parts of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from alongside.candour import services
from alongside.candour.queries import Records
from alongside.candour.services import bids, instruments
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from tests.cast import Cast

from .bidding import terms
from .claiming import met, wording
from .test_instruments import total

pytestmark = pytest.mark.django_db


def claim(cast: Cast, unit: Unit) -> Any:
    records = Records(decisions=(met(cast, "cora", "dev").opportunity.decision,))
    words = wording(records)
    by = cast.actor("coordinator")
    return services.make_claim(unit=unit, outlet="website", audience="Visitors", wording=words, by=by)


def bid(cast: Cast, unit: Unit) -> Any:
    return bids.make_bid(unit=unit, terms=terms(), by=cast.actor("coordinator"))


def counted(cast: Cast, unit: Unit) -> Any:
    return instruments.write_total(total=total(), unit=unit, by=cast.actor("coordinator"))


@pytest.mark.parametrize("verb", [claim, bid, counted])
def test_it_is_not_there(cast: Cast, verb: Callable[[Cast, Unit], Any]) -> None:
    assert verb(cast, cast.units["team"]).unit == cast.units["team"]
    theirs = organisations.top_unit(cast.other.pk)
    with pytest.raises(NotYours):
        verb(cast, theirs)
