"""The question that an answer replies to is stored with it, shown beside it, and never changed."""

import csv

import pytest

from alongside.core.actor import system
from alongside.core.errors import NotYours, Refused
from alongside.voice import imports, personal, services
from alongside.voice.models import Contribution, Question

from .factories import fresh, said, said_by_nobody, told
from .showing_factories import in_public

ASKED = "What was the waiting room like?"
pytestmark = pytest.mark.django_db


@pytest.fixture
def question(cast) -> Question:
    return services.question_of(ASKED, cast.actor("staff"))


def test_the_same_words_are_the_same_question(cast, question) -> None:
    assert services.question_of("  What was the\nwaiting   room like? ", cast.actor("manager")) == question
    assert services.question_of("What was the tea like?", cast.actor("manager")) != question
    assert services.question_of(" \n", cast.actor("manager")) is None


def test_the_tick_beside_an_answer_is_named_in_words_and_not_in_marks(cast, question, client_as) -> None:
    services.say(
        kind="experience",
        words="Loud & bright.",
        unit=cast.units["team"],
        question=question,
        via="public",
        by=cast.actor("public"),
    )
    page = client_as("staff").get("/harbour/voices/").content.decode()
    assert "Choose:" in page and "Loud &amp; bright." in page and "&lt;span" not in page


def test_a_question_has_an_end(cast) -> None:
    with pytest.raises(Refused, match="Ask less"):
        services.question_of("?" * 301, cast.actor("staff"))


def test_it_is_stored_with_the_answer(cast, question) -> None:
    row = said(cast, question=question)
    assert fresh(row).question == question
    assert said(cast).question is None
    assert personal.export(cast.people["cora"].pk)[0]["asked"] == ASKED


def test_a_question_of_another_organisation_is_not_there(cast) -> None:
    elsewhere = Question.objects.create(organisation=cast.other, text=ASKED)
    with pytest.raises(NotYours):
        said(cast, question=elsewhere)


@pytest.mark.parametrize("lang", ["xx", "klingon"])
def test_a_language_is_one_of_the_list(cast, lang) -> None:
    with pytest.raises(Refused, match="language"):
        said(cast, lang=lang)


@pytest.mark.parametrize("page", ["voices/{code}/", "voices/{code}/read/", "voices/", "voices/reading/"])
def test_staff_read_it_beside_the_words(cast, client, question, page) -> None:
    row = said(cast, question=question, lang="pl")
    client.force_login(cast.users["manager"])
    assert ASKED in client.get(f"/harbour/{page.format(code=row.code)}").content.decode()


def test_its_author_reads_it_beside_the_words(cast, client, question) -> None:
    row, code = said_by_nobody(cast, question=question, lang="pl")
    page = client.get(f"/harbour/follow/{code}/").content.decode()
    assert ASKED in page
    assert 'lang="pl"' in page
    client.force_login(cast.users["cora"])
    assert ASKED in client.get(f"/me/said/{said(cast, question=question).code}/").content.decode()


def test_everybody_reads_it_beside_words_that_are_shown(cast, client, question) -> None:
    from alongside.voice.shapes import Uses

    in_public(cast, told(cast, question=question, uses=Uses(public=True)))
    for page in ("/harbour/heard/", "/harbour/"):
        assert ASKED in client.get(page).content.decode()


def test_a_file_says_what_was_asked(cast, tmp_path) -> None:
    path = tmp_path / "said.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["Comment", "Question"], ["Cold.", ASKED], ["Loud.", ""]])
    report = imports.run_import(path, cast.org, by=system(cast.org.pk), question="Anything else?")
    assert report.counts["new"] == 2
    asked = Contribution.objects.order_by("id").values_list("question__text", flat=True)
    assert list(asked) == [ASKED, "Anything else?"]


def test_where_nothing_is_asked_nothing_stands(cast, tmp_path) -> None:
    path = tmp_path / "said.csv"
    path.write_text("Comment\nCold.\n")
    imports.run_import(path, cast.org, by=system(cast.org.pk))
    assert Contribution.objects.get().question is None
    assert not Question.objects.exists()
