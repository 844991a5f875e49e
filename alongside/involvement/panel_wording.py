"""Words about a panel: who somebody is there, what is next for a member, and what a stage looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core import parts
from alongside.core.dates import long_day
from alongside.core.parts import Moment
from alongside.people.queries import shown_name

from . import rules
from .models import PanelChoice, PanelMember, Place, RecruitmentStage, Role, Round
from .models.recruitment import NOT_STARTED, NOW, SKIPPED, STAGE_DONE
from .queries.recruitment import Job
from .queries.scores import Waiting

STAGE_TONES = {NOT_STARTED: "quiet", NOW: "open", STAGE_DONE: "done", SKIPPED: "late"}


def name_of(row: Any) -> str:
    """Of a member, or of whoever wrote a question or changed the job. Needs `place__person` and `user`."""
    if row.place is not None:
        return shown_name(row.place.person)
    return row.user.get_full_name() if row.user is not None else _("Nobody is named")


def name_of_place(place: Place) -> str:
    return shown_name(place.person)


def role_at(stage: RecruitmentStage) -> str:
    """What people with lived experience did at a stage, that nobody did, or that nothing is written down."""
    if stage.nobody:
        return _("Nobody with lived experience took part.")
    number = len(stage.parts.all())
    if not number:
        return "" if stage.state in {NOT_STARTED, NOW} else _("It is not written down who took part.")
    if stage.role is None:
        words = ngettext(
            "%(n)d person with lived experience took part. Their role is not written down.",
            "%(n)d people with lived experience took part. Their role is not written down.",
            number,
        )
        return words % {"n": number}
    words = ngettext(
        "%(n)d person with lived experience took part. Their role: %(role)s.",
        "%(n)d people with lived experience took part. Their role: %(role)s.",
        number,
    )
    return words % {"n": number, "role": Role(stage.role).label}


def who_next(stage: RecruitmentStage) -> str:
    """Who does it, and by when."""
    facts = {"who": stage.who, "day": long_day(stage.by_when) if stage.by_when else ""}
    if stage.who and stage.by_when:
        return _("%(who)s, by %(day)s") % facts
    if stage.by_when:
        return _("By %(day)s") % facts
    return stage.who


def steps_of(stages: Iterable[RecruitmentStage], url: str) -> list[Moment]:
    """The stages as a timeline. The state stands in words, the mark only repeats it."""
    return [_step(stage, url) for stage in stages]


def _step(stage: RecruitmentStage, url: str) -> Moment:
    lines = [stage.get_state_display()]
    if stage.state == SKIPPED:
        lines = [_("Skipped: %s") % stage.reason]
    if role := role_at(stage):
        lines.append(role)
    if stage.state in {NOT_STARTED, NOW} and (who := who_next(stage)):
        lines.append(who)
    begun = stage.state != NOT_STARTED
    return Moment(
        stage.on if begun else stage.by_when,
        stage.get_step_display(),
        "\n".join(lines),
        url=f"{url}stages/{stage.step}/",
        tone=STAGE_TONES[stage.state],
        coming=not begun,
    )


def choice_words(choice: PanelChoice) -> str:
    if choice.candidate is None:
        return _("Nobody gets the job.")
    return _("Candidate %(label)s gets the job.") % {"label": choice.candidate.label}


def first_words(letters: str) -> str:
    """Of a first choice as it is kept: “A”, “A, B” when they tie, nothing when nobody scored."""
    if not letters:
        return _("nobody scored")
    return _("%(letters)s (the same sum)") % {"letters": letters} if "," in letters else letters


@dataclass(frozen=True)
class NextStep:
    """What is next for one member: a sentence, and a button where there is something to do."""

    text: str
    link: str = ""
    button: str = ""


@dataclass(frozen=True)
class Standing:
    """What the page of a member knows about how far the panel is."""

    to_mark: int
    to_score: int
    waiting: dict[str, Waiting]
    chosen: bool
    reviewed: bool


def next_for(job: Job, me: PanelMember, now: Standing) -> NextStep:
    if not me.takes_part:
        return NextStep(
            _("You are not on this panel any more. You can still say how it was."), "review/", _("Say how it was")
        )
    if now.chosen:
        return _after(now)
    if me.agreed_on is None:
        return NextStep(_("Before you read about anybody, read what we ask of you."), "agree/", _("Read it"))
    if job.recruitment.shortlist_opened_on is None and not now.to_score:
        return _round(job, me, now, Round.SHORTLIST)
    if not now.to_score:
        text = _("All lists are in. Now you all talk about whom to invite. Then it is written down here.")
        return NextStep(text, "shortlist/", _("See all lists"))
    return _round(job, me, now, Round.SCORES)


def _round(job: Job, me: PanelMember, now: Standing, round: str) -> NextStep:
    waiting = now.waiting[round]
    if rules.opened_on(job.recruitment, round) is not None:
        text = _("All scores are in. Somebody who decides here now writes down the choice.")
        return NextStep(text, "result/", _("See all scores"))
    if me.pk in waiting.handed_in:
        number = len(waiting.waiting)
        return NextStep(
            ngettext(
                "You have handed in. We wait for %(n)d more person. Then you can see what everybody wrote.",
                "You have handed in. We wait for %(n)d more people. Then you can see what everybody wrote.",
                number,
            )
            % {"n": number}
        )
    if round == Round.SHORTLIST:
        if not now.to_mark:
            return NextStep(
                _("Nobody has applied yet. You can write a question now."), "questions/", _("Write a question")
            )
        return NextStep(
            _("Read what people wrote, and say whom you would meet."), "sheets/shortlist/", _("Read and say")
        )
    return NextStep(_("After you met the people, give your scores."), "sheets/scores/", _("Give my scores"))


def _after(now: Standing) -> NextStep:
    if now.reviewed:
        return NextStep(_("There is nothing for you to do just now. We tell you whether they started."))
    return NextStep(_("The choice is made. Tell us how it was to be on the panel."), "review/", _("Say how it was"))


def agreed_words(member: PanelMember) -> str:
    if member.agreed_on is None:
        return _("Not yet")
    words = _("On %(day)s") if not member.agreed_medium else _("On %(day)s, written down for them")
    return words % {"day": long_day(member.agreed_on)}


def tag_of(stage: RecruitmentStage) -> Any:
    return parts.state_tag(stage.get_state_display(), STAGE_TONES[stage.state])
