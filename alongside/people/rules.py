"""Who may see and change what on the register. The person's own things are the person's own."""

from __future__ import annotations

from datetime import date, time

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor, Kind
from alongside.core.errors import Refused

from .models import ENQUIRED, LEFT, PAUSED, PERSON, Person, Training


def _may(actor: Actor, permission: Permission) -> bool:
    """The command line and the daily task act as the system, in one organisation."""
    return actor.kind == Kind.SYSTEM or actor.can(permission)


def is_own(actor: Actor, person: Person) -> bool:
    return actor.person_id == person.pk and actor.on_behalf_of is None


def can_see(actor: Actor, person: Person) -> bool:
    if actor.person_id == person.pk:
        return True
    return actor.organisation_id == person.organisation_id and actor.can(Permission.SEE_REGISTER)


def check_keep_register(actor: Actor, person: Person | None = None) -> None:
    """Add people, welcome them, name who looks after them, let them sign in."""
    elsewhere = person is not None and person.organisation_id != actor.organisation_id
    if elsewhere or not _may(actor, Permission.KEEP_REGISTER):
        raise Refused(_("Only the co-production coordinator keeps the register. Ask them."))
    if person is not None:
        check_not_erased(person)


def can_keep_register(actor: Actor, person: Person | None = None) -> bool:
    return _allows(check_keep_register, actor, person)


def check_import(actor: Actor) -> None:
    check_keep_register(actor)
    if not _may(actor, Permission.IMPORT):
        raise Refused(_("You may not bring in files. Ask an administrator."))


def can_import(actor: Actor) -> bool:
    return _allows(check_import, actor)


def check_speak_for(actor: Actor, person: Person) -> None:
    """A wish, a need, an address: by the person, or written down for them with a word on how it is known."""
    if is_own(actor, person):
        check_not_erased(person)
        return
    check_keep_register(actor, person)
    if actor.on_behalf_of != person.pk or actor.medium is None:
        raise Refused(_("Say how you know what they want."), field="medium")


def can_speak_for(actor: Actor, person: Person) -> bool:
    return _allows(check_speak_for, actor, person)


def check_stop_channel(actor: Actor, person: Person) -> None:
    """That something came back is a fact, not a wish: whoever keeps the register writes it down, or the sending."""
    check_keep_register(actor, person)


def check_hours(from_time: time | None, until_time: time | None) -> None:
    """Both, and in this order. Nights are two spans, and nobody is rung then."""
    if (from_time is None) != (until_time is None):
        raise Refused(
            _("Write both times, or leave both empty."), field="from_time" if from_time is None else "until_time"
        )
    if from_time is not None and until_time is not None and until_time <= from_time:
        raise Refused(_("This time is not after the first one. Write a later one."), field="until_time")


def check_move(actor: Actor, person: Person, to: str) -> None:
    """Pausing and coming back have their own verbs. Leaving, and asking to come back, are the person's too."""
    if is_own(actor, person) and (to == LEFT or (person.state, to) == (LEFT, ENQUIRED)):
        check_not_erased(person)
    else:
        check_keep_register(actor, person)
    if to == PAUSED:
        raise Refused(_("To rest for a while, use pause."))
    if person.state == PAUSED and to != LEFT:
        raise Refused(_("This pause has not ended. End it first."))
    PERSON.check(person.state, to)


def can_move(actor: Actor, person: Person, to: str) -> bool:
    return _allows(check_move, actor, person, to)


def check_keep_trainings(actor: Actor, training: Training | None = None) -> None:
    """The organisation's list of trainings is one of its settings."""
    elsewhere = training is not None and training.organisation_id != actor.organisation_id
    if elsewhere or not _may(actor, Permission.SETTINGS):
        raise Refused(_("Only a coordinator or an administrator changes the list of trainings. Ask one of them."))


def can_keep_trainings(actor: Actor) -> bool:
    return _allows(check_keep_trainings, actor)


def check_note_training(actor: Actor, person: Person, training: Training) -> None:
    """Somebody saw that it was done, or was told: nobody writes it down for themselves."""
    check_keep_register(actor, person)
    if training.organisation_id != person.organisation_id:
        raise Refused(_("Choose a training from the list."), field="training")


def can_note_training(actor: Actor, person: Person, training: Training) -> bool:
    return _allows(check_note_training, actor, person, training)


def check_pause(actor: Actor, person: Person) -> None:
    check_speak_for(actor, person)
    if person.state == LEFT:
        raise Refused(_("Somebody who has left gets no messages. There is nothing to pause."))


def can_pause(actor: Actor, person: Person) -> bool:
    return _allows(check_pause, actor, person)


def check_resume(actor: Actor, person: Person) -> None:
    if not (actor.kind == Kind.SYSTEM and actor.organisation_id == person.organisation_id):
        check_speak_for(actor, person)
    if person.state != PAUSED:
        raise Refused(_("There is no pause to end."))


def can_resume(actor: Actor, person: Person) -> bool:
    return _allows(check_resume, actor, person)


def check_days(given_on: date, expires_on: date | None, today: date) -> None:
    """When a permission was given and when it ends, if it does."""
    if given_on > today:
        raise Refused(_("This day has not come yet. Write the day on which it was allowed."), field="given_on")
    if expires_on is not None and expires_on < max(given_on, today):
        raise Refused(_("This day is over. Write a later one, or leave it empty."), field="expires_on")


def check_later(day: date | None, today: date, field: str) -> None:
    if day is not None and day <= today:
        raise Refused(_("Write a day after today, or leave it empty."), field=field)


def check_not_erased(person: Person) -> None:
    if person.erased_on is not None:
        raise Refused(_("They asked to be forgotten. Nothing about them can be kept any more."))


def _allows(check: object, *args: object) -> bool:
    try:
        check(*args)  # type: ignore[operator]
    except Refused:
        return False
    return True
