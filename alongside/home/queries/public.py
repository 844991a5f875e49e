"""An organisation's own page: what is open, what came of what people said, who decides what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.parts import Moment
from alongside.home.parts import Section
from alongside.involvement import queries as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.voice import queries as voice
from alongside.voice import story

from .mine import open_line

MOST, MOST_HEARD = 5, 3


@dataclass(frozen=True)
class Heard:
    """What somebody said, and everything that came of it."""

    words: str
    by: str
    on: date
    moments: Sequence[Moment]
    asked: str = ""  # what the words reply to
    lang: str = ""


@dataclass(frozen=True)
class PublicPage:
    open: Section
    heard: Sequence[Heard]
    reserved: Sequence[str]
    units: Sequence[Any]


def public_page(actor: Actor, organisation: Organisation) -> PublicPage:
    heard = voice.public_heard(organisation)[:MOST_HEARD]
    return PublicPage(
        open=_open(actor, organisation.slug),
        heard=[_heard(each, organisation.slug) for each in voice.heard_entries(organisation, heard)],
        reserved=[row.kind.name for row in organisations.kinds_with_reservations(actor) if row.reserved],
        units=list(organisations.units_of(actor)),
    )


def _heard(entry: voice.Heard, slug: str) -> Heard:
    moments = story.heard(entry.answers, entry.challenges, entry.changes, slug)
    said = entry.contribution
    asked = said.question.text if said.question else ""
    return Heard(said.words, entry.by, said.said_on, moments, asked, said.lang)


def _open(actor: Actor, slug: str) -> Section:
    lines = [open_line(row) for row in involvement.open_to(actor)[:MOST]]
    more = (_("All that is open"), f"/{slug}/open/") if len(lines) == MOST else None
    return Section("open", _("What is open now"), lines, _("Nothing is open just now. Look again soon."), more)
