"""What I owe; the desk; the board's page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.years import Year
from alongside.organisation import rules as organisation_rules

from ..queries import board as boards
from ..queries import desk as desks
from ..queries import owed as debts
from ..tables import AgesTable, CoverageTable


def allow(request: Any, permission: P) -> None:
    if not request.actor.can(permission):
        raise NotYours


def owed(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_OWED)
    context = {
        "title": _("Owed"),
        "lead": _("What you and your teams owe to people, oldest first."),
        "sections": debts.owed_sections(request.actor, request.clock.today(), org),
        "how_often": f"/{org}/owed/how-often/",
        "learned": "/me/journey/",
        "away": f"/{org}/away/" if organisation_rules.can_be_away(request.actor) else "",
    }
    return pages.page(request, "home/sections.html", context)


def desk(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_DESK)
    today = request.clock.today()
    ages = desks.ages(request.actor, today, org)
    sections = desks.desk_sections(request.actor, today, org, ages)
    waiting = [section for section in sections if not section.quiet]
    context = {
        "title": _("Desk"),
        "lead": _("What is owed to people comes first."),
        "ages": ages,
        "by_team": AgesTable(request, ages.rows),
        "waiting": waiting,
        "way": [(section.name, section.title) for section in waiting],
        "quiet": [section for section in sections if section.quiet],
    }
    return pages.page(request, "home/desk.html", context)


def board(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_BOARD)
    today = request.clock.today()
    year = Year.of(request.GET.get("year", ""), today, request.clock.settings.year_starts_month, boards.AHEAD)
    context = {
        "title": _("Decisions of the year %(year)s") % {"year": year.name},
        "lead": _("All of them: those taken with people, and those not, and why."),
        "coverage": CoverageTable(request, boards.coverage(request.actor, year)),
        "years": year.beside(today, boards.AHEAD),
        "least": request.clock.settings.least_people,
        "not_met": boards.not_met(request.actor, year),
        "sections": boards.board_sections(request.actor, year, today, org),
        "before": ("next", "coming", "exceptions"),
        "packs": request.actor.units_for(P.SEE_BOARD) is None,
    }
    return pages.page(request, "home/board.html", context)
