"""The organisation's trainings, and who did which."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import rules, texts
from ..events import PeopleEvent
from ..models import Person, Training, TrainingDone
from .locking import locked


@transaction.atomic
def add_training(*, name: str, by: Actor, lasts_months: int | None = None) -> Training:
    rules.check_keep_trainings(by)
    kept = _name(name, by)
    training = Training.objects.create(
        organisation_id=by.organisation_id or 0, name=kept, lasts_months=lasts_months or None
    )
    record(PeopleEvent.TRAINING_ADDED, by=by, target=training, facts={"lasts_months": training.lasts_months})
    return training


@transaction.atomic
def change_training(
    *, training: Training, name: str, by: Actor, lasts_months: int | None = None, in_use: bool = True
) -> Training:
    """What was done before keeps the day on which it runs out."""
    rules.check_keep_trainings(by, training)
    training = Training.objects.select_for_update(no_key=True).get(pk=training.pk)
    training.name = _name(name, by, other_than=training)
    training.lasts_months, training.in_use = lasts_months or None, in_use
    training.save(update_fields=["name", "lasts_months", "in_use"])
    facts = {"lasts_months": training.lasts_months, "in_use": in_use}
    record(PeopleEvent.TRAINING_CHANGED, by=by, target=training, facts=facts)
    return training


@transaction.atomic
def note_training(
    *, person: Person, training: Training, done_on: date, by: Actor, expires_on: date | None = None
) -> TrainingDone:
    """Somebody did it. Without a last day it holds as long as the organisation's list says."""
    rules.check_note_training(by, person, training)
    person = locked(person)
    if done_on > timezone.localdate():
        raise Refused(_("This day has not come yet. Write the day on which they did it."), field="done_on")
    if expires_on and expires_on < done_on:
        raise Refused(_("This is before the day on which they did it. Write a later one."), field="expires_on")
    if TrainingDone.objects.filter(person=person, training=training, done_on=done_on, struck_on=None).exists():
        raise Refused(_("This is written down already, for the same day."), field="training")
    done = TrainingDone.objects.create(
        person=person,
        training=training,
        done_on=done_on,
        expires_on=expires_on or runs_out(done_on, training.lasts_months),
        **byline(by),
    )
    _record(PeopleEvent.TRAINING_NOTED, done, by)
    return done


@transaction.atomic
def strike_training(*, done: TrainingDone, by: Actor) -> TrainingDone:
    """It was a mistake: they did not do it, or not on that day."""
    rules.check_note_training(by, done.person, done.training)
    done = TrainingDone.objects.select_for_update(no_key=True).select_related("training").get(pk=done.pk)
    if done.struck_on is None:
        done.struck_on = timezone.localdate()
        done.save(update_fields=["struck_on"])
        _record(PeopleEvent.TRAINING_STRUCK, done, by)
    return done


def runs_out(done_on: date, months: int | None) -> date | None:
    """The same day of a later month, or that month's last."""
    if not months:
        return None
    year, month = divmod(done_on.month - 1 + months, 12)
    year, month = done_on.year + year, month + 1
    return date(year, month, min(done_on.day, monthrange(year, month)[1]))


def _name(text: str, by: Actor, other_than: Training | None = None) -> str:
    name = texts.line(text, "name", 100)
    if not name:
        raise Refused(_("Write what it is called."), field="name")
    same = Training.objects.filter(organisation=by.organisation_id, name__iexact=name)
    if other_than is not None:
        same = same.exclude(pk=other_than.pk)
    if same.exists():
        raise Refused(_("There is a training with this name already. Choose another name."), field="name")
    return name


def _record(event: PeopleEvent, done: TrainingDone, by: Actor) -> None:
    record(event, by=by, target=done, facts={"training": done.training.code, "done_on": done.done_on.isoformat()})
