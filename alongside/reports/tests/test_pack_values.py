"""The value of a pack can be written down and read again, holds nobody's words, and says what is true of a past end."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.utils import timezone

from alongside.candour.queries.accounts import Account, StageOf, StatementOf
from alongside.candour.queries.gaps import Gap
from alongside.core.small_groups import Said, Spread
from alongside.journey.tests.factories import aim
from alongside.reports import packs
from alongside.reports.pack_values import Accounts, Pack, SmallGroups
from alongside.reports.queries import packing
from alongside.reports.road_values import Stretch
from alongside.voice.models import Contribution
from tests import make
from tests.cast import Cast

from .packing import BUMP, PIECE, WORDS, lived, month, read, stands, value

pytestmark = pytest.mark.django_db


def written(pack: Pack) -> Pack:
    return Pack.of_plain(json.loads(json.dumps(pack.as_plain())))


def test_written_down_and_read_again(cast: Cast) -> None:
    from dataclasses import replace

    stages = (StageOf("design", {5: 2}, {4: 1}, Spread(6, {2: 5})), StageOf("assess", {1: 1}, {}, None))
    account = Account(
        stages, (StatementOf("heard", (1, 2), Said(6, 5, 6)), StatementOf("again", (0, 0), None)), 2, True
    )
    accounts = Accounts(account, (SmallGroups("Policy", "2026-07-01", account),), 1, 2, 3)
    stretch = Stretch(date(2026, 7, 1), 1, 2, 3, {"open": 1}, Gap((1, 2), Said(9, 8, 9)))
    pack = replace(value(cast, lived(cast)), accounts=accounts, stretches=(stretch, Stretch(date(2026, 10, 1))))
    assert written(pack) == pack
    assert pack.owed and pack.without and pack.changes and pack.bumps and pack.learned and pack.aims


def test_nobodys_words_are_in_it(cast: Cast) -> None:
    period = lived(cast)
    stands(cast, period=period)
    plain = json.dumps(value(cast, period).as_plain(), ensure_ascii=False)
    for words in (WORDS, BUMP, PIECE[:20], "Who leads the night team", "Cora", "We ask before we buy", "A draw"):
        assert words not in plain, words


def test_what_a_list_leaves_out_is_counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    period = lived(cast)
    for name in ("MOST_OWED", "MOST_LEARNED", "MOST_AIMS"):
        monkeypatch.setattr(packing, name, 1)
    make.contribution(cast, received_on=make.days(-110), said_on=make.days(-110), answer_by=make.days(-70))
    aim(cast)
    found = read(cast, period=period)
    assert (found.pack.more_learned, found.pack.more_bumps, found.pack.more_aims) == (1, 0, 1)
    told = repr([packs.part_of(found.reading, name) for name in ("bumps", "journey")])
    assert "1 more had waited" in told and "1 more stands on the page" in told and "1 more aim" in told


def test_what_waited_then_waits_in_the_pack_of_then(cast: Cast) -> None:
    """Answered or taken back after the end of the period: it had no answer on its last day."""
    end = month().last
    long = {"received_on": make.days(-250), "said_on": make.days(-250), "acknowledge_by": make.days(-240)}
    answered = make.contribution(cast, words="Answered since.", **long)
    gone = make.contribution(cast, words="Taken back since.", **long)
    before = make.contribution(cast, words="Answered by then.", **long)
    rows = Contribution.objects
    since = min(timezone.localdate(), end.replace(day=end.day) + (make.days(1) - make.days(0)))
    rows.filter(pk=answered.pk).update(state="told", answered_on=since, told_on=since, answer_kind="adopted")
    rows.filter(pk=before.pk).update(state="told", answered_on=end, told_on=end, answer_kind="adopted")
    rows.filter(pk=gone.pk).update(state="withdrawn", withdrawn_on=since)
    found = value(cast, month())
    assert {row.code for row in found.owed} == {answered.code, gone.code}
    assert found.sheet.figure("waiting").row("over-12").number == 2
