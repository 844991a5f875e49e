"""Lists of the settings pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.roles import ROLES
from alongside.core import parts, tables

from . import rules
from .models import Membership
from .queries import KindNow


def _link(url: str, does: str, about: str) -> SafeString:
    hidden = format_html('<span class="govuk-visually-hidden">: {}</span>', about)
    return format_html('<a class="govuk-link al-target" href="{}">{}{}</a>', url, does, hidden)


def role_name(request: Any, slug: str) -> str:
    """Whoever takes part is called what the organisation calls them."""
    return parts.word(request, "person", capital=True) if slug == "contributor" else str(ROLES[slug].name)


class MembershipTable(tables.Table):
    caption = gettext_lazy("Who has which role")
    empty = gettext_lazy("Nobody can sign in yet.")
    default_sort = "since"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("role", gettext_lazy("Role"), sort="role"),
        tables.Column("unit", gettext_lazy("Where")),
        tables.Column("since", gettext_lazy("Since"), sort="since"),
        tables.Column("end", gettext_lazy("Change"), acts=True),
    )

    def __init__(self, request: Any, rows: Any, *, first: tuple[Any, str] | None) -> None:
        super().__init__(request, rows, first=first)
        self.filters = (  # type: ignore[misc]
            tables.Filter(
                "role",
                _("Role"),
                choices=[(slug, role_name(request, slug)) for slug in ROLES],
                apply=lambda rows, value: rows.filter(role=value),
            ),
        )

    def cell_who(self, row: Membership) -> str:
        return row.who

    def cell_role(self, row: Membership) -> str:
        return role_name(self.request, row.role)

    def cell_unit(self, row: Membership) -> str:
        return row.unit.name if row.unit else _("The whole organisation")

    def cell_end(self, row: Membership) -> Any:
        if row.until is not None or not rules.can_give_role(self.request.actor, row.role):  # type: ignore[attr-defined]
            return ""
        slug = self.request.organisation.slug  # type: ignore[attr-defined]
        return _link(reverse("settings_role_end", args=[slug, row.code]), _("End"), self.cell_who(row))


class KindTable(tables.Table):
    caption = gettext_lazy("Kinds of decision")
    personal = False
    empty = gettext_lazy("No kinds yet.")
    columns = (
        tables.Column("name", gettext_lazy("Kind")),
        tables.Column("reserved", gettext_lazy("Reserved for people")),
        tables.Column("change", gettext_lazy("Change"), acts=True),
    )

    def cell_name(self, row: KindNow) -> Any:
        if row.kind.in_use:
            return row.kind.name
        return format_html("{} {}", row.kind.name, parts.state_tag(_("Out of use"), "quiet"))

    def cell_reserved(self, row: KindNow) -> Any:
        if row.reserved is None or not row.reserved.why:
            return self._since(row)
        return format_html('{}<br><span class="al-quiet" dir="auto">{}</span>', self._since(row), row.reserved.why)

    def _since(self, row: KindNow) -> Any:
        if row.reserved is None:
            return _("No")
        if not row.in_force:
            return format_html("{} {}", _("From"), parts.timed(row.reserved.from_day))
        tag = parts.state_tag(_("Reserved"), "open")
        if row.reserved.until_day is None:
            return format_html("{} {} {}", tag, _("since"), parts.timed(row.reserved.from_day))
        return format_html("{} {} {}", tag, _("until"), parts.timed(row.reserved.until_day))

    def cell_change(self, row: KindNow) -> Any:
        where = [self.request.organisation.slug, row.kind.code]  # type: ignore[attr-defined]
        links = [_link(reverse("settings_kind", args=where), _("Change"), row.kind.name)]
        if row.reserved is not None and row.reserved.until_day is None:
            links.append(_link(reverse("settings_release", args=where), _("Release"), row.kind.name))
        elif row.kind.in_use:
            links.append(_link(reverse("settings_reserve", args=where), _("Reserve"), row.kind.name))
        return format_html("{} · {}", *links) if len(links) == 2 else links[0]


class SubstituteTable(tables.Table):
    caption = gettext_lazy("Who stands in for whom")
    empty = gettext_lazy("Nobody stands in for anybody now.")
    columns = (
        tables.Column("away", gettext_lazy("Away"), "instead_of.get_full_name"),
        tables.Column("who", gettext_lazy("Who stands in"), "who"),
        tables.Column("unit", gettext_lazy("Where"), "unit.name"),
        tables.Column("since", gettext_lazy("From"), "since"),
        tables.Column("last", gettext_lazy("The last day")),
        tables.Column("end", gettext_lazy("Change"), acts=True),
    )

    def cell_last(self, row: Membership) -> Any:
        return row.until - timedelta(days=1) if row.until else None

    def cell_end(self, row: Membership) -> Any:
        actor = self.request.actor  # type: ignore[attr-defined]
        if row.instead_of_id != actor.user_id and not rules.can_set_up(actor):
            return ""
        return _link(reverse("away_end", args=[row.organisation.slug, row.code]), _("End it now"), row.who)
