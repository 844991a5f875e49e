"""Board packs: the list, a pack with its summary, each of its parts, the paper, giving it to the board, and what has
moved since."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages, periods
from alongside.core.errors import NotYours
from alongside.core.periods import Period
from alongside.voice.queries import eyes_of

from .. import packs, services
from ..pack_tables import MovedTable, PacksTable
from ..packs.opening import Opened, front_of, opened, standing_of
from ..packs.printing import pdf_of, title_of
from ..queries import closes, pack_periods, packs_given
from ..queries import packs as queries
from ..rules import can_see_figures, taking_down
from ..rules import packs as rules

COUNTED = ("bumps", "without", "changed", "figures", "map")  # parts with numbers that lead to rows on other pages


def period_of(request: Any, asked: str) -> Period:
    """Of days that have begun, and of the years that can be asked for."""
    today = request.clock.today()
    found = periods.read(asked, request.clock.settings.year_starts_month)
    if found is None or found.slug != asked or not pack_periods.can_be_asked(found, today):
        raise NotYours
    return found


def all_packs(request: Any, org: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    if not rules.belongs(actor):
        raise NotYours
    starts, oversees = request.clock.settings.year_starts_month, rules.oversees(actor)
    month, packs = periods.of_day(periods.MONTH, today, starts), queries.packs_for(actor)
    context = {
        "title": _("Board packs"),
        "table": PacksTable(request, packs, starts, pack_periods.years_of(packs, starts)),
        "months": queries.not_given(request.organisation.pk, [month, month.before]),
        "oversees": oversees,
        "years": pack_periods.years_there(request.organisation, today, starts) if oversees else [],
        "writes": rules.writes(actor),
        "takes_down": taking_down.can_take_down(actor),
        "looks_after": rules.looks_after(actor),
    }
    return pages.unkept(pages.page(request, "reports/packs.html", context))


def _opened(request: Any, period: Period, around: bool = True) -> Opened:
    row = queries.pack_to_read(request.actor, period)
    return opened(
        organisation=request.organisation,
        clock=request.clock,
        period=period,
        eyes=eyes_of(request.actor),
        row=row,
        around=around,
    )


def _closed_url(request: Any, found: Opened) -> str:
    """Of the closed period, for whoever may open it."""
    period = found.pack.period
    if found.closed is None or not closes.may_open(request.actor, period, request.clock.today()):
        return ""
    return f"/{request.organisation.slug}/periods/{period}/"


def pack(request: Any, org: str, period: str) -> HttpResponse:
    """In short, and where the rest stands."""
    days, today = period_of(request, period), request.clock.today()
    found, actor = _opened(request, days), request.actor
    context = {
        "title": title_of(days.name),
        "back": (_("Board packs"), f"/{org}/packs/"),
        "front": front_of(found, request.organisation),
        "closed_url": _closed_url(request, found),
        "blocks": packs.summary_of(found.reading),
        "parts": [(slug, packs.TITLES[slug]) for slug in packs.PARTS],
        "records": period if can_see_figures(actor) else "",
        "beside": pack_periods.readable(actor, [days.before, days.after], today),
        "may_have_moved": found.may_have_moved,
        "can_issue": rules.can_issue(actor, found.row, days.last, today),
        "writes": rules.writes(actor),
        "takes_down": taking_down.can_take_down(actor),
    }
    return pages.unkept(pages.page(request, "reports/pack.html", context))


def part(request: Any, org: str, period: str, part: str) -> HttpResponse:
    days = period_of(request, period)
    if part not in packs.PARTS:
        raise NotYours
    found = _opened(request, days, around=part in ("asks", "contributors"))
    slugs = list(packs.PARTS)
    at = slugs.index(part)
    context = {
        "title": packs.TITLES[part],
        "back": (title_of(days.name), f"/{org}/packs/{period}/"),
        "period_name": days.name,
        "standing": standing_of(found)[0],
        "closed_url": _closed_url(request, found) if part == "figures" else "",
        "records": period if part in COUNTED and can_see_figures(request.actor) else "",
        "blocks": packs.part_of(found.reading, part).blocks,
        "next": next(((slug, packs.TITLES[slug]) for slug in slugs[at + 1 : at + 2]), None),
        "may_ask": part == "asks" and rules.prepares(request.actor) and not _issued(found),
    }
    return pages.unkept(pages.page(request, "reports/pack_part.html", context))


def since(request: Any, org: str, period: str) -> HttpResponse:
    """What the board was given beside what the same days look like now."""
    days = period_of(request, period)
    found = _opened(request, days, around=False)
    if found.given is None:
        raise NotYours
    organisation, clock = request.organisation, request.clock
    closed = found.closed.value if found.closed else None
    now = closed or packs_given.pack_now(organisation, clock.settings, days, clock.today())
    context = {
        "title": _("What has moved since the board was given this"),
        "back": (title_of(days.name), f"/{org}/packs/{period}/"),
        "front": front_of(found, organisation)[1:],
        "closed": bool(closed),
        "now": now,
        "table": MovedTable(request, packs_given.moved_since(found.given, now)),
    }
    return pages.unkept(pages.page(request, "reports/pack_since.html", context))


def _issued(found: Opened) -> bool:
    return found.row is not None and found.row.state == "issued"


def pdf(request: Any, org: str, period: str) -> HttpResponse:
    found = _opened(request, period_of(request, period))
    body = pdf_of(found, request.organisation, timezone.now())
    name = f"board-pack-{org}-{period}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return pages.unkept(HttpResponse(body, content_type="application/pdf", headers=headers))


def issue(request: Any, org: str, period: str) -> HttpResponse:
    """Giving it to the board."""
    days = period_of(request, period)
    row = queries.pack_to_read(request.actor, days)
    if not rules.prepares(request.actor) or (row is not None and row.state == "issued"):
        raise NotYours
    form, here = core_forms.Form.of(request), f"/{org}/packs/{period}/"
    done = pages.submit(
        request,
        form,
        lambda _data: services.issue_pack(organisation=request.organisation, period=days, by=request.actor),
        then=here,
        note=_("The board has it. They are written to."),
    )
    context = {
        "title": _("Give this pack to the board?"),
        "text": _(
            "The board is written to, and everybody who belongs here can read it from now on. What is asked of the"
            " board does not change any more. Contributors can still take back what they wrote."
        ),
        "button": _("Give it to the board"),
        "form": form,
        "back": (title_of(days.name), here),
    }
    return done or pages.page(request, "core/confirm.html", context)
