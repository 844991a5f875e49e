"""What only the evidence counts leads to its rows, too: of these days and this unit, and no others."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.candour.models import Claim, ClaimText, CoAudit, Signature, SignLimits
from alongside.candour.queries.limits import limits_values
from alongside.candour.standards import Limits
from alongside.involvement.models import Opportunity
from alongside.journey.models import StoryRound
from alongside.journey.tests.factories import BUMP, learned
from alongside.organisation.models import Unit
from alongside.reports.models import PeriodClose, WriteUp
from alongside.voice.models import CommonGround, Letterbox
from tests import make
from tests.cast import Cast

from .closing import last_month
from .test_unit_links import rows_behind

pytestmark = pytest.mark.django_db
LINK = r'href="([^"]*)">[^<>]*: (\d+)(?: of \d+)?<'
STANDARDS = ("4pi", "pcref", "uk-standards")
OF_A_UNIT = {
    *("days=.*shared=yes", "shared=yes.*bumps=only", "journey/stories/.*days=", "journey/stories/.*over="),
    *("candour/claims/.*shown=", "denied=yes", "co-audits/", "write-ups/", "advert=scope.written", "advert=roles"),
    *("agendas/.*brought=people", "papers/.*how=early", "papers/.*how=late", "papers/.*how=same", "how=differ"),
    *("advert=hear_back", "advert=support.unwritten", "advert=pay_said", "letterboxes/.*state=open"),
    "voices/together/.*days=",
}
OF_THE_WHOLE = {"periods/.*only=closed", "periods/.*not=signed"}
DRAWN = {"commitment": "c", "number": "1", "secret": "s", "number_at": datetime(2026, 1, 1, tzinfo=UTC)}


def happened(cast: Cast, unit: Unit, on: date) -> None:
    """Of everything one that is counted, and one that is not."""
    here: dict[str, Any] = {"organisation": cast.org, "unit": unit}
    for words, audience in (
        ({"bump": BUMP}, "members"),
        ({"tried": "More time."}, "public"),
        ({"bump": BUMP}, "private"),
    ):
        learned(cast, "staff", unit=unit, on=on, words=words, audience=audience)
    for ends in ({"state": "over", "over_on": on, "learned": "To ask earlier."}, {"state": "telling"}):
        StoryRound.objects.create(**here, question="?", about="All of it.", opened_on=on, until=on, **ends)
    claimed(here, cast, on)
    at = make.opportunity(cast, make.decision(cast, unit=unit), opened_on=on, support="", state="open")
    make.place(cast, "cora", at, role=4)
    make.opportunity(cast, make.decision(cast, unit=unit), opened_on=on, prep_paid=None, state="cancelled")
    WriteUp.objects.create(organisation=cast.org, opportunity=at, state="shown", said_by="staff", shown_on=on)
    met(cast, at, on)
    kept = {"title": "A", "question": "?", "of_what": "decision", "first_day": on, "last_day": on, "wanted": 1}
    CoAudit.objects.create(**here, **kept, made_on=on, state="found", **DRAWN)
    CoAudit.objects.create(**here, **kept, made_on=on)
    for state in ("open", "closed"):
        Letterbox.objects.create(**here, title="The door", kind="idea", state=state)
    CommonGround.objects.create(**here, question="Late?", use="The rota.", opened_on=on, closes_on=on)


def claimed(here: dict[str, Any], cast: Cast, on: date) -> None:
    """What was disputed and said anew is disputed only if the new text is. One is not shown yet."""
    for newest in ("disputed", "signed", ""):
        shown = {"shown_on": on, "state": "shown"} if newest else {}
        claim = Claim.objects.create(**here, outlet="website", audience="All", made_on=on, **shown)
        for number, state in enumerate(filter(None, ("disputed", newest)), start=1):
            kept = {"number": number, "text": "Done.", "level": 5, "reply_by": on, "made_on": on, "why": "Better."}
            text = ClaimText.objects.create(claim=claim, salt="s", **kept)
            Signature.objects.create(text=text, person=cast.people["cora"], state=state, asked_on=on)


def met(cast: Cast, at: Opportunity, on: date) -> None:
    """Of two sessions one was called off."""
    for off in (None, timezone.now()):
        held = make.meeting(cast, at, on=on, cancelled_on=off and off.date())
        for number, who in enumerate(
            ({"raised_by_person": cast.people["cora"]}, {"raised_by_user": cast.users["staff"]}, {})
        ):
            held.agenda.create(position=number, title="The rota", **who)
        for days, same in ((-1, True), (0, False), (None, True)):
            sent = None if days is None else on + timedelta(days=days)
            held.papers.create(
                title="The plan", sent_on=sent, same_for_everyone=same, difference="" if same else "Costs."
            )


def closed(cast: Cast, first: date, last: date, *states: str) -> None:
    before = None
    for number, state in enumerate(states, start=1):
        counted = timezone.now() if state == "frozen" else None
        before = PeriodClose.objects.create(
            organisation=cast.org,
            kind="month",
            period=f"{first:%Y-%m}",
            first=first,
            last=last,
            version=number,
            state=state,
            replaces=before,
            frozen_at=counted,
            counted_at=counted,
            head="h" if counted else "",
        )


@pytest.mark.parametrize(("who", "unit"), [("board", ""), ("board", "services"), ("manager", "")])
def test_each_number_has_its_rows(cast: Cast, client_as: Any, who: str, unit: str) -> None:
    period = last_month()
    for name in ("team", "board"):
        happened(cast, cast.units[name], period.first + timedelta(days=3))
        happened(cast, cast.units[name], period.before.last)
    closed(cast, period.first, period.last, "frozen", "frozen", "declined")
    closed(cast, period.before.first, period.before.last, "frozen")
    client, asked = client_as(who), f"&unit={cast.units[unit].code}" if unit else ""
    links: set[tuple[str, str]] = set()
    for standard in STANDARDS:
        page = client.get(f"/harbour/evidence/{standard}/?period={period.slug}{asked}").content.decode()
        links |= {(html.unescape(to), number) for to, number in re.findall(LINK, page)}
    for to, number in links:
        assert rows_behind(client, to) == int(number), to
    found = {each for each in OF_A_UNIT | OF_THE_WHOLE if any(re.search(each, to) for to, _number in links)}
    entries = {each for each in OF_A_UNIT if "shared" in each} if who == "manager" else set()
    assert found == OF_A_UNIT - entries | (OF_THE_WHOLE if (who, unit) == ("board", "") else set())


def test_limits_lead_to_those_that_held_by_then(cast: Cast, client_as: Any) -> None:
    period, by = last_month(), {"organisation": cast.org, **limits_values(Limits())}
    for on, why in ((period.first, "We sat down."), (make.days(0), "Anew."), (make.days(9), "Later.")):
        asked = SignLimits.objects.create(**by, effective_on=on, why=why).asked
        asked.create(person=cast.people["cora"], agrees=True, denied_on=on)
    client = client_as("board")
    for days, number, said in ((period.slug, 1, {"We sat down."}), (make.days(0).strftime("%Y-%m"), 2, {"Anew."})):
        page = client.get(f"/harbour/evidence/pcref/?period={days}").content.decode()
        page += client.get(f"/harbour/evidence/4pi/?period={days}").content.decode()
        links = set(re.findall(r'href="([^"]*candour/limits/[^"]*)">([^<]*)<', page))
        told = {f"Times they were set: {number}", f"Times somebody says that it was not so: {number}"}
        assert {words for _to, words in links} == told
        for to, _words in links:
            behind = client.get(html.unescape(to).partition("#")[0]).content.decode()
            assert behind.count("what is written down is not so") == number and "Later." not in behind
            assert all(why in behind for why in said)
    whole = client.get("/harbour/candour/limits/?on=x").content.decode()
    assert "Later." in whole and "up to" not in whole and "“Day”: what the address asks for" in whole


SESSIONS = ("involvement/agendas/", "involvement/papers/")
LISTS = (
    "journey/entries/",
    "journey/stories/",
    "candour/claims/",
    "co-audits/",
    "write-ups/",
    "periods/",
    "letterboxes/",
)
LISTS += ("voices/together/", *SESSIONS)
BAD = "brought=x&how=x&days=x&over=2026-02-30--x&shown=x&ended=x&shared=x&denied=x&only=x&not=x&part=x.2026-10-31"


@pytest.mark.parametrize("path", LISTS)
def test_what_is_no_choice_narrows_nothing(cast: Cast, client_as: Any, path: str) -> None:
    happened(cast, cast.units["team"], make.days(-3))
    closed(cast, last_month().first, last_month().last, "frozen")
    client = client_as("board")
    plain, asked = (client.get(f"/harbour/{path}{query}").context["table"] for query in ("", f"?{BAD}"))
    assert len(plain.keyset.numbers()) == len(asked.keyset.numbers()) > 0 and not asked.chosen


def test_what_anybody_may_read_has_no_part(cast: Cast, client: Any) -> None:
    happened(cast, cast.units["team"], make.days(-3))
    table = client.get("/harbour/claims/?part=yours&shown=x&denied=yes").context["table"]
    assert len(table.keyset.numbers()) == 2 and not table.chosen
