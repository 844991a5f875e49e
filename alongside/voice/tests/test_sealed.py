"""Nobody edits, removes or adds what people said behind the log, and nobody can tell what was erased."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.audit.models import Content
from alongside.audit.sealing import new_salt
from alongside.voice import queries, seals, services
from alongside.voice.models import (
    Answer,
    Challenge,
    ChangeSource,
    Contribution,
    ContributionStatus,
    Denial,
    Reading,
    Reopening,
    Shaped,
    Sighting,
    Telling,
    Verdict,
)
from alongside.voice.shapes import Recheck
from tests import make

from .factories import fresh, said, told
from .test_changes import changed


def findings(cast) -> list[str]:
    return [found.message for found in queries.broken_seals(cast.org.pk)]


@pytest.fixture
def lived_in(cast):
    """One of everything that is sealed."""
    contribution = told(cast)
    change = changed(cast, contribution, recheck=Recheck(make.days(30)))
    by, manager = cast.actor("cora"), cast.actor("manager")
    services.challenge(contribution=contribution, kind="not_true", words="Look again.", by=by)
    services.give_verdict(change=change, contribution=contribution, kind="challenged", by=by)
    services.say_held(change=change, contribution=contribution, result="gone", words="Gone.", by=by)
    what, how = services.What(make.decision(cast)), "The second line of the advert says so."
    shaped = services.say_shaped(what=what, contributions=[contribution], how=how, role="Manager", by=manager)[0]
    services.dispute_shaped(shaped=shaped, contribution=contribution, words="It did not.", by=by)
    assert findings(cast) == []
    return cast


def test_everything_that_was_sealed_is_listed(lived_in) -> None:
    kinds = [kind for kind, _row in queries.sealed_texts(lived_in.org.pk)]
    assert kinds == ["voice.contribution", "voice.answer", "voice.challenge", "voice.verdict"] + [
        "voice.sighting",
        "voice.denial",
    ]
    assert list(queries.sealed_texts(lived_in.other.pk)) == []


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Contribution, {"words": "It is all lovely."}),
        (Contribution, {"kind": "idea"}),
        (Contribution, {"answer_by": make.days(400)}),
        (Contribution, {"about": "Something else"}),
        (Answer, {"reason": "We never promised that."}),
        (Answer, {"kind": "no_decision"}),
        (Challenge, {"words": ""}),
        (Verdict, {"kind": "confirmed"}),
        (Verdict, {"salt": new_salt()}),
        (Sighting, {"result": "held"}),
        (Denial, {"words": "It did."}),
    ],
)
def test_an_edit_is_found(lived_in, model, values) -> None:
    model.objects.update(**values)
    assert findings(lived_in) == [
        f"{model._meta.model_name} {model.objects.get().code} was changed after it was written"
    ]


def test_words_that_vanish_are_found(lived_in) -> None:
    Contribution.objects.update(words="", salt="")
    assert "no erasure is on record" in findings(lived_in)[0]


def test_a_removed_row_is_found(lived_in) -> None:
    mark = Challenge.objects.get()
    Challenge.objects.all().delete()
    assert findings(lived_in) == [f"challenge {mark.code} is gone"]


def test_a_removed_contribution_is_found(cast) -> None:
    contribution = said(cast)
    ContributionStatus.objects.all().delete()
    Contribution.objects.all().delete()
    assert findings(cast) == [f"contribution {contribution.code} is gone"]


def test_a_row_added_behind_the_log_is_found(cast) -> None:
    contribution = make.contribution(cast)
    assert findings(cast) == [f"contribution {contribution.code} is not in the event log: it was added behind it"]


def test_an_erased_row_may_not_come_back_or_go(lived_in) -> None:
    contribution = Contribution.objects.get()
    services.withdraw(contribution=contribution, by=lived_in.actor("cora"))
    assert findings(lived_in) == []
    Contribution.objects.update(words="It is all lovely.", salt=new_salt())
    assert findings(lived_in) == [f"contribution {contribution.code} was erased, and words stand there again"]
    marks = (Denial, Shaped, Sighting, Reopening, Telling, Verdict, Challenge, Answer, ChangeSource, Reading)
    for model in (*marks, ContributionStatus, Contribution):
        model.objects.all().delete()
    assert f"contribution {contribution.code} was erased, and its empty row is gone" in findings(lived_in)


def test_a_log_that_lost_a_content_does_not_pass(lived_in) -> None:
    Content.objects.filter(event__name="contribution_said").delete()
    assert any("is not in the event log" in message for message in findings(lived_in))


TEXT = st.text(min_size=1, max_size=400).filter(lambda text: any(not c.isspace() for c in text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=TEXT, other=TEXT)
def test_any_words_pass_as_they_were_kept_and_no_other(cast, words, other) -> None:
    try:
        contribution = said(cast, words=words)
    except services.saying.Refused:
        return
    kept = fresh(contribution)
    assert kept.words == contribution.words
    assert seals.seal(kept) == seals.seal(contribution)
    kept.words = other
    assert (seals.seal(kept) == seals.seal(contribution)) is (other == contribution.words)
