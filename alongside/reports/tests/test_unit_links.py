"""Of one part of the organisation each number leads to a list that has exactly as many rows: the same part, as it stood
at the end of the days, and the same days. A unit that was moved meanwhile is where it was then."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from alongside.candour.models import Cleared
from alongside.core.periods import Period
from alongside.decisions.models import Forum, Seat, SeatHolder, SeatWaiver, TakenWithout
from alongside.organisation import services as organisations
from alongside.organisation.models import Unit
from alongside.voice.models import Answer, Challenge, Contribution, Verdict
from tests import cast as casting
from tests import make
from tests.cast import Cast

from .closing import last_month
from .test_map import decided

pytestmark = pytest.mark.django_db
LEADS = {  # every figure that leads somewhere, with those of its rows that do
    "coverage": {"with", "without", "excepted", "not_yet"},
    "coverage_reserved": {"with", "excepted", "not_yet"},
    "let_through": {"exceptions", "waivers", "refusals", "cleared"},
    "notice": {"median", "shortest", "short"},
    "asked": {"median", "too_late", "never"},
    "begun": {"begun"},
    "seats": {"filled", "vacant", "votes", "chairs", "vacant_median", "vacant_longest"},
    "terms": {"began", "over"},
    "received": {"received"},
    "answer_time": {"answered", "median", "longest"},
    "answers": {"adopted", "adapted", "not_adopted"},
    "changes": {"claimed", "confirmed", "challenged", "lapsed"},
    "waiting": {"0-6"},
    "disputes": {"answers", "changes"},
}
NOW = {"waiting": {"0-6", "6-12", "over-12"}, "disputes": {"answers", "changes"}}


@dataclass
class World:
    cast: Cast
    period: Period
    moving: Unit  # stood under `estates` at the end of the last month, and stands under `services` today
    estates: Unit

    def unit(self, name: str) -> Unit:
        return getattr(self, name, None) or self.cast.units[name]


@pytest.fixture
def world(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> World:
    period, by, top = last_month(), cast.actor("administrator"), cast.units["board"]
    at = {"now": _noon(period.first - timedelta(days=20))}
    with monkeypatch.context() as then:
        then.setattr("alongside.audit.services.timezone.now", lambda: at["now"])
        estates = organisations.add_unit(name="Estates", level="service", parent=top, by=by)
        moving = organisations.add_unit(name="Night line", level="team", parent=cast.units["services"], by=by)
        at["now"] = _noon(period.first + timedelta(days=10))
        moving = organisations.change_unit(unit=moving, name="Night line", level="team", parent=estates, by=by)
        at["now"] = _noon(period.last + timedelta(days=1))
        moving = organisations.change_unit(
            unit=moving, name="Night line", level="team", parent=cast.units["services"], by=by
        )
    casting.member(cast.org, cast.users["manager"], "manager", cast.units["services"])
    found = World(cast, period, moving, estates)
    for number, name in enumerate(("team", "other_team", "moving", "estates", "board")):
        for _each in range(number % 2 + 1):
            happened(cast, found.unit(name), period.first + timedelta(days=12))
    happened(cast, moving, period.first - timedelta(days=12))
    return found


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def happened(cast: Cast, unit: Unit, day: date) -> None:
    """Something of everything, on one day in one unit."""
    for taken, kind in (
        ("with", "policy"),
        ("without", "policy"),
        ("excepted", "recruitment"),
        ("with", "recruitment"),
    ):
        decided(cast, day, taken, unit=unit, kind=cast.kinds[kind], reserved=kind == "recruitment")
    make.decision(cast, unit=unit, opened_on=day, due_on=day, raised_by=cast.people["cora"], audience="contributors")
    about = decided(cast, day, "excepted", unit=unit, reserved=True)
    forum = Forum.objects.create(organisation=cast.org, name=f"Panel {about.code}", kind="panel", unit=unit)
    by = {"organisation": cast.org, "allowed_by": cast.users["board"], "reason": "The law.", "on": day}
    TakenWithout.objects.create(decision=about, **by)
    type(about).objects.filter(pk=about.pk).update(forum=forum)
    SeatWaiver.objects.create(decision=about, forum=forum, seats=1, empty=1, **by)
    refused = {"state": "refused", "reason": "Asked too late.", "answered_on": day}
    make.request(cast, about, asked_on=day, notice_days=3, short_notice=True, **refused)
    Cleared.objects.create(opportunity=make.opportunity(cast, about, opened_on=day), marks=[], **by)
    seated(forum, day)
    spoken(cast, unit, day)


def seated(forum: Forum, day: date) -> None:
    """One is in the chair since that day, somebody else sits there no more from it on, and one seat was never held."""
    kept = {"organisation": forum.organisation, "forum": forum, "lived_experience": True, "filled_by": "draw"}
    chair, left, _never = (
        Seat.objects.create(**kept, capacity=capacity, since=day - timedelta(days=60))
        for capacity in ("chair", "member", "member")
    )
    Seat.objects.create(**{**kept, "lived_experience": False}, capacity="chair", since=day)
    term = {"organisation": forum.organisation, "filled_by": "draw"}
    SeatHolder.objects.create(**term, seat=chair, since=day)
    SeatHolder.objects.create(**term, seat=left, since=day - timedelta(days=30), ended_on=day)


def spoken(cast: Cast, unit: Unit, day: date) -> None:
    came = {"unit": unit, "said_on": day, "received_on": day, "state": "told", "answered_on": day, "told_on": day}
    for kind in ("adopted", "adapted", "not_adopted"):
        row = make.contribution(cast, **came, answer_days=0, answer_kind=kind)
    make.contribution(cast, unit=unit, said_on=day, received_on=day)
    for state in ("claimed", "confirmed", "challenged", "challenged", "lapsed"):
        change = make.changed(cast, row, since=day, state=state)
    denied = type(change).objects.filter(state="challenged", unit=unit).order_by("-pk")[0]
    Verdict.objects.create(change=denied, contribution=row, kind="challenged", given_on=day, salt="s")
    disputed = make.contribution(cast, **{**came, "state": "challenged"}, answer_days=0, answer_kind="adopted")
    Contribution.objects.filter(pk=disputed.pk).update(disputed=True)
    answer = Answer.objects.create(contribution=disputed, kind="adopted", reason="We do it.", answered_on=day)
    Challenge.objects.create(contribution=disputed, answer=answer, kind="not_true", made_on=day, salt="s")


def links(client: Any, url: str) -> dict[tuple[str, str], tuple[str, str]]:
    """By figure and the words of a row: the number, and where it leads."""
    response = client.get(url)
    assert response.status_code == 200
    found = {}
    for part in response.context["parts"]:
        for figure in part.figures:
            for row in figure.rows:
                found[figure.slug, row.words] = (row.told, row.url)
    return found


def rows_behind(client: Any, url: str) -> int:
    path, _hash, part = url.partition("#")
    url = path
    response = client.get(path)
    assert response.status_code == 200, url
    if part.startswith("let-"):  # below the figure itself
        page = response.content.decode()
        return page.split(f'id="{part}"')[1].split("</ul>")[0].count("<li")
    table = response.context["table"]
    assert table.chosen.keys() >= set(re.findall(r"(\w+)=[^&#]", url.partition("?")[2])), url
    return len(table.keyset.numbers() if table.is_read_in_parts else table.plain_rows)


def number_of(told: str) -> int:
    return int(told.split(" of ")[0].replace(",", ""))


def agree(client: Any, url: str, wanted: dict[str, set[str]]) -> int:
    """Each number that leads somewhere has as many rows there; and how many such numbers there are."""
    found = links(client, url)
    there = {slug for (slug, _words), (_told, to) in found.items() if to}
    assert set(wanted) - there == set(), url
    for (slug, words), (told, to) in found.items():
        if to and told.endswith(("day", "days")):  # made of many: test_medians
            assert rows_behind(client, to)
        else:
            assert not to or rows_behind(client, to) == number_of(told), (slug, words, told, to)
    return sum(bool(to) for _told, to in found.values())


def test_each_number_of_a_unit_has_its_rows(world: World, client_as: Any) -> None:
    """For the board, and for a manager of some of the units, who sees the rows of those; whoever looked before."""
    base, client = f"/harbour/figures/?period={world.period.slug}", client_as("board")
    for name in ("services", "estates"):
        found = agree(client, f"{base}&unit={world.unit(name).code}", LEADS)
        assert found >= sum(map(len, LEADS.values())), name
    client = client_as("manager")
    for name in ("", "estates"):
        assert agree(client, f"{base}&unit={world.unit(name).code}" if name else base, LEADS), name
    assert client.get(f"{base}&unit={world.unit('board').code}").status_code == 200  # what is theirs of it


def test_a_unit_that_was_moved_is_where_it_was(world: World, client_as: Any) -> None:
    client = client_as("board")
    told = {
        name: number_of(links(client, url)["received", "Said"][0])
        for name in ("services", "estates", "moving")
        for url in [f"/harbour/figures/?period={world.period.slug}&unit={world.unit(name).code}"]
    }
    assert told["moving"] > 0 and told["estates"] == told["moving"] + 10  # of its own, twice
    listed = client.get(f"/harbour/voices/?state=all&part={world.estates.code}.{world.period.last}")
    assert "Estates, with what stood below it on" in listed.content.decode()


def test_what_waits_and_is_disputed_now(world: World, client_as: Any) -> None:
    for number in (1, 60, 100):
        make.contribution(world.cast, unit=world.moving, received_on=make.days(-number), said_on=make.days(-number))
    for who in ("manager", "board"):
        agree(client_as(who), f"/harbour/figures/?unit={world.unit('services').code}", NOW)


def test_each_number_of_the_map_has_its_rows(world: World, client_as: Any) -> None:
    base = f"/harbour/map/?period={world.period.slug}"
    for who, name in (("manager", ""), ("manager", "estates"), ("board", "services")):
        client, unit = client_as(who), f"&unit={world.unit(name).code}" if name else ""
        response = client.get(f"{base}{unit}")
        cells = [cell for line in response.context["table"].lines() for cell in line if cell.url]
        assert len(cells) > 4
        for cell in cells:
            number = cell.value if isinstance(cell.value, int) else None
            there = rows_behind(client, cell.url)
            assert there and number in (None, there), (who, name, cell.url)
        assert all(rows_behind(client, url) for _place, _told, url in response.context["nobody"])


WORTH = r">(Asked|Seats for lived experience|Begun by contributors): <a[^>]*href=\"([^\"]*)\""


def test_what_presence_was_worth_has_its_rows(world: World, client_as: Any) -> None:
    """Of a cell of the map: what was decided there, the seats of those who decide it, and what contributors began."""
    make.decision(world.cast, unit=world.moving, opened_on=world.period.first, due_on=None)
    for who, name in (("manager", ""), ("board", "estates")):
        unit = f"&unit={world.unit(name).code}" if name else ""
        client = client_as(who)
        response = client.get(f"/harbour/map/?period={world.period.slug}{unit}")
        table, found = response.context["table"], set()
        for cell in table.plain_rows:
            wanted = {
                "Asked": cell.presence.decided,
                "Seats for lived experience": cell.seats,
                "Begun by contributors": cell.begun,
            }
            for what, url in re.findall(WORTH, table.cell_worth(cell)):
                found.add(what)
                assert rows_behind(client, html.unescape(url)) == wanted[what], (who, url)
        assert len(found) == 3
        assert response.context["sheet"].no_day == rows_behind(client, response.context["no_day_url"]) == 1


def test_each_number_of_the_evidence_has_its_rows(world: World, client_as: Any) -> None:
    client = client_as("board")
    url = f"/harbour/evidence/4pi/?period={world.period.slug}&unit={world.estates.code}"
    links = set(re.findall(r'href="([^"]*)">[^<>]*: (\d+)(?: of \d+)?<', client.get(url).content.decode()))
    for to, number in links:
        assert rows_behind(client, html.unescape(to)) == int(number), to
    for part in ("seats/lived/", "seats/terms/", "owner=n", "level=team", "advert=scope.", "advert=pay_said."):
        assert any(part in to for to, _number in links), part


def test_what_waited_on_a_day_that_is_past(world: World, client_as: Any) -> None:
    """Answered since, taken back since, taken back by then: as the figure reads it back."""
    period, last = world.period, world.period.last
    day, late = period.first - timedelta(days=100), make.days(0)
    came = {"unit": world.estates, "said_on": day, "received_on": day}
    answered = make.contribution(
        world.cast, **came, state="told", answered_on=late, answer_days=9, answer_kind="adopted"
    )
    since = make.contribution(world.cast, **came, state="withdrawn", withdrawn_on=late, words="", salt="")
    by_then = make.contribution(world.cast, **came, state="withdrawn", withdrawn_on=last, words="", salt="")
    client, asked = client_as("board"), f"waited=over-12.{last}&part={world.estates.code}.{last}"
    rows = {row.code for row in client.get(f"/harbour/voices/?state=all&{asked}").context["table"].pages.rows}
    assert rows == {answered.code, since.code} and by_then.code not in rows
    assert agree(client, f"/harbour/figures/?period={period.slug}&unit={world.estates.code}", LEADS) > 0
    for bad in ("over-12", "x.2026-10-31", "over-12.2026-02-30", "over-12.%00", "."):
        table = client.get(f"/harbour/voices/?state=all&waited={bad}&disputed={bad}").context["table"]
        assert not {"waited", "disputed"} & set(table.chosen)
        assert "denied" not in client.get(f"/harbour/changes/?denied={bad}").context["table"].chosen


def test_what_has_no_list_says_of_what_it_is_made(world: World, client_as: Any) -> None:
    page = client_as("board").get(f"/harbour/figures/?period={world.period.slug}").content.decode()
    places = page.split('id="figure-places"')[1].split("</details>")[0]
    assert "href" not in places.split("</table>")[0] and "each of one person. There is no list of them" in places
    received = page.split('id="figure-received"')[1].split("</details>")[0]
    assert "href" in received and "al-how__made" not in received


OPPORTUNITIES = "involvement/opportunities/?advert=scope.x&opened=x"
BAD = ("x", ".", "yours", "x.2026-10-31", "{team}", "{team}.2026-02-30", "{team}.", "{elsewhere}.2026-10-31", "%00.%00")


def test_what_is_no_part_narrows_nothing(cast: Cast, client_as: Any) -> None:
    client, units = client_as("board"), {name: unit.code for name, unit in cast.units.items()}
    make.changed(cast, make.contribution(cast))
    make.request(cast)
    make.opportunity(cast)
    for path in (
        "decisions/?standing=all",
        "voices/?state=all",
        "changes/?state=claimed",
        "involvement/requests/?x=y",
        OPPORTUNITIES,
    ):
        for part in BAD:
            table = client.get(f"/harbour/{path}&part={part.format(**units)}").context["table"]
            assert "part" not in table.chosen and table.keyset.numbers(), (path, part)


def test_a_list_of_a_part_asks_little(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    make.busy(cast)
    part, client = f"{cast.units['services'].code}.{make.days(0)}", client_as("board")
    for path in ("decisions/?standing=all&level=team", "voices/?state=all", "changes/?state=claimed"):
        with django_assert_max_num_queries(15):
            table = client.get(f"/harbour/{path}&part={part}").context["table"]
            assert "part" in table.chosen and table.keyset.numbers()
