"""A claim, for somebody who was there: sign it, say no, say that it is not true, take back what they said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.organisation import queries as organisations

from .. import claim_words, queries, rules, seals, services
from ..forms import claims as forms
from ..models import Signature
from ..models.claims import DECLINED, DISPUTED, SIGNED, TAKEN_BACK
from ..tables.claims import MineTable
from .claim_public import shown_version
from .common import mine


def _asked(request: Any, code: str) -> Signature:
    """Theirs whatever became of their role; from here on it is a page of that organisation."""
    found = queries.signature_of(mine(request), code)
    request.enter(found.text.claim.organisation, person_id=found.person_id)
    return found


@login_required
def everything(request: Any) -> HttpResponse:
    context = {
        "title": _("What you were asked to sign"),
        "back": (_("My page"), "/me/"),
        "table": MineTable(request, queries.my_signatures(mine(request))),
    }
    return pages.unkept(pages.page(request, "candour/my_claims.html", context))


@login_required
def asked(request: Any, code: str) -> HttpResponse:
    signature = _asked(request, code)
    text, newest = signature.text, queries.is_newest(signature.text)
    clock = organisations.clock_of(text.claim.organisation)
    version = queries.versions_of([text], clock.settings.pulse_threshold, clock.today())[0]
    context = {
        "title": _("Is this true? You were there"),
        "back": (_("What you were asked to sign"), "/me/claims/"),
        "signature": signature,
        "claim": text.claim,
        "now": shown_version(version),
        "mine": claim_words.MINE[signature.state],
        "own": queries.own_accounts(signature),
        "newest": newest,
        "few": _few(signature, version, clock.settings.pulse_threshold),
        "actions": _actions(signature, newest, bool(version.lapses)),
        "reply_base": f"/me/claims/{code}/reply" if newest and signature.state in (SIGNED, DISPUTED) else "",
        "seal": seals.seal_text(text),
    }
    return pages.unkept(pages.page(request, "candour/asked.html", context))


def _few(signature: Signature, version: queries.Version, threshold: int) -> bool:
    """Without their name they would be one of too few for a number to be shown."""
    others = version.answers.named - (signature.named and signature.state in (SIGNED, DISPUTED))
    return version.answers.asked - others < threshold


def _actions(signature: Signature, newest: bool, lapsed: bool) -> list[tuple[Any, str]]:
    open_now = newest and signature.text.claim.state != "ended"
    again = signature.state == SIGNED
    possible = (
        (open_now and not lapsed, SIGNED, _("Change how I sign it") if again else _("Sign it"), "sign"),
        (open_now, DISPUTED, _("Say that it is not true"), "not-true"),
        (open_now, DECLINED, _("I do not want to sign it"), "no"),
        (True, TAKEN_BACK, _("Take back what I said"), "take-back"),
    )
    here = f"/me/claims/{signature.code}/"
    return [(label, f"{here}{step}/") for can, to, label, step in possible if can and rules.can_move(signature, to)]


def _act(  # noqa: PLR0913  each of them by its name
    request: Any, code: str, form: Form, verb: Callable[..., Any], *, title: Any, note: Any, text: Any = ""
) -> HttpResponse:
    signature = _asked(request, code)
    here = f"/me/claims/{code}/"
    done = pages.submit(
        request, form, lambda data: verb(signature=signature, by=request.actor, **data), then=here, note=note
    )
    context = {
        "form": form,
        "title": title,
        "text": text,
        "quoted": signature.text.text,
        "button": title,
        "back": (_("Back"), here),
    }
    return pages.unkept(done or pages.page(request, "candour/claim_say.html", context))


def _before(request: Any, code: str) -> dict[str, str]:
    """What they wrote with it last, to change it."""
    signature = queries.signature_of(mine(request), code)
    said = next((row.words for row in queries.own_accounts(signature) if row.kind == signature.state), "")
    return {"name": signature.name, "words": said}


@login_required
def sign(request: Any, code: str) -> HttpResponse:
    form = forms.SignForm.of(request, initial=_before(request, code))
    note = _("You signed it. You can take that back at any time.")
    return _act(request, code, form, services.sign, title=_("Sign it"), note=note)


@login_required
def dispute(request: Any, code: str) -> HttpResponse:
    form = forms.DisputeForm.of(request, initial=_before(request, code))
    note = _("It stands there that it is not true, in your words. Nobody can change them or take them away.")
    title = _("Say that it is not true")
    return _act(request, code, form, services.dispute, title=title, note=note)


@login_required
def decline(request: Any, code: str) -> HttpResponse:
    text = _("Nobody asks you why, and nobody reads that you said no. You can sign it later.")
    note = _("You do not sign it. We ask you no more about these words.")
    title = _("I do not want to sign it")
    return _act(request, code, Form.of(request), services.decline, title=title, note=note, text=text)


@login_required
def take_back(request: Any, code: str) -> HttpResponse:
    text = _("Your name and your words go at once, everywhere. You can say something else later.")
    note = _("You took back what you said. It is gone.")
    title = _("Take back what I said")
    return _act(request, code, Form.of(request), services.take_back_signature, title=title, note=note, text=text)


@login_required
def reply(request: Any, code: str, account: str) -> HttpResponse:
    signature = _asked(request, code)
    about = queries.account_on(signature.text, account)
    if about.signature_id == signature.pk:
        raise NotYours
    form = forms.ReplyForm.of(request)
    here = f"/me/claims/{code}/"
    done = pages.submit(
        request,
        form,
        lambda data: services.reply(account=about, signature=signature, by=request.actor, **data),
        then=here,
        note=_("Your reply stands below what they said. Both stay."),
    )
    context = {
        "form": form,
        "title": _("Reply to what somebody said"),
        "quoted": about.words,
        "back": (_("Back"), here),
        "button": _("Reply"),
    }
    return pages.unkept(done or pages.page(request, "candour/claim_say.html", context))
