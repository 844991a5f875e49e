"""The shapes of the function's own posts and of policies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms
from alongside.core.dates import for_example
from alongside.core.readings import Reading

from .function_rules import LONGEST_POLICY


class Hours(Reading):
    """Hours, with halves at most."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"width": 5, **kwargs})

    def read(self, text: str) -> Decimal:
        plain = re.sub(r"\s", "", text)
        if not re.fullmatch(r"\d{1,3}(\.\d)?", plain, re.ASCII):
            raise ValueError(_("Write a number of hours, like 30 or 22.5."))
        return Decimal(plain)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class Somebody(forms.Pick):
    """One of those who work here, by their code."""

    def offer(self, users: Sequence[User]) -> None:
        self.users = {each.code: each for each in users}
        self.choices = [(each.code, each.get_full_name() or each.email) for each in users]

    def clean(self, value: Any) -> Any:
        return self.users.get(super().clean(value))


class PostForm(forms.Form):
    name = forms.Line(label=_("What is the post called?"), limit=100)
    hours = Hours(label=_("Hours a week"), help_text=_("Only those for co-production."))
    since = forms.Day(label=_("Since when is there such a post?"))


class PostChangeForm(forms.Form):
    name = forms.Line(label=_("What is the post called?"), limit=100)
    hours = Hours(label=_("Hours a week"), help_text=_("Only those for co-production."))
    from_day = forms.Day(
        label=_("If the hours change: from which day?"),
        required=False,
        help_text=_("Empty: from today. To put a mistake right, write the day on which the post began."),
    )
    until = forms.Day(
        label=_("From which day is there no such post any more?"),
        required=False,
        help_text=_("Empty: there is."),
    )


class FillForm(forms.Form):
    user = Somebody(label=_("Who?"), choices=())
    hours = Hours(label=_("Hours a week"))
    since = forms.Day(label=_("Since when?"))

    def __init__(self, *args: Any, users: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].offer(users)  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    until = forms.Day(label=_("From which day do they not hold it any more?"))


class TimeForm(forms.Form):
    month = forms.Day(
        label=_("A day in the month"), help_text=for_example(_("Any day of it will do, for example %(day)s"))
    )
    hours = Hours(label=_("Hours that were worked in that month"))


class PolicyForm(forms.Form):
    title = forms.Line(label=_("What is it called?"))
    words = forms.Words(label=_("What does it say?"), rows=16, limit=LONGEST_POLICY)
    from_day = forms.Day(label=_("From which day does it hold?"))
    review_on = forms.Day(label=_("When is it looked at again?"), required=False)
    owner = Somebody(label=_("Who looks after it?"), choices=(), required=False)

    def __init__(self, *args: Any, users: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        owner.offer(users)  # type: ignore[attr-defined]
        owner.choices = [("", _("Nobody yet")), *owner.choices]  # type: ignore[attr-defined]


class PolicyChangeForm(forms.Seen, PolicyForm):
    from_day = None  # type: ignore[assignment]


class ReviewForm(forms.Form):
    review_on = forms.Day(label=_("When is it looked at next?"))
