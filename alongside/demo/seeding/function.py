"""The function's own posts, policies and who read them, and what staff and people on the register learned."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial

from django.utils import timezone

from alongside.core.dates import add_months
from alongside.organisation import services as verbs
from alongside.organisation.models import FunctionPost, Policy
from alongside.people import services as people
from alongside.people.models import Training

from ..words.function import LEARNED_BY_PEOPLE, POSTS, READ_BY_PEOPLE, READ_BY_STAFF, TIMES, TRAININGS, Post
from ..words.organisation import POLICIES
from ..words.shapes import Policy as PolicyWords
from .days import Stage
from .world import World

READ_AFTER = 6  # days


def plan(world: World) -> None:
    if not all(one.owner in world.staff for one in POLICIES):
        return  # these are the people of another organisation
    made = Function(world)
    _plan_posts(world, made)
    for policy in POLICIES:
        world.step(policy.agreed, Stage.BODY, policy.key, partial(made.add_policy, policy))
        world.step(policy.agreed + READ_AFTER, Stage.DONE, policy.key, partial(made.read_by_staff, policy.key))
        world.step(-30, Stage.DONE, policy.key, partial(made.read_by_people, policy.key))
    _plan_trainings(world, made)


def _plan_posts(world: World, made: Function) -> None:
    for number, post in enumerate(POSTS):
        world.step(post.since, Stage.BODY, f"post {number}", partial(made.add_post, post))
        if post.left is not None:
            world.step(post.left, Stage.BODY, f"post {number} left", partial(made.leave, post))
    world.step(-2, Stage.BODY, "hours worked", made.note_times)


def _plan_trainings(world: World, made: Function) -> None:
    world.step(-230, Stage.BODY, "trainings", made.add_trainings)
    staff = [(number, done, made.learn) for number, (_name, _lasts, done) in enumerate(TRAININGS)]
    others = [(number, done, made.learn_too) for number, done in LEARNED_BY_PEOPLE]
    for number, done, learn in (*staff, *others):
        for key, day in done:
            world.step(day, Stage.DONE, f"training {key}", partial(learn, number, key))


class Function:
    """What has been made so far."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.posts: dict[str, FunctionPost] = {}
        self.policies: dict[str, Policy] = {}
        self.trainings: list[Training] = []

    def add_post(self, words: Post) -> None:
        since = self.world.days.day(words.since)
        made = verbs.add_post(name=words.name, hours=Decimal(words.hours), since=since, by=self.world.administrator)
        self.posts[words.name] = made
        if words.holder:
            verbs.fill_post(
                post=made,
                user=self.world.users[words.holder],
                hours=Decimal(words.holder_hours),
                since=since,
                by=self.world.administrator,
            )

    def leave(self, words: Post) -> None:
        held = self.posts[words.name].holders.get()
        verbs.leave_post(held=held, until=self.world.days.day(words.left or 0), by=self.world.administrator)

    def note_times(self) -> None:
        first = self.world.days.today.replace(day=1)
        for number, hours in TIMES:
            for months, each in enumerate(hours, 1):
                verbs.note_time(
                    post=self.posts[POSTS[number].name],
                    month=add_months(first, -months),
                    hours=Decimal(each),
                    by=self.world.coordinator,
                )

    def add_policy(self, words: PolicyWords) -> None:
        self.policies[words.key] = verbs.add_policy(
            title=words.name,
            words=words.says,
            from_day=self.world.days.day(words.agreed),
            review_on=self.world.days.today + timedelta(days=words.review_due),
            owner=self.world.users[words.owner],
            by=self.world.administrator,
        )

    def read_by_staff(self, key: str) -> None:
        for who in READ_BY_STAFF.get(key, ()):
            people.read_policy(policy=self.policies[key], seen=1, by=self.world.actor(who))

    def read_by_people(self, key: str) -> None:
        for who in READ_BY_PEOPLE.get(key, ()):
            person = self.world.people[who]
            people.read_policy(policy=self.policies[key], seen=1, person=person, by=self.world.voice_of(who))

    def add_trainings(self) -> None:
        self.trainings = [
            people.add_training(name=name, lasts_months=lasts, by=self.world.coordinator)
            for name, lasts, _done in TRAININGS
        ]

    def learn(self, number: int, key: str) -> None:
        today = timezone.localdate()
        people.note_staff_training(
            user=self.world.users[key], training=self.trainings[number], done_on=today, by=self.world.coordinator
        )

    def learn_too(self, number: int, key: str) -> None:
        today = timezone.localdate()
        people.note_training(
            person=self.world.people[key], training=self.trainings[number], done_on=today, by=self.world.coordinator
        )
