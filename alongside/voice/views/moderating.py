"""Whether everybody may read it: the queue, one decision, the published rules, and who is on the panel."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, giveaway_words, published_rules, queries, services, showing_text, tables
from ..models import Outcome, Showing
from ..models.showing import SHOWING_STATES
from ..rules import showing as rules
from ..tables.showing import TONES


def queue(request: Any, org: str) -> HttpResponse:
    actor, base = request.actor, f"/{org}/showing/"
    table = tables.ShowingTable(request, base)
    page = {
        "title": _("To be shown to everybody"),
        "lead": _("Its author has looked at it and said yes. Now somebody decides, by the published rules."),
        "table": table,
        "unseen": tables.UnseenTable(request, queries.unseen_for(actor), f"/{org}/voices/"),
        "to_do": queries.showing_to_do(actor, request.clock.today()),
        "sets_up": rules.sets_up(actor),
        "base": base,
    }
    return pages.unkept(pages.page(request, "voice/showing.html", page))


def decide(request: Any, org: str, code: str) -> HttpResponse:
    found, base = queries.showing_for(request.actor, code), f"/{org}/showing/"
    texts = showing_text.agreed(found.contribution, found)
    published, newest = queries.published_rules(found.organisation_id), queries.newest_decision(found)
    offered = _offered(found, texts)
    form = forms.ModerateForm.of(request, offered=offered, rules=published.rules, seen=found.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.moderate(showing=found, by=request.actor, **_where(texts, data)),
        then=base,
        note=_("Saved. The one who said it is told."),
    )
    page = {
        "form": form if rules.can_moderate(request.actor, found, newest) else None,
        "title": _("May everybody read this?"),
        "back": (_("To be shown to everybody"), base),
        "showing": found,
        "state": (SHOWING_STATES[found.state], TONES.get(found.state, "quiet")),
        "texts": [_shown(found, key, text) for key, text in texts.items()],
        "decisions": queries.decisions_of(found),
        "titles": published_rules.TITLES,
        "appeal": queries.newest_appeal_of(found),
        "never": published_rules.NEVER,
    }
    return pages.unkept(done or pages.page(request, "voice/decide_showing.html", page))


def _offered(found: Showing, texts: dict[str, str]) -> list[tuple[str, str]]:
    """What could be left out, from every text that is to be shown; each phrase once."""
    around = queries.around(found.contribution)
    phrases = (part for text in texts.values() for part in giveaway_words.parts_to_offer(text, around))
    return [(phrase, str(part)) for phrase, part in dict(phrases).items()][: showing_text.MOST_PARTS]


def _where(texts: dict[str, str], data: dict[str, Any]) -> dict[str, Any]:
    phrases = data.pop("phrases")
    covers = data["outcome"] == Outcome.COVERED
    spans = {key: showing_text.spans_of(text, phrases) for key, text in texts.items()} if covers else {}
    return {**data, "leave_out": spans}


def _shown(found: Showing, key: str, text: str) -> dict[str, Any]:
    titles = {
        showing_text.WORDS: _("The version that its author wrote for others") if found.use_own else _("The words"),
        showing_text.RENDERING: _("What somebody here wrote in other words"),
    }
    spans = found.pieces.get(key)
    return {
        "title": titles.get(key, _("What its author says about what came of it")),
        "text": text,
        "now": showing_text.barred(text, spans) if spans else "",
    }


def change_rules(request: Any, org: str) -> HttpResponse:
    if not rules.sets_up(request.actor):
        raise NotYours
    now = queries.published_rules(request.organisation.pk)
    days = {"decide_days": now.decide_days, "panel_days": now.panel_days}
    form = forms.ShowingRulesForm.of(request, initial={**now.texts, **days}, seen=now.row or 0)
    then = f"/{org}/heard/rules/"
    act = partial(services.change_showing_rules, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=then, note=_("Saved. They hold from today."))
    page = {
        "form": form,
        "title": _("The rules for what everybody may read"),
        "text": _(
            "Say each rule in your own words. An empty box is a rule that you do not use. Old versions are kept."
        ),
        "button": _("Save"),
        "back": (_("The rules as everybody reads them"), then),
    }
    return done or pages.page(request, "core/confirm.html", page)


def panel(request: Any, org: str) -> HttpResponse:
    if not rules.sets_up(request.actor):
        raise NotYours
    base = f"/{org}/showing/panel/"
    form = forms.PanelForm.of(request)

    def act(data: dict[str, Any]) -> Any:
        person = queries.on_register(request.actor, data["person"])
        return services.name_to_panel(person=person, by=request.actor)

    done = pages.submit(request, form, act, then=base, note=_("Saved. They are on the panel now."))
    members = queries.panel_of(request.organisation.pk)
    page = {
        "form": form,
        "title": _("The panel"),
        "back": (_("The rules as everybody reads them"), f"/{org}/heard/rules/"),
        "table": tables.PanelTable(request, members, base),
    }
    return done or pages.page(request, "voice/panel.html", page)


def leave_panel(request: Any, org: str, code: str) -> HttpResponse:
    member, base = queries.member_for(request.actor, code), f"/{org}/showing/panel/"
    form = core_forms.Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.end_on_panel(member=member, by=request.actor),
        then=base,
        note=_("Saved. What they said on the panel stays."),
    )
    page = {
        "form": form,
        "title": _("Take them off the panel?"),
        "text": queries.shown_name(member.person),
        "button": _("Take them off"),
        "back": (_("The panel"), base),
    }
    return done or pages.page(request, "core/confirm.html", page)
