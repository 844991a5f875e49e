"""A file and what is on it, in words."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.media.fields import File

from ..rules import LONGEST_LABEL
from ..shapes import NewFile
from .common import Told

WHAT_IS_ON_IT = gettext_lazy("What can be seen on it, or what is said, in words. Some people cannot see it or hear it.")


def file_box(label: Any) -> Any:
    """Optional. `WithFile` sets the words below it, which name the largest size."""
    return File(label=label, required=False)


def label_box(label: Any) -> Any:
    return forms.Words(label=label, rows=3, limit=LONGEST_LABEL, required=False, help_text=WHAT_IS_ON_IT)


def file_help() -> str:
    return _(
        "JPEG, PNG, MP3, M4A, WAV, Ogg, PDF or plain text, at most %(most)s MB. We take out where and when it was "
        "made. Only from a PDF we cannot: it may say who wrote it."
    ) % {"most": settings.FILES["most_mb"]}


class WithFile(forms.Form):
    """For a form that declares `file = file_box(…)` and `file_label = label_box(…)`, both optional together."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = file_help()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("file") and not (data.get("file_label") or "").strip() and "file_label" not in self.errors:
            self.add_error("file_label", _("Write in words what is on it. Some people cannot see or hear the file."))
        return data


def files_of(data: dict[str, Any]) -> list[NewFile]:
    """Takes both out of what the verb is given."""
    file, label = data.pop("file", None), data.pop("file_label", "")
    return [NewFile(file, label)] if file else []


class EvidenceForm(WithFile):
    file = File(label=gettext_lazy("The file"))
    file_label = forms.Words(label=gettext_lazy("What is on it?"), rows=4, limit=LONGEST_LABEL, help_text=WHAT_IS_ON_IT)


class AttachForm(Told, EvidenceForm):
    """Beside what somebody said."""


class RemoveFileForm(Told):
    """No box for a reason: none is needed."""
