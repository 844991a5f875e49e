"""What is asked of the board and what came of last time's; and what contributors wrote themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import long_day

from ..models import PackPiece
from ..models.packs import BOARD_ASK_STATES, STILL_OPEN
from ..queries.packs import AskRead, Asks, Pieces
from .blocks import Block, Heading, Item, Lines, Quote, Text
from .reading import Reading


def asks(at: Reading) -> Iterator[Block]:
    found = at.around.asks
    yield Heading(_("Asked now"))
    if found.now:
        yield Lines([item_of(at, each) for each in found.now])
    else:
        yield Text(nothing_now(found))
    if found.waiting:
        yield Heading(_("Asked in another pack, and waiting for the board"))
        yield Lines([item_of(at, each) for each in found.waiting])
    yield Heading(_("What came of what was asked in other packs"))
    if found.came:
        yield Lines([item_of(at, each) for each in found.came])
    else:
        yield Text(_("Nothing else was asked, or all of it is settled and was reported."))


def nothing_now(found: Asks) -> str:
    if found.waiting:
        return _("Nothing new is asked in this pack.")
    return _("Nothing is asked of the board this time.")


def item_of(at: Reading, read: AskRead) -> Item:
    ask = read.ask
    words = {"who": ask.who, "day": long_day(ask.by_day)}
    note = _("Of whom: %(who)s. By %(day)s.") % words
    came = read.came or (_("Nobody has said what came of it.") if is_late(read, at.today) else "")
    state = str(BOARD_ASK_STATES[ask.state])
    return Item(
        ask.what,
        f"{note} {came}".strip(),
        "",
        _("%(state)s. Late") % {"state": state} if is_late(read, at.today) else state,
        at.url("packs", ask.pack.period, "asks", ask.code),
        is_late(read, at.today),
    )


def is_late(read: AskRead, today: date) -> bool:
    return read.ask.state in STILL_OPEN and read.ask.by_day < today


def pieces(at: Reading) -> Iterator[Block]:
    found = at.around.pieces
    yield Text(_("Each is somebody’s own. Nobody else can change it or take it out."), "quiet")
    if said := nothing_there(found):
        yield Text(said)
    for piece in found.there:
        yield Quote(piece.words, by_of(piece), below=piece.written_down)
    yield from (Text(words) for words in not_shown(found))


def not_shown(found: Pieces) -> Iterator[str]:
    if found.held:
        words = ngettext(
            "%(n)d piece is held back by the safeguarding lead, so that nobody comes to harm.",
            "%(n)d pieces are held back by the safeguarding lead, so that nobody comes to harm.",
            found.held,
        )
        yield words % {"n": found.held}
    if found.gone:
        words = ngettext(
            "%(n)d piece stood here when the board had this. Whoever wrote it has taken it back since.",
            "%(n)d pieces stood here when the board had this. Those who wrote them have taken them back since.",
            found.gone,
        )
        yield words % {"n": found.gone}


def nothing_there(found: Pieces) -> str:
    """Where no words stand and nothing else is said of them: whether there were any, before the board had this."""
    if found.nobody_wrote:
        return _("Nobody who takes part has written here for these days.")
    if found.there or found.held or found.gone:
        return ""
    return ngettext(
        "What stood here was taken back by whoever wrote it.",
        "What stood here was taken back by those who wrote it.",
        found.gone_before,
    )


def by_of(piece: PackPiece) -> str:
    return piece.person.known_as if piece.named and piece.person else _("Somebody who takes part")
