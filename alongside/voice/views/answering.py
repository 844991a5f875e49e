"""Staff: say that it is read, answer, tell, hand over, write an edited version, say what is different."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.dates import add_months
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import ChannelKind

from .. import forms, queries, rules, services, story
from ..models import Contribution, Via
from ..shapes import Recheck
from .ledger import author_of

View = Callable[[Any, Contribution, str], HttpResponse]


def entry(view: View) -> Callable[..., HttpResponse]:
    """The page of one act, for those who answer there. Why it cannot be done now is said on it."""

    @wraps(view)
    def page(request: Any, org: str, code: str) -> HttpResponse:
        found = queries.entry_for(request.actor, code)
        if not rules.can_record_change(request.actor, found.unit_id):
            raise NotYours
        return view(request, found, f"/{org}/voices/{code}/")

    return page


def shown(request: Any, found: Contribution, base: str, form: Any, title: Any, **facts: Any) -> HttpResponse:
    page = {"title": title, "form": form, "said": found, "by": author_of(found), "back": (_("Back"), base), **facts}
    return pages.page(request, "voice/act.html", page)


@entry
def acknowledge(request: Any, found: Contribution, base: str) -> HttpResponse:
    form = core_forms.Form.of(request)
    act = partial(services.acknowledge, contribution=found, by=request.actor)
    done = pages.submit(request, form, lambda _data: act(), then=base, note=_("Saved. The answer is still owed."))
    text = _("The one who said it sees that somebody has read it. It is not an answer yet.")
    return done or shown(request, found, base, form, _("You have read it"), text=text, button=_("Say so"))


@entry
def answer(request: Any, found: Contribution, base: str) -> HttpResponse:
    offered = list(queries.answering.templates_for(request.actor))
    chosen = next((each for each in offered if each.code == request.GET.get("template")), None)
    initial = {"role": queries.role_of(request.actor, found), "reason": chosen.text if chosen else ""}
    empty = queries.answering.empty_phrases_of(found.organisation_id)
    form = forms.AnswerForm.of(request, seen=found.version, initial=initial, empty=empty)
    done = pages.submit(
        request,
        form,
        lambda data: services.answer(contribution=found, by=request.actor, **data),
        then=base,
        note=how_they_hear(found),
    )
    facts = {
        "why": rules.why_no_answer(request.actor, found),
        "templates": offered,
        "story": story.of(found, queries.history_of(found), request.clock.today()),
    }
    return done or shown(request, found, base, form, _("Answer it"), button=_("Give this answer"), **facts)


def how_they_hear(found: Contribution) -> str:
    if found.person_id is None and found.via in (Via.PUBLIC_PAGE, Via.EMAIL):
        return _("Saved. It waits on the page of their code: they are told when they open it.")
    if found.person_id is not None and people.may_contact(found.person_id).kind == ChannelKind.EMAIL:
        return _("Saved. We write to them, and then they are told.")
    return _("Saved. No e-mail reaches them: tell them yourself, then write down how.")


@entry
def tell(request: Any, found: Contribution, base: str) -> HttpResponse:
    form = forms.TellForm.of(request, initial={"on": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.tell(contribution=found, by=request.actor, **data),
        then=base,
        note=_("Saved. They know the answer now."),
    )
    return done or shown(request, found, base, form, _("They were told"), button=_("Save"))


@entry
def hand_over(request: Any, found: Contribution, base: str) -> HttpResponse:
    owners = {user.code: user for user in queries.who_can_answer(request.actor)}
    units = {unit.code: unit for unit in queries.units_that_answer(request.actor)}
    units.setdefault(found.unit.code, found.unit)
    initial = {"unit": found.unit.code, "owner": found.owner.code if found.owner else ""}
    form = forms.HandOverForm.of(
        request,
        seen=found.version,
        owners=[(code, queries.name_and_job(user)) for code, user in owners.items()],
        units=[(code, unit.name) for code, unit in units.items()],
        initial=initial,
    )

    def act(data: dict[str, Any]) -> Any:
        owner, unit = owners.get(data.pop("owner")), units[data.pop("unit")]
        return services.hand_over(contribution=found, owner=owner, unit=unit, by=request.actor, **data)

    done = pages.submit(request, form, act, then=f"/{request.organisation.slug}/voices/", note=_("Handed over."))
    return done or shown(request, found, base, form, _("Hand it over"), button=_("Hand it over"))


@entry
def rendering(request: Any, found: Contribution, base: str) -> HttpResponse:
    form = forms.RenderingForm.of(request, seen=found.version, initial={"rendering": found.rendering})
    done = pages.submit(
        request,
        form,
        lambda data: services.write_rendering(contribution=found, by=request.actor, **data),
        then=base,
        note=_("Saved beside their words."),
    )
    return done or shown(request, found, base, form, _("An edited version"), button=_("Save"))


@entry
def change(request: Any, found: Contribution, base: str) -> HttpResponse:
    today = request.clock.today()
    form = forms.ChangeForm.of(request, initial={"since": today, "check_on": add_months(today, 3)})

    def act(data: dict[str, Any]) -> Any:
        others = queries.entries_named(request.actor, data.pop("others"))
        wherein, recheck = forms.wherein_of(data), Recheck(data.pop("check_on"))
        return services.record_change(
            contributions=[found, *(other for other in others if other != found)],
            unit=found.unit,
            decision=found.decision,
            wherein=wherein,
            recheck=recheck,
            by=request.actor,
            **data,
        )

    then = f"/{request.organisation.slug}/changes/"
    note = _("Saved. Those who said it are asked whether it is so.")
    done = pages.submit(request, form, act, then=lambda made: f"{then}{made.code}/", note=note)
    return done or shown(request, found, base, form, _("What is different now"), button=_("Save"))


ACTS = {
    "acknowledge/": acknowledge,
    "answer/": answer,
    "tell/": tell,
    "hand-over/": hand_over,
    "rendering/": rendering,
    "change/": change,
}
