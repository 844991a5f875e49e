"""What is still to be read, who asked to be contacted, and which words raise something. Starts from who asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, QuerySet

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.keyset import first_of
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.people import queries as people

from .. import warning_words
from ..models import Concern, ContactWish, Contribution, Grave, PhraseList
from ..models.contributions import UNREAD
from .concerns import ROLE
from .debts import Debt
from .figures import MOST_COUNTED, CappedCount, UnitAges, ages_in, with_ages
from .ledger import ledger_units
from .moderation import ShowingToDo, showing_counts
from .together import statements_to_read

READERS = ("manager", "coordinator", "administrator")  # the nearest manager; where there is none, one of these


def unread_for(actor: Actor) -> QuerySet[Contribution]:
    """What the actor reads: the gravest first, and among equals what came first."""
    units = actor.units_for(P.ANSWER)
    rows = Contribution.objects.filter(UNREAD)
    # Units belong to one organisation. Named as well, it would lead past the index of one unit.
    rows = rows.filter(organisation=actor.organisation_id) if units is None else rows.filter(unit__in=units)
    return rows.select_related("unit", "person", "question").order_by("grave", "received_on", "id")


def first_unread(actor: Actor) -> Contribution | None:
    return first_of(unread_for(actor), 1).first()


@dataclass(frozen=True)
class ToDo:
    """What waits before any answer. Each stops counting at `MOST_COUNTED`."""

    unread_late: int
    contacts: int
    led: bool  # somebody is the safeguarding lead
    statements: int  # added to a question to many, and read by nobody yet
    showing: ShowingToDo | None = None  # for whoever decides what everybody may read


def safety_to_do(actor: Actor, today: date) -> ToDo:
    wanted = _to_do(actor, today)
    rows = Organisation.objects.filter(pk=actor.organisation_id or 0).annotate(**wanted)
    return _found(rows.values(*wanted)[0])


def ages_and_to_do(actor: Actor, today: date, **also: Any) -> tuple[list[UnitAges], list[Unit], ToDo, dict[str, Any]]:
    """What each unit owes, those among them in which nobody answers (with what is above them), and what is to do. In
    one question, for a page that asks many: what is to do is found once, whatever the number of units. `also`: what
    the page wants to know beside it; nothing is said of it where there is no unit at all."""
    answered = organisations.somebody_answers("pk")
    asked = with_ages(ledger_units(actor), today).annotate(somebody=answered, **_to_do(actor, today), **also)
    rows = list(asked.select_related("parent"))
    owing, to_do = ages_in(rows), _found(vars(rows[0])) if rows else safety_to_do(actor, today)
    beside = {name: vars(rows[0])[name] for name in also if rows}
    nobody = [each.unit for each in owing if not each.unit.somebody]  # type: ignore[attr-defined]
    return owing, nobody, to_do, beside


_FACTS = ("unread_late", "contacts", "led", "statements")


def _found(values: Mapping[str, Any]) -> ToDo:
    showing = [value for name, value in values.items() if name.startswith("show_")]
    facts = {name: values[name] for name in _FACTS}
    return ToDo(**facts, showing=ShowingToDo(*showing) if showing else None)


def _to_do(actor: Actor, today: date) -> dict[str, Any]:
    here, units = actor.organisation_id or 0, actor.units_for(P.ANSWER)
    unread = Contribution.objects.filter(UNREAD, read_by__lt=today)
    # Units belong to one organisation. Named as well, it would lead past the index of one unit.
    unread = unread.filter(organisation=here) if units is None else unread.filter(unit__in=units)
    wishes = ContactWish.objects.filter(organisation=here, ended_on__isnull=True)
    if units is not None:
        wishes = wishes.filter(contribution__unit__in=units)
    counts = CappedCount(unread, MOST_COUNTED), CappedCount(wishes, MOST_COUNTED)
    led, statements = Exists(organisations.users_with(here, ROLE)), CappedCount(statements_to_read(actor), MOST_COUNTED)
    showing = showing_counts(actor, today) if actor.can(P.MODERATE) else {}
    return showing | dict(zip(_FACTS, (*counts, led, statements), strict=True))


def phrase_unread(actor: Actor, today: date) -> tuple[int, int]:
    """For the safeguarding lead: how many with words from the list nobody has read yet, and how many of them are late.
    Both stop counting at a limit.
    """
    rows = Contribution.objects.filter(UNREAD, organisation=actor.organisation_id, grave=Grave.PHRASE).order_by()
    late = rows.filter(read_by__lt=today)
    return tuple(len(part.values_list("pk", flat=True)[:MOST_COUNTED]) for part in (rows, late))  # type: ignore[return-value]


def unread_late(actor: Actor, today: date) -> QuerySet[Contribution]:
    """Past the day by which somebody should have read it."""
    return unread_for(actor).filter(read_by__lt=today)


def reader_of(unit: Unit) -> User | None:
    """Who reads what is said to a unit: whoever manages it or is nearest above it; else the coordinator."""
    return organisations.nearest_with(unit, *READERS)


def late_readings(organisation: Organisation, today: date) -> Iterator[tuple[Unit, Debt]]:
    """For reminders: each unit with something that nobody has read in time."""
    rows = Contribution.objects.filter(UNREAD, organisation=organisation, read_by__lt=today).order_by()
    found = rows.values_list("unit").annotate(Count("pk"), Min("read_by"))
    counted = {unit: Debt(number, oldest) for unit, number, oldest in found}
    for unit in Unit.objects.filter(pk__in=counted).order_by("path"):
        yield unit, counted[unit.pk]


def contact_wishes_for(actor: Actor) -> QuerySet[ContactWish]:
    """Who waits to be contacted by the actor's units; the nearest day first."""
    units = actor.units_for(P.ANSWER)
    rows = ContactWish.objects.filter(organisation=actor.organisation_id, ended_on__isnull=True)
    if units is not None:
        rows = rows.filter(contribution__unit__in=units)
    return rows.select_related("contribution__unit", "contribution__person").order_by("contact_by", "id")


def contact_wish_of(contribution: Contribution) -> ContactWish | None:
    """Whatever became of it, for whoever was given the contribution."""
    return ContactWish.everything.filter(contribution=contribution).first()


def asks_for_contact(contribution: Contribution) -> bool:
    wish = None if contribution.restricted else getattr(contribution, "contact_wish", None)
    return wish is not None and wish.ended_on is None


def contact_wish_here(concern: Concern) -> ContactWish:
    found = contact_wish_of(concern.contribution)
    if found is None:
        raise NotYours
    return found


def ways_to(contribution: Contribution, wish: ContactWish | None) -> list[str]:
    """How the author can be reached: as they said, then as the register says, first choice first."""
    own = [wish.how] if wish and wish.how else []
    channels = people.channels_of(contribution.person) if contribution.person else []
    return [*own, *(f"{channel.get_kind_display()}: {channel.address}" for channel in channels)]


def words_of(organisation_id: int) -> warning_words.Words:
    """The phrase list in force: the newest, or the one with which everybody begins."""
    newest = PhraseList.objects.filter(organisation=organisation_id).order_by("-id").first()
    return warning_words.Words.of(newest.groups, newest.left_out) if newest else warning_words.DEFAULT


def phrase_lists(actor: Actor) -> QuerySet[PhraseList]:
    """Every version with who wrote it, the newest first."""
    if not actor.can(P.SAFEGUARD):
        raise NotYours
    rows = PhraseList.objects.filter(organisation=actor.organisation_id)
    return rows.select_related("recorded_by").order_by("-id")


@dataclass(frozen=True)
class PhraseChange:
    """What one version of the list brought in and took out."""

    row: PhraseList
    added: list[str]
    removed: list[str]


def phrase_history(versions: Sequence[PhraseList]) -> list[PhraseChange]:
    """`versions` newest first; the oldest of them is compared with the list with which everybody begins."""
    lists = [_all(each.groups, each.left_out) for each in versions]
    lists.append(_all(warning_words.DEFAULT.as_lists(), warning_words.DEFAULT.left_out))
    return [
        PhraseChange(row, sorted(now - before), sorted(before - now))
        for row, now, before in zip(versions, lists, lists[1:], strict=False)
    ]


def _all(groups: Mapping[str, Sequence[str]], left_out: Sequence[str]) -> set[str]:
    return {phrase for phrases in groups.values() for phrase in phrases} | {f"({phrase})" for phrase in left_out}
