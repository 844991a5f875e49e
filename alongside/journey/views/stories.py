"""Rounds of stories: asking, telling, choosing with reasons, looking again, and what was learned."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations
from alongside.people import queries as people

from .. import queries, services, story_words
from ..forms import PlainForm
from ..forms import stories as forms
from ..models.stories import ROUND_STATES, Story, StoryRound
from ..queries import stories as reading
from ..rules import stories as rules
from ..tables.stories import RoundTable, StoryTable


def _here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/journey/stories", *steps, ""])


def rounds(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_see(actor):
        raise NotYours
    context = {
        "title": _("Stories of what changed most"),
        "table": RoundTable(request, queries.rounds_for(actor)),
        "mine": list(queries.my_stories([actor.person_id])[:20]) if actor.person_id else [],
        "can_open": rules.can_run(actor),
        "source": story_words.SOURCE,
        "back": (_("The journey"), f"/{org}/journey/"),
    }
    return pages.page(request, "journey/stories.html", context)


def open_round(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_run(actor):
        raise NotYours
    units = [(forms.WHOLE, _("The whole organisation"))]
    units += [(unit.code, unit.name) for unit in organisations.units_of(actor)]
    form = forms.OpenForm.of(request, units=units)
    done = pages.submit(
        request,
        form,
        lambda data: services.open_stories(
            asked=_asked(data),
            unit=None if data["unit"] == forms.WHOLE else organisations.unit_for(actor, data["unit"]),
            by=actor,
        ),
        then=lambda made: _here(org, made.code),
        note=_("People can tell their stories now."),
    )
    context = {"form": form, "title": _("Ask for stories"), "back": (_("Stories"), _here(org)), "button": _("Ask")}
    return done or pages.page(request, "journey/story_form.html", context)


def _asked(data: dict[str, Any]) -> services.Asked:
    names = {name: forms.lines_of(data[name]) for name in ("domains", "people", "staff")}
    return services.Asked(
        question=data["question"], about=data["about"], until=data["until"], together=data["together"], **names
    )


def show(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.round_for(request.actor, code)
    read, runs = queries.read_round(actor, found), rules.can_run(actor)
    context = {
        "title": found.question,
        "round": found,
        "state": (ROUND_STATES[found.state], story_words.TONES[found.state]),
        "read": read,
        "steps": story_words.steps(found, read),
        "picked": _picked(read),
        "waiting": [(one, _here(org, code, "choose", one.group.code, one.domain.code)) for one in read.waiting]
        if runs and found.state == "choosing"
        else [],
        "actions": _actions(request, found, read),
        "table": StoryTable(request, queries.stories_for(actor, found)),
        "source": story_words.SOURCE,
        "back": (_("Stories"), _here(org)),
    }
    return pages.page(request, "journey/story_round.html", context)


def _picked(read: Any) -> list[tuple[Any, list[tuple[Any, str]]]]:
    return [
        (each.domain, [(one, story_words.who_chose(one.choice, one.group.name)) for one in each.picked])
        for each in read.domains
        if each.picked
    ]


def _actions(request: Any, found: StoryRound, read: Any) -> list[tuple[Any, str]]:
    actor, today, org = request.actor, request.clock.today(), request.organisation.slug
    runs = rules.can_run(actor)
    ready = found.state == "choosing" and not read.still
    nothing = found.state == "telling" and not read.told
    possible = (
        (rules.can_tell(actor, found, today), _("Tell your story"), "tell"),
        (rules.can_take_down(actor, found, today), _("Write down a story that you were told"), "tell"),
        (runs and found.state == "telling" and read.told, _("Begin to choose"), "choosing"),
        (runs and (ready or nothing), _("End it: what was learned"), "end"),
    )
    return [(label, _here(org, found.code, step)) for can, label, step in possible if can]


def tell(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.round_for(request.actor, code)
    today, own = request.clock.today(), request.actor.person_id is not None
    if not (rules.can_tell(actor, found, today) or rules.can_take_down(actor, found, today)):
        raise NotYours
    domains = {domain.code: domain for domain in found.domains.order_by("position")}
    form = forms.TellForm.of(request, own=own, domains=[(key, one.name) for key, one in domains.items()])
    done = pages.submit(
        request,
        form,
        lambda data: _tell(request, found, domains, data),
        then=lambda made: _here(org, "told", made.code),
        note=_("Kept. You can take it back at any time.") if own else _("Kept. They can take it back at any time."),
    )
    context = {
        "form": form,
        "title": found.question,
        "lead": found.about,
        "help_now": request.organisation.help_now,
        "watched": True,
        "button": _("Tell it"),
        "back": (_("Back"), _here(org, code)),
    }
    return done or pages.page(request, "journey/story_form.html", context)


def _tell(request: Any, found: StoryRound, domains: dict[str, Any], data: dict[str, Any]) -> Story:
    actor, name = request.actor, data.pop("person", "")
    medium, domain = data.pop("medium", ""), domains[data.pop("domain")]
    data.pop("agreed", None)
    person = _called(actor, name) if name else people.my_person(actor)
    by = actor.for_person(person.pk, Medium(medium)) if name else actor
    return services.tell_story(found=found, domain=domain, person=person, told=services.Told(**data), by=by)


def _called(actor: Any, name: str) -> Any:
    try:
        return decisions.person_called(actor, name)
    except Refused as refused:
        raise Refused(refused.reason, field="person") from None


def _run(request: Any, code: str) -> StoryRound:
    found = queries.round_for(request.actor, code)
    if not rules.can_run(request.actor):
        raise NotYours
    return found


def start(request: Any, org: str, code: str) -> HttpResponse:
    found, form = _run(request, code), PlainForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.start_choosing(found=found, by=request.actor),
        then=_here(org, code),
        note=_("The groups can choose now."),
    )
    context = {
        "form": form,
        "title": _("Begin to choose?"),
        "text": _("From now on no more stories are told in this round."),
        "button": _("Begin"),
        "back": (_("Back"), _here(org, code)),
    }
    return done or pages.page(request, "core/confirm.html", context)


def choose(request: Any, org: str, code: str, group: str, domain: str) -> HttpResponse:
    found = _run(request, code)
    by_group, of_domain = reading.group_and_domain(found, group, domain)
    stories = {story.code: story for story in reading.candidates(by_group, of_domain)}
    shown = [(key, " ".join(story.words.split())[:200]) for key, story in stories.items()]
    form = forms.ChooseForm.of(request, side=by_group.side, stories=shown)
    done = pages.submit(
        request,
        form,
        lambda data: services.choose_story(
            found=found,
            group=by_group,
            domain=of_domain,
            chosen=services.Chosen(
                stories.get(data["story"]), int(data.get("people") or 0), int(data.get("staff") or 0), data["reason"]
            ),
            by=request.actor,
        ),
        then=_here(org, code),
        note=_("Saved. When every group has chosen, we write to everybody who told a story."),
    )
    context = {
        "form": form,
        "title": of_domain.name,
        "lead": _("What did “%(group)s” choose, and why? It stays as it is written.") % {"group": by_group.name},
        "stories": list(stories.values()),
        "button": _("Save"),
        "back": (_("Back"), _here(org, code)),
    }
    return done or pages.page(request, "journey/story_form.html", context)


def end(request: Any, org: str, code: str) -> HttpResponse:
    found, form = _run(request, code), forms.EndForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.end_stories(found=found, by=request.actor, **data),
        then=_here(org, code),
        note=_("It is over. We write to everybody who told a story."),
    )
    context = {
        "form": form,
        "title": _("What was learned?"),
        "button": _("End it"),
        "back": (_("Back"), _here(org, code)),
    }
    return done or pages.page(request, "journey/story_form.html", context)


def story(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.story_for(request.actor, code)
    own, runs = rules.is_teller(actor, found), rules.can_run(actor)
    choices = list(found.choices.select_related("group").order_by("id"))
    context = {
        "title": found.domain.name,
        "story": found,
        "who": story_words.who_told(found, own, runs),
        "own": own,
        "chosen": [(choice, story_words.who_chose(choice, choice.group.name)) for choice in choices],
        "checks": list(found.checks.order_by("id")),
        "can_take_back": own or runs,
        "can_check": rules.can_check(actor, found) and bool(choices),
        "back": (found.round.question, _here(org, found.round.code)),
    }
    return pages.page(request, "journey/story.html", context)


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.story_for(request.actor, code)
    own = rules.is_teller(actor, found)
    if not (own or rules.can_run(actor)) or found.person_id is None:
        raise NotYours
    form, person = forms.TakeBackForm.of(request, own=own), found.person_id
    done = pages.submit(
        request,
        form,
        lambda data: services.take_back_story(
            story=found, by=actor if own else actor.for_person(person, Medium(data["medium"]))
        ),
        then=_here(org, found.round.code),
        note=_("Taken back. The words are gone, and what was written about them."),
    )
    context = {
        "form": form,
        "title": _("Take this story back?"),
        "text": _("Its words go at once, and why a group chose it. That a story was told stays, without a name."),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("Back"), _here(org, "told", code)),
    }
    return done or pages.page(request, "core/confirm.html", context)


def check(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.story_for(request.actor, code)
    if not rules.can_check(request.actor, found):
        raise NotYours
    form = forms.CheckForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.check_story(story=found, by=request.actor, **data),
        then=_here(org, "told", code),
        note=_("Saved. It stands beside the story."),
    )
    context = {
        "form": form,
        "title": _("Is it so?"),
        "button": _("Save"),
        "back": (_("Back"), _here(org, "told", code)),
    }
    return done or pages.page(request, "journey/story_form.html", context)
