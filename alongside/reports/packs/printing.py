"""A whole pack as one paper, or as one page that stands by itself."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core import paper
from alongside.organisation.models import Organisation

from .opening import Opened, front_of, paper_note
from .paper import PAPER, paper_facts
from .parts import PARTS, part_of
from .summary import summary_of


def title_of(period_name: str) -> str:
    return _("Board pack: %(period)s") % {"period": period_name}


def pdf_of(found: Opened, organisation: Organisation, now: datetime) -> bytes:
    """The same parts as the pages have, one after the other."""
    facts = paper_facts(
        title=title_of(found.pack.period_name),
        language=get_language() or "en-gb",
        front=[*front_of(found, organisation), paper_note(found.reading.today)],
        summary=summary_of(found.reading),
        parts=[part_of(found.reading, slug) for slug in PARTS],
        author=organisation.name,
        address=f"{settings.ASSUME_PUBLIC_ADDRESS}{found.reading.url('packs', found.pack.period)}",
    )
    return paper.made(PAPER, facts, now)


def html_of(found: Opened, organisation: Organisation, now: datetime) -> bytes:
    """A page that stands by itself: no style sheet, no script, and nothing in it that leads anywhere."""
    context = {
        "title": title_of(found.pack.period_name),
        "language": get_language() or "en-gb",
        "front": [*front_of(found, organisation), paper_note(found.reading.today)],
        "summary": summary_of(found.reading),
        "parts": [part_of(found.reading, slug) for slug in PARTS],
        "links": False,
    }
    return render_to_string("reports/pack_whole.html", context).encode()
