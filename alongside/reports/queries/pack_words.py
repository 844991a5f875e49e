"""The words to which a board pack refers, read at this moment: as whoever reads it may see them, and no others.

What is missing here was taken back, is not for this reader, or is before the safeguarding lead: which of them it is
nobody can tell, unless its author took it back, which is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from alongside.candour import queries as candour
from alongside.candour.models import Claim
from alongside.candour.queries import Version
from alongside.core.actor import Kind, system
from alongside.decisions import queries as decisions
from alongside.journey.models import Aim, AimAgreement, AimWord, Audience, Entry, Side
from alongside.journey.queries import newest_words
from alongside.organisation import queries as organisations
from alongside.voice import queries as voice
from alongside.voice.models import Change, Verdict
from alongside.voice.queries import Eyes, Quote, Reader, eyes_of


def eyes_of_board(organisation_id: int) -> Eyes:
    """For a file that is made for the board, and by nobody in particular."""
    return eyes_of(system(organisation_id))


def titles_of(eyes: Eyes, codes: Iterable[str]) -> dict[str, str]:
    """Of decisions that they may see."""
    rows = decisions.decisions_for(eyes.actor).select_related(None).filter(code__in=set(codes))
    return dict(rows.order_by().values_list("code", "title"))


class Quotes(NamedTuple):
    """`opens`: those of which the reader can open the page."""

    found: Mapping[str, Quote]
    opens: frozenset[str]


def quotes_of(eyes: Eyes, codes: Iterable[str]) -> Quotes:
    asked = list(dict.fromkeys(codes))
    if not asked:
        return Quotes({}, frozenset())
    there = voice.contributions_for(eyes.actor).filter(code__in=asked).select_related(None)
    opens = there.values_list("code", flat=True) if eyes.actor.kind != Kind.SYSTEM else ()
    return Quotes(voice.quotes(eyes.organisation_id, asked, eyes.reader), frozenset(opens))


@dataclass(frozen=True)
class ChangeRead:
    change: Change
    said: Sequence[tuple[str, Verdict]]  # by the code of what it came of: what its author says of the change


def changes_of(eyes: Eyes, codes: Iterable[str]) -> dict[str, ChangeRead]:
    """As they stand now, with what those who said it say of them. Those who work here read all of them; others those
    of which each can open the page: it may be about the support of one person."""
    if eyes.reader == Reader.INSIDE:
        listed = voice.with_denied(Change.objects.filter(organisation=eyes.organisation_id))
    else:
        listed = voice.changes_for(eyes.actor)
    rows = {row.pk: row for row in listed.filter(code__in=set(codes))}
    verdicts = Verdict.objects.filter(change__in=rows, contribution__restricted=False).order_by("id")
    said: dict[int, list[tuple[str, Verdict]]] = {}
    for row in verdicts.select_related("contribution"):
        said.setdefault(row.change_id, []).append((row.contribution.code, row))
    return {row.code: ChangeRead(row, tuple(said.get(pk, ()))) for pk, row in rows.items()}


@dataclass(frozen=True)
class EntryRead:
    entry: Entry
    name: str


def entries_of(eyes: Eyes, codes: Iterable[str]) -> dict[str, EntryRead]:
    """What its author lets everybody read who belongs here, as long as they do; of a decision only for those who see
    that decision."""
    rows = Entry.objects.filter(organisation=eyes.organisation_id, code__in=set(codes), taken_back_on__isnull=True)
    rows = rows.filter(audience__in=[Audience.MEMBERS, Audience.PUBLIC])
    found = list(rows.select_related("text", "unit", "decision", "person"))
    about = {row.decision.code for row in found if row.decision}
    seen = titles_of(eyes, about) if about else {}
    users = {row.user_id for row in found if row.named and row.user_id}
    names = organisations.known_here(eyes.organisation_id, users) if users else {}
    return {
        row.code: EntryRead(row, _name(row, names))
        for row in found
        if row.text is not None and (row.decision is None or row.decision.code in seen)
    }


def _name(row: Entry, names: Mapping[int, organisations.Known]) -> str:
    if not row.named:
        return ""
    if row.person:
        return row.person.known_as
    known = names.get(row.user_id or 0)
    return ", ".join(part for part in (known.name, known.job) if part) if known else ""


@dataclass(frozen=True)
class AimRead:
    aim: Aim
    word: AimWord | None  # the newest that was said of it


def aims_of(eyes: Eyes, codes: Iterable[str]) -> dict[str, AimRead]:
    rows = Aim.objects.filter(organisation=eyes.organisation_id, code__in=set(codes)).select_related("unit")
    agreed = AimAgreement.objects.filter(aim=OuterRef("pk"), agrees=True)
    sides = {name: Exists(agreed.filter(side=side)) for name, side in _SIDES}
    found = list(rows.annotate(**sides, has_next=Exists(Aim.objects.filter(after=OuterRef("pk")))))
    words = newest_words(found) if found else {}
    return {row.code: AimRead(row, words.get(row.pk)) for row in found}


_SIDES = (("by_people", Side.PEOPLE), ("by_staff", Side.STAFF))


def claims_of(eyes: Eyes, codes: Sequence[str], threshold: int, today: date) -> list[Version]:
    """Each by its newest text, with all that is said against it and the replies to that; nothing of it is edited."""
    rows = Claim.objects.filter(organisation=eyes.organisation_id, code__in=codes, shown_on__isnull=False)
    claims = list(rows.select_related("organisation", "unit").order_by("-shown_on", "-id"))
    return candour.present_versions(claims, threshold, today) if claims else []
