"""What the board was given stays what it was given, and the page says how the same days look since."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from alongside.audit.models import Content
from alongside.reports import packs
from alongside.reports.events import ReportsEvent
from alongside.reports.models import PackGiven
from alongside.reports.packs.opening import front_of
from alongside.voice.models import Contribution
from tests import make
from tests.cast import Cast

from .closing import anew, frozen
from .packing import WORDS, base, issued, month, read
from .test_map import decided

pytestmark = pytest.mark.django_db


def front(cast: Cast) -> str:
    return " ".join(front_of(read(cast), cast.org))


def without(cast: Cast) -> Any:
    return read(cast).pack.sheet.figure("coverage").row("without").number


def test_it_stays_as_it_was_whatever_is_written_down_later(cast: Cast, client_as: Any) -> None:
    decided(cast, month().first)
    before = without(cast)
    issued(cast)
    decided(cast, month().first, title="Written down late")
    assert without(cast) == before and "The numbers stand here as the board was given them." in front(cast)
    page = client_as("board").get(base(month())).content.decode()
    assert 'href="since/"' in page and "These days were not closed then" in page
    since = client_as("cora").get(f"{base(month())}since/").content.decode()
    assert "Each number that is another one now" in since and "Every number is the same." not in since


def test_nothing_moved(cast: Cast, client_as: Any) -> None:
    decided(cast, month().first)
    issued(cast)
    assert "Every number is the same." in client_as("board").get(f"{base(month())}since/").content.decode()


def test_it_is_one_text_without_words_of_which_the_log_has_the_digest(cast: Cast) -> None:
    make.contribution(cast, words=WORDS, received_on=make.days(-220), said_on=make.days(-220))
    issued(cast)
    kept = PackGiven.objects.get()
    assert kept.digest == hashlib.sha256(kept.content.encode()).hexdigest()
    assert Contribution.objects.get().code in kept.content and WORDS not in kept.content
    assert kept.digest in str(Content.objects.get(event__name=ReportsEvent.PACK_ISSUED).facts)


def test_what_is_closed_is_what_is_given(cast: Cast, client_as: Any) -> None:
    decided(cast, month().first)
    close = frozen(cast, month())
    issued(cast)
    assert "version 1" in front(cast) and not read(cast).may_have_moved
    assert 'href="since/"' not in client_as("board").get(base(month())).content.decode()
    before = without(cast)
    decided(cast, month().first)
    anew(cast, close)
    assert without(cast) == before and read(cast).may_have_moved
    assert "opened again since" in front(cast) and "version 2" in front(cast)
    assert "closed and signed" in client_as("board").get(f"{base(month())}since/").content.decode()


def test_closed_after_it_was_given(cast: Cast) -> None:
    decided(cast, month().first)
    issued(cast)
    decided(cast, month().first)
    frozen(cast, month())
    assert "These days were not closed then" in front(cast) and "The same days were closed after that" in front(cast)


def test_given_before_such_numbers_were_kept(cast: Cast, client_as: Any) -> None:
    issued(cast)
    PackGiven.objects.all().delete()
    assert "Its numbers were not kept then" in front(cast)
    assert client_as("board").get(f"{base(month())}since/").status_code == 404


def test_each_part_says_of_when_its_numbers_are(cast: Cast, client_as: Any) -> None:
    issued(cast)
    for slug in packs.PARTS:
        assert "Counted on" in client_as("board").get(f"{base(month())}{slug}/").content.decode()
