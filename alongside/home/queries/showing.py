"""What waits before everybody may read it: a debt of those who decide, and of the panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.home.parts import Line, Section
from alongside.voice import queries as voice

Tag = tuple[str, str]


def to_show(found: voice.ShowingToDo, today: date, slug: str) -> Section:
    lines = list(_lines(found, today, f"/{slug}/showing/"))
    return Section("showing", _("To be shown to everybody"), lines, _("Nothing waits to be decided."))


def _lines(found: voice.ShowingToDo, today: date, base: str) -> Iterator[Line]:
    late: Tag = (_("Late"), "late")
    if found.waiting:
        text = ngettext(
            "%(n)d thing waits for a decision whether everybody may read it",
            "%(n)d things wait for a decision whether everybody may read them",
            found.waiting,
        )
        age = (today - found.oldest).days if found.oldest else None
        yield Line(text % {"n": found.waiting}, base, age=age, tag=late if found.late else None)
    if found.appeals:
        text = ngettext("%(n)d is before the panel", "%(n)d are before the panel", found.appeals)
        yield Line(text % {"n": found.appeals}, base, tag=late if found.appeals_late else None)
    if not found.panel:
        yield Line(_("Nobody is on the panel: name contributors."), f"{base}panel/", tag=late)
    if found.unseen:
        text = ngettext(
            "%(n)d person has not looked yet at how others will see their words",
            "%(n)d people have not looked yet at how others will see their words",
            found.unseen,
        )
        yield Line(text % {"n": found.unseen}, base, _("Ring them and read it to them."))
