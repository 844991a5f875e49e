"""What is written to people because a day is near or past. Each has a key, so that it is written once."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core import parts
from alongside.involvement import queries as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Policy, Unit
from alongside.post import services as post
from alongside.voice import queries as voice
from alongside.voice import services as voice_services

DAYS_BEFORE = 3
POLICY_BEFORE = timedelta(days=28)


def remind_of_sessions(organisation: Organisation) -> int:
    """Everybody who has a place in a session that is near, with what is arranged for it."""
    written = 0
    for meeting, person in involvement.coming_to_soon(organisation.pk, timezone.now(), timedelta(days=DAYS_BEFORE)):
        facts = {"title": meeting.title, "when": parts.moment(meeting.starts_at), "where": meeting.place}
        made = post.queue(
            "session_near",
            organisation=organisation.pk,
            to_person=person,
            subject=_("%(title)s: %(when)s") % facts,
            body=_(
                "You have a place in “%(title)s”. It is on %(when)s, at %(where)s.\n\n"
                "Follow the link to see the papers and what is arranged for you. "
                "If you cannot come, or do not want to, say so there. You need no reason."
            )
            % facts,
            link=f"/{organisation.slug}/sessions/{meeting.code}/",
            key=f"session:{meeting.code}:{person}:{meeting.held_on}",
        )
        written += made is not None
    return written


def remind_owners(organisation: Organisation, today: date) -> int:
    """Once a week, one message to each person who owes answers: how many, and how old the oldest is."""
    debts = voice.debts_by_owner(organisation, today)
    return sum(_remind(organisation, debt, today, to_user=user) for user, debt in debts)


def escalate(organisation: Organisation, today: date) -> int:
    """What is past its last day goes to the managers of the unit and to the coordinators, weekly, in one message."""
    owed: dict[int, list[tuple[Unit, voice.Debt]]] = {}
    for unit, debt in voice.late_by_unit(organisation, today):
        for user in organisations.who_answers_for(unit):
            owed.setdefault(user, []).append((unit, debt))
    return sum(_escalate(organisation, debts, today, to_user=user) for user, debts in owed.items())


def remind_of_checks(organisation: Organisation, today: date) -> int:
    """Weekly, whoever answers for a unit that should have looked whether a change held; and on the day those who
    asked for the change are asked.
    """
    voice_services.ask_whether_it_held(organisation, today)
    owed: dict[int, int] = {}
    for unit, debt in voice.late_checks_by_unit(organisation, today):
        for user in organisations.who_answers_for(unit):
            owed[user] = owed.get(user, 0) + debt.number
    return sum(_remind_of_checks(organisation, number, today, to_user=user) for user, number in owed.items())


def _remind_of_checks(organisation: Organisation, number: int, today: date, to_user: int) -> int:
    subject = ngettext("%(n)d change is to be looked at again", "%(n)d changes are to be looked at again", number)
    made = post.queue(
        "check_owed",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": number},
        body=_("Somebody said that it is different now. Go and look whether it held, and write down what you saw."),
        link=f"/{organisation.slug}/owed/",
        key=f"check_owed:{to_user}:{week_of(today)}",
    )
    return int(made is not None)


def remind_of_policies(organisation: Organisation, today: date) -> int:
    """Once for each day of review, four weeks before: whoever looks after the policy, and the coordinators."""
    written = 0
    for policy in organisations.reviews_due_by(organisation.pk, today + POLICY_BEFORE):
        users = set(organisations.users_with(organisation.pk, "coordinator").values_list("pk", flat=True))
        for user in users | ({policy.owner_id} if policy.owner_id else set()):
            written += _remind_of_policy(organisation, policy, to_user=user)
    return written


def _remind_of_policy(organisation: Organisation, policy: Policy, to_user: int) -> int:
    made = post.queue(
        "policy_review",
        organisation=organisation.pk,
        to_user=to_user,
        subject=_("To be looked at again: %(title)s") % {"title": policy.title},
        body=_("Does it still say what you do? Look at it with people it is about. The day for it is %(day)s.")
        % {"day": parts.day(policy.review_on)},
        link=f"/{organisation.slug}/policies/{policy.code}/",
        key=f"policy:{policy.code}:{to_user}:{policy.review_on}",
    )
    return int(made is not None)


def week_of(today: date) -> str:
    year, week, _day = today.isocalendar()
    return f"{year}-W{week:02}"


def _remind(organisation: Organisation, debt: voice.Debt, today: date, to_user: int) -> int:
    subject = ngettext(
        "%(n)d person is waiting for your answer", "%(n)d people are waiting for your answer", debt.number
    )
    weeks = (today - debt.oldest).days // 7
    oldest = ngettext("The oldest was said %(n)d week ago.", "The oldest was said %(n)d weeks ago.", weeks) % {
        "n": weeks
    }
    listed = _("Each is listed on your page, oldest first.")
    made = post.queue(
        "owed",
        organisation=organisation.pk,
        to_user=to_user,
        subject=subject % {"n": debt.number},
        body=f"{oldest} {listed}" if weeks else listed,
        link=f"/{organisation.slug}/owed/",
        key=f"owed:{to_user}:{week_of(today)}",
    )
    return int(made is not None)


def _escalate(organisation: Organisation, debts: list[tuple[Unit, voice.Debt]], today: date, to_user: int) -> int:
    number = sum(debt.number for _unit, debt in debts)
    lines = [
        _("%(unit)s: %(n)d, the oldest said %(weeks)d weeks ago")
        % {"unit": unit.name, "n": debt.number, "weeks": (today - debt.oldest).days // 7}
        for unit, debt in debts
    ]
    made = post.queue(
        "late",
        organisation=organisation.pk,
        to_user=to_user,
        subject=ngettext("%(n)d answer is late", "%(n)d answers are late", number) % {"n": number},
        body="\n".join([*lines, "", _("Late answers stand on the board's page.")]),
        link=f"/{organisation.slug}/owed/",
        key=f"late:{to_user}:{week_of(today)}",
    )
    return int(made is not None)
