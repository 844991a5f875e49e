"""What a board member needs before a meeting: where they sit next, and the papers for it. What is reserved and has
nobody in it yet: `coming`."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core import parts
from alongside.core.actor import Actor
from alongside.home.parts import Line, Section
from alongside.involvement.queries.body_sessions import sessions_where_they_sit

MOST = 3


def next_meetings(actor: Actor, slug: str) -> Section:
    rows = sessions_where_they_sit(actor, timezone.now())[:MOST]
    lines = [
        Line(
            _("%(body)s: %(title)s") % {"body": row.body, "title": row.title},
            f"/{slug}/sessions/{row.code}/",
            f"{parts.moment(row.starts_at)}. {row.place}",
            tag=_papers(row),
        )
        for row in rows
    ]
    empty = _("No session is planned for what a body decides in which you sit.")
    return Section("next", _("Where you sit next"), lines, empty)


def _papers(row: Any) -> tuple[str, str]:
    if not row.papers_all:
        return _("No papers yet"), "waiting"
    if row.papers_out < row.papers_all:
        return _("%(out)s of %(all)s papers are out") % {"out": row.papers_out, "all": row.papers_all}, "late"
    return ngettext("%(n)d paper", "%(n)d papers", row.papers_all) % {"n": row.papers_all}, "done"
