"""Where somebody stands who has the last word: on their own page, on the page of a code, or on the phone to staff.

The same things are done in all three places (author.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.core.visitors import asker, private
from alongside.people import queries as people

from .. import queries, rules
from ..models import Contribution

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class At:
    request: Any
    contribution: Contribution
    actor: Actor
    own: bool
    base: str  # the page to which every change returns
    back: tuple[str, str]
    by_code: bool = False
    whole: str = ""  # where it stands with everything that its author added, if that is another page

    def speaker(self, medium: str = "") -> Actor:
        """Who does it: the author, or staff for them with a word on how they know."""
        if self.own:
            return self.actor
        if self.contribution.person_id is None:
            return replace(self.actor, medium=Medium(medium))
        return self.actor.for_person(self.contribution.person_id, Medium(medium))

    @property
    def likely_speaker(self) -> Actor:
        """For asking whether something may be done, before anybody has said how they know."""
        return self.speaker(Medium.IN_PERSON)

    def change(
        self,
        form: Form,
        verb: Callable[..., Any],
        *,
        title: Any,
        note: Any,
        then: str | Callable[[Any], str] = "",
        **facts: Any,
    ) -> HttpResponse:
        """A page of its own for one change, which returns to where one came from, or goes on to `then`."""

        def act(data: dict[str, Any]) -> Any:
            return verb(contribution=self.contribution, by=self.speaker(data.pop("medium", "")), **data)

        done = pages.submit(self.request, form, act, then=then or self.base, note=note)
        page = {"form": form, "title": title, "back": (_("Back"), self.base), "at": self, **facts}
        return done or pages.page(self.request, "voice/author.html", page)


def mine(view: View, whole: bool = True) -> View:
    """For somebody signed in, whatever became of their role: what they said stays theirs."""

    @login_required
    @wraps(view)
    def page(request: Any, code: str, **more: str) -> HttpResponse:
        contribution = queries.said_in([person.pk for person in people.mine(request.user)], code, whole)
        request.enter(contribution.organisation, person_id=contribution.person_id)
        first = f"/me/said/{contribution.adds_to.code}/" if contribution.adds_to else ""
        back = (_("What I said"), "/me/said/")
        at = At(request, contribution, request.actor, True, f"/me/said/{code}/", back, whole=first)
        return pages.unkept(view(at, **more))

    return page


def followed(view: View, form: bool = False, whole: bool = True) -> View:
    """For whoever brings the right code. `form`: something can be sent from the page."""

    @wraps(view)
    def page(request: Any, org: str, typed: str, added: str = "", **more: str) -> HttpResponse:
        found = queries.contribution_by_follow(request.organisation, typed, asker(request), whole)
        contribution = queries.addition_to(found, added) if added else found
        first, back = f"/{org}/follow/{typed}/", (request.organisation.name, f"/{org}/")
        base = f"{first}more/{added}/" if added else first
        holder = queries.holder_of(contribution)
        at = At(request, contribution, holder, True, base, back, by_code=True, whole=first if added else "")
        return private(view(at, **more), form)

    return page


def for_them(view: View, whole: bool = True) -> View:
    """For staff who write down what the author wants now."""

    @wraps(view)
    def page(request: Any, org: str, code: str, **more: str) -> HttpResponse:
        contribution = queries.entry_for(request.actor, code, whole)
        if not rules.can_write_down(request.actor, contribution):
            raise NotYours
        base = f"/{org}/voices/{code}/"
        return view(At(request, contribution, request.actor, False, base, (_("Back"), base)), **more)

    return page
