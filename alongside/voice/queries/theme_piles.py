"""What looks like one theme, to be marked many at a time."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

from ..learning.lines import Learned
from ..learning.neighbours import nearest
from ..models import Contribution, Theme, ThemeMark
from .ledger import ledger_for
from .readers import inside
from .themes import CHIPS, asked_of, belonging, learned_by, readable

LOOKED_THROUGH = 400  # of the newest, when a pile for one theme is put together
PILE = 20
LIKE_ENOUGH = 0.15  # added up over what sounds like it


def pile_for_theme(actor: Actor, theme: Theme) -> list[tuple[Contribution, list[str]]]:
    """What looks like it among the newest that nobody said anything about yet: most likely first, each with why."""
    units = actor.units_for(P.ANSWER)
    rows = ledger_for(actor).filter(inside(), withdrawn_on__isnull=True)
    rows = rows if units is None else rows.filter(unit__in=units)
    rows = rows.filter(~Exists(ThemeMark.everything.filter(contribution=OuterRef("pk"), theme=theme)))
    newest = list(rows.select_related("question").order_by("-received_on", "-id")[:LOOKED_THROUGH])
    learned = learned_by(theme.organisation_id)
    found = _by_model(newest, theme, learned) if learned else _by_likeness(actor, newest, theme)
    return [(row, because) for _weight, row, because in sorted(found, key=lambda each: (-each[0], each[1].pk))[:PILE]]


Found = tuple[float, Contribution, list[str]]


def _by_model(rows: Sequence[Contribution], theme: Theme, learned: Learned) -> list[Found]:
    if theme.code not in learned.lines:
        return []
    found = []
    for row in rows:
        scores = learned.likely(row.words, asked_of(row))
        if theme.code in scores:
            found.append((scores[theme.code], row, learned.reasons(theme.code, row.words, asked_of(row))))
    return found


def _by_likeness(actor: Actor, rows: Sequence[Contribution], theme: Theme) -> list[Found]:
    """Like what is marked with it already, or like the words that say what belongs to it."""
    own = [each.example for each in readable(actor) if theme.code in each.example.themes]
    own.append(belonging(theme))
    found = []
    for row in rows:
        for near in nearest(row.words, own):
            if near.weight >= LIKE_ENOUGH:
                found.append((near.weight, row, near.shared[:CHIPS]))
    return found
