"""Opening a pack: the value of a period as the board was given it, as it was frozen, or as it is counted now, with
whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.core.periods import Period
from alongside.organisation.models import Organisation
from alongside.organisation.queries import Clock
from alongside.voice.queries import Eyes

from .. import close_words
from ..models import BoardPack
from ..models.packs import ISSUED
from ..pack_values import Pack
from ..queries import packs as queries
from ..queries.closed import ClosedValue, closed_value
from ..queries.packs_given import Given, given_of, pack_now
from .reading import Around, Reading, told_day


@dataclass(frozen=True)
class Opened:
    """`closed` None: the period is not closed, and what was counted can still change. `given`: the board has it, and
    its numbers are the ones of that day, whatever was closed since."""

    reading: Reading
    row: BoardPack | None
    closed: ClosedValue | None = None
    given: Given | None = None

    @property
    def pack(self) -> Pack:
        return self.reading.pack

    @property
    def may_have_moved(self) -> bool:
        """Whether the same days can look otherwise than in what the board has."""
        return self.given is not None and not self.given.is_what(self.closed)


def opened(
    *, organisation: Organisation, clock: Clock, period: Period, eyes: Eyes, row: BoardPack | None, around: bool = True
) -> Opened:
    """`around`: with what is asked of the board and what contributors wrote."""
    today, closed = clock.today(), closed_value(organisation, period, "pack")
    given = given_of(row)
    pack = given.value if given else closed.value if closed else None
    pack = pack or pack_now(organisation, clock.settings, period, today)
    beside = Around(queries.asks_of(organisation.pk, period, row), queries.pieces_of(row)) if around else Around()
    reading = Reading(pack, eyes, organisation.slug, clock.settings.pulse_threshold, today, beside)
    return Opened(reading, row, closed, given)


def front_of(found: Opened, organisation: Organisation) -> list[str]:
    """What stands below the title: for whom, of which days, and how firm it is."""
    pack = found.pack
    days = {"name": organisation.name, "first": told_day(pack.first), "last": told_day(pack.last)}
    return [_("%(name)s, for the board. %(first)s to %(last)s.") % days, *_given(found), *standing_of(found)]


def _given(found: Opened) -> list[str]:
    row, closed = found.row, found.closed
    if row is None or row.state != ISSUED or row.issued_on is None:
        return [_("This is being prepared: the board has not been given it yet.")]
    if found.given is not None:
        day = {"day": long_day(row.issued_on)}
        return [_("Given to the board on %(day)s. The numbers stand here as the board was given them.") % day]
    if closed is None:
        day = {"day": long_day(row.issued_on)}
        return [_("Given to the board on %(day)s. Its numbers were not kept then: these can be others.") % day]
    if closed.frozen_on > row.issued_on:
        days = {"day": long_day(row.issued_on), "closed": long_day(closed.frozen_on)}
        return [_("Given to the board on %(day)s, before these numbers were closed on %(closed)s.") % days]
    return [_("Given to the board on %(day)s.") % {"day": long_day(row.issued_on)}]


def standing_of(found: Opened) -> list[str]:
    pack, closed = found.pack, found.closed
    counted_on = {"day": told_day(pack.counted_on), "at": pack.counted_at}
    if found.given is not None and not found.given.is_what(closed):
        return [_moving(found.given) % counted_on, *_closed_since(closed)]
    if closed is not None:
        return [*_closed(closed), *([] if closed.value else [_not_frozen() % counted_on])]
    return [
        _("These days are not closed yet: what was counted can still change. Counted on %(day)s at %(at)s.")
        % counted_on
    ]


def _closed(closed: ClosedValue) -> list[str]:
    """Who stands behind it, and by what anybody can check that nothing of it was changed since."""
    signed = "; ".join(map(close_words.said, closed.signatures))
    words = {"version": closed.version, "day": long_day(closed.frozen_on), "signed": signed}
    return [
        _("Closed on %(day)s, version %(version)s. %(signed)s.") % words,
        _("The event log then: %(head)s") % {"head": closed.head},
    ]


def _moving(given: Given) -> str:
    if given.version:
        return _("Counted on %(day)s at %(at)s, and closed. These days were opened again since.")
    return _("Counted on %(day)s at %(at)s. These days were not closed then: some of it can look otherwise since.")


def _closed_since(closed: ClosedValue | None) -> list[str]:
    if closed is None:
        return []
    words = {"day": long_day(closed.frozen_on), "version": closed.version}
    return [_("The same days were closed after that, on %(day)s, version %(version)s.") % words]


def _not_frozen() -> str:
    return _("What this pack says was not written down with it: counted on %(day)s at %(at)s.")


def paper_note(today: date) -> str:
    """A paper cannot be taken back, so it says of which day it is."""
    return _(
        "People’s words stand here as they allowed it on %(day)s. What somebody takes back after that day is gone from"
        " the page; this paper cannot know it."
    ) % {"day": long_day(today)}
