"""The yearly account as anybody reads it: of one year, of an earlier version, and which years there are."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages, periods

from .. import account_map, account_words, close_words, picture
from ..account_tables import AccountMapTable
from ..figure_words import told
from ..models import AccountVersion, PublicAccount
from ..queries import account_replies as replies
from ..queries import account_words as words
from ..queries import accounts as queries
from ..queries.account_counts import signatures_of
from ..rules import accounts as rules
from ..rules import taking_down
from ..values import Row


def years(request: Any, org: str) -> HttpResponse:
    actor, year = request.actor, periods.of_day(periods.YEAR, request.clock.today(), _starts(request))
    context = {
        "title": _("Our accounts"),
        "lead": _("How we took decisions in a year, and with whom. What went badly stands first."),
        "accounts": queries.years_shown(actor),
        "to_write": [year.before, year] if rules.can_keep(actor) else [],
        "back": (request.organisation.name, f"/{org}/"),
    }
    return pages.unkept(pages.page(request, "reports/accounts.html", context))


def _starts(request: Any) -> int:
    return int(request.clock.settings.year_starts_month)


def account(request: Any, org: str, year: str) -> HttpResponse:
    found = queries.account_shown(request.actor, year)
    return _page(request, found, queries.version_of(found))


def version(request: Any, org: str, year: str, number: str) -> HttpResponse:
    found = queries.account_shown(request.actor, year)
    return _page(request, found, queries.version_numbered(found, number))


def _page(request: Any, found: PublicAccount, version: AccountVersion) -> HttpResponse:
    context = shown(request, version)
    context |= {
        "replies": replies.replies_to(found),
        "can_reply": rules.can_reply(request.actor, found),
        "keeps": rules.can_keep(request.actor),
        "inside": rules.belongs(request.actor, found),
        "takes_down": taking_down.can_take_down(request.actor),
        "others": [each for each in queries.versions_of(found) if each.number != version.number],
        "is_newest": version.number == found.published,
    }
    return pages.unkept(pages.page(request, "reports/account.html", context))


def shown(request: Any, version: AccountVersion) -> dict[str, Any]:
    """Everything but replies and other versions: also for those who look before they publish."""
    slug, about, sheet = request.organisation.slug, queries.about(version), queries.map_of(version)
    period = periods.of_day(periods.YEAR, queries.first_of(version), about.starts_month)
    here = f"/{slug}/account/{period.slug}/"
    figures = account_words.figures_of(queries.rows_of(version), period.slug, about.kept_from)
    return {
        "title": version.title,
        "version": version,
        "period": period,
        "about": about,
        "counted_on": date.fromisoformat(about.counted_on),
        "here": here,
        "files": here if version.account.published == version.number else f"{here}versions/{version.number}/",
        "told": words.told_of(version, period, request.clock, slug),
        "standing": account_words.STANDING,
        "sheet": sheet,
        "in_short": account_map.in_short(sheet),
        "of_one_person": account_map.OF_ONE_PERSON,
        "nobody": account_map.nobody(sheet),
        "drawn": (drawn := account_map.for_picture(sheet)),
        "picture": picture.drawn(drawn),
        "left_out": account_map.left_out(sheet),
        "map_table": AccountMapTable(request, sheet),
        "figures": figures,
        "not_shown": [figure for figure in figures if not figure.rows],
        "facts": [_fact(one) for one in version.facts],
        "by": version.recorded_by,
        "signed": [close_words.said(each) for each in signatures_of(version)],
        "back": (_("Our accounts"), f"/{slug}/account/"),
    }


def _fact(one: dict[str, Any]) -> dict[str, Any]:
    return {**one, "rows": [(row["words"], told(Row(**row))) for row in one["rows"]]}
