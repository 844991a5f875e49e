"""Before words are shown further: their author has seen them as each reader will."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.people.models import Consent
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Contribution, Preview, Showing
from alongside.voice.queries import Reader
from alongside.voice.shapes import Uses
from tests import make

from .factories import PUBLIC, WORDS, answered, for_them, fresh, said, said_by_nobody, told
from .showing_factories import WHY, agreed, appealed, decided, in_public, waiting

BOTH = Uses(commissioners=True, public=True)
OWN = "Job descriptions shut people out."


def seen_in_public(cast, contribution) -> str:
    found = queries.quote(cast.org.pk, contribution.code, Reader.ANYONE)
    return found.words if found else ""


def test_nobody_further_sees_it_before_its_author_has(cast) -> None:
    contribution = told(cast, uses=BOTH)
    assert list(queries.public_heard(cast.org)) == []
    for reader in (Reader.COMMISSIONERS, Reader.ANYONE):
        assert queries.quote(cast.org.pk, contribution.code, reader) is None
    assert queries.quote(cast.org.pk, contribution.code, Reader.INSIDE).words == WORDS
    showing = agreed(contribution, cast.actor("cora"))
    assert queries.quote(cast.org.pk, contribution.code, Reader.COMMISSIONERS).words == WORDS
    assert (showing.state, seen_in_public(cast, contribution)) == ("waiting", "")
    (preview,) = Preview.objects.all()
    assert (preview.seen_on, preview.uses) == (make.days(0), ["use_commissioners", "use_inside", "use_public"])
    assert showing.decide_by == organisations.clock_of(cast.org).after_working_days(make.days(0), 5)


def test_and_everybody_only_when_somebody_has_decided(cast) -> None:
    contribution = in_public(cast)
    assert list(queries.public_heard(cast.org)) == [contribution]
    assert seen_in_public(cast, contribution) == WORDS
    assert contribution.public_on == make.days(0)


def test_what_is_for_those_who_pay_needs_no_decision(cast) -> None:
    contribution = told(cast, uses=Uses(commissioners=True))
    assert agreed(contribution, cast.actor("cora")).state == "confirmed"
    assert queries.quote(cast.org.pk, contribution.code, Reader.COMMISSIONERS).words == WORDS
    assert seen_in_public(cast, contribution) == ""


def test_there_is_nothing_to_look_at_when_nobody_further_may_see_it(cast) -> None:
    with pytest.raises(Refused, match="Allow that first"):
        services.confirm(contribution=said(cast), by=cast.actor("cora"))


@pytest.mark.parametrize("who", ["dev", "manager", "coordinator"])
def test_nobody_else_says_yes_for_them(cast, who) -> None:
    with pytest.raises(Refused, match="Only the one who said it"):
        services.confirm(contribution=told(cast, uses=PUBLIC), by=cast.actor(who))


def test_whoever_holds_the_code_says_yes(cast) -> None:
    contribution, _code = said_by_nobody(cast, uses=PUBLIC)
    services.confirm(contribution=contribution, by=queries.holder_of(contribution))
    assert fresh(contribution).previewed_on == make.days(0)


def test_by_phone_it_is_read_to_them(cast) -> None:
    contribution = told(cast, uses=PUBLIC)
    with pytest.raises(Refused, match="Read it to them"):
        services.confirm(contribution=contribution, by=for_them(cast))
    services.confirm(contribution=contribution, by=for_them(cast), read_aloud=True)
    (preview,) = Preview.objects.all()
    assert preview.read_aloud and preview.medium == "phone"


def test_what_changed_meanwhile_has_to_be_looked_at_again(cast) -> None:
    contribution = told(cast, uses=PUBLIC)
    seen = contribution.version
    services.write_own_version(contribution=contribution, words=OWN, use=True, by=cast.actor("cora"))
    with pytest.raises(Refused, match="Look at it again"):
        services.confirm(contribution=contribution, by=cast.actor("cora"), seen=seen)


# What ends it again.


def test_allowing_more_has_to_be_looked_at_first(cast) -> None:
    contribution = in_public(cast)
    services.change_uses(contribution=contribution, uses=Uses(public=True, credit=True), by=cast.actor("cora"))
    assert list(queries.public_heard(cast.org)) == []
    assert fresh(contribution).previewed_on is None
    assert Showing.objects.get().state == "open"


def test_allowing_less_ends_at_once_and_asks_for_nothing(cast) -> None:
    contribution = in_public(cast, uses=Uses(commissioners=True, public=True, credit=True))
    services.change_uses(contribution=contribution, uses=BOTH, by=cast.actor("cora"))
    assert list(queries.public_heard(cast.org)) == [contribution]
    services.change_uses(contribution=contribution, uses=Uses(commissioners=True), by=cast.actor("cora"))
    assert list(queries.public_heard(cast.org)) == []
    assert queries.quote(cast.org.pk, contribution.code, Reader.COMMISSIONERS).words == WORDS
    assert Showing.objects.get().state == "confirmed"
    services.change_uses(contribution=contribution, uses=Uses(), by=cast.actor("cora"))
    assert queries.quote(cast.org.pk, contribution.code, Reader.COMMISSIONERS) is None
    assert Showing.objects.get().state == "ended"


def test_back_again_begins_at_the_beginning(cast) -> None:
    contribution = in_public(cast)
    for uses in (Uses(), PUBLIC):
        services.change_uses(contribution=contribution, uses=uses, by=cast.actor("cora"))
    assert list(queries.public_heard(cast.org)) == []
    assert agreed(contribution, cast.actor("cora")).state == "waiting"


def test_an_own_version_stands_beside_the_words(cast) -> None:
    contribution = in_public(cast)
    services.write_own_version(contribution=contribution, words=OWN, use=True, by=cast.actor("cora"))
    assert seen_in_public(cast, contribution) == ""  # nobody has decided about this one
    in_public(cast, contribution)
    assert seen_in_public(cast, contribution) == OWN
    assert fresh(contribution).words == WORDS
    assert queries.quote(cast.org.pk, contribution.code, Reader.INSIDE).words == WORDS


def test_an_own_version_that_nobody_sees_changes_nothing(cast) -> None:
    contribution = in_public(cast)
    services.write_own_version(contribution=contribution, words=OWN, use=False, by=cast.actor("cora"))
    assert seen_in_public(cast, contribution) == WORDS


@pytest.mark.parametrize(("words", "use", "why"), [("  \n", True, "Write your version"), ("x" * 20_001, True, "Cut")])
def test_an_own_version_that_cannot_be(cast, words, use, why) -> None:
    with pytest.raises(Refused, match=why):
        services.write_own_version(contribution=said(cast), words=words, use=use, by=cast.actor("cora"))


def test_what_is_written_later_has_to_be_looked_at_too(cast) -> None:
    contribution = in_public(cast)
    services.challenge(contribution=contribution, kind="not_true", words="Look again.", by=cast.actor("cora"))

    def marks() -> list[tuple[str, str]]:
        (heard,) = queries.heard_entries(cast.org, queries.public_heard(cast.org))
        return [(str(mark.title), mark.words) for mark in heard.challenges]

    assert marks() == [("That is not true", "")]  # that they said it is always shown
    assert agreed(contribution, cast.actor("cora")).state == "waiting"
    assert seen_in_public(cast, contribution) == WORDS  # what was decided stays
    services.moderate(showing=Showing.objects.get(), outcome="shown", by=cast.actor("coordinator"))
    assert marks() == [("That is not true", "Look again.")]


def test_an_edited_version_of_somebody_here_too(cast) -> None:
    contribution = told(cast, uses=PUBLIC)
    services.write_rendering(contribution=contribution, rendering="No car, no job.", by=cast.actor("manager"))
    in_public(cast, contribution)

    def rendering() -> str:
        (heard,) = queries.heard_entries(cast.org, queries.public_heard(cast.org))
        return heard.rendering

    assert rendering() == "No car, no job."
    services.write_rendering(contribution=contribution, rendering="They hate cars.", by=cast.actor("manager"))
    assert rendering() == ""
    assert seen_in_public(cast, contribution) == WORDS


def test_a_promise_on_the_register_that_was_taken_back(cast) -> None:
    contribution = in_public(cast)
    gone = {"person": cast.people["cora"], "wording": "Yes.", "given_on": make.days(-9), "withdrawn_on": make.days(-1)}
    Consent.objects.create(purpose="words_public", **gone)
    assert queries.quote(cast.org.pk, contribution.code, Reader.ANYONE) is None


def test_taken_back_it_is_gone_with_all_that_came_of_it(cast) -> None:
    appeal = appealed(cast)
    contribution, showing = appeal.showing.contribution, appeal.showing
    services.write_own_version(contribution=contribution, words=OWN, use=True, by=cast.actor("cora"))
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    showing, appeal, decision = fresh(showing), fresh(appeal), showing.decisions.get()
    assert (showing.own_version, showing.pieces, showing.state) == ("", {}, "ended")
    assert (appeal.words, appeal.end, decision.why) == ("", "lapsed", "")
    assert not any(WHY in message.body for message in Message.objects.all())
    for reader in Reader:
        quoted = queries.quote(cast.org.pk, contribution.code, reader)
        assert quoted is not None and quoted.withdrawn and str(quoted) == "(withdrawn by its author)"
    assert list(queries.broken_seals(cast.org.pk)) == []


def test_what_is_restricted_is_quoted_nowhere(cast) -> None:
    contribution = in_public(cast)
    services.raise_concern(contribution=contribution, by=cast.actor("manager"), why="It worries me.")
    for reader in Reader:
        assert queries.quote(cast.org.pk, contribution.code, reader) is None
    assert not Showing.objects.exists()


def test_quotes_are_those_of_one_organisation(cast) -> None:
    contribution = in_public(cast)
    assert queries.quote(cast.other.pk, contribution.code, Reader.INSIDE) is None
    assert queries.quote(cast.org.pk, "nothing123", Reader.INSIDE) is None


def test_many_quotes_are_few_questions(cast, django_assert_max_num_queries) -> None:
    codes = [in_public(cast, words=f"Number {number} of many.").code for number in range(6)]
    with django_assert_max_num_queries(3):
        assert len(queries.quotes(cast.org.pk, codes, Reader.ANYONE)) == 6


def test_a_name_is_quoted_with_both_permissions(cast) -> None:
    contribution = in_public(cast, uses=Uses(public=True, credit=True))
    assert queries.quote(cast.org.pk, contribution.code, Reader.ANYONE).by == "Somebody"
    Consent.objects.create(person=cast.people["cora"], purpose="credit", wording="Yes.", given_on=make.days(-9))
    assert queries.quote(cast.org.pk, contribution.code, Reader.ANYONE).by == "Cora"


def test_a_group_is_not_named(cast) -> None:
    contribution = services.say(
        kind="idea",
        words=WORDS,
        unit=cast.units["team"],
        group_name="Tuesday women",
        uses=PUBLIC,
        by=cast.actor("public"),
    )[0]
    answered(contribution, cast)
    services.told_by_code(contribution=fresh(contribution), by=queries.holder_of(contribution))
    in_public(cast, contribution)
    (heard,) = queries.heard_entries(cast.org, queries.public_heard(cast.org))
    assert heard.by == "A group"


def test_how_each_reader_sees_it(cast) -> None:
    contribution = told(cast, uses=Uses(inside=False, public=True))
    services.write_own_version(contribution=contribution, words=OWN, use=True, by=cast.actor("cora"))
    inside, paying, anyone = queries.seen_by(fresh(contribution), queries.showing_of(contribution))
    assert (inside.text, str(inside.why)) == ("", "Only those who answer it read it.")
    assert (paying.text, anyone.text, anyone.by, anyone.own) == ("", OWN, "Somebody", True)


def test_who_is_known_around_the_words(cast) -> None:
    around = queries.around(said(cast))
    assert "Mo Haddad" in around.staff and "Cora Whitlock" not in around.staff
    assert around.author == ("Cora", "Cora Whitlock")
    assert (around.unit, around.small) == ("Crisis line", True)
    for _ in range(8):
        last = said(cast)
    assert not queries.around(last).small


def test_the_database_holds_it(cast) -> None:
    from django.db import IntegrityError, transaction

    contribution = told(cast, uses=PUBLIC)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.filter(pk=contribution.pk).update(public_on=make.days(0))


def test_waiting_for_its_author(cast) -> None:
    contribution = told(cast, uses=PUBLIC)
    waiting(cast)
    assert list(queries.unseen_for(cast.actor("manager"))) == [contribution]
    assert list(queries.unseen_for(cast.actor("finance"))) == []


def test_decided_and_not_shown(cast) -> None:
    decided(cast)
    assert list(queries.public_heard(cast.org)) == []
