"""The pages: what stands on them, for whom, with how many questions."""

from __future__ import annotations

import pytest

from alongside.candour.models import AskedAbout, SignLimits
from alongside.candour.queries import limits_values
from alongside.candour.standards import Limits
from alongside.core.dates import long_day
from alongside.involvement.models import Opportunity
from alongside.voice.tests.factories import said
from tests import make

pytestmark = pytest.mark.django_db
YEAR, LIMITS = "/harbour/candour/", "/harbour/candour/limits/"


def test_an_empty_year_says_that_there_is_not_enough_to_tell(cast, client_as) -> None:
    page = client_as("board").get(YEAR).content.decode()
    assert "Not enough to tell" in page
    assert "Look at this" not in page


def test_a_year_says_what_counts_in_it(cast, client_as) -> None:
    page = client_as("board").get(YEAR).content.decode()
    assert "a decision counts in the year of its own day" in page
    said(cast)  # of days in which nothing happened nothing is explained
    assert (
        "The signs can have another number: they count the sessions about decisions"
        in client_as("board").get("/harbour/figures/").content.decode()
    )


def test_a_lone_seat_stands_first_with_its_record(cast, client_as) -> None:
    opportunity = make.opportunity(
        cast, seats=1, lone_seat_reason="The board has one.", state="open", opened_on=make.days(-3)
    )
    page = client_as("board").get(YEAR).content.decode()
    assert page.index("Look at this") < page.index("One seat alone") < page.index("Not enough to tell")
    assert f"/harbour/involvement/opportunities/{opportunity.code}/" in page


def test_a_contributor_reads_the_signs_and_is_led_to_nothing_they_may_not_open(cast, client_as) -> None:
    words = said(cast, words="The night line rings out.", person=cast.people["dev"], by=cast.actor("dev"))
    type(words).objects.filter(pk=words.pk).update(
        said_on=make.days(-90), received_on=make.days(-90), answer_by=make.days(-40), due_on=make.days(-40)
    )
    page = client_as("cora").get(YEAR).content.decode()
    assert "Said in these days, and not answered by the day it was due: 1 out of 1." in page
    assert words.code not in page and "rings out" not in page
    assert words.code in client_as("manager").get(YEAR).content.decode()


def test_of_one_part(cast, client_as) -> None:
    make.opportunity(cast, seats=1, lone_seat_reason="There is one.", state="open", opened_on=make.days(-3))
    team, other = cast.units["team"], cast.units["other_team"]
    assert "Look at this" in client_as("board").get(f"{YEAR}?unit={team.code}").content.decode()
    assert "Look at this" not in client_as("board").get(f"{YEAR}?unit={other.code}").content.decode()
    assert client_as("manager").get(f"{YEAR}?unit={other.code}").status_code == 404
    assert client_as("board").get(f"{YEAR}?unit=nothing").status_code == 404


def test_the_decision_leads_to_its_signs(cast, client_as) -> None:
    decision = make.decision(cast)
    here = f"/harbour/decisions/{decision.code}/"
    assert f"{here}signs/" in client_as("cora").get(here).content.decode()
    page = client_as("cora").get(f"{here}signs/").content.decode()
    assert "There is still time." in page
    assert "Always the same few" not in page


def test_who_reads_no_signs_is_not_led_there(cast, client_as) -> None:
    here = f"/harbour/decisions/{make.decision(cast).code}/"
    assert "signs/" not in client_as("finance").get(here).content.decode()


def test_one_question_for_each_thing_however_much_there_is(cast, client_as, django_assert_max_num_queries) -> None:
    for _n in range(3):
        make.opportunity(cast, seats=1, lone_seat_reason="There is one.", state="open", opened_on=make.days(-3))
    said(cast)
    client = client_as("board")
    with django_assert_max_num_queries(15):
        assert client.get(YEAR).status_code == 200


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (None, "What holds since {since}"),
        (0, "What holds today, since {since}"),
        (-2, "What held on {on}, since {since}"),
        (-9, "On {before} nobody had set them yet. What held then"),
        (9, "What holds since {since}"),
        ("x", "What holds since {since}"),
    ],
)
def test_limits_of_a_day(cast, client_as, on: int | str | None, says: str) -> None:
    SignLimits.objects.create(
        organisation=cast.org, effective_on=make.days(-5), why="We sat down.", **limits_values(Limits())
    )
    days = {"since": long_day(make.days(-5)), "on": long_day(make.days(-2)), "before": long_day(make.days(-9))}
    asked = "" if on is None else f"?on={make.days(on) if isinstance(on, int) else on}"
    page = client_as("board").get(f"{LIMITS}{asked}").content.decode()
    assert f'<h2 class="govuk-heading-m">{says.format(**days)}</h2>' in page
    assert ("“Day”: what the address asks for there is not one" in page) is (on in (9, "x"))


def asked(cast, *who: str) -> dict[str, object]:
    """Each by their code, and agreeing."""
    rows = enumerate(who, start=1)
    return {
        name: value for n, one in rows for name, value in ((f"name{n}", cast.people[one].code), (f"agrees{n}", "yes"))
    }


def values(**changed: object) -> dict[str, object]:
    return {**limits_values(Limits()), "why": "We sat down together.", "from_day": str(make.days(0)), **changed}


def test_the_coordinator_sets_limits_with_two_people(cast, client_as) -> None:
    sent = values(agenda_percent=40, **{**asked(cast, "cora", "dev"), "agrees2": "no"})
    response = client_as("coordinator").post(f"{LIMITS}set/", {**sent, "seen": 0})
    assert response.status_code == 303
    limits = SignLimits.objects.get()
    assert limits.agenda_percent == 40
    assert sorted(limits.asked.values_list("person", "agrees")) == sorted(
        [(cast.people["cora"].pk, True), (cast.people["dev"].pk, False)]
    )
    assert "Asked: 2. They agree: 1." in client_as("board").get(LIMITS).content.decode()
    assert "Cora" not in client_as("board").get(LIMITS).content.decode()
    assert "Cora" in client_as("coordinator").get(LIMITS).content.decode()


@pytest.mark.parametrize(
    "who, changed, says",
    [
        (("cora",), {}, "at least two"),
        (("cora", "cora"), {}, "twice"),
        (("cora",), {"name2": "Nobody Known", "agrees2": "yes"}, "Nobody who is active"),
        (("cora",), {"agrees1": ""}, "Choose whether they agree"),
        (("cora", "dev"), {"said3": "It is fine."}, "Write whom you mean"),
        (("cora", "dev"), {"agenda_percent": "101"}, "from 0 to 100"),
        (("cora", "dev"), {"agenda_percent": "most"}, "whole number"),
        (("cora", "dev"), {"from_day": "1 January 2020"}, "today or a later day"),
        (("cora", "dev"), {"why": ""}, "Write down why"),
    ],
)
def test_bad_input_is_said_where_it_is(
    cast, client_as, who: tuple[str, ...], changed: dict[str, object], says: str
) -> None:
    response = client_as("coordinator").post(f"{LIMITS}set/", values(**{**asked(cast, *who), **changed}))
    assert response.status_code == 422
    assert says in response.content.decode()
    assert not SignLimits.objects.exists()


def test_whoever_was_asked_reads_it_and_says_that_it_is_not_so(cast, client_as) -> None:
    sent = values(**asked(cast, "cora", "dev"), said1="Ten is fine.")
    client_as("coordinator").post(f"{LIMITS}set/", sent)
    row = AskedAbout.objects.get(person=cast.people["cora"])
    assert "Ten is fine." in client_as("cora").get(LIMITS).content.decode()
    assert "Ten is fine." not in client_as("dev").get(LIMITS).content.decode()
    assert client_as("cora").post(f"{LIMITS}not-so/{row.code}/").status_code == 303
    row.refresh_from_db()
    assert row.denied_on is not None
    assert "They say that what is written down is not so: 1." in client_as("board").get(LIMITS).content.decode()
    assert client_as("cora").post(f"{LIMITS}not-so/{row.code}/").status_code == 422


def test_an_opportunity_that_was_never_opened_is_no_sign(cast, client_as) -> None:
    make.opportunity(cast, seats=1, lone_seat_reason="There is one.", state="draft", opened_on=None)
    assert Opportunity.objects.count() == 1
    assert "Look at this" not in client_as("board").get(YEAR).content.decode()
