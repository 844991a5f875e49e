"""The panel's list, the choice, what the panel hears afterwards, and what it says about itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import PanelEvent as Event
from ..models import Candidate, FollowUp, PanelChoice, PanelMember, PanelReview, Recruitment, Step
from ..models.recruitment import NOW, STAGE_DONE
from .common import today_in
from .panel_steps import due_next, held, reach, takes_part, tell_panel

SIX_MONTHS = timedelta(weeks=26)


@transaction.atomic
def agree_shortlist(*, recruitment: Recruitment, candidates: Collection[str], reason: str, by: Actor) -> Recruitment:
    """What the panel agreed after it talked: the codes of those who are invited, and a word about how it was agreed."""
    recruitment = held(recruitment)
    me = next((each for each in queries.members_of(recruitment) if rules.is_own(by, each)), None)
    rows = list(queries.candidates_to_mark(recruitment))
    chosen = {row.code for row in rows} & set(candidates)
    rules.check_can_shortlist(by, recruitment, me, len(chosen), queries.any_scores(recruitment))
    for row in rows:
        row.shortlisted = row.code in chosen
        row.save(update_fields=["shortlisted"])
    recruitment.shortlisted_on, recruitment.shortlist_reason = today_in(recruitment.organisation), reason
    recruitment.save(update_fields=["shortlisted_on", "shortlist_reason"])
    reach(recruitment, Step.SHORTLIST, STAGE_DONE, by=by)
    reach(recruitment, Step.INTERVIEW, NOW, by=by)
    words = _("The panel for “%(title)s” invites: %(labels)s.")
    labels = ", ".join(row.label for row in rows if row.shortlisted)
    facts = {"title": recruitment.decision.title, "labels": labels}
    tell_panel(recruitment, "shortlisted", _("Who is invited"), words % facts)
    audit.record(Event.SHORTLISTED, by=by, target=recruitment, facts={"candidates": sorted(chosen)})
    return recruitment


@transaction.atomic
def choose_candidate(
    *, recruitment: Recruitment, candidate: Candidate | None, reason: str, start_by: date | None, by: Actor
) -> PanelChoice:
    """Who gets the job, or nobody (None). Whether that differs from the contributors' first choice is worked out,
    not asked; then a reason is needed, and every member is told it."""
    recruitment = held(recruitment)
    scores = queries.stage_of(recruitment, Step.SCORES)
    rules.check_can_choose(by, recruitment, scores.state)
    reason, today = reason.strip(), today_in(recruitment.organisation)
    if candidate is not None:
        candidate = _invited(recruitment, candidate)
    firsts = _firsts(recruitment)
    earlier = queries.choice_of(recruitment)
    rules.check_choice(candidate, firsts[0], reason, earlier is not None, start_by)
    choice = PanelChoice.objects.create(
        recruitment=recruitment,
        candidate=candidate,
        contributors_first=", ".join(firsts[0]),
        staff_first=", ".join(firsts[1]),
        differs=rules.differs(candidate.label if candidate else None, firsts[0]),
        reason=reason,
        on=today,
        **byline(by),
    )
    _what_follows(choice, start_by, today, by)
    _tell_choice(choice)
    facts = {
        "choice": choice.code,
        "candidate": candidate.label if candidate else None,
        "contributors_first": list(firsts[0]),
        "staff_first": list(firsts[1]),
        "differs": choice.differs,
        "remove_on": str(recruitment.remove_on),
    }
    audit.record(Event.CHOSEN, by=by, target=recruitment, facts=facts)
    return choice


def _invited(recruitment: Recruitment, candidate: Candidate) -> Candidate:
    found = queries.candidates_to_score(recruitment).filter(pk=candidate.pk).first()
    if found is None:
        raise Refused(_("Choose one of those who were invited."), field="candidate")
    return found


def _firsts(recruitment: Recruitment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if recruitment.scores_opened_on is None:
        return (), ()
    job = queries.Job(recruitment, tuple(queries.members_of(recruitment)), None)
    result = queries.result_of(job)
    return result.contributors_first, result.staff_first


def _what_follows(choice: PanelChoice, start_by: date | None, today: date, by: Actor) -> None:
    """The day on which the panel is owed an answer, and the day on which data of candidates go."""
    recruitment = choice.recruitment
    FollowUp.objects.filter(choice__recruitment=recruitment, answer__isnull=True).delete()
    if choice.candidate is not None and start_by is not None:
        started = FollowUp.Question.STARTED
        FollowUp.objects.create(choice=choice, question=started, due_on=start_by, **byline(by))
    recruitment.remove_on = today + timedelta(days=queries.keep_days(recruitment.organisation_id))
    recruitment.save(update_fields=["remove_on"])
    reach(recruitment, Step.DECISION, STAGE_DONE, by=by)
    reach(recruitment, Step.FEEDBACK, NOW if choice.candidate else STAGE_DONE, by=by)
    reach(recruitment, Step.REVIEW, NOW, by=by)
    due_next(recruitment, Step.FEEDBACK, start_by)


def _tell_choice(choice: PanelChoice) -> None:
    facts = {
        "title": choice.recruitment.decision.title,
        "label": choice.candidate.label if choice.candidate else "",
        "first": choice.contributors_first,
        "reason": choice.reason,
    }
    if choice.candidate is None:
        words = _("Nobody gets the job “%(title)s”.\n\nWhy: %(reason)s")
    elif choice.differs:
        words = _(
            "Candidate %(label)s gets the job “%(title)s”. The contributors on the panel had put %(first)s first."
            "\n\nWhy it differs: %(reason)s"
        )
    else:
        words = _("Candidate %(label)s gets the job “%(title)s”.")
    more = _("\n\nPlease say how it was to be on the panel: the page has two questions.")
    tell_panel(choice.recruitment, "choice_made", _("Who gets the job"), words % facts + more)


@transaction.atomic
def answer_follow_up(*, follow_up: FollowUp, answer: bool, on: date, by: Actor) -> FollowUp:
    """Did they start, are they still there. The panel is told; a start brings the next question in six months."""
    recruitment = held(follow_up.choice.recruitment)
    row = FollowUp.objects.select_related("choice__recruitment__decision").get(pk=follow_up.pk)
    rules.check_can_follow_up(by, row)
    today = today_in(recruitment.organisation)
    if on > today:
        raise Refused(_("This day is still to come."), field="on")
    row.answer, row.answered_on = answer, today
    row.save(update_fields=["answer", "answered_on"])
    started = row.question == FollowUp.Question.STARTED
    if started and answer:
        later, due = FollowUp.Question.SIX_MONTHS, on + SIX_MONTHS
        FollowUp.objects.create(choice=row.choice, question=later, due_on=due, **byline(by))
        due_next(recruitment, Step.FEEDBACK, due)
    elif not started:
        reach(recruitment, Step.FEEDBACK, STAGE_DONE, by=by)
    words = _followed_words(started, answer) % recruitment.decision.title
    tell_panel(recruitment, "panel_followed_up", _("News of the job that you chose somebody for"), words)
    facts = {"question": row.question, "answer": answer, "on": str(on)}
    audit.record(Event.FOLLOWED_UP, by=by, target=recruitment, facts=facts)
    return row


def _followed_words(started: bool, answer: bool) -> str:
    if started:
        return (
            _("The person you chose has started: “%s”.") if answer else _("The person you chose did not start: “%s”.")
        )
    if answer:
        return _("The person you chose is still there after six months: “%s”.")
    return _("The person you chose is not there any more: “%s”.")


@transaction.atomic
def review_panel(*, member: PanelMember, worked: str, change: str, by: Actor) -> PanelReview:
    """In the member's own words. They can change them, and take them back by leaving both empty."""
    recruitment = held(member.recruitment)
    member = next(each for each in queries.members_of(recruitment) if each.pk == member.pk)
    rules.check_can_review(by, member)
    worked, change = worked.strip(), change.strip()
    before = PanelReview.objects.filter(member=member).exists()
    if not (worked or change or before):
        raise Refused(_("Write at least one of the two."), field="worked")
    values = {"worked": worked, "change": change, "said_on": today_in(recruitment.organisation), **byline(by)}
    review, _made = PanelReview.objects.update_or_create(member=member, defaults=values)
    reach(recruitment, Step.REVIEW, NOW, by=by)
    takes_part(recruitment, Step.REVIEW, member.place, by=by)
    audit.record(Event.REVIEWED, by=by, target=member, facts={"taken_back": not (worked or change)})
    return review
