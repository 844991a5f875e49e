"""Rounds of stories, and the stories of one."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import story_words
from ..models.stories import ROUND_STATES, Story, StoryRound


class RoundTable(PartTable):
    caption = _("Rounds of stories, the newest first")
    personal = False
    empty = _("Nobody has been asked for a story yet.")
    default_sort = "-opened"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("question", _("What is asked")),
        tables.Column("unit", _("About")),
        tables.Column("told", _("Stories"), "told", numeric=True),
        tables.Column("opened", _("Since"), "opened_on", sort="opened_on"),
        tables.Column("until", _("Told until"), "until", sort="until"),
        tables.Column("state", _("How far it is")),
    )
    filters = (
        days_filter("days", _("Opened"), "opened_on"),
        days_filter("over", _("Over"), "over_on"),
        PART_FILTER,
    )

    def link_question(self, row: StoryRound) -> str:
        return f"{row.code}/"

    def cell_unit(self, row: StoryRound) -> Any:
        return row.unit.name if row.unit else _("The whole organisation")

    def cell_state(self, row: StoryRound) -> Any:
        return parts.state_tag(ROUND_STATES[row.state], story_words.TONES[row.state])


class StoryTable(tables.Table):
    caption = _("Stories that you may read")
    empty = _("None that you may read.")
    default_sort = "told"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("words", _("How it begins"), file_heading=_("The story")),
        tables.Column("domain", _("In what something changed"), "domain.name"),
        tables.Column("told", _("Told on"), "told_on", sort="told_on"),
    )

    def link_words(self, row: Story) -> str:
        return f"../told/{row.code}/"

    def file_words(self, row: Story) -> Any:
        return row.words

    def cell_words(self, row: Story) -> Any:
        line = " ".join(row.words.split())
        return line if len(line) <= 140 else line[:139].rsplit(" ", 1)[0] + "…"
