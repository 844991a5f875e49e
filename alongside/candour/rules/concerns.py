"""Who reads a concern about involvement: one person, from outside, whom contributors chose. Nobody else, whatever their
role; who raised it is asked by the code they hold and never by who they are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind, Medium
from alongside.core.errors import NotYours, Refused
from alongside.people.models import Person

from ..models import ConcernContact, ConcernSummary, InvolvementConcern, Outcome, Show
from ..models.concerns import ANSWERED, SETTLED, TAKEN_BACK, UNSETTLED
from .limits import check_asked

READER = "concerns_contact"
BESIDE = frozenset({READER, "contributor"})  # a contributor may be chosen; whoever works for the team may not
LEAST_AGREE = 2
LONGEST = timedelta(days=731)  # then they are chosen again
LONGEST_WORDS = 8000
FOLLOW = "follow:concern:"


def reads_here(actor: Actor) -> bool:
    """Has the role and no other one of the team. An appointment that holds is needed as well."""
    return actor.kind == Kind.USER and actor.can(P.READ_CONCERNS) and actor.roles <= BESIDE


def check_reads(actor: Actor, concern: InvolvementConcern, reads: bool) -> None:
    """`reads`: it is among those that the actor was appointed to read (queries.concerns_for)."""
    if not reads_here(actor) or not reads or actor.organisation_id != concern.organisation_id:
        raise NotYours
    if concern.state == TAKEN_BACK:
        raise Refused(_("They took it back. Nothing is left to do."))


def follow_permission(code: str) -> str:
    return FOLLOW + code


def is_raiser(actor: Actor, concern: InvolvementConcern) -> bool:
    """Whoever came with its code."""
    return actor.kind == Kind.CODE_HOLDER and actor.can(follow_permission(concern.code))


def check_raiser(actor: Actor, concern: InvolvementConcern) -> None:
    if not is_raiser(actor, concern):
        raise NotYours
    if concern.state == TAKEN_BACK:
        raise Refused(_("You took this back. It is gone."))


# Raising.


def can_write_down(actor: Actor) -> bool:
    """Whoever writes down what others say."""
    return actor.can(P.SAY_FOR)


def check_words(words: str, field: str = "words") -> None:
    if not words.strip():
        raise Refused(_("Write a few words."), field=field)
    if len(words) > LONGEST_WORDS:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WORDS}, field=field)


def check_raise(actor: Actor, medium: Medium | None) -> None:
    if medium is not None and not can_write_down(actor):
        raise NotYours


def check_name(show: str, person: Person | None, name: str, actor: Actor) -> None:
    if show not in Show.values:
        raise Refused(_("Choose one of the three."), field="show")
    if show != Show.NAME:
        if person or name.strip():
            raise Refused(_("Choose “My name”, or leave the name out."), field="name")
        return
    if person is not None and (person.pk != actor.person_id or actor.on_behalf_of is not None):
        raise NotYours
    if person is None and not name.strip():
        raise Refused(_("Write the name that is to be shown, or choose another answer."), field="name")


def check_contact(contact: ConcernContact | None, in_force: Collection[int]) -> ConcernContact:
    if contact is None or contact.pk not in in_force:
        raise Refused(_("Choose who reads it. If it is about all of them, go to the one outside."), field="contact")
    return contact


# The reader's side and the other.


def can_acknowledge(concern: InvolvementConcern) -> bool:
    return concern.state == "raised"


def can_write_to(concern: InvolvementConcern) -> bool:
    return concern.state != TAKEN_BACK and concern.can_be_reached


def check_can_write_to(concern: InvolvementConcern) -> None:
    if not concern.can_be_reached:
        raise Refused(_("They left no way to be reached, so nobody could read it."))


def can_answer(concern: InvolvementConcern) -> bool:
    return concern.is_owed


def check_answer(concern: InvolvementConcern, kind: str, different: str, seen: int | None) -> None:
    if seen is not None and seen != concern.version:
        raise Refused(_("Something changed while you wrote. Your words are still here: look at both."), "seen")
    if kind not in Outcome.values:
        raise Refused(_("Choose one of these."), field="kind")
    if kind in (Outcome.RIGHT, Outcome.PARTLY) and not different.strip():
        raise Refused(_("Write what will be different. Without that it is not an answer."), field="different")


def can_say_settled(concern: InvolvementConcern) -> bool:
    return concern.state in (ANSWERED, SETTLED, UNSETTLED)


def check_say_settled(concern: InvolvementConcern, settled: bool) -> None:
    if not can_say_settled(concern):
        raise Refused(_("There is no answer yet. You can say this when there is one."))
    if concern.state == (SETTLED if settled else UNSETTLED):
        raise Refused(_("You have said so already. It stands."))


def can_choose_reader(concern: InvolvementConcern, reads_on: bool) -> bool:
    """`reads_on`: the one whom they chose still reads."""
    return concern.can_be_reached and concern.state != TAKEN_BACK and not reads_on


def check_choose_reader(concern: InvolvementConcern, reads_on: bool) -> None:
    if not can_choose_reader(concern, reads_on):
        raise Refused(_("The one whom you chose still reads it."))


# Told to everybody, by the one who raised it.


def can_publish(concern: InvolvementConcern, summary: ConcernSummary | None) -> bool:
    """Once there was an answer, and once: what others read does not change under them."""
    return concern.answered_on is not None and concern.state != TAKEN_BACK and _is_draft(summary)


def _is_draft(summary: ConcernSummary | None) -> bool:
    return summary is None or summary.published_on is None


def check_can_publish(concern: InvolvementConcern, summary: ConcernSummary | None) -> None:
    if concern.answered_on is None:
        raise Refused(_("There is no answer yet. You can tell others when there is one."))
    if not _is_draft(summary):
        raise Refused(_("You have told it already. It stays as it is; you can take it down."))


def can_reply(actor: Actor, summary: ConcernSummary) -> bool:
    here = actor.organisation_id == summary.organisation_id and actor.can(P.COUNT_CONCERNS)
    return here and is_shown(summary) and summary.replied_on is None


def is_shown(summary: ConcernSummary) -> bool:
    return summary.published_on is not None and summary.taken_down_on is None


def check_reply(actor: Actor, summary: ConcernSummary) -> None:
    if not is_shown(summary) or not actor.can(P.COUNT_CONCERNS):
        raise NotYours
    if summary.replied_on is not None:
        raise Refused(_("There is a reply already. Neither side is changed afterwards."))


# Who reads, and by when.


def can_appoint(actor: Actor) -> bool:
    """Whoever writes down what contributors chose: they work with them, and can read nothing themselves."""
    return actor.can(P.SETTINGS) and actor.can(P.SEE_REGISTER)


def can_count(actor: Actor) -> bool:
    return actor.can(P.COUNT_CONCERNS)


def check_can_appoint(actor: Actor) -> None:
    if not can_appoint(actor):
        raise NotYours


def check_appointment(
    organisation_id: int, people: Collection[Person], agree: int, days: tuple[date, date], today: date
) -> None:
    check_asked(organisation_id, people)
    if agree < LEAST_AGREE or 2 * agree <= len(people):
        raise Refused(_("Contributors choose: at least two of them agree, and more than half of those asked."), "asked")
    first, last = days
    if first < today:
        raise Refused(_("They begin today or later."), field="from_day")
    if not first <= last <= first + LONGEST:
        raise Refused(_("Two years at the most. Then contributors choose again."), field="until_day")


def check_outside(has_role: bool, in_team: bool) -> None:
    if in_team:
        raise Refused(_("They have another role here. Choose somebody from outside the team."), field="user")
    if not has_role:
        raise Refused(_("Give them the role “Reader of concerns” first."), field="user")


def check_terms_named(named: bool) -> None:
    """A concern about the reader needs another way, so that is there first."""
    if not named:
        raise Refused(_("Name somebody outside first, for a concern about the reader themself."))


def check_says_who(shown_as: str, why_outside: str, how_chosen: str) -> None:
    """Everybody reads all three, strangers too."""
    for field, text in (("shown_as", shown_as), ("why_outside", why_outside), ("how_chosen", how_chosen)):
        if not text.strip():
            raise Refused(_("Write who it is, why they are outside the team, and how they were chosen."), field=field)


def check_terms(acknowledge_days: int, answer_days: int, late_days: int) -> None:
    if not 1 <= acknowledge_days <= answer_days <= 60:
        raise Refused(_("An answer comes after “I have read it”, within 60 working days."), field="answer_days")
    if not 1 <= late_days <= 20:
        raise Refused(_("The board hears of it after 1 to 20 working days."), field="late_days")
