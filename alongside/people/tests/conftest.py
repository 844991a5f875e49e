from __future__ import annotations

import pytest

from alongside.audit.models import Event
from alongside.core.actor import Actor, Medium


@pytest.fixture
def alma(cast) -> Actor:
    """The coordinator."""
    return cast.actor("coordinator")


@pytest.fixture
def cora(cast):
    return cast.people["cora"]


@pytest.fixture
def noor(cast):
    """Without an account, an address or a permission."""
    return cast.people["noor"]


@pytest.fixture
def herself(cast) -> Actor:
    return cast.actor("cora")


@pytest.fixture
def for_noor(alma, noor) -> Actor:
    return alma.for_person(noor.pk, Medium.PHONE)


@pytest.fixture
def events():
    """The events since the test began, newest last, as (name, target)."""
    return lambda: list(Event.objects.order_by("id").values_list("name", "target"))
