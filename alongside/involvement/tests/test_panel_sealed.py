"""Before all are in, nobody learns how another scored: not from a page, an export, a query or the event log.

Shown by changing the others' sealed rows in the table: whatever somebody reads stays letter for letter the same.
"""

from __future__ import annotations

import json
import re
from itertools import combinations

import pytest

from alongside.audit.models import Content
from alongside.audit.queries import broken_contents, broken_links
from alongside.core.errors import NotYours
from alongside.involvement import personal, queries, services
from alongside.involvement.models import Mark, Round, Score, Sheet
from tests.make import days

from . import panel_steps as steps

WHO = ("cora", "dev", "manager")
TOKENS = re.compile(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"')
OF_THE_PANEL = (
    *("", "result/", "shortlist/", "sheets/scores/", "sheets/scores/A/", "sheets/shortlist/", "sheets/shortlist/A/"),
    *("sheets/scores/hand-in/", "shortlist/agree/", "candidates/A/", "review/", "for/DEV/scores/", "for/DEV/scores/A/"),
    *("for/DEV/shortlist/", "for/DEV/shortlist/A/"),
)
OF_THE_JOB = ("", "stages/shortlist/", "stages/scores/", "stages/decision/", "panel/", "panel/DEV/", "choice/")
EYES = ("cora", "manager", "coordinator", "board", "staff")


def some() -> list[tuple[str, ...]]:
    """Nobody; one and two of them, with and without the manager. Cora and Dev are there on the same terms."""
    return [
        who
        for number in range(len(WHO))
        for who in combinations(WHO, number)
        if "cora" in who or who in {(), ("manager",)}
    ]


def what_is_read(panel, client_as) -> dict[tuple[str, str], str]:
    codes = {"A": panel.candidate("A").code, "DEV": panel.member("dev").code}
    urls = [panel.url + each for each in OF_THE_PANEL] + [panel.job + each for each in OF_THE_JOB]
    urls = [re.sub(r"\b(A|DEV)\b", lambda found: codes[found[0]], url) for url in urls]
    urls += ["/harbour/panels/", "/harbour/owed/", "/harbour/board/"]
    found = {}
    for who in EYES:
        client = client_as(who)
        for url in urls:
            response = client.get(url)
            found[who, url] = f"{response.status_code} {TOKENS.sub('', response.content.decode())}"
    people = panel.cast.people
    return found | {(who, "export"): json.dumps(personal.export(people[who].pk)["panels"]) for who in ("cora", "noor")}


@pytest.mark.parametrize("handed_in", some(), ids="-".join)
def test_scores_are_sealed_until_all_are_in(cast, client_as, handed_in) -> None:
    panel = steps.invited(cast, *WHO)
    for who in WHO:
        steps.scored(panel, who, {"A": 3, "B": 2}, hand_in=who in handed_in)
    before = what_is_read(panel, client_as)
    for owner in WHO:
        theirs = Score.objects.filter(sheet__member=panel.members[owner])
        theirs.update(value=5)
        after = what_is_read(panel, client_as)
        changed = {key for key in before if before[key] != after[key]}
        assert {who for who, _url in changed} <= {owner}
        theirs.update(value=3)
        Score.objects.filter(sheet__member=panel.members[owner], candidate__label="B").update(value=2)
    for who in (*WHO, "coordinator"):
        with pytest.raises(NotYours):
            queries.result_of(queries.panel_for(cast.actor(who), panel.recruitment.code))


def test_marks_are_sealed_until_all_are_in(cast, client_as) -> None:
    panel = steps.seated(cast, *WHO)
    steps.applied(panel)
    steps.marked(panel, "dev", "manager")
    before = what_is_read(panel, client_as)
    Mark.objects.filter(sheet__member=panel.members["dev"]).update(opinion="no", why="Cold.")
    after = what_is_read(panel, client_as)
    assert [key for key in before if before[key] != after[key]] == []
    with pytest.raises(NotYours):
        queries.marks_of(queries.panel_for(cast.actor("manager"), panel.recruitment.code))


def test_once_open_everybody_on_the_panel_reads_all(cast, client_as) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, dev={"A": 4, "B": 4}, manager={"A": 0, "B": 5})
    for who in ("cora", "dev", "manager", "coordinator"):
        text = client_as(who).get(f"{panel.url}result/").content.decode()
        assert "The two differ" in text and "18" in text
    assert client_as("board").get(f"{panel.url}result/").status_code == 404
    assert client_as("eoin").get(f"{panel.url}result/").status_code == 404


def test_each_side_stands_apart(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, dev={"A": 4, "B": 4}, manager={"A": 0, "B": 5})
    found = queries.result_of(queries.panel_for(cast.actor("cora"), panel.recruitment.code))
    assert [(row.by_member, row.contributors, row.staff, row.lowest, row.highest) for row in found.rows] == [
        ((10, 8, 0), 18, 0, 0, 10),
        ((2, 8, 10), 10, 10, 2, 10),
    ]
    assert (found.contributors_first, found.staff_first, found.most) == (("A",), ("B",), 10)


# The event log holds a commitment to each sheet.


def opened(cast):
    return steps.all_in(cast, cora={"A": 5, "B": 1}, manager={"A": 0, "B": 5})


def wrong(cast) -> list[str]:
    chain = cast.org.pk
    assert not [*broken_links(chain), *broken_contents(chain)]
    return [found.message for found in queries.broken_sheets(chain)]


def test_the_log_says_nothing_of_a_score(cast) -> None:
    opened(cast)
    contents = Content.objects.filter(event__name="sheet_handed_in")
    assert contents.count() == 4
    assert all(set(content.facts) == {"round", "sealed"} for content in contents)


def test_what_is_as_it_was_handed_in_is_whole(cast) -> None:
    opened(cast)
    assert wrong(cast) == []


@pytest.mark.parametrize("round", Round.values)
def test_a_sheet_that_was_changed_behind_it(cast, round) -> None:
    opened(cast)
    if round == Round.SCORES:
        Score.objects.filter(value=5).update(value=4)
        assert len(wrong(cast)) == 2
    else:
        Mark.objects.filter(sheet__member__place__isnull=False).update(opinion="no")
        (message,) = wrong(cast)
        assert "was changed after it was handed in" in message


def test_a_sheet_that_is_gone_or_was_added(cast) -> None:
    panel = opened(cast)
    sheet = Sheet.objects.filter(round=Round.SCORES).first()
    sheet.scores.all().delete()
    sheet.delete()
    (message,) = wrong(cast)
    assert "is gone" in message
    Sheet.objects.create(member=panel.members["cora"], round=Round.SCORES, handed_in_at="2026-01-01T00:00Z", salt="x")
    assert any("added behind it" in message for message in wrong(cast))


def test_removing_the_words_about_candidates_breaks_no_seal(cast) -> None:
    panel = opened(cast)
    services.choose_candidate(
        recruitment=panel.fresh(), candidate=panel.candidate("A"), reason="", start_by=days(9), by=cast.actor("manager")
    )
    assert services.remove_candidates_data(days(180)) == 2
    assert wrong(cast) == []
