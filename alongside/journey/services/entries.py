"""Writing down what was learned, and who reads it. Nobody but its author changes any of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import Decision, Forum
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.people.holding import hold_author
from alongside.people.models import Person
from alongside.post import services as post

from .. import seals
from ..events import JourneyEvent as Event
from ..models import WORDS, Audience, Entry, EntryReader, EntryText, PromptAway, When
from ..rules import entries as rules
from .common import as_written, whose


@dataclass(frozen=True)
class About:
    """A decision, a part of the organisation, or neither: then it is about themselves."""

    decision: Decision | None = None
    unit: Unit | None = None
    stage: str = ""


@dataclass(frozen=True)
class Shared:
    """Who may read it, and whether those who belong here read the name of whoever wrote it."""

    audience: str = Audience.PRIVATE
    named: bool = False
    readers: Sequence[Person | User | Unit | Forum] = field(default=())


@transaction.atomic
def write_entry(*, words: Mapping[str, str], about: About, shared: Shared, on: date, by: Actor) -> Entry:
    rules.check_write(by, shared.audience)
    organisation = organisations.organisation_of(by)
    _check_here(about, organisation)
    hold_author(by)
    text = _tidy(words)
    rules.check_words(text, on, organisations.clock_of(organisation).today())
    rules.check_stage(about.stage, about.decision is not None)
    made = Entry.objects.create(
        organisation=organisation,
        decision=about.decision,
        unit=about.decision.unit if about.decision else about.unit,
        stage=about.stage,
        on=on,
        has_bump=bool(text["bump"]),
        **whose(by),
        **byline(by),
    )
    _put(made, text, on, Event.ENTRY_WRITTEN, by)
    _share(made, shared, by)
    return made


def _check_here(about: About, organisation: Organisation) -> None:
    """Of another organisation there is nothing to write about here."""
    for thing in (about.decision, about.unit):
        if thing is not None and thing.organisation_id != organisation.pk:
            raise NotYours


def _tidy(words: Mapping[str, str]) -> dict[str, str]:
    return {name: as_written(words.get(name, "")) for name in WORDS}


def _put(entry: Entry, words: Mapping[str, str], on: date, event: Event, by: Actor) -> None:
    text = EntryText(entry=entry, number=entry.version, on=on, salt=new_salt(), **words, **byline(by))
    text.save(force_insert=True)
    entry.text, entry.on, entry.has_bump = text, on, bool(words["bump"])
    entry.save(update_fields=["text", "on", "has_bump", "version"])
    audit.record(event, by=by, target=text, facts={"entry": entry.code, "sealed": seals.seal(text)})


@transaction.atomic
def change_entry(
    *, entry: Entry, words: Mapping[str, str], on: date, by: Actor, stage: str = "", seen: int | None = None
) -> Entry:
    """The earlier words stay for whoever wrote them, and are read by nobody else from now on."""
    hold_author(by)
    entry = _own(entry, by)
    rules.check_not_taken_back(entry)
    rules.check_seen(entry, seen)
    text = _tidy(words)
    rules.check_words(text, on, organisations.clock_of(entry.organisation).today())
    rules.check_stage(stage, entry.decision_id is not None)
    if stage != entry.stage:
        entry.stage = stage
        entry.save(update_fields=["stage"])
    old = entry.text
    if old is not None and old.on == on and all(getattr(old, name) == text[name] for name in WORDS):
        return entry
    entry.version += 1
    _put(entry, text, on, Event.ENTRY_CHANGED, by)
    return entry


@transaction.atomic
def share_entry(*, entry: Entry, shared: Shared, by: Actor) -> Entry:
    """From the moment this is written it is so on every page."""
    entry = _own(entry, by)
    rules.check_not_taken_back(entry)
    _share(entry, shared, by)
    return entry


def _share(entry: Entry, shared: Shared, by: Actor) -> None:
    readers = list(shared.readers) if shared.audience == Audience.SOME else []
    rules.check_audience(shared.audience, readers)
    for each in readers:
        if getattr(each, "organisation_id", entry.organisation_id) != entry.organisation_id:
            raise NotYours
    before = {(Person, row.person_id) if row.person_id else (User, row.user_id) for row in entry.readers.all()}
    entry.readers.all().delete()
    EntryReader.objects.bulk_create(EntryReader(entry=entry, **_reader(each)) for each in readers)
    entry.audience, entry.named = shared.audience, shared.named
    entry.save(update_fields=["audience", "named"])
    audit.record(Event.ENTRY_SHARED, by=by, target=entry, facts={"audience": entry.audience, "readers": len(readers)})
    for each in readers:
        if isinstance(each, Person | User) and (type(each), each.pk) not in before:
            _tell(entry, each)


def _reader(each: Person | User | Unit | Forum) -> dict[str, object]:
    names = ((Person, "person"), (User, "user"), (Unit, "unit"), (Forum, "forum"))
    return {name: each for kind, name in names if isinstance(each, kind)}


def _tell(entry: Entry, reader: Person | User) -> None:
    """That there is something to read. What it says stays where its author can take it back."""
    post.queue(
        "entry_shared",
        organisation=entry.organisation_id,
        subject=_("Somebody wants you to read what they learned"),
        body=_("Somebody wrote down what they learned on the way, and chose you to read it."),
        link=f"/{entry.organisation.slug}/journey/entries/{entry.code}/",
        key=f"entry {entry.code} {type(reader).__name__} {reader.pk}",
        to_person=reader.pk if isinstance(reader, Person) else None,
        to_user=reader.pk if isinstance(reader, User) else None,
    )


@transaction.atomic
def take_back_entry(*, entry: Entry, by: Actor) -> Entry:
    """All of its words go, the earlier ones too. No reason is asked for."""
    entry = _locked(entry)
    rules.check_take_back(by, entry)
    rules.check_not_taken_back(entry)
    blank_entry(entry, by, "taken back")
    audit.record(Event.ENTRY_TAKEN_BACK, by=by, target=entry, facts={})
    return entry


def blank_entry(entry: Entry, by: Actor, why: str) -> None:
    texts = entry.texts.all()
    codes = list(texts.values_list("code", flat=True))
    texts.update(salt="", **dict.fromkeys(WORDS, ""))
    entry.readers.all().delete()
    entry.audience, entry.named, entry.has_bump = Audience.PRIVATE, False, False
    entry.held_on, entry.held_why = None, ""
    entry.taken_back_on = entry.taken_back_on or organisations.clock_of(entry.organisation).today()
    entry.save(update_fields=["audience", "named", "has_bump", "held_on", "held_why", "taken_back_on"])
    audit.erase(by=by, target_type=EntryText._meta.label_lower, targets=codes, why=why)


@transaction.atomic
def hold_back(*, entry: Entry, why: str, by: Actor) -> Entry:
    """Off the pages for everybody at once; its author reads why, and all else about it stays theirs."""
    entry = _locked(entry)
    rules.check_hold_back(by, entry)
    rules.check_held_why(why := as_written(why))
    entry.held_on, entry.held_why = organisations.clock_of(entry.organisation).today(), why
    entry.save(update_fields=["held_on", "held_why"])
    audit.record(Event.ENTRY_HELD_BACK, by=by, target=entry, facts={"on": entry.held_on.isoformat()})
    post.queue(
        "entry_held_back",
        organisation=entry.organisation_id,
        subject=_("What you learned is not shown to everybody for now"),
        body=_("You shared it with anyone. It is held back from that, and its page says why. You can change it."),
        link=f"/{entry.organisation.slug}/journey/entries/{entry.code}/",
        to_person=entry.person_id,
        to_user=entry.user_id,
    )
    return entry


@transaction.atomic
def let_go(*, entry: Entry, by: Actor) -> Entry:
    """Whatever the author says of it holds again."""
    entry = _locked(entry)
    rules.check_hold_back(by, entry)
    entry.held_on, entry.held_why = None, ""
    entry.save(update_fields=["held_on", "held_why"])
    audit.record(Event.ENTRY_LET_GO, by=by, target=entry, facts={})
    return entry


@transaction.atomic
def put_prompt_away(*, decision: Decision, stage: str, by: Actor) -> PromptAway:
    rules.check_write(by)
    if decision.organisation_id != by.organisation_id or stage not in When.values:
        raise NotYours
    whose_it_is = {name: value for name, value in whose(by).items() if name != "side"}
    made, fresh = PromptAway.objects.get_or_create(decision=decision, stage=stage, **whose_it_is, defaults=byline(by))
    if fresh:
        audit.record(Event.PROMPT_PUT_AWAY, by=by, target=made, facts={"decision": decision.code, "stage": stage})
    return made


def _locked(entry: Entry) -> Entry:
    return (
        Entry.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation", "text")
        .get(pk=entry.pk)
    )


def _own(entry: Entry, by: Actor) -> Entry:
    entry = _locked(entry)
    rules.check_author(by, entry)
    return entry
