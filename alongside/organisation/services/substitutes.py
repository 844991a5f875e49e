"""Somebody stands in while somebody is away: sees and may answer what they do, and gets their reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.post import services as post

from .. import queries, rules
from ..events import OrganisationEvent as Event
from ..models import Membership, Organisation, Unit
from .locks import locked

ROLE = "staff"  # what lets somebody see and answer, and nothing beyond it


@transaction.atomic
def stand_in(
    *, away: User, substitute: User, units: Sequence[Unit], since: date, last_day: date, by: Actor
) -> list[Membership]:
    """From a day to a last day, for the units that were chosen. It ends by itself."""
    organisation = locked(by)
    rules.check_stand_in(by, away.pk, substitute.pk, units)
    rules.check_days_away(since, last_day, timezone.localdate())
    rules.check_theirs(queries.actor_for(away, organisation.pk), units)
    rules.check_works_here(queries.actor_for(substitute, organisation.pk))
    made = [_one(organisation, away, substitute, unit, since, last_day, by) for unit in units]
    _tell(organisation, substitute, since, last_day)
    return made


def _one(
    organisation: Organisation, away: User, substitute: User, unit: Unit, since: date, last_day: date, by: Actor
) -> Membership:
    made = Membership.objects.create(
        organisation=organisation,
        user=substitute,
        called=substitute.get_full_name(),
        role=ROLE,
        unit=unit,
        since=since,
        until=last_day + timedelta(days=1),  # the day on which one ends is the first without it
        instead_of=away,
        **byline(by),
    )
    facts = {
        "user": substitute.code,
        "instead_of": away.code,
        "unit": unit.code,
        "since": since.isoformat(),
        "last_day": last_day.isoformat(),
    }
    audit.record(Event.SUBSTITUTE_NAMED, by=by, target=made, facts=facts)
    return made


def _tell(organisation: Organisation, substitute: User, since: date, last_day: date) -> None:
    facts = {"organisation": organisation.name, "since": long_day(since), "last": long_day(last_day)}
    post.queue(
        "standing_in",
        organisation=organisation.pk,
        to_user=substitute.pk,
        subject=_("%(organisation)s: you stand in for somebody") % facts,
        body=_(
            "From %(since)s to %(last)s you stand in for somebody who is away. What they owe is on your page, and the "
            "reminders come to you. It ends by itself. If you cannot do it, tell them today."
        )
        % facts,
        link=f"/{organisation.slug}/owed/",
    )


@transaction.atomic
def end_stand_in(*, membership: Membership, by: Actor) -> Membership:
    """Sooner than was said: they are back, or somebody else does it."""
    locked(by)
    membership = queries.substitute_for(by, membership.code)
    membership.until = max(timezone.localdate(), membership.since)
    membership.save(update_fields=["until"])
    facts = {"user": membership.user.code, "until": membership.until.isoformat()}
    audit.record(Event.SUBSTITUTE_ENDED, by=by, target=membership, facts=facts)
    return membership
