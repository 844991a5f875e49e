"""The road: each sees of it what they may read, counted in the database, drawn with a table that says the same."""

from __future__ import annotations

import re
from datetime import date

import pytest

from alongside.candour.queries.gaps import Gap
from alongside.core.small_groups import Said
from alongside.core.years import Year
from alongside.home.queries.road import road_of
from alongside.journey import services
from alongside.journey.models import Entry, EntryText
from alongside.journey.tests.factories import aim, learned, of_both
from alongside.reports import road_picture
from alongside.reports.road_values import Road, Stretch
from tests import make

MOST_QUERIES = 15


def stretches(cast, who: str, unit=None) -> list[Stretch]:
    return list(road_of(cast.actor(who), unit, Year.of("", make.days(0), 4), make.days(0)).stretches)


def test_each_counts_what_they_may_read(cast) -> None:
    learned(cast, audience="public", on=make.days(0))
    learned(cast, "manager", words={"tried": "A draw"}, on=make.days(0))
    learned(cast, audience="private", on=make.days(0))
    counts = {
        who: (now := stretches(cast, who)[-1], (now.bumps, now.people, now.staff))[1]
        for who in ("public", "dev", "cora")
    }
    assert counts == {"public": (1, 1, 0), "dev": (1, 1, 1), "cora": (2, 2, 1)}


def test_a_unit_has_a_road_of_its_own(cast) -> None:
    learned(cast, unit=cast.units["team"], on=make.days(0))
    learned(cast, unit=cast.units["other_team"], on=make.days(0))
    learned(cast, on=make.days(0))
    found = {key: stretches(cast, "dev", cast.units[key])[-1].people for key in ("team", "services", "board")}
    assert found == {"team": 1, "services": 2, "board": 2}


def test_what_became_of_aims(cast) -> None:
    made = of_both(cast)
    services.say_where(aim=made, says="stuck", words="No money.", by=cast.actor("cora"))
    aim(cast, unit=cast.units["team"])
    assert stretches(cast, "cora")[-1].aims == {"open": 2, "stuck": 1}
    assert stretches(cast, "cora", cast.units["team"])[-1].aims == {"open": 1}
    assert stretches(cast, "public")[-1].aims == {}


GAP = Gap((9, 10), Said(25, 9, 12))


def test_the_picture_and_its_table_say_the_same() -> None:
    road = Road([Stretch(date(2026, 1, 1), 2, 3, 4, {"open": 1, "stuck": 2}, GAP), Stretch(date(2026, 4, 1))])
    drawn = str(road_picture.drawn(road))
    assert drawn.startswith("<svg") and "<title" in drawn and "<desc" in drawn and 'role="img"' in drawn
    for mark in (">2</text>", ">3</text>", ">4</text>", ">▸1 !2</text>", ">Jan–Mar</text>", ">2026</text>"):
        assert mark in drawn, mark
    first, second = road_picture.rows(road)
    assert (first.bumps, first.people, first.staff) == (2, 3, 4)
    assert (first.aims, first.staff_say, first.lived) == ("begun or taken up: 1, stuck: 2", "9 of 10", "9 to 12 of 25")
    assert (second.aims, second.staff_say, second.lived) == ("–", "–", "–")


@pytest.mark.parametrize("gap", [None, GAP, Gap((0, 0), Said(5, 0, 1)), Gap((10, 10), Said(5, 4, 5))])
def test_nothing_is_drawn_outside(gap) -> None:
    drawn = str(road_picture.drawn(Road([Stretch(date(2026, 1, 1), 1, 1, 1, {"open": 99, "reached": 9}, gap)])))
    spots = [float(x) for x in re.findall(r' (?:x|x1|x2|cx)="(-?[0-9.]+)"', drawn)]
    assert all(0 <= x <= road_picture.WIDTH for x in spots)


def test_an_empty_road_says_what_to_do_first(cast, client_as) -> None:
    page = client_as("cora").get("/harbour/journey/").content.decode()
    assert "write down the first one" in page and "Write the first one with people who take part" in page
    assert "Nothing to draw in these two years yet" in page and '<svg class="al-road' not in page
    public = client_as("public").get("/harbour/journey/").content.decode()
    assert "No bump is shown to everybody yet." in public and "entries/write/" not in public


@pytest.fixture
def long_road(cast):
    """Ten thousand entries of one person over two years."""
    day = [make.days(-offset) for offset in range(600)]
    about = make.decision(cast)
    rows = [
        Entry(
            organisation=cast.org, side="people", person=cast.people["cora"], unit=about.unit, decision=about,
            audience="members", on=day[n % 600], has_bump=n % 2 == 0,
        )
        for n in range(10_000)
    ]  # fmt: skip
    Entry.objects.bulk_create(rows, batch_size=2000)
    texts = [EntryText(entry=row, bump="It rained." if row.has_bump else "", tried="x", on=row.on) for row in rows]
    EntryText.objects.bulk_create(texts, batch_size=2000)
    for row, text in zip(rows, texts, strict=True):
        row.text = text
    Entry.objects.bulk_update(rows, ["text"], batch_size=2000)


@pytest.mark.one_database
def test_ten_thousand_entries_stay_light(cast, client_as, long_road, django_assert_max_num_queries) -> None:
    client = client_as("dev")
    for url in ("/harbour/journey/", "/harbour/journey/entries/"):
        with django_assert_max_num_queries(MOST_QUERIES):
            response = client.get(url)
        assert response.status_code == 200 and len(response.content) < 120_000, url


def test_both_sides_stand_beside_each_other(cast, client_as) -> None:
    about = make.decision(cast)
    learned(cast, "cora", about, words={"bump": "We heard of it last."})
    learned(cast, "manager", about, words={"tried": "We asked early."})
    page = client_as("board").get(f"/harbour/decisions/{about.code}/").content.decode()
    assert (
        page.index("By those who take part") < page.index("We heard of it last.") < page.index("By those who work here")
    )
    assert page.index("By those who work here") < page.index("We asked early.")


def test_they_are_asked_where_they_are(cast, client_as) -> None:
    about = make.decision(cast, title="Night line", owner=cast.users["coordinator"])
    make.place(cast, "cora", make.opportunity(cast, about))
    assert "What did you learn? Night line" in client_as("cora").get("/me/").content.decode()
    assert "What did you learn? Night line" in client_as("coordinator").get("/harbour/desk/").content.decode()
    assert "Night line" in client_as("coordinator").get("/me/journey/").content.decode()
    for who in ("cora", "coordinator"):
        page = client_as(who).get(f"/harbour/decisions/{about.code}/").content.decode()
        assert "You are asked" in page, who
        services.put_prompt_away(decision=about, stage="middle", by=cast.actor(who))
        page = client_as(who).get(f"/harbour/decisions/{about.code}/").content.decode()
        assert "You are asked" not in page, who
    assert "What did you learn?" not in client_as("cora").get("/me/").content.decode()


def test_an_aim_waits_on_my_page(cast, client_as) -> None:
    make.place(cast, "cora", make.opportunity(cast))
    made = of_both(cast, what="Papers a week before")
    services.say_where(aim=made, says="reached", words="They come on Mondays.", by=cast.actor("coordinator"))
    assert "Is this aim reached? Papers a week before" in client_as("cora").get("/me/").content.decode()
