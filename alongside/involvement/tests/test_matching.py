"""What is suggested to somebody, and why; what staff learn of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.core.errors import NotYours
from alongside.involvement import queries
from alongside.involvement.rules.matching import Wanted, fits, reason
from alongside.people import services as people
from alongside.people.models import Person, Wish
from tests import make


@pytest.fixture
def panel(cast):
    return make.opportunity(cast, advert="Tell us how the bus shuts people out. Urdu is spoken.")


def wish(cast, who="cora", **values):
    chosen = {"kinds": [], "units": [], "ways": "any", "hear": "never", **values}
    return people.set_wish(person=cast.people[who], by=cast.actor(who), **chosen)


def offer(cast, kind, words, who="cora"):
    people.add_offer(person=cast.people[who], kind=kind, words=words, by=cast.actor(who))


def why(cast, who="cora"):
    found = queries.open_now([cast.actor(who)])
    return [one.reason for one in found.might_like]


def test_without_a_word_nothing_is_suggested_and_everything_is_there(cast, panel):
    found = queries.open_now([cast.actor("cora")])
    assert (found.might_like, found.others) == ([], [panel])


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, "Because you said that it can be anything."),
        ({"kinds": "recruitment"}, "Because you want to help decide about this: Recruitment."),
        ({"kinds": "policy"}, None),
        ({"units": "services"}, "Because you want to take part here: Crisis line."),
        ({"units": "team"}, "Because you want to take part here: Crisis line."),
        ({"units": "other_team"}, None),
        ({"kinds": "recruitment", "units": "other_team"}, None),
    ],
)
def test_wishes(cast, panel, chosen, expected):
    kinds = [cast.kinds[chosen["kinds"]]] if "kinds" in chosen else []
    units = [cast.units[chosen["units"]]] if "units" in chosen else []
    wish(cast, kinds=kinds, units=units)
    assert why(cast) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("wanted", "offered", "together"),
    [
        ("any", "in_person", True),
        ("any", "", True),
        ("remote", "", True),
        ("remote", "any", True),
        ("remote", "remote", True),
        ("remote", "in_person", False),
        ("in_person", "remote", False),
    ],
)
def test_ways(cast, panel, wanted, offered, together):
    panel.ways = offered
    assert fits(Wanted(True, wanted), panel) is together
    assert bool(reason(Wanted(True, wanted), panel)) is together


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("interest", "Making it easier for PEOPLE without a car, or a bus.", None),
        ("interest", "Whom we “choose”, and how.", "Because you want to work on “choose”."),
        ("language", "A little Urdu", "Because you speak Urdu."),
        ("language", "Polish", None),
        ("language", "A people person", None),
        ("skill", "I choose well", None),
    ],
)
def test_offers(cast, panel, kind, words, expected):
    offer(cast, kind, words)
    assert why(cast) == ([expected] if expected else [])


def test_an_offer_does_not_overrule_a_wish(cast, panel):
    offer(cast, "language", "Urdu")
    wish(cast, kinds=[cast.kinds["policy"]])
    assert why(cast) == []


def test_what_was_answered_is_not_suggested(cast, panel):
    wish(cast)
    make.place(cast, "cora", panel, state="declined")
    assert why(cast) == []
    assert queries.open_now([cast.actor("cora")]).others == [panel]


def test_many_open_cost_the_same(cast):
    wish(cast, kinds=[cast.kinds["recruitment"]])
    cora, counts = cast.actor("cora"), []
    for _more in range(2):
        for _number in range(3):
            make.opportunity(cast)
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert queries.open_now([cora]).might_like
        counts.append(len(found))
    assert counts[0] == counts[1] == 3


# What staff learn.


def crowd(cast, number):
    rows = [Person(organisation=cast.org, name=f"Person {one}", state="active") for one in range(number)]
    for person in Person.objects.bulk_create(rows):
        Wish.objects.create(person=person)


@pytest.mark.parametrize(("number", "shown"), [(7, None), (8, 8)])
def test_a_number_and_only_when_it_is_not_small(cast, panel, number, shown):
    crowd(cast, number)
    assert queries.how_many_might_like(cast.actor("coordinator"), panel) == shown


def test_the_number_counts_what_fits(cast, panel):
    crowd(cast, 8)
    wish(cast, kinds=[cast.kinds["recruitment"]], units=[cast.units["services"]])
    wish(cast, "dev", kinds=[cast.kinds["policy"]])
    wish(cast, "eoin", units=[cast.units["other_team"]])
    Wish.objects.exclude(person__in=cast.people.values()).first().delete()
    alma = cast.actor("coordinator")
    assert queries.how_many_might_like(alma, panel) == 8
    panel.ways = "remote"
    Wish.objects.exclude(person=cast.people["cora"]).update(ways="in_person")
    assert queries.how_many_might_like(alma, panel) is None


@pytest.mark.parametrize("who", ["staff", "board", "cora", "stranger"])
def test_nobody_else_learns_the_number(cast, panel, who):
    with pytest.raises(NotYours):
        queries.how_many_might_like(cast.actor(who), panel)


def test_the_page_of_an_opportunity_names_nobody(cast, client_as, panel):
    crowd(cast, 8)
    wish(cast)
    page = client_as("coordinator").get(f"/harbour/involvement/opportunities/{panel.code}/").content.decode()
    assert "9 people on the register want something like this" in page
    assert "Person 1" not in page and "Cora" not in page


def test_my_page_says_why(cast, client_as, panel):
    offer(cast, "interest", "Whom we choose")
    other = make.opportunity(cast, make.decision(cast, kind=cast.kinds["policy"]), title="Read the policy", advert="-")
    page = client_as("cora").get("/me/").content.decode()
    assert "What is open that you might like" in page and "What else is open" in page
    assert "Because you want to work on “choose”." in page
    assert page.index(panel.title) < page.index("What else is open") < page.index(other.title)
    assert "might like" not in client_as("dev").get("/me/").content.decode()
