"""Aims: a bit more, whose they are, and where they stand."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations

from .. import aim_words, forms, queries, services, words
from ..forms.aims import WHOLE
from ..models import Aim, Says
from ..rules import aims as rules

MOST = 100  # on one page


def _here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/journey/aims", *steps, ""])


def aims(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_see(actor):
        raise NotYours
    found = queries.aims_of(actor, None, MOST + 1)
    rows = found[:MOST]
    context = {
        "title": _("Aims: a bit more"),
        "aims": aim_words.lines(rows, queries.newest_words(rows), org),
        "more": len(found) > MOST,
        "can_set": rules.can_set(actor),
        "back": (_("The journey"), f"/{org}/journey/"),
    }
    return pages.page(request, "journey/aims.html", context)


def write(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_set(actor):
        raise NotYours
    code = request.GET.get("after", "")
    after = queries.aim_for(actor, code) if code else None
    form = forms.AimForm.of(request, units=_units(request, after), names=actor.can(P.SEE_REGISTER))
    done = pages.submit(
        request,
        form,
        lambda data: _write(request, form, after),
        then=lambda made: _here(org, made.code),
        note=_("Saved. It is yours until somebody of the other side agrees to it."),
    )
    context = {
        "form": form,
        "title": _("The next bit more") if after else _("Write down an aim"),
        "after": after,
        "back": (_("Aims"), _here(org)),
    }
    return done or pages.page(request, "journey/write_aim.html", context)


def _units(request: Any, after: Aim | None) -> list[tuple[str, Any]]:
    """Those for which they can speak; the next aim is of the same part of the organisation as the one before."""
    whole = (WHOLE, _("The whole organisation"))
    if after is not None:
        return [(after.unit.code, after.unit.name) if after.unit else whole]
    actor = request.actor
    units = [(unit.code, unit.name) for unit in organisations.units_of(actor) if rules.can_speak(actor, unit.pk)]
    return [*([whole] if rules.can_speak(actor, None) else []), *units]


def _write(request: Any, form: forms.AimForm, after: Aim | None) -> Aim:
    data, actor = form.cleaned_data, request.actor
    return services.write_aim(
        what=data["what"],
        sign=data["sign"],
        unit=None if data["unit"] == WHOLE else organisations.unit_for(actor, data["unit"]),
        after=after,
        ask=[_called(actor, name) for name in form.names()],
        by=actor,
    )


def _called(actor: Any, name: str) -> Any:
    try:
        return decisions.person_called(actor, name)
    except Refused as refused:
        raise Refused(f"{name}: {refused.reason}", field="with_whom") from None


def aim(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.aim_for(request.actor, code)
    read = queries.read_aim(actor, found)
    context = {
        "title": found.what,
        "aim": aim_words.line(found, None, org),
        "read": read,
        "words": aim_words.said(read.words),
        "agreed": aim_words.who_agreed(read.agreements),
        "actions": _actions(request, read, org),
        "before": found.after,
        "next": read.next,
        "base": _here(org, code),
        "back": (_("Aims"), _here(org)),
    }
    return pages.page(request, "journey/aim.html", context)


def _actions(request: Any, read: queries.AimRead, org: str) -> list[tuple[Any, str]]:
    actor, found = request.actor, read.aim
    speaks = rules.can_speak(actor, found.unit_id)
    can_next = speaks and found.state in ("reached", "stopped") and read.next is None
    asks = speaks and (read.mine is None or not read.mine.agrees)
    possible = [
        (can_next, _("Write the next bit more"), f"{_here(org, 'write')}?after={found.code}"),
        (asks, _("Say whether it is your aim too"), f"{_here(org, found.code)}agree/"),
        *(
            (
                rules.can_say(actor, found, says, read.said_by, read.next is not None),
                words.SAY[says][0],
                f"{_here(org, found.code)}say/{says}/",
            )
            for says in Says.values
        ),
        (speaks and not asks, _("It is not my aim any more"), f"{_here(org, found.code)}agree/"),
    ]
    return [(label, url) for allowed, label, url in possible if allowed]


def agree(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.aim_for(request.actor, code)
    if not rules.can_speak(actor, found.unit_id):
        raise NotYours
    form = forms.AgreeForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.agree(aim=found, agrees=data["agrees"] == "yes", by=actor),
        then=_here(org, code),
        note=_("Saved. You can say otherwise at any time."),
    )
    context = {
        "form": form,
        "title": _("Is this your aim too?"),
        "lead": found.what,
        "sign": found.sign,
        "button": _("Save"),
        "back": (_("The aim"), _here(org, code)),
    }
    return done or pages.page(request, "journey/act.html", context)


def say(request: Any, org: str, code: str, says: str) -> HttpResponse:
    actor, found = request.actor, queries.aim_for(request.actor, code)
    if says not in words.SAY or not rules.can_speak(actor, found.unit_id):
        raise NotYours
    read = queries.read_aim(actor, found)
    if request.method == "GET":
        rules.check_say(actor, found, says, read.said_by, read.next is not None)
    title, asked = words.SAY[says]
    form = forms.WordForm.of(request, asked=asked)
    done = pages.submit(
        request,
        form,
        lambda data: services.say_where(aim=found, says=says, by=actor, **data),
        then=_here(org, code),
        note=_("Saved. It stands on the page of the aim."),
    )
    context = {
        "form": form,
        "title": title,
        "lead": found.what,
        "sign": found.sign,
        "button": _("Save"),
        "back": (_("The aim"), _here(org, code)),
    }
    return done or pages.page(request, "journey/act.html", context)
