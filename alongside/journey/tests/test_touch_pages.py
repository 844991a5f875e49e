"""The pages of what services are like, and of the statements: told without an account, read as their tellers chose."""

import re
from datetime import timedelta

import pytest

from alongside.core.small_groups import Sided
from alongside.journey import services, touch_picture
from alongside.journey.models import Rated, RatingRound, Statement, Telling, Touchpoint
from alongside.journey.queries.statements import InRound, OverTime
from alongside.journey.queries.touchpoints import Shown
from tests import cast as casting
from tests import make

from .touch_factories import LATER, answered, asking, at, counted, many, moment, over, read, statement, told

BASE = "/harbour/what-it-is-like/"
WORDS = "Zanzibar: nobody rang back for nine days. <b>Nine</b> 🙈"


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def service(cast) -> str:
    return f"{BASE}{cast.units['team'].code}/"


def tells(found: Touchpoint, **values: str) -> dict[str, str]:
    return {"moment": found.code, "felt": "-2", "words": WORDS, "audience": "anyone", **values}


# Without an account.


def test_told_by_anybody_read_first_then_shown_and_taken_back_with_the_code(cast, client_as) -> None:
    found, anybody = moment(cast), client_as("public")
    url = service(cast)
    assert "Nobody is watching this page" in text(anybody.get(f"{url}tell/"))
    done = anybody.post(f"{url}tell/", tells(found), follow=True)
    code = re.search(r"\b[0-9a-z]{4} [0-9a-z]{4} [0-9a-z]{4} [0-9a-z]{4}\b", text(done))
    assert code and "no-store" in done["Cache-Control"]
    assert Telling.objects.get().person is None and "Zanzibar" not in text(anybody.get(url))
    assert "The code was shown once" in text(anybody.get(f"{BASE}told/"))
    read(cast, Telling.objects.get())
    shown = anybody.get(url).content.decode()
    assert "Zanzibar" in shown and "<b>Nine</b>" not in shown and "🙈" in shown
    assert "We do not know this code" in text(anybody.post(f"{BASE}code/", {"code": "0000 0000 0000 0000"}))
    own = text(anybody.post(f"{BASE}code/", {"code": code[0].upper()}))
    assert "Zanzibar" in own and "Very bad" in own and "Somebody has read it" in own
    gone = anybody.post(f"{BASE}code/", {"code": code[0], "take_back": "yes"}, follow=True)
    assert "Your words are gone" in text(gone) and "Zanzibar" not in text(anybody.get(url))
    assert "We do not know this code" in text(anybody.post(f"{BASE}code/", {"code": code[0]}))


def test_sent_twice_it_is_told_once_and_has_one_code(cast, client_as) -> None:
    found, anybody, url = moment(cast), client_as("public"), f"{service(cast)}tell/"
    page = {**tells(found), "once": "a" * 32}
    codes = {re.findall(r"(?:[0-9a-z]{4} ){3}[0-9a-z]{4}", text(anybody.post(url, page, follow=True)))[0] for _ in "12"}
    assert len(codes) == 1 and Telling.objects.count() == 1


@pytest.mark.parametrize(
    "values", [{"felt": ""}, {"felt": "7"}, {"moment": "nothere"}, {"words": "x" * 20_000}, {"audience": "press"}]
)
def test_what_is_not_kept_is_still_on_the_page(cast, client_as, values) -> None:
    answer = client_as("public").post(f"{service(cast)}tell/", tells(moment(cast), **values))
    assert answer.status_code == 422 and not Telling.objects.exists()
    assert "words" in values or "Zanzibar" in answer.content.decode()


def test_too_much_from_one_place_is_not_kept(cast, client_as, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 2
    found, anybody, url = moment(cast), client_as("public"), f"{service(cast)}tell/"
    answers = [anybody.post(url, tells(found, words=f"Number {n}")).status_code for n in range(3)]
    assert answers == [303, 303, 422] and Telling.objects.count() == 2


def test_a_closed_service_is_told_nothing_and_says_where_else(cast, client_as) -> None:
    found, unit = moment(cast), cast.units["team"]
    unit.closed_on = make.days(0)
    unit.save()
    assert client_as("public").get(service(cast)).status_code == 404
    page = text(client_as("cora").get(f"{service(cast)}tell/"))
    assert "Nothing can be told here now" in page
    assert client_as("cora").post(f"{service(cast)}tell/", tells(found)).status_code == 422
    assert "This closed on" in text(client_as("cora").get(service(cast)))


# Signed in, and for somebody.


def test_signed_in_it_is_theirs_or_nobodys(cast, client_as) -> None:
    found, cora, url = moment(cast), client_as("cora"), f"{service(cast)}tell/"
    own = cora.post(url, tells(found, audience="here", named="on"), follow=True)
    assert "What you told us" in text(own)
    assert "You told us of this moment already" in text(cora.post(url, tells(found, words="Again")))
    cora.post(url, tells(found, words="Not me", unlinked="on"))
    assert list(Telling.objects.order_by("id").values_list("person", flat=True)) == [cast.people["cora"].pk, None]
    code = Telling.objects.order_by("id")[0].code
    assert client_as("dev").get(f"{BASE}mine/{code}/").status_code == 404
    read(cast, Telling.objects.get(code=code))
    page = f"{service(cast)}{found.code}/"
    assert "Cora" in text(client_as("dev").get(page)) and "Zanzibar" not in text(client_as("public").get(page))
    cora.post(f"{BASE}mine/{code}/take-back/", {})
    assert "Zanzibar" not in text(client_as("dev").get(page))


def test_staff_write_it_down_from_what_they_say(cast, client_as) -> None:
    found, runs, url = moment(cast), client_as("coordinator"), f"{service(cast)}take-down/"
    page = {**tells(found), "medium": "paper"}
    assert runs.post(url, page).status_code == 422  # nobody said that they agreed
    handed = runs.post(url, {**page, "agreed": "on"}, follow=True)
    assert "Give this code to the one who told it" in text(handed)
    runs.post(url, {**page, "agreed": "on", "medium": "phone", "person": cast.people["noor"].code, "words": "Noor’s"})
    rows = Telling.objects.order_by("id").values_list("person", "medium")
    assert list(rows) == [(None, "paper"), (cast.people["noor"].pk, "phone")]
    for telling in Telling.objects.all():
        read(cast, telling)
    assert "written down by somebody who works here" in text(client_as("dev").get(f"{service(cast)}{found.code}/"))
    assert found.name in text(runs.get(f"{service(cast)}sheet/"))
    back = {"person": cast.people["noor"].code, "medium": "phone", "moment": found.code}
    runs.post(f"{service(cast)}take-back/", back)
    assert "Nothing of this moment was written down" in text(runs.post(f"{service(cast)}take-back/", back))
    assert Telling.objects.filter(taken_back_on__isnull=False).count() == 1


def test_words_are_read_on_a_page_of_their_own(cast, client_as) -> None:
    telling, runs = told(cast, moment(cast), -2, words=WORDS, audience="anyone"), client_as("coordinator")
    assert "1 thing that somebody told waits to be read" in text(runs.get(BASE))
    assert "waits to be read" not in text(client_as("staff").get(BASE))
    url = f"{BASE}words/{telling.code}/"
    assert runs.post(url, {"hold": "yes"}).status_code == 422
    runs.post(url, {"hold": "yes", "held_why": "It names somebody."})
    assert "Zanzibar" not in text(client_as("public").get(service(cast)))
    runs.post(url, {"hold": "no"})
    assert "Zanzibar" in text(client_as("public").get(service(cast)))


# The picture.


def test_the_picture_and_its_table_say_the_same_and_nobody_sees_too_few(cast, client_as) -> None:
    first, few = moment(cast), moment(cast, "The wait")
    moment(cast, "The goodbye")
    many(cast, first, [2, 2, 1, 0, -1, -2])
    many(cast, few, [-2, -2, -2, -2])
    assert "?" in client_as("cora").get(service(cast)).content.decode()
    counted(cast)
    with at(LATER):
        cora = client_as("cora")
        pages = [text(cora.get(f"{service(cast)}?year={make.days(n).year}")) for n in (-366, 0, 100)]
        page = next(each for each in pages if "Good above the line" in each)
        assert "Very good: 2. Good: 1. Good and bad: 1. Bad: 1. Very bad: 1." in page
        assert page.count("Too few so far to show") == 2 and "Very bad: 4" not in " ".join(pages)
        outside = [text(client_as("public").get(f"{service(cast)}?year={make.days(n).year}")) for n in (-366, 0, 100)]
        assert not any("Very good: 2" in each for each in outside)


def test_the_picture_is_drawn_in_shapes_and_numbers() -> None:
    rows = [
        Shown(Touchpoint(name="a"), Sided(6, {"good": 3, "both": 1, "bad": 2}, {2: 2, 1: 1, 0: 1, -2: 2})),
        Shown(Touchpoint(name="b"), Sided(5, {"bad": 4})),
        Shown(Touchpoint(name="c"), None),
    ]
    drawn = str(touch_picture.moments(rows, "Crisis <line>"))
    assert drawn.count('class="al-felt__bar ') == 3 and drawn.count('class="al-felt__strong ') == 2
    assert ">4+<" in drawn and ">?<" in drawn and "Crisis &lt;line&gt;" in drawn
    assert "al-felt" in str(touch_picture.moments(rows * 7, "x"))  # twenty moments are narrow and still there


def test_answers_are_known_without_their_colour(cast) -> None:
    """Yes and no are taller than mostly and not really, and a thick mark stands between the two sides."""
    made = statement(cast)
    exact, near = Sided(6, {"yes": 2, "no": 4}, {3: 2, 2: 3, 1: 1}), Sided(5, {"no": 4})
    found = asking(cast)
    rounds = [InRound(found, made, each) for each in (exact, near, None)]
    drawn = str(touch_picture.over_time(OverTime(made, rounds), "one"))
    heights = dict(re.findall(r'class="al-felt__part--(\w+)"[^>]*height="(\d+)"', drawn))
    assert heights == {"3": "14", "2": "14", "1": "22", "no": "14"}
    assert drawn.count("al-felt__border") == 1 and ">4+<" in drawn and ">too few<" in drawn


def test_moments_are_kept_on_pages(cast, client_as) -> None:
    runs, url = client_as("manager"), service(cast)
    assert cast.units["team"].name in text(runs.get(BASE))
    runs.post(f"{url}add/", {"name": "The wait", "after": "first"})
    runs.post(f"{url}add/", {"name": "The first call", "about": "When you ring", "after": "first"})
    wait = Touchpoint.objects.get(name="The wait")
    assert [row.name for row in Touchpoint.objects.order_by("position")] == ["The first call", "The wait"]
    runs.post(f"{url}{wait.code}/move/", {"after": "first"})
    runs.post(f"{url}{wait.code}/reword/", {"name": "Waiting", "why": "It is not a list."})
    assert "It is not a list." in text(client_as("public").get(f"{url}{wait.code}/"))
    new = Touchpoint.objects.get(name="Waiting")
    runs.post(f"{url}{new.code}/end/", {"why": "Nobody waits any more."})
    assert "(ended)" not in text(runs.get(url)) and runs.get(f"{url}{new.code}/end/").status_code == 404


# Statements.


def test_from_words_to_answers_on_pages(cast, client_as) -> None:
    runs, team = client_as("coordinator"), cast.units["team"].code
    runs.post("/harbour/statements/write/", {"text": "I am rung back.", "unit": team})
    made = Statement.objects.get()
    url = f"/harbour/statements/{made.code}/"
    assert "two people who take part have to agree first" in text(runs.get(url))
    for who in ("cora", "dev"):
        client_as(who).post(f"{url}agree/", {"agrees": "yes"})
    runs.post(f"{url}agree/for/", {"person": cast.people["noor"].code, "medium": "phone", "agrees": "no"})
    assert "2 people who take part" in text(runs.get(url))
    day = make.days(20)
    runs.post("/harbour/statements/ask/", {"unit": team, "until": f"{day.day}/{day.month}/{day.year}"})
    rate = f"/harbour/rate/{RatingRound.objects.get().code}/"
    code = Rated.objects.get().code
    anybody = client_as("public")
    assert "Is it so for you? Answer" in text(anybody.get("/harbour/statements/"))
    assert anybody.post(rate, {}).status_code == 422
    anybody.post(rate, {code: "4"})
    assert "We have your answers" in text(anybody.get(rate))
    assert "had your turn already" in text(anybody.post(rate, {code: "1"}))
    client_as("cora").post(rate, {code: "1"})
    assert "Whoever works here is not asked" in text(runs.get(rate)) and runs.post(rate, {code: "4"}).status_code == 200
    client_as("staff").post(f"{rate}type-in/", {code: "2"})
    assert "I am rung back." in text(client_as("staff").get(f"{rate}sheet/"))
    row = Rated.objects.get()
    assert (row.n4, row.n3, row.n2, row.n1) == (1, 0, 1, 1)


def test_over_time_with_its_table_and_where_the_words_changed(cast, client_as) -> None:
    made = statement(cast)
    found = asking(cast)
    answered(cast, found, [4, 4, 3, 2, 1, 1, 1])
    over(cast, found)
    with at(timedelta(days=30)):
        new = services.reword_statement(statement=made, text="I am helped.", why="Shorter.", by=cast.actor("manager"))
        for who in ("cora", "dev"):
            services.agree_statement(statement=new, agrees=True, by=cast.actor(who))
        more = asking(cast, make.days(50))
        answered(cast, more, [4, 4, 4, 4, 4])
        over(cast, more)
        page = client_as("cora").get(f"/harbour/statements/?unit={cast.units['team'].code}")
        shown = text(page)
    assert "Yes: 2. Mostly: 1. Not really: 1. No: 3." in shown and "Yes or mostly: at least 4." in shown
    assert "“I can get help when I need it.”" in shown and page.content.decode().count("al-felt__new") == 1


def test_whoever_comes_from_outside_is_asked_as_anybody_is(cast, client_as) -> None:
    statement(cast)
    rate = f"/harbour/rate/{asking(cast).code}/"
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    assert "Whoever works here is not asked" in text(client_as("finance").get(rate))
    assert "Whoever works here is not asked" not in text(client_as("stranger").get(rate))


def test_no_word_that_contributors_never_see(cast, client_as) -> None:
    found = moment(cast)
    statement(cast)
    rate = f"/harbour/rate/{asking(cast).code}/"
    urls = [BASE, service(cast), f"{service(cast)}tell/", f"{service(cast)}{found.code}/", f"{BASE}code/", rate]
    for url in [*urls, "/harbour/statements/", f"/harbour/statements/{Statement.objects.get().code}/"]:
        shown = text(client_as("cora").get(url))
        for word in ("client", "case", "user", "record", "submit", "stakeholder", "touchpoint", "feedback"):
            assert not re.search(rf"\b{word}s?\b", shown, re.IGNORECASE), (url, word)


def test_what_it_costs(cast, client_as, django_assert_max_num_queries) -> None:
    found = moment(cast)
    for n in range(8):
        many(cast, moment(cast, f"Moment {n}"), [2, 1, 0, -1, -2])
        read(cast, told(cast, found, words=f"Words {n}", audience="here"))
        statement(cast, f"Statement {n}")
    rounds = asking(cast)
    answered(cast, rounds, [4, 4, 1, 1, 1])
    counted(cast)
    over(cast, rounds)
    client = client_as("coordinator")
    client.get(BASE)
    team = cast.units["team"].code
    urls = (
        BASE,
        service(cast),
        f"{service(cast)}{found.code}/",
        f"{service(cast)}tell/",
        f"/harbour/statements/?unit={team}",
    )
    with at(LATER):
        client = client_as("coordinator")
        for url in (*urls, f"/harbour/rate/{rounds.code}/", f"{BASE}words/"):
            with django_assert_max_num_queries(15):
                assert client.get(url).status_code == 200
