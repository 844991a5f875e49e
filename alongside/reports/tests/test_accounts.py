"""A yearly account: who writes and publishes it, what stands in it, what people reply, and what is gone again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.candour import services as candour
from alongside.candour.models import Signature
from alongside.candour.queries import Records
from alongside.core import periods
from alongside.core.errors import NotYours, Refused
from alongside.home.services import forgetting
from alongside.journey import services as journey
from alongside.journey.services.entries import About, Shared
from alongside.organisation.queries import clock_of
from alongside.people.models import Consent, Purpose
from alongside.reports import personal
from alongside.reports.models import AccountReply, AccountVersion, PublicAccount
from alongside.reports.queries import account_replies as replies
from alongside.reports.queries import account_words as words
from alongside.reports.queries import accounts as queries
from alongside.reports.queries.accounts_sealed import broken_accounts
from alongside.reports.services import account_replies as replying
from alongside.reports.services import accounts as services
from alongside.voice import services as voices
from alongside.voice.models import Contribution
from alongside.voice.shapes import Uses
from alongside.voice.tests.factories import answered, said
from alongside.voice.tests.showing_factories import agreed
from alongside.voice.tests.test_changes import changed
from tests import make
from tests.cast import Cast

from .accounting import REPLY, drafted, last_year, published, replied, shown_words
from .closing import frozen
from .test_map import decided

pytestmark = pytest.mark.django_db
IN_IT = last_year().last - timedelta(days=40)


def told(cast: Cast, version: AccountVersion) -> words.Told:
    return words.told_of(version, last_year(), clock_of(cast.org), "harbour")


def account(cast: Cast) -> PublicAccount:
    return PublicAccount.objects.select_related("organisation").get(organisation=cast.org)


def claimed(cast: Cast, text: str = "We chose together.") -> Signature:
    by = cast.actor("manager")
    at = make.opportunity(cast)
    make.attended(make.meeting(cast, at), make.place(cast, "cora", at))
    wording = candour.Wording(text, 4, Records(decisions=(at.decision,)), make.days(2))
    claim = candour.make_claim(unit=cast.units["team"], outlet="website", audience="All", wording=wording, by=by)
    candour.show_claim(claim=claim, by=by)
    type(claim).objects.filter(pk=claim.pk).update(shown_on=IN_IT)
    return Signature.objects.select_related("text__claim").get(text__claim=claim)


# Writing and publishing.


@pytest.mark.parametrize(
    "who", ["cora", "staff", "manager", "finance", "safeguarding", "administrator", "public", "stranger"]
)
def test_nobody_else_writes_or_publishes(cast: Cast, who: str) -> None:
    made = drafted(cast)
    with pytest.raises(NotYours):
        services.publish_account(account=made, by=cast.actor(who))
    if who != "stranger":  # who writes one of their own
        with pytest.raises(NotYours):
            drafted(cast, who)


@pytest.mark.parametrize(
    "values",
    [{"title": " "}, {"title": "x" * 201}, {"introduction": ""}, {"introduction": "x" * 5001}, {"seen": 4}],
)
def test_bad_input(cast: Cast, values: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        drafted(cast, **values)
    assert not PublicAccount.objects.exists()


def test_a_year_without_any_decision(cast: Cast) -> None:
    version = published(cast)
    assert (version.number, version.closed, version.recorded_by) == (1, False, cast.users["coordinator"])
    assert queries.map_of(version).cells == () and len(version.head) == 64
    rows = queries.rows_of(version)
    assert {row.status for row in rows} == {"suppressed"} and not [row for row in rows if row.measure == "decisions"]


def test_a_year_with_one(cast: Cast) -> None:
    decided(cast, IN_IT, "without")
    rows = queries.rows_of(published(cast))
    year = [row for row in rows if row.measure == "decisions" and row.period == last_year().slug]
    assert {row.at_least for row in year} == {1} and ("all", "all", "without") in {
        (r.level, r.kind, r.what) for r in year
    }


def test_not_before_the_year_is_over(cast: Cast) -> None:
    year = periods.of_day(periods.YEAR, timezone.localdate(), 4)
    made = services.write_account(period=year, title="This year", introduction="So far.", by=cast.actor("board"))
    with pytest.raises(Refused, match="not over yet"):
        services.publish_account(account=made, by=cast.actor("board"))


def test_another_version_says_what_changed_and_the_first_one_stays(cast: Cast) -> None:
    decided(cast, IN_IT, "with")
    first = published(cast)
    with pytest.raises(Refused, match="what is different"):
        published(cast, title="Our year, again")
    decided(cast, IN_IT, "without")
    second = published(cast, changed="A new title.", title="Our year, again")
    assert (first.number, second.number, second.changed) == (1, 2, "A new title.")
    assert first.rows == second.rows, "until the year is closed nothing is counted twice"
    assert queries.version_of(account(cast), 1).title == "Our year"
    assert list(broken_accounts(cast.org.pk)) == []


def test_two_at_once_is_said(cast: Cast) -> None:
    made = drafted(cast)
    drafted(cast, introduction="Anew.", seen=made.version)
    with pytest.raises(Refused, match="Somebody changed this"):
        drafted(cast, introduction="And anew.", seen=made.version)
    with pytest.raises(Refused, match="Somebody changed this"):
        services.publish_account(account=made, seen=made.version, by=cast.actor("board"))


def test_a_number_changed_behind_it_is_found(cast: Cast) -> None:
    decided(cast, IN_IT, "without")
    version = published(cast)
    rows = [[*row[:-2], 0, 0] if row[0] == "decisions" else row for row in version.rows]
    AccountVersion.objects.filter(pk=version.pk).update(rows=rows)
    assert ["was changed" in finding.message for finding in broken_accounts(cast.org.pk)] == [True]


# What stands in it.


def bump(cast: Cast, text: str, audience: str = "public") -> Any:
    entry = {"tried": "We met.", "bump": text}
    shared = Shared(audience=audience)
    return journey.write_entry(
        words=entry, about=About(unit=cast.units["team"]), shared=shared, on=IN_IT, by=cast.actor("cora")
    )


def test_bumps_of_everybody_and_gone_when_they_are_taken_back(cast: Cast) -> None:
    shared = bump(cast, "The lift was broken.")
    bump(cast, "Not for everybody.", "members")
    version = published(cast)
    assert [each.words for each in told(cast, version).bumps] == ["The lift was broken."]
    journey.take_back_entry(entry=shared, by=cast.actor("cora"))
    after = told(cast, version)
    assert (after.bumps, after.bumps_gone) == ([], 1)


def test_a_claim_disputed_after_it_was_published_stands_as_disputed(cast: Cast) -> None:
    asked, other = claimed(cast), claimed(cast, "We wrote it together.")
    version = published(cast, claims=[asked.text.claim.code])
    ((stands, (entry,)),) = told(cast, version).claims
    assert (stands, entry.words) == ("own", "We chose together.")
    candour.dispute(signature=asked, words="We were not asked.", by=cast.actor("cora"))
    ((stands, (entry,)),) = told(cast, version).claims
    assert stands == "disputed" and entry.against == [("Somebody who was there", "We were not asked.")]
    candour.dispute(signature=other, words="That neither.", by=cast.actor("cora"))
    assert len(told(cast, version).claims[0][1]) == 2, "a dispute is not left out"


# Replying.


@pytest.mark.parametrize("who", ["staff", "manager", "coordinator", "board", "public", "stranger"])
def test_only_those_on_the_register_reply(cast: Cast, who: str) -> None:
    published(cast)
    with pytest.raises(NotYours):
        replied(cast, who)


def test_not_to_what_is_not_published(cast: Cast) -> None:
    drafted(cast)
    with pytest.raises(NotYours):
        replied(cast)


@pytest.mark.parametrize(
    "values", [{"words": " "}, {"words": "\u200b\u2060 "}, {"words": "x" * 20_000}, {"name": "x" * 101}]
)
def test_a_reply_that_cannot_stand(cast: Cast, values: dict[str, Any]) -> None:
    published(cast)
    with pytest.raises(Refused):
        replied(cast, **values)
    assert not AccountReply.objects.exists()


def test_nobody_reads_it_before_its_author_shows_it_and_nobody_changes_it(cast: Cast) -> None:
    published(cast)
    reply = replied(cast, show=False)
    assert shown_words(account(cast)) == []
    for who in ("dev", "coordinator", "board"):
        for verb in (replying.show_reply, replying.take_back_reply):
            with pytest.raises(NotYours):
                verb(reply=reply, by=cast.actor(who))
    replying.show_reply(reply=reply, by=cast.actor("cora"))
    assert shown_words(account(cast)) == [REPLY]
    replying.write_reply(account=account(cast), words="Other words.", by=cast.actor("cora"))
    assert shown_words(account(cast)) == [], "new words are shown when their author says so"
    assert list(broken_accounts(cast.org.pk)) == []


def test_taken_back_it_is_gone_and_the_page_says_so(cast: Cast) -> None:
    published(cast)
    replying.take_back_reply(reply=replied(cast), by=cast.actor("cora"))
    found = replies.replies_to(account(cast))
    assert (found.all, found.taken_back) == (0, 1)
    assert not AccountReply.objects.exclude(words="").exists() and list(broken_accounts(cast.org.pk)) == []
    replied(cast, words="Another one.")
    assert shown_words(account(cast)) == ["Another one."]


def test_held_back_when_it_could_harm_somebody_until_it_is_written_anew(cast: Cast) -> None:
    published(cast)
    reply = replied(cast, words="Sam hit somebody.")
    for who in ("staff", "board", "dev", "stranger"):
        with pytest.raises(NotYours):
            replying.hold_reply(reply=reply, why="No.", by=cast.actor(who))
    with pytest.raises(Refused):
        replying.hold_reply(reply=reply, why=" ", by=cast.actor("coordinator"))
    replying.hold_reply(reply=reply, why="It names somebody.", by=cast.actor("coordinator"))
    assert shown_words(account(cast)) == [] and replies.replies_to(account(cast)).held == 1
    again = replying.write_reply(account=account(cast), words="Somebody was hit.", by=cast.actor("cora"))
    replying.show_reply(reply=again, by=cast.actor("cora"))
    assert shown_words(account(cast)) == ["Somebody was hit."]


def test_whoever_takes_back_that_words_may_be_public_is_not_read(cast: Cast) -> None:
    published(cast)
    replied(cast)
    consent = Consent.objects.create(
        person=cast.people["cora"], purpose=Purpose.WORDS_PUBLIC, wording="Yes.", given_on=make.days(-9)
    )
    assert shown_words(account(cast)) == [REPLY]
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=make.days(0))
    assert shown_words(account(cast)) == []


def test_an_author_who_is_forgotten(cast: Cast) -> None:
    published(cast)
    replied(cast, name="Cora")
    assert personal.export(cast.people["cora"].pk)["replies_to_accounts"][0]["words"] == REPLY
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    row = AccountReply.objects.get()
    assert (row.person_id, row.words, row.name, row.state) == (None, "", "", "taken_back")
    assert list(broken_accounts(cast.org.pk)) == []


def public_words(cast: Cast) -> Contribution:
    """Something that anybody may read, and of which something changed in the year."""
    row = said(cast, uses=Uses(commissioners=True, public=True))
    answered(row, cast)
    voices.tell(contribution=row, channel="phone", by=cast.actor("manager"))
    change = changed(cast, row)
    type(change).objects.filter(pk=change.pk).update(since=IN_IT)
    voices.moderate(showing=agreed(row, cast.actor("cora")), outcome="shown", by=cast.actor("coordinator"))
    return Contribution.objects.get(pk=row.pk)


def test_words_before_the_safeguarding_lead_are_gone(cast: Cast) -> None:
    row = public_words(cast)
    version = published(cast)
    voices.raise_concern(contribution=row, by=cast.actor("manager"), why="It worries me.")
    assert (told(cast, version).changes, told(cast, version).changes_gone) == ([], 2)


def test_words_taken_back_are_gone_and_it_says_so(cast: Cast) -> None:
    row = public_words(cast)
    version = published(cast)
    (change,) = told(cast, version).changes
    assert [quote.words for quote in change.words] == [row.words]
    voices.withdraw(contribution=row, by=cast.actor("cora"))
    after = told(cast, version)
    assert (after.changes, after.changes_gone) == ([], 2)


# Of a year that is closed.


def _of_the_year(row: Any) -> bool:
    return row.measure == "decisions" and (row.level, row.kind, row.period) == ("all", "all", last_year().slug)


def test_a_closed_year_shows_what_was_signed_and_by_whom(cast: Cast, client_as: Any) -> None:
    decided(cast, IN_IT, "without")
    open_one = published(cast)
    close = frozen(cast, last_year())
    decided(cast, IN_IT, "with")  # written down after it was closed
    version = published(cast, changed="The figures are closed now.")
    assert (open_one.closed, version.closed, len(version.source)) == (False, True, 64)
    year = {row.what: row.at_least for row in queries.rows_of(version) if _of_the_year(row)}
    assert year == {"all": 1, "without": 1}
    page = client_as("public").get(f"/harbour/account/{last_year().slug}/").content.decode()
    assert "nobody has signed them" not in page
    assert "Signed by Alma Reyes, Co-production coordinator" in page and "Signed by Cora, whom contributors" in page
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    page = client_as("public").get(f"/harbour/account/{last_year().slug}/").content.decode()
    assert "Signed by a contributor" in page and "Signed by Cora" not in page
    assert published(cast, changed="Another word.").rows == version.rows
    assert close.state == "frozen" and queries.version_of(account(cast), 1).closed is False
