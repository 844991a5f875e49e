"""Where numbers lead that the evidence has and the figures have not."""

from __future__ import annotations

from collections.abc import Callable

from alongside.accounts.permissions import Permission as P
from alongside.candour.models.co_audits import FOUND

from .leads import Asked, Lead
from .values import Row

ADVERTS = ("scope", "hear_back", "support", "pay_said", "roles")


def _advert(what: str) -> Callable[[Row, Asked], str]:
    return lambda row, asked: asked.to("involvement/opportunities/", opened=asked.days, advert=f"{what}.{row.key}")


def _told(row: Row, asked: Asked) -> str:
    """The others are called as the state by which the list asks for them."""
    state = "answered" if row.key == "untold" else row.key
    return asked.said(state=state, told="not" if row.key == "untold" else "", received=asked.days)


def _ways_in(row: Row, asked: Asked) -> str:
    if row.key == "letterboxes":  # those that are open today, whatever the days are
        return asked.to("letterboxes/", state="open")
    return asked.to("voices/together/", days=asked.days)


def _limits(_row: Row, asked: Asked) -> str:
    return asked.to("candour/limits/", "#asked", on=asked.end)


def _learned(row: Row, asked: Asked) -> str:
    """Who sees the decisions of some units alone may not see what each of them is about."""
    if asked.actor.units_for(P.SEE_DECISIONS) is not None:
        return ""
    bumps = "only" if row.key == "bumps" else ""
    return asked.to("journey/entries/", days=asked.days, shared="yes", bumps=bumps)


def _papers(row: Row, asked: Asked) -> str:
    return asked.to("involvement/papers/", how=row.key, days=asked.days_until)


def _write_ups(row: Row, asked: Asked) -> str:
    return asked.to("write-ups/", days=asked.days)


def _stories(row: Row, asked: Asked) -> str:
    return asked.to("journey/stories/", **{"days" if row.key == "opened" else "over": asked.days})


def _claims(row: Row, asked: Asked) -> str:
    return asked.to("candour/claims/", shown=asked.days, denied="yes" if row.key == "disputed" else "")


def _co_audits(row: Row, asked: Asked) -> str:
    return asked.to("co-audits/", prefix="a-", state=FOUND, days=asked.days)


def _closed(row: Row, asked: Asked) -> str:
    how = {"only": "closed"} if row.key == "closed" else {"not": "signed"}
    return asked.to("periods/", ended=asked.days, **how)


def _levels(row: Row, asked: Asked) -> str:
    return asked.to("decisions/", standing="with", level=row.key, period=asked.sheet.period)


def _owned(row: Row, asked: Asked) -> str:
    owner = {"owned": "named", "unowned": "nobody"}[row.key]
    return asked.to("decisions/", standing="ahead", owner=owner, period=asked.sheet.period)


EVIDENCE: dict[str, Lead] = {
    **{what: Lead(_advert(what), P.SEE_DECISIONS) for what in ADVERTS},
    "told": Lead(_told, P.SEE_VOICES),
    "ways_in": Lead(_ways_in, P.SEE_VOICES),
    "limits_with_people": Lead(_limits, P.SEE_SIGNS),
    "learned": Lead(_learned, P.SEE_DECISIONS),
    "papers": Lead(_papers, P.SEE_DECISIONS),
    "write_ups": Lead(_write_ups, P.SEE_DECISIONS),
    "stories": Lead(_stories, P.SEE_FIGURES),
    "claims": Lead(_claims, P.SEE_SIGNS),
    "co_audits": Lead(_co_audits, P.SEE_FIGURES),
    "periods_closed": Lead(_closed, P.SEE_FIGURES),
    "levels": Lead(_levels, P.SEE_DECISIONS),
    "owned": Lead(_owned, P.SEE_DECISIONS),
}
