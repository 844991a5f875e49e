"""What the record says to each of the five points, read each time: sentences with where they come from, what went badly
beside what went well. Signs are those of `candour`, in its own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.candour import queries as candour
from alongside.candour import rules as candour_rules
from alongside.candour import words as candour_words
from alongside.candour.ladders import ROLES, STAGES
from alongside.candour.standards import Reading
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.decisions.models import Decision
from alongside.involvement.models import Arrangement, Attendance, Meeting, Opportunity
from alongside.involvement.models.meetings import MET, NOT_MET
from alongside.involvement.queries import presence
from alongside.voice import queries as voice
from alongside.voice.models import AnswerKind, Change, Contribution
from alongside.voice.models.answers import STILL_OWED

MOST_QUOTED = 3
WELL, BADLY, PLAIN = "well", "badly", ""
# Under which point each sign of `candour` stands.
POINT_OF = {
    **dict.fromkeys(("asked_after", "no_scope"), "aim"),
    **dict.fromkeys(("agenda", "suits_staff", "information", "unpaid", "unpaid_reading", "lone_seat"), "methods"),
    **dict.fromkeys(("input_vanishes", "no_feedback", "counted_as_success", "story_mining"), "results"),
    **dict.fromkeys(("overruled", "stage_drop_off"), "influence"),
}


@dataclass(frozen=True)
class Fact:
    words: str
    url: str = ""
    reads: str = PLAIN


@dataclass(frozen=True)
class Said:
    """Somebody's own words, as the reader may read them."""

    words: str
    by: str


@dataclass(frozen=True)
class Record:
    facts: dict[str, list[Fact]]
    said: list[Said]


def record_of(actor: Actor, opportunity: Opportunity, today: date, slug: str) -> Record:
    decision = opportunity.decision
    facts: dict[str, list[Fact]] = {
        "aim": list(_aim(opportunity)),
        "methods": list(_methods(opportunity, slug)),
        "results": list(_results(actor, decision, slug)),
        "influence": list(_influence(opportunity, slug)),
        "reflection": [],
    }
    for point, fact in _signs(actor, decision, today, slug):
        facts[point].append(fact)
    return Record(facts, _said(actor, opportunity))


def _aim(at: Opportunity) -> Iterator[Fact]:
    yield Fact(_("Why people were asked: %(words)s") % {"words": at.request.why})
    if at.can_change:
        yield Fact(_("What could still change: %(words)s") % {"words": at.can_change})
    else:
        yield Fact(_("Nobody wrote down what could still change."), reads=BADLY)
    if at.decision.fixed_part:
        yield Fact(_("What was fixed: %(words)s") % {"words": at.decision.fixed_part})
    yield Fact(_("Who decided: %(words)s") % {"words": at.decider})
    if at.cleared_reason:
        yield Fact(
            _("Opened although people would be asked for show: %(why)s") % {"why": at.cleared_reason}, reads=BADLY
        )


def _methods(at: Opportunity, slug: str) -> Iterator[Fact]:
    if at.opened_on:
        yield Fact(_("Opened on %(day)s.") % {"day": parts.day(at.opened_on)})
    sessions = Meeting.objects.filter(opportunity=at, cancelled_on__isnull=True).order_by("starts_at")
    for meeting in sessions:
        words = {"day": parts.day(meeting.held_on), "title": meeting.title}
        yield Fact(_("Session on %(day)s: %(title)s") % words)
    came = Attendance.objects.filter(meeting__in=sessions).aggregate(
        all=Count("pk"),
        there=Count("pk", filter=Q(came=True)),
        people=Count("place__person", filter=Q(came=True), distinct=True),
    )
    if came["all"]:
        told = _("Expected %(all)s times, came %(there)s times: %(people)s people.") % came
        yield Fact(told, reads=BADLY if came["there"] * 2 < came["all"] else PLAIN)
    yield from _needs(at, slug)
    yield Fact(_("Pay: %(words)s") % {"words": at.pay})


def _needs(at: Opportunity, slug: str) -> Iterator[Fact]:
    rows = Arrangement.objects.filter(meeting__opportunity=at, meeting__cancelled_on__isnull=True)
    found = rows.aggregate(met=Count("pk", filter=Q(state=MET)), missing=Count("pk", filter=Q(state=NOT_MET)))
    if found["missing"]:
        told = ngettext(
            "%(n)s time something that somebody needed was not there.",
            "%(n)s times something that somebody needed was not there.",
            found["missing"],
        )
        yield Fact(told % {"n": found["missing"]}, reads=BADLY)
    elif found["met"]:
        yield Fact(_("Everything that somebody needed was there."), reads=WELL)


def _results(actor: Actor, decision: Decision, slug: str) -> Iterator[Fact]:
    url = f"/{slug}/decisions/{decision.code}/"
    if decision.decided_on:
        words = {
            "day": parts.day(decision.decided_on),
            "how": decision.get_taken_display(),
            "outcome": decision.outcome,
        }
        reads = WELL if decision.taken == "with" else BADLY
        yield Fact(_("%(how)s, on %(day)s. %(outcome)s") % words, url, reads)
    else:
        yield Fact(_("It is not decided yet."), url)
    yield from _answers(decision)
    changes = Change.objects.filter(decision=decision).exists()
    for change in voice.changes_for(actor).filter(decision=decision).order_by("since", "id"):
        reads = {"confirmed": WELL, "claimed": PLAIN}.get(change.state, BADLY)
        yield Fact(f"{change.what} ({change.get_state_display()})", f"/{slug}/changes/{change.code}/", reads)
    if decision.decided_on and not changes:
        yield Fact(_("Nothing that is different now is on the record."), reads=BADLY)


def about(decision_id: int) -> Q:
    """Said about the decision, or at a session about it."""
    return Q(decision=decision_id) | Q(meeting__opportunity__decision=decision_id)


def _answers(decision: Decision) -> Iterator[Fact]:
    rows = Contribution.objects.filter(about(decision.pk), withdrawn_on__isnull=True).order_by()
    found = dict(rows.values_list("answer_kind").annotate(n=Count("pk")))
    for kind in (kind for kind in AnswerKind if kind not in STILL_OWED and found.get(kind)):
        yield Fact(
            _("“%(answer)s”: %(n)s of %(all)s things that were said.") % {**_of(found, kind), "answer": kind.label}
        )
    owed = sum(number for kind, number in found.items() if kind in ("", *STILL_OWED))
    if owed:
        told = ngettext("%(n)s thing that was said has no answer.", "%(n)s things that were said have no answer.", owed)
        yield Fact(told % {"n": owed}, reads=BADLY)


def _of(found: dict[str, int], kind: str) -> dict[str, int]:
    return {"n": found[kind], "all": sum(found.values())}


def _influence(at: Opportunity, slug: str) -> Iterator[Fact]:
    url = f"/{slug}/candour/activities/{at.code}/"
    agreed = presence.agreed_roles([at.pk]).get(at.pk, {})
    for stage, words in STAGES.items():
        roles = agreed.get(stage)
        if roles:
            told = ", ".join(f"{ROLES[role]} {number}" for role, number in sorted(roles.items()))
            yield Fact(_("Agreed for “%(stage)s”: %(roles)s.") % {"stage": words, "roles": told}, url)
    yield Fact(_("What staff say it was, and what those who took part say."), url)


def _signs(actor: Actor, decision: Decision, today: date, slug: str) -> Iterator[tuple[str, Fact]]:
    """Only for whoever reads the signs of that decision."""
    if not candour_rules.can_see_signs_of(actor, decision):
        return
    for read in candour.signs_of_decision(actor, decision, today, slug):
        reads = {Reading.LOOK: BADLY, Reading.CLEAR: WELL}.get(read.finding.reading)
        if reads is None:
            continue
        shown = candour_words.shown(read)
        # What a sign is called says what went wrong: where it is clear, its sentences stand alone.
        words = " ".join([f"{shown.title}:", *shown.sentences] if reads == BADLY else shown.sentences)
        fact = Fact(words, f"/{slug}/decisions/{decision.code}/signs/", reads)
        yield POINT_OF.get(shown.slug, "reflection"), fact


def _said(actor: Actor, at: Opportunity) -> list[Said]:
    """Only what its author lets this reader read, as it stands now: people who work here, or anybody. Others who took
    part are not people who work here."""
    rows: Any = Contribution.objects.filter(about(at.decision_id), use_inside=True, withdrawn_on__isnull=True)
    codes = list(rows.order_by("-received_on", "-id").values_list("code", flat=True)[: MOST_QUOTED * 3])
    found = voice.quotes(at.organisation_id, codes, voice.eyes_of(actor).reader)
    kept = [(code, found[code]) for code in codes if code in found and not found[code].withdrawn]
    return [Said(str(quote), quote.by) for _code, quote in kept[:MOST_QUOTED]]
