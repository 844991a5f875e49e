"""What the first page of a new installation asks."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.organisation.models import Nation

from .start_code import is_start_code


class StartForm(forms.Form):
    """With `ask_code` the visitor has to know what only the terminal of the server says."""

    code = forms.Line(
        label=_("Start code"),
        help_text=_("It stands in the terminal in which Alongside was started."),
        needed=_("Write the start code."),
        autocomplete="off",
        limit=40,
        width=20,
    )
    name = forms.Line(label=_("Name of the organisation"), help_text=_("As people say it."), limit=200)
    slug = forms.Line(
        label=_("Short name in addresses"),
        help_text=_("Small letters, numbers and hyphens, like harbour-house. Leave it empty to make it from the name."),
        required=False,
        limit=40,
    )
    nation = forms.Choice(label=_("Whose bank holidays do you keep?"), choices=Nation.choices, initial=Nation.ENGLAND)
    administrator_name = forms.Line(label=_("Your name"), autocomplete="name", limit=200)
    administrator_email = forms.Email(
        label=_("Your e-mail address"),
        help_text=_("Codes to sign in go there, so look twice. You become the first administrator."),
        autocomplete="email",
    )

    def __init__(self, *args: Any, ask_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask_code:
            del self.fields["code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not is_start_code(code):
            raise ValidationError(_("That is not the code in the terminal. Copy it from there."))
        return code

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if not facts.get("slug") and facts.get("name"):
            facts["slug"] = slugify(facts["name"])[:40].strip("-")
        return facts
