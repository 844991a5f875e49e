"""The last word in four kinds: one closes it well, three open it again, and nobody else can take any of them away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.voice import queries, services
from alongside.voice.models import AnswersMe, RenderingDoubt
from tests import make

from .factories import answered, for_them, fresh, said, said_by_nobody, told
from .owing_factories import doubted, noted


def test_this_answers_me_closes_it_well(cast) -> None:
    contribution = told(cast)
    services.mark_answered(contribution=contribution, by=cast.actor("cora"))
    row = fresh(contribution)
    assert (row.state, row.answers_me_on, row.owed) == ("told", make.days(0), False)
    with pytest.raises(Refused, match="You have said so already"):
        services.mark_answered(contribution=contribution, by=cast.actor("cora"))
    services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
    assert fresh(contribution).answers_me_on is None and fresh(contribution).disputed
    assert AnswersMe.objects.count() == 1  # that they said so stays


def test_whoever_says_so_has_read_it(cast) -> None:
    contribution, _code = said_by_nobody(cast)
    answered(contribution, cast)
    services.mark_answered(contribution=contribution, by=queries.holder_of(contribution))
    assert fresh(contribution).state == "told"


def test_it_is_written_down_for_them_but_only_as_theirs(cast) -> None:
    contribution = told(cast)
    for who in ("manager", "dev", "coordinator"):
        with pytest.raises(Refused, match="Only the one who said it"):
            services.mark_answered(contribution=contribution, by=cast.actor(who))
    services.mark_answered(contribution=contribution, by=for_them(cast))
    assert AnswersMe.objects.get().medium == "phone"


@pytest.mark.parametrize("kind", ["not_what_i_said", "not_an_answer", "not_true"])
def test_a_mark_stays_unanswered_whatever_staff_do_but_answer(cast, kind) -> None:
    contribution = told(cast)
    services.challenge(contribution=contribution, kind=kind, by=cast.actor("cora"))
    assert fresh(contribution).disputed
    noted(contribution, cast)
    answered(contribution, cast, kind="deferred", defer_until=make.days(30))
    services.hand_over(contribution=contribution, unit=cast.units["services"], by=cast.actor("coordinator"))
    assert fresh(contribution).disputed
    assert list(queries.challenged(cast.actor("coordinator"))) == [contribution]
    answered(contribution, cast, by=cast.actor("coordinator"))
    assert not fresh(contribution).disputed


def test_nothing_can_be_marked_before_there_is_an_answer_or_after_it_was_taken_back(cast) -> None:
    contribution = said(cast)
    with pytest.raises(Refused, match="There is no answer yet"):
        services.mark_answered(contribution=contribution, by=cast.actor("cora"))
    done = told(cast)
    services.mark_answered(contribution=done, by=cast.actor("cora"))
    services.withdraw(contribution=done, by=cast.actor("cora"))
    assert fresh(done).answers_me_on is None
    with pytest.raises(Refused, match="has just taken it back"):
        services.mark_answered(contribution=done, by=cast.actor("cora"))


def test_an_edited_version_is_shown_to_nobody_until_its_author_agrees(cast, client_as) -> None:
    contribution = doubted(cast)
    assert contribution.rendering == ""
    page = client_as("manager").get(f"/harbour/voices/{contribution.code}/").content.decode()
    assert "She wants a car." not in page and "The edited version was taken off" in page
    services.write_rendering(contribution=contribution, rendering="She wants no car.", by=cast.actor("manager"))
    assert fresh(contribution).rendering == ""  # it waits for them
    own = client_as("cora").get(f"/me/said/{contribution.code}/agree/").content.decode()
    assert "She wants no car." in own
    with pytest.raises(Refused, match="Only the one who said it"):
        services.agree_to_words(contribution=contribution, by=cast.actor("manager"))
    services.agree_to_words(contribution=contribution, by=cast.actor("cora"))
    assert fresh(contribution).rendering == "She wants no car."
    with pytest.raises(Refused, match="nothing that waits"):
        services.agree_to_words(contribution=contribution, by=cast.actor("cora"))


def test_staff_read_that_an_edited_version_is_shown_to_nobody(cast, client_as) -> None:
    contribution = told(cast)
    page = f"/harbour/voices/{contribution.code}/"
    assert "not what they said, so it is shown to nobody" not in client_as("manager").get(page).content.decode()
    doubted(cast, contribution)
    assert "not what they said, so it is shown to nobody" in client_as("manager").get(page).content.decode()


def test_words_that_somebody_else_wrote_down_say_that_they_are_denied(cast, client_as) -> None:
    by = for_them(cast)
    contribution = said(cast, by=by, via="written_down")
    answered(contribution, cast)
    services.challenge(contribution=contribution, kind="not_what_i_said", words="I said bus.", by=cast.actor("cora"))
    assert fresh(contribution).words_denied
    page = client_as("manager").get(f"/harbour/voices/{contribution.code}/").content.decode()
    assert "these words are not what they said" in page and "I said bus." in page
    services.agree_to_words(contribution=contribution, by=cast.actor("cora"))
    assert not fresh(contribution).words_denied


def test_what_they_typed_themselves_is_not_denied(cast) -> None:
    contribution = told(cast)
    services.challenge(contribution=contribution, kind="not_what_i_said", by=cast.actor("cora"))
    assert not fresh(contribution).words_denied


def test_taking_it_back_takes_the_edited_version_too(cast) -> None:
    contribution = doubted(cast)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    assert RenderingDoubt.objects.get().rendering == ""
    assert not fresh(contribution).disputed


def test_marks_are_given_on_the_page_of_a_code(client, cast) -> None:
    contribution, code = said_by_nobody(cast)
    answered(contribution, cast)
    page = client.get(f"/harbour/follow/{code}/").content.decode()
    assert "This answers me" in page
    response = client.post(f"/harbour/follow/{code}/good/", {})
    assert response.status_code == 303 and fresh(contribution).answers_me_on
    page = client.get(f"/harbour/follow/{code}/").content.decode()
    assert f"/harbour/follow/{code}/good/" not in page and f"/harbour/follow/{code}/challenge/" in page


def test_a_mark_on_paper_from_somebody_without_a_name(cast) -> None:
    contribution, _code = said_by_nobody(cast)
    answered(contribution, cast)
    services.mark_answered(contribution=contribution, by=replace(cast.actor("manager"), medium=Medium.PAPER))
    assert fresh(contribution).answers_me_on
