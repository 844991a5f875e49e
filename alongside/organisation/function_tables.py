"""Lists of the function's own posts and of policies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.core.dates import long_day

from .queries import PolicyNow, PostOnADay


def hours(number: Any) -> str:
    return f"{number.normalize():f}" if number else "0"


class PostTable(tables.Table):
    caption = gettext_lazy("Posts for co-production")
    empty = gettext_lazy("No post yet. Add those whose work it is, the empty ones too.")
    columns = (
        tables.Column("name", gettext_lazy("Post"), "post.name", link=lambda row: f"{row.post.code}/"),
        tables.Column("hours", gettext_lazy("Hours a week"), numeric=True),
        tables.Column("held", gettext_lazy("Filled"), numeric=True),
        tables.Column("who", gettext_lazy("Who")),
    )

    def cell_hours(self, row: PostOnADay) -> str:
        return hours(row.hours)

    def cell_held(self, row: PostOnADay) -> str:
        return hours(row.held)

    def cell_who(self, row: PostOnADay) -> Any:
        if row.empty_since is None:
            return parts.paragraphs(*(each.user.get_full_name() for each in row.holders))
        tag = parts.state_tag(_("Vacant"), "late")
        return parts.paragraphs(tag, _("since %(day)s") % {"day": long_day(row.empty_since)})


class PolicyTable(tables.Table):
    """`reading`: for those who read them; otherwise for those who keep them."""

    caption = gettext_lazy("Policies")
    empty = gettext_lazy("No policy yet.")
    columns = (
        tables.Column("title", gettext_lazy("Policy"), "policy.title", link=lambda row: f"{row.policy.code}/"),
        tables.Column("owner", gettext_lazy("Looked after by")),
        tables.Column("since", gettext_lazy("In these words since"), "version.from_day"),
        tables.Column("review", gettext_lazy("Looked at again")),
    )

    def __init__(self, request: Any, rows: Any, today: date) -> None:
        super().__init__(request, rows)
        self.today = today

    def cell_owner(self, row: PolicyNow) -> str:
        return row.policy.owner.get_full_name() if row.policy.owner else "–"

    def cell_review(self, row: PolicyNow) -> Any:
        return review_shown(row, self.today)


def review_shown(row: PolicyNow, today: date) -> Any:
    if row.policy.ended_on is not None and row.policy.ended_on <= today:
        return parts.state_tag(_("Over"), "quiet")
    if row.policy.review_on is None:
        return parts.state_tag(_("No day set"), "waiting")
    if row.review_due(today):
        return parts.paragraphs(parts.state_tag(_("Due"), "late"), parts.timed(row.policy.review_on))
    return row.policy.review_on
