"""The one Form. Fields are in inputs.py, how they look is in rendering.py."""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Any, Self

from django import forms
from django.http import HttpRequest, QueryDict

from .errors import Refused
from .inputs import (
    Asked,
    Choice,
    Email,
    Line,
    Phone,
    Pick,
    Tick,
    Ticks,
    Upload,
    Words,
)
from .readings import Day, Money, Number, Time
from .rendering import Look

__all__ = [
    "Choice",
    "Day",
    "Email",
    "Form",
    "Line",
    "Look",
    "Money",
    "Number",
    "Phone",
    "Pick",
    "Seen",
    "Tick",
    "Ticks",
    "Time",
    "Upload",
    "Words",
]


def new_token() -> str:
    return secrets.token_hex(16)


def is_token(text: Any) -> bool:
    return isinstance(text, str) and re.fullmatch(r"[0-9a-f]{32}", text) is not None


class OnceField(forms.CharField):
    """A token per page view. A missing or broken one is replaced when the form is shown again."""

    widget = forms.HiddenInput

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data if is_token(data) else new_token()

    def clean(self, value: Any) -> str:
        return value if is_token(value) else ""


class SeenField(forms.Field):
    """The version that the reader saw. A missing or broken one is 0, which no row has."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        return int(value) if re.fullmatch(r"[0-9]{1,18}", str(value), re.ASCII) else 0


class Form(forms.Form):
    default_renderer = Look
    focus = True  # after a mistake the page opens at the summary
    use_required_attribute = False  # our own messages say what to do; the browser's do not

    once = OnceField(required=False, initial=new_token)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, field in self.fields.items():
            if isinstance(field, Asked):
                field.named(name)

    @classmethod
    def of(cls, request: HttpRequest, **kwargs: Any) -> Self:
        """Filled in from the request when it was posted, empty (or with `initial`) otherwise."""
        if request.method == "POST":
            return cls(request.POST, request.FILES, **kwargs)
        return cls(**kwargs)

    def answers(self) -> dict[str, Any]:
        """What the verb is given."""
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}

    def refuse(self, refused: Refused) -> None:
        """Show why the verb said no, beside the field that it means."""
        field = self.fields.get(refused.field or "")
        shown = field is not None and not isinstance(field.widget, forms.HiddenInput)
        self.add_error(refused.field if shown else None, refused.reason)

    def fingerprint(self, *salt: object) -> str:
        """The same page sent again unchanged has the same one; going back and changing a word does not:
        those words must not be lost. Empty when the page carried no token."""
        token = self.cleaned_data.get("once")
        if not token:
            return ""
        found = hashlib.sha256(repr((token, *salt)).encode())
        for name in sorted(self.data):
            if name != "csrfmiddlewaretoken":
                values = self.data.getlist(name) if hasattr(self.data, "getlist") else [self.data[name]]
                found.update(repr((name, values)).encode())
        files: list[tuple[str, Any]] = sorted(self.files.items())
        for name, file in files:
            found.update(repr((name, file.name)).encode())
            for chunk in file.chunks():
                found.update(chunk)
            file.seek(0)
        return found.hexdigest()[:32]


class Seen(Form):
    """A form about something that others may change meanwhile: `SomeForm.of(request, seen=row.version)`."""

    seen = SeenField(required=False)

    def __init__(self, *args: Any, seen: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = seen
        self.fields["seen"].initial = seen

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        if refused.field == "seen":  # they have now been told: the next attempt starts from what is true
            data: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
            data[self.add_prefix("seen")] = str(self.version)
            self.data = data
