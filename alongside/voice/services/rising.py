"""What is late rises by itself, a step at a time, whatever the team does or does not do."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..events import VoiceEvent
from ..models import Contribution, Escalation, Step
from ..models.contributions import ANSWERED

CHUNK = 500
REMINDED_AFTER = 1  # days


def rise(*, organisation: Organisation, today: date, by: Actor) -> dict[int, int]:
    """How many took each step. Safe to run twice, at once, or after a week of silence: each step is taken once."""
    settings = organisations.settings_of(organisation.pk, today)
    after = {
        Step.REMINDED: REMINDED_AFTER,
        Step.MANAGER: settings.manager_days,
        Step.BOARD: settings.board_days,
    }
    answerers = organisations.Answerers(organisation.pk)
    return {
        int(step): _take(organisation, step, today - timedelta(days=days), today, by, answerers)
        for step, days in after.items()
    }


def _take(
    organisation: Organisation, step: Step, due: date, today: date, by: Actor, answerers: organisations.Answerers
) -> int:
    taken = 0
    while True:
        with transaction.atomic():
            # Told is not late: an answer has been given, and telling has no day of its own.
            rows = Contribution.objects.select_for_update(of=("self",), no_key=True).filter(
                organisation=organisation, owed=True, due_on__lte=due, risen__lt=step
            )
            found = list(rows.exclude(state=ANSWERED).select_related("unit").order_by("due_on", "id")[:CHUNK])
            if not found:
                return taken
            _note(found, step, today, by, answerers)
            taken += len(found)
            facts = {"step": int(step), "contributions": len(found)}
            audit.record(VoiceEvent.ESCALATED, by=by, target=organisation, facts=facts)


def _note(found: list[Contribution], step: Step, today: date, by: Actor, answerers: organisations.Answerers) -> None:
    to = {unit.pk: _to(unit, step, answerers) for unit in {row.unit_id: row.unit for row in found}.values()}
    made = [
        Escalation(contribution=row, step=step, due_on=row.due_on, on=today, to=to[row.unit_id], **byline(by))
        for row in found
    ]
    Escalation.objects.bulk_create(made, ignore_conflicts=True)
    changes = {"risen": int(step), **({"board_since": today} if step == Step.BOARD else {})}
    Contribution.objects.filter(pk__in=[row.pk for row in found]).update(**changes)


def _to(unit: Unit, step: Step, answerers: organisations.Answerers) -> str:
    if step == Step.BOARD:
        return ""
    if step == Step.MANAGER:
        return _("The managers of %(unit)s, and the coordinator") % {"unit": unit.name}
    answering = answerers.of(unit)
    return answering.title if answering else _("Nobody answers for %(unit)s") % {"unit": unit.name}
