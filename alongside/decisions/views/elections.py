"""An election and its result; calling one, calling it off, counting it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages, taking
from alongside.core.dates import day_range, long_day
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import counting, forms, queries, rules, services, tables
from ..models import CALLED, Capacity, Election, Phase, Seat
from .bodies import kept


def election(request: Any, org: str, code: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    found = queries.election_for(actor, code)
    seats, standing = queries.seats_of(found), queries.standing_in(found)
    shown = queries.result_of(found)
    context = {
        "title": found.title,
        "back": (_("Seats"), queries.url_of_seats(org)),
        "election": found,
        "tag": tables.state_of(found, today),
        "facts": _facts(found, seats, org),
        "trustee": seats[0].capacity == Capacity.TRUSTEE,
        "standing": standing if found.state == CALLED else [],
        "next": _next(found, today, len(standing), len(seats)),
        "actions": _actions(actor, found, standing, seats, today),
        "lots_seal": counting.seal_of(found.tie_salt),
        "keeping": _keeping(actor, found),
        **(_result(request, found, shown) if shown else {}),
    }
    return pages.page(request, "decisions/elections/election.html", context)


def _facts(found: Election, seats: list[Seat], org: str) -> list[tuple[Any, ...]]:
    forum = found.forum
    everybody = _("Everybody active on the register")
    return [
        (_("For"), forum.name, queries.url_of_seats(org, forum.code), _("See its seats")),
        (_("Seats"), f"{len(seats)} · {queries.seat_words(seats[0])}"),
        (_("Who may stand"), found.standers.name if found.standers else everybody),
        (_("Who may vote"), found.voters.name if found.voters else everybody),
        (_("Standing"), day_range(found.nominate_from, found.nominate_until)),
        (_("Voting"), day_range(found.vote_from, found.vote_until)),
    ]


def _next(found: Election, today: date, standing: int, seats: int) -> str:
    """What happens next, and by when."""
    if found.state != CALLED:
        return ""
    words = {
        "stand": long_day(found.nominate_from),
        "until": long_day(found.nominate_until),
        "vote": long_day(found.vote_from),
        "end": long_day(found.vote_until),
    }
    phase = found.phase_on(today)
    if standing <= seats and phase in {Phase.BETWEEN, Phase.VOTING}:
        return _("Nobody has to vote: not more people stand than there are seats. The result comes tomorrow.")
    told = {
        Phase.BEFORE: _("People can stand from %(stand)s."),
        Phase.NOMINATING: _("People can stand until %(until)s. Then people can vote from %(vote)s to %(end)s."),
        Phase.BETWEEN: _("People can vote from %(vote)s to %(end)s."),
        Phase.VOTING: _("People can vote until the end of %(end)s. The votes are counted the next morning."),
        Phase.OVER: _("Voting is over. The votes are counted by tomorrow."),
    }
    return told[phase] % words


def _actions(actor: Any, found: Election, standing: list[Any], seats: list[Seat], today: date) -> list[tuple[str, str]]:
    """What this actor may do now; the first is the main one."""
    own = queries.candidate_of(found, actor.person_id) if actor.person_id else None
    possible = [
        (queries.can_vote(actor, found, today), _("Vote"), "vote/"),
        *_own_actions(actor, found, own, today),
        (
            rules.allows(rules.check_can_put_forward, actor, found, today),
            _("Put somebody else forward"),
            "forward/",
        ),
        (rules.allows(rules.check_can_ask, actor, found, today), _("Ask somebody on the register"), "ask/"),
        (rules.can_call_off(actor, found), _("Ballots on paper"), "paper/"),
        (
            rules.can_keep_seats(actor, found.forum)
            and rules.can_count(actor, found, today, len(standing), len(seats)),
            _("Count it now"),
            "count/",
        ),
        (rules.can_call_off(actor, found), _("Call it off"), "off/"),
    ]
    return [(label, url) for allowed, label, url in possible if allowed]


def _own_actions(actor: Any, found: Election, own: Any, today: date) -> list[tuple[bool, str, str]]:
    if own is None:
        return [(queries.can_stand(actor, found, today), _("I want to stand"), "stand/")]
    own.election = found
    at = f"candidates/{own.code}/"
    return [
        (rules.can_answer(actor, own, today), _("Somebody put you forward: say yes or no"), f"{at}answer/"),
        (rules.can_take_seat(actor, own), _("You were elected: do you take the seat?"), f"{at}take/"),
        (rules.can_change_statement(actor, own, today), _("Change my words"), f"{at}words/"),
        (rules.can_withdraw(actor, own), _("I do not want to stand any more"), f"{at}withdraw/"),
    ]


def _keeping(actor: Any, found: Election) -> dict[str, Any] | None:
    """What only the coordinator sees: who was asked, and names that led to nobody."""
    if not rules.can_keep_seats(actor, found.forum):
        return None
    return {"asked": queries.asked_in(found), "names": queries.names_put_forward(found)}


def _result(request: Any, found: Election, shown: queries.Shown) -> dict[str, Any]:
    return {
        "shown": shown,
        "winners": [(queries.name_of(each), each.get_state_display()) for each in shown.winners],
        "rounds": tables.RoundTable(request, shown) if shown.rounds else None,
        "bars": tables.bars_of(shown),
        "lots": [shown.names[code] for code in shown.lots],
        "quota": tables.votes_in_words(shown.result.quota),
        "may_take": queries.may_take_ballots(found, shown.result),
    }


def call(request: Any, org: str, code: str) -> HttpResponse:
    forum, today = kept(request, code), request.clock.today()
    if request.method == "GET":
        rules.check_can_call(request.actor, forum, today)
    seats = queries.electable(forum, today)
    form = forms.ElectionForm.of(
        request,
        seats=[(seat, queries.seat_words(seat)) for seat in seats],
        forums=list(queries.forums_for(request.actor)),
        initial={"nominate_from": today, "seats": [seat.code for seat in seats]},
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.call_election(forum=forum, by=request.actor, **data),
        then=lambda found: queries.url_of_election(org, found),
        note=_("Called. People are told when they can vote."),
    )
    context = {
        "form": form,
        "title": _("Call an election"),
        "back": (forum.name, queries.url_of_seats(org, code)),
        "seats": seats,
    }
    return done or pages.page(request, "decisions/elections/call.html", context)


def off(request: Any, org: str, code: str) -> HttpResponse:
    found = kept_election(request, code)
    if request.method == "GET":
        rules.check_can_call_off(request.actor, found)
    return _confirmed(
        request,
        org,
        found,
        forms.OffForm.of(request),
        lambda data: services.call_off(election=found, by=request.actor, **data),
        _("Called off. Those who stand are told why."),
        title=_("Call it off?"),
        text=_("Nobody can stand or vote any more. Votes that were given are never counted."),
        button=_("Call it off"),
        danger=True,
    )


def count(request: Any, org: str, code: str) -> HttpResponse:
    found, today = kept_election(request, code), request.clock.today()
    if request.method == "GET":
        standing, seats = len(queries.standing_in(found)), len(queries.seats_of(found))
        rules.check_can_count(request.actor, found, today, standing, seats)
    return _confirmed(
        request,
        org,
        found,
        Form.of(request),
        lambda data: services.count_election(election=found, by=request.actor),
        _("Counted. Everybody who could vote is told."),
        title=_("Count it now?"),
        text=_("It is counted by tomorrow in any case. The result is published as it is."),
        button=_("Count it"),
    )


def _confirmed(request: Any, org: str, found: Election, form: Form, act: Any, note: str, **words: Any) -> HttpResponse:
    page = queries.url_of_election(org, found)
    done = pages.submit(request, form, act, then=page, note=note)
    return done or pages.page(request, "core/confirm.html", {"form": form, "back": (found.title, page), **words})


def kept_election(request: Any, code: str) -> Election:
    found = queries.election_for(request.actor, code)
    if not rules.can_keep_seats(request.actor, found.forum):
        raise NotYours
    return found


def ballots(request: Any, org: str, code: str) -> HttpResponse:
    """Every ballot, in an order that says nothing, once so many have voted that none can be told apart by its voter."""
    found = queries.election_for(request.actor, code)
    shown = queries.result_of(found)
    if shown is None or not queries.may_take_ballots(found, shown.result):
        raise NotYours
    lines = queries.ballots_of(found)
    headings = [_("Choice %(n)s") % {"n": number + 1} for number in range(max(map(len, lines)))]
    named = [[f"{shown.names[code]} ({code})" for code in line] for line in lines]  # two may have the same name
    return taking.small_file(taking.CSV, f"ballots-{found.code}", found.title, headings, named)
