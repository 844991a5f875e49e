"""The published rules, and who is on the panel."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .. import published_rules, queries
from ..events import VoiceEvent
from ..models import PanelMember, ShowingRules
from ..rules import showing as showing_rules
from .common import as_said


@transaction.atomic
def change_showing_rules(
    *, texts: Mapping[str, str], decide_days: int, panel_days: int, by: Actor, seen: int | None = None
) -> ShowingRules | None:
    """New rules from today; None when they say what the last ones say. What was decided by the old ones stays.

    `seen` is the row that the reader saw, 0 for the rules with which everybody begins.
    """
    organisation = _held(by)
    kept = {key: as_said(texts.get(key, "")).strip() for key in published_rules.TITLES}
    showing_rules.check_set_rules(by, kept, (decide_days, panel_days))
    now = queries.published_rules(organisation.pk)
    if seen is not None and seen != (now.row or 0):
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    before = {key: str(now.texts.get(key, "")) for key in published_rules.TITLES}
    if (kept, decide_days, panel_days) == (before, now.decide_days, now.panel_days):
        return None
    made = ShowingRules.objects.create(
        organisation=organisation,
        effective_on=organisations.clock_of(organisation).today(),
        texts=kept,
        decide_days=decide_days,
        panel_days=panel_days,
        **byline(by),
    )
    changed = sorted(key for key, text in kept.items() if text != before[key])
    facts = {"changed": changed, "decide_days": decide_days, "panel_days": panel_days}
    audit.record(VoiceEvent.SHOWING_RULES_CHANGED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def name_to_panel(*, person: Person, by: Actor) -> PanelMember:
    organisation = _held(by)
    if person.organisation_id != organisation.pk:
        raise NotYours
    works = queries.works_here_too(person)
    showing_rules.check_name_panel(by, works, queries.panel_of(organisation.pk).filter(person=person).exists())
    since = organisations.clock_of(organisation).today()
    made = PanelMember.objects.create(organisation=organisation, person=person, since=since, **byline(by))
    audit.record(VoiceEvent.PANEL_CHANGED, by=by, target=made, facts={"joined": True})
    return made


@transaction.atomic
def end_on_panel(*, member: PanelMember, by: Actor) -> PanelMember:
    """What they have said stays said."""
    organisation = _held(by)
    showing_rules.check_sets_up(by)
    held = queries.panel_of(organisation.pk).filter(pk=member.pk).first()
    if held is None:
        raise Refused(_("They are not on the panel any more."))
    held.until = organisations.clock_of(organisation).today()
    held.save(update_fields=["until"])
    audit.record(VoiceEvent.PANEL_CHANGED, by=by, target=held, facts={"joined": False})
    return held


def _held(by: Actor) -> Organisation:
    organisation = organisations.organisation_of(by)
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
