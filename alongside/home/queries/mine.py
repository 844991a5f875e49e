"""Everything that is mine, across organisations: what needs me first, then what is next, then what I said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.candour import queries as candour
from alongside.candour.queries.bid_people import BID, bids_waiting
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.decisions import queries as decisions
from alongside.decisions.models import DECIDED
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.involvement.models import Opportunity, Place
from alongside.reports.queries.closes_waiting import (
    CLOSE,
    REOPENING,
    closes_waiting,
    name_of_waiting,
    reopenings_waiting,
)
from alongside.voice import progress
from alongside.voice import queries as voice
from alongside.voice.models import Contribution
from alongside.voice.queries.waiting_for import APPEAL, CHANGE, Waits, waiting_for

from . import learning
from .took_part import Part, parts_of, places_of

NEW_FOR = timedelta(weeks=6)  # how long an answer stands among what needs me
MOST = 10
OF_THE_DECISION = ("title", "code", "state", "opened_on", "due_on", "decided_on", "outcome", "reason")
PLACES = (
    *("code", "state", "offered_on", "organisation__slug", "organisation__name", "opportunity__title"),
    *(f"opportunity__decision__{name}" for name in OF_THE_DECISION),
)
FEW = 3  # of what is over; the whole list is one step away


def my_sections(actors: Sequence[Actor], today: date) -> list[Section]:
    people = [actor.person_id for actor in actors if actor.person_id]
    contributors = [actor for actor in actors if actor.person_id]
    rows = places_of(people, begun=True).annotate(**learning.flags())
    places = list(rows.only(*PLACES)[: 3 * MOST])  # what is offered stands first
    said = _said(people, today)
    taken_part = [place for place in places if place.state != "offered" and _took_part(place)]
    return [
        needs_me(people, places, said, today),
        next_for_me(people),
        what_i_took_part_in(parts_of(taken_part[: FEW + 1], contributors)),
        what_i_said(said),
        *open_to_me(contributors),
    ]


def _took_part(place: Place) -> bool:
    """What they have said yes to and has not begun is not yet what they took part in."""
    came: bool = place.came  # type: ignore[attr-defined]
    return came or place.opportunity.decision.state == DECIDED


def needs_me(people: Sequence[int], places: Sequence[Place], said: Sequence[Contribution], today: date) -> Section:
    lines = [
        *_places([place for place in places if place.state == "offered"]),
        *_elections(people, today),
        *(_pulses(people, today) if any(place.asked for place in places) else ()),  # type: ignore[attr-defined]
        *_answers(said, today),
        *_judgements(people, today),
        *learning.aims_of_people(people, places),
        *learning.lines_of_places(places, today),
    ]
    return Section("needs-me", _("What needs you"), lines, _("Nothing. We will write when something does."))


def _places(offered: Sequence[Place]) -> list[Line]:
    return [
        Line(
            _("Do you want this place? %(title)s") % {"title": place.opportunity.title},
            f"/{place.organisation.slug}/places/{place.code}/",
            place.organisation.name,
            place.offered_on,
        )
        for place in reversed(offered)
    ]


ELECTION_LINES = {
    "answer": (gettext_lazy("Somebody put you forward. Do you want to stand? %(title)s"), "candidates/{own}/answer/"),
    "take": (gettext_lazy("You were elected. Do you take the seat? %(title)s"), "candidates/{own}/take/"),
    "vote": (gettext_lazy("You can vote: %(title)s"), ""),
    "stand": (gettext_lazy("You can stand in an election: %(title)s"), ""),
}


def _elections(people: Sequence[int], today: date) -> list[Line]:
    found = []
    for waiting in decisions.waiting_for(people, today):
        election = waiting.election
        words, step = ELECTION_LINES[waiting.what]
        url = decisions.url_of_election(election.organisation.slug, election) + step.format(own=waiting.own)
        last = "" if waiting.what == "take" else _("The last day is %(day)s.") % {"day": parts.day(waiting.day)}
        found.append(Line(words % {"title": election.title}, url, last or election.organisation.name))
    return found


def _pulses(people: Sequence[int], today: date) -> list[Line]:
    return [
        Line(
            _("How was it? %(title)s") % {"title": each.meeting.title if each.meeting else each.opportunity.title},
            f"/{each.organisation.slug}/pulses/{each.code}/",
            _("Two minutes. Nobody can see who said what. The last day is %(day)s.")
            % {"day": parts.day(each.closes_on)},
        )
        for each in candour.waiting_for(people, today)
    ]


def _said(people: Sequence[int], today: date) -> list[Contribution]:
    """What they said last, and what they were told of lately, in one question; the latest first."""
    shown = ("code", "words", "said_on", "received_on", "state", "disputed", "answer_kind", "told_on", "question__text")
    rows = _with(voice.said_by(people), "question").only(*shown)
    latest = rows.order_by("-received_on", "-id").values("pk")[: MOST + 1]
    told = Q(state="told", told_on__gte=today - NEW_FOR)
    return list(rows.filter(told | Q(pk__in=latest)).order_by("-received_on", "-id"))


def _answers(said: Sequence[Contribution], today: date) -> list[Line]:
    rows = [row for row in said if row.state == "told" and row.told_on and row.told_on >= today - NEW_FOR]
    rows.sort(key=lambda row: (row.told_on, row.pk), reverse=True)
    return [
        Line(
            _("There is an answer: “%(words)s”") % {"words": short(row.words)},
            f"/me/said/{row.code}/",
            _("Look at it. You have the last word."),
            row.told_on,
        )
        for row in rows[:MOST]
    ]


def _judgements(people: Sequence[int], today: date) -> list[Line]:
    """What a panel waits for, what is said to have come of their words, then what they are asked to sign, which
    bids speak of them, and which figures they are to sign for others or open again.

    What an appeal is about stands on the page of the panel alone.
    """
    lines = {APPEAL: _appeal, CHANGE: _change, candour.CLAIM: _claim, BID: _bid, CLOSE: _close, REOPENING: _reopening}
    closes = (closes_waiting(people, today), reopenings_waiting(people, today))
    further = (candour.claims_waiting(people), bids_waiting(people), *closes)
    return [lines[each.kind](each) for each in waiting_for(people, 2 * MOST, *further)]


def _appeal(each: Waits) -> Line:
    facts = {"who": each.organisation, "day": parts.day(each.on)}
    return Line(
        _("May everybody read this? The panel is asked"),
        f"/{each.slug}/appeals/{each.code}/",
        _("You are on the panel of %(who)s. Say what you think by %(day)s.") % facts,
    )


def _change(each: Waits) -> Line:
    return Line(
        _("Is this true? “%(words)s”") % {"words": short(each.words)},
        f"/me/said/{each.code}/",
        _("%(who)s says this is different now because of you.") % {"who": each.organisation},
        each.on,
    )


def _claim(each: Waits) -> Line:
    """There is no last day for it, and no reminder: saying nothing is not a yes."""
    return Line(
        _("Is this true? “%(words)s”") % {"words": short(each.words)},
        f"/me/claims/{each.code}/",
        _("%(who)s says it. You were there: sign it, or not.") % {"who": each.organisation},
        each.on,
    )


def _bid(each: Waits) -> Line:
    return Line(
        _("Is this so? A bid for money speaks of you: %(title)s") % {"title": short(each.words)},
        f"/me/bids/{each.code}/",
        _("%(who)s says when you were asked. You can say if that is so.") % {"who": each.organisation},
        each.on,
    )


def _close(each: Waits) -> Line:
    """No last day either: nothing closes because somebody did not look."""
    return Line(
        _("Do you sign the figures of %(period)s for contributors?") % {"period": name_of_waiting(each)},
        f"/{each.slug}/periods/{each.code}/",
        _("%(who)s has checked them. Read them: you can say what is not right.") % {"who": each.organisation},
    )


def _reopening(each: Waits) -> Line:
    return Line(
        _("Shall the figures of %(period)s be opened again?") % {"period": name_of_waiting(each)},
        f"/{each.slug}/periods/{each.code}/",
        _("%(who)s asks, and says why. Say yes or no. Until you do, they stay closed.") % {"who": each.organisation},
    )


def next_for_me(people: Sequence[int]) -> Section:
    shown = ("title", "code", "starts_at", "place", "organisation__slug")
    rows = list(_with(involvement.my_next(people), "organisation").only(*shown)[:MOST])
    arranged = _arranged(people) if rows else {}
    lines = [
        Line(
            meeting.title,
            f"/{meeting.organisation.slug}/sessions/{meeting.code}/",
            f"{parts.moment(meeting.starts_at)}. {meeting.place}. {arranged.get(meeting.pk, '')}",
        )
        for meeting in rows
    ]
    return Section("next", _("What is next"), lines, _("Nothing is planned with you."))


def _arranged(people: Sequence[int]) -> dict[int, str]:
    """What is arranged for me at each session, in one sentence."""
    found: dict[int, list[str]] = {}
    for row in _with(involvement.my_arrangements(people)).only("meeting_id", "what", "state"):
        found.setdefault(row.meeting_id, []).append(f"{row.what} ({row.get_state_display().lower()})")
    return {meeting: _("For you: %(what)s.") % {"what": "; ".join(what)} for meeting, what in found.items()}


def what_i_took_part_in(parts: Sequence[Part]) -> Section:
    lines = [
        Line(part.title, part.url, " ".join([part.mine, short(part.came, 200), *_short(part)]), tag=part.tag)
        for part in parts[:FEW]
    ]
    more = (_("All that you took part in"), "/me/took-part/") if parts else None
    empty = _("Nothing yet. When you have taken part in something, you read here what came of it.")
    return Section("took-part", _("What you took part in, and what came of it"), lines, empty, more)


def _short(part: Part) -> list[str]:
    return [short(words, 200) for words in (part.why, *part.different[:1]) if words]


def what_i_said(rows: Sequence[Contribution]) -> Section:
    lines = [
        Line(
            said_in_short(row) or _("You took these words back."),
            f"/me/said/{row.code}/",
            day=row.said_on,
            tag=progress.of_its_author(row),
        )
        for row in rows[:MOST]
    ]
    more = (_("All that you said"), "/me/said/") if len(rows) > MOST else None
    empty = _("Nothing yet. Choose “Say something” below: a few words are enough, and you get an answer.")
    return Section("said", _("What you said and what came of it"), lines, empty, more)


def open_to_me(contributors: Sequence[Actor]) -> list[Section]:
    """What somebody might like, each with its reason; then everything else, so that nothing is kept from them."""
    now = involvement.open_now(contributors)
    liked = [open_line(one.opportunity, one.reason) for one in now.might_like[:MOST]]
    rest = [*(one.opportunity for one in now.might_like[MOST:]), *now.others]
    lines = [open_line(row) for row in rest[:MOST]]
    if not liked:
        return [Section("open", _("What is open"), lines, _("Nothing is open now."))]
    found = [Section("might-like", _("What is open that you might like"), liked, "")]
    return [*found, Section("open", _("What else is open"), lines, "")] if lines else found


def open_line(row: Opportunity, reason: str = "") -> Line:
    words = _("%(pay)s. Say if you are interested by %(day)s.")
    facts = {"pay": row.pay.rstrip(". "), "day": parts.day(row.closes_on)}
    note = f"{reason} {words % facts}".strip()
    return Line(row.title, f"/{row.organisation.slug}/open/{row.code}/", note)


def _with(rows: QuerySet[Any], *names: str) -> QuerySet[Any]:
    """Joined with no more than this page shows; the queries fetch what the pages about one thing need."""
    return rows.select_related(None).select_related(*names) if names else rows.select_related(None)


def said_in_short(row: Contribution, shown: str | None = None) -> str:
    """After what was asked: “Yes, twice.” says nothing by itself. `shown`: the words, or what stands in their place."""
    shown = row.words if shown is None else shown
    asked = f"{short(row.question.text, 60)} " if row.question and row.words and shown == row.words else ""
    return asked + short(shown)


def short(words: str, most: int = 90) -> str:
    """The beginning of somebody's words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
