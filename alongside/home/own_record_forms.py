"""What somebody chooses for their own record, and a file that anybody checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.inputs import tidy_text

from . import record_file
from .own_record import PARTS, Line, Wanted

LONGEST = 300  # of a line in their own words


class OwnRecordForm(forms.Form):
    """Parts and lines come by name, hundreds of them: they stand on the page as plain ticks and boxes."""

    name = forms.Choice(label=gettext_lazy("Which name stands on it?"), choices=[])
    services = forms.Choice(
        label=gettext_lazy("Names of services and teams"),
        help_text=gettext_lazy("Your own words stay as you said them. If a name stands in them, leave the line out."),
        choices=[
            ("with", gettext_lazy("Leave them in")),
            ("without", gettext_lazy("Leave them out: it then says “a service”")),
        ],
        initial="with",
    )

    def __init__(self, *args: Any, lines: Sequence[Line], names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        self.fields["name"].choices = [(name, name) for name in dict.fromkeys(names)]  # type: ignore[attr-defined]
        self.fields["name"].initial = names[0]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.chosen():
            self.add_error(None, _("Choose at least one line."))
        long = [words for words in self.words().values() if len(words) > LONGEST]
        if long:
            told = _("Your own words can be %(most)s letters long on each line. Shorten those that begin: “%(words)s”")
            self.add_error(None, told % {"most": LONGEST, "words": long[0][:60]})
        return found

    def chosen(self) -> list[str]:
        """Lines whose part is chosen too."""
        parts, keys = set(self._list("part")), set(self._list("line"))
        return [line.key for line in self.lines if line.part in parts and line.key in keys]

    def words(self) -> dict[str, str]:
        """In their own words, by the key of a line or the name of a part: one line each."""
        names = [*PARTS, *(line.key for line in self.lines)]
        told = {name: " ".join(tidy_text(str(self.data.get(f"words-{name}", ""))).split()) for name in names}
        return {name: words for name, words in told.items() if words}

    def wanted(self) -> Wanted:
        data = self.cleaned_data
        return Wanted(frozenset(self.chosen()), data["name"], data["services"] == "with", self.words())

    def _list(self, name: str) -> list[str]:
        return list(self.data.getlist(name)) if hasattr(self.data, "getlist") else []

    @property
    def seen(self) -> str:
        return str(self.data.get("seen", ""))

    def parts(self) -> list[dict[str, Any]]:
        """As the page shows them: everything is ticked until somebody says otherwise."""
        parts, keys = set(self._list("part")), set(self._list("line"))
        words = self.words()
        return [
            {
                "name": part,
                "title": title,
                "chosen": not self.is_bound or part in parts,
                "words": words.get(part, ""),
                "lines": [
                    {"line": line, "chosen": not self.is_bound or line.key in keys, "words": words.get(line.key, "")}
                    for line in of_part
                ],
            }
            for part, title in PARTS.items()
            if (of_part := [line for line in self.lines if line.part == part])
        ]


class CheckForm(forms.Form):
    """A file, or what stands in it."""

    file = forms.Upload(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy("Its name ends in .json. It belongs to the paper."),
        most_mb=record_file.MOST_BYTES // 1024 // 1024,
        required=False,
    )
    text = forms.Words(label=gettext_lazy("Or paste what stands in it"), rows=4, required=False, limit=1_000_000)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and not found.get("file") and not found.get("text"):
            self.add_error("file", _("Choose the file, or paste what stands in it."))
        return found

    def content(self) -> bytes:
        file = self.cleaned_data.get("file")
        return file.read() if file else str(self.cleaned_data["text"]).encode("utf-8", "replace")
