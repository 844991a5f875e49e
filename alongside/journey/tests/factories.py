"""What the tests of this room set up, through the verbs."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Medium
from alongside.decisions.models import Decision
from alongside.journey import services
from alongside.journey.models import Aim, Entry
from alongside.journey.services import About, Shared
from tests import make
from tests.cast import Cast

BUMP = "The papers came the night before and nobody could read them."


def learned(cast: Cast, who: str = "cora", about: Decision | None = None, **values: Any) -> Entry:
    """One entry; `words`, `audience`, `readers`, `named`, `unit`, `stage`, `on` by name."""
    shared = Shared(values.get("audience", "members"), values.get("named", False), values.get("readers", ()))
    return services.write_entry(
        words=values.get("words", {"bump": BUMP}),
        about=About(decision=about, unit=values.get("unit"), stage=values.get("stage", "")),
        shared=shared,
        on=values.get("on", make.days(-3)),
        by=cast.actor(who),
    )


def taken_down(cast: Cast, who: str = "noor", **values: Any) -> Entry:
    """What somebody told the coordinator on the phone."""
    by = values.pop("by", None) or cast.actor("coordinator").for_person(cast.people[who].pk, Medium.PHONE)
    return services.write_entry(
        words=values.get("words", {"bump": BUMP}),
        about=About(unit=values.get("unit")),
        shared=Shared(values.get("audience", "members"), values.get("named", False)),
        on=make.days(-3),
        by=by,
    )


def aim(cast: Cast, who: str = "coordinator", **values: Any) -> Aim:
    return services.write_aim(
        **{
            "what": "People who take part write the first item of every agenda.",
            "sign": "The first item of three agendas in a row came from them.",
            **values,
        },
        by=cast.actor(who),
    )


def of_both(cast: Cast, **values: Any) -> Aim:
    made = aim(cast, **values)
    services.agree(aim=made, agrees=True, by=cast.actor("cora"))
    return made
