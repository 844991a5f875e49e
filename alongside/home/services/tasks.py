"""What is due today. Each task may run twice, at once on two machines, or after a week of silence."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from alongside.candour import services as candour
from alongside.candour.services.bid_awards import remind_of_bids
from alongside.candour.services.concern_contacts import chase_concerns
from alongside.core import importing, runs, tallies
from alongside.core.actor import system
from alongside.core.models import Once
from alongside.decisions import services as decisions
from alongside.involvement import services as involvement
from alongside.journey import services as journey
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import services as people
from alongside.reports import services as reports
from alongside.voice import services as voice
from alongside.voice.services import learn_themes, together
from alongside.voice.services.together_marks import question_answers

from ..queries.daily import TASKS
from . import make_up, reminders, retention, safety, suggesting

ONCE_KEPT = timedelta(days=7)


def run_tasks() -> dict[str, int]:
    """Run everything that is due. Returns how much each did, by name. The desk says when it last came to its end."""
    runs.begin(TASKS)
    done = {
        "opportunities closed": involvement.close_what_is_over(timezone.localdate()),
        "arrangements made": involvement.arrange_what_is_missing(),
        "candidates removed": involvement.remove_candidates_data(timezone.localdate()),
        "pauses ended": 0,
        "session reminders written": 0,
        "answers handed back": 0,
        "steps that late answers rose": 0,
        "reminders written": 0,
        "late answers escalated": 0,
        "checks reminded": 0,
        "readers reminded": 0,
        "safeguarding reminded": 0,
        "people told what opened": 0,
        "voters told": 0,
        "elections counted": 0,
        "themes learned": 0,
        "questions to many closed": 0,
        "answers to many questioned": 0,
        "asked how it was": 0,
        "concerns chased": 0,
        "rounds of asking how it was over": 0,
        "asked to sign a claim": 0,
        "reminded of a claim": 0,
        "reminded of bids": 0,
        "moments of services counted": 0,
        "ratings of statements over": 0,
        "reminded of words about moments": 0,
        "make-up counted": 0,
        "reminded of policies": 0,
        "closes drafted": 0,
        "reminded of closes": 0,
        "reminded of what runs out": 0,
    }
    for organisation in organisations.all_organisations():
        with timezone.override(organisation.time_zone):
            for name, number in _of_one(organisation, timezone.localdate()).items():
                done[name] += number
    done |= _tidy()
    runs.end(TASKS)
    return done


def _of_one(organisation: Organisation, today: date) -> dict[str, int]:
    pulses = candour.run_pulses(organisation=organisation, by=system(organisation.pk))
    elections = decisions.run_elections(organisation_id=organisation.pk, by=system(organisation.pk))
    return {
        "voters told": elections["told"],
        "elections counted": elections["counted"],
        "asked how it was": pulses["asked"],
        "concerns chased": chase_concerns(organisation=organisation, by=system(organisation.pk)),
        "rounds of asking how it was over": pulses["over"],
        "questions to many closed": together.close_what_is_over(organisation.pk, today),
        "answers to many questioned": question_answers(organisation.pk),
        "pauses ended": people.end_pauses_that_are_over(today=today, by=system(organisation.pk)),
        "session reminders written": reminders.remind_of_sessions(organisation),
        "answers handed back": voice.hand_back(organisation=organisation, by=system(organisation.pk)),
        "steps that late answers rose": _rise(organisation, today),
        "reminders written": reminders.remind_owners(organisation, today),
        "late answers escalated": reminders.escalate(organisation, today),
        "checks reminded": reminders.remind_of_checks(organisation, today),
        "readers reminded": safety.remind_readers(organisation, today),
        "safeguarding reminded": safety.remind_safeguarding(organisation, today),
        "themes learned": learn_themes(organisation),
        "asked to sign a claim": candour.ask_those_missing(organisation=organisation, by=system(organisation.pk)),
        "reminded of a claim": candour.remind_of_claims(organisation=organisation),
        "reminded of bids": remind_of_bids(organisation=organisation),
        "moments of services counted": journey.count_what_was_told(
            organisation=organisation, by=system(organisation.pk)
        ),
        "ratings of statements over": journey.close_ratings_that_are_over(
            organisation=organisation, by=system(organisation.pk)
        ),
        "reminded of words about moments": journey.remind_of_words(organisation=organisation),
        "make-up counted": make_up.run_make_up(organisation, today),
        "reminded of policies": reminders.remind_of_policies(organisation, today),
        "closes drafted": reports.draft_closes(organisation=organisation, by=system(organisation.pk)),
        "reminded of closes": reports.remind_of_closes(organisation=organisation),
        "reminded of what runs out": retention.remind_of_what_runs_out(organisation, today),
        "people told what opened": suggesting.tell_what_opened(organisation, today),
    }


def _rise(organisation: Organisation, today: date) -> int:
    return sum(voice.rise(organisation=organisation, today=today, by=system(organisation.pk)).values())


def _tidy() -> dict[str, int]:
    """What was only kept for a while."""
    return {
        "old forms forgotten": Once.objects.filter(at__lt=timezone.now() - ONCE_KEPT).delete()[0],
        "old counts forgotten": tallies.forget_old(),
        "old sign-ins forgotten": Session.objects.filter(expire_date__lt=timezone.now()).delete()[0],
        "old uploads removed": importing.remove_old(),
        "files without a home removed": voice.sweep_files(),
    }
