"""Asking for stories, telling and taking them back, choosing with reasons, telling that back, looking again, ending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.people.holding import hold_author
from alongside.people.models import Person
from alongside.post import services as post

from .. import queries, seals
from ..events import JourneyEvent as Event
from ..models.stories import (
    CHOOSING,
    OVER,
    STORY_ROUND,
    GroupSide,
    Story,
    StoryCheck,
    StoryChoice,
    StoryDomain,
    StoryGroup,
    StoryRound,
    StoryRoundStatus,
)
from ..queries import stories as reading
from ..rules import stories as rules
from .common import as_written

GONE = gettext_noop("(Taken back with the story that it was about.)")


@dataclass(frozen=True)
class Asked:
    """What is asked, what for, until when, in what something changed, and who chooses."""

    question: str
    about: str
    until: date
    domains: Sequence[str]
    people: Sequence[str]  # groups of those who take part
    staff: Sequence[str]
    together: str  # both sides: they choose from what the others chose


@dataclass(frozen=True)
class Told:
    words: str
    why: str
    audience: str
    named: bool = False
    use_outside: bool = False
    may_check: bool = False


def locked_round(found: StoryRound, by: Actor) -> StoryRound:
    rows = StoryRound.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    row = rows.filter(pk=found.pk, organisation=by.organisation_id).first()
    if row is None:
        raise NotYours
    return row


@transaction.atomic
def open_stories(*, asked: Asked, by: Actor, unit: Unit | None = None) -> StoryRound:
    """Who chooses is known before anybody tells anything."""
    organisation = organisations.organisation_of(by)
    rules.check_run(by, organisation.pk)
    if unit is not None and unit.organisation_id != organisation.pk:
        raise NotYours
    today = organisations.clock_of(organisation).today()
    question, about = as_written(asked.question), as_written(asked.about)
    rules.check_opening(question, about, asked.until, today)
    for names, field in ((asked.domains, "domains"), (asked.people, "people"), (asked.staff, "staff")):
        rules.check_names(names, field)
    rules.check_names([asked.together] if asked.together else [], "together")
    rules.check_names([*asked.people, *asked.staff][: rules.MOST_NAMES], "staff")
    made = StoryRound.objects.create(
        organisation=organisation,
        unit=unit,
        question=question,
        about=about,
        opened_on=today,
        until=asked.until,
        **byline(by),
    )
    begin(made, statuses=StoryRoundStatus, by=by, on=today)
    _domains(made, asked.domains)
    _groups(made, asked)
    facts = {"unit": unit.code if unit else "", "until": asked.until.isoformat(), "domains": len(asked.domains) + 1}
    audit.record(Event.STORIES_ASKED, by=by, target=made, facts=facts)
    return made


def _domains(made: StoryRound, names: Sequence[str]) -> None:
    other = _("Any other change")
    rest = [name for name in names if name.casefold() != other.casefold()]
    for position, name in enumerate([*rest, other], 1):
        StoryDomain.objects.create(round=made, position=position, name=name)


def _groups(made: StoryRound, asked: Asked) -> None:
    sides = ((1, GroupSide.PEOPLE, asked.people), (1, GroupSide.STAFF, asked.staff))
    named = [(level, side, name) for level, side, names in sides for name in names]
    for level, side, name in [*named, (2, GroupSide.BOTH, asked.together)]:
        if StoryGroup.objects.filter(round=made, name__iexact=name).exists():
            raise Refused(_("Two groups have the same name. Give each its own."), field="together")
        StoryGroup.objects.create(round=made, level=level, side=side, name=name)


@transaction.atomic
def tell_story(*, found: StoryRound, domain: StoryDomain, person: Person, told: Told, by: Actor) -> Story:
    hold_author(by, person.pk)
    found = locked_round(found, by)
    today = organisations.clock_of(found.organisation).today()
    rules.check_tell(by, found, person.pk, today)
    if domain.round_id != found.pk or person.organisation_id != found.organisation_id or person.erased_on:
        raise NotYours
    words, why = as_written(told.words), as_written(told.why)
    rules.check_words(words, why)
    rules.check_audience(told.audience)
    made = Story.objects.create(
        organisation=found.organisation,
        round=found,
        domain=domain,
        person=person,
        words=words,
        why=why,
        audience=told.audience,
        named=told.named,
        use_outside=told.use_outside,
        may_check=told.may_check,
        told_on=today,
        salt=new_salt(),
        **byline(by),
    )
    audit.record(Event.STORY_TOLD, by=by, target=made, facts={"round": found.code, "sealed": seals.seal(made)})
    return made


@transaction.atomic
def take_back_story(*, story: Story, by: Actor) -> Story:
    """Its words are gone, and what was written about them: why a group chose it, and what somebody found."""
    story = Story.objects.select_for_update(of=("self",), no_key=True).select_related("organisation").get(pk=story.pk)
    rules.check_take_back(by, story)
    audit.record(Event.STORY_TAKEN_BACK, by=by, target=story)
    blank_story(story, by, _("taken back"))
    return story


def blank_story(story: Story, by: Actor, why: str) -> None:
    story.words, story.why, story.salt = "", "", ""
    story.taken_back_on = organisations.clock_of(story.organisation).today()
    story.save(update_fields=["words", "why", "salt", "taken_back_on"])
    audit.erase(by=by, target_type=Story._meta.label_lower, targets=[story.code], why=why)
    codes = list(StoryChoice.objects.filter(story=story).values_list("code", flat=True))
    if codes:
        StoryChoice.objects.filter(story=story).update(reason=_(GONE), salt="")
        audit.erase(by=by, target_type=StoryChoice._meta.label_lower, targets=codes, why=why)
    StoryCheck.objects.filter(story=story).update(how=_(GONE))


@transaction.atomic
def start_choosing(*, found: StoryRound, by: Actor) -> StoryRound:
    """No more stories from now on: all of them are chosen from alike."""
    found = locked_round(found, by)
    rules.check_run(by, found.organisation_id)
    told = Story.objects.filter(round=found, taken_back_on__isnull=True).count()
    rules.check_start_choosing(found, told)
    move(found, CHOOSING, lifecycle=STORY_ROUND, statuses=StoryRoundStatus, by=by, on=_today(found))
    audit.record(Event.STORIES_CHOOSING, by=by, target=found, facts={"told": told})
    return found


def _today(found: StoryRound) -> date:
    return organisations.clock_of(found.organisation).today()


@dataclass(frozen=True)
class Chosen:
    """Which story, by how many of each side, and why. No story: none of them, and why."""

    story: Story | None
    people: int
    staff: int
    reason: str


@transaction.atomic
def choose_story(
    *, found: StoryRound, group: StoryGroup, domain: StoryDomain, chosen: Chosen, by: Actor
) -> StoryChoice:
    """What a group chose in its meeting, written down by whoever runs it. It is never changed."""
    found = locked_round(found, by)
    rules.check_run(by, found.organisation_id)
    if group.round_id != found.pk or domain.round_id != found.pk:
        raise NotYours
    read = queries.read_round(by, found)
    due = any(one.group == group and one.domain == domain for one in read.waiting)
    done = StoryChoice.objects.filter(group=group, domain=domain).exists()
    rules.check_choose(found, group, due, done)
    rules.check_who(group.side, chosen.people, chosen.staff)
    reason = as_written(chosen.reason)
    rules.check_reason(reason)
    if chosen.story is not None:
        # Held until the reason is there: taking the story back takes that back as well.
        list(Story.objects.select_for_update(no_key=True).filter(pk=chosen.story.pk))
    if chosen.story is not None and not reading.candidates(group, domain).filter(pk=chosen.story.pk).exists():
        raise Refused(
            _("This group does not choose from that story. Choose one of those that are shown."), field="story"
        )
    made = StoryChoice.objects.create(
        group=group,
        domain=domain,
        story=chosen.story,
        people=chosen.people,
        staff=chosen.staff,
        reason=reason,
        chosen_on=_today(found),
        salt=new_salt(),
        **byline(by),
    )
    facts = {
        "round": found.code,
        "group": group.code,
        "story": chosen.story.code if chosen.story else "",
        "sealed": seals.seal(made),
    }
    audit.record(Event.STORY_CHOSEN, by=by, target=made, facts=facts)
    _tell_back(found, group.level, by)
    return made


def _tell_back(found: StoryRound, level: int, by: Actor) -> None:
    """Once a level has chosen everywhere, everybody who told a story hears which were chosen, and why."""
    domains, groups = list(found.domains.all()), list(found.groups.filter(level=level))
    told = set(Story.objects.filter(round=found, taken_back_on__isnull=True).values_list("domain", flat=True))
    if reading.to_choose(domains, groups, list(StoryChoice.objects.filter(group__round=found)), told):
        return
    subject = _("Which stories were chosen, and why")
    body = _(
        "You told a story. Those who chose wrote down why they chose as they did, also where they chose another one."
    )
    _to_tellers(found, "stories_chosen", subject, body, f"level {level}")


def _to_tellers(found: StoryRound, kind: str, subject: str, body: str, key: str) -> None:
    for person in reading.tellers_of(found):
        post.queue(
            kind,
            organisation=found.organisation_id,
            to_person=person,
            subject=subject,
            body=body,
            link=f"/{found.organisation.slug}/journey/stories/{found.code}/",
            key=f"stories {found.code} {key} {person}",
        )


@transaction.atomic
def check_story(*, story: Story, found: str, how: str, by: Actor) -> StoryCheck:
    """Looked at again: is it so? What was found stands beside the story and changes nothing in it."""
    story = Story.objects.select_for_update(of=("self",), no_key=True).select_related("organisation").get(pk=story.pk)
    how = as_written(how)
    rules.check_check(by, story, found, how, story.choices.exists())
    today = organisations.clock_of(story.organisation).today()
    made = StoryCheck.objects.create(story=story, found=found, how=how, checked_on=today, **byline(by))
    audit.record(Event.STORY_CHECKED, by=by, target=made, facts={"story": story.code, "found": found})
    return made


@transaction.atomic
def end_stories(*, found: StoryRound, through: str, learned: str, next_time: str, by: Actor) -> StoryRound:
    """What runs through all of them, what was learned, what the next round does otherwise; and all tellers hear it."""
    found = locked_round(found, by)
    rules.check_run(by, found.organisation_id)
    read = queries.read_round(by, found)
    texts = {"through": as_written(through), "learned": as_written(learned), "next_time": as_written(next_time)}
    rules.check_end(found, read.told, read.still, texts)
    for name, words in texts.items():
        setattr(found, name, words)
    found.over_on = _today(found)
    changed = (*texts, "over_on")
    move(found, OVER, lifecycle=STORY_ROUND, statuses=StoryRoundStatus, by=by, on=found.over_on, changed=changed)
    audit.record(Event.STORIES_OVER, by=by, target=found, facts={"told": read.told})
    body = _(
        "You told a story. You can read now what was learned from all of them, and what is done otherwise next time."
    )
    _to_tellers(found, "stories_over", _("What was learned from the stories"), body, "over")
    return found
