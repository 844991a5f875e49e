"""Closes for tests: somebody whom contributors chose, and the last month on its way to being closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from alongside.core import periods
from alongside.core.periods import Period
from alongside.organisation.models import Organisation
from alongside.reports import services
from alongside.reports.models import PeriodClose, PeriodSigner
from tests import make
from tests.cast import Cast

LONG_AGO = datetime(2024, 1, 1, tzinfo=ZoneInfo("Europe/London"))
YEAR_STARTS = 4


def last_month(before: int = 0) -> Period:
    found = periods.of_day(periods.MONTH, make.days(0), YEAR_STARTS).before
    for _each in range(before):
        found = found.before
    return found


def here_since_long(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.org.pk).update(made_at=LONG_AGO)


def chosen(cast: Cast, who: str = "cora", **values: Any) -> PeriodSigner:
    asked = [services.Answer(cast.people[name], True, "She reads well.") for name in ("dev", "noor", "eoin")]
    return services.appoint_signer(
        **{
            "person": cast.people[who],
            "shown_as": cast.people[who].called,
            "how_chosen": "Hands up after lunch.",
            "asked": [each for each in asked if each.person != cast.people[who]],
            "from_day": make.days(0),
            "until_day": make.days(0) + timedelta(days=700),
            "by": cast.actor("coordinator"),
            **values,
        }
    )


def begun(cast: Cast, period: Period | None = None) -> PeriodClose:
    here_since_long(cast)
    return services.begin_close(period=period or last_month(), by=cast.actor("coordinator"))


def checked(cast: Cast, period: Period | None = None) -> PeriodClose:
    close = begun(cast, period)
    services.check(close=close, by=cast.actor("coordinator"))
    close.refresh_from_db()
    return close


def sign_both(cast: Cast, close: PeriodClose, who: str = "cora") -> PeriodClose:
    services.sign(close=close, words="We saw the slow weeks.", by=cast.actor("coordinator"))
    close = services.sign(close=close, name="Cora", words="It is as we know it.", by=cast.actor(who))
    return PeriodClose.objects.get(pk=close.pk)


def frozen(cast: Cast, period: Period | None = None, who: str = "cora") -> PeriodClose:
    if not PeriodSigner.objects.exists():
        chosen(cast, who)
    return sign_both(cast, checked(cast, period), who)


def anew(cast: Cast, close: PeriodClose) -> PeriodClose:
    """Opened again by both sides, counted and closed as another version."""
    asked = services.ask_to_reopen(close=close, reason="One is missing.", by=cast.actor("coordinator"))
    new = services.agree_to_reopen(asked=asked, by=cast.actor("cora"))
    services.check(close=new, by=cast.actor("coordinator"))
    return sign_both(cast, new)
