"""Common ground, for whoever answers: one statement after the other, what they think themselves, what all said."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.signing import BadSignature
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import crowding, pages
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.forms import Form, is_token, new_token
from alongside.core.visitors import asker

from .. import queries
from ..forms import together as forms
from ..models import CommonGround, WhoAnswers
from ..opinion_groups import LEAST_IN_GROUP, LEAST_VOTERS, Shut
from ..opinions import Found
from ..queries import together, together_marks
from ..rules import together_marks as marks
from ..services import together as services
from ..tables.together import TallyTable

COOKIE, KEPT = "together", 60 * 60 * 24 * 200  # until there is an answer, and a new one if that is none


def here(request: Any, code: str) -> tuple[CommonGround, Actor, str]:
    """The question, who asks (nobody by name where anyone may answer), and the token of this browser."""
    ground = together.ground_to_answer(request.actor, code)
    anyone = ground.audience == WhoAnswers.ANYONE
    actor = queries.public_actor(request.organisation) if anyone else request.actor
    return ground, actor, _token(request)


def _token(request: Any) -> str:
    try:
        found = request.get_signed_cookie(COOKIE, default="", salt="together", max_age=KEPT)
    except BadSignature:
        return ""
    return found if is_token(found) else ""


def _keep(request: Any, response: HttpResponse, ground: CommonGround, token: str) -> HttpResponse:
    """Set when somebody first answers or adds, and sent to no other page."""
    response.set_signed_cookie(
        COOKIE,
        token,
        salt="together",
        max_age=KEPT,
        path=f"/{request.organisation.slug}/together/{ground.code}/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return pages.unkept(response)


def answer(request: Any, org: str, code: str) -> HttpResponse:
    ground, actor, token = here(request, code)
    why = ""
    if request.method == "POST":
        try:
            return _vote(request, ground, actor, token or new_token())
        except Refused as refused:
            why = refused.reason
    digest = together.voter_digest(ground, actor, token)
    page = {
        "title": ground.question,
        "ground": ground,
        "base": f"/{org}/together/{code}/",
        "over": not ground.is_open or request.clock.today() > ground.closes_on,
        "why": why,
        "turn": together.next_for(ground, digest),
        "form": forms.AnswerStatementForm(),
        "buttons": forms.BUTTONS,
        "written": together.written_by(ground, together.writer_digest(ground, token)),
    }
    return pages.unkept(pages.page(request, "voice/together/answer.html", page, status=409 if why else 200))


def _vote(request: Any, ground: CommonGround, actor: Actor, token: str) -> HttpResponse:
    """One press of a button. Pressed twice it is the same answer, so nothing is remembered of the form."""
    form = forms.AnswerStatementForm.of(request)
    if not form.is_valid():
        return pages.SeeOther(request.path)
    services.vote(
        ground=ground,
        statement=together.statement_of(ground, form.cleaned_data["statement"]),
        choice=form.cleaned_data["choice"],
        digest=together.voter_digest(ground, actor, token),
        by=actor,
        asker=asker(request),
    )
    return _keep(request, pages.SeeOther(request.path), ground, token)


def add(request: Any, org: str, code: str) -> HttpResponse:
    ground, actor, token = here(request, code)
    token, base = token or new_token(), f"/{org}/together/{code}/"
    form = forms.StatementForm.of(request)
    done = pages.submit(request, form, partial(_add, request, ground, actor, token), then=base, note=_added(ground))
    page = {
        "title": _("Add what you think"),
        "ground": ground,
        "form": form,
        "back": (ground.question, base),
        "helpers": queries.who_helps(request.organisation),
    }
    return _keep(request, done, ground, token) if done else pages.page(request, "voice/together/add.html", page)


def _add(request: Any, ground: CommonGround, actor: Actor, token: str, data: dict[str, Any]) -> Any:
    crowding.check(asker(request), ground.organisation_id, f"together {ground.code}", data["words"])
    return services.add_statement(ground=ground, by=actor, token=token, **data)


def _added(ground: CommonGround) -> str:
    if ground.read_first:
        return _("Your words are kept. Somebody reads them first, then everybody can answer them.")
    return _("Your words are kept. Everybody can answer them now.")


def take_back(request: Any, org: str, code: str, statement: str) -> HttpResponse:
    ground, actor, token = here(request, code)
    found, base = together.statement_of(ground, statement), f"/{org}/together/{code}/"
    if found not in together.written_by(ground, together.writer_digest(ground, token)):
        raise NotYours
    form = Form.of(request)
    act = partial(services.take_back_statement, statement=found, token=token, by=actor)
    done = pages.submit(request, form, lambda _data: act(), then=base, note=_("Taken back. The words are gone."))
    page = {
        "title": _("Take your words back"),
        "text": _("“%(words)s”\n\nThe words go for good, and the answers to them too.") % {"words": found.words},
        "form": form,
        "button": _("Take them back"),
        "danger": True,
        "back": (ground.question, base),
    }
    return pages.unkept(done or pages.page(request, "core/confirm.html", page))


def so_far(request: Any, org: str, code: str) -> HttpResponse:
    """What everybody said: what nearly everyone says beside where people differ, and what is done about it."""
    ground, actor, token = here(request, code)
    page = result_page(request, ground, f"/{org}/together/{code}/")
    word = together_marks.last_word(ground, page["answer"], together.voter_digest(ground, actor, token))
    may_mark = marks.can_mark(actor, ground, page["answer"], word.took_part)
    return pages.unkept(pages.page(request, "voice/together/so_far.html", {**page, "word": word, "may_mark": may_mark}))


def result_page(request: Any, ground: CommonGround, base: str) -> dict[str, Any]:
    result, answer = together.result_of(ground), together.answer_to(ground)
    groups, shut = together.groups_of(ground, result) if not ground.is_open else ([], "")
    return {
        "title": _("What people say about it"),
        "ground": ground,
        "result": result,
        "found": _found(request, result.found),
        "groups": groups,
        "why_no_groups": WHY_NO_GROUPS[Shut(shut)]() if shut else "",
        "hidden": together.not_shown_by_reason(ground) if result.not_shown else [],
        "answer": answer,
        "word": together_marks.last_word(ground, answer),
        "questioned": ground.result is not None and ground.result.disputed,
        "base": base,
        "back": (ground.question, base),
    }


def _found(request: Any, found: Found) -> dict[str, TallyTable]:
    """Each part that has something, as a list under what it says."""
    captions = {
        "together": _("Of those who said yes or no, at least 8 in 10 say the same"),
        "apart": _("At least 3 in 10 agree, and at least 3 in 10 disagree"),
        "between": _("More on one side, and many on the other"),
        "too_few": _("Fewer than 5 have said yes or no"),
    }
    parts = ((name, getattr(found, name), caption) for name, caption in captions.items())
    return {name: TallyTable(request, rows, caption, prefix=name) for name, rows, caption in parts if rows}


WHY_NO_GROUPS = {
    Shut.FEW_VOTERS: lambda: (
        _("Groups of opinion are not looked for: fewer than %(n)s people answered most of it.") % {"n": LEAST_VOTERS}
    ),
    Shut.SAME: lambda: _("There are no groups of opinion: people answered much alike."),
    Shut.SMALL_GROUP: lambda: (
        _("No groups of opinion are shown: one of them would have fewer than %(n)s people.") % {"n": LEAST_IN_GROUP}
    ),
    Shut.UNSTABLE: lambda: _("No groups of opinion are shown: they come out otherwise when a few people are left out."),
}
