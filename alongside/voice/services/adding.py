"""Its author says more. What they add is a thing of its own, with its own days, and is followed with the first."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor, Kind
from alongside.people.holding import hold_author

from .. import rules
from ..models import Contribution, RaisedBy, Via
from ..models.contributions import WITHDRAWN
from ..shapes import Asks, Uses
from . import messages
from .common import locked
from .concerns import set_apart
from .last_word import withdraw
from .saying import say


@transaction.atomic
def add_words(
    *,
    contribution: Contribution,
    words: str,
    by: Actor,
    uses: Uses | None = None,
    asks: Asks | None = None,
    lang: str = "",
) -> Contribution:
    """To the first thing they said, though they may be looking at something that they added."""
    first = contribution.adds_to or contribution
    rules.check_add(by, first)
    if first.person_id:
        hold_author(by, first.person_id)
    first = locked(first)
    rules.check_add(by, first)
    added, _code = say(
        kind=first.kind,
        words=words,
        by=by,
        unit=first.unit,
        decision=first.decision,
        meeting=first.meeting,
        about=first.about,
        person=first.person,
        group_name=first.group_name,
        uses=uses or Uses.of(first),
        via=_via(by),
        asks=asks,
        question=first.question,
        adds_to=first,
        lang=lang,
    )
    _to_whoever_has_the_first(added, first, by)
    return added


@transaction.atomic
def withdraw_all(*, contribution: Contribution, by: Actor) -> int:
    """What they said and everything that they added to it; how many were taken back now."""
    first = locked(contribution.adds_to or contribution)
    rows = Contribution.everything.filter(adds_to=first).exclude(state=WITHDRAWN).order_by("pk")
    left = [row for row in (first, *rows) if row.state != WITHDRAWN]
    with audit.together():  # one row is taken after the other
        for row in left:
            withdraw(contribution=row, by=by)
    return len(left)


def _via(by: Actor) -> str:
    if by.medium is not None:
        return Via.WRITTEN_DOWN
    return Via.PUBLIC_PAGE if by.kind == Kind.CODE_HOLDER else Via.SIGNED_IN


def _to_whoever_has_the_first(added: Contribution, first: Contribution, by: Actor) -> None:
    """It goes where the first went: to the safeguarding lead, or to the one to whom the first was handed."""
    if first.restricted and not added.restricted:
        set_apart(added, by=by, raised_by=RaisedBy.FIRST)
    if (added.unit_id, added.owner_id) != (first.unit_id, first.owner_id):
        added.unit_id, added.owner_id = first.unit_id, first.owner_id
        added.save(update_fields=["unit", "owner"])
        messages.to_owner(added, "contribution_received", _("Somebody added to what they said to you."))
