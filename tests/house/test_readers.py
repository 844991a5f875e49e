"""Who reads which of people's words, on every page that shows some (docs/decisions/0044).

Every author says one animal, in all that they wrote: their words, their mark on the answer, what they say of the change
and of what was taken down for them. So a page on which an animal stands shows words of theirs. Each page is opened by
each reader, with its files. What may stand there is told by the reader alone, whatever the page is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import Client

from alongside.candour.rules.concerns import READER
from alongside.core.actor import Medium
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.journey import queries as journey
from alongside.journey.queries import statements, touchpoints
from alongside.journey.rules import stories as journey_rules
from alongside.journey.tests import touch_factories as touch
from alongside.journey.tests.access_touchpoints import told as telling
from alongside.journey.tests.factories import aim, learned
from alongside.journey.tests.story_factories import opened
from alongside.journey.tests.story_factories import told as story_told
from alongside.organisation import queries as organisations
from alongside.people import services as people
from alongside.people.models import Person
from alongside.voice import queries, services
from alongside.voice.models import Change, ChangeSource, Contribution, Theme
from alongside.voice.services.group_words import group_says
from alongside.voice.shapes import Uses
from alongside.voice.tests.factories import answered, fresh, marked, said, theme
from alongside.voice.tests.showing_factories import in_public
from tests import cast as casting
from tests import make

from .taken import with_files

LONG_AGO = make.days(-200)
INSIDE = {"Aardvark", "Dormouse", "Gecko"}  # may be read by those who work here
KEPT = {"Bandicoot", "Capybara", "Heron"}  # by those who answer: so for these words, and for all that Dev ever says
NOBODY = {"Echidna", "Fossa"}  # taken back; before the safeguarding lead
EVERYBODY = {"Dormouse"}
READS = {
    "manager": INSIDE | KEPT,
    "board": INSIDE,
    "both": INSIDE,  # on the board, and works in a team that answers for none of this
    "cora": {"Aardvark", "Bandicoot", "Dormouse"},  # her own
    "dev": EVERYBODY | {"Capybara"},
    "outside": EVERYBODY,  # reads concerns about involvement, and belongs to another organisation
    "public": EVERYBODY,
}
STAFF = ("manager", "board", "both")


def by_author(cast, animal: str) -> dict[str, Any]:
    if animal in ("Gecko", "Heron"):
        writer = replace(cast.actor("coordinator"), medium=Medium.IN_PERSON)
        return {"person": None, "group_name": f"The {animal.lower()} group", "via": "written_down", "by": writer}
    who = "dev" if animal == "Capybara" else "cora"
    return {"person": cast.people[who], "by": cast.actor(who)}


def spoken(cast, animal: str, **values: Any) -> Contribution:
    """Said long ago, answered and told."""
    uses = Uses(inside=animal not in ("Bandicoot", "Heron"), public=animal == "Dormouse")
    row = said(
        cast,
        words=f"{animal} was not asked about the room.",
        received_on=LONG_AGO,
        said_on=LONG_AGO,
        uses=uses,
        **by_author(cast, animal),
        **values,
    )
    answered(row, cast)
    services.tell(contribution=row, channel="phone", by=cast.actor("manager"))
    return in_public(cast, fresh(row)) if uses.public else fresh(row)


def questioned(cast, animal: str, row: Contribution, change: Change) -> None:
    """Its author says that the answer is not true and that nothing is different: so it stands wherever something is
    late, disputed or denied."""
    by = cast.actor("dev" if animal == "Capybara" else "cora") if row.person else queries.holder_of(row)
    if row.person is None:
        group_says(contribution=row, kind="not_ours", words=f"{animal} says it otherwise.", by=by)
    services.challenge(contribution=row, kind="not_true", words=f"{animal} says no.", by=by)
    services.give_verdict(change=change, contribution=row, kind="challenged", words=f"{animal} denies it.", by=by)


def everything(cast) -> dict[str, Contribution]:
    about, subject = make.decision(cast), theme(cast)
    rows = {animal: spoken(cast, animal, decision=about) for animal in sorted(INSIDE | KEPT | NOBODY)}
    change = make.changed(cast, rows["Aardvark"], since=make.days(-3))
    ChangeSource.objects.bulk_create(
        ChangeSource(change=change, contribution=row) for animal, row in rows.items() if animal != "Aardvark"
    )
    for animal, row in rows.items():
        marked(cast, row, subject)
        questioned(cast, animal, fresh(row), change)
    services.withdraw(contribution=fresh(rows["Echidna"]), by=cast.actor("cora"))
    services.raise_concern(contribution=fresh(rows["Fossa"]), by=cast.actor("manager"), why="Fossa worries me.")
    people.withdraw_consent(person=cast.people["dev"], purpose="words_inside", by=cast.actor("dev"))
    late = Contribution.objects.filter(organisation=cast.org, owed=True)
    late.update(board_since=make.days(-1))
    return rows


def others(cast) -> None:
    """Those who are nobody of the cast."""
    for who, role, unit in (("both", "board", None), ("both", "manager", "other_team"), ("outside", READER, None)):
        if who not in cast.users:
            cast.users[who] = casting.user(f"{who} Penhale")
        casting.member(cast.org, cast.users[who], role, cast.units[unit] if unit else None)


def for_everybody(cast) -> list[str]:
    """Pages with words that those who work here, contributors and strangers open, each as they may."""
    change, decision = Change.objects.get().code, Decision.objects.get().code
    found = ["", "heard/", "changes/", f"changes/{change}/", f"changes/{change}/trace/"]
    return [*found, *(f"decisions/{decision}/{step}" for step in ("", "trace/", "signs/"))]


def for_staff(cast, rows: dict[str, Contribution]) -> list[str]:
    """The other pages on which somebody's words may stand."""
    subject, decision = Theme.objects.get().code, Decision.objects.get().code
    found = ["board/", "owed/", "desk/", "voices/", "voices/?state=all", "voices/?mark=open&state=all"]
    found += ["voices/?risen=board", "voices/search/?words=room", "voices/themes/", "voices/reading/", "showing/"]
    found += [f"voices/themes/{subject}/", f"voices/themes/{subject}/look/", f"voices/?theme={subject}&state=all"]
    found += [f"decisions/{decision}/shaped/", "candour/", *(f"people/{one.code}/story/" for one in authors(cast))]
    found += [f"packs/{make.days(0):%Y-%m}/{part}/" for part in ("bumps", "changed")]
    found += [f"voices/{row.code}/" for row in rows.values()]
    kept = [rows["Bandicoot"].code, rows["Capybara"].code]
    return [*found, *(f"voices/{code}/{step}/" for code in kept for step in ("alike", "themes"))]


def authors(cast) -> list[Person]:
    return [cast.people["cora"], cast.people["dev"]]


def stands_on(client: Client, urls: list[str]) -> dict[str, set[str]]:
    """By animal, on which of the pages and in which of their files."""
    seen: dict[str, set[str]] = {}
    for url in (f"/harbour/{each}" for each in urls):
        response = client.get(url, follow=True)
        assert response.status_code in (200, 404), url
        text = with_files(client, url, response.content.decode()) if response.status_code == 200 else ""
        for animal in INSIDE | KEPT | NOBODY:
            if animal in text:
                seen.setdefault(animal, set()).add(url)
    return seen


def test_no_page_shows_more_than_its_reader_may_read(cast, client_as) -> None:
    rows = everything(cast)
    others(cast)
    too_much, missing = {}, {}
    for who, reads in READS.items():
        client = Client() if who == "public" else client_as(who)
        urls = for_everybody(cast) + (for_staff(cast, rows) if who in STAFF else [])
        seen = stands_on(client, urls)
        too_much |= {(who, animal): sorted(found) for animal, found in seen.items() if animal not in reads}
        missing[who] = reads - seen.keys()
    assert too_much == {}
    assert not any(missing.values()), missing


def test_whoever_comes_from_outside_reads_what_anybody_may(cast) -> None:
    """Decisions and aims are for those who work here and take part; so are the stories and words of a service."""
    others(cast)
    about, round_ = make.decision(cast), opened(cast)
    story, words, aim_there = (
        story_told(cast, round_),
        telling(cast, "cora", words="Nobody rang back.", audience="here"),
        aim(cast),
    )
    type(words).objects.update(read_on=make.days(0))
    for who, sees in (("cora", True), ("outside", False), ("manager", True)):
        actor = cast.actor(who)
        assert decisions.decisions_for(actor).filter(pk=about.pk).exists() == sees
        assert journey.aims_for(actor).filter(pk=aim_there.pk).exists() == sees
        assert journey.rounds_for(actor).filter(pk=round_.pk).exists() == sees
        assert journey_rules.may_read(actor, story) == sees
        assert touchpoints.words_for(actor, words.touchpoint.unit_id).filter(pk=words.pk).exists() == sees
    about.audience = "public"
    about.save()
    assert decisions.decisions_for(cast.actor("outside")).get() == about


def test_whoever_comes_from_outside_reads_numbers_and_names_as_anybody_does(cast, client_as) -> None:
    """What few said together is for those who belong here, and so is who wrote what everybody may read."""
    others(cast)
    moment, asked = touch.moment(cast), touch.statement(cast) and touch.asking(cast)
    touch.many(cast, moment, [2, 2, 1, 0, -1, -2])
    touch.counted(cast)
    touch.answered(cast, asked, [4, 4, 3, 1, 1, 1])
    touch.over(cast, asked)
    entry, clock = learned(cast, "dev", audience="public", named=True), organisations.clock_of(cast.org)
    for who, inside in (("cora", True), ("outside", False), ("public", False)):
        actor, client = cast.actor(who), client_as(who)
        (line,) = statements.over_time(actor, cast.units["team"], clock)
        blocks = touchpoints.blocks_by_touchpoint([moment], touchpoints.least_for(actor, clock))
        assert (bool(line.rounds[0].shown), bool(blocks[moment.pk])) == (inside, inside)
        page = client.get(f"/harbour/journey/entries/{entry.code}/").content.decode()
        assert (cast.people["dev"].known_as in page) == inside
