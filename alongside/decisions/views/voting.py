"""Voting: numbers for names, a look at what they say, the box. And the ballots that come on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.people import queries as people

from .. import forms, queries, rules, services
from .elections import kept_election


def vote(request: Any, org: str, code: str) -> HttpResponse:
    actor, election = request.actor, queries.election_for(request.actor, code)
    if actor.person_id is None:
        raise NotYours
    if request.method == "GET":
        queries.check_can_vote(actor, election, request.clock.today())
    form = forms.BallotForm.of(request, candidates=queries.standing_in(election))
    page = queries.url_of_election(org, election)
    context = {"title": _("Your vote"), "back": (election.title, page), "election": election, "form": form}
    if request.method == "POST" and "sure" not in request.POST and "again" not in request.POST and form.is_valid():
        return pages.page(request, "decisions/elections/sure.html", {**context, "chosen": form.chosen()})
    done = None
    if "again" not in request.POST:
        done = pages.submit(
            request,
            form,
            lambda data: services.cast_vote(election=election, by=actor, **data),
            then=page,
            note=_("Your vote is in the box. Nobody can see how you voted."),
        )
    return done or pages.page(request, "decisions/elections/vote.html", context)


def paper(request: Any, org: str, code: str) -> HttpResponse:
    """Who asked for paper and has not voted; somebody else asks for it."""
    actor, election = request.actor, kept_election(request, code)
    if request.method == "GET":
        rules.check_can_keep_paper(actor, election)
    form = forms.NameForm.of(request)
    page = queries.url_of_election(org, election, "paper")
    done = pages.submit(
        request,
        form,
        lambda data: services.vote_on_paper(
            election=election, person=queries.person_called(actor, data["name"]), by=actor
        ),
        then=page,
        note=_("Written down. They vote on paper and not on a screen."),
    )
    context = {
        "title": _("Ballots on paper"),
        "back": (election.title, queries.url_of_election(org, election)),
        "election": election,
        "form": form,
        "waiting": queries.paper_waiting(election),
        "standing": queries.standing_in(election),
    }
    return done or pages.page(request, "decisions/elections/paper.html", context)


def paper_ballot(request: Any, org: str, code: str) -> HttpResponse:
    actor, election = request.actor, kept_election(request, code)
    if request.method == "GET":
        rules.check_voting(election, request.clock.today())
    candidates, waiting = queries.standing_in(election), queries.paper_waiting(election)
    form = forms.PaperBallotForm.of(request, candidates=candidates, waiting=waiting)
    page = queries.url_of_election(org, election, "paper")
    done = pages.submit(
        request,
        form,
        lambda data: services.cast_paper(election=election, by=actor, **data),
        then=page,
        note=_("It is in the box. Put the paper with the others."),
    )
    context = {
        "title": _("Type in one paper"),
        "back": (_("Ballots on paper"), page),
        "election": election,
        "form": form,
        "paper": True,
        "nobody": not waiting,
    }
    return done or pages.page(request, "decisions/elections/vote.html", context)


def paper_back(request: Any, org: str, code: str, person: str) -> HttpResponse:
    actor, election = request.actor, kept_election(request, code)
    found = people.person_for(actor, person)
    if not queries.votes_on_paper(election, found.pk):
        raise NotYours
    form, page = Form.of(request), queries.url_of_election(org, election, "paper")
    done = pages.submit(
        request,
        form,
        lambda data: services.vote_on_screen(election=election, person=found, by=actor),
        then=page,
        note=_("Saved. They can vote here again."),
    )
    context = {
        "form": form,
        "title": _("Do they want to vote on a screen after all?"),
        "text": _("A paper that comes in for them later cannot be counted."),
        "button": _("Yes"),
        "back": (_("Ballots on paper"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)
