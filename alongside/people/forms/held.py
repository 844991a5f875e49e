"""Names, addresses, permissions, needs, offers, a rest: by the person, or for them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.dates import for_example

from ..models import ChannelKind, NeedKind, OfferKind
from .told import Told

OWN_NEEDS = {
    NeedKind.SEND: gettext_lazy("How you send me things"),
    NeedKind.MEET: gettext_lazy("How we meet"),
    NeedKind.ARRANGE: gettext_lazy("Something to arrange for me"),
}
NEEDS = {
    NeedKind.SEND: gettext_lazy("How to send them things"),
    NeedKind.MEET: gettext_lazy("How to meet them"),
    NeedKind.ARRANGE: gettext_lazy("What to arrange"),
}
NEED_HINTS = {
    NeedKind.SEND: gettext_lazy("For example: large print, on paper, easy words, a recording."),
    NeedKind.MEET: gettext_lazy("For example: by phone, in the afternoon, with somebody I know, breaks."),
    NeedKind.ARRANGE: gettext_lazy("For example: a taxi, a ramp, an interpreter, childcare."),
}
OWN_OFFERS = {
    OfferKind.SKILL: gettext_lazy("Something I can do"),
    OfferKind.EXPERIENCE: gettext_lazy("Something I know from my own life"),
    OfferKind.INTEREST: gettext_lazy("Something I want to work on"),
    OfferKind.LANGUAGE: gettext_lazy("A language I speak"),
    OfferKind.TIME: gettext_lazy("When I can take part"),
}
OFFERS = {
    OfferKind.SKILL: gettext_lazy("Something they can do"),
    OfferKind.EXPERIENCE: gettext_lazy("Something they know from their own life"),
    OfferKind.INTEREST: gettext_lazy("Something they want to work on"),
    OfferKind.LANGUAGE: gettext_lazy("A language they speak"),
    OfferKind.TIME: gettext_lazy("When they can take part"),
}


class NamesForm(Told):
    name = forms.Line(autocomplete="off")
    called = forms.Line(required=False, autocomplete="off")

    def say(self) -> None:
        self.label("name", _("Your name"), _("Their name"))
        self.label("called", _("What we call you"), _("What they want to be called"))
        self.fields["called"].help_text = _("Leave it empty if it is the same.")


class ChannelForm(Told):
    address = forms.Line()
    preferred = forms.Tick()

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(*args, **kwargs)

    def say(self) -> None:
        self.fields["address"] = ADDRESS_FIELDS[self.kind]()
        own, other = ADDRESS_LABELS[self.kind]
        self.label("address", own, other)
        self.label("preferred", _("Try this first"), _("This is their first choice"))


ADDRESS_FIELDS: dict[str, type[Any]] = {
    ChannelKind.EMAIL: forms.Email,
    ChannelKind.PHONE: forms.Phone,
    ChannelKind.TEXT: forms.Phone,
    ChannelKind.POST: forms.Words,
}
ADDRESS_LABELS: dict[str, tuple[Any, Any]] = {
    ChannelKind.EMAIL: (gettext_lazy("Your e-mail address"), gettext_lazy("Their e-mail address")),
    ChannelKind.PHONE: (gettext_lazy("Your phone number"), gettext_lazy("Their phone number")),
    ChannelKind.TEXT: (gettext_lazy("Your mobile number"), gettext_lazy("Their mobile number")),
    ChannelKind.POST: (gettext_lazy("Your address"), gettext_lazy("Their address")),
}


class ConsentForm(Told):
    """The wording stands above it on the page. A person's own yes is from today."""

    given_on = forms.Day(label=gettext_lazy("When did they say so?"))
    expires_on = forms.Day(required=False)

    def say(self) -> None:
        self.label("expires_on", _("Until when?"), _("Until when, if they named a day?"))
        if self.own:
            del self.fields["given_on"]
            self.fields["expires_on"].help_text = _(
                "Leave it empty if it has no end. You can take it back at any time."
            )


class NeedForm(Told):
    kind = forms.Choice(choices=[])
    words = forms.Words(rows=3, limit=2000)
    review_on = forms.Day(required=False)

    def say(self) -> None:
        self.fields["kind"].choices = list((OWN_NEEDS if self.own else NEEDS).items())  # type: ignore[attr-defined]
        self.fields["kind"].hints = NEED_HINTS  # type: ignore[attr-defined]
        self.label("kind", _("What is it about?"), _("What is it about?"))
        self.label("words", _("What do you need?"), _("What do they need, in their own words?"))
        self.fields["words"].help_text = _("Say what helps. There is no need to say why.")
        self.label("review_on", _("Ask me again on"), _("Ask them again on"))
        if self.own:
            del self.fields["review_on"]
        else:
            self.fields["review_on"].help_text = _("Leave it empty for a year from today.")


class ReviewForm(Told):
    review_on = forms.Day(label=gettext_lazy("Ask again on"), required=False)

    def say(self) -> None:
        self.fields["review_on"].help_text = _("Leave it empty for a year from today.")


class OfferForm(Told):
    kind = forms.Choice(choices=[])
    words = forms.Words(rows=3, limit=2000)

    def say(self) -> None:
        self.fields["kind"].choices = list((OWN_OFFERS if self.own else OFFERS).items())  # type: ignore[attr-defined]
        self.label("kind", _("What is it?"), _("What is it?"))
        self.label("words", _("Tell us about it"), _("In their own words"))


class PauseForm(Told):
    until = forms.Day(required=False)

    def say(self) -> None:
        self.label("until", _("Until when?"), _("Until when?"))
        self.fields["until"].help_text = for_example(_("For example, %(day)s. Leave it empty if you do not know."))
