"""Who reads a board pack, who writes what in it, and when. What contributors write is theirs alone."""

from __future__ import annotations

import unicodedata
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import belongs as belongs
from alongside.accounts.roles import works_here as works_here
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import NotYours, Refused

from ..models import BoardAsk, BoardPack, PackPiece
from ..models.packs import BOARD_ASK, ISSUED, READY, TAKEN_BACK, WRITING
from . import taking_down

LONGEST_PIECE = 20_000
LONGEST_WORDS = 2_000


def oversees(actor: Actor) -> bool:
    """The board, and the coordinator: who see all of the organisation, not a part."""
    return actor.is_member and actor.units_for(P.SEE_BOARD) is None


def prepares(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.RUN_INVOLVEMENT)


def looks_after(actor: Actor) -> bool:
    """Reads what contributors write as soon as it stands in a pack, and holds back what could harm somebody."""
    return actor.is_member and actor.can(P.SAFEGUARD)


def may_read(actor: Actor, pack: BoardPack | None) -> bool:
    """The board and the coordinator while it is prepared; everybody who belongs here once the board has it."""
    return oversees(actor) or (belongs(actor) and pack is not None and pack.state == ISSUED)


def check_read(actor: Actor, pack: BoardPack | None) -> None:
    if not may_read(actor, pack):
        raise NotYours


def check_prepares(actor: Actor, pack: BoardPack | None) -> None:
    if not prepares(actor):
        raise NotYours
    check_open(pack)


def check_open(pack: BoardPack | None) -> None:
    if pack is not None and pack.state == ISSUED:
        raise Refused(_("The board has this pack already. Write it into the next one."))


def can_issue(actor: Actor, pack: BoardPack | None, last: date, today: date) -> bool:
    return prepares(actor) and last < today and (pack is None or pack.state != ISSUED)


def check_issue(actor: Actor, pack: BoardPack | None, last: date, today: date) -> None:
    if not prepares(actor):
        raise NotYours
    if pack is not None and pack.state == ISSUED:
        raise Refused(_("The board has this pack already."))
    if last >= today:
        raise Refused(
            _("These days are not over. The pack can be given to the board after %(day)s.") % {"day": long_day(last)}
        )


def is_there(words: str) -> bool:
    """At least one mark that can be seen."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in words)


def check_ask(what: str, who: str, by_day: date, today: date) -> None:
    for field, words in (("what", what), ("who", who)):
        if not is_there(words):
            raise Refused(_("Say what is asked, and of whom on the board."), field=field)
    if by_day < today:
        raise Refused(_("That day is past. Choose one by which they can still do it."), field="by_day")


def check_seen(now: int, seen: int | None) -> None:
    if seen is not None and seen != now:
        raise Refused(
            _("This was changed while you were writing. Look at it again. Your words are still here."), field="seen"
        )


def can_say_what_came(actor: Actor, ask: BoardAsk, pack: BoardPack) -> bool:
    return oversees(actor) and pack.state == ISSUED and ask.withdrawn_on is None and bool(BOARD_ASK.moves[ask.state])


def check_what_came(actor: Actor, ask: BoardAsk, to: str, words: str) -> None:
    if not oversees(actor):
        raise NotYours
    if ask.pack.state != ISSUED:
        raise Refused(_("The board has not been asked yet. It is when the pack is given to it."))
    BOARD_ASK.check(ask.state, to, _("Choose what came of it."))
    if not is_there(words):
        raise Refused(_("Say what came of it, in a sentence or two, with the reason."), field="words")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("That is too long. Say it in a few sentences."), field="words")


# What contributors write.


def writes(actor: Actor) -> bool:
    """Contributors, each for themselves. Whoever works here has the rest of the pack."""
    own = actor.person_id is not None and actor.on_behalf_of is None
    return belongs(actor) and own and not works_here(actor)


def check_writes(actor: Actor, pack: BoardPack | None) -> None:
    if not writes(actor):
        raise NotYours
    check_open(pack)


def is_author(actor: Actor, piece: PackPiece) -> bool:
    if actor.on_behalf_of is not None or actor.organisation_id != piece.pack.organisation_id:
        return False
    return piece.person_id is not None and piece.person_id == actor.person_id


def check_author(actor: Actor, piece: PackPiece) -> None:
    if not is_author(actor, piece):
        raise NotYours


def check_piece(words: str) -> None:
    if not is_there(words):
        raise Refused(_("Write something first. A few words are enough."), field="words")
    if len(words) > LONGEST_PIECE:
        over = len(words) - LONGEST_PIECE
        raise Refused(_("That is too long by %(over)s letters. Cut some.") % {"over": over}, field="words")


def check_ready(actor: Actor, piece: PackPiece, seen: int | None) -> None:
    check_author(actor, piece)
    check_open(piece.pack)
    check_seen(piece.version, seen)
    if piece.state == READY:
        raise Refused(_("It stands in the pack already."))
    if piece.state == TAKEN_BACK:
        raise Refused(_("You took this back. Write it anew if you want it there again."))
    check_piece(piece.words)


def check_take_back(actor: Actor, piece: PackPiece) -> None:
    """Its author, or whoever writes down that they want it now."""
    here = actor.organisation_id == piece.pack.organisation_id
    if not is_author(actor, piece) and not (here and taking_down.was_told_by(actor, piece)):
        raise NotYours
    check_there(piece)


def check_there(piece: PackPiece) -> None:
    if piece.state == TAKEN_BACK:
        raise Refused(_("This was taken back already."))


def can_hold_back(actor: Actor, piece: PackPiece) -> bool:
    return looks_after(actor) and piece.pack.organisation_id == actor.organisation_id and piece.state == READY


def check_hold_back(actor: Actor, piece: PackPiece, why: str) -> None:
    if not looks_after(actor) or piece.pack.organisation_id != actor.organisation_id or piece.state == WRITING:
        raise NotYours
    if piece.state == TAKEN_BACK:
        raise Refused(_("Whoever wrote it took it back. There is nothing to hold back."))
    if not is_there(why):
        raise Refused(_("Say why, to the one who wrote it: who could come to harm, and what they can do."), field="why")
    if len(why) > LONGEST_WORDS:
        raise Refused(_("That is too long. Say it in a few sentences."), field="why")
