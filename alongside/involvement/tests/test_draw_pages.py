"""The pages of a draw: the coordinator's, each person's own, and the one that anybody can check."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.core.dates import long_day
from alongside.involvement import queries, services
from alongside.involvement.models import Draw, Interest, Place
from alongside.people.models import Limits
from tests import make
from tests.make import days

from . import drawing
from .browsing import post, went
from .drawing import AGE, OLD, YOUNG, drawn, keys, quota, ready, sealed


def page_of(opportunity, *steps: str) -> str:
    return "/".join([f"/harbour/involvement/opportunities/{opportunity.code}/draw", *steps, ""])


def mine(opportunity) -> str:
    return f"/harbour/open/{opportunity.code}/draw/"


def test_from_the_preview_to_the_result(cast, client_as) -> None:
    opportunity, coordinator = ready(cast, 8, young=3), client_as("coordinator")
    young = opportunity.features.get().values.get(words=YOUNG).code
    quotas = page_of(opportunity, "quotas")
    old = opportunity.features.get().values.get(words=OLD).code
    rules = {f"least_{young}": "1", f"most_{young}": "1", f"least_{old}": "0", f"most_{old}": "2", "first_turn": "0"}
    looked = post(coordinator, quotas, **rules, look="yes").content.decode()
    assert "about 1 in 7" in looked or "about 1 in 3" in looked
    opportunity.refresh_from_db()
    assert not opportunity.features.get().values.exclude(least=0).exists()
    went(post(coordinator, quotas, **rules))
    page = coordinator.get(page_of(opportunity)).content.decode()
    assert "Seal the tickets" in page
    assert "The rule that holds the lowest chance down" in page
    moment = timezone.localtime() + timedelta(hours=2)
    answers = {"number_from": "room", "number_source": "Three balls", "design": "4"}
    when = {"day": long_day(moment.date()), "time": f"{moment:%H:%M}"}
    went(post(coordinator, page_of(opportunity, "seal"), **answers, **when))
    draw = Draw.objects.get()
    assert draw.commitment in coordinator.get(page_of(opportunity)).content.decode()
    with drawing.later(3):
        went(post(coordinator, page_of(opportunity, "number"), number="417", again="417"))
        went(post(coordinator, page_of(opportunity, "reveal")))
    draw.refresh_from_db()
    page = coordinator.get(page_of(opportunity)).content.decode()
    assert f"Ticket {draw.ticket} of 1000 was drawn" in page.replace(",", "")
    for entry in queries.drawn_people(draw):
        assert entry.person.known_as in page


def test_looking_at_rules_that_fight(cast, client_as) -> None:
    opportunity, coordinator = ready(cast, 6, young=1), client_as("coordinator")
    codes = {value.words: value.code for value in opportunity.features.get().values.all()}
    rules = {f"least_{codes[YOUNG]}": "2", f"least_{codes[OLD]}": "1", "first_turn": "0"}
    text = post(coordinator, page_of(opportunity, "quotas"), **rules, look="yes").content.decode()
    assert "These rules cannot all hold" in text
    assert "The smallest change that works" in text


def test_the_coordinator_never_reads_who_has_which_chance(cast, client_as) -> None:
    opportunity = ready(cast, 6, young=2)
    quota(cast, opportunity, YOUNG, least=1)
    Limits.objects.create(person=cast.people["p05"], per_year=0)
    draw = drawn(cast, opportunity)
    text = client_as("coordinator").get(page_of(opportunity)).content.decode()
    not_drawn = list(draw.entries.filter(drawn=False).select_related("person"))
    assert len(not_drawn) == 3
    for entry in not_drawn:
        assert entry.code not in text
        assert entry.person.known_as not in text
    assert cast.people["p05"].known_as not in text
    messages = " ".join(each.body for each in make_messages())
    assert "tickets" not in messages
    assert "limit" not in messages


def make_messages():
    from alongside.post.models import Message

    return Message.objects.all()


def test_each_person_reads_their_own_chance_and_why(cast, client_as) -> None:
    opportunity = ready(cast, 12, young=8)
    quota(cast, opportunity, YOUNG, least=0, most=1)
    make.place(cast, "p11", make.opportunity(cast), answered_on=days(-30))
    draw = drawn(cast, opportunity)
    entry = draw.entries.get(person=cast.people["p00"])
    text = client_as("p00").get(mine(opportunity)).content.decode()
    assert f"Your name was on {entry.on_tickets} of the 1,000 tickets." in text
    assert "At most 1 of the 2 seats could go to people who answered “Under 25”." in text
    assert "There are 8 of you. 1 ÷ 8 is about 1 in 8." in text
    assert entry.code in text
    assert "al-dots__mine" in text
    turned = client_as("p11").get(mine(opportunity)).content.decode()
    assert "You have had 1 turn this year, so your chance was made smaller." in turned
    assert long_day(queries.year_after(days(-30))) in turned
    assert draw.entries.get(person=cast.people["p11"]).code not in text


def test_nothing_is_said_of_a_small_group(cast, client_as) -> None:
    opportunity = ready(cast, 9, young=2)
    quota(cast, opportunity, YOUNG, least=1)
    drawn(cast, opportunity)
    for who in keys(9):
        text = client_as(who).get(mine(opportunity)).content.decode()
        assert "There are 2 of you" not in text
    assert "very few people" in client_as("p00").get(mine(opportunity)).content.decode()


def test_somebody_without_a_ticket_is_told_so(cast, client_as) -> None:
    opportunity = ready(cast, 6)
    draw = sealed(cast, opportunity)
    entry = draw.entries.get(person=cast.people["p00"])
    entry.on_tickets, entry.turns, entry.turn_ends_on, entry.weight = 0, 3, days(40), 1
    entry.save()
    draw.document["tickets"] = [[c for c in ticket if c != entry.code] for ticket in draw.document["tickets"]]
    draw.save(update_fields=["document"])
    text = client_as("p00").get(mine(opportunity)).content.decode()
    assert "Your name was on none of the 1,000 tickets." in text
    assert "made your chance so small that no ticket has your name" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"unavailable": True}, "cannot be there on the day"),
        ({"conflict": "Her sister applied."}, "Her sister applied."),
    ],
)
def test_why_not_is_for_them_alone(cast, client_as, change, words) -> None:
    opportunity = ready(cast, 6)
    Interest.objects.filter(person=cast.people["p05"]).update(**change)
    drawn(cast, opportunity)
    assert words in client_as("p05").get(mine(opportunity)).content.decode()
    assert words not in client_as("p04").get(mine(opportunity)).content.decode()


def test_their_own_limit_is_theirs_alone(cast, client_as) -> None:
    opportunity = ready(cast, 6)
    make.place(cast, "p05", make.opportunity(cast), answered_on=days(-30))
    Limits.objects.create(person=cast.people["p05"], per_year=1, rest_days=60)
    drawn(cast, opportunity)
    text = client_as("p05").get(mine(opportunity)).content.decode()
    assert "as many turns this year as you told us is enough" in text
    assert "You wanted a rest after your last turn." in text
    assert long_day(queries.year_after(days(-30))) in text
    coordinator = client_as("coordinator")
    for page in (page_of(opportunity), f"/harbour/involvement/opportunities/{opportunity.code}/"):
        read = coordinator.get(page).content.decode()
        assert "enough for you" not in read
        assert "wanted a rest" not in read


def test_nobody_else_has_a_page_of_it(cast, client_as) -> None:
    opportunity = ready(cast, 4)
    drawn(cast, opportunity)
    for who in ("dev", "coordinator", "public"):
        assert client_as(who).get(mine(opportunity)).status_code == 404


def test_my_places_lead_to_the_draw(cast, client_as) -> None:
    opportunity = ready(cast, 4)
    drawn(cast, opportunity)
    assert mine(opportunity) in client_as("p00").get("/me/places/").content.decode()
    assert 'href="draw/"' in client_as("p00").get(f"/harbour/open/{opportunity.code}/").content.decode()


def test_anybody_can_check_it(cast, client_as) -> None:
    draw = drawn(cast, ready(cast, 6, young=2))
    public, page = client_as("public"), f"/harbour/draws/{draw.code}/"
    text = public.get(page).content.decode()
    for words in (draw.commitment, draw.secret, draw.number):
        assert words in text
    for who in keys(6):
        assert cast.people[who].known_as not in text
    assert "Right: ticket" in public.get(f"{page}check/").content.decode()
    file = public.get(f"{page}proof.json")
    assert file["Content-Type"] == "application/json"
    assert json.loads(file.content)["ticket"] == draw.ticket


def test_a_tampered_ticket_is_named(cast, client_as) -> None:
    draw = drawn(cast, ready(cast, 6))
    other = next(
        code for code in draw.entries.values_list("code", flat=True) if code not in draw.document["tickets"][41]
    )
    draw.document["tickets"][41][0] = other
    draw.save(update_fields=["document"])
    assert "Ticket 42 was changed." in client_as("public").get(f"/harbour/draws/{draw.code}/check/").content.decode()


def test_before_the_number_there_is_a_seal_and_no_secret(cast, client_as) -> None:
    draw = sealed(cast, ready(cast, 6))
    public, page = client_as("public"), f"/harbour/draws/{draw.code}/"
    assert draw.commitment in public.get(page).content.decode()
    assert draw.sealed.secret not in public.get(page).content.decode()
    assert set(json.loads(public.get(f"{page}proof.json").content)) == {"commitment", "document"}
    assert "There is nothing to check yet" in public.get(f"{page}check/").content.decode()


def test_a_draw_that_was_set_aside_says_why(cast, client_as) -> None:
    opportunity, coordinator = ready(cast, 6), client_as("coordinator")
    draw = sealed(cast, opportunity)
    went(post(coordinator, page_of(opportunity, "set-aside"), why="The machine broke."))
    assert "The machine broke." in client_as("public").get(f"/harbour/draws/{draw.code}/").content.decode()
    assert "The machine broke." in client_as("p00").get(mine(opportunity)).content.decode()


def test_everybody_has_a_place(cast, client_as) -> None:
    opportunity, coordinator = ready(cast, 2), client_as("coordinator")
    assert "No draw is needed" in coordinator.get(page_of(opportunity)).content.decode()
    went(post(coordinator, page_of(opportunity, "everybody"), design="4"))
    assert Place.objects.filter(opportunity=opportunity).count() == 2
    assert "as many seats as people" in client_as("p00").get(mine(opportunity)).content.decode()


def test_a_seat_that_came_back_goes_to_a_reserve(cast, client_as) -> None:
    opportunity, coordinator = ready(cast, 6), client_as("coordinator")
    drawn(cast, opportunity)
    place = Place.objects.filter(opportunity=opportunity).first()
    by = cast.actor(next(who for who in keys(6) if cast.people[who] == place.person))
    services.decline_place(place=place, by=by)
    assert "Offer it to the next reserve" in coordinator.get(page_of(opportunity)).content.decode()
    went(post(coordinator, page_of(opportunity, "reserve")))
    assert Place.objects.filter(opportunity=opportunity, state="offered").count() == 2


def test_lists(cast, client_as) -> None:
    draw = drawn(cast, ready(cast, 6))
    coordinator = client_as("coordinator")
    assert f"/harbour/draws/{draw.code}/" in coordinator.get("/harbour/involvement/draws/").content.decode()
    text = coordinator.get("/harbour/involvement/turns/").content.decode()
    assert "6 people who wanted a turn have not had one yet." in text


@pytest.mark.parametrize("page", ["show", "mine", "proof", "quotas"])
def test_pages_ask_few_questions(cast, client_as, page, django_assert_max_num_queries) -> None:
    opportunity = ready(cast, 12, young=5)
    quota(cast, opportunity, YOUNG, least=1)
    draw = drawn(cast, opportunity)
    urls = {"show": page_of(opportunity), "mine": mine(opportunity), "proof": f"/harbour/draws/{draw.code}/"}
    urls["quotas"] = page_of(opportunity, "quotas")
    who = {"mine": "p00", "proof": "public"}.get(page, "coordinator")
    client = client_as(who)
    with django_assert_max_num_queries(26 if page == "show" else 20):
        assert client.get(urls[page]).status_code == 200


def test_the_question_is_not_on_the_proof_as_an_answer(cast, client_as) -> None:
    draw = drawn(cast, ready(cast, 6, young=2))
    assert AGE not in client_as("public").get(f"/harbour/draws/{draw.code}/").content.decode()  # no rule used it


def test_what_somebody_reads_after_they_gave_a_place_back(cast, client_as) -> None:
    opportunity = ready(cast, 6)
    first = drawn(cast, opportunity)
    kept, gone = Place.objects.filter(opportunity=opportunity).order_by("id")
    keeps = next(who for who in keys(6) if cast.people[who] == kept.person)
    gives = next(who for who in keys(6) if cast.people[who] == gone.person)
    services.accept_place(place=kept, by=cast.actor(keeps))
    services.decline_place(place=gone, by=cast.actor(gives))
    again = drawn(cast, opportunity)
    text = client_as(gives).get(mine(opportunity)).content.decode()
    assert "You were drawn, and you did not take the place." in text
    text = client_as(keeps).get(mine(opportunity)).content.decode()
    assert "There is a place for you in this." in text
    assert f"/harbour/draws/{first.code}/" in text
    assert "You kept your place." in text
    assert again.entries.get(person=kept.person).code in text
