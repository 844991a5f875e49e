"""What is different now, and who has said so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules, showing_text
from ..models import Change, ChangeSource, Contribution, Verdict
from ..models.changes import CHALLENGED, LAPSED
from ..models.contributions import WITHDRAWN
from .ledger import contributions_for
from .public import public_heard
from .readers import eyes_of
from .standing import with_denied


def changes_for(actor: Actor) -> QuerySet[Change]:
    """Staff: their units'. Those who said it: theirs. Everybody: where somebody's words about it are public."""
    units = actor.units_for(P.SEE_VOICES)
    rows = Change.objects.filter(organisation=actor.organisation_id)
    if units is not None:
        visible = Q(_came_of_what_is_seen(actor))
        rows = rows.filter(Q(unit__in=units) | visible if units else visible)
    return with_denied(rows.select_related("unit", "decision", "organisation").order_by("-since", "-id"))


def _came_of_what_is_seen(actor: Actor) -> Exists:
    """Of something that anybody may read, or that the actor said: asked once for both."""
    seen = public_heard(actor.organisation_id or 0).select_related(None)
    if actor.person_id:
        seen |= Contribution.everything.filter(person=actor.person_id)
    return Exists(seen.filter(changes__change=OuterRef("pk")).order_by())


def change_for(actor: Actor, code: str) -> Change:
    found = _with_sources(changes_for(actor)).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def change_named(actor: Actor, code: str) -> Change:
    """The same, without the words it came of: for pages that ask for those themselves."""
    found = changes_for(actor).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def change_of(contribution: Contribution, code: str) -> Change:
    """A change that came of this contribution, for its author."""
    found = Change.objects.filter(sources__contribution=contribution, code=code).first()
    if found is None:
        raise NotYours
    return found


def changes_about_decision(actor: Actor, decision_id: int) -> QuerySet[Change]:
    return _with_sources(changes_for(actor).filter(decision=decision_id))


def changes_of_decisions(actor: Actor, decision_ids: Collection[int]) -> dict[int, list[str]]:
    """What is different now because of several decisions, as far as the actor may read it, by decision, each with
    who says so.
    """
    found: dict[int, list[str]] = {}
    rows = changes_for(actor).select_related(None).filter(decision__in=decision_ids)
    for row in rows:
        found.setdefault(row.decision_id or 0, []).append(f"{row.what} ({row.get_state_display()})")
    return found


@dataclass(frozen=True)
class SourceSeen:
    """One thing out of which a change came, as the reader may see it. `whole`: they read it as it was said, because
    they work on it or said it; everybody else reads what was decided that they may.
    """

    words: str
    whole: bool
    verdicts: Mapping[str, str] = field(default_factory=dict)  # by the code of a verdict, what its author wrote
    asked: str = ""  # what the words reply to
    lang: str = ""


def sources_as_seen(actor: Actor, change: Change) -> dict[int, SourceSeen]:
    """By contribution: those out of which it came whose words the actor may read."""
    rows = marked(actor, Contribution.objects.filter(pk__in=[row.contribution_id for row in change.sources.all()]))
    found = [
        (row, row.known and rules.may_read_words(actor, row)) for row in rows.select_related("question", "showing")
    ]
    prefetch_related_objects([row for row, whole in found if row.heard and not whole], "verdicts", "challenges")
    return {row.pk: _source(row, whole, change) for row, whole in found if whole or row.heard}


def _source(row: Contribution, whole: bool, change: Change) -> SourceSeen:
    asked = row.question.text if row.question else ""
    if whole:
        said = {one.code: one.words for one in change.verdicts.all() if one.contribution_id == row.pk}
        return SourceSeen(row.words, True, said, asked, row.lang)
    texts = showing_text.readable(row, row.showing)
    verdicts = {one.code: texts.get(showing_text.key_of(one), "") for one in row.verdicts.all()}
    return SourceSeen(texts.get(showing_text.WORDS, ""), False, verdicts, asked, row.lang)


def marked(actor: Actor, rows: QuerySet[Contribution]) -> QuerySet[Any]:
    """Each with `heard`, everybody may read it, and `known`, the actor has it before them somewhere."""
    heard, known = _same(public_heard(actor.organisation_id or 0)), _same(contributions_for(actor))
    found: QuerySet[Any] = eyes_of(actor).asked(rows).annotate(heard=Exists(heard), known=Exists(known))
    return found


def _same(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    return rows.select_related(None).prefetch_related(None).order_by().filter(pk=OuterRef("pk"))


def disputed_for(actor: Actor) -> QuerySet[Change]:
    """Denied by somebody who said it, or found by the organisation itself not to have held."""
    return changes_for(actor).filter(state__in=(CHALLENGED, LAPSED))


def to_confirm(person_ids: Iterable[int]) -> QuerySet[ChangeSource]:
    """Changes that are said to have come of somebody's words and on which they have not had their say."""
    given = Verdict.objects.filter(
        change=OuterRef("change"), contribution=OuterRef("contribution"), on_earlier_text=False
    )
    rows = ChangeSource.objects.filter(contribution__person__in=list(person_ids))
    rows = rows.exclude(contribution__state=WITHDRAWN).filter(~Exists(given))
    return rows.select_related("change", "contribution__organisation").order_by("id")


def _with_sources(rows: QuerySet[Change]) -> QuerySet[Change]:
    sources = ChangeSource.objects.select_related(
        "contribution__person", "contribution__unit", "contribution__question"
    ).order_by("id")
    verdicts = Verdict.objects.select_related("contribution", "recorded_by").order_by("id")
    return rows.prefetch_related(Prefetch("sources", sources), Prefetch("verdicts", verdicts))
