"""That somebody read a policy, and what staff learned."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.accounts.roles import works_here
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Policy

from .. import queries, rules
from ..events import PeopleEvent
from ..models import Person, PolicyRead, StaffTraining, Training
from .trainings import runs_out


@transaction.atomic
def read_policy(*, policy: Policy, seen: int, person: Person | None = None, by: Actor) -> PolicyRead:
    """Of the words that they saw: staff for themselves; somebody on the register too, or written down for them. Said
    twice it is the first that stands."""
    found = organisations.policy_for(by, policy.code)
    if found.policy.ended_on is not None:
        raise Refused(_("This policy is over. Nobody has to read it any more."))
    if seen != found.version.number:
        raise Refused(_("It was worded anew a moment ago. Read it again."), field="seen")
    reader = _reader(person, by)
    row, made = PolicyRead.objects.get_or_create(
        version=found.version, **reader, defaults={"read_on": timezone.localdate(), **byline(by)}
    )
    if made:
        facts = {"version": found.version.number, "by": "person" if "person_id" in reader else "staff"}
        record(PeopleEvent.POLICY_READ, by=by, target=found.policy, facts=facts)
    return row


def _reader(person: Person | None, by: Actor) -> dict[str, int]:
    """Who works here reads as staff, whether they are on the register or not."""
    if person is not None:
        rules.check_speak_for(by, person)
        return {"person_id": person.pk}
    if works_here(by) and by.user_id:
        return {"user_id": by.user_id}
    if by.person_id:
        return {"person_id": by.person_id}
    raise Refused(_("Only those who belong here can say that they have read it."))


@transaction.atomic
def note_staff_training(
    *, user: User, training: Training, done_on: date, by: Actor, expires_on: date | None = None
) -> StaffTraining:
    """Somebody who works here did it. Nobody writes it down for themselves."""
    rules.check_keep_trainings(by, training)
    if user.pk == by.user_id:
        raise Refused(_("Nobody writes down their own. Ask another who sets up the organisation."), field="user")
    if not organisations.staff_now(by.organisation_id or 0).filter(pk=user.pk).exists():
        raise Refused(_("Choose somebody who works here."), field="user")
    if done_on > timezone.localdate():
        raise Refused(_("This day has not come yet. Write the day on which they did it."), field="done_on")
    if expires_on and expires_on < done_on:
        raise Refused(_("This is before the day on which they did it. Write a later one."), field="expires_on")
    same = {"user": user, "training": training, "done_on": done_on}
    if StaffTraining.objects.filter(struck_on=None, **same).exists():
        raise Refused(_("This is written down already, for the same day."), field="training")
    ends = expires_on or runs_out(done_on, training.lasts_months)
    done = StaffTraining.objects.create(**same, expires_on=ends, **byline(by))
    _record(PeopleEvent.STAFF_TRAINING_NOTED, done, by)
    return done


@transaction.atomic
def strike_staff_training(*, done: StaffTraining, by: Actor) -> StaffTraining:
    """It was a mistake: they did not do it, or not on that day."""
    done = queries.staff_training_for(by, done.code)
    rules.check_keep_trainings(by, done.training)
    if done.struck_on is None:
        done.struck_on = timezone.localdate()
        done.save(update_fields=["struck_on"])
        _record(PeopleEvent.STAFF_TRAINING_STRUCK, done, by)
    return done


def _record(event: PeopleEvent, done: StaffTraining, by: Actor) -> None:
    record(event, by=by, target=done, facts={"training": done.training.code, "done_on": done.done_on.isoformat()})
