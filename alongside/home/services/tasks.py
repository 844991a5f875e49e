"""What is due today. Each task may run twice, at once on two machines, or after a week of silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import system
from alongside.core.models import Once
from alongside.involvement import services as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import services as people
from alongside.post import services as post
from alongside.voice import queries as voice

ONCE_KEPT = timedelta(days=7)


def run_tasks() -> dict[str, int]:
    """Run everything that is due, organisation by organisation. Returns how much each did, by name."""
    done = dict.fromkeys(TASKS, 0)
    for organisation in organisations.all_organisations():
        today = organisations.clock_of(organisation).today()
        for name, task in TASKS.items():
            done[name] += task(organisation, today)
    done["old forms forgotten"] = Once.objects.filter(at__lt=timezone.now() - ONCE_KEPT).delete()[0]
    done["old sign-ins forgotten"] = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    return done


def end_pauses(organisation: Organisation, today: date) -> int:
    return people.end_pauses_that_are_over(today=today, by=system(organisation.pk))


def close_opportunities(organisation: Organisation, today: date) -> int:
    return involvement.close_what_is_over(today=today, by=system(organisation.pk))


def remind_owners(organisation: Organisation, today: date) -> int:
    """Once a week, one message to each person who owes answers: how many, and how old the oldest is."""
    return sum(
        _remind(organisation, debt, today, to_user=user)
        for debt in voice.debts_by_owner(organisation, today)
        for user in [debt.user_id]
    )


def escalate(organisation: Organisation, today: date) -> int:
    """What is past its last day goes to the managers of the unit, and to the coordinators."""
    written = 0
    for debt in voice.late_by_unit(organisation, today):
        for user in organisations.who_answers_for(organisation.pk, debt.unit_id):
            written += _escalate(organisation, debt, today, to_user=user)
    return written


def _week(today: date) -> str:
    year, week, _day = today.isocalendar()
    return f"{year}-W{week:02}"


def _remind(organisation: Organisation, debt: voice.Debt, today: date, to_user: int) -> int:
    subject = ngettext(
        "%(n)d person is waiting for your answer", "%(n)d people are waiting for your answer", debt.number
    )
    body = _("The oldest was said %(weeks)d weeks ago. Each is listed on your page, oldest first.")
    made = post.queue(
        "owed",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": debt.number},
        body=body % {"weeks": (today - debt.oldest).days // 7},
        link=f"/{organisation.slug}/owed/",
        key=f"owed:{to_user}:{_week(today)}",
    )
    return int(made is not None)


def _escalate(organisation: Organisation, debt: voice.Debt, today: date, to_user: int) -> int:
    subject = ngettext("%(n)d answer is late", "%(n)d answers are late", debt.number)
    body = _("%(unit)s owes them. The oldest was said %(weeks)d weeks ago. Late answers stand on the board's page.")
    made = post.queue(
        "late",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": debt.number},
        body=body % {"unit": debt.unit_name, "weeks": (today - debt.oldest).days // 7},
        link=f"/{organisation.slug}/owed/",
        key=f"late:{debt.unit_id}:{to_user}:{_week(today)}",
    )
    return int(made is not None)


TASKS: dict[str, Callable[[Organisation, date], int]] = {
    "pauses ended": end_pauses,
    "opportunities closed": close_opportunities,
    "reminders written": remind_owners,
    "late answers escalated": escalate,
}
