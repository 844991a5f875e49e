"""One decision from its first day to what is different now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.roles import works_here
from alongside.core.actor import Actor
from alongside.core.parts import Moment
from alongside.decisions import queries as decisions
from alongside.decisions.models import DECIDED, Decision, SeatWaiver, Taken, TakenWithout
from alongside.involvement import queries as involvement
from alongside.voice import progress
from alongside.voice import queries as voice
from alongside.voice.models import AnswerKind, Change, Contribution
from alongside.voice.rules import may_read_words

MOST_VOICES = 25
TONE = {Taken.WITH: "done", Taken.WITHOUT: "quiet", Taken.EXCEPTED: "late"}


@dataclass(frozen=True)
class Voice:
    """Somebody's words as they stand among others: never a name, unless they want to be credited."""

    words: str
    on: date
    note: str
    url: str
    asked: str = ""  # what they reply to
    lang: str = ""


@dataclass(frozen=True)
class Timeline:
    decision: Decision
    moments: Sequence[Moment]
    voices: Sequence[Voice]
    more_voices: bool
    changes: Sequence[Change]
    without: TakenWithout | None
    waivers: Sequence[SeatWaiver]
    first_asked: date | None


def timeline_of(actor: Actor, decision: Decision, slug: str) -> Timeline:
    """Everything that happened around a decision which the actor may see, in the order of the days."""
    voices = list(voice.said_about_decision(actor, decision.pk)[: MOST_VOICES + 1])
    changes = list(voice.changes_for(actor).filter(decision=decision).order_by("since", "id"))
    moments = [  # what falls on one day stays as it stands here: people are asked before it is decided
        _opened(decision),
        *involvement.people_in(actor, decision),
        *_decided(decision),
        *_of_changes(changes, slug),
    ]
    return Timeline(
        decision=decision,
        moments=sorted(moments, key=lambda moment: (moment.at is None, moment.at)),
        voices=[_voice(said, actor, slug) for said in voices[:MOST_VOICES]],
        more_voices=len(voices) > MOST_VOICES,
        changes=changes,
        without=_exception(decision),
        waivers=decisions.waivers_of(decision),
        first_asked=involvement.first_asked(decision),
    )


def _voice(said: Contribution, actor: Actor, slug: str) -> Voice:
    own = said.person_id is not None and said.person_id == actor.person_id
    url = f"/me/said/{said.code}/" if own else f"/{slug}/voices/{said.code}/"
    note = AnswerKind(said.answer_kind).label if said.answer_kind else said.get_state_display()
    asked = said.question.text if said.question and said.words else ""
    return Voice(_words(said, actor), said.said_on, str(note), url, asked, said.lang)


def _words(said: Contribution, actor: Actor) -> str:
    if not said.words:
        return _("(taken back by the one who said it)")
    return said.words if may_read_words(actor, said) else _("(read only by those who answer it)")


def _exception(decision: Decision) -> TakenWithout | None:
    if decision.taken != Taken.EXCEPTED:
        return None
    return TakenWithout.objects.select_related("allowed_by").filter(decision=decision).order_by("id").last()


def _opened(decision: Decision) -> Moment:
    opened = _("A contributor asked for this decision") if decision.raised_by_id else _("Put on the calendar")
    return Moment(decision.opened_on, opened, tone="open")


def _decided(decision: Decision) -> Iterator[Moment]:
    if decision.decided_on:
        title = _("Decided: %(how)s") % {"how": decision.get_taken_display().lower()}
        yield Moment(decision.decided_on, title, decision.outcome, tone=TONE[Taken(decision.taken)])
    elif decision.due_on and decision.state == "planned":
        yield Moment(decision.due_on, _("Due to be decided"), by=decision.decider, coming=True)


def _of_changes(changes: Sequence[Change], slug: str) -> Iterator[Moment]:
    for change in changes:
        yield Moment(
            change.since,
            change.what,
            by=change.get_state_display(),
            url=f"/{slug}/changes/{change.code}/",
            tone=progress.CHANGES[change.stands][1],
        )


def is_staff(actor: Actor) -> bool:
    return works_here(actor)


def tone_of(decision: Decision) -> str:
    return TONE[Taken(decision.taken)] if decision.taken else "waiting"


def about(decision: Decision, shown: Timeline, slug: str, *, staff: bool) -> list[tuple[object, ...]]:
    """What is open, fixed, who decides, when, and when people were first asked."""
    decided = decision.state == DECIDED
    open_part = decision.open_part or getattr(decision, "asked_what_is_open", "")
    decider = decision.decider or getattr(decision, "asked_who_decides", "")
    rows: list[tuple[object, ...]] = [
        (_("What was open") if decided else _("What can still change"), open_part or _("Not said yet")),
        (_("What is fixed"), decision.fixed_part),
        (_("Who decides"), decider or _("Not said yet")),
        *_body(decision, slug),
        (_("When"), decision.decided_on or decision.due_on or _("No day yet")),
        (_("People were first asked on"), shown.first_asked or _("Nobody has been asked")),
    ]
    if staff:
        rows.append((_("Who looks after it"), decision.owner.job if decision.owner else _("Nobody is named")))
    return [row for row in rows if row[1]]


def _body(decision: Decision, slug: str) -> Iterator[tuple[object, ...]]:
    if decision.forum:
        url = decisions.url_of_seats(slug, decision.forum.code)
        yield _("The body that decides"), decision.forum.name, url, _("See its seats")
