"""An organisation's own page: what is open, what came of what people said, who decides what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.candour import claim_entries
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.voice import queries as voice
from alongside.voice import shown_entries
from alongside.voice.queries import together

from .mine import open_line

MOST, MOST_HEARD, MOST_CLAIMS = 5, 3, 3


@dataclass(frozen=True)
class PublicPage:
    open: Section
    asked: Section
    came: Section
    heard: Sequence[shown_entries.Entry]
    claims: Sequence[claim_entries.Entry]
    reserved: Sequence[str]
    units: Sequence[Any]


def public_page(actor: Actor, organisation: Organisation, clock: organisations.Clock) -> PublicPage:
    today = clock.today()
    return PublicPage(
        open=_open(actor, organisation.slug),
        asked=_asked(actor, organisation.slug, today),
        came=_came(actor, organisation.slug, today),
        heard=shown_entries.short(organisation, voice.public_heard(organisation)[:MOST_HEARD]),
        claims=claim_entries.shown_by(actor, clock, organisation.slug, MOST_CLAIMS),
        reserved=[row.kind.name for row in organisations.kinds_with_reservations(actor) if row.reserved],
        units=list(organisations.units_of(actor)),
    )


def _open(actor: Actor, slug: str) -> Section:
    lines = [open_line(row) for row in involvement.open_to(actor)[:MOST]]
    more = (_("All that is open"), f"/{slug}/open/") if len(lines) == MOST else None
    return Section("open", _("What is open now"), lines, _("Nothing is open just now. Look again soon."), more)


def _asked(actor: Actor, slug: str, today: date) -> Section:
    """Questions to many: a press of a button for each, without an account where anyone may answer."""
    lines = [
        Line(row.question, f"/{slug}/together/{row.code}/", _("Until %(day)s.") % {"day": parts.day(row.closes_on)})
        for row in together.asked_now(actor, today)[:MOST]
    ]
    return Section("asked", _("What we ask everybody now"), lines, "")


def _came(actor: Actor, slug: str, today: date) -> Section:
    """Questions to many that are over: everybody who was asked can see what came out, and the answer."""
    lines = [
        Line(
            row.question,
            f"/{slug}/together/{row.code}/so-far/",
            _("Over since %(day)s.") % {"day": parts.day(row.closed_on)},
        )
        for row in together.over_lately(actor, today)[:MOST]
    ]
    return Section("came", _("What we asked everybody, and what came of it"), lines, "")
