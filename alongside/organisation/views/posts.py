"""The function's own posts on a day, and hours worked in them: what is counted of the function, row by row."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.dates import long_day

from .. import function_rules, rules
from ..post_tables import HoursTable, PostsThenTable
from .parts import back_to, only, url_of


@only(function_rules.may_see_posts)
def posts(request: Any, org: str) -> HttpResponse:
    table = PostsThenTable(request, request.clock.today())
    title, lead = _("Posts for co-production today"), _("Whose work it is, for how many hours, and what is vacant.")
    if table.is_past:
        title = _("Posts for co-production on %(day)s") % {"day": long_day(table.on)}
        lead = _("Whose work it was at the end of that day, for how many hours, and what was vacant.")
    ways = [(_("Posts for co-production today"), url_of(request, "posts"))] if table.is_past else []
    told = _(
        "A post is vacant when nobody holds it: from the day it was made, or the day the last one left. Hours that"
        " nobody has in a post that is shared count as not filled. What was put right later stands here as it is known"
        " now."
    )
    ways.append((_("Hours worked in these posts"), url_of(request, "posts_hours")))
    return _page(request, table, title, lead, told, ways)


@only(function_rules.may_see_posts)
def hours(request: Any, org: str) -> HttpResponse:
    table = HoursTable(request)
    ways = [(_("All hours that are written down"), url_of(request, "posts_hours"))] if table.chosen else []
    told = _(
        "Written down of a post and a month, and not of who holds it. Where nobody wrote any down, none stand here."
    )
    ways.append((_("Posts for co-production today"), url_of(request, "posts")))
    return _page(request, table, _("Hours worked in posts for co-production"), table.days_told(), told, ways)


def _page(request: Any, table: Any, title: str, lead: str, told: str, ways: list[tuple[str, str]]) -> HttpResponse:
    if rules.can_set_up(request.actor):
        ways.append((_("Add a post, or change one"), url_of(request, "settings_posts")))
    context = {
        "title": title,
        "lead": lead,
        "told": told,
        "together": table.together(),
        "table": table,
        "ways": ways,
        "back": _back(request),
    }
    return pages.page(request, "core/then.html", context)


def _back(request: Any) -> tuple[str, str]:
    """Whoever keeps the posts need not be somebody who reads figures."""
    if request.actor.can(P.SEE_FIGURES):
        return _("Figures"), f"/{request.organisation.slug}/figures/#function"
    return back_to(request, "settings_posts", _("Posts for co-production"))
