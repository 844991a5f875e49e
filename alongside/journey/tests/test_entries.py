"""What was learned: written by anybody, changed by nobody else, read by whom its author says, from that moment on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alongside.accounts.models import User
from alongside.audit.models import Event
from alongside.config.commands.verify_ import check
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.journey import queries, services
from alongside.journey.models import WORDS, Entry, EntryText
from alongside.journey.queries import shown as showing
from alongside.journey.rules import entries as rules
from alongside.journey.services import About, Shared
from alongside.organisation import queries as organisations
from alongside.people.models import Person
from alongside.post.models import Message
from tests import cast as casting
from tests import make

from .factories import BUMP, learned

EVERYBODY = ("public", "stranger", "cora", "dev", "staff", "manager", "coordinator", "board", "finance")


def readers(cast, entry: Entry) -> set[str]:
    return {who for who in EVERYBODY if queries.entries_for(cast.actor(who)).filter(pk=entry.pk).exists()}


INSIDE = set(EVERYBODY) - {"public", "stranger"}


@pytest.mark.parametrize(
    ("audience", "who"),
    [("private", {"cora"}), ("members", INSIDE), ("public", INSIDE | {"public"})],
)
def test_who_reads_it(cast, audience, who) -> None:
    assert readers(cast, learned(cast, audience=audience)) == who


@pytest.mark.parametrize(
    ("audience", "also", "reads"),
    [("members", "", False), ("public", "", True), ("members", "contributor", True), ("members", "staff", True)],
)
def test_whoever_only_reads_concerns_comes_from_outside(cast, audience, also, reads) -> None:
    for role in filter(None, ("concerns_contact", also)):
        casting.member(cast.org, cast.users["stranger"], role)
    actor = organisations.actor_for(cast.users["stranger"], cast.org.pk)
    entry = learned(cast, audience=audience)
    assert queries.entries_for(actor).filter(pk=entry.pk).exists() == reads
    theirs = learned(cast, audience="some", readers=[cast.users["stranger"]])
    assert queries.entries_for(actor).filter(pk=theirs.pk).exists()  # chosen by name


@pytest.mark.parametrize(("audience", "named"), [("public", False), ("some", True)])
def test_whoever_comes_from_outside_reads_a_name_only_where_they_were_chosen(cast, audience, named) -> None:
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    actor = organisations.actor_for(cast.users["stranger"], cast.org.pk)
    readers = [cast.users["stranger"]] if audience == "some" else []
    for who in ("cora", "manager"):
        learned(cast, who, audience=audience, named=True, readers=readers)
    found = showing.shown(actor, "harbour", queries.with_words(queries.entries_for(actor)))
    assert len(found) == 2 and all(bool(each.name) == named for each in found)


@pytest.mark.parametrize(
    ("roles", "side"),
    [
        ({"concerns_contact"}, "people"),
        ({"concerns_contact", "contributor"}, "people"),
        ({"contributor"}, "people"),
        ({"contributor", "finance"}, "staff"),
    ],
)
def test_from_which_side_somebody_writes(cast, roles, side) -> None:
    actor = replace(cast.actor("cora"), roles=frozenset(roles))
    assert rules.side_of(actor) == side
    assert rules.can_write(actor) == (roles != {"concerns_contact"})


@pytest.mark.parametrize("author", ["cora", "staff", "manager", "board", "coordinator"])
def test_every_party_writes(cast, author) -> None:
    entry = learned(cast, author, unit=cast.units["team"])
    assert entry.side == ("people" if author == "cora" else "staff")
    assert (entry.person_id is None) != (entry.user_id is None)


@pytest.mark.parametrize(
    ("chosen", "who"),
    [
        ("dev", {"cora", "dev"}),
        ("manager", {"cora", "manager"}),
        ("team", {"cora", "staff", "manager"}),
        ("body", {"cora", "dev"}),
    ],
)
def test_shared_with_some(cast, chosen, who) -> None:
    body = Forum.objects.create(organisation=cast.org, name="Panel", kind="panel", unit=cast.units["team"])
    seat = Seat.objects.create(organisation=cast.org, forum=body, capacity="member", filled_by="draw")
    SeatHolder.objects.create(
        organisation=cast.org, seat=seat, person=cast.people["dev"], filled_by="draw", since=make.days(-9)
    )
    reader = {"dev": cast.people["dev"], "manager": cast.users["manager"], "team": cast.units["team"], "body": body}
    entry = learned(cast, audience="some", readers=[reader[chosen]])
    assert readers(cast, entry) == who
    services.share_entry(entry=entry, shared=Shared("private"), by=cast.actor("cora"))
    assert readers(cast, entry) == {"cora"}
    assert not entry.readers.exists()


def test_a_seat_given_up_reads_no_longer(cast) -> None:
    body = Forum.objects.create(organisation=cast.org, name="Panel", kind="panel", unit=cast.units["team"])
    seat = Seat.objects.create(organisation=cast.org, forum=body, capacity="member", filled_by="draw")
    SeatHolder.objects.create(
        organisation=cast.org,
        seat=seat,
        person=cast.people["dev"],
        filled_by="draw",
        since=make.days(-9),
        ended_on=make.days(-1),
    )
    assert readers(cast, learned(cast, audience="some", readers=[body])) == {"cora"}


def test_they_are_told_that_there_is_something_and_not_what(cast) -> None:
    entry = learned(cast, audience="some", readers=[cast.people["dev"], cast.users["manager"]])
    told = Message.objects.filter(kind="entry_shared")
    assert told.count() == 2
    assert all(BUMP not in message.body + message.subject for message in told)
    again = Shared("some", readers=[cast.people["dev"]])
    services.share_entry(entry=entry, shared=again, by=cast.actor("cora"))
    assert told.count() == 2


def test_somebody_new_is_told_whatever_their_number(cast) -> None:
    """One who takes part and one who works here may have the same number, each in a table of their own."""
    one = Person.objects.create(pk=10**6, organisation=cast.org, name="Ona Lee", state="active")
    user = User.objects.create_user("new@example.org", name="Ines New", pk=one.pk)
    entry = learned(cast, audience="some", readers=[one])
    services.share_entry(entry=entry, shared=Shared("some", readers=[one, user]), by=cast.actor("cora"))
    assert Message.objects.filter(kind="entry_shared", to_user=user.pk).count() == 1


def test_what_is_about_a_decision_is_for_those_who_see_it(cast) -> None:
    hidden = make.decision(cast, audience="staff", unit=cast.units["other_team"])
    entry = learned(cast, "coordinator", hidden, audience="public")
    assert readers(cast, entry) == {"coordinator", "board", "finance"}


def test_of_another_organisation_nothing(cast) -> None:
    elsewhere = make.decision(cast, organisation=cast.other, kind=cast.kinds["elsewhere"], unit=cast.units["elsewhere"])
    with pytest.raises(NotYours):
        learned(cast, about=elsewhere)
    with pytest.raises(NotYours):
        learned(cast, unit=cast.units["elsewhere"])
    with pytest.raises(NotYours):
        learned(cast, audience="some", readers=[cast.units["elsewhere"]])
    with pytest.raises(NotYours):
        learned(cast, "public")


BAD = {"words": {}, "nothing seen": {"bump": "​ ‎ \n"}, "too long": {"tried": "x" * 10_001}}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_bad_words(cast, words) -> None:
    with pytest.raises(Refused):
        learned(cast, words=words)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("on", [make.days(1), date(1999, 12, 31)])
def test_bad_days(cast, on) -> None:
    with pytest.raises(Refused):
        learned(cast, on=on)


def test_any_script_and_any_sign_stay_as_written(cast) -> None:
    words = {"bump": "الاجتماع كان في الصباح 😞 \u202eabc", "moved": "我们现在投票"}
    entry = learned(cast, words=words)
    assert {name: getattr(entry.text, name) for name in words} == words


@pytest.mark.parametrize(("audience", "readers"), [("some", []), ("everyone", [])])
def test_bad_audience(cast, audience, readers) -> None:
    with pytest.raises(Refused):
        learned(cast, audience=audience, readers=readers)


def test_a_stage_needs_a_decision(cast) -> None:
    with pytest.raises(Refused):
        learned(cast, stage="start")
    assert learned(cast, about=make.decision(cast), stage="start").stage == "start"


def changed(cast, entry: Entry, who: str = "cora", **words: str) -> Entry:
    return services.change_entry(entry=entry, words=words, on=entry.on, by=cast.actor(who))


def test_what_stood_there_before_is_for_its_author(cast) -> None:
    entry = changed(cast, learned(cast), bump="They came a week before.")
    assert entry.text.bump == "They came a week before."
    assert [text.bump for text in queries.versions_of(cast.actor("cora"), entry)] == [BUMP]
    assert queries.versions_of(cast.actor("coordinator"), entry) == []


def test_the_same_words_are_no_new_version(cast) -> None:
    assert changed(cast, learned(cast), bump=BUMP).version == 1


def test_somebody_who_saw_an_older_version_is_told(cast) -> None:
    entry = changed(cast, learned(cast), bump="Second")
    with pytest.raises(Refused):
        services.change_entry(entry=entry, words={"bump": "Third"}, on=entry.on, by=cast.actor("cora"), seen=1)


@pytest.mark.parametrize("who", ["coordinator", "manager", "dev", "stranger", "public"])
def test_nobody_else_changes_shares_or_takes_back(cast, who) -> None:
    entry, by = learned(cast), cast.actor(who)
    for verb in (
        lambda: services.change_entry(entry=entry, words={"bump": "No"}, on=entry.on, by=by),
        lambda: services.share_entry(entry=entry, shared=Shared("public"), by=by),
        lambda: services.take_back_entry(entry=entry, by=by),
    ):
        with pytest.raises(NotYours):
            verb()


def findings(cast) -> list[str]:
    return [found["message"] for found in check(cast.org.pk, "harbour", "")["findings"]]


def test_taken_back_it_is_gone_and_the_record_holds(cast) -> None:
    entry = changed(cast, learned(cast, audience="public"), bump="Second")
    services.take_back_entry(entry=entry, by=cast.actor("cora"))
    assert readers(cast, entry) == set()
    assert not any(getattr(text, name) for text in EntryText.objects.all() for name in WORDS)
    assert findings(cast) == []
    with pytest.raises(Refused):
        changed(cast, entry, bump="Back again")


def test_a_change_behind_the_log_is_found(cast) -> None:
    entry = learned(cast)
    assert findings(cast) == []
    EntryText.objects.filter(entry=entry).update(bump="All went well.")
    assert "was changed after it was written" in findings(cast)[0]


def test_no_words_in_the_log(cast) -> None:
    changed(cast, learned(cast, audience="public"), bump="The second words")
    held = repr([content.facts for content in (event.content for event in Event.objects.all())])
    assert BUMP not in held and "second words" not in held


def test_held_back_from_everybody(cast) -> None:
    entry, coordinator = learned(cast, audience="public"), cast.actor("coordinator")
    with pytest.raises(Refused):
        services.hold_back(entry=entry, why=" ", by=coordinator)
    services.hold_back(entry=entry, why="It tells who somebody else is.", by=coordinator)
    assert readers(cast, entry) == INSIDE
    assert Message.objects.filter(kind="entry_held_back", to_person=cast.people["cora"].pk).count() == 1
    services.let_go(entry=entry, by=coordinator)
    assert "public" in readers(cast, entry)
    with pytest.raises(NotYours):
        services.hold_back(entry=entry, why="No.", by=cast.actor("manager"))
    with pytest.raises(Refused):
        services.hold_back(entry=learned(cast), why="It is not for everybody.", by=coordinator)


def test_a_unit_that_is_closed_since(cast) -> None:
    team = cast.units["team"]
    entry = learned(cast, unit=team)
    team.closed_on = make.days(-1)
    team.save()
    assert queries.in_unit(queries.entries_for(cast.actor("dev")), team).get() == entry
    assert learned(cast, unit=team).unit == team  # looking back is allowed


def test_the_unit_of_a_decision_stays_beside_it(cast) -> None:
    about = make.decision(cast)
    entry = services.write_entry(
        words={"tried": "A draw"}, about=About(about), shared=Shared(), on=make.days(0), by=cast.actor("staff")
    )
    assert entry.unit == cast.units["team"] and not entry.has_bump
