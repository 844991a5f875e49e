"""Standing in an election: putting oneself forward, being asked, saying yes or no, taking the seat."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import Person

from .. import forms, queries, rules, services
from ..models import Candidate, Election
from .elections import kept_election


def stand(request: Any, org: str, code: str) -> HttpResponse:
    """For oneself, or with `?for=` for somebody who told the coordinator."""
    actor, election = request.actor, queries.election_for(request.actor, code)
    asked = request.GET.get("for", "")
    if actor.person_id is None and not (asked and actor.can(P.RUN_INVOLVEMENT)):
        raise NotYours
    person = people.person_for(actor, asked) if asked else people.my_person(actor)
    own = person.pk == actor.person_id
    if request.method == "GET":
        queries.check_can_stand(speaker(actor, person.pk, Medium.PHONE), election, person, request.clock.today())
    form = forms.StandForm.of(request, own=own)
    return _said(
        request,
        election,
        form,
        lambda data: services.stand(election=election, person=person, by=_by(actor, person.pk, data), **data),
        note=_("You stand.") if own else _("Written down."),
        title=_("Do you want to stand?"),
        button=_("I want to stand"),
        person=None if own else person,
    )


def answer(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    found, own = _candidate(request, code, candidate)
    if request.method == "GET":
        by = speaker(request.actor, found.person_id, Medium.PHONE)
        rules.check_can_answer(by, found, request.clock.today())
    form = forms.AnswerForm.of(request, own=own)
    return _said(
        request,
        found.election,
        form,
        lambda data: services.answer_nomination(candidate=found, by=_by(request.actor, found.person_id, data), **data),
        note=_("Saved."),
        title=_("Somebody put your name forward"),
        button=_("Send"),
        person=None if own else found.person,
    )


def words(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    found, own = _candidate(request, code, candidate)
    if request.method == "GET":
        by = speaker(request.actor, found.person_id, Medium.PHONE)
        rules.check_can_change_statement(by, found, request.clock.today())
    form = forms.StandForm.of(request, own=own, initial={"statement": found.statement})
    return _said(
        request,
        found.election,
        form,
        lambda data: services.change_statement(candidate=found, by=_by(request.actor, found.person_id, data), **data),
        note=_("Saved."),
        title=_("Change my words"),
        button=_("Save"),
        person=None if own else found.person,
    )


def withdraw(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    found, own = _candidate(request, code, candidate)
    if request.method == "GET":
        rules.check_can_withdraw(speaker(request.actor, found.person_id, Medium.PHONE), found)
    form = forms.Spoken.of(request, own=own)
    return _said(
        request,
        found.election,
        form,
        lambda data: services.withdraw_candidate(candidate=found, by=_by(request.actor, found.person_id, data)),
        note=_("Saved."),
        title=_("Do you not want to stand any more?"),
        lead=_("You need not say why. Votes that name you go to the next choice."),
        button=_("I do not want to stand any more"),
        person=None if own else found.person,
    )


def take(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    found, own = _candidate(request, code, candidate)
    if request.method == "GET":
        rules.check_can_take_seat(speaker(request.actor, found.person_id, Medium.PHONE), found)
    form = forms.TakeForm.of(request, own=own)
    return _said(
        request,
        found.election,
        form,
        lambda data: services.take_seat(candidate=found, by=_by(request.actor, found.person_id, data), **data),
        note=_("Saved."),
        title=_("You were elected"),
        lead=_("If you say yes, the seat is yours from today. You can leave it at any time, without a reason."),
        button=_("Send"),
        person=None if own else found.person,
    )


def forward(request: Any, org: str, code: str) -> HttpResponse:
    """What is read afterwards is the same whether or not there is such a person."""
    election = queries.election_for(request.actor, code)
    if request.actor.person_id is None and not rules.can_keep_seats(request.actor, election.forum):
        raise NotYours
    if request.method == "GET":
        rules.check_can_put_forward(request.actor, election, request.clock.today())
    return _said(
        request,
        election,
        forms.NameForm.of(request),
        lambda data: services.put_forward(election=election, by=request.actor, **data),
        note=_("Sent. If they are on our list, we ask them. Only they can say yes."),
        title=_("Put somebody else forward"),
        lead=_("Ask them first, if you can. We ask them too: only they can say yes."),
        button=_("Send"),
    )


def ask(request: Any, org: str, code: str) -> HttpResponse:
    """The coordinator asks somebody on the register; with `?name=` the name that led here is settled."""
    actor, election = request.actor, kept_election(request, code)
    if request.method == "GET":
        rules.check_can_ask(actor, election, request.clock.today())
    names = {row.code: row for row in queries.names_put_forward(election)}
    name = names.get(request.GET.get("name", ""))
    return _said(
        request,
        election,
        forms.NameForm.of(request, initial={"name": name.name if name else ""}),
        lambda data: services.ask_to_stand(
            election=election, person=queries.person_called(actor, data["name"]), by=actor, name=name
        ),
        note=_("They are asked. Only they can say yes."),
        title=_("Ask somebody whether they want to stand"),
        lead=_("Write the name as it stands on the register, or the code of their page there."),
        button=_("Ask them"),
    )


def speaker(actor: Actor, person_id: int, medium: Medium) -> Actor:
    return actor if actor.person_id == person_id else actor.for_person(person_id, medium)


def _by(actor: Actor, person_id: int, data: dict[str, Any]) -> Actor:
    """Themselves, or whoever writes it down, with how they know."""
    medium = data.pop("medium", "")
    return speaker(actor, person_id, Medium(medium)) if medium else actor


def _candidate(request: Any, code: str, candidate: str) -> tuple[Candidate, bool]:
    """The candidate, and whether it is the actor; for anybody but them and the coordinator there is nothing here."""
    election = queries.election_for(request.actor, code)
    found = queries.candidate_for(election, candidate)
    own = found.person_id == request.actor.person_id
    if not own and not rules.can_keep_seats(request.actor, election.forum):
        raise NotYours
    return found, own


def _said(
    request: Any,
    election: Election,
    form: Any,
    act: Any,
    note: str,
    person: Person | None = None,
    **words: Any,
) -> HttpResponse:
    page = queries.url_of_election(request.organisation.slug, election)
    done = pages.submit(request, form, act, then=page, note=note)
    context = {"form": form, "back": (election.title, page), "election": election, "person": person, **words}
    return done or pages.page(request, "decisions/elections/say.html", context)
