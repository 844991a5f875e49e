"""What only the author may do, and staff cannot undo."""

from __future__ import annotations

import pytest

from alongside.audit import queries as audit
from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.organisation.models import Membership
from alongside.post.models import Message
from alongside.voice import personal, queries, services
from alongside.voice.models import Challenge, Contribution, Telling
from alongside.voice.shapes import Uses
from tests import make

from .factories import PUBLIC, REASON, answered, for_them, fresh, said, said_by_nobody, told

pytestmark = pytest.mark.usefixtures("locks_in_order")


def test_a_challenge_opens_the_debt_again_on_its_first_clock(cast) -> None:
    contribution = told(cast)
    made = services.challenge(
        contribution=contribution, kind="not_an_answer", words="You did not say when.", by=cast.actor("cora")
    )
    found = fresh(contribution)
    assert (found.state, found.due_on, found.answer_by) == (
        "challenged",
        contribution.answer_by,
        contribution.answer_by,
    )
    assert (made.answer.reason, made.words) == (REASON, "You did not say when.")
    assert Event.objects.latest("seq").name == "answer_challenged"
    answered(contribution, cast, reason="From 1 May on. It is on the page about jobs.")
    assert fresh(contribution).state == "answered"


@pytest.mark.parametrize(("named", "written_to"), [("staff", "staff"), ("", "manager")])
def test_a_challenge_comes_to_whoever_was_named_or_gave_the_answer(cast, named, written_to) -> None:
    """By role alone nobody would be written to before the answer is nearly due, weeks later."""
    contribution = said(cast)
    if named:
        services.hand_over(contribution=contribution, owner=cast.users[named], by=cast.actor("manager"))
    answered(fresh(contribution), cast)
    services.challenge(contribution=fresh(contribution), kind="not_true", by=cast.actor("cora"))
    (message,) = Message.objects.filter(kind="answer_challenged")
    assert message.to_user == cast.users[written_to].pk and message.link.endswith(f"/voices/{contribution.code}/")


def test_who_gave_the_answer_and_answers_there_no_more_is_not_written_to(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    Membership.objects.filter(user=cast.users["manager"]).delete()
    services.challenge(contribution=fresh(contribution), kind="not_true", by=cast.actor("cora"))
    assert not Message.objects.filter(kind="answer_challenged").exists()


def test_a_challenge_needs_no_words(cast) -> None:
    assert services.challenge(contribution=told(cast), kind="not_true", words="  ", by=cast.actor("cora")).words == ""


def test_whoever_questions_an_answer_has_read_it(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
    assert Telling.objects.get().channel == "on_page"
    assert list(contribution.statuses.order_by("id").values_list("state", flat=True)) == [
        "received",
        "answered",
        "told",
        "challenged",
    ]


def test_there_must_be_an_answer_to_question(cast) -> None:
    with pytest.raises(Refused, match="still owed"):
        services.challenge(contribution=said(cast), kind="not_true", by=cast.actor("cora"))


@pytest.mark.parametrize("who", ["dev", "manager", "coordinator", "board", "public", "stranger"])
def test_only_the_author_has_the_last_word(cast, who) -> None:
    contribution, actor = told(cast), cast.actor(who)
    for verb in (
        lambda: services.challenge(contribution=contribution, kind="not_true", by=actor),
        lambda: services.withdraw(contribution=contribution, by=actor),
        lambda: services.change_uses(contribution=contribution, uses=Uses(public=True), by=actor),
    ):
        with pytest.raises(Refused):
            verb()
    assert fresh(contribution).words


def test_a_code_opens_what_it_belongs_to_and_nothing_else(cast) -> None:
    mine, _code = said_by_nobody(cast)
    other, _code = said_by_nobody(cast)
    holder = queries.holder_of(mine)
    with pytest.raises(Refused):
        services.withdraw(contribution=other, by=holder)
    answered(mine, cast)
    services.challenge(contribution=mine, kind="not_true", by=holder)
    services.withdraw(contribution=mine, by=holder)
    assert Event.objects.latest("seq").actor_kind == "code"


def test_on_behalf_needs_the_right_person(cast) -> None:
    contribution = told(cast)
    with pytest.raises(Refused):
        services.challenge(contribution=contribution, kind="not_true", by=for_them(cast, "dev"))
    made = services.challenge(contribution=contribution, kind="not_true", by=for_them(cast, "cora"))
    assert (made.medium, made.recorded_by, made.person) == ("phone", cast.users["coordinator"], cast.people["cora"])


def test_taking_back_takes_the_words_and_keeps_that_it_happened(cast) -> None:
    contribution = told(cast, about="The bus stop", uses=PUBLIC)
    services.write_rendering(contribution=contribution, rendering="A bus.", by=cast.actor("staff"))
    services.challenge(contribution=contribution, kind="not_true", words="It is not.", by=cast.actor("cora"))
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    found = fresh(contribution)
    assert (found.words, found.salt, found.rendering, found.about) == ("", "", "", "")
    assert (found.state, found.withdrawn_on, found.use_public) == ("withdrawn", make.days(0), False)
    mark = Challenge.objects.get()
    assert (mark.words, mark.salt, mark.kind) == ("", "", "not_true")
    assert audit.erased_targets(cast.org.pk, "voice.contribution") == {contribution.code}
    assert list(queries.broken_seals(cast.org.pk)) == []
    assert list(audit.broken_contents(cast.org.pk)) == []
    with pytest.raises(Refused, match="before"):
        services.withdraw(contribution=contribution, by=cast.actor("cora"))


def test_taking_back_stops_what_was_about_to_be_sent(cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    message = Message.objects.get()
    assert (message.state, message.body) == ("dropped", "")


def test_it_can_be_taken_back_at_any_moment(cast) -> None:
    unread, put_off, answer, known = said(cast), said(cast), said(cast), told(cast)
    answered(put_off, cast, kind="deferred", defer_until=make.days(20))
    answered(answer, cast)
    for each in (unread, put_off, answer, known):
        services.withdraw(contribution=each, by=cast.actor("cora"))
    assert set(Contribution.objects.values_list("state", flat=True)) == {"withdrawn"}


def test_uses_are_the_authors_to_change(cast) -> None:
    contribution = said(cast)
    found = services.change_uses(
        contribution=contribution, uses=Uses(inside=False, public=True, credit=True), by=cast.actor("cora")
    )
    assert (found.use_inside, found.use_public, found.credit) == (False, True, True)
    nameless, _code = said_by_nobody(cast)
    assert not services.change_uses(
        contribution=nameless, uses=Uses(credit=True), by=queries.holder_of(nameless)
    ).credit


def test_to_be_forgotten_takes_words_and_answers(cast) -> None:
    contribution, before, other = told(cast), said(cast), said(cast, person=cast.people["dev"], by=cast.actor("dev"))
    services.withdraw(contribution=before, by=cast.actor("cora"))
    assert personal.erase(cast.people["cora"].pk, cast.actor("coordinator")) == 2
    assert fresh(contribution).words == ""
    assert REASON not in contribution.answers.get().reason
    assert fresh(other).words
    assert list(queries.broken_seals(cast.org.pk)) == []
    assert list(audit.broken_contents(cast.org.pk)) == []
    assert personal.erase(cast.people["cora"].pk, cast.actor("coordinator")) == 2  # again, and nothing breaks


def test_somebody_takes_all_they_said_with_them(cast) -> None:
    contribution = told(cast)
    services.challenge(contribution=contribution, kind="not_true", words="It is not.", by=cast.actor("cora"))
    found = personal.export(cast.people["cora"].pk)
    assert [one["words"] for one in found] == [contribution.words]
    assert found[0]["answers"][0]["reason"] == REASON
    assert found[0]["what_i_said_to_answers"][0]["words"] == "It is not."
    assert personal.export(cast.people["dev"].pk) == []
