"""Elections, and a count round by round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts
from alongside.core.dates import day_range
from alongside.core.tables import Column, Table

from .. import counting
from ..models import CALLED, CALLED_OFF, Election
from ..queries import Shown

STATUS = {
    counting.ELECTED: gettext_lazy("elected"),
    counting.OUT: gettext_lazy("out"),
    counting.IN: "",
}


def state_of(election: Election, today: date) -> tuple[str, str]:
    """In words, with a tone."""
    if election.state == CALLED_OFF:
        return _("Called off"), "quiet"
    if election.state != CALLED:
        return _("Counted"), "done"
    return str(election.phase_on(today).label), "open"


class ElectionTable(Table):
    caption = gettext_lazy("Elections")
    personal = False
    empty = gettext_lazy("No election has been called yet.")
    columns = (
        Column("title", gettext_lazy("Election"), link=lambda row: f"elections/{row.code}/"),
        Column("forum", gettext_lazy("For a seat on"), value="forum.name"),
        Column("voting", gettext_lazy("Voting"), sort="vote_until"),
        Column("state", gettext_lazy("Where it stands")),
    )
    default_sort = "-voting"

    def __init__(self, request: HttpRequest, rows: QuerySet[Election], today: date, **kwargs: Any) -> None:
        super().__init__(request, rows, **kwargs)
        self.today = today

    def cell_voting(self, row: Election) -> str:
        return day_range(row.vote_from, row.vote_until)

    def cell_state(self, row: Election) -> Any:
        return parts.state_tag(*state_of(row, self.today))


class RoundTable(Table):
    """Candidates down, rounds across; who was elected first comes first."""

    caption = gettext_lazy("The count, round by round")

    def __init__(self, request: HttpRequest, shown: Shown) -> None:
        self.columns = (  # type: ignore[misc]
            Column("name", gettext_lazy("Candidate")),
            *(
                Column(f"round{n}", _("Round %(n)s") % {"n": n + 1}, value=partial(_in_round, n), numeric=True)
                for n in range(len(shown.rounds))
            ),
        )
        super().__init__(request, _round_rows(shown))

    def cell_name(self, row: tuple[str, Sequence[str]]) -> str:
        return row[0]


def _in_round(number: int, row: tuple[str, Sequence[str]]) -> str:
    return row[1][number]


def _round_rows(shown: Shown) -> list[tuple[str, list[str]]]:
    last = shown.rounds[-1].lines
    rows = [(shown.names[line.code], [_said(each, line.code) for each in shown.rounds]) for line in last]
    rows.append((_("No choice left"), [votes_in_words(each.exhausted) for each in shown.rounds]))
    return rows


def _said(each: counting.Round, code: str) -> str:
    line = next(line for line in each.lines if line.code == code)
    words = STATUS[line.status]
    return f"{votes_in_words(line.votes)} {words}" if words else votes_in_words(line.votes)


def votes_in_words(votes: float) -> str:
    """Whole votes without a point."""
    found = _drawn(votes)
    return str(found) if isinstance(found, int) else f"{found:.2f}"


def _drawn(votes: float) -> float:
    return round(votes) if abs(votes - round(votes)) < 0.005 else round(votes, 2)


def bars_of(shown: Shown) -> list[tuple[str, list[parts.Bar]]]:
    """A picture of each round, with its caption."""
    return [
        (
            _("Round %(n)s: votes") % {"n": number},
            [parts.Bar(shown.names[line.code], _drawn(line.votes)) for line in each.lines],
        )
        for number, each in enumerate(shown.rounds, 1)
    ]
