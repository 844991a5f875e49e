"""The write-up of an activity: read, written by both sides, shown when both say so."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions

from .. import queries, rules, services, tables
from ..forms import TextForm
from ..models import POINTS, READY, SHOWN, WRITE_UP_STATES, Side


def write_ups(request: Any, org: str) -> HttpResponse:
    if not belongs(request.actor):
        raise NotYours
    table = tables.WriteUpTable(request, queries.shown_write_ups(request.actor))
    return pages.page(request, "reports/write_ups.html", {"title": _("Write-ups"), "table": table})


def write_up(request: Any, org: str, code: str) -> HttpResponse:
    read = queries.write_up_to_read(request.actor, code)
    record = queries.record_of(request.actor, read.opportunity, request.clock.today(), org)
    texts, found = queries.texts_of(read.write_up), read.write_up
    context = {
        "title": _("Write-up: %(title)s") % {"title": read.opportunity.title},
        "back": (read.opportunity.decision.title, decisions.url_of(org, read.opportunity.decision)),
        "points": [_point(point, record, texts[point], request.actor, read.side) for point in POINTS],
        "said": record.said,
        "state": WRITE_UP_STATES[found.state] if found else _("Nobody has written anything yet"),
        "write_up": found,
        "waits_for_you": bool(found and found.state == READY and read.side and found.said_by != read.side),
        "side": read.side,
        "sides": Side.choices,
        "can_say_ready": rules.can_say_ready(found, read.side, queries.sides_written(found)),
        "can_take_back": bool(found and read.side and found.state in (READY, SHOWN)),
        "here": f"/{org}/write-ups/{code}/",
    }
    return pages.page(request, "reports/write_up.html", context)


def _point(point: str, record: Any, texts: Any, actor: Any, side: Any) -> dict[str, Any]:
    facts = record.facts[point]
    own = [each for each in texts[side] if side == Side.STAFF or each.person_id == actor.person_id] if side else []
    return {
        "slug": point,
        "title": POINTS[point],
        "plain": [fact for fact in facts if not fact.reads],
        "well": [fact for fact in facts if fact.reads == "well"],
        "badly": [fact for fact in facts if fact.reads == "badly"],
        "sides": [(label, texts[name]) for name, label in Side.choices],
        "written": bool(own),
    }


def write(request: Any, org: str, code: str, point: str) -> HttpResponse:
    read = queries.write_up_to_read(request.actor, code)
    text, page = queries.own_text(request.actor, read, point), f"/{org}/write-ups/{code}/"
    form = TextForm.of(
        request,
        names=read.side == Side.OTHERS,
        initial={"words": text.words, "named": text.named} if text else {},
        seen=text.version if text else 0,
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.write(opportunity=read.opportunity, point=point, by=request.actor, **data),
        then=f"{page}#{point}",
        note=_("Saved. Nobody else can change it."),
    )
    context = {
        "form": form,
        "title": POINTS[point],
        "back": (_("Write-up"), page),
        "activity": read.opportunity,
        "text": text if text and text.words else None,
        "remove": f"{page}{point}/back/",
    }
    return done or pages.page(request, "reports/write.html", context)


def take_back(request: Any, org: str, code: str, point: str) -> HttpResponse:
    read = queries.write_up_to_read(request.actor, code)
    text, page = queries.own_text(request.actor, read, point), f"/{org}/write-ups/{code}/"
    if text is None or not text.words:
        raise NotYours
    return _confirmed(
        *(request, _("Take back what you wrote?"), _("Your words go from this page at once. Those of others stay.")),
        *(_("Take it back"), page),
        lambda: services.take_back_text(text=text, by=request.actor),
    )


def ready(request: Any, org: str, code: str) -> HttpResponse:
    read, page = queries.write_up_to_read(request.actor, code), f"/{org}/write-ups/{code}/"
    found = read.write_up
    if found is None or read.side is None:
        raise NotYours
    told = _("When both sides have said so, everybody who belongs here and sees the decision can read it.")
    return _confirmed(
        *(request, _("May it be shown?"), told, _("Yes, it may be shown"), page),
        lambda: services.say_ready(write_up=found, by=request.actor),
    )


def back(request: Any, org: str, code: str) -> HttpResponse:
    read, page = queries.write_up_to_read(request.actor, code), f"/{org}/write-ups/{code}/"
    found = read.write_up
    if found is None or read.side is None:
        raise NotYours
    return _confirmed(
        *(
            request,
            _("Take it back?"),
            _("Then only both sides can read it, until both say again that it may be shown."),
        ),
        *(_("Take it back"), page),
        lambda: services.back_to_writing(write_up=found, by=request.actor),
    )


def _confirmed(request: Any, title: str, text: str, button: str, page: str, act: Any) -> HttpResponse:
    form = core_forms.Form.of(request)
    done = pages.submit(request, form, lambda _data: act(), then=page)
    context = {"title": title, "text": text, "button": button, "form": form, "back": (_("Write-up"), page)}
    return done or pages.page(request, "core/confirm.html", context)
