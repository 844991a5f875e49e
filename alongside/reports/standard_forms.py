"""The shape of a standard that is added: one file, read before anything is done with it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from .queries import standards
from .standards import BrokenStandard


class AddStandardForm(forms.Form):
    file = forms.Upload(label=_("The file"), kinds=(".toml",), most_mb=1)

    def clean_file(self) -> Any:
        """What is wrong in it, line by line."""
        file = self.cleaned_data["file"]
        content = file.read()
        file.seek(0)
        try:
            standards.read(content)
        except BrokenStandard as broken:
            raise ValidationError(broken.lines) from broken
        return file


class RemoveStandardForm(forms.Form):
    pass
