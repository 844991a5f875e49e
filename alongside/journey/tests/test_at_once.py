"""A story is taken back in the moment in which a group chooses it."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.journey import services
from alongside.journey.models import Story, StoryChoice
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from .story_factories import REASON, choosing, chosen


@pytest.mark.django_db(transaction=True)
def test_why_it_was_chosen_goes_with_it(cast: Cast) -> None:
    """Why somebody chose it repeats what it says."""
    only_where_there_are_several_connections()
    for found, first, _second in [choosing(cast) for _each in range(6)]:
        taken, choice = at_once(
            lambda first=first: services.take_back_story(story=first, by=cast.actor("cora")),
            lambda found=found, first=first: chosen(cast, found, "The Tuesday group", first),
        )
        assert isinstance(taken, Story) and isinstance(choice, StoryChoice | Refused)
        assert not StoryChoice.objects.filter(story=first, reason=REASON).exists()
