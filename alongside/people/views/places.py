"""Where a page about somebody stands: on the register, or among their own pages. The same changes are made on both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms, pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours

from .. import queries, rules
from ..models import Person


@dataclass(frozen=True)
class At:
    request: Any
    person: Person
    actor: Actor
    own: bool
    base: str  # the page of the person, to which every change returns

    @property
    def back(self) -> tuple[str, str]:
        return (_("About me") if self.own else self.person.known_as, self.base)

    def speaker(self, medium: str) -> Actor:
        """Nobody is spoken for without a medium: verbs that write down a wish refuse that, those for a fact do not."""
        return self.actor if self.own or not medium else self.actor.for_person(self.person.pk, Medium(medium))

    def change(
        self, form: forms.Form, verb: Callable[..., Any], *, title: str, note: str = "", **facts: Any
    ) -> HttpResponse:
        """A form of its own for one change, which returns to the person's page."""

        def act(data: dict[str, Any]) -> Any:
            return verb(by=self.speaker(data.pop("medium", "")), **data)

        done = pages.submit(self.request, form, act, then=self.base, note=note or _("Saved."))
        page = {"form": form, "title": title, "back": self.back, "button": _("Save"), "own": self.own, **facts}
        return done or pages.page(self.request, "people/change.html", page)

    def of_person(self, verb: Callable[..., Any], **values: Any) -> Callable[..., Any]:
        return partial(verb, person=self.person, **values)


View = Callable[..., HttpResponse]


def on_register(view: View) -> View:
    """For the one who keeps the register; for everybody else the page is not there."""

    @wraps(view)
    def page(request: Any, org: str, code: str, **more: str) -> HttpResponse:
        if not rules.can_keep_register(request.actor):
            raise NotYours
        person = queries.person_for(request.actor, code)
        return view(At(request, person, request.actor, False, f"/{org}/people/{person.code}/"), **more)

    return page


def about_me(view: View) -> View:
    """For the person alone, as they stand on one register."""

    @login_required
    @wraps(view)
    def page(request: Any, code: str, **more: str) -> HttpResponse:
        return view(my_place(request, code), **more)

    return page


def my_place(request: Any, code: str) -> At:
    person = queries.my_place(request.user, code)
    request.enter(person.organisation, person_id=person.pk)
    return At(request, person, request.actor, True, f"/me/about/{person.code}/")
