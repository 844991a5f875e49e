"""What somebody can fill in. Django's fields, with messages that say what to do and text that is safe to keep."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

Choices = Iterable[Any] | Callable[[], Iterable[Any]]


def tidy_text(text: str) -> str:
    """Line ends as \\n, and no control characters: they cannot be seen, and PostgreSQL refuses the null byte."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


class Asked(forms.Field):
    """What all our fields share."""

    when_empty: Any = _("Fill in “%(label)s”.")

    def __init__(self, *, needed: Any = None, autocomplete: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.needed = needed
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete

    def named(self, name: str) -> None:
        """The form tells each field its name, so that a message can say which field is meant."""
        if self.label is None:
            self.label = name.replace("_", " ").capitalize()
        self.error_messages["required"] = self.needed or self.when_empty % {"label": self.label}

    def wrong(self, text: Any, **facts: Any) -> ValidationError:
        return ValidationError(str(text) % {"label": self.label, **facts}, code="invalid")


class Text(Asked, forms.CharField):
    limit = 200

    def __init__(self, *, limit: int | None = None, width: int = 0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limit = limit or self.limit
        if width:
            self.widget.attrs["class"] = f"govuk-input--width-{width}"

    def to_python(self, value: Any) -> Any:
        return super().to_python(tidy_text(value) if isinstance(value, str) else value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        data = super().bound_data(data, initial)
        return tidy_text(data) if isinstance(data, str) else data

    def validate(self, value: Any) -> None:
        super().validate(value)
        over = len(str(value)) - self.limit
        if over > 0:
            cut = ngettext("Cut %d character.", "Cut %d characters.", over) % over
            raise self.wrong(
                _("“%(label)s” can have %(limit)s characters. Yours has %(count)s. %(cut)s"),
                limit=f"{self.limit:,}",
                count=f"{len(str(value)):,}",
                cut=cut,
            )


class Line(Text):
    """One line: line ends and runs of spaces become one space."""

    def to_python(self, value: Any) -> Any:
        return " ".join(value.split()) if isinstance(value, str) and (value := super().to_python(value)) else ""


class Words(Text):
    limit = 20_000

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class Email(Line):
    limit = 254
    widget = forms.EmailInput(attrs={"spellcheck": "false"})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not value:
            return
        try:
            validate_email(value)
        except ValidationError:
            raise self.wrong(_("Write an e-mail address like name@example.org.")) from None


class Phone(Line):
    """Kept as it was written: people know their number by its gaps."""

    limit = 40
    widget = forms.TextInput(attrs={"type": "tel", "class": "govuk-input--width-20"})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not is_phone(value):
            raise self.wrong(_("Write a phone number with its area code, like 01632 960 001."))


def is_phone(text: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(text, "GB"))
    except phonenumbers.NumberParseException:
        return False


class Choosing(Asked):
    when_empty = _("Choose an answer to “%(label)s”.")

    def __init__(self, *, hints: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.hints = hints or {}
        gone = _("That answer is not in the list. Choose another one.")
        self.error_messages.update(invalid_choice=gone, invalid_list=gone)


class Choice(Choosing, forms.ChoiceField):
    widget = forms.RadioSelect


class Picker(forms.Select):
    """A select that starts with nothing chosen, unless its choices say what empty means."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        if any(str(option["value"]) == "" for _name, options, _index in groups for option in options):
            return groups
        blank = self.create_option(name, "", str(_("Choose one")), not any(value), 0, attrs=attrs)
        return [(None, [blank], 0), *groups]


class Pick(Choosing, forms.ChoiceField):
    widget = Picker


class Ticks(Choosing, forms.MultipleChoiceField):
    when_empty = _("Tick at least one answer to “%(label)s”.")
    widget = forms.CheckboxSelectMultiple


class Tick(Asked, forms.BooleanField):
    """One tick. Optional unless said otherwise: most ticks mean yes or no, not a condition."""

    when_empty = _("Tick “%(label)s” to go on.")

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)


class Upload(Asked, forms.FileField):
    when_empty = _("Choose a file for “%(label)s”.")
    widget = forms.FileInput

    def __init__(self, *, kinds: tuple[str, ...] = (), most_mb: int = 10, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)
        self.kinds, self.most_mb = kinds, most_mb
        if kinds:
            self.widget.attrs["accept"] = ",".join(kinds)
        self.error_messages.update(
            empty=_("That file is empty. Choose another one."),
            invalid=_("The file did not arrive. Choose it again."),
            missing=_("The file did not arrive. Choose it again."),
            max_length=_("The name of that file is too long. Give it a shorter name and choose it again."),
        )

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not value:
            return
        if self.kinds and not value.name.lower().endswith(self.kinds):
            raise self.wrong(_("Choose a file that ends in %(kinds)s."), kinds=", ".join(self.kinds))
        if value.size > self.most_mb * 1024 * 1024:
            raise self.wrong(_("That file is larger than %(most)s MB. Choose a smaller one."), most=self.most_mb)
