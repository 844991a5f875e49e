"""Replies to an account: all of them, one's own, and holding one back that could harm somebody."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.keyset import Keyset

from ..account_forms import HoldForm, ReplyForm
from ..models import AccountReply, PublicAccount
from ..models.accounts import REPLY_STATES, SHOWN
from ..queries import account_replies as queries
from ..queries import accounts
from ..rules import accounts as rules
from ..services import account_replies as services

PAGE = 10


def replies(request: Any, org: str, year: str) -> HttpResponse:
    """All that are shown, the newest first, a page at a time."""
    account = accounts.account_shown(request.actor, year)
    rows = Keyset(queries.replies_shown(account), ("shown_on",), True, shape="replies to an account")
    cursor = {name: request.GET.get(name) for name in ("after", "before")}
    context = {
        "title": _("Replies to the account of %(year)s") % {"year": year},
        "page": rows.page(PAGE, **cursor),
        "counts": queries.replies_to(account),
        "moderates": rules.moderates(request.actor),
        "inside": rules.belongs(request.actor, account),
        "held": _held(request, account),
        "here": _here(org, year),
        "back": (_("The account"), _here(org, year)),
    }
    return pages.unkept(pages.page(request, "reports/account_replies.html", context))


def _held(request: Any, account: PublicAccount) -> list[AccountReply]:
    """Those that are held back, for those who can let them go."""
    if not rules.moderates(request.actor):
        return []
    return list(account.replies.filter(state=SHOWN, held_on__isnull=False).order_by("id"))


def _here(org: str, year: str, *steps: str) -> str:
    return "/".join([f"/{org}/account/{year}", *steps, ""])


def reply(request: Any, org: str, year: str) -> HttpResponse:
    account = _replied(request, year)
    own = queries.own_reply(request.actor, account)
    form = ReplyForm.of(
        request,
        initial={"words": own.words, "name": own.name} if own else {},
        seen=own.version if own else 0,
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.write_reply(account=account, by=request.actor, **data),
        then=_here(org, year, "reply"),
        note=_("Saved. Only you read it until you show it."),
    )
    context = {
        "form": form,
        "title": _("Reply to the account of %(year)s") % {"year": year},
        "own": own,
        "state": REPLY_STATES[own.state] if own else "",
        "can_show": bool(own and own.state != SHOWN),
        "here": _here(org, year),
        "back": (_("The account"), _here(org, year)),
    }
    return done or pages.unkept(pages.page(request, "reports/account_reply.html", context))


def _replied(request: Any, year: str) -> PublicAccount:
    account = accounts.account_shown(request.actor, year)
    rules.check_replies(request.actor, account)
    return account


def _own(request: Any, year: str) -> AccountReply:
    own = queries.own_reply(request.actor, _replied(request, year))
    if own is None:
        raise NotYours
    return own


def show(request: Any, org: str, year: str) -> HttpResponse:
    own = _own(request, year)
    text = _("Anybody can read it, as you wrote it. You can take it back at any time.")
    return _confirmed(
        *(request, _("Show your reply to everybody?"), text, _("Yes, show it"), _here(org, year, "reply")),
        lambda: services.show_reply(reply=own, by=request.actor),
    )


def take_back(request: Any, org: str, year: str) -> HttpResponse:
    own = _own(request, year)
    text = _("Your words go from the page at once, and for good. Nobody asks you why.")
    return _confirmed(
        *(request, _("Take back your reply?"), text, _("Take it back"), _here(org, year)),
        lambda: services.take_back_reply(reply=own, by=request.actor),
    )


def hold(request: Any, org: str, year: str, code: str) -> HttpResponse:
    account = accounts.account_shown(request.actor, year)
    found, page = queries.reply_of(account, code), _here(org, year, "replies")
    rules.check_holds(request.actor, found)
    if found.held_on:
        return _confirmed(
            *(request, _("Show it to everybody again?"), found.held_why, _("Show it again"), page),
            lambda: services.let_reply_go(reply=found, by=request.actor),
        )
    form = HoldForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.hold_reply(reply=found, by=request.actor, **data),
        then=page,
        note=_("It is off the page. Whoever wrote it is told why."),
    )
    context = {
        "form": form,
        "title": _("Hold this reply back"),
        "button": _("Hold it back"),
        "back": (_("Replies"), page),
    }
    return done or pages.page(request, "reports/account_form.html", context)


def _confirmed(request: Any, title: str, text: str, button: str, page: str, act: Any) -> HttpResponse:
    form = core_forms.Form.of(request)
    done = pages.submit(request, form, lambda _data: act(), then=page)
    context = {"title": title, "text": text, "button": button, "form": form, "back": (_("Back"), page)}
    return done or pages.page(request, "core/confirm.html", context)
