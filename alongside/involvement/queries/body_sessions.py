"""What comes next in the bodies in which somebody sits: the sessions about what these decide, with their papers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.core.actor import Actor
from alongside.decisions.models import SeatHolder

from ..models import Meeting, Paper


def sessions_where_they_sit(actor: Actor, now: datetime) -> QuerySet[Any]:
    """The nearest first; each with how many papers there are, and how many went out."""
    whose = Q(user=actor.user_id) if actor.user_id else Q(pk__in=())
    if actor.person_id:
        whose |= Q(person=actor.person_id)
    on = now.date()
    terms = SeatHolder.objects.filter(whose, organisation=actor.organisation_id, since__lte=on)
    terms = terms.filter(Q(until__isnull=True) | Q(until__gt=on), Q(ended_on__isnull=True) | Q(ended_on__gt=on))
    rows = Meeting.objects.filter(organisation=actor.organisation_id, starts_at__gte=now, cancelled_on__isnull=True)
    rows = rows.filter(opportunity__decision__forum__in=terms.values("seat__forum"))
    papers = Paper.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    rows = rows.annotate(
        body=F("opportunity__decision__forum__name"),
        papers_all=Coalesce(Subquery(papers.annotate(n=Count("pk")).values("n")), 0),
        papers_out=Coalesce(Subquery(papers.filter(sent_on__isnull=False).annotate(n=Count("pk")).values("n")), 0),
    )
    return rows.order_by("starts_at", "id")
