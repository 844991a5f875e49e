"""The panel: its page for members, who sits on it, and what they agree to."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours
from alongside.core.forms import Form

from .. import forms, panel_wording, queries, rules, services, tables
from ..models import Candidate, PanelMember, Round
from ..queries import Job
from .common import confirm, form_page, here
from .recruitment import job_page, panel_page


def show(request: Any, org: str, code: str) -> HttpResponse:
    """For a member: what is next, and everything that the panel has."""
    job = queries.panel_for(request.actor, code)
    recruitment = job.recruitment
    choice = queries.choice_of(recruitment)
    candidates = list(queries.candidates_of(recruitment))
    facts = {
        "title": job.decision.title,
        "job": job,
        "next": _next(job, job.me, candidates, choice is not None) if job.me else None,
        "choice": choice,
        "choice_words": panel_wording.choice_words(choice) if choice else "",
        "members": tables.MemberTable(request, list(job.members)),
        "questions": queries.questions_of(recruitment),
        "candidates": candidates,
        "reads": rules.may_read_applications(request.actor, recruitment, job.me),
        "staff": rules.may_see(request.actor, job.decision),
        "job_url": job_page(request, job.decision.code),
        "back": (_("My places and dates"), "/me/places/") if job.me else (_("Jobs"), here(request, "panels")),
    }
    return pages.page(request, "involvement/panel.html", facts)


def _next(job: Job, me: PanelMember, candidates: list[Candidate], chosen: bool) -> panel_wording.NextStep:
    standing = panel_wording.Standing(
        to_mark=sum(row.withdrew_on is None for row in candidates),
        to_score=queries.candidates_to_score(job.recruitment).count(),
        waiting=queries.waiting_by_round(job),
        chosen=chosen,
        reviewed=chosen and queries.has_reviewed(me),
    )
    return panel_wording.next_for(job, me, standing)


def members(request: Any, org: str, code: str) -> HttpResponse:
    job = queries.job_to_recruit(request.actor, code)
    scored = queries.any_handed_in(job.recruitment, Round.SCORES)
    facts = {
        "title": _("The panel"),
        "lead": job.decision.title,
        "job": job,
        "table": tables.MemberToRunTable(request, list(job.members)),
        "can_seat": rules.allows(rules.check_can_seat, request.actor, job.recruitment, scored),
        "back": (job.decision.title, job_page(request, code)),
    }
    return pages.page(request, "involvement/panel_members.html", facts)


def seat(request: Any, org: str, code: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    if request.method == "GET":
        rules.check_can_seat(actor, job.recruitment, queries.any_handed_in(job.recruitment, Round.SCORES))
    page = job_page(request, code, "panel")
    return form_page(
        request,
        forms.SeatForm.of(request, people=queries.places_to_seat(job), staff=queries.staff_to_seat(job)),
        lambda data: services.add_member(recruitment=job.recruitment, by=actor, **data),
        then=page,
        note=_("Added. They are asked to keep what they read to themselves before they can read it."),
        title=_("Add somebody to the panel"),
        lead=_("Everybody on it counts the same. Whoever has a place in this decision can be added, and staff."),
        button=_("Add them"),
        back=(_("The panel"), page),
    )


def member(request: Any, org: str, code: str, member: str) -> HttpResponse:
    """One member, for those who run it: what can be done, and what can be written down for them."""
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    found = queries.member_in(job, member)
    sheet = queries.sheet_of(found, Round.SCORES)
    handed_in = sheet is not None and sheet.handed_in_at is not None
    facts = {
        "title": panel_wording.name_of(found),
        "lead": job.decision.title,
        "job": job,
        "member": found,
        "agreed": panel_wording.agreed_words(found),
        "can_chair": rules.allows(rules.check_can_chair, actor, found),
        "can_stand_down": rules.allows(rules.check_can_stand_down, actor, found, handed_in, None),
        "can_write_for": found.lived and found.takes_part and not rules.is_own(actor, found),
        "for_them": panel_page(request, job, "for", found.code),
        "back": (_("The panel"), job_page(request, code, "panel")),
    }
    return pages.page(request, "involvement/panel_member.html", facts)


def chair(request: Any, org: str, code: str, member: str) -> HttpResponse:
    job = queries.job_to_recruit(request.actor, code)
    found = queries.member_in(job, member)
    page = job_page(request, code, "panel")
    return confirm(
        request,
        check=lambda: rules.check_can_chair(request.actor, found),
        act=lambda data: services.set_chair(member=found, by=request.actor),
        then=page,
        note=_("Written down. They are told."),
        title=_("Shall they chair the panel?"),
        text=_("%s\n\nWhoever chairs leads the talk and writes down whom the panel invites.")
        % panel_wording.name_of(found),
        button=_("Yes, they chair"),
        back=(_("The panel"), page),
    )


def stand_down(request: Any, org: str, code: str, member: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    found = queries.member_in(job, member)
    if request.method == "GET":
        sheet = queries.sheet_of(found, Round.SCORES)
        handed_in = sheet is not None and sheet.handed_in_at is not None
        rules.check_can_stand_down(actor, found, handed_in, None)
    page = job_page(request, code, "panel")
    return form_page(
        request,
        forms.StandDownForm.of(request),
        lambda data: services.stand_down(member=found, reason=data["reason"], by=actor),
        then=page,
        note=_("Written down. Nobody waits for them any more."),
        title=_("They cannot go on"),
        lead=panel_wording.name_of(found),
        button=_("Stand them down"),
        back=(_("The panel"), page),
    )


def spoken_for(request: Any, job: Job, member: str | None) -> PanelMember:
    """Oneself, or a contributor for whom somebody writes down what they were told."""
    if member is None:
        if job.me is None:
            raise NotYours
        return job.me
    found = queries.member_in(job, member)
    if not found.lived or not rules.recruits(request.actor, job.decision) or not rules.may_run(request.actor):
        raise NotYours
    return found


def as_told(request: Any, member: PanelMember, medium: str = Medium.IN_PERSON) -> Actor:
    """The member themself, or the one who writes down what they said."""
    actor: Actor = request.actor
    if rules.is_own(actor, member) or member.place is None:
        return actor
    return actor.for_person(member.place.person_id, Medium(medium))


def written_down(request: Any, member: PanelMember) -> Form:
    """Nothing to fill in for oneself; whoever writes it down for somebody says how they know."""
    own = rules.is_own(request.actor, member)
    return Form.of(request) if own else forms.WrittenDownForm.of(request)


def agree(request: Any, org: str, code: str, member: str | None = None) -> HttpResponse:
    job = queries.panel_for(request.actor, code)
    found = spoken_for(request, job, member)
    terms = queries.terms_in_force(job.recruitment.organisation)
    if request.method == "GET":
        rules.check_can_agree(as_told(request, found), found)
    kind = forms.AgreeForm if member is None else forms.AgreedForm
    form = kind.of(request, seen=terms.number if terms else 0)
    return form_page(
        request,
        form,
        lambda data: services.agree_to_terms(
            member=found, number=data["seen"], by=as_told(request, found, data.get("medium", Medium.IN_PERSON))
        ),
        then=panel_page(request, job),
        note=_("Written down."),
        template="involvement/panel_agree.html",
        title=_("Keeping it to yourself") if member is None else _("Did they agree to this?"),
        own=member is None,
        name=panel_wording.name_of(found),
        terms=terms,
        back=(job.decision.title, panel_page(request, job)),
    )


def terms(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.may_set_terms(actor):
        raise NotYours
    now = queries.terms_to_show(request.organisation)
    form = forms.TermsForm.of(request, initial={"wording": now.wording, "keep_days": now.keep_days}, seen=now.number)
    return form_page(
        request,
        form,
        lambda data: services.set_terms(organisation=request.organisation, by=actor, **data),
        then=here(request, "panels"),
        note=_("Saved. It holds from now on."),
        title=_("What panels agree to"),
        button=_("Save"),
        back=(_("Jobs and their panels"), here(request, "panels")),
    )


def review(request: Any, org: str, code: str, member: str | None = None) -> HttpResponse:
    job = queries.panel_for(request.actor, code)
    found = spoken_for(request, job, member)
    before = queries.review_of(found)
    initial = {"worked": before.worked, "change": before.change} if before and member is None else {}
    kind = forms.ReviewForm if rules.is_own(request.actor, found) else forms.ReviewedForm
    return form_page(
        request,
        kind.of(request, initial=initial),
        lambda data: services.review_panel(
            member=found,
            worked=data["worked"],
            change=data["change"],
            by=as_told(request, found, data.get("medium", Medium.IN_PERSON)),
        ),
        then=panel_page(request, job),
        note=_("Saved."),
        title=_("How was it to be on the panel?"),
        lead=_("The panel and those who run it read this, with your name. You can change it or empty it at any time."),
        button=_("Save"),
        back=(job.decision.title, panel_page(request, job)),
    )
