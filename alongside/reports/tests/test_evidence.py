"""The record beside a standard: what is held, what speaks against it, what is missing, and no mark for it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from alongside.candour import services as candour
from alongside.candour.models import Claim, OpenPulse, PulseBox, PulseRound, Signature
from alongside.candour.queries import Records
from alongside.config.commands import evidence_
from alongside.core import periods
from alongside.core.small_groups import Said
from alongside.decisions.models import TakenWithout
from alongside.involvement.models import Arrangement
from alongside.organisation.queries import settings_of
from alongside.people.models import AccessNeed
from alongside.reports import evidence_words, queries
from alongside.reports.evidence_words import Reader, ShownPoint, speaks_against
from alongside.reports.queries import evidence, standards
from alongside.voice import services as voices
from alongside.voice.tests.factories import answered, said
from tests import make
from tests.cast import Cast

from .closing import frozen
from .test_map import decided

pytestmark = pytest.mark.django_db
OCTOBER, TODAY = date(2026, 10, 1), date(2026, 11, 27)
ALL = ("4pi", "uk-standards", "accessible-information", "pcref")


def point(cast: Cast, standard: str, slug: str, period: str = "2026-10", today: date = TODAY) -> ShownPoint:
    settings = settings_of(cast.org.pk)
    found = periods.read(period, settings.year_starts_month)
    assert found
    scope = queries.whole(cast.org, settings, found, today)
    counted = evidence.evidence_of_whole(scope, "noon")
    listed = standards.listed_in(cast.org.pk, standard)
    assert listed and listed.standard
    shown = evidence_words.shown(listed.standard, counted, [], Reader())
    return next(each for each in shown if each.point.slug == slug)


def told(facts: list[Any]) -> list[str]:
    return [f"{fact.title}. {line.words}" for fact in facts for line in fact.lines]


def now() -> str:
    return f"{make.days(0):%Y-%m}"


@pytest.mark.parametrize("standard", ALL)
def test_a_month_without_anything(cast: Cast, client_as: Any, standard: str) -> None:
    page = client_as("board").get(f"/harbour/evidence/{standard}/?period=2024-05").content.decode()
    assert "Nothing in the record yet." in page and "What to do first:" in page


def test_with_and_without_stand_on_their_sides(cast: Cast) -> None:
    decided(cast, OCTOBER, "with", reserved=True)
    decided(cast, OCTOBER, "without", kind=cast.kinds["budget"])
    found = point(cast, "4pi", "presence")
    assert "All decisions. Taken with people: 1 of 2" in told(found.held)
    assert "All decisions. Taken without people: 1 of 2" in told(found.against)
    assert "On which levels people were in the room. Team: 1 of 2" in told(found.held)
    assert not found.nothing


def test_a_level_on_which_nobody_was_there_is_missing(cast: Cast) -> None:
    decided(cast, OCTOBER, "without", unit=cast.units["board"])
    missing = point(cast, "4pi", "presence").missing
    assert "On which levels people were in the room. Board: 0 of 1" in told(missing)
    assert (
        next(fact for fact in missing if "Board" in fact.words).fills
        == "Ask people about the next decision on this level."
    )


def test_what_was_not_written_before_people_were_asked(cast: Cast) -> None:
    make.opportunity(cast, opened_on=OCTOBER)
    make.opportunity(cast, opened_on=OCTOBER, can_change="", cleared_reason="The law.", prep_paid=False)
    found = point(cast, "4pi", "purpose")
    assert "What could still change. Written: 1 of 2" in told(found.held)
    assert "What could still change. Not written: 1 of 2" in told(found.missing)
    process = point(cast, "4pi", "process")
    assert "Pay for preparing. It is not paid: 1 of 2" in told(process.against)
    assert "Pay for preparing. Nobody has said: 1 of 2" in told(process.missing)


def test_what_nobody_can_say_is_not_enough_to_tell(cast: Cast) -> None:
    found = point(cast, "4pi", "process")
    assert any(line.startswith("Payments. What was paid") for line in told(found.unknown))
    assert found.nothing and found.few  # what cannot be told is nothing that is there


def test_a_dispute_stands_beside_what_looks_good(cast: Cast) -> None:
    row = said(cast)
    answered(row, cast)
    voices.challenge(contribution=row, kind="not_true", words="", by=cast.actor("cora"))
    found = point(cast, "4pi", "impact", now(), make.days(0))
    assert "Disputes open. Answers: 1" in told(found.against)
    assert "Time to an answer. Answered: 1" in told(found.held)


def test_the_six_steps(cast: Cast) -> None:
    need = AccessNeed.objects.create(person=cast.people["cora"], kind="meet", words="A lift.", review_on=make.days(-1))
    meeting = make.meeting(cast, make.opportunity(cast))
    Arrangement.objects.create(
        meeting=meeting, person=cast.people["cora"], need=need, what="A lift.", state="not_met", due_on=make.days(-6)
    )
    period, today = f"{meeting.held_on:%Y-%m}", make.days(0)
    steps = {slug: point(cast, "accessible-information", slug, period, today) for slug in ("identify", "flag", "share")}
    assert "People whose needs are known today. With a need written down today: fewer than 10" in told(
        steps["identify"].held
    )
    assert "Needs that came up by themselves. From a need: 1 of 1" in told(steps["flag"].held)
    assert "Somebody to arrange it. Without a name: 1 of 1" in told(steps["share"].missing)
    assert "Access needs. Not met: 1 of 1" in told(point(cast, "accessible-information", "meet", period, today).against)
    review = point(cast, "accessible-information", "review", period, today)
    assert "Needs looked at again, as it is today. Needs whose day has passed: 1" in told(review.against)


@pytest.mark.parametrize(
    ("lived", "staff", "against"),
    [
        (Said(10, 4, 4), (9, 10), True),  # fewer than of staff
        (Said(10, 9, 9), (9, 10), False),
        (Said(10, 9, 10), (10, 10), False),  # it may be as many: nobody is accused of what is not known
        (Said(10, 0, 1), (0, 0), True),  # mostly no, whatever staff say
        (Said(10, 6, 6), (0, 0), False),
    ],
)
def test_when_two_accounts_differ(lived: Said, staff: tuple[int, int], against: bool) -> None:
    assert speaks_against(lived, *staff) is against


def test_two_accounts_with_their_gap(cast: Cast) -> None:
    at = make.opportunity(cast)
    box = PulseBox.objects.create(organisation=cast.org, least=5, summary={"said": {"know": [8, 2, 2]}, "roles": {}})
    made = PulseRound.objects.create(
        organisation=cast.org,
        opportunity=at,
        box=box,
        could_answer=8,
        opened_on=OCTOBER,
        closes_on=OCTOBER,
        closed_on=OCTOBER,
    )
    OpenPulse.objects.create(round=made, user=cast.users["manager"], by_staff=True, know=4)
    line = "“I know what happened”. Those who took part: yes or mostly, 2 of 8. Staff: yes or mostly, 1 of 1."
    assert line in told(point(cast, "4pi", "impact").against)


def test_there_is_no_share_and_no_mark(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(0), "with")
    row = decided(cast, make.days(0), "excepted", title="The night rota")
    TakenWithout.objects.create(organisation=cast.org, decision=row, reason="The law gave us two days.")
    for standard in ALL:
        page = client_as("board").get(f"/harbour/evidence/{standard}/").content.decode()
        main = re.sub(r"<[^>]+>", " ", page.split("<main")[1].split("</main>")[0])
        assert "%" not in main and not re.search(r"complian|score of|met in full", main)
        assert "There is no score" in main
    page = client_as("board").get("/harbour/evidence/4pi/").content.decode()
    assert "The law gave us two days." in page and f"/harbour/decisions/{row.code}/" in page


def test_a_request_that_was_refused_does_not_speak_against(cast: Cast, client_as: Any) -> None:
    """Whoever says no protects people from being asked too late. It stands there by what it is, with the reason."""
    for number in range(2):
        about = make.decision(cast, title=f"Rota {number}")
        make.request(cast, about, what="A group", state="refused", reason="Too late.", answered_on=OCTOBER)
    found = point(cast, "4pi", "principles")
    line = "Requests that the coordinator refused. So that people were not asked, with the reason: 2"
    assert line in told(found.held)
    assert not [said for said in told(found.against) + told(found.held) if "Exceptions" in said and "refused" in said]
    page = client_as("board").get("/harbour/evidence/4pi/?period=2026-10").content.decode()
    assert "Too late." in page.split("What the record holds</h3>")[1].split("<h3")[0]


def test_that_there_are_no_exceptions_is_not_missing(cast: Cast) -> None:
    found = point(cast, "4pi", "principles")
    assert "Exceptions, refusals and waivers. None is written down in these days." in told(found.unknown)
    assert not [line for line in told(found.missing) if line.startswith(("Exceptions", "Disputes"))]
    assert found.nothing


def test_nobody_was_asked_about_what_is_decided_and_there_is_time_for_the_rest(cast: Cast, client_as: Any) -> None:
    decided(cast, OCTOBER, "without")
    make.decision(cast, due_on=date(2026, 10, 30))
    page = client_as("board").get("/harbour/evidence/4pi/?period=2026-10").content.decode()
    assert "Nobody was asked: 1 of 1" in page
    assert "About those that are not taken yet there is still time to ask: 1." in page


def test_finance_reads_no_signs_and_is_told_so(cast: Cast, client_as: Any) -> None:
    page = client_as("finance").get("/harbour/evidence/4pi/").content.decode()
    assert "They are not here." in page and "Not enough to tell: " not in page
    assert "They are not here." not in client_as("manager").get("/harbour/evidence/4pi/").content.decode()


def test_a_manager_sees_their_units_alone(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(0), "without", unit=cast.units["board"])
    page = client_as("manager").get("/harbour/evidence/4pi/").content.decode()
    assert "Board: 0 of 1" not in page and "It is said of the whole organisation alone" in page
    other = cast.units["other_team"].code
    assert client_as("manager").get(f"/harbour/evidence/4pi/?unit={other}").status_code == 404
    assert "Board: 0 of 1" in client_as("board").get("/harbour/evidence/4pi/").content.decode()


@pytest.mark.parametrize("url", ["evidence/no-such/", "evidence/no-such/file/", "evidence/4pi/remove/"])
def test_an_unknown_standard(cast: Cast, client_as: Any, url: str) -> None:
    assert client_as("coordinator").get(f"/harbour/{url}").status_code == 404


def test_the_command_says_the_same(cast: Cast, capsys: Any) -> None:
    decided(cast, OCTOBER, "with")
    found = evidence_.gather(cast.org, "4pi", "2026-10")
    presence = found["points"][2]
    assert json.loads(json.dumps(found)) == found
    assert (
        presence["slug"] == "presence"
        and "All decisions. Taken with people: 1 of 1; Not yet taken: 0 of 1" in presence["held"]
    )
    evidence_.tell(found)
    assert "3. Presence" in capsys.readouterr().out
    with pytest.raises(evidence_.WrongUse, match="Known: 4pi, accessible-information, pcref, uk-standards"):
        evidence_.gather(cast.org, "iso", "2026-10")


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    said(cast)
    decided(cast, make.days(0), "excepted")
    client = client_as("board")
    with django_assert_max_num_queries(45):  # nothing is kept yet: everything is counted
        assert client.get("/harbour/evidence/4pi/").status_code == 200
    with django_assert_max_num_queries(13):
        assert client.get("/harbour/evidence/4pi/").status_code == 200
    with django_assert_max_num_queries(13):  # what was counted for one is there for all of them
        assert client.get("/harbour/evidence/pcref/").status_code == 200


def test_told_and_not_told(cast: Cast) -> None:
    rows = [said(cast) for _ in range(3)]
    for row in rows[:2]:
        answered(row, cast)
    voices.tell(contribution=rows[0], channel="phone", by=cast.actor("manager"))
    found = point(cast, "pcref", "feedback", now(), make.days(0))
    assert "Told what was answered. Told: 1" in told(found.held)
    assert "Told what was answered. Not told: 1" in told(found.against)


@pytest.mark.parametrize("who", ["manager", "coordinator", "board", "finance"])
def test_every_link_opens_for_whoever_reads_it(cast: Cast, client_as: Any, who: str) -> None:
    make.busy(cast)
    row = decided(cast, make.days(0), "excepted")
    TakenWithout.objects.create(organisation=cast.org, decision=row, reason="No time.")
    answered(said(cast), cast)
    client = client_as(who)
    pages = [client.get(f"/harbour/evidence/{standard}/").content.decode() for standard in ALL]
    links = {url for page in pages for url in re.findall(r'<li>.*?href="(/harbour/[^"#]+)"', page)}
    assert len(links) > 5
    assert [url for url in sorted(links) if client.get(url.replace("&amp;", "&")).status_code != 200] == []


def test_a_disputed_claim_stays_disputed_when_it_is_no_longer_said(cast: Cast) -> None:
    change = make.changed(cast, said(cast))
    by = cast.actor("manager")
    wording = candour.Wording("We changed it together.", 4, Records(changes=(change,)), make.days(2))
    claim = candour.make_claim(unit=cast.units["team"], outlet="website", audience="All", wording=wording, by=by)
    candour.show_claim(claim=claim, by=by)
    candour.dispute(signature=Signature.objects.get(), words="We were not asked.", by=cast.actor("cora"))
    for _ in range(2):
        found = point(cast, "uk-standards", "impact", now(), make.days(0))
        assert "What the organisation says of itself. Disputed: 1 of 1" in told(found.against)
        Claim.objects.update(state="ended", ended_on=make.days(0))


def test_what_both_sides_signed(cast: Cast) -> None:
    assert any("Nothing in the record" in line for line in told(point(cast, "uk-standards", "governance").missing))
    month = frozen(cast).days
    held = told(point(cast, "uk-standards", "governance", month.slug, make.days(0)).held)
    assert "Counted, and signed by both sides. Closed: 1" in held
