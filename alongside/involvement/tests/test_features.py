"""The questions of one panel: asked of everybody alike, answered or not, and gone when it is over."""

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.involvement import personal, queries, rules, services
from alongside.involvement.models import Feature, Interest, InterestAnswer
from alongside.involvement.rules import SeatsFor
from tests import make

from . import steps
from .browsing import post, went

AGE = {"question": "How old are you?", "why": "We want more than one age.", "values": ["Under 25", "25 or over"]}


def asking(cast, opportunity, **values) -> Feature:
    return services.add_feature(opportunity=opportunity, by=cast.actor("coordinator"), **{**AGE, **values})


def answering(cast, opportunity, who: str, words: str = "", **more) -> Interest:
    feature = opportunity.features.get()
    value = feature.values.get(words=words).code if words else ""
    told = services.ForTheDraw(**{"answers": {feature.code: value}, "agreed": bool(words), **more})
    return services.say_interest(
        opportunity=opportunity, person=cast.people[who], note="", told=told, by=cast.actor(who)
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"values": ["Yes"]}, "at least two answers"),
        ({"values": ["Yes", " Yes  "]}, "at least two answers"),
        ({"values": [str(n) for n in range(13)]}, "at most 12"),
        ({"values": ["Yes", "x" * 101]}, "under 100 characters"),
        ({"why": "  "}, "why it is asked"),
    ],
)
def test_what_a_question_must_have(cast, values, words) -> None:
    with pytest.raises(Refused, match=words):
        asking(cast, steps.written(cast), **values)


def test_the_same_question_is_asked_once(cast) -> None:
    opportunity = steps.written(cast)
    asking(cast, opportunity)
    with pytest.raises(Refused, match="asked already"):
        asking(cast, opportunity)


def test_everybody_is_asked_the_same(cast) -> None:
    opportunity = steps.opened(cast)
    feature = asking(cast, opportunity)
    answering(cast, opportunity, "cora", "Under 25")
    for change in (
        lambda: asking(cast, opportunity, question="Where do you live?"),
        lambda: services.change_feature(feature=feature, by=cast.actor("coordinator"), **AGE),
        lambda: services.remove_feature(feature=feature, by=cast.actor("coordinator")),
    ):
        with pytest.raises(Refused, match="stay as they are"):
            change()


def test_changing_the_answers_keeps_the_seats_of_those_that_stay(cast) -> None:
    opportunity = steps.written(cast)
    feature = asking(cast, opportunity)
    young = feature.values.get(words="Under 25")
    coordinator = cast.actor("coordinator")
    opportunity.refresh_from_db()
    quotas = {young.code: SeatsFor(least=1, bend=1, never_alone=True)}
    services.set_quotas(
        opportunity=opportunity, quotas=quotas, first_turn_percent=60, seen=opportunity.version, by=coordinator
    )
    services.change_feature(feature=feature, by=coordinator, **{**AGE, "values": ["25 to 60", "Under 25", "Over 60"]})
    kept = list(feature.values.order_by("position").values_list("words", "least", "bend", "never_alone"))
    assert kept == [("25 to 60", 0, None, False), ("Under 25", 1, 1, True), ("Over 60", 0, None, False)]
    opportunity.refresh_from_db()
    assert opportunity.first_turn_percent == 60
    assert Event.objects.filter(name__in=["quotas_set", "question_added", "question_changed"]).count() == 3


@pytest.mark.parametrize(
    ("quotas", "words"),
    [
        ((SeatsFor(least=2, most=1), SeatsFor()), "cannot be less"),
        ((SeatsFor(least=3), SeatsFor()), "only 2 seats"),
        ((SeatsFor(bend=1), SeatsFor(bend=1)), "place of its own"),
    ],
)
def test_the_shape_of_quotas(quotas, words) -> None:
    with pytest.raises(Refused, match=words):
        rules.check_quotas(dict(zip("ab", quotas, strict=True)), 2)


def test_quotas_that_somebody_else_changed_meanwhile(cast) -> None:
    opportunity = steps.written(cast)
    feature = asking(cast, opportunity)
    code = feature.values.first().code
    with pytest.raises(Refused, match="while you were writing"):
        services.set_quotas(
            opportunity=opportunity,
            quotas={code: SeatsFor(least=1)},
            first_turn_percent=0,
            seen=opportunity.version - 1,
            by=cast.actor("coordinator"),
        )


def test_an_answer_needs_consent_and_no_answer_needs_none(cast) -> None:
    opportunity = steps.opened(cast)
    asking(cast, opportunity)
    with pytest.raises(Refused, match="Tick that we may use"):
        answering(cast, opportunity, "cora", "Under 25", agreed=False)
    assert answering(cast, opportunity, "cora").agreed_on is None
    assert queries.answers_by_interest(opportunity) == {}


@pytest.mark.parametrize("answers", [{"nothing": "x"}, {"FEATURE": "x"}])
def test_an_answer_that_is_not_in_the_list(cast, answers) -> None:
    opportunity = steps.opened(cast)
    feature = asking(cast, opportunity)
    told = services.ForTheDraw({feature.code if k == "FEATURE" else k: v for k, v in answers.items()}, agreed=True)
    with pytest.raises(Refused, match="not in the list"):
        services.say_interest(
            opportunity=opportunity, person=cast.people["cora"], note="", told=told, by=cast.actor("cora")
        )


def test_answers_can_be_changed_until_it_closes_and_go_when_taken_back(cast) -> None:
    opportunity = steps.opened(cast)
    asking(cast, opportunity)
    answering(cast, opportunity, "cora", "Under 25")
    mine = answering(cast, opportunity, "cora", "25 or over", conflict="My brother applied")
    assert list(queries.answers_by_interest(opportunity).values()) == [{"How old are you?": "25 or over"}]
    assert (mine.conflict, mine.conflict_by_person) == ("My brother applied", True)
    gone = services.withdraw_interest(interest=mine, by=cast.actor("cora"))
    assert (gone.conflict, gone.agreed_on, InterestAnswer.objects.count()) == ("", None, 0)


@pytest.mark.parametrize("end", ["cancel", "forget"])
def test_nobody_keeps_the_answers(cast, end) -> None:
    opportunity = steps.opened(cast)
    asking(cast, opportunity)
    answering(cast, opportunity, "cora", "Under 25", conflict="My brother applied", unavailable=True)
    if end == "cancel":
        services.cancel(opportunity=opportunity, by=cast.actor("coordinator"))
    else:
        personal.erase(cast.people["cora"].pk, cast.actor("coordinator"))
    assert not InterestAnswer.objects.exists()
    assert Interest.objects.values_list("conflict", "unavailable").get() == ("", False)


def test_the_answers_are_theirs_to_take(cast) -> None:
    opportunity = steps.opened(cast)
    asking(cast, opportunity)
    answering(cast, opportunity, "cora", "Under 25")
    taken = personal.export(cast.people["cora"].pk)["interested_in"][0]
    assert taken["my_answers_for_the_draw"] == {"How old are you?": "Under 25"}


def test_what_the_coordinator_wrote_about_a_conflict_stands(cast) -> None:
    opportunity = steps.opened(cast)
    asking(cast, opportunity)
    mine, coordinator = answering(cast, opportunity, "cora"), cast.actor("coordinator")
    services.name_conflict(interest=mine, why="Her sister applied.", by=coordinator)
    mine = answering(cast, opportunity, "cora")
    assert (mine.conflict, mine.conflict_by_person) == ("Her sister applied.", False)
    assert services.name_conflict(interest=mine, why=" ", by=coordinator).conflict == ""
    with pytest.raises(Refused, match="Ask the coordinator"):
        services.name_conflict(interest=mine, why="Why not", by=cast.actor("staff"))


def test_it_closes_at_the_time_that_was_named(cast) -> None:
    opportunity = steps.opened(cast, closes_at=time(17))
    until = rules.closing_moment(opportunity)
    with time_machine.travel(until - timedelta(minutes=1), tick=False):
        assert rules.still_open(opportunity, timezone.now())
        assert [row.pk for row in queries.open_to(cast.actor("cora"))] == [opportunity.pk]
        assert services.close_what_is_over(timezone.localdate()) == 0
    with time_machine.travel(until, tick=False):
        assert list(queries.open_to(cast.actor("cora"))) == []
        with pytest.raises(Refused, match="closed now"):
            services.say_interest(opportunity=opportunity, person=cast.people["cora"], note="", by=cast.actor("cora"))
        assert services.close_what_is_over(timezone.localdate()) == 1


def test_without_a_time_it_closes_at_the_end_of_the_day(cast) -> None:
    made = make.opportunity(cast)
    until = rules.closing_moment(made)
    assert (until.date(), until.time()) == (made.closes_on + timedelta(days=1), time(0))


def test_the_questions_on_the_pages(cast, client_as) -> None:
    opportunity = steps.written(cast)
    coordinator, cora = client_as("coordinator"), client_as("cora")
    page = f"/harbour/involvement/opportunities/{opportunity.code}/questions/"
    went(post(coordinator, f"{page}add/", **{**AGE, "values": "Under 25\n25 or over\n"}))
    feature = opportunity.features.get()
    went(post(coordinator, f"{page}{feature.code}/", **{**AGE, "question": "Your age?", "values": "Under 25\nOver"}))
    assert "Your age?" in coordinator.get(page).content.decode()
    opportunity.refresh_from_db()
    steps.opens(opportunity, cast.actor("coordinator"))
    say, name = f"/harbour/open/{opportunity.code}/interested/", f"answer_{feature.code}"
    young = feature.values.get(words="Under 25").code
    wrong = post(cora, say, note="", **{name: young})
    assert wrong.status_code == 422
    assert "Tick that we may use your answers" in wrong.content.decode()
    went(post(cora, say, note="", agreed="on", **{name: young}))
    again = cora.get(say).content.decode()
    assert "Change what I said" in again
    assert f'value="{young}" class="govuk-radios__input" id="id_{name}_0" checked' in again.replace("required ", "")
    went(post(cora, say, note="", **{name: "-"}))
    assert queries.answers_by_interest(opportunity) == {}
    noor = cast.people["noor"].code
    told = f"/harbour/involvement/opportunities/{opportunity.code}/interest/{noor}/"
    went(post(coordinator, told, medium="phone", note="", agreed="on", **{name: young}))
    text = coordinator.get(f"/harbour/involvement/opportunities/{opportunity.code}/").content.decode()
    assert "Under 25" not in text
    went(post(coordinator, f"{told}conflict/", why="Her sister applied."))
    assert Interest.objects.get(person=cast.people["noor"]).conflict == "Her sister applied."


def test_a_question_can_be_taken_out_again(cast, client_as) -> None:
    opportunity = steps.written(cast)
    feature = asking(cast, opportunity)
    url = f"/harbour/involvement/opportunities/{opportunity.code}/questions/{feature.code}/remove/"
    went(post(client_as("coordinator"), url))
    assert not Feature.objects.exists()


def test_what_was_not_asked_again_stands(cast, client_as) -> None:
    opportunity = steps.opened(cast)
    feature = asking(cast, opportunity)
    answering(cast, opportunity, "cora", "Under 25")
    cora = cast.people["cora"].code
    url = f"/harbour/involvement/opportunities/{opportunity.code}/interest/{cora}/"
    coordinator = client_as("coordinator")
    page = coordinator.get(url).content.decode()
    assert "checked" not in page  # whoever writes it down does not read what they answered
    went(post(coordinator, url, medium="phone", note="She can bring a friend."))
    assert list(queries.answers_by_interest(opportunity).values()) == [{"How old are you?": "Under 25"}]
    assert Interest.objects.get().agreed_on is not None
    went(post(coordinator, url, medium="phone", note="", **{f"answer_{feature.code}": "-"}))
    assert queries.answers_by_interest(opportunity) == {}
    assert Interest.objects.get().agreed_on is None
