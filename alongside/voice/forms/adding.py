"""Adding to what one said, and taking back one of several or all."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from .. import languages
from .author import UsesForm
from .common import Told, verbatim
from .saying import contact_tick, how_line, risk_tick

ONE, ALL = "one", "all"


class AddForm(UsesForm):
    words = verbatim(
        label=gettext_lazy("What you want to add"),
        rows=7,
        needed=gettext_lazy("Write what you want to add. A few words are enough."),
        help_text=gettext_lazy("What you said first stays as it is. You get an answer to this too."),
    )
    contact = contact_tick(gettext_lazy("I would like someone to contact me about this"))
    how = how_line(gettext_lazy("If so, how can we reach you?"))
    risk = risk_tick(gettext_lazy("I or someone else may be at risk"))
    lang = forms.Pick(label=gettext_lazy("In which language did you write?"), choices=languages.CHOICES, required=False)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        self.order_fields(["words", "contact", "how", "risk", "uses", "lang"])
        if not own:
            self.fields["words"].label = _("What they want to add, in their words")
            self.fields["words"].help_text = ""
            self.fields["contact"].label = _("They would like someone to contact them about this")
            self.fields["how"].label = _("If so, how can they be reached?")
            self.fields["risk"].label = _("They or someone else may be at risk")
            self.fields["lang"].label = _("In which language?")


class TakeBackForm(Told):
    """No box for a reason: none is needed. `several`: there is more than this one to take back."""

    which = forms.Choice(
        label=gettext_lazy("What do you take back?"),
        choices=[
            (ONE, gettext_lazy("Only this")),
            (ALL, gettext_lazy("Everything here: what was said first and all that was added")),
        ],
    )

    def __init__(self, *args: Any, own: bool, several: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not several:
            del self.fields["which"]
        elif not own:
            self.fields["which"].label = _("What do they take back?")
