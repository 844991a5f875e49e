"""An election from an empty seat to somebody who sits on it, every page is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache

from tests.cast import Cast

from . import electing as story
from .company import LONDON, Company
from .taking_part import MONDAY
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


@pytest.fixture
def company(stage: Cast, come: Callable[..., Visitor]) -> Iterator[Company]:
    cache.clear()
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(MONDAY, time(9), LONDON)) as clock:
        yield Company(come, stage, clock.move_to)


def test_from_an_empty_seat_to_somebody_who_was_elected(company: Company) -> None:
    story.given_everybody_can_be_reached(company)
    story.when_the_board_is_written_down_with_its_seats(company)
    story.then_one_seat_alone_needs_a_reason(company)
    story.when_there_are_two(company)
    story.then_the_empty_seats_stand_on_desk_and_board(company)

    story.when_an_election_is_called(company)
    story.when_one_stands_and_puts_others_forward(company)
    story.then_they_are_asked_and_answer_themselves(company)
    story.when_the_coordinator_asks_whoever_is_meant(company)

    story.then_everybody_is_told_when_voting_opens(company)
    story.when_somebody_votes_and_gives_a_number_twice(company)
    story.then_nobody_votes_twice(company)
    story.when_others_vote_on_a_screen_and_on_paper(company)

    story.then_it_is_counted_and_everybody_can_see_how(company)
    story.when_those_elected_say_yes_and_no(company)
    story.then_one_sits_there_and_one_seat_is_still_empty(company)
    story.then_the_board_may_not_decide_without_saying_why(company)
    story.then_no_event_says_how_anybody_voted(company)
