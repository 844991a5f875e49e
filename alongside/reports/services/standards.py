"""A standard of an organisation's own: added as a file, replaced by another, removed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import rules
from ..events import ReportsEvent as Event
from ..models import OwnStandard
from ..queries import standards
from ..standards import BrokenStandard


@transaction.atomic
def add_standard(*, content: bytes, by: Actor) -> OwnStandard:
    """All of the file is good, or nothing changes. What had its short name before is shown no more."""
    rules.check_can_keep_standards(by)
    try:
        standard = standards.read(content)
    except BrokenStandard as broken:
        raise Refused(" ".join(broken.lines), field="file") from broken
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    own = standards.own_rows(organisation.pk)
    rules.check_can_add(by, standard.slug, standards.everybodys(), own)
    today = organisations.clock_of(organisation).today()
    if standard.slug in own:
        _end(own[standard.slug], today)
    made = OwnStandard.objects.create(
        organisation=organisation,
        slug=standard.slug,
        content=content.decode("utf-8-sig"),
        added_on=today,
        **byline(by),
    )
    audit.record(
        Event.STANDARD_ADDED, by=by, target=made, facts={"slug": standard.slug, "instead": standard.slug in own}
    )
    return made


@transaction.atomic
def remove_standard(*, standard: OwnStandard, by: Actor) -> OwnStandard:
    rules.check_can_keep_standards(by)
    found = (
        OwnStandard.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=standard.pk)
    )
    if found.ended_on is not None or found.organisation_id != by.organisation_id:
        raise Refused(_("It has been removed already."))
    _end(found, organisations.clock_of(found.organisation).today())
    audit.record(Event.STANDARD_REMOVED, by=by, target=found, facts={"slug": found.slug})
    return found


def _end(standard: OwnStandard, on: date) -> None:
    standard.ended_on = on
    standard.save(update_fields=["ended_on"])
