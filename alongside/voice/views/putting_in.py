"""Behind the address on a poster: a few questions on a phone, with or without scripts."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import crowding, follow_codes, pages
from alongside.core.codes import tidy
from alongside.core.errors import Refused
from alongside.core.visitors import asker

from .. import forms, queries, services
from ..models import Letterbox, Question, Via
from ..rules import letterboxes as rules
from ..rules.showing import goes_further
from . import speaking
from .public import hand_code

GRACE = 2 * 3600  # seconds: whoever had the page before them when the letterbox was closed is still heard


def letterbox(request: Any, org: str, typed: str) -> HttpResponse:
    """A wrong address, a closed letterbox and one of somebody else look the same."""
    box = queries.letterbox_at(request.organisation, typed)
    if box is None or not (rules.takes_words(box) or _has_words(request)):
        page = {"title": _("Nobody reads what is put in here"), "back": (request.organisation.name, f"/{org}/")}
        return pages.page(request, "voice/no_letterbox.html", page, status=404)
    if request.method == "GET" and tidy(typed) != typed:
        return pages.SeeOther(f"/{org}/say/{box.address}/")
    return speaking.remember(request, _page(request, org, box))


def _has_words(request: Any) -> bool:
    """What somebody wrote comes back to them, whatever happened to the letterbox meanwhile."""
    return request.method == "POST" and bool(request.POST.get("words", "").strip())


def _page(request: Any, org: str, box: Letterbox) -> HttpResponse:
    form, made = _form(request, box), dict[str, str]()
    done = pages.submit(request, form, lambda data: _put_in(request, form, box, data, made), then=lambda url: url)
    if done and done["Location"] == f"/{org}/say/done/":
        return hand_code(request, done, made.get("code") or follow_codes.code_for(form))
    page = {
        "form": form,
        "title": box.title,
        "box": box,
        "helpers": queries.who_helps(request.organisation),
        **queries.days_if_said(request.clock),
    }
    return done or pages.page(request, "voice/letterbox_say.html", page)


def _form(request: Any, box: Letterbox) -> forms.LetterboxSayForm:
    signs = request.actor.person_id is not None
    allows = queries.allows(request.actor) if signs else {"inside"}
    return forms.LetterboxSayForm(
        **speaking.posted(request),
        box=box,
        may_sign=signs,
        may_credit="credit" in allows,
        initial={"uses": [name for name in forms.OWN_USES if name in allows], "asked": _asks(box)},
    )


def _put_in(
    request: Any, form: forms.LetterboxSayForm, box: Letterbox, data: dict[str, Any], made: dict[str, str]
) -> str:
    named = data.pop("named", "no") == "yes"
    token = _stood_there(data.pop("asked"), box)
    if token is None and not rules.takes_words(box):
        raise Refused(_("This letterbox was closed, so this is not kept yet. Your words are still here: copy them."))
    crowding.check(asker(request), request.organisation.pk, f"letterbox {box.pk}", data["words"])
    contribution, code = services.put_in(
        box=box,
        person=queries.myself(request.actor) if named else None,
        by=request.actor if named else queries.public_actor(request.organisation),
        via=Via.SIGNED_IN if named else Via.PUBLIC_PAGE,
        uses=forms.uses_of(data),
        asks=forms.asks_of(data),
        files=forms.files_of(data),
        follow_code="" if named else follow_codes.code_for(form),
        late=token is not None,
        **(_asked(request, token) if token is not None else {}),
        **data,
    )
    if code is None:
        return f"/me/said/{contribution.code}/{'preview/' if goes_further(contribution) else ''}"
    made["code"] = code
    return f"/{request.organisation.slug}/say/done/"


def _asks(box: Letterbox) -> str:
    """What the page asks, to come back with the answer: the question may be another one by then."""
    return signing.dumps([box.code, box.question.code if box.question else ""], salt="letterbox")


def _stood_there(token: str, box: Letterbox) -> str | None:
    """The code of the question that stood on the page, empty where none did; None for a page from elsewhere or old."""
    try:
        code, question = signing.loads(token, salt="letterbox", max_age=GRACE)
    except (signing.BadSignature, ValueError):
        return None
    return str(question) if code == box.code else None


def _asked(request: Any, code: str) -> dict[str, Question | None]:
    return {"question": queries.question_asked(request.organisation, code)}
