"""What was learned last time is shown to whoever asks for people again: what they may read of it, nearest first."""

from __future__ import annotations

import pytest

from alongside.journey import queries
from tests import make

from .factories import learned


def carried(cast, about, who: str = "manager") -> list[str]:
    return [each.text.bump for each in queries.learned_before(cast.actor(who), about).entries]


def bump(cast, text: str, about, **values) -> None:
    learned(cast, values.pop("who", "coordinator"), about, words={"bump": text}, **values)


def test_nearest_first_then_newest(cast) -> None:
    board, services, other = cast.units["board"], cast.units["services"], cast.units["other_team"]
    bump(cast, "other", make.decision(cast, unit=other), on=make.days(-1))
    bump(cast, "above, older", make.decision(cast, unit=board), on=make.days(-50))
    bump(cast, "above", make.decision(cast, unit=services), on=make.days(-40))
    bump(cast, "here, older", make.decision(cast), on=make.days(-90))
    bump(cast, "here", make.decision(cast), on=make.days(-80))
    bump(cast, "another kind", make.decision(cast, kind=cast.kinds["policy"]))
    about = make.decision(cast)
    bump(cast, "itself", about)
    assert carried(cast, about) == ["here", "here, older", "above", "above, older", "other"]


def test_no_more_than_five_and_it_says_so(cast) -> None:
    before = make.decision(cast)
    for number in range(6):
        bump(cast, str(number), before)
    found = queries.learned_before(cast.actor("manager"), make.decision(cast))
    assert (len(found.entries), found.more) == (5, True)


@pytest.mark.parametrize(("audience", "seen"), [("private", False), ("members", True), ("public", True)])
def test_only_what_the_reader_may_see(cast, audience, seen) -> None:
    bump(cast, "x", make.decision(cast), audience=audience)
    assert bool(carried(cast, make.decision(cast))) == seen


def test_the_form_and_the_request_show_it(cast, client_as) -> None:
    bump(cast, "Papers came too late <b>", make.decision(cast))
    about = make.decision(cast)
    for url in (f"/harbour/ask/{about.code}/", f"/harbour/involvement/requests/{make.request(cast, about).code}/"):
        page = client_as("manager").get(url).content.decode()
        assert "What was learned last time" in page and "Papers came too late &lt;b&gt;" in page


def test_where_nothing_was_learned_it_says_so(cast, client_as) -> None:
    page = client_as("manager").get(f"/harbour/ask/{make.decision(cast).code}/").content.decode()
    assert "Nobody has written down yet what was learned" in page
