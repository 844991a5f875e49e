import re

import pytest

from alongside.core.actor import Medium
from alongside.people import services
from alongside.people.models import AccessNeed, Channel, Consent, Person, PersonStatus
from alongside.people.services.register import keep_tokens
from tests.make import days

REGISTER = "/harbour/people/"


# The register.


def test_the_register_shows_what_needs_doing_first(keeper, alma, cora, text):
    new = services.add_person(name="Rosa Delgado", by=alma, medium=Medium.PHONE)
    AccessNeed.objects.create(person=cora, kind="send", words="Large print", review_on=days(5))
    shown = text(keeper.get(REGISTER))
    assert "Rosa Delgado asked to take part: welcome them" in shown
    assert "Cora what they need: ask whether it is still right" in shown
    assert shown.index("What needs doing") < shown.index("Add somebody") < shown.index("Since")
    assert "Large print" not in shown
    assert f'href="{new.code}/"' in keeper.get(REGISTER).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?name=whit", {"Cora Whitlock"}),
        ("?name=Ó Bri", {"Eoin Ó Briain"}),
        ("?name=zzz", set()),
        ("?state=left", {"Dev Anand"}),
        ("?state=active&name=dev", set()),
        ("?state=nonsense", {"Cora Whitlock", "Dev Anand", "Noor", "Eoin Ó Briain"}),
        ("?name=%00&after=broken", {"Cora Whitlock", "Dev Anand", "Noor", "Eoin Ó Briain"}),
    ],
)
def test_finding_in_the_register(cast, keeper, query, found, text):
    Person.objects.filter(pk=cast.people["dev"].pk).update(state="left")
    for person in cast.people.values():
        keep_tokens(person)
    shown = text(keeper.get(REGISTER + query)).rpartition("Take this list with you")[0]
    names = {person.name for person in cast.people.values()}
    assert {name for name in names if name in shown} == found


def test_an_empty_register_says_what_to_do_first(keeper, text):
    AccessNeed.objects.all().delete()
    for model in (Consent, Channel, PersonStatus):
        model.objects.all().delete()
    Person.objects.all().delete()
    shown = text(keeper.get(REGISTER))
    assert "Nobody is on the register yet. Add somebody, or bring in a list." in shown


def test_adding_somebody(cast, keeper, text):
    answers = {
        "name": "Rosa Delgado",
        "called": "Rosie",
        "email": "rosa@example.org",
        "facilitator": cast.users["staff"].code,
        "medium": "paper",
    }
    response = keeper.post(f"{REGISTER}new/", answers)
    rosa = Person.objects.order_by("-pk").first()
    assert (response.status_code, response["Location"]) == (303, f"{REGISTER}{rosa.code}/")
    assert (rosa.name, rosa.facilitator, rosa.medium) == ("Rosa Delgado", cast.users["staff"], "paper")
    assert "Rosa Delgado" in text(keeper.get(response["Location"]))


def test_adding_somebody_twice_by_pressing_twice(keeper):
    token = re.search(r'name="once" value="(\w+)"', keeper.get(f"{REGISTER}new/").content.decode())[1]
    answers = {"name": "Rosa", "medium": "phone", "once": token}
    first, second = keeper.post(f"{REGISTER}new/", answers), keeper.post(f"{REGISTER}new/", answers)
    assert first["Location"] == second["Location"]
    assert Person.objects.count() == 5


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"name": ""}, "Fill in “Name”."),
        ({"name": "x" * 10_000}, "“Name” can have 200 characters."),
        ({"name": "Rosa", "phone": "123"}, "Write a phone number with its area code"),
        ({"name": "Rosa", "email": "rosa@"}, "Write an e-mail address like name@example.org."),
        ({"name": "Rosa", "facilitator": "nobody"}, "That answer is not in the list."),
        ({"name": "Rosa", "medium": "dream"}, "That answer is not in the list."),
        ({"name": "Rosa"}, "Choose an answer to “How do you know?”."),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_lost(keeper, answers, said, text):
    filled = {"route_in": "The open day", "medium": "phone", **answers}
    if answers == {"name": "Rosa"}:
        del filled["medium"]
    response = keeper.post(f"{REGISTER}new/", filled)
    assert response.status_code == 422
    assert said in text(response)
    assert 'value="The open day"' in response.content.decode()
    assert Person.objects.count() == 4


# What a page costs.


@pytest.mark.parametrize("count", [3, 60])
def test_the_register_costs_the_same_however_long_it_is(keeper, alma, count, django_assert_max_num_queries):
    for number in range(count):
        services.add_person(name=f"Person {number}", by=alma, medium=Medium.PHONE)
    with django_assert_max_num_queries(13):
        keeper.get(f"{REGISTER}?name=pe")


@pytest.mark.parametrize("who", ["coordinator", "cora"])
def test_a_persons_page_costs_few_queries(client_as, page, about, cora, herself, who, django_assert_max_num_queries):
    for number in range(5):
        services.add_need(person=cora, kind="send", words=f"Need {number}", by=herself)
        services.add_offer(person=cora, kind="skill", words=f"Offer {number}", by=herself)
        services.give_consent(person=cora, purpose="credit", by=herself)
    client = client_as(who)
    with django_assert_max_num_queries(15):
        assert client.get(page if who == "coordinator" else about).status_code == 200
