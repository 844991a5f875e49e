"""Raising a concern about involvement, and what the two sides do. What the one who raised it does is done by nobody in
every row and event, whoever they are (docs/decisions/0024)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core import follow_codes
from alongside.core.actor import Actor, Kind, Medium
from alongside.core.codes import new_code, tidy
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person
from alongside.post import services as post

from ..concern_events import ConcernEvent as Event
from ..models import (
    ConcernContact,
    ConcernMessage,
    ConcernName,
    ConcernOutcome,
    ConcernStep,
    ConcernSummary,
    ConcernTerms,
    InvolvementConcern,
    Show,
)
from ..models.concerns import (
    ACKNOWLEDGED,
    ANSWERED,
    INVOLVEMENT_CONCERN,
    RAISED,
    SETTLED,
    TAKEN_BACK,
    UNSETTLED,
)
from ..queries import concerns as queries
from ..rules import concerns as rules

MESSAGE = "involvement_concern"  # the kind of message that says no more than that something waits


def nobody(organisation_id: int) -> Actor:
    """On whose account everything stands that the one who raised it does."""
    return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)


@transaction.atomic
def raise_involvement_concern(  # noqa: PLR0913  one for each thing the form asks
    *,
    contact: ConcernContact | None,
    words: str,
    show: str,
    by: Actor,
    person: Person | None = None,
    name: str = "",
    medium: Medium | None = None,
    follow_code: str = "",
) -> tuple[InvolvementConcern, str | None]:
    """`person`: the actor themself, who shows their name. The code is handed back once and kept as a digest; whoever
    wants to be nobody has none. `medium`: somebody writes it down for them, and cannot read it afterwards."""
    organisation = organisations.organisation_of(by)
    clock = organisations.clock_of(organisation)
    today = clock.today()
    rules.check_raise(by, medium)
    rules.check_words(words)
    rules.check_name(show, person, name, by)
    reader, terms = _reader(organisation, contact, today)
    code = None if show == Show.NOBODY else tidy(follow_code) or new_code(follow_codes.LENGTH)
    acknowledge_by = clock.after_working_days(today, terms.acknowledge_days)
    concern = InvolvementConcern.objects.create(
        organisation=organisation,
        contact=reader,
        words=words.strip(),
        show=show,
        follow_digest=queries.digest_of(code) if code else "",
        written_by_id=by.user_id if medium else None,
        medium=str(medium or ""),
        raised_on=today,
        acknowledge_by=acknowledge_by,
        answer_by=clock.after_working_days(today, terms.answer_days),
        due_on=acknowledge_by,
        late_days=terms.late_days,
    )
    if show == Show.NAME:
        ConcernName.objects.create(concern=concern, person=person, name="" if person else name.strip())
    ConcernStep.objects.create(concern=concern, state=RAISED, on=today)
    audit.record(Event.RAISED, by=nobody(organisation.pk), target=concern)
    tell_reader(concern, _("Somebody raised a concern about how they were involved. Nobody else can read it."))
    return concern, code


def _reader(
    organisation: Organisation, contact: ConcernContact | None, today: Any
) -> tuple[ConcernContact, ConcernTerms]:
    in_force = set(queries.contacts_on(organisation.pk, today).values_list("pk", flat=True))
    reader = rules.check_contact(contact, in_force)
    terms = queries.terms_on(organisation.pk, today)
    if terms is None:
        raise Refused(_("Nobody outside is named yet, so nothing can be raised here."))
    return reader, terms


def tell_reader(concern: InvolvementConcern, body: str, key: str | None = None) -> None:
    """Only whoever reads it now."""
    for user in queries.who_reads(concern, today_of(concern)):
        post.queue(
            MESSAGE,
            organisation=concern.organisation_id,
            to_user=user,
            subject=_("Something waits for you"),
            body=body,
            link=f"/{concern.organisation.slug}/concerns/read/",
            key=f"{key} {user}" if key else None,
        )


def locked(concern: InvolvementConcern, by: Actor) -> InvolvementConcern:
    rows = InvolvementConcern.objects.filter(organisation=by.organisation_id).select_for_update(
        of=("self",), no_key=True
    )
    found = rows.select_related("organisation", "contact").filter(pk=concern.pk).first()
    if found is None:
        raise NotYours
    return found


def today_of(concern: InvolvementConcern) -> Any:
    return organisations.clock_of(concern.organisation).today()


def _move(concern: InvolvementConcern, to: str, by: Actor, **changed: Any) -> None:
    INVOLVEMENT_CONCERN.check(concern.state, to)
    concern.state, concern.version = to, concern.version + 1
    for name, value in changed.items():
        setattr(concern, name, value)
    concern.save()
    ConcernStep.objects.create(concern=concern, state=to, on=today_of(concern))
    audit.record(Event.MOVED, by=by, target=concern, facts={"state": to})


# The reader.


def _as_reader(concern: InvolvementConcern, by: Actor) -> InvolvementConcern:
    concern = locked(concern, by)
    reads = rules.reads_here(by) and queries.concerns_for(by, today_of(concern)).filter(pk=concern.pk).exists()
    rules.check_reads(by, concern, reads)
    return concern


@transaction.atomic
def acknowledge_concern(*, concern: InvolvementConcern, by: Actor) -> InvolvementConcern:
    concern = _as_reader(concern, by)
    _move(concern, ACKNOWLEDGED, by, due_on=concern.answer_by, board_since=None)
    return concern


@transaction.atomic
def open_name(*, concern: InvolvementConcern, by: Actor) -> ConcernName:
    """The words come first; this is a step of its own, and the person sees the day on which it was taken."""
    concern = _as_reader(concern, by)
    found = queries.name_of(concern)
    if found is None:
        raise Refused(_("They have not shown their name."))
    if found.opened_on is None:
        found.opened_on = today_of(concern)
        found.save(update_fields=["opened_on"])
        audit.record(Event.NAME_OPENED, by=by, target=concern)
    return found


@transaction.atomic
def write_to_raiser(*, concern: InvolvementConcern, words: str, by: Actor) -> ConcernMessage:
    concern = _as_reader(concern, by)
    rules.check_can_write_to(concern)
    rules.check_words(words)
    return _write(concern, words, by, by_reader=True)


@transaction.atomic
def answer_concern(
    *, concern: InvolvementConcern, kind: str, words: str, different: str = "", seen: int | None = None, by: Actor
) -> ConcernOutcome:
    """With what will be different. Written for the record too where nobody can be told."""
    concern = _as_reader(concern, by)
    rules.check_answer(concern, kind, different, seen)
    rules.check_words(words)
    today = today_of(concern)
    made = ConcernOutcome.objects.create(
        concern=concern, kind=kind, words=words.strip(), different=different.strip(), on=today
    )
    _move(concern, ANSWERED, by, answered_on=today, board_since=None)
    return made


def _write(concern: InvolvementConcern, words: str, by: Actor, by_reader: bool) -> ConcernMessage:
    concern.version += 1
    concern.save(update_fields=["version"])
    made = ConcernMessage.objects.create(
        concern=concern, by_reader=by_reader, words=words.strip(), on=today_of(concern)
    )
    audit.record(Event.WRITTEN, by=by, target=concern)
    return made


# The one who raised it.


def _as_raiser(concern: InvolvementConcern, by: Actor) -> tuple[InvolvementConcern, Actor]:
    concern = locked(concern, by)
    rules.check_raiser(by, concern)
    return concern, nobody(concern.organisation_id)


@transaction.atomic
def write_to_reader(*, concern: InvolvementConcern, words: str, by: Actor) -> ConcernMessage:
    concern, by = _as_raiser(concern, by)
    rules.check_words(words)
    made = _write(concern, words, by, by_reader=False)
    tell_reader(concern, _("Somebody who raised a concern wrote to you."))
    return made


@transaction.atomic
def say_settled(*, concern: InvolvementConcern, settled: bool, words: str = "", by: Actor) -> InvolvementConcern:
    """If it is not settled another answer is owed, on the first clock."""
    concern, by = _as_raiser(concern, by)
    rules.check_say_settled(concern, settled)
    if words.strip():
        rules.check_words(words)
    _move(concern, SETTLED if settled else UNSETTLED, by, settled_words=words.strip(), due_on=concern.answer_by)
    if not settled:
        tell_reader(concern, _("Somebody says that a concern is not settled. Another answer is owed."))
    return concern


@transaction.atomic
def choose_reader(*, concern: InvolvementConcern, contact: ConcernContact | None, by: Actor) -> InvolvementConcern:
    """The one whom they chose reads no more: nobody else does until they have said who."""
    concern, by = _as_raiser(concern, by)
    today = today_of(concern)
    rules.check_choose_reader(concern, queries.reads_on(concern, today))
    in_force = set(queries.contacts_on(concern.organisation_id, today).values_list("pk", flat=True))
    concern.contact = rules.check_contact(contact, in_force)
    concern.save(update_fields=["contact"])
    audit.record(Event.READER_CHOSEN, by=by, target=concern, facts={"contact": concern.contact.code})
    tell_reader(concern, _("A concern about how somebody was involved is with you now."))
    return concern


@transaction.atomic
def hide_name(*, concern: InvolvementConcern, by: Actor) -> None:
    """What was read was read; the row is gone."""
    concern, by = _as_raiser(concern, by)
    if not ConcernName.objects.filter(concern=concern).delete()[0]:
        raise Refused(_("Your name is not there."))
    concern.show = Show.PAGE
    concern.save(update_fields=["show"])
    audit.record(Event.NAME_REMOVED, by=by, target=concern)


@transaction.atomic
def take_back_concern(*, concern: InvolvementConcern, by: Actor) -> InvolvementConcern:
    """All words go, of both sides: an answer repeats what it answers. That there was a concern stays."""
    concern, by = _as_raiser(concern, by)
    blank(concern, by)
    return concern


def blank(concern: InvolvementConcern, by: Actor) -> None:
    """Inside a transaction that holds the concern."""
    ConcernName.objects.filter(concern=concern).delete()
    ConcernMessage.objects.filter(concern=concern).delete()
    ConcernOutcome.objects.filter(concern=concern).update(words="", different="")
    ConcernSummary.objects.filter(concern=concern).update(
        words="", reply="", reply_by="", taken_down_on=today_of(concern)
    )
    if concern.state != TAKEN_BACK:
        _move(concern, TAKEN_BACK, by, words="", settled_words="", board_since=None)
