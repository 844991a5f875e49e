"""The lists of a panel."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables

from ..panel_wording import STAGE_TONES, agreed_words, name_of, who_next
from ..queries.recruitment import next_stage
from ..queries.scores import Result, ScoreRow
from .common import RoomTable


class JobTable(RoomTable):
    caption = gettext_lazy("Jobs")
    personal = False
    empty = gettext_lazy("No job yet. Open the page of a decision about a job, and begin there.")
    default_sort = "-begun"
    columns: ClassVar = (
        tables.Column("title", gettext_lazy("Job"), value="decision.title"),
        tables.Column("unit", gettext_lazy("Unit"), value="decision.unit.name"),
        tables.Column("stage", gettext_lazy("Stage")),
        tables.Column("who", gettext_lazy("Who does it, and by when")),
        tables.Column("begun", gettext_lazy("Begun on"), value="recorded_at", sort="id"),
    )

    def cell_stage(self, row: Any) -> Any:
        stage = next_stage(row.in_order)
        if stage is None:
            return parts.state_tag(_("Over"), "done")
        return parts.state_tag(stage.get_step_display(), STAGE_TONES[stage.state])

    def cell_who(self, row: Any) -> str:
        stage = next_stage(row.in_order)
        return who_next(stage) if stage else ""

    def link_title(self, row: Any) -> str:
        return self.to("decisions", row.decision.code, "job")


class MemberTable(RoomTable):
    """Everybody counts the same; who was stood down stays, with why."""

    caption = gettext_lazy("Who is on the panel")
    empty = gettext_lazy("Nobody is on the panel yet. First fill the places, then add who sits on it.")
    columns: ClassVar = (
        tables.Column("name", gettext_lazy("Who"), value=name_of),
        tables.Column("here", gettext_lazy("Here as")),
        tables.Column("agreed", gettext_lazy("Has agreed"), value=agreed_words),
        tables.Column("state", gettext_lazy("State")),
    )

    def cell_here(self, row: Any) -> str:
        word = parts.word(self.request, "person", capital=True) if row.lived else _("Staff")
        return _("%(who)s, chairs the panel") % {"who": word} if row.chairs else str(word)

    def cell_state(self, row: Any) -> Any:
        if row.stood_down_on is not None:
            return _("Stood down: %s") % row.stood_down_reason
        return _("On the panel") if row.takes_part else _("Gave their place back")


class MemberToRunTable(MemberTable):
    """For those who run it: each leads to what can be done."""

    columns: ClassVar = MemberTable.columns

    def link_name(self, row: Any) -> str:
        return self.to("decisions", row.recruitment.decision.code, "job", "panel", row.code)


def score_table(request: Any, result: Result) -> tables.Table:
    """Candidates × members, each side's sum apart; nothing is averaged."""
    columns = [tables.Column("label", _("Candidate"), value="candidate.label")]
    for number, member in enumerate(result.members):
        columns.append(tables.Column(f"m{number}", name_of(member), value=_given(number), numeric=True))
    columns += [
        tables.Column("contributors", _("Sum of contributors"), value="contributors", numeric=True),
        tables.Column("staff", _("Sum of staff"), value="staff", numeric=True),
        tables.Column("total", _("Sum of all"), value="total", numeric=True),
        tables.Column("range", _("Lowest and highest"), value=_range, numeric=True),
    ]
    made = type(
        "ScoreTable",
        (RoomTable,),
        {"caption": _("All scores"), "empty": _("Nobody has scored."), "columns": tuple(columns)},
    )
    found: tables.Table = made(request, list(result.rows))
    return found


def _given(number: int) -> Any:
    return lambda row: "–" if row.by_member[number] is None else row.by_member[number]


def _range(row: ScoreRow) -> str:
    if row.lowest is None:
        return "–"
    return _("%(low)d to %(high)d") % {"low": row.lowest, "high": row.highest}
