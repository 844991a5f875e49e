"""Items of agendas and papers of sessions, of all sessions at once: for what is counted of them, and for the lists
behind it. No names."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor

from ..models import AgendaItem, Paper
from .sign_lines import HELD

BY_PEOPLE, BY_STAFF = Q(raised_by_person__isnull=False), Q(raised_by_user__isnull=False)
BROUGHT = {"people": BY_PEOPLE, "staff": BY_STAFF}
EARLY = Q(sent_on__lt=F("meeting__held_on"))
SENT = {
    "early": EARLY,
    "late": ~EARLY,
    "same": Q(same_for_everyone=True),
    "differ": Q(same_for_everyone=False),
}


def agenda_items(actor: Actor) -> QuerySet[AgendaItem]:
    """On the agendas of sessions that were held by now, where the actor sees what is decided."""
    return AgendaItem.objects.filter(HELD, _seen(actor)).select_related("meeting__opportunity__decision__unit")


def papers(actor: Actor) -> QuerySet[Paper]:
    return Paper.objects.filter(HELD, _seen(actor)).select_related("meeting__opportunity__decision__unit")


def brought_by(rows: QuerySet[Any], who: str) -> QuerySet[Any]:
    return rows.filter(BROUGHT[who])


def sent_so(rows: QuerySet[Any], how: str) -> QuerySet[Any]:
    return rows.filter(SENT[how])


def _seen(actor: Actor) -> Q:
    units = actor.units_for(Permission.SEE_DECISIONS)
    here = Q(meeting__organisation=actor.organisation_id, meeting__held_on__lte=timezone.localdate())
    return here if units is None else here & Q(meeting__opportunity__decision__unit__in=units)
