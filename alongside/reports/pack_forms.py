"""What is written around a board pack."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from .models.packs import BOARD_ASK_STATES
from .rules.packs import LONGEST_PIECE, LONGEST_WORDS


class AskForm(forms.Seen):
    what = forms.Words(
        label=_("What do you ask the board to do?"),
        help_text=_("One thing, so that it can be said whether it was done."),
        rows=3,
        limit=500,
    )
    who = forms.Line(
        label=_("Whose is it to do?"), help_text=_("A role on the board, or the whole board. No names."), limit=200
    )
    by_day = forms.Day(label=_("By when?"))


class CameForm(forms.Form):
    state = forms.Choice(label=_("What did the board do?"))
    words = forms.Words(
        label=_("What came of it, and why?"),
        help_text=_("Everybody who belongs here reads this."),
        rows=4,
        limit=LONGEST_WORDS,
    )

    def __init__(self, *args: Any, moves: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [(each, BOARD_ASK_STATES[each]) for each in moves]  # type: ignore[attr-defined]


class PieceForm(forms.Seen):
    words = forms.Words(label=_("What do you want the board to read?"), rows=14, limit=LONGEST_PIECE)
    named = forms.Tick(
        label=_("My name may stand below it"), help_text=_("If you do not tick this, nobody sees that it is yours.")
    )


class HoldBackForm(forms.Form):
    why = forms.Words(
        label=_("Why is it held back?"),
        help_text=_("The one who wrote it reads this: who could come to harm, and what they can do."),
        rows=4,
        limit=LONGEST_WORDS,
    )
