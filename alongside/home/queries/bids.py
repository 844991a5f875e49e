"""Bids whose promise is owed a look, for the desk."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.candour.queries.bids import looks_owed
from alongside.core.actor import Actor
from alongside.home.parts import Line, Section

MOST = 8


def promised(actor: Actor, today: date, slug: str) -> Section:
    lines = [
        Line(
            _("%(title)s: was what was promised to people kept?") % {"title": look.bid.title},
            f"/{slug}/candour/bids/{look.bid.code}/",
            look.bid.unit.name,
            age=(today - look.due_on).days,
        )
        for look in looks_owed(actor, today)[:MOST]
    ]
    more = (_("Funding bids"), f"/{slug}/candour/bids/")
    return Section("promised", _("Promised in bids"), lines, _("No bid is owed a look."), more)
