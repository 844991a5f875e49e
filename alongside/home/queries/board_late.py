"""What is owed so long that the board reads of it, and what is disputed: three lists of what was said in one question,
and what is denied of changes and claims in another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, CharField, F, QuerySet, TextField, Value, When
from django.utils.translation import gettext as _

from alongside.candour.queries.claims_disputed import disputed_claims
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.core.keyset import first_of
from alongside.home.parts import Line, Section
from alongside.voice import queries as voice
from alongside.voice.models.changes import CHALLENGED
from alongside.voice.tables.safety import at_most

from .mine import short

MOST = 10
RISEN, OLD, QUESTIONED = "risen", "old", "questioned"
ANSWER, DENIED, NOT_HELD, CLAIM = "answer", "change", "held", "claim"
CHANGES = (DENIED, NOT_HELD)


class Said(NamedTuple):
    kind: str
    pk: int
    words: str
    code: str
    received_on: date
    board_since: date | None
    told_on: date | None
    unit: str


def late_sections(actor: Actor, today: date, slug: str) -> list[Section]:
    """Risen, old, disputed."""
    said = _said(actor, today)
    return [
        _risen(actor, [row for row in said if row.kind == RISEN], today, slug),
        _old([row for row in said if row.kind == OLD], any(row.kind == RISEN for row in said), today, slug),
        _disputes(actor, [row for row in said if row.kind == QUESTIONED], slug),
    ]


def _said(actor: Actor, today: date) -> list[Said]:
    not_risen = voice.owed_for(actor).filter(board_since__isnull=True)
    first, *rest = (
        _few(actor, RISEN, voice.debts.on_board(actor)),
        _few(actor, OLD, voice.received_between(not_risen, today, "over-12")),
        _few(actor, QUESTIONED, voice.challenged(actor)),
    )
    rows = (Said(*row) for row in first.union(*rest, all=True))
    return sorted(rows, key=lambda row: (row.received_on, row.pk))


def _few(actor: Actor, kind: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The longest waiting: every list of them is in that order. Each with its words, as far as they read them."""
    found = first_of(rows, MOST).select_related(None).order_by()
    listed: QuerySet[Any, Any] = found.values_list(
        *(Value(kind, CharField()), "pk", voice.eyes_of(actor).shown()),
        *("code", "received_on", "board_since", "told_on", "unit__name"),
    )
    return listed


def _risen(actor: Actor, rows: Sequence[Said], today: date, slug: str) -> Section:
    """Whoever answers was reminded and whoever manages them was told, and still nothing came."""
    lines = [
        Line(
            short(row.words),
            f"/{slug}/voices/{row.code}/",
            _("%(unit)s. Here since %(day)s.") % {"unit": row.unit, "day": parts.day(row.board_since)},
            age=(today - row.received_on).days,
        )
        for row in rows
    ]
    empty = _("Nothing is so late that it had to rise here.")
    title = _("So late that it rose to the board")
    if len(lines) < MOST:
        return Section("risen", title, lines, empty)
    more = (_("All of them, in the listening ledger"), f"/{slug}/voices/?risen=board")
    lead = _("%(n)s answers. The oldest:") % {"n": at_most(voice.debts.how_many_on_board(actor))}
    return Section("risen", title, lines, empty, more, lead)


def _old(rows: Sequence[Said], above: bool, today: date, slug: str) -> Section:
    """`above`: something rose here. It stands there and is not told twice; the list that this leads to has both."""
    lines = [
        Line(short(row.words), f"/{slug}/voices/{row.code}/", row.unit, age=(today - row.received_on).days)
        for row in rows
    ]
    empty = _("Nobody else: what rose to the board stands above.") if above else _("Nobody has waited so long.")
    title = _("Said more than twelve weeks ago, and still owed an answer")
    words = _("All who have waited so long, here and above")
    more = (words if above else _("All who have waited so long"), f"/{slug}/voices/?age=over-12")
    lead = [
        _("What rose to the board stands above, and not here.") if above else "",
        _(
            "What had an answer that was challenged, or was not told yet, is here too. The figures count only what had"
            " none."
        ),
    ]
    told = " ".join(filter(None, lead)) if lines else ""
    return Section("old", title, lines, empty, more if above or len(lines) == MOST else None, told)


def _disputes(actor: Actor, said: Sequence[Said], slug: str) -> Section:
    """Answers that were challenged and not answered again; changes that those who said it deny, or that did not hold;
    and what is said to others that somebody who was there says is not true."""
    answers = [
        Line(short(row.words), f"/{slug}/voices/{row.code}/", _("The answer was challenged"), row.told_on)
        for row in said
    ]
    where = {DENIED: "changes", NOT_HELD: "changes", CLAIM: "candour/claims"}
    notes = {
        DENIED: _("Somebody who said it denies this change"),
        NOT_HELD: _("It did not hold, or only in part"),
        CLAIM: _("We say so to others, and somebody who was there says that it is not true"),
    }
    rows = _denied(actor)
    denied = [Line(short(what), f"/{slug}/{where[kind]}/{code}/", notes[kind], on) for kind, on, what, code in rows]
    kinds = [*([ANSWER] if answers else []), *(row[0] for row in rows)]
    changes = sum(kind in CHANGES for kind in kinds)
    full = max(len(answers), changes, kinds.count(CLAIM)) == MOST
    kinds += CHANGES if changes == MOST else ()  # what is not shown can be of either
    links = [(words, f"/{slug}/{path}") for kind, (words, path) in _disputed_lists().items() if kind in kinds]
    lead = _("At most %(n)d answers, %(n)d changes and %(n)d claims stand here.") % {"n": MOST} if full else ""
    title, empty = _("Disputes"), _("Nothing is disputed now.")
    return Section("disputes", title, [*answers, *denied], empty, lead=lead, lists=links)


def _disputed_lists() -> dict[str, tuple[str, str]]:
    """Each kind by itself: no list has all of them."""
    return {
        ANSWER: (_("All answers that are disputed"), "voices/?mark=open&state=all"),
        DENIED: (_("All changes that somebody who said it denies"), "changes/?state=challenged"),
        NOT_HELD: (_("All changes that did not hold, or only in part"), "changes/?state=lapsed"),
        CLAIM: (_("All claims that somebody says are not true"), "candour/claims/?stands=disputed"),
    }


def _denied(actor: Actor) -> list[tuple[str, date, str, str]]:
    """The newest of each, the newest first."""
    denied = When(denied=True, state=CHALLENGED, then=Value(DENIED, TextField()))  # as the list of changes has it
    held = Case(denied, default=Value(NOT_HELD, TextField()))
    changes = _listed(held, voice.disputed_for(actor).order_by("-since", "-id"), "what", "since")
    claims = _listed(Value(CLAIM, TextField()), disputed_claims(actor), "says", "shown_on")
    return sorted(changes.union(claims, all=True), key=lambda row: row[1], reverse=True)


def _listed(kind: Any, rows: QuerySet[Any], words: str, day: str) -> QuerySet[Any, Any]:
    found = first_of(rows, MOST).select_related(None).order_by().annotate(told=F(words), day_of=F(day))
    listed: QuerySet[Any, Any] = found.values_list(kind, "day_of", "told", "code")
    return listed
