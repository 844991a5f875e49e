"""Holding notes, what is passed on, one answer for many, and the warning about empty phrases."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.dates import for_example
from alongside.core.errors import Refused

from .. import phrases
from ..models import PassingEnd
from ..models.answers import CHOSEN

ROLE_HINT = gettext_lazy("By role, for example: Team manager, Crisis line.")


def role_line() -> forms.Line:
    return forms.Line(label=gettext_lazy("Who answers?"), limit=200, help_text=ROLE_HINT)


class Warned(forms.Form):
    """Names the empty phrases in what was written, once. Whoever sends the same again has decided."""

    warned = forms.Line(required=False, limit=100)
    watched: tuple[str, ...] = ("reason",)

    def __init__(self, *args: Any, empty: frozenset[str] = phrases.EMPTY_PHRASES, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty = empty
        self.fields["warned"].widget = self.fields["once"].widget.__class__()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        found = {name: self._found(data.get(name) or "") for name in self.watched}
        named = [each for each in found.values() if each]
        mark = hashlib.sha256(repr(named).encode()).hexdigest()[:32] if named else ""
        if named and data.get("warned") != mark and not self.errors:
            self._warn({name: each for name, each in found.items() if each})
        self._remember(mark)
        return data

    def _found(self, text: str) -> list[str]:
        """What says nothing at all is refused by the verb, and needs no warning."""
        return [] if phrases.is_empty(text, self.empty) else phrases.found_in(text, self.empty)

    def _warn(self, found: Mapping[str, Sequence[str]]) -> None:
        for name, each in found.items():
            named = ", ".join(f"“{phrase}”" for phrase in each[:3])
            text = _("%(phrases)s tells them nothing. Take it out, or say what you do. To give it so, send it again.")
            self.add_error(name, text % {"phrases": named})

    def _remember(self, mark: str) -> None:
        data: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        data[self.add_prefix("warned")] = mark
        self.data = data

    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in super().answers().items() if name != "warned"}


class NoteForm(Warned, forms.Seen):
    watched = ("so_far", "next_step")
    so_far = forms.Words(
        label=gettext_lazy("What has happened so far?"),
        rows=5,
        limit=4000,
        help_text=gettext_lazy("They read this word for word. If nothing has happened, say so and say why."),
    )
    next_step = forms.Words(
        label=gettext_lazy("Who does what next?"),
        rows=3,
        limit=4000,
        help_text=gettext_lazy("By role. For example: the manager of the house counts the calls of two weeks."),
    )
    until = forms.Day(
        label=gettext_lazy("By which day?"),
        help_text=for_example(gettext_lazy("The day of the answer stays where it is. For example, %(day)s")),
    )
    role = role_line()


class PassOnForm(Warned, forms.Seen):
    watched = ("reason", "asked")
    passed_to = forms.Line(
        label=gettext_lazy("Who can decide it?"),
        limit=200,
        help_text=gettext_lazy(
            "The body by its name, and the part of it. For example: Harbour Council, street lights."
        ),
    )
    asked = forms.Words(
        label=gettext_lazy("What did you ask them?"),
        rows=4,
        limit=4000,
        help_text=gettext_lazy("Ask them first. Name nobody whom they need not know."),
    )
    reason = forms.Words(
        label=gettext_lazy("Why is it not yours to decide?"),
        rows=4,
        limit=4000,
        help_text=gettext_lazy("They read this word for word, and to whom it was passed."),
    )
    role = role_line()


class CameBackForm(Warned, forms.Seen):
    watched = ("words",)
    end = forms.Choice(
        label=gettext_lazy("What came of it?"),
        choices=[(kind.value, kind.label) for kind in (PassingEnd.CAME, PassingEnd.GIVEN_UP)],
    )
    words = forms.Words(
        label=gettext_lazy("What did they say? Or why do you wait no longer?"),
        rows=6,
        help_text=gettext_lazy("The one who said it reads this word for word, and may question it."),
    )
    role = role_line()


class ManyForm(Warned):
    """One answer for several. `versions`: each with the version that the writer saw."""

    kind = forms.Choice(
        label=gettext_lazy("What is your answer?"), choices=[(kind.value, kind.label) for kind in CHOSEN]
    )
    reason = forms.Words(
        label=gettext_lazy("Why? What happens now?"),
        rows=7,
        help_text=gettext_lazy("Each of them reads this word for word. It must be an answer to every one of them."),
    )
    defer_until = forms.Day(
        label=gettext_lazy("If not yet: by which day will you answer?"),
        required=False,
        help_text=for_example(gettext_lazy("Only for “Not yet”. The first promise still counts. For example, %(day)s")),
    )
    role = role_line()
    versions = forms.Line(required=False, limit=4000)

    def __init__(self, *args: Any, seen: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = " ".join(f"{code}.{version}" for code, version in seen.items())
        self.fields["versions"].initial = self.now
        self.fields["versions"].widget = self.fields["once"].widget.__class__()

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        pairs = re.findall(r"([a-z0-9]{1,20})\.([0-9]{1,9})", given.pop("versions"))
        return {**given, "seen": {code: int(version) for code, version in pairs}}

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        if refused.field == "versions":  # they have now been told: the next attempt starts from what is true
            data: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
            data[self.add_prefix("versions")] = self.now
            self.data = data
