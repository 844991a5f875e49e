"""Elections: called, people standing in their own words, and votes that nobody can trace."""

from __future__ import annotations

from functools import partial

from alongside.decisions import queries, rules
from alongside.decisions import services as verbs
from alongside.decisions.models import Election as ElectionRow
from alongside.decisions.models import Filled

from ..words.shapes import Election
from .days import Stage
from .world import World


def plan(world: World) -> None:
    for one in world.story.elections:
        made: list[ElectionRow] = []  # by the first step, for the others
        world.step(one.stand[0], Stage.ELECTION, one.key, partial(call, world, one, made))
        for person, words in one.candidates:
            do = partial(stand, world, made, person, words)
            world.step(one.stand[0], Stage.STAND, f"{one.key} {person}", do)
        for person, choices in one.votes:
            world.step(one.voted_on, Stage.VOTE, f"{one.key} {person}", partial(vote, world, made, person, choices))


def call(world: World, one: Election, made: list[ElectionRow]) -> None:
    forum, day = world.forums[one.forum], world.days.day
    seats = [seat for seat in forum.seats.order_by("id") if seat.filled_by == Filled.ELECTION]
    made.append(
        verbs.call_election(
            forum=forum,
            seats=seats,
            title=one.title,
            about=one.about,
            days=rules.Days(day(one.stand[0]), day(one.stand[1]), day(one.vote[0]), day(one.vote[1])),
            by=world.coordinator,
        )
    )


def stand(world: World, made: list[ElectionRow], person: str, words: str) -> None:
    verbs.stand(election=made[0], person=world.people[person], statement=words, by=world.voice_of(person))


def vote(world: World, made: list[ElectionRow], person: str, choices: tuple[str, ...]) -> None:
    """Those without a sign-in send a paper."""
    election, voter = made[0], world.people[person]
    code_of = {each.person_id: each.code for each in queries.standing_in(election)}
    ranking = [code_of[world.people[key].pk] for key in choices]
    if voter.user_id is not None:
        verbs.cast_vote(election=election, ranking=ranking, by=world.voice_of(person))
        return
    verbs.vote_on_paper(election=election, person=voter, by=world.coordinator)
    verbs.cast_paper(election=election, person=voter, ranking=ranking, by=world.coordinator)
