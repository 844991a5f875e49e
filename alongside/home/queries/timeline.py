"""One decision from its first day to what is different now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor
from alongside.core.parts import Moment
from alongside.decisions.models import Decision, Taken, TakenWithout
from alongside.involvement import queries as involvement
from alongside.involvement.models import InvolvementRequest, Meeting, Opportunity
from alongside.voice import queries as voice
from alongside.voice.models import Change, Contribution

MOST_VOICES = 25
TONE = {Taken.WITH: "done", Taken.WITHOUT: "quiet", Taken.EXCEPTED: "late"}


@dataclass(frozen=True)
class Timeline:
    decision: Decision
    moments: Sequence[Moment]
    voices: Sequence[Contribution]
    more_voices: bool
    changes: Sequence[Change]
    without: TakenWithout | None
    first_asked: date | None


def timeline_of(actor: Actor, decision: Decision, slug: str) -> Timeline:
    """Everything that happened around a decision which the actor may see, in the order of the days."""
    voices = list(
        voice.contributions_for(actor)
        .filter(decision=decision)
        .select_related("person", "unit")
        .order_by("-received_on", "-id")[: MOST_VOICES + 1]
    )
    changes = list(Change.objects.filter(decision=decision).order_by("since", "id"))
    moments = [
        *_of_decision(decision),
        *(_of_requests(decision, slug) if actor.roles - {"contributor"} else ()),
        *_of_opportunities(decision, slug),
        *_of_changes(changes, slug),
    ]
    return Timeline(
        decision=decision,
        moments=sorted(moments, key=lambda moment: (moment.at is None, moment.at)),
        voices=voices[:MOST_VOICES],
        more_voices=len(voices) > MOST_VOICES,
        changes=changes,
        without=TakenWithout.objects.select_related("allowed_by").filter(decision=decision).first(),
        first_asked=involvement.first_asked(decision),
    )


def _of_decision(decision: Decision) -> Iterator[Moment]:
    opened = _("A contributor asked for this decision") if decision.raised_by_id else _("Put on the calendar")
    yield Moment(decision.opened_on, opened, tone="open")
    if decision.decided_on:
        title = _("Decided: %(how)s") % {"how": decision.get_taken_display().lower()}
        yield Moment(decision.decided_on, title, decision.outcome, tone=TONE[Taken(decision.taken)])
    elif decision.due_on and decision.state == "planned":
        yield Moment(decision.due_on, _("Due to be decided"), by=decision.decider, coming=True)


def _of_requests(decision: Decision, slug: str) -> Iterator[Moment]:
    for request in InvolvementRequest.objects.filter(decision=decision).order_by("asked_on", "id"):
        url = f"/{slug}/involvement/requests/{request.code}/"
        yield Moment(request.asked_on, _("Involvement asked for"), request.what, url=url, tone="open")
        if request.answered_on and request.state in {"accepted", "refused"}:
            refused = request.state == "refused"
            title = _("Request refused") if refused else _("Request accepted")
            yield Moment(request.answered_on, title, request.reason, url=url, tone="refused" if refused else "done")


def _of_opportunities(decision: Decision, slug: str) -> Iterator[Moment]:
    opportunities = Opportunity.objects.filter(decision=decision).exclude(state="draft").order_by("id")
    for opportunity in opportunities:
        url = f"/{slug}/open/{opportunity.code}/"
        yield Moment(opportunity.opened_on, _("People were asked"), opportunity.title, url=url, tone="open")
    meetings = Meeting.objects.filter(opportunity__decision=decision, cancelled_on=None)
    came = involvement.came_to(list(meetings))
    for meeting in sorted(meetings, key=attrgetter("starts_at")):
        number = came.get(meeting.pk)
        text = ngettext("%(n)d person came", "%(n)d people came", number) % {"n": number} if number else ""
        url = f"/{slug}/sessions/{meeting.code}/"
        yield Moment(meeting.held_on, meeting.title, text, url=url, tone="done" if number else "waiting")


def _of_changes(changes: Sequence[Change], slug: str) -> Iterator[Moment]:
    tones = {"confirmed": "done", "challenged": "late", "claimed": "waiting"}
    for change in changes:
        yield Moment(
            change.since,
            change.what,
            by=change.get_state_display(),
            url=f"/{slug}/changes/{change.code}/",
            tone=tones[change.state],
        )
