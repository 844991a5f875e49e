"""Reading rounds of stories. Whoever reads a story was allowed to by the one who told it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people.models import LEFT, Person

from ..models.stories import TELLING, Story, StoryAudience, StoryCheck, StoryChoice, StoryDomain, StoryGroup, StoryRound
from ..rules import stories as rules


def rounds_for(actor: Actor) -> QuerySet[StoryRound]:
    if not rules.can_see(actor):
        return StoryRound.objects.none()
    told = Count("stories", filter=Q(stories__taken_back_on__isnull=True))
    return StoryRound.objects.filter(organisation=actor.organisation_id).select_related("unit").annotate(told=told)


def round_for(actor: Actor, code: str) -> StoryRound:
    found = rounds_for(actor).select_related("organisation").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def stories_for(actor: Actor, found: StoryRound) -> QuerySet[Story]:
    """As far as the reader may, in the order in which they were told."""
    rows = Story.objects.filter(organisation=actor.organisation_id, round=found, taken_back_on__isnull=True)
    rows = rows.select_related("person", "domain", "recorded_by")
    if not rules.can_run(actor):
        rows = rows.filter(Q(audience=StoryAudience.HERE) | Q(person__isnull=False, person=actor.person_id))
    return rows.order_by("domain__position", "id") if rules.can_see(actor) else rows.none()


def story_for(actor: Actor, code: str) -> Story:
    rows = Story.objects.select_related("organisation", "round", "domain", "person", "recorded_by")
    found = rows.filter(organisation=actor.organisation_id, code=code, taken_back_on__isnull=True).first()
    if found is None or not rules.may_read(actor, found):
        raise NotYours
    return found


def my_stories(person_ids: Sequence[int]) -> QuerySet[Story]:
    """Also when it is long over: they can take it back at any time."""
    rows = Story.objects.filter(person__in=list(person_ids), taken_back_on__isnull=True)
    return rows.select_related("round", "organisation", "domain").order_by("-told_on", "-id")


@dataclass(frozen=True)
class Picked:
    """What one group chose in one domain, as the reader may see it."""

    group: StoryGroup
    choice: StoryChoice
    story: Story | None = None  # None: none of them, taken back, or not for this reader
    checks: Sequence[StoryCheck] = ()

    @property
    def hidden(self) -> bool:
        return self.choice.story_id is not None and self.story is None


@dataclass(frozen=True)
class Waits:
    """A group that has a choice before it now."""

    group: StoryGroup
    domain: StoryDomain


@dataclass(frozen=True)
class InDomain:
    domain: StoryDomain
    picked: Sequence[Picked] = ()


@dataclass(frozen=True)
class RoundRead:
    domains: Sequence[InDomain]
    groups: Sequence[StoryGroup]
    waiting: Sequence[Waits] = field(default_factory=tuple)  # in turn now
    still: int = 0  # choices to come in all, later levels included
    told: int = 0
    checked: int = 0


def read_round(actor: Actor, found: StoryRound) -> RoundRead:
    """Everything about a round in five questions."""
    domains, groups = list(found.domains.order_by("position")), list(found.groups.order_by("level", "id"))
    all_of_them = list(Story.objects.filter(round=found, taken_back_on__isnull=True).values_list("domain", flat=True))
    choices = list(StoryChoice.objects.filter(group__round=found).prefetch_related("story__checks").order_by("id"))
    chosen = {choice.story_id for choice in choices if choice.story_id}
    seen = {story.pk: story for story in stories_for(actor, found).filter(pk__in=chosen)}
    last = {choice.story_id: choice.pk for choice in choices}  # a check stands once, beside the last choice
    by_group = {group.pk: group for group in groups}
    shown = [
        InDomain(
            domain,
            [
                Picked(
                    by_group[choice.group_id],
                    choice,
                    seen.get(choice.story_id or 0),
                    _checks(choice, seen) if last[choice.story_id] == choice.pk else (),
                )
                for choice in choices
                if choice.domain_id == domain.pk
            ],
        )
        for domain in domains
    ]
    due = to_choose(domains, groups, choices, set(all_of_them))
    return RoundRead(
        shown,
        groups,
        [one for one in due if in_turn(one, groups, choices)],
        len(due),
        len(all_of_them),
        sum(len(picked.checks) for one in shown for picked in one.picked),
    )


def _checks(choice: StoryChoice, seen: dict[int, Story]) -> list[StoryCheck]:
    return list(choice.story.checks.all()) if choice.story and choice.story_id in seen else []


def to_choose(
    domains: Sequence[StoryDomain], groups: Sequence[StoryGroup], choices: Sequence[StoryChoice], told: set[int]
) -> list[Waits]:
    """Every group chooses in every domain in which something was told."""
    done = {(choice.group_id, choice.domain_id) for choice in choices}
    return [
        Waits(group, domain)
        for group in groups
        for domain in domains
        if domain.pk in told and (group.pk, domain.pk) not in done
    ]


def in_turn(one: Waits, groups: Sequence[StoryGroup], choices: Sequence[StoryChoice]) -> bool:
    """Those of the levels below have all chosen there."""
    done = {choice.group_id for choice in choices if choice.domain_id == one.domain.pk}
    return all(group.pk in done for group in groups if group.level < one.group.level)


def candidates(group: StoryGroup, domain: StoryDomain) -> QuerySet[Story]:
    """All stories of the domain for the first level; then what the level before chose."""
    rows = Story.objects.filter(domain=domain, taken_back_on__isnull=True).select_related("person").order_by("id")
    if group.level == 1:
        return rows
    return rows.filter(choices__group__round=group.round_id, choices__group__level=group.level - 1).distinct()


def group_and_domain(found: StoryRound, group: str, domain: str) -> tuple[StoryGroup, StoryDomain]:
    chosen = found.groups.filter(code=group).first(), found.domains.filter(code=domain).first()
    if chosen[0] is None or chosen[1] is None:
        raise NotYours
    return chosen[0], chosen[1]


def asked_now(person_ids: Sequence[int], today: date) -> QuerySet[StoryRound]:
    """Rounds in which these people can tell a story and have not yet told one."""
    theirs = Person.objects.filter(pk__in=list(person_ids)).exclude(state=LEFT).values("organisation")
    rows = StoryRound.objects.filter(organisation__in=theirs, state=TELLING, until__gte=today)
    told = Story.objects.filter(round=OuterRef("pk"), person__in=list(person_ids))
    return rows.exclude(Exists(told)).select_related("organisation").order_by("until", "id")


def tellers_of(found: StoryRound) -> list[int]:
    """Everybody who told one and did not take it back: they are told what was chosen, and why."""
    rows = Story.objects.filter(round=found, taken_back_on__isnull=True, person__isnull=False)
    return sorted(set(rows.values_list("person", flat=True)))
