"""Something is said while somebody changes what it is about: nobody's words are lost for it.

What is said points at the organisation and at the decision, and takes both at its COMMIT, when it holds the log.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from alongside.core.errors import Refused
from alongside.decisions import services as decisions
from alongside.decisions.models import Decision
from alongside.organisation import services as organisation
from alongside.organisation.models import ClosedDay
from alongside.voice.models import Contribution, Grave, PhraseList, Statement, Vote
from alongside.voice.models.together import TAKEN_BACK
from alongside.voice.services import change_phrases, saying
from tests import make
from tests.at_once import at_once, meeting_at, only_where_there_are_several_connections
from tests.cast import Cast

from . import together
from .factories import said

pytestmark = pytest.mark.django_db(transaction=True)
HOLDS_THE_LOG = "alongside.voice.services.saying._begin"


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


def beside(holds: str, other: Callable[[], Any], saying: Callable[[], Any]) -> Any:
    """What the other verb gave, once both are through. `holds`: after this it has its row."""
    with meeting_at(holds, HOLDS_THE_LOG):
        done, contribution = at_once(other, saying)
    assert isinstance(contribution, Contribution), contribution
    return done


def test_while_a_day_is_closed(cast: Cast) -> None:
    done = beside(
        "alongside.organisation.services.settings.locked",
        lambda: organisation.add_closed_day(day=make.days(9), name="The carnival", by=cast.actor("administrator")),
        lambda: said(cast),
    )
    assert isinstance(done, ClosedDay), done


def test_about_a_decision_while_it_is_dropped(cast: Cast) -> None:
    about = make.decision(cast)
    done = beside(
        "alongside.decisions.services.steps.locked",
        lambda: decisions.drop_decision(
            decision=about, reason="There is no money for it.", seen=about.version, by=cast.actor("manager")
        ),
        lambda: said(cast, unit=None, decision=about),
    )
    assert isinstance(done, Decision), done


def newly(cast: Cast) -> PhraseList | None:
    return change_phrases(groups={"harm": ["the blue door"]}, left_out=[], by=cast.actor("safeguarding"))


def behind_the_blue_door(cast: Cast) -> Contribution:
    return said(cast, words="He waits behind the blue door.")


def test_words_that_are_not_kept_yet_when_the_phrases_change_rise_as_well(cast: Cast) -> None:
    """Whoever changes the list has looked already, and waits for the end of the log."""
    done = beside(
        "alongside.voice.services.wordlists._raise_unread", lambda: newly(cast), lambda: behind_the_blue_door(cast)
    )
    assert isinstance(done, PhraseList), done
    assert Contribution.objects.get().grave == Grave.PHRASE


def test_words_that_were_looked_at_before_the_phrases_changed_rise_as_well(cast: Cast, monkeypatch: Any) -> None:
    """The list is changed, from its first step to its last, while what was said is not kept yet."""
    changed: list[Any] = []
    keeps = saying.keep_findable

    def meanwhile(contribution: Contribution) -> None:
        keeps(contribution)
        changed.extend(at_once(lambda: newly(cast)))

    monkeypatch.setattr(saying, "keep_findable", meanwhile)
    behind_the_blue_door(cast)
    assert isinstance(changed[0], PhraseList), changed
    assert Contribution.objects.get().grave == Grave.PHRASE


def test_an_answer_to_a_statement_goes_with_it(cast: Cast) -> None:
    """Whoever answers first is deleted with it; whoever comes second reads that it is gone."""
    ground = together.asked(cast)
    statement = together.shown(cast, ground)
    by = together.nobody(cast)
    taken, voted = at_once(
        lambda: together.services.take_back_statement(statement=statement, token=together.TOKEN, by=by),
        lambda: together.votes(cast, ground, statement, agree=1, disagree=0),
    )
    assert isinstance(taken, Statement) and taken.state == TAKEN_BACK, taken
    assert voted is None or isinstance(voted, Refused), voted
    assert not Vote.objects.exists()
