"""Whether the day of a decision is in a month that is closed: asked together with the decision, told on its page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from alongside.core.periods import MONTH
from alongside.decisions.models import DECIDED, DROPPED, Decision, DecisionStatus

from ..models import FROZEN, PeriodClose


def asked() -> dict[str, Subquery]:
    """For `decision_for`: the month that is closed, when it was counted, and when the outcome was written down."""
    month = PeriodClose.objects.filter(
        organisation=OuterRef("organisation"),
        kind=MONTH,
        state=FROZEN,
        first__lte=OuterRef("day"),
        last__gte=OuterRef("day"),
    )
    month = month.order_by("-version")
    moves = DecisionStatus.objects.filter(decision=OuterRef("pk"), state=DECIDED).order_by("-id")
    return {
        "closed_first": Subquery(month.values("first")[:1]),
        "closed_last": Subquery(month.values("last")[:1]),
        "closed_counted_at": Subquery(month.values("counted_at")[:1]),
        "outcome_at": Subquery(moves.values("recorded_at")[:1]),
    }


def told(decision: Decision) -> str:
    """Nothing is refused: what came late is counted beside the next close."""
    asked: Any = decision
    if asked.closed_first is None or decision.state == DROPPED:
        return ""
    name = PeriodClose(kind=MONTH, first=asked.closed_first, last=asked.closed_last).name
    if decision.state != DECIDED:
        told = _(
            "%(period)s is closed. What is written down as decided in it now is counted late, with the next close."
        )
        return told % {"period": name}
    if asked.outcome_at is None or asked.outcome_at <= asked.closed_counted_at:
        return ""
    told = _(
        "This was written down after %(period)s had been counted and closed. It is counted late, with the next close."
    )
    return told % {"period": name}


def told_of(organisation_id: int, day: date) -> str:
    """When something is written down now for a day in a closed month."""
    found = _closed(organisation_id).filter(first__lte=day, last__gte=day).first()
    if found is None:
        return ""
    return _("%(period)s is closed: this is counted late, with the next close.") % {"period": found.name}


def told_before(organisation_id: int) -> str:
    """Before a day is chosen."""
    found = _closed(organisation_id).first()
    if found is None:
        return ""
    told = _("The last month that is closed is %(period)s. What was decided in a closed month is counted late, with the"
             " next close.")  # fmt: skip
    return told % {"period": found.name}


def told_of_posts(organisation_id: int, day: date | None) -> str:
    """Of a day on which a post, or who holds it, is otherwise: so it is in every month after it. None: none is chosen
    yet."""
    months = _closed(organisation_id)
    return _stays(months if day is None else months.filter(last__gte=day), day)


def told_of_hours(organisation_id: int, day: date | None) -> str:
    months = _closed(organisation_id)
    return _stays(months if day is None else months.filter(first__lte=day, last__gte=day), day)


def _stays(months: QuerySet[PeriodClose], day: date | None) -> str:
    """What is of the function is not counted late: the figures that are counted today are other ones."""
    found = months.first()
    if found is None:
        return ""
    if day is None:
        told = _("The last month that is closed is %(period)s. What was signed stays as it is. What you write down now"
                 " for a closed month is only in its figures as they are counted today.")  # fmt: skip
    else:
        told = _("%(period)s is closed, and what was signed stays as it is. This is only in its figures as they are"
                 " counted today.")  # fmt: skip
    return told % {"period": found.name}


def _closed(organisation_id: int) -> QuerySet[PeriodClose]:
    """Months, the newest first."""
    rows = PeriodClose.objects.filter(organisation=organisation_id, kind=MONTH, state=FROZEN)
    return rows.order_by("-last", "-version")
