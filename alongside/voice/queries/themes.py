"""The organisation's themes, what is marked with them, and what may be: each suggestion with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Count, F, FilteredRelation, Max, Q, QuerySet, Subquery

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules
from ..learning.features import Example
from ..learning.lines import Learned
from ..learning.neighbours import nearest
from ..learning.packing import unpack
from ..models import Contribution, Theme, ThemeMark, ThemeMarkStatus, ThemeModel, ThemeWording
from ..models.themes import ACCEPTED, REJECTED
from .ledger import ledger_for
from .readers import inside
from .searching import Similar
from .theme_copies import copied

ENOUGH = 200  # marked contributions from which on the organisation's own model is better than similar voices
MOST_EXAMPLES = 20_000  # the newest; what people meant years ago is another thing
CHIPS = 3


def themes_of(actor: Actor, retired: bool = False) -> QuerySet[Theme]:
    """Those in use, by name; with `retired`, all that ever were."""
    rows = Theme.objects.filter(organisation=actor.organisation_id or 0)
    rows = rows if retired else rows.filter(retired_on__isnull=True)
    return rows.select_related("parent").order_by("name", "id")


def theme_here(actor: Actor, code: str) -> Theme:
    found = themes_of(actor, retired=True).filter(code=code).first() if rules.can_see_themes(actor) else None
    if found is None:
        raise NotYours
    return found


def wordings_of(theme: Theme) -> list[ThemeWording]:
    """Newest first."""
    return list(theme.wordings.select_related("recorded_by").order_by("-id"))


def marked_with(actor: Actor, theme: Theme) -> QuerySet[Contribution]:
    """What people said that is about it, in their words, newest first."""
    marked = ThemeMark.objects.filter(theme=theme, state=ACCEPTED)
    return ledger_for(actor).filter(inside(), pk__in=marked.values("contribution")).order_by("-received_on", "-id")


def newest_marked(actor: Actor, themes: Sequence[Theme]) -> QuerySet[Contribution]:
    """People's own words about any of these themes, or, without any, about whatever is marked; newest first."""
    marked = ThemeMark.objects.filter(organisation=actor.organisation_id or 0, state=ACCEPTED)
    marked = marked.filter(theme__in=themes) if themes else marked
    rows = ledger_for(actor).filter(inside(), pk__in=marked.values("contribution"))
    return rows.order_by("-received_on", "-id")


# Learning.


@dataclass(frozen=True)
class Marked:
    example: Example
    row: Contribution


def marks_upto(organisation_id: int) -> str:
    """Other than before as soon as anything was marked, or words are gone, or are not to be used inside any more."""
    marks = _to_learn_from(organisation_id).aggregate(n=Count("pk"))
    last = ThemeMarkStatus.objects.filter(thememark__organisation=organisation_id).aggregate(last=Max("pk"))
    return f"{marks['n']}:{last['last'] or 0}"


def marked_examples(organisation_id: int) -> list[Marked]:
    """What is marked, newest first. Words that may not be used inside teach nothing."""
    rows = _to_learn_from(organisation_id).select_related("contribution__question", "theme")
    rows = rows.order_by("-received_on", "-contribution_id", "theme_id")
    return _marked(rows.iterator(chunk_size=2000), MOST_EXAMPLES)


def _to_learn_from(organisation_id: int) -> QuerySet[ThemeMark]:
    rows = ThemeMark.objects.filter(organisation=organisation_id, state__in=(ACCEPTED, REJECTED))
    return rows.filter(inside("contribution__"))


def asked_of(contribution: Contribution) -> str:
    """The question that it answers: “nothing” means another thing after another question."""
    return contribution.question.text if contribution.question else ""


_read: dict[int, tuple[datetime, Learned]] = {}


def learned_by(organisation_id: int) -> Learned | None:
    made = ThemeModel.objects.filter(organisation=organisation_id).values_list("made_at", flat=True).first()
    return _learned(organisation_id, made)


def _learned(organisation_id: int, made_at: datetime | None) -> Learned | None:
    """Read once in each process, until it is learned again or thrown away."""
    kept = _read.get(organisation_id)
    if made_at is None or (kept and kept[0] != made_at):
        _read.pop(organisation_id, None)
    if made_at is None:
        return None
    if organisation_id not in _read:
        row = ThemeModel.objects.filter(organisation=organisation_id).first()
        if row is None:
            return None
        _read[organisation_id] = (row.made_at, unpack(bytes(row.learned)))
    return _read[organisation_id][1]


# Suggesting.


@dataclass(frozen=True)
class Suggestion:
    """`because`: words of this text that speak for it. `like`: what was said that sounds like it, and was marked so.
    `copy`: somebody else said nearly the same, and it is marked so.
    """

    theme: Theme
    because: list[str] = field(default_factory=list)
    like: list[Contribution] = field(default_factory=list)
    copy: Contribution | None = None


@dataclass(frozen=True)
class ThemesOf:
    """What somebody accepted for one contribution, what is suggested, and all that can be chosen by hand."""

    accepted: Sequence[Theme]
    suggested: list[Suggestion]
    others: Sequence[Theme]


def themes_on(actor: Actor, contribution: Contribution, suggest: bool = True, near: Sequence[Similar] = ()) -> ThemesOf:
    """One question for the themes, what somebody said of each, when it was last learned, and who said nearly the same
    and is marked with it. `near`: others who said the same, as far as the reader may read."""
    copies = {each.contribution.pk: each.contribution for each in near if each.is_nearly_equal}
    made = ThemeModel.objects.filter(organisation=contribution.organisation_id).values("made_at")
    own = FilteredRelation("marks", condition=Q(marks__contribution=contribution.pk))
    rows = themes_of(actor, retired=True).annotate(
        own=own, said=F("own__state"), learned_at=Subquery(made), copied=copied([*copies])
    )
    themes = [theme for theme in rows if theme.retired_on is None or theme.said]
    accepted = [theme for theme in themes if theme.said == ACCEPTED]
    free = [theme for theme in themes if not theme.said]
    at = themes[0].learned_at if themes else None
    suggested = _suggested(actor, contribution, free, at) if suggest and free and contribution.words else []
    suggested = _copies_first(suggested, free, copies) if suggest else []
    taken = {*accepted, *(each.theme for each in suggested)}
    # Also what was refused or taken off: people change their minds.
    others = [theme for theme in themes if theme not in taken and theme.retired_on is None]
    return ThemesOf(accepted, suggested, others)


def _copies_first(
    guessed: Sequence[Suggestion], free: Sequence[Theme], copies: Mapping[int, Contribution]
) -> list[Suggestion]:
    """The best reason of all: a person has marked nearly the same words so."""
    known = {each.theme: each for each in guessed}
    found: dict[Theme, int] = {each: each.copied for each in free if each.copied}  # type: ignore[attr-defined]
    said = [replace(known.get(theme, Suggestion(theme)), copy=copies[copy]) for theme, copy in found.items()]
    return [*said, *(each for each in guessed if each.theme not in found)][:CHIPS]


def _suggested(
    actor: Actor, contribution: Contribution, free: Sequence[Theme], learned_at: datetime | None
) -> list[Suggestion]:
    by_code = {theme.code: theme for theme in free}
    if learned := _learned(contribution.organisation_id, learned_at):
        asked = asked_of(contribution)
        found = [code for code in learned.scores(contribution.words, asked) if code in by_code][:CHIPS]
        return [Suggestion(by_code[code], learned.reasons(code, contribution.words, asked)) for code in found]
    return _from_similar(actor, contribution, by_code)


def _from_similar(actor: Actor, contribution: Contribution, by_code: dict[str, Theme]) -> list[Suggestion]:
    """From voices that the reader may read, and from the words that say what belongs to each theme."""
    marked = [each for each in readable(actor) if each.row != contribution]
    words = [belonging(theme) for theme in by_code.values()]
    near = nearest(contribution.words, [*(each.example for each in marked), *words])
    return [
        Suggestion(by_code[each.theme], each.shared[:CHIPS], [marked[n].row for n in each.like if n < len(marked)][:1])
        for each in near
        if each.theme in by_code
    ][:CHIPS]


def belonging(theme: Theme) -> Example:
    return Example(f"{theme.name}. {theme.belongs}", "", frozenset({theme.code}))


def readable(actor: Actor) -> list[Marked]:
    """The newest that are marked, among those whose words the reader may read."""
    units = actor.units_for(P.SEE_VOICES)
    rows = _to_learn_from(actor.organisation_id or 0)
    rows = rows if units is None else rows.filter(contribution__unit__in=units)
    rows = rows.select_related("contribution__question", "theme").order_by("-received_on", "-contribution_id")
    return _marked(rows[: 3 * ENOUGH], ENOUGH)


def _marked(rows: Iterable[ThemeMark], most: int) -> list[Marked]:
    """What was said with all its marks, in the order of the rows, which have all of one together."""
    found: dict[int, tuple[Contribution, set[str], set[str]]] = {}
    for mark in rows:
        if mark.contribution_id not in found:
            if len(found) >= most:
                break
            found[mark.contribution_id] = (mark.contribution, set(), set())
        _row, about, refused = found[mark.contribution_id]
        (refused if mark.state == REJECTED else about).add(mark.theme.code)
    return [
        Marked(Example(row.words, asked_of(row), frozenset(about), frozenset(refused)), row)
        for row, about, refused in found.values()
    ]
