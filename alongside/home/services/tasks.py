"""What is due today. Each task may run twice, at once on two machines, or after a week of silence."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from django.contrib.sessions.models import Session
from django.utils import timezone

from alongside.candour import services as candour
from alongside.candour.services.bid_awards import remind_of_bids
from alongside.candour.services.concern_contacts import chase_concerns
from alongside.core import importing, runs, tallies
from alongside.core.actor import Actor, system
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

log = logging.getLogger(__name__)
ONCE_KEPT = timedelta(days=7)


class Unfinished(Exception):
    """`failed`: what went wrong in between; everything else was done."""

    def __init__(self, done: dict[str, int], failed: list[str]) -> None:
        super().__init__(", ".join(failed))
        self.done, self.failed = done, failed


def run_tasks() -> dict[str, int]:
    """Run everything that is due. Returns how much each did, by name. One that goes wrong does not keep the others from
    being done. The desk says when all of it last came to its end.

    Errors: `Unfinished`."""
    runs.begin(TASKS)
    failed: list[str] = []
    done = {name: _tried(name, task, failed) for name, task in BEFORE.items()}
    done |= dict.fromkeys((name for name in OF_ONE if name not in done), 0)
    for organisation in organisations.all_organisations():
        with timezone.override(organisation.time_zone):
            today = timezone.localdate()
            for name, of_one in OF_ONE.items():
                done[name] += _tried(name, partial(of_one, organisation, today), failed)
    done |= {name: _tried(name, task, failed) for name, task in TIDYING.items()}
    if failed:
        raise Unfinished(done, failed)
    runs.end(TASKS)
    return done


def _tried(name: str, task: Callable[[], int], failed: list[str]) -> int:
    """What went wrong is told by where it was: what an error says may have words of people in it."""
    try:
        return task()
    except Exception as error:
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s: %s\n%s", name, type(error).__name__, where)  # noqa: TRY400
        failed.append(name)
        return 0


BEFORE: dict[str, Callable[[], int]] = {
    "opportunities closed": lambda: involvement.close_what_is_over(timezone.localdate()),
    "arrangements made": involvement.arrange_what_is_missing,
    "candidates removed": lambda: involvement.remove_candidates_data(timezone.localdate()),
}


def _by(organisation: Organisation) -> Actor:
    return system(organisation.pk)


OF_ONE: dict[str, Callable[[Organisation, date], int]] = {
    "rounds of asking how it was over": lambda here, _today: candour.close_what_is_over(
        organisation=here, by=_by(here)
    ),
    "asked how it was": lambda here, _today: candour.ask_what_is_due(organisation=here, by=_by(here)),
    "elections counted": lambda here, _today: decisions.count_elections(organisation_id=here.pk, by=_by(here)),
    "voters told": lambda here, _today: decisions.tell_voters(organisation_id=here.pk),
    "concerns chased": lambda here, _today: chase_concerns(organisation=here, by=_by(here)),
    "questions to many closed": lambda here, today: together.close_what_is_over(here.pk, today),
    "answers to many questioned": lambda here, _today: question_answers(here.pk),
    "pauses ended": lambda here, today: people.end_pauses_that_are_over(today=today, by=_by(here)),
    "session reminders written": lambda here, _today: reminders.remind_of_sessions(here),
    "answers handed back": lambda here, _today: voice.hand_back(organisation=here, by=_by(here)),
    "steps that late answers rose": lambda here, today: sum(
        voice.rise(organisation=here, today=today, by=_by(here)).values()
    ),
    "reminders written": reminders.remind_owners,
    "late answers escalated": reminders.escalate,
    "checks reminded": reminders.remind_of_checks,
    "readers reminded": safety.remind_readers,
    "safeguarding reminded": safety.remind_safeguarding,
    "themes learned": lambda here, _today: learn_themes(here),
    "asked to sign a claim": lambda here, _today: candour.ask_those_missing(organisation=here, by=_by(here)),
    "reminded of a claim": lambda here, _today: candour.remind_of_claims(organisation=here),
    "reminded of bids": lambda here, _today: remind_of_bids(organisation=here),
    "moments of services counted": lambda here, _today: journey.count_what_was_told(organisation=here, by=_by(here)),
    "ratings of statements over": lambda here, _today: journey.close_ratings_that_are_over(
        organisation=here, by=_by(here)
    ),
    "reminded of words about moments": lambda here, _today: journey.remind_of_words(organisation=here),
    "make-up counted": make_up.run_make_up,
    "reminded of policies": reminders.remind_of_policies,
    "closes drafted": lambda here, _today: reports.draft_closes(organisation=here, by=_by(here)),
    "reminded of closes": lambda here, _today: reports.remind_of_closes(organisation=here),
    "reminded of what runs out": retention.remind_of_what_runs_out,
    "people told what opened": suggesting.tell_what_opened,
}


# What was only kept for a while.
TIDYING: dict[str, Callable[[], int]] = {
    "old forms forgotten": lambda: Once.objects.filter(at__lt=timezone.now() - ONCE_KEPT).delete()[0],
    "old counts forgotten": tallies.forget_old,
    "old sign-ins forgotten": lambda: Session.objects.filter(expire_date__lt=timezone.now()).delete()[0],
    "old uploads removed": importing.remove_old,
    "files without a home removed": voice.sweep_files,
}
