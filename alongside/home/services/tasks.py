"""What is due today. Each task may run twice, at once on two machines, or after a week of silence."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import system
from alongside.core.models import Once
from alongside.involvement import services as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.people import services as people
from alongside.post import services as post
from alongside.voice import queries as voice

ONCE_KEPT = timedelta(days=7)


def run_tasks() -> dict[str, int]:
    """Run everything that is due. Returns how much each did, by name."""
    today = timezone.localdate()
    done = {
        "pauses ended": 0,
        "opportunities closed": involvement.close_what_is_over(today),
        "arrangements made": involvement.arrange_what_is_missing(),
        "reminders written": 0,
        "late answers escalated": 0,
    }
    for organisation in organisations.all_organisations():
        day = organisations.clock_of(organisation).today()
        done["pauses ended"] += people.end_pauses_that_are_over(today=day, by=system(organisation.pk))
        done["reminders written"] += remind_owners(organisation, day)
        done["late answers escalated"] += escalate(organisation, day)
    done["old forms forgotten"] = Once.objects.filter(at__lt=timezone.now() - ONCE_KEPT).delete()[0]
    done["old sign-ins forgotten"] = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    return done


def remind_owners(organisation: Organisation, today: date) -> int:
    """Once a week, one message to each person who owes answers: how many, and how old the oldest is."""
    debts = voice.debts_by_owner(organisation, today)
    return sum(_remind(organisation, debt, today, to_user=user) for user, debt in debts)


def escalate(organisation: Organisation, today: date) -> int:
    """What is past its last day goes to the managers of the unit, and to the coordinators."""
    return sum(
        _escalate(organisation, unit, debt, today, to_user=user)
        for unit, debt in voice.late_by_unit(organisation, today)
        for user in organisations.who_answers_for(unit)
    )


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


def _escalate(organisation: Organisation, unit: Unit, debt: voice.Debt, today: date, to_user: int) -> int:
    subject = ngettext("%(n)d answer is late", "%(n)d answers are late", debt.number)
    body = _("%(unit)s owes them. The oldest was said %(weeks)d weeks ago. Late answers stand on the board's page.")
    made = post.queue(
        "late",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": debt.number},
        body=body % {"unit": unit.name, "weeks": (today - debt.oldest).days // 7},
        link=f"/{organisation.slug}/owed/",
        key=f"late:{unit.code}:{to_user}:{_week(today)}",
    )
    return int(made is not None)
