"""Common ground: what was asked, and what people added to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import progress
from ..models import CommonGround, Statement
from ..models.together import NOT_SHOWN, SHOWN, STATEMENT_STATES, TAKEN_BACK, WAITING
from ..opinions import Tally
from ..rules import together as rules

TONES = {WAITING: "waiting", SHOWN: "done", NOT_SHOWN: "refused", TAKEN_BACK: "quiet"}


class GroundTable(PartTable):
    caption = gettext_lazy("What many were asked")
    personal = False
    empty = gettext_lazy("Nobody has been asked yet. Ask one question that is still open.")
    default_sort = "-opened"
    columns = (
        tables.Column("question", gettext_lazy("Question"), "question"),
        tables.Column("unit", gettext_lazy("Who answers for it"), "unit.name"),
        tables.Column("opened", gettext_lazy("Since"), "opened_on", sort="opened_on"),
        tables.Column("people", gettext_lazy("Took part"), "took_part", numeric=True),
        tables.Column("came", gettext_lazy("What came of it")),
    )
    filters = (days_filter("days", gettext_lazy("Since"), "opened_on"), PART_FILTER)

    def link_question(self, row: CommonGround) -> str:
        """Those who keep it work with it there; others see what those whom it asks see, if they are among them."""
        actor = self.request.actor  # type: ignore[attr-defined]
        if rules.can_keep(actor, row.unit_id):
            return f"{self.request.path}{row.code}/"
        slug = self.request.organisation.slug  # type: ignore[attr-defined]
        return f"/{slug}/together/{row.code}/" if rules.may_answer(actor, row) else ""

    def cell_came(self, row: Any) -> Any:
        if row.is_open:
            if row.waiting:
                text = ngettext("%(n)d statement to read", "%(n)d statements to read", row.waiting)
                return parts.state_tag(text % {"n": row.waiting}, "late")
            return parts.state_tag(_("Open until %(day)s") % {"day": parts.day(row.closes_on)}, "open")
        if row.result is None:
            return parts.state_tag(_("Nobody answered"), "quiet")
        words, tone = progress.of_staff(row.result)
        return parts.state_tag(words, "late" if progress.is_late(row.result, timezone.localdate()) else tone)


class TallyTable(tables.Table):
    """Plain counts. What a part of them says is its caption."""

    personal = False
    columns = (
        tables.Column("words", gettext_lazy("Statement")),
        tables.Column("agree", gettext_lazy("Agree"), numeric=True),
        tables.Column("disagree", gettext_lazy("Disagree"), numeric=True),
        tables.Column("passed", gettext_lazy("Pass"), numeric=True),
        tables.Column("not_seen", gettext_lazy("Not seen"), numeric=True),
    )

    def __init__(self, request: HttpRequest, rows: Sequence[Tally], caption: Any, prefix: str) -> None:
        super().__init__(request, rows, prefix=prefix)
        self.caption = caption  # type: ignore[misc]


class StatementTable(tables.Table):
    caption = gettext_lazy("Statements")
    empty = gettext_lazy("There are no statements yet. Add some to begin with.")
    default_sort = "-state"
    columns = (
        tables.Column("words", gettext_lazy("Statement")),
        tables.Column("by", gettext_lazy("From")),
        tables.Column("added", gettext_lazy("Added"), "added_on", sort="added_on"),
        tables.Column("state", gettext_lazy("State"), sort=("state", "id")),
    )

    def cell_words(self, row: Statement) -> Any:
        return row.words or _("Taken back by the one who wrote it")

    def link_words(self, row: Statement) -> str:
        return "" if row.state == TAKEN_BACK else f"{self.request.path}statements/{row.code}/"

    def cell_by(self, row: Statement) -> Any:
        return _("The organisation") if row.by_staff else _("Somebody who took part")

    def cell_state(self, row: Statement) -> Any:
        tag = parts.state_tag(STATEMENT_STATES[row.state], TONES[row.state])
        return f"{STATEMENT_STATES[row.state]}: {row.get_why_not_display()}" if row.why_not else tag
