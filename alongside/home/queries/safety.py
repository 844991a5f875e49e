"""What waits before any answer: to be read, and to be contacted. Of what is restricted nothing is known here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor
from alongside.home.parts import Line, Section
from alongside.voice import queries as voice


def to_do(actor: Actor, today: date, slug: str) -> Section:
    return read_and_contact(voice.safety_to_do(actor, today), slug)


def read_and_contact(found: voice.ToDo, slug: str) -> Section:
    lines = list(_lines(found, slug))
    more = (_("Read what came in"), f"/{slug}/voices/reading/")
    return Section("safety", _("Read first, and contact"), lines, _("Everything was read in time."), more)


def _lines(found: voice.ToDo, slug: str) -> Iterator[Line]:
    late = (_("Late"), "late")
    if not found.led:
        title = _("Nobody is the safeguarding lead. An administrator has to name one.")
        yield Line(title, f"/{slug}/settings/roles/", _("What may be a risk to somebody waits until then."), tag=late)
    if found.unread_late:
        text = ngettext(
            "%(n)d thing that was said was not read in time",
            "%(n)d things that were said were not read in time",
            found.unread_late,
        )
        yield Line(text % {"n": found.unread_late}, f"/{slug}/voices/reading/", tag=late)
    if found.statements:
        text = ngettext(
            "%(n)d statement waits to be read, before others can answer it",
            "%(n)d statements wait to be read, before others can answer them",
            found.statements,
        )
        yield Line(text % {"n": found.statements}, f"/{slug}/voices/together/")
    if found.contacts:
        text = ngettext("%(n)d person waits to be contacted", "%(n)d people wait to be contacted", found.contacts)
        yield Line(text % {"n": found.contacts}, f"/{slug}/voices/reading/")
