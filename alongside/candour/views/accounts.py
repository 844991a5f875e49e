"""The two accounts beside each other: of one activity, and of a year; and in whose words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.years import Year
from alongside.decisions import queries as decisions
from alongside.involvement import queries as involved
from alongside.involvement import rules as involvement

from .. import account_words, forms, queries, rules, services
from ..ladders import LADDERS
from ..pulse_words import STATEMENTS
from ..queries import accounts, instruments
from ..rules import instruments as total_rules


def _ladder(request: Any) -> dict[str, Any]:
    today = request.clock.today()
    rows = queries.ladders_of(request.organisation.pk)
    now = next((each.ladder for each in rows if each.effective_on <= today), "ours")
    return {
        "ladder": LADDERS[now],
        "ladders": [(LADDERS[each.ladder].title, each) for each in rows],
        "can_choose": rules.can_choose_ladder(request.actor),
    }


def activity(request: Any, org: str, code: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    opportunity = queries.opportunity_to_read(actor, code)
    ladder = _ladder(request)
    reads = accounts.accounts_of(actor, opportunity)
    context = {
        "title": _("Two accounts"),
        "opportunity": opportunity,
        "rounds": [_round(request, each, ladder["ladder"], today) for each in reversed(reads)],
        "decision_url": decisions.url_of(org, opportunity.decision),
        "staff": involvement.may_hold(actor, opportunity.decision),
        "runs": involvement.may_run(actor, opportunity.decision),
        "writes_up": involved.takes_part(actor, opportunity) or involvement.may_hold(actor, opportunity.decision),
        **_totals(request, instruments.totals_of(opportunity), opportunity),
        **ladder,
    }
    return pages.page(request, "candour/activity.html", context)


def _totals(request: Any, rows: list[Any], opportunity: Any = None) -> dict[str, Any]:
    """Of validated instruments, beside the two accounts; and where to write one down."""
    actor, here = request.actor, f"/{request.organisation.slug}/candour/totals/new/"
    unit = opportunity.decision.unit_id if opportunity else None
    can = total_rules.can_write_totals(actor, unit)
    return {
        "totals": [(row, total_rules.can_write_totals(actor, row.unit_id)) for row in rows],
        "total_new": f"{here}?activity={opportunity.code}" if can and opportunity else here if can else "",
        "total_of": opportunity is None,
    }


def _round(request: Any, read: accounts.RoundRead, ladder: Any, today: Any) -> dict[str, Any]:
    pulse = read.pulse
    return {
        "pulse": pulse,
        "title": pulse.meeting.title if pulse.meeting else _("At the end"),
        "open": pulse.is_open(today),
        "closed": pulse.closed_on is not None,
        "account": account_words.shown(read.account, ladder, pulse.code),
        "words": read.words,
        "named": [_named(each) for each in read.named],
        "least": pulse.box.least,
    }


def _named(row: Any) -> dict[str, Any]:
    scale = dict(forms.SCALE)
    return {
        "name": row.person.known_as if row.person else _("Somebody who has left"),
        "words": row.words,
        "said": [
            (STATEMENTS[name], scale[str(getattr(row, name))]) for name in STATEMENTS if getattr(row, name) is not None
        ],
        "roles": [
            (forms.PART[stage], dict(forms.LIVED)[str(role)])
            for stage in forms.PART
            if (role := getattr(row, f"role_{stage}")) is not None
        ],
    }


def year(request: Any, org: str) -> HttpResponse:
    actor, today, starts = request.actor, request.clock.today(), request.clock.settings.year_starts_month
    if not rules.can_see_signs(actor):
        raise NotYours
    chosen = Year.of(request.GET.get("year", ""), today, starts)
    found, ladder = (
        accounts.accounts_of_year(actor, chosen.starts, chosen.ends, accounts.units_in(actor)),
        _ladder(request),
    )
    context = {
        "title": _("Two accounts of the year %(year)s") % {"year": chosen.name},
        "back": (_("Signs of the year"), f"/{org}/candour/"),
        "found": found,
        "account": account_words.shown(found.account, ladder["ladder"], "year"),
        "pools": [(box, account_words.shown(each, ladder["ladder"], box.code)) for box, each in found.pools],
        "years": chosen.beside(today),
        **_totals(request, instruments.totals_of_year(actor, chosen.starts, chosen.ends, accounts.units_in(actor))),
        **ladder,
    }
    return pages.page(request, "candour/accounts.html", context)


def choose_ladder(request: Any, org: str) -> HttpResponse:
    if not rules.can_choose_ladder(request.actor):
        raise NotYours
    now, page = _ladder(request), f"/{org}/candour/accounts/"
    form = forms.LadderForm.of(request, initial={"from_day": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.choose_ladder(by=request.actor, **data),
        then=page,
        note=_("Saved. What people answered stays as it is; it is read in these words from that day."),
    )
    context = {"form": form, "title": _("In whose words?"), "back": (_("Two accounts"), page), **now}
    return done or pages.page(request, "candour/choose_ladder.html", context)
