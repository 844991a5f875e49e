"""Writing down what was learned, reading it, and who reads it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations

from .. import forms, queries, services, tables, words
from ..forms.entries import ABOUT_ME
from ..models import Audience, Entry, When
from ..queries import sharing
from ..queries import shown as showing
from ..rules import entries as rules
from ..rules.entries import side_of


def _here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/journey", *steps, ""])


def entries(request: Any, org: str) -> HttpResponse:
    """All that somebody may read, a page at a time."""
    rows = queries.with_words(queries.entries_for(request.actor))
    context = {
        "title": _("What was learned on the way"),
        "table": tables.EntryTable(request, rows, org=org),
        "can_write": rules.can_write(request.actor),
        "can_take_down": rules.can_take_down(request.actor),
        "back": (_("The journey"), _here(org)),
    }
    return pages.page(request, "journey/entries.html", context)


@login_required
def mine(request: Any) -> HttpResponse:
    """What somebody wrote, wherever they belong: what nobody else may read, too."""
    people = [actor.person_id for actor in request.actors() if actor.person_id]
    rows = queries.entries_by(people, request.user.pk).select_related("organisation", "text", "decision", "unit")
    today = timezone.localdate()
    asked = [*queries.prompts_of_people(people, today)] if people else []
    for actor in request.actors():
        asked += queries.prompts_of_staff(actor, today)
    context = {
        "title": _("What you learned on the way"),
        "asked": [(each, words.PROMPTS[each.side, each.stage]) for each in asked],
        "table": tables.MineTable(request, rows),
        "places": list(request.organisations().values()),
        "back": (_("My page"), "/me/"),
    }
    return pages.page(request, "journey/mine.html", context)


def write(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    rules.check_write(actor)
    decision, stage = _asked_about(request)
    units = None if decision else [(unit.code, unit.name) for unit in sharing.units_to_choose(actor)]
    asked = request.GET.get("unit", "")
    if units is not None and asked and asked not in dict(units):
        closed = organisations.unit_for(actor, asked)  # looking back at what is no longer there
        units = [*units, (closed.code, _("%(unit)s (closed since)") % {"unit": closed.name})]
    first = {"on": request.clock.today(), "stage": stage, "about": asked}
    form = forms.WriteForm.of(request, initial=first, decides=decision is not None, units=units)
    done = pages.submit(
        request, form, lambda data: _write(request, form, decision), then=lambda made: _after(org, form, made)
    )
    context = {
        "form": form,
        "title": _("Write down what you learned"),
        "decision": decision,
        "prompt": words.PROMPTS.get((side_of(actor), stage), ""),
        "back": (decision.title, decisions.url_of(org, decision)) if decision else (_("The journey"), _here(org)),
    }
    return done or pages.page(request, "journey/write.html", context)


def _asked_about(request: Any) -> tuple[Decision | None, str]:
    code, stage = request.GET.get("decision", ""), request.GET.get("when", "")
    decision = decisions.decision_for(request.actor, code) if code else None
    return decision, stage if decision and stage in When.values else ""


def _write(request: Any, form: forms.WriteForm, decision: Decision | None) -> Entry:
    data = form.cleaned_data
    unit = data.get("about", ABOUT_ME)
    about = services.About(
        decision=decision,
        unit=None if decision or unit == ABOUT_ME else organisations.unit_for(request.actor, unit),
        stage=data.get("stage", ""),
    )
    first = Audience.PRIVATE if data["audience"] == Audience.SOME else data["audience"]
    shared = services.Shared(audience=first, named=data["named"])
    return services.write_entry(words=form.words(), about=about, shared=shared, on=data["on"], by=request.actor)


def _after(org: str, form: forms.WriteForm, made: Entry) -> str:
    """Whoever wants to choose readers does so next; until then nobody else reads it."""
    some = form.cleaned_data["audience"] == Audience.SOME
    return _here(org, "entries", made.code, "who") + "?some=yes" if some else _here(org, "entries", made.code)


def entry(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.entry_for(request.actor, code)
    own = rules.is_author(actor, found)
    context = {
        "title": _("What was learned"),
        "entry": found,
        "shown": showing.shown(actor, org, [found])[0],
        "own": own,
        "readers": _readers(request, found) if own else [],
        "versions": [(each, showing.points_of(each)) for each in queries.versions_of(actor, found)],
        "can_hold_back": rules.can_hold_back(actor, found),
        "takes_back_for": bool(found.medium and found.person_id and not own) and rules.can_take_down(actor),
        "base": _here(org, "entries", code),
        "back": (_("What was learned on the way"), _here(org, "entries")),
    }
    return pages.page(request, "journey/entry.html", context)


def _readers(request: Any, found: Entry) -> list[str]:
    rows = sharing.readers_of(found)
    known = organisations.known_here(found.organisation_id, [row.user_id for row in rows if row.user_id])
    return [
        row.person.known_as
        if row.person
        else row.unit.name
        if row.unit
        else row.forum.name
        if row.forum
        else known[row.user_id or 0].name
        if row.user_id in known
        else _("Somebody who has left")
        for row in rows
    ]


def change(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.entry_of(request.actor, code)
    rules.check_not_taken_back(found)
    now = {name: getattr(found.text, name) for name in words.POINTS}
    form = forms.WordsForm.of(
        request,
        initial={**now, "on": found.on, "stage": found.stage},
        decides=found.decision_id is not None,
        seen=found.version,
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.change_entry(
            entry=found,
            words=form.words(),
            on=data["on"],
            stage=data.get("stage", ""),
            seen=data["seen"],
            by=request.actor,
        ),
        then=_here(org, "entries", code),
        note=_("Saved. What stood there before is on this page for you, and for nobody else."),
    )
    context = {
        "form": form,
        "title": _("Change what you wrote"),
        "back": (_("What you wrote"), _here(org, "entries", code)),
    }
    return done or pages.page(request, "journey/write.html", context)


def who(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.entry_of(request.actor, code)
    rules.check_not_taken_back(found)
    rows = sharing.readers_of(found)
    people = [(row.person.code, row.person.known_as) for row in rows if row.person]
    first = Audience.SOME if request.GET.get("some") else found.audience
    form = forms.WhoForm.of(
        request,
        can=sharing.choosable(actor, found),
        people=people,
        names=side_of(actor) == "staff",
        initial={
            "audience": first,
            "named": found.named,
            "users": [row.user.code for row in rows if row.user],
            "people": [code for code, _name in people],
            "unit": next((row.unit.code for row in rows if row.unit), ""),
            "forum": next((row.forum.code for row in rows if row.forum), ""),
        },
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.share_entry(entry=found, shared=_shared(request, found, data), by=actor),
        then=_here(org, "entries", code),
        note=_("Saved. From now on it is so on every page."),
    )
    context = {"form": form, "title": _("Who may read it?"), "back": (_("What you wrote"), _here(org, "entries", code))}
    return done or pages.page(request, "journey/who.html", context)


def _shared(request: Any, found: Entry, data: dict[str, Any]) -> services.Shared:
    some = data["audience"] == Audience.SOME
    readers = sharing.chosen(request.actor, found, data) if some else []
    return services.Shared(audience=data["audience"], named=data["named"], readers=readers)


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.entry_of(request.actor, code)
    rules.check_not_taken_back(found)
    context = {
        "title": _("Take back what you wrote?"),
        "text": _("All of its words go, for everybody and for good, what stood there before too. Nobody asks you why."),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("What you wrote"), _here(org, "entries", code)),
    }
    return _confirmed(
        request, lambda: services.take_back_entry(entry=found, by=request.actor), _here(org, "entries"), context
    )


def hold_back(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.entry_for(request.actor, code)
    if not rules.can_hold_back(request.actor, found):
        raise NotYours
    page = _here(org, "entries", code)
    if found.held_on:
        context = {"title": _("Show it to everybody again?"), "button": _("Show it again"), "back": (_("Back"), page)}
        return _confirmed(request, lambda: services.let_go(entry=found, by=request.actor), page, context)
    form = forms.HoldBackForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.hold_back(entry=found, by=request.actor, **data),
        then=page,
        note=_("It is off the pages for everybody. Whoever wrote it is told why."),
    )
    facts = {
        "form": form,
        "title": _("Hold it back from everybody"),
        "back": (_("Back"), page),
        "button": _("Hold it back"),
    }
    return done or pages.page(request, "journey/act.html", facts)


def put_away(request: Any, org: str, code: str, stage: str) -> HttpResponse:
    rules.check_write(request.actor)
    decision = decisions.decision_for(request.actor, code)
    if stage not in When.values:
        raise NotYours
    page = decisions.url_of(org, decision)
    context = {
        "title": _("Put this question away?"),
        "text": _("It does not come again. You can still write down what you learned, whenever you want."),
        "button": _("Put it away"),
        "back": (decision.title, page),
    }
    return _confirmed(
        request, lambda: services.put_prompt_away(decision=decision, stage=stage, by=request.actor), page, context
    )


def _confirmed(request: Any, act: Any, then: str, context: dict[str, Any]) -> HttpResponse:
    form = forms.PlainForm.of(request)
    done = pages.submit(request, form, lambda data: act(), then=then, note=_("Done."))
    return done or pages.page(request, "core/confirm.html", {"form": form, **context})
