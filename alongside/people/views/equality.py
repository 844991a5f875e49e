"""What somebody says about themselves: a list of the questions, and each on a page of its own. Written down for
somebody, it shows nothing of what is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import forms, queries, services
from ..queries import Asked
from .places import At


def _asked(at: At) -> list[Asked]:
    if at.own:
        return queries.my_equality_answers(at.actor, at.person)
    return queries.equality_questions(at.person.organisation_id)


def _one(at: At, code: str) -> Asked:
    if at.own:
        return queries.my_equality_answer(at.actor, at.person, code)
    return queries.equality_question_for(at.actor, code)


def _page(at: At) -> str:
    return f"{at.base}equality/"


def questions(at: At) -> HttpResponse:
    asked = _asked(at)
    context = {
        "title": _("About you") if at.own else _("About them"),
        "back": at.back,
        "own": at.own,
        "name": at.person.known_as,
        "asked": asked,
        "answered": any(each.answer for each in asked),
        "base": _page(at),
        "least": queries.least_shown(at.request.clock.settings),
    }
    return pages.unkept(pages.page(at.request, "people/equality.html", context))


def question(at: At, question: str) -> HttpResponse:
    asked = _one(at, question)
    form = forms.EqualityForm.of(at.request, own=at.own, asked=asked)

    def act(data: dict[str, Any]) -> None:
        by = at.speaker(data.pop("medium", ""))
        services.answer_equality(person=at.person, question=asked.question, by=by, **data)

    done = pages.submit(at.request, form, act, then=lambda _done: _next(at, asked), note=_("Saved."))
    context = {
        "title": asked.question.name,
        "back": (_("About you") if at.own else _("About them"), _page(at)),
        "own": at.own,
        "form": form,
        "asked": asked,
        "take_back": f"{_page(at)}{asked.question.code}/back/" if asked.answer or not at.own else "",
        "source": asked.wording.source,
    }
    return pages.unkept(done or pages.page(at.request, "people/equality_question.html", context))


def _next(at: At, asked: Asked) -> str:
    """The next one that has no answer yet, for somebody who goes through them; the list at the end."""
    if not at.own:
        return _page(at)
    listed = [each for each in _asked(at) if each.question.in_use]
    after = [each for each in listed if each.question.place > asked.question.place and each.answer is None]
    return f"{_page(at)}{after[0].question.code}/" if after and asked.answer is None else _page(at)


def take_back(at: At, question: str) -> HttpResponse:
    asked = _one(at, question)
    return _take_back(at, asked.question.name, question=asked.question)


def take_back_all(at: At) -> HttpResponse:
    return _take_back(at, _("All of them"), question=None)


def _take_back(at: At, what: str, **which: Any) -> HttpResponse:
    form = forms.TakeBackForm.of(at.request, own=at.own)

    def act(data: dict[str, Any]) -> None:
        services.take_back_equality(person=at.person, by=at.speaker(data.pop("medium", "")), **which)

    done = pages.submit(at.request, form, act, then=_page(at), note=_("Nothing is kept of it."))
    context = {
        "form": form,
        "title": _("Take the answer out?"),
        "wording": what,
        "text": _("It goes at once, and for good. Nothing else changes."),
        "button": _("Take it out"),
        "back": (_("About you") if at.own else _("About them"), _page(at)),
        "own": at.own,
    }
    return pages.unkept(done or pages.page(at.request, "people/change.html", context))


EQUALITY: dict[str, Callable[..., HttpResponse]] = {
    "equality/": questions,
    "equality/back/": take_back_all,
    "equality/<slug:question>/": question,
    "equality/<slug:question>/back/": take_back,
}
