"""What is written to those who close a period. Each has a key, so that it is written once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from alongside.organisation import queries as organisations
from alongside.post import services as post

from ..models import PeriodClose, PeriodReopening, SignSide
from ..models.closes import AGREED
from ..queries.signers import who_sign

KIND = "period_close"
OTHER: dict[str, str] = {
    SignSide.CONTRIBUTORS: SignSide.COORDINATOR,
    SignSide.COORDINATOR: SignSide.CONTRIBUTORS,
}


def page_of(close: PeriodClose) -> str:
    return f"/{close.organisation.slug}/periods/{close.period}/"


def to_signers_that_it_waits(close: PeriodClose, people: Iterable[int]) -> None:
    key = f"close to sign:{close.code}:{close.sheets.count()}"
    for person in people:
        _to_person(
            *(close, person, key),
            _("%(period)s is ready for you to read") % {"period": close.name},
            _(
                "You were chosen to sign for contributors. The figures of %(period)s were checked. Read them. If they "
                "are right you can sign, with words or without. If something is not right, say so there: then it does "
                "not close. There is no day by which you must. If you do nothing, it stays open."
            )
            % {"period": close.name},
        )


def to_coordinators_that_it_was_declined(close: PeriodClose) -> None:
    subject = _("%(period)s was not signed") % {"period": close.name}
    body = _("Contributors do not sign it as it is. They wrote why. Put it right, and count it again.")
    _to_coordinators(close, f"close declined:{close.code}:{close.sheets.count()}", subject, body)


def to_both_that_it_is_closed(close: PeriodClose) -> None:
    subject = _("%(period)s is closed") % {"period": close.name}
    body = _("Both sides have signed. The figures stay as they are now; what comes late is counted in the next one.")
    _to_coordinators(close, f"closed:{close.code}", subject, body)
    for person in who_sign(close.organisation_id, _today(close)):
        _to_person(close, person, f"closed:{close.code}", subject, body)


def that_somebody_asks_to_reopen(asked: PeriodReopening) -> None:
    close = asked.close
    subject = _("Shall %(period)s be opened again?") % {"period": close.name}
    body = _("The other side asks to open it again, and says why. It is opened only when you say yes as well.")
    key = f"reopen:{asked.code}"
    _to_side(OTHER[asked.side], close, key, subject, body)


def to_those_who_asked(asked: PeriodReopening) -> None:
    """What the other side said. Why it said no stands on the page alone, so that it can go from there."""
    close, yes = asked.close, asked.state == AGREED
    subject = _("%(period)s is opened again") if yes else _("%(period)s stays closed")
    body = (
        _("The other side said yes. The coordinator counts it again, and both sides sign anew.")
        if yes
        else _("The other side does not want to open it again. If they wrote why, it stands on the page.")
    )
    _to_side(asked.side, close, f"reopen answered:{asked.code}", subject % {"period": close.name}, body)


def to_coordinators_that_contributors_signed(close: PeriodClose) -> None:
    subject = _("Contributors have signed %(period)s") % {"period": close.name}
    body = _("Now it waits for you: it closes when you sign as well. If something is not right, count it again.")
    _to_coordinators(close, f"close half signed:{close.code}:{close.sheets.count()}", subject, body)


def _to_side(side: str, close: PeriodClose, key: str, subject: str, body: str) -> None:
    if side == SignSide.COORDINATOR:
        _to_coordinators(close, key, subject, body)
    else:
        for person in who_sign(close.organisation_id, _today(close)):
            _to_person(close, person, key, subject, body)


# The daily tasks: once a week each, as long as it waits.


def remind_coordinators(close: PeriodClose, today: date) -> int:
    subject = _("%(period)s is over and not closed") % {"period": close.name}
    body = _("Look through its figures, say that you have checked them, and sign. Contributors sign as well.")
    return _to_coordinators(close, f"close waits:{close.code}:{_week(today)}", subject, body)


def remind_that_nobody_was_chosen(close: PeriodClose, today: date) -> int:
    subject = _("Nobody was chosen to sign %(period)s for contributors") % {"period": close.name}
    body = _("It closes only when somebody whom contributors chose has signed. Ask them whom they choose.")
    return _to_coordinators(close, f"close no signer:{close.organisation_id}:{_week(today)}", subject, body)


def remind_signer(close: PeriodClose, person: int, today: date) -> int:
    subject = _("%(period)s waits for you") % {"period": close.name}
    body = _("Read the figures. You can sign, or say what is not right. There is no day by which you must.")
    return _to_person(close, person, f"close waits:{close.code}:{_week(today)}", subject, body)


def _week(today: date) -> str:
    year, week, _day = today.isocalendar()
    return f"{year}-W{week:02}"


def _today(close: PeriodClose) -> date:
    return organisations.clock_of(close.organisation).today()


def _to_coordinators(close: PeriodClose, key: str, subject: str, body: str) -> int:
    made = [
        post.queue(
            KIND,
            organisation=close.organisation_id,
            to_user=user.pk,
            subject=subject,
            body=body,
            link=page_of(close),
            key=f"{key}:u{user.pk}",
        )
        for user in organisations.users_with(close.organisation_id, "coordinator")
    ]
    return sum(each is not None for each in made)


def _to_person(close: PeriodClose, person: int, key: str, subject: str, body: str) -> int:
    made = post.queue(
        KIND,
        organisation=close.organisation_id,
        to_person=person,
        subject=subject,
        body=body,
        link=page_of(close),
        key=f"{key}:p{person}",
    )
    return int(made is not None)
