"""One decision as a timeline."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.candour import claim_entries
from alongside.candour import rules as candour_rules
from alongside.core import pages
from alongside.decisions import queries as decisions
from alongside.decisions import rules as decision_rules
from alongside.decisions.models import Decision
from alongside.involvement import queries as involvement
from alongside.involvement import rules as involvement_rules
from alongside.involvement.models import Recruitment
from alongside.journey import queries as journey
from alongside.reports.queries import late_days
from alongside.voice import rules as voice_rules

from ..queries import learning, timeline


def decision(request: Any, org: str, code: str) -> HttpResponse:
    asked = {**involvement.asked_days(), **involvement.asked_words()}
    also = {**asked, **journey.asked_about(request.actor), **late_days.asked()}
    found = decisions.decision_for(request.actor, code, **also)
    shown = timeline.timeline_of(request.actor, found, org)
    today = request.clock.today()
    job = involvement.recruitment_of(found)
    reserved = found.state == "planned" and decisions.reserved_now(found, today)
    may_claim = candour_rules.can_claim(request.actor, found.unit_id)
    waiting = _("Reserved: people have been asked") if shown.first_asked else _("Reserved: not yet with people")
    context = {
        "title": found.title,
        "decision": found,
        "back": _back(request, org),
        "about": timeline.about(found, shown, org, staff=timeline.is_staff(request.actor)),
        "reserved": waiting if reserved else "",
        "reserved_tone": "waiting" if shown.first_asked else "late",
        "taken_tone": timeline.tone_of(found),
        "actions": actions(request.actor, found, org, job),
        "choice": involvement.divergence_of(found) if job else None,
        "moments": shown.moments,
        "closed_days": late_days.told(found),
        "voices": shown.voices,
        "more_voices": shown.more_voices,
        "changes": shown.changes,
        "without": shown.without,
        "waivers": shown.waivers,
        "claims": claim_entries.resting_on(request.actor, found, request.clock, org),
        "claim_url": f"/{org}/candour/claims/new/?decision={code}" if may_claim else "",
        **learning.beside(request.actor, found, org, today),
        "signs": candour_rules.can_see_signs_of(request.actor, found),
    }
    return pages.page(request, "home/decision.html", context)


def _back(request: Any, org: str) -> tuple[str, str]:
    """Whoever may not open the calendar came by way of a claim or of what was heard: to the organisation's own page."""
    if decision_rules.may_see_calendar(request.actor):
        return _("Decisions"), f"/{org}/decisions/"
    return request.organisation.name, f"/{org}/"


def actions(actor: Any, found: Decision, org: str, job: Recruitment | None) -> list[tuple[str, str]]:
    """What this actor may do next; the first is the main one."""
    at = f"/{org}/decisions/{found.code}"
    can_begin = involvement_rules.allows(involvement_rules.check_can_begin, actor, found, job is not None)
    possible = (
        (
            involvement_rules.allows(involvement_rules.check_can_ask, actor, found),
            _("Ask for involvement"),
            f"/{org}/ask/{found.code}/",
        ),
        (job is not None and involvement_rules.may_see(actor, found), _("The job, step by step"), f"{at}/job/"),
        (decision_rules.can_record_outcome(actor, found), _("Write down what was decided"), f"{at}/outcome/"),
        (actor.is_member, _("Say something about it"), f"/{org}/say/?decision={found.code}"),
        (voice_rules.can_shape(actor, found), _("Say whose words shaped it"), f"{at}/shaped/"),
        (can_begin, _("This is a job"), f"{at}/job/begin/"),
        (decision_rules.can_change(actor, found), _("Change what it says"), f"{at}/change/"),
        (decision_rules.can_reopen(actor, found), _("Open it again"), f"{at}/reopen/"),
    )
    return [(label, url) for allowed, label, url in possible if allowed]
