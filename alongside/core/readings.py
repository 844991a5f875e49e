"""Fields for a line of text that means a day, a time, a number or an amount."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from . import dates
from .inputs import Line


class Reading(Line):
    """A line that is read into something else. What was typed comes back when it cannot be read."""

    limit = 60

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as error:
            raise self.wrong("%(why)s", why=error) from None


class Day(Reading):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": dates.for_example(_("For example, %(day)s")), "width": 20, **kwargs})

    def read(self, text: str) -> date:
        return dates.read_day(text)

    def prepare_value(self, value: Any) -> Any:
        return dates.long_day(value) if isinstance(value, date) else value


class Time(Reading):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": _("For example, 2:30pm"), "width": 10, **kwargs})

    def read(self, text: str) -> time:
        return dates.read_time(text)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class Number(Reading):
    """A whole number."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, *, least: int = 0, most: int = 2_147_483_647, **kwargs: Any) -> None:
        super().__init__(width=kwargs.pop("width", 5), **kwargs)
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        if not re.fullmatch(r"[-−]?\d{1,15}", plain := re.sub(r"[\s,]", "", text), re.ASCII):
            raise ValueError(_("Write a whole number, like 12."))
        number = int(plain.replace("−", "-"))
        if not self.least <= number <= self.most:
            facts = {"least": f"{self.least:,}", "most": f"{self.most:,}"}
            raise ValueError(_("Write a number from %(least)s to %(most)s.") % facts)
        return number


class Money(Reading):
    """Pounds and pence, exact."""

    unit = "£"
    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, *, most: Decimal | int = 10_000_000, **kwargs: Any) -> None:
        super().__init__(width=kwargs.pop("width", 10), **kwargs)
        self.most = Decimal(most)

    def read(self, text: str) -> Decimal:
        plain = re.sub(r"[\s,£]", "", text)
        if not re.fullmatch(r"(\d{1,12}(\.\d{1,2})?|\.\d{1,2})", plain, re.ASCII):
            raise ValueError(_("Write an amount in pounds and pence, like 12.50."))
        if Decimal(plain) > self.most:
            raise ValueError(_("Write an amount up to £%(most)s.") % {"most": f"{self.most:,}"})
        return Decimal(plain).quantize(Decimal("0.01"))
