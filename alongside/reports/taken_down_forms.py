"""Taking down what somebody without an account says. Every box begins empty, also when they say it anew."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms

from .rules.accounts import LONGEST_NAME, LONGEST_REPLY
from .rules.packs import LONGEST_PIECE
from .taken_down_words import ANYBODY, BACK, READ_BACK, THE_BOARD

NEEDED = _("Write down what they say.")
AS_SAID = _("Word for word, in the language in which they say it. Do not make it tidier or milder.")


class _TakeDown(forms.Seen):
    """`anew`: who it is stands there already."""

    person = forms.Line(
        label=_("Who says it?"),
        help_text=_("Their whole name on the register, or the code of their page. Somebody who does not sign in here."),
        needed=_("Say whose words these are."),
        autocomplete="off",
    )
    medium = forms.Choice(label=_("How did they say it?"), choices=list(MEDIA.items()))
    read_back = forms.Tick(
        label=READ_BACK,
        required=True,
        needed=_("Read all of it back to them first, as it is written here."),
    )

    def __init__(self, *args: Any, anew: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if anew:
            del self.fields["person"]


class TakeDownReplyForm(_TakeDown):
    field_order = ("person", "medium", "words", "name", "read_back", "agreed")
    words = forms.Words(label=_("What they say to it"), help_text=AS_SAID, needed=NEEDED, rows=10, limit=LONGEST_REPLY)
    name = forms.Line(
        label=_("Their name, if it is to stand there"),
        help_text=_("As they want it. Leave it empty, and nobody who reads it sees whose it is."),
        required=False,
        limit=LONGEST_NAME,
        autocomplete="off",
    )
    agreed = forms.Tick(
        label=ANYBODY,
        help_text=BACK,
        required=True,
        needed=_("Ask them first. What nobody else shall read is not written down here."),
    )


class TakeDownPieceForm(_TakeDown):
    field_order = ("person", "medium", "words", "named", "read_back", "agreed")
    words = forms.Words(
        label=_("What they want the board to read"), help_text=AS_SAID, needed=NEEDED, rows=14, limit=LONGEST_PIECE
    )
    named = forms.Tick(
        label=_("Their name may stand below it"),
        help_text=_("If you do not tick this, nobody who reads it sees whose it is."),
    )
    agreed = forms.Tick(
        label=THE_BOARD,
        help_text=BACK,
        required=True,
        needed=_("Ask them first. What nobody else shall read is not written down here."),
    )


class TakeBackForForm(forms.Form):
    medium = forms.Choice(label=_("How did they ask you?"), choices=list(MEDIA.items()))
