"""A job step by step: where each stage stands, who shaped it, and what is next."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions

from .. import forms, panel_wording, queries, rules, services, tables
from ..models import RecruitmentStage, Round, Step
from ..queries import Job
from .common import form_page, here

OF_THE_JOB = {Step.NEED, Step.DESCRIPTION, Step.ADVERT}


def job_page(request: Any, code: str, *more: str) -> str:
    return here(request, "decisions", code, "job", *more)


def panel_page(request: Any, job: Job, *more: str) -> str:
    return here(request, "panels", job.recruitment.code, *more)


def is_inside(request: Any, job: Job) -> bool:
    """Names and words of the panel: for its members, and for those who run it."""
    return job.me is not None or rules.may_hold(request.actor, job.decision)


def index(request: Any, org: str) -> HttpResponse:
    if not rules.may_see(request.actor):
        raise NotYours
    facts = {
        "title": _("Jobs and their panels"),
        "lead": _("From the first idea of a job to how it went. To begin, open the page of its decision."),
        "table": tables.JobTable(request, queries.recruitments_for(request.actor)),
        "terms": rules.may_set_terms(request.actor),
        "back": (_("Involvement"), here(request, "involvement")),
    }
    return pages.page(request, "involvement/panels.html", facts)


def begin(request: Any, org: str, code: str) -> HttpResponse:
    actor, decision = request.actor, queries.decision_to_recruit(request.actor, code)
    if request.method == "GET":
        rules.check_can_begin(actor, decision, queries.recruitment_of(decision) is not None)
    return form_page(
        request,
        forms.BeginForm.of(request),
        lambda data: services.begin_recruitment(decision=decision, by=actor, **data),
        then=job_page(request, code),
        note=_("Begun. First comes the question whether the job needs to exist."),
        title=_("Is this decision about a job?"),
        lead=_("Then it has a page that leads from the first idea of the job to how it went, and a panel."),
        button=_("Yes, begin"),
        back=(decision.title, decisions.url_of(org, decision)),
    )


def show(request: Any, org: str, code: str) -> HttpResponse:
    job = queries.job_for(request.actor, code)
    stages = queries.stages_of(job.recruitment)
    next_stage = queries.next_stage(stages)
    facts = {
        "title": job.decision.title,
        "job": job,
        "next_stage": next_stage,
        "next_who": panel_wording.who_next(next_stage) if next_stage else "",
        "came_in": rules.came_in_at(stages),
        "steps": panel_wording.steps_of(stages, job_page(request, code)),
        "choice": queries.choice_of(job.recruitment),
        "inside": is_inside(request, job),
        "panel": panel_page(request, job),
        "back": (_("The decision"), decisions.url_of(org, job.decision)),
    }
    return pages.page(request, "involvement/job.html", facts)


def stage(request: Any, org: str, code: str, step: str) -> HttpResponse:
    job = queries.job_for(request.actor, code)
    found = queries.stage_of(job.recruitment, step)
    facts = {
        "title": found.get_step_display(),
        "job": job,
        "stage": found,
        "tag": panel_wording.tag_of(found),
        "role": panel_wording.role_at(found),
        "who": panel_wording.who_next(found),
        "can_shape": rules.may_hold(request.actor, job.decision),
        "recruits": rules.recruits(request.actor, job.decision),
        "inside": is_inside(request, job),
        "names": [panel_wording.name_of_place(part.place) for part in found.parts.all()],
        "panel": panel_page(request, job),
        "back": (job.decision.title, job_page(request, code)),
        **_of_step(request, job, found),
    }
    return pages.page(request, "involvement/stage.html", facts)


def _of_step(request: Any, job: Job, stage: RecruitmentStage) -> dict[str, Any]:
    """What stands on the page of one stage beside where it stands."""
    if stage.step in OF_THE_JOB:
        rows = queries.changes_of(job.recruitment)
        return {"changes": [(row, panel_wording.name_of(row)) for row in rows if _belongs(row.paper, stage.step)]}
    gather = {
        Step.QUESTIONS: _questions,
        Step.SHORTLIST: _candidates,
        Step.INTERVIEW: _sessions,
        Step.SCORES: _scores,
        Step.DECISION: _choices,
        Step.FEEDBACK: _follow_ups,
        Step.REVIEW: _reviews,
    }
    return gather[Step(stage.step)](request, job)


def _belongs(paper: str, step: str) -> bool:
    return paper == step or (paper == "specification" and step == Step.DESCRIPTION)


def _questions(request: Any, job: Job) -> dict[str, Any]:
    rows = [(row, panel_wording.name_of(row)) for row in queries.questions_of(job.recruitment)]
    fixed = queries.any_scores(job.recruitment)
    can = rules.allows(rules.check_can_write_question, request.actor, job.recruitment, job.me, fixed)
    return {"questions": rows, "fixed": fixed, "can_write": can}


def _candidates(request: Any, job: Job) -> dict[str, Any]:
    marked = queries.any_handed_in(job.recruitment, Round.SHORTLIST)
    return {
        "candidates": list(queries.candidates_of(job.recruitment)),
        "reads": rules.may_read_applications(request.actor, job.recruitment, job.me),
        "can_add": rules.allows(rules.check_can_add_candidate, request.actor, job.recruitment, marked),
        **_waiting(request, job, Round.SHORTLIST),
    }


def _waiting(request: Any, job: Job, round: str) -> dict[str, Any]:
    waiting = queries.waiting_for(job.recruitment, job.members, round)
    states = [(panel_wording.name_of(each), each.pk in waiting.handed_in, each) for each in job.active]
    facts = (request.actor, job.recruitment, round, len(waiting.handed_in), len(waiting.waiting))
    return {
        "round": round,
        "states": states,
        "opened": rules.opened_on(job.recruitment, round),
        "can_open": rules.allows(rules.check_can_open_sheets, *facts),
    }


def _sessions(request: Any, job: Job) -> dict[str, Any]:
    return {"meetings": queries.sessions_about(job.decision)}


def _scores(request: Any, job: Job) -> dict[str, Any]:
    return _waiting(request, job, Round.SCORES)


def _choices(request: Any, job: Job) -> dict[str, Any]:
    state = queries.stage_of(job.recruitment, Step.SCORES).state
    rows = queries.choices_of(job.recruitment)
    return {
        "choices": [(row, panel_wording.choice_words(row)) for row in rows],
        "can_choose": rules.allows(rules.check_can_choose, request.actor, job.recruitment, state),
    }


def _follow_ups(request: Any, job: Job) -> dict[str, Any]:
    return {"follow_ups": queries.follow_ups_of(queries.choice_of(job.recruitment))}


def _reviews(request: Any, job: Job) -> dict[str, Any]:
    rows = queries.reviews_of(job) if is_inside(request, job) else []
    return {"reviews": [(row, panel_wording.name_of(row.member)) for row in rows if row.worked or row.change]}


def change_stage(request: Any, org: str, code: str, step: str) -> HttpResponse:
    job = queries.job_to_shape(request.actor, code)
    found = queries.stage_of(job.recruitment, step)
    page = job_page(request, code, "stages", step)
    return form_page(
        request,
        forms.StageForm.of(request, stage=found, places=queries.took_part_in(job.recruitment)),
        lambda data: services.move_stage(stage=found, by=request.actor, **data),
        then=page,
        note=_("Saved."),
        title=_("Where does this stand?"),
        lead=found.get_step_display(),
        button=_("Save"),
        back=(found.get_step_display(), page),
    )


def note_change(request: Any, org: str, code: str) -> HttpResponse:
    job = queries.job_to_shape(request.actor, code)
    form = forms.JobChangeForm.of(
        request, people=queries.took_part_in(job.recruitment), staff=queries.staff_of(job.recruitment.organisation_id)
    )
    return form_page(
        request,
        form,
        lambda data: services.note_change(recruitment=job.recruitment, by=request.actor, **data),
        then=job_page(request, code),
        note=_("Written down. It stands on the page of its stage."),
        title=_("What was changed in the job?"),
        lead=_("Word by word, before and after: then everybody can see what people changed."),
        button=_("Save"),
        back=(job.decision.title, job_page(request, code)),
    )
