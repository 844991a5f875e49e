"""Questions, marks, scores and the choice. One's own sheet until all are in; everybody's afterwards."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import forms, panel_wording, queries, rules, services, tables
from ..models import Candidate, PanelMember, Round, Sheet
from ..queries import Job
from .candidates import title_of
from .common import confirm, form_page
from .panels import as_told, spoken_for, written_down
from .recruitment import job_page, panel_page

TITLES = {Round.SHORTLIST: gettext_lazy("Whom would you meet?"), Round.SCORES: gettext_lazy("Your scores")}


def add_question(request: Any, org: str, code: str) -> HttpResponse:
    """A member writes their own; those who run it say whose it is."""
    actor, job = request.actor, queries.panel_for(request.actor, code)
    if request.method == "GET":
        fixed = queries.any_scores(job.recruitment)
        rules.check_can_write_question(actor, job.recruitment, job.me, fixed)
    if rules.may_hold(actor, job.decision):
        mine = job.me.user.code if job.me and job.me.user else ""
        form: Any = forms.QuestionByForm.of(request, initial={"who": mine}, **queries.members_to_name(job))
    else:
        form = forms.QuestionForm.of(request)
    return form_page(
        request,
        form,
        lambda data: services.write_question(recruitment=job.recruitment, by=actor, **data),
        then=panel_page(request, job),
        note=_("Added. Everybody who applied is asked it alike."),
        title=_("Write a question"),
        lead=_("What would you ask somebody who wants this job?"),
        button=_("Add it"),
        back=(job.decision.title, panel_page(request, job)),
    )


def remove_question(request: Any, org: str, code: str, question: str) -> HttpResponse:
    actor, job = request.actor, queries.panel_for(request.actor, code)
    found = queries.question_for(job.recruitment, question)
    fixed = queries.any_scores(job.recruitment)
    return confirm(
        request,
        check=lambda: rules.check_can_write_question(actor, job.recruitment, job.me, fixed),
        act=lambda data: services.remove_question(question=found, by=actor),
        then=panel_page(request, job),
        note=_("Removed."),
        title=_("Remove this question?"),
        text=found.words,
        button=_("Remove it"),
        danger=True,
        back=(job.decision.title, panel_page(request, job)),
    )


def _sheet_to_fill(request: Any, code: str, round: str, member: str | None) -> tuple[Job, PanelMember, Sheet | None]:
    """Only the member's own, or one that is written down for them: what they began themselves is not shown."""
    if round not in Round.values:
        raise NotYours
    job = queries.panel_for(request.actor, code)
    found = spoken_for(request, job, member)
    return job, found, queries.sheet_of(found, round)


def _at(request: Any, job: Job, round: str, member: str | None, *more: str) -> str:
    before = ("for", member) if member else ("sheets",)
    return panel_page(request, job, *before, round, *more)


def _check_fill(request: Any, member: PanelMember, round: str, sheet: Sheet | None, job: Job) -> None:
    waits = not rules.is_own(request.actor, member) and queries.still_to_hand_in(job.me, round)
    rules.check_can_fill_in(as_told(request, member), member, round, sheet, waits)


def sheet(request: Any, org: str, code: str, round: str, member: str | None = None) -> HttpResponse:
    """All candidates, which of them are done, and the button to hand in."""
    job, found, filled = _sheet_to_fill(request, code, round, member)
    _check_fill(request, found, round, filled, job)
    wanted, given = queries.wanted(job.recruitment, round), queries.given(filled, round)
    rows = [
        (row, queries.is_whole(row, round, wanted, given), _at(request, job, round, member, row.code))
        for row in queries.candidates_in(job.recruitment, round)
    ]
    facts = {
        "title": TITLES[Round(round)],
        "lead": _for_whom(found, member),
        "rows": rows,
        "whole": bool(wanted) and not wanted - given,
        "hand_in": _at(request, job, round, member, "hand-in"),
        "back": (job.decision.title, panel_page(request, job)),
    }
    return pages.page(request, "involvement/sheet.html", facts)


def _for_whom(member: PanelMember, written_for: str | None) -> str:
    if written_for is None:
        return _("Only you see this until everybody has handed in.")
    return _("You write this down for %(name)s.") % {"name": panel_wording.name_of(member)}


def fill(request: Any, org: str, code: str, round: str, candidate: str, member: str | None = None) -> HttpResponse:
    """One candidate: the mark, or a score for each question."""
    job, found, filled = _sheet_to_fill(request, code, round, member)
    row = queries.candidate_in(job.recruitment, round, candidate)
    if request.method == "GET":
        _check_fill(request, found, round, filled, job)
    by = as_told(request, found)
    if round == Round.SHORTLIST:
        form, act = _mark(request, found, filled, row, by)
    else:
        form, act = _scores(request, job, found, filled, row, by)
    return form_page(
        request,
        form,
        act,
        then=_at(request, job, round, member),
        note=_("Kept. You can change it until you hand in."),
        template="involvement/fill.html",
        title=title_of(row.label),
        lead=_for_whom(found, member),
        candidate=row if rules.may_read_applications(request.actor, job.recruitment, job.me) else None,
        file_url=panel_page(request, job, "candidates", row.code, "file"),
        back=(TITLES[Round(round)], _at(request, job, round, member)),
    )


def _mark(request: Any, member: PanelMember, filled: Sheet | None, row: Candidate, by: Actor) -> tuple[Any, Any]:
    form = forms.MarkForm.of(request, mark=queries.my_marks(filled).get(row.pk))
    return form, lambda data: services.mark_candidate(member=member, candidate=row, by=by, **data)


def _scores(
    request: Any, job: Job, member: PanelMember, filled: Sheet | None, row: Candidate, by: Actor
) -> tuple[Any, Any]:
    form = forms.ScoresForm.of(
        request,
        questions=queries.questions_of(job.recruitment),
        candidate=row,
        given=queries.my_scores(filled),
        most=job.recruitment.scale_most,
    )
    return form, lambda data: services.give_scores(member=member, candidate=row, values=form.values(), by=by)


def hand_in(request: Any, org: str, code: str, round: str, member: str | None = None) -> HttpResponse:
    job, found, filled = _sheet_to_fill(request, code, round, member)
    return confirm(
        request,
        check=lambda: _check_fill(request, found, round, filled, job),
        form=written_down(request, found),
        act=lambda data: services.hand_in_sheet(member=found, round=round, by=as_told(request, found, **data)),
        then=panel_page(request, job),
        note=_("Handed in. When everybody has, all can see it."),
        title=_("Hand it in?"),
        text=_("After this nobody can change it, you neither. When everybody has handed in, all of you see all of it."),
        button=_("Hand it in"),
        back=(TITLES[Round(round)], _at(request, job, round, member)),
    )


def open_sheets(request: Any, org: str, code: str, round: str) -> HttpResponse:
    if round not in Round.values:
        raise NotYours
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    waiting = queries.waiting_for(job.recruitment, job.members, round)
    counts = (len(waiting.handed_in), len(waiting.waiting))
    page = job_page(request, code, "stages", round)
    return confirm(
        request,
        check=lambda: rules.check_can_open_sheets(actor, job.recruitment, round, *counts),
        act=lambda data: services.open_sheets(recruitment=job.recruitment, round=round, by=actor),
        then=page,
        note=_("Open. The panel is told."),
        title=_("Open what was handed in?"),
        text=_("Nobody is left to wait for: somebody gave their place back."),
        button=_("Open it"),
        back=(Round(round).label, page),
    )


def shortlist(request: Any, org: str, code: str) -> HttpResponse:
    """All marks, once all are in."""
    job = queries.panel_for(request.actor, code)
    rows = queries.marks_of(job)
    scored = queries.any_scores(job.recruitment)
    facts = {
        "title": _("Whom to invite"),
        "job": job,
        "rows": [(row.candidate, [(panel_wording.name_of(who), mark) for who, mark in row.marks]) for row in rows],
        "can_agree": rules.allows(rules.check_can_shortlist, request.actor, job.recruitment, job.me, len(rows), scored),
        "back": (job.decision.title, panel_page(request, job)),
    }
    return pages.page(request, "involvement/shortlist.html", facts)


def agree_shortlist(request: Any, org: str, code: str) -> HttpResponse:
    actor, job = request.actor, queries.panel_for(request.actor, code)
    if not rules.may_shortlist(actor, job.recruitment, job.me):
        raise NotYours
    rows = list(queries.candidates_to_mark(job.recruitment))
    if request.method == "GET":
        scored = queries.any_scores(job.recruitment)
        rules.check_can_shortlist(actor, job.recruitment, job.me, len(rows), scored)
    initial = {
        "candidates": [row.code for row in rows if row.shortlisted],
        "reason": job.recruitment.shortlist_reason,
    }
    return form_page(
        request,
        forms.ShortlistForm.of(request, candidates=rows, initial=initial),
        lambda data: services.agree_shortlist(recruitment=job.recruitment, by=actor, **data),
        then=panel_page(request, job),
        note=_("Written down. The panel is told who is invited."),
        title=_("Whom does the panel invite?"),
        button=_("Save"),
        back=(_("Whom to invite"), panel_page(request, job, "shortlist")),
    )


def result(request: Any, org: str, code: str) -> HttpResponse:
    """Candidates × members. The two sides stand apart, each with its own first choice."""
    job = queries.panel_for(request.actor, code)
    found = queries.result_of(job)
    facts = {
        "title": _("All scores"),
        "job": job,
        "result": found,
        "table": tables.score_table(request, found),
        "contributors_first": panel_wording.first_words(", ".join(found.contributors_first)),
        "staff_first": panel_wording.first_words(", ".join(found.staff_first)),
        "same": found.contributors_first == found.staff_first,
        "left": [(panel_wording.name_of(row), row.stood_down_reason) for row in job.members if row.stood_down_on],
        "back": (job.decision.title, panel_page(request, job)),
    }
    return pages.page(request, "involvement/scores.html", facts)


def choose(request: Any, org: str, code: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_choose(request.actor, code)
    if request.method == "GET":
        state = queries.stage_of(job.recruitment, "scores").state
        rules.check_can_choose(actor, job.recruitment, state)
    page = job_page(request, code, "stages", "decision")
    return form_page(
        request,
        forms.ChoiceForm.of(request, candidates=queries.candidates_to_score(job.recruitment)),
        lambda data: services.choose_candidate(recruitment=job.recruitment, by=actor, **data),
        then=page,
        note=_("Written down. Every member of the panel is told. Now write down what was decided."),
        title=_("Who gets the job?"),
        lead=_put_first(job),
        button=_("Save"),
        back=(_("The choice"), page),
    )


def _put_first(job: Job) -> str:
    """Said before anybody chooses."""
    if job.recruitment.scores_opened_on is None:
        return job.decision.title
    found = queries.result_of(job)
    facts = {
        "contributors": panel_wording.first_words(", ".join(found.contributors_first)),
        "staff": panel_wording.first_words(", ".join(found.staff_first)),
    }
    return _("Put first by contributors: %(contributors)s. Put first by staff: %(staff)s.") % facts


def follow_up(request: Any, org: str, code: str, question: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_shape(request.actor, code)
    row = queries.follow_up_for(job.recruitment, question)
    if request.method == "GET":
        rules.check_can_follow_up(actor, row)
    page = job_page(request, code, "stages", "feedback")
    return form_page(
        request,
        forms.FollowUpForm.of(request, initial={"on": request.clock.today()}),
        lambda data: services.answer_follow_up(follow_up=row, by=actor, **data),
        then=page,
        note=_("Written down. The panel is told."),
        title=row.get_question_display(),
        lead=job.decision.title,
        button=_("Tell the panel"),
        back=(_("What the panel hears afterwards"), page),
    )
