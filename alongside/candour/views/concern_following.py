"""For whoever holds the code of a concern: what came of it, writing back, telling others, taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.core.visitors import asker, private

from ..forms import concerns as forms
from ..models import InvolvementConcern
from ..models.concerns import ACKNOWLEDGED, ANSWERED, RAISED, SETTLED, TAKEN_BACK, UNSETTLED
from ..queries import concerns as queries
from ..rules import concerns as rules
from ..services import concern_telling as telling
from ..services import concerns as services

STANDS = {  # how it stands, said to the one who raised it
    RAISED: gettext_lazy("They have not said yet that they have read it."),
    ACKNOWLEDGED: gettext_lazy("They have read it, and owe you an answer."),
    ANSWERED: gettext_lazy("There is an answer."),
    SETTLED: gettext_lazy("There is an answer, and you say that it is settled."),
    UNSETTLED: gettext_lazy("You say that it is not settled. They owe you another answer."),
    TAKEN_BACK: gettext_lazy("You took it back."),
}


@dataclass(frozen=True)
class At:
    request: Any
    concern: InvolvementConcern
    actor: Actor
    base: str

    @property
    def today(self) -> Any:
        return self.request.clock.today()

    def change(self, form: Form, verb: Callable[..., Any], *, note: Any, then: str = "", **facts: Any) -> HttpResponse:
        """A page of its own for one change, which goes back to the page of the concern."""

        def act(data: dict[str, Any]) -> Any:
            return verb(concern=self.concern, by=self.actor, **data)

        done = pages.submit(self.request, form, act, then=then or self.base, note=note)
        page = {"form": form, "back": (_("Your concern"), self.base), **facts}
        return done or pages.page(self.request, "candour/concern_act.html", page)


View = Callable[[At], HttpResponse]


def followed(view: View) -> Callable[..., HttpResponse]:
    """For whoever brings the right code."""

    @wraps(view)
    def page(request: Any, org: str, typed: str) -> HttpResponse:
        concern = queries.concern_by_code(request.organisation, typed, asker(request))
        at = At(request, concern, queries.holder_of(concern), f"/{org}/concerns/follow/{typed}/")
        return private(view(at), form=True)

    return page


def concern(at: At) -> HttpResponse:
    found, today = at.concern, at.today
    summary, name = queries.summary_of(found), queries.name_of(found)
    reads_on = queries.reads_on(found, today)
    context = {
        "title": _("Your concern"),
        "back": (_("Concerns about involvement"), f"/{at.request.organisation.slug}/concerns/"),
        "concern": found,
        "stands": STANDS[found.state],
        "base": at.base,
        "gone": found.state == TAKEN_BACK,
        "messages_between": found.messages.all(),
        "outcomes": found.outcomes.all(),
        "summary": summary,
        "name": name,
        "reads_on": reads_on,
        "late": found.is_owed and found.due_on < today,
        "terms": queries.terms_on(found.organisation_id, today),
        "can_choose": rules.can_choose_reader(found, reads_on),
        "can_say_settled": rules.can_say_settled(found),
        "can_tell": rules.can_publish(found, summary),
        "can_take_down": summary is not None and rules.is_shown(summary),
    }
    return pages.page(at.request, "candour/concern.html", context)


def _still_there(at: At) -> None:
    if at.concern.state == TAKEN_BACK:
        raise NotYours


def write(at: At) -> HttpResponse:
    _still_there(at)
    return at.change(
        forms.MessageForm.of(at.request),
        services.write_to_reader,
        title=_("Write to the reader"),
        text=_("Only the one who reads your concern sees it."),
        button=_("Send it"),
        note=_("Sent. You see the answer on this page."),
    )


def settled(at: At) -> HttpResponse:
    if not rules.can_say_settled(at.concern):
        raise NotYours
    return at.change(
        forms.SettledForm.of(at.request),
        lambda settled, **data: services.say_settled(settled=settled == "yes", **data),
        title=_("Did this settle it?"),
        text=_("You say it, and nobody else can."),
        button=_("Say so"),
        note=_("Saved."),
    )


def reader(at: At) -> HttpResponse:
    if not rules.can_choose_reader(at.concern, queries.reads_on(at.concern, at.today)):
        raise NotYours
    contacts = list(queries.contacts_on(at.concern.organisation_id, at.today))

    def verb(contact: str, **data: Any) -> Any:
        chosen = next((each for each in contacts if each.code == contact), None)
        return services.choose_reader(contact=chosen, **data)

    return at.change(
        forms.ReaderForm.of(at.request, contacts=contacts),
        verb,
        title=_("Who shall read on?"),
        text=_("The one whom you chose does not read concerns any more. Nobody reads yours until you say who."),
        button=_("They may read it"),
        note=_("Saved. They read it from now on."),
    )


def hide_name(at: At) -> HttpResponse:
    if queries.name_of(at.concern) is None:
        raise NotYours
    return at.change(
        Form.of(at.request),
        services.hide_name,
        title=_("Take your name away?"),
        text=_("It is deleted here. If the reader has opened it already, they may remember it."),
        button=_("Take it away"),
        note=_("Your name is gone."),
    )


def take_back(at: At) -> HttpResponse:
    """There is no box for a reason: none is needed."""
    _still_there(at)
    return at.change(
        Form.of(at.request),
        services.take_back_concern,
        title=_("Take it back?"),
        text=_("All that you wrote is deleted, and what was answered too. Nobody can bring it back."),
        button=_("Take it back"),
        danger=True,
        note=_("The words are gone."),
    )


# Telling others: write, look, then publish.


def tell(at: At) -> HttpResponse:
    summary = queries.summary_of(at.concern)
    if not rules.can_publish(at.concern, summary):
        raise NotYours
    form = forms.SummaryForm.of(at.request, initial={"words": summary.words if summary else ""})
    return at.change(
        form,
        telling.write_summary,
        title=_("Tell others about it"),
        text=_("You need not. What you told the reader stays with them; this is what everybody reads."),
        button=_("Look at it first"),
        note="",
        then=f"{at.base}tell/look/",
    )


def look(at: At) -> HttpResponse:
    summary = queries.summary_of(at.concern)
    if summary is None or not rules.can_publish(at.concern, summary):
        raise NotYours
    return at.change(
        Form.of(at.request),
        telling.publish_summary,
        title=_("This is what everybody will read"),
        text=_("The organisation may reply beside it. Afterwards neither is changed; you can take yours down."),
        words=summary.words,
        button=_("Publish it"),
        other=(_("Change it first"), f"{at.base}tell/"),
        note=_("Everybody can read it now."),
    )


def take_down(at: At) -> HttpResponse:
    summary = queries.summary_of(at.concern)
    if summary is None or not rules.is_shown(summary):
        raise NotYours
    return at.change(
        Form.of(at.request),
        telling.take_down_summary,
        title=_("Take down what you told others?"),
        text=_("Your words go for good, and the reply beside them too. What was copied before cannot be called back."),
        button=_("Take it down"),
        danger=True,
        note=_("It is down."),
    )


ACTS: dict[str, View] = {
    "": concern,
    "write/": write,
    "settled/": settled,
    "reader/": reader,
    "name/": hide_name,
    "take-back/": take_back,
    "tell/": tell,
    "tell/look/": look,
    "tell/take-down/": take_down,
}
PAGES = {step: followed(view) for step, view in ACTS.items()}
