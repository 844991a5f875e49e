"""Two pages in plain words, before everything else: what went wrong, what is different, how it was, what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from alongside.candour.account_words import said
from alongside.candour.pulse_words import STATEMENTS

from .. import figure_words, map_words
from .blocks import Block, Heading, Item, Lines, Text
from .board import item_of, not_shown, nothing_now, nothing_there
from .reading import Reading

MOST_PLACES = 6
MOST_ASKS = 8
CHANGES: dict[str, Any] = {
    "confirmed": ngettext_lazy(
        "%(n)d change is confirmed by somebody who asked for it.",
        "%(n)d changes are confirmed by somebody who asked for them.",
        "n",
    ),
    "claimed": ngettext_lazy(
        "%(n)d change is the organisation’s own word.", "%(n)d changes are the organisation’s own word.", "n"
    ),
    "challenged": ngettext_lazy(
        "%(n)d change is disputed by somebody who asked for it.",
        "%(n)d changes are disputed by somebody who asked for them.",
        "n",
    ),
    "lapsed": ngettext_lazy(
        "%(n)d change did not hold, or only in part.", "%(n)d changes did not hold, or only in part.", "n"
    ),
}


def summary_of(at: Reading) -> list[Block]:
    return [
        Heading(_("What went wrong")),
        *_told(_wrong(at)),
        Heading(_("What is different now")),
        *_told(_different(at)),
        Heading(_("How it was, say both sides")),
        *_told(_sides(at)),
        Heading(_("Where nobody was in the room")),
        *_places(at),
        Heading(_("What is asked of you")),
        *_asks(at),
        Heading(_("In contributors’ own words")),
        Text(_pieces(at)),
    ]


def _told(sentences: Iterator[str]) -> list[Block]:
    return [Lines([Item(words) for words in sentences])]


def _wrong(at: Reading) -> Iterator[str]:
    late = at.number("waiting", "over-12")
    if late:
        words = ngettext(
            "%(n)s thing that somebody said had waited more than twelve weeks for an answer.",
            "%(n)s things that people said had waited more than twelve weeks for an answer.",
            late,
        )
        yield words % {"n": f"{late:,}"}
        if at.pack.owed:
            yield _("The longest wait: %(days)s days.") % {"days": f"{at.pack.owed[0].days:,}"}
    else:
        yield _("Nobody had waited more than twelve weeks for an answer.")
    yield from _without_people(at)
    missing = at.number("needs", "not_met")
    if missing:
        words = ngettext(
            "%(n)s time something that somebody needed at a session was not there.",
            "%(n)s times something that somebody needed at a session was not there.",
            missing,
        )
        yield words % {"n": missing}
    vacant = at.row("seats", "vacant")
    if vacant.number:
        yield _("Seats for lived experience that are empty: %(told)s.") % {"told": figure_words.told(vacant)}
    bumps = len(at.pack.bumps) + at.pack.more_bumps
    if bumps:
        words = ngettext("%(n)d bump was written down.", "%(n)d bumps were written down.", bumps)
        yield words % {"n": bumps}


def _without_people(at: Reading) -> Iterator[str]:
    decided = sum(at.number("coverage", key) for key in ("with", "without", "excepted"))
    if not decided:
        yield _("Nothing was decided in these days.")
        return
    together = at.number("coverage", "with")
    words = ngettext(
        "Of %(all)s decision that was taken, %(told)s", "Of %(all)s decisions that were taken, %(told)s", decided
    )
    taken = ngettext("%(n)s was taken with people.", "%(n)s were taken with people.", together)
    told = words % {"all": f"{decided:,}", "told": taken % {"n": f"{together:,}"}}
    if open_yet := at.number("coverage", "not_yet"):
        words = ngettext(
            "%(n)s is not decided yet, and is not among them.",
            "%(n)s are not decided yet, and are not among them.",
            open_yet,
        )
        told += " " + words % {"n": f"{open_yet:,}"}
    yield told
    excepted = at.number("coverage", "excepted")
    if excepted:
        words = ngettext(
            "%(n)s decision was taken without people although it may not be.",
            "%(n)s decisions were taken without people although they may not be.",
            excepted,
        )
        yield words % {"n": excepted}


def _different(at: Reading) -> Iterator[str]:
    rows = {row.key: int(row.number or 0) for row in at.figure("changes").rows}
    if not any(rows.values()):
        yield _("Nothing that is different now is on the record for these days.")
        return
    for key, words in CHANGES.items():
        if rows.get(key):
            yield words % {"n": rows[key]}


def _sides(at: Reading) -> Iterator[str]:
    """Only what both sides answered, and only as far as it may be shown."""
    rows = [row for row in at.pack.accounts.whole.statements if row.lived and row.staff[1]]
    for row in rows:
        yield _("“%(asked)s”: staff say yes, %(yes)s of %(of)s; those who took part, %(lived)s.") % {
            "asked": STATEMENTS[row.name],
            "yes": row.staff[0],
            "of": row.staff[1],
            "lived": said(row.lived),
        }
    if not rows:
        yield _("Too few answered on both sides to show it.")


def _places(at: Reading) -> Iterator[Block]:
    sheet = at.pack.map
    found = map_words.nobody(sheet)
    if not found:
        yield Text(_("Wherever something was decided, people were in the room.") if sheet.presence.decided else
                   _("Nothing was decided in these days."))  # fmt: skip
        return
    yield Lines([Item(map_words.place(sheet, cell), map_words.nobody_told(cell)) for cell in found[:MOST_PLACES]])
    if len(found) > MOST_PLACES:
        words = ngettext("and %(n)d more place", "and %(n)d more places", len(found) - MOST_PLACES)
        yield Text(words % {"n": len(found) - MOST_PLACES})


def _asks(at: Reading) -> Iterator[Block]:
    found = at.around.asks
    if found.now:
        yield Lines([item_of(at, each) for each in found.now[:MOST_ASKS]])
        if more := max(len(found.now) - MOST_ASKS, 0):
            yield Text(ngettext("and %(n)d more thing", "and %(n)d more things", more) % {"n": more})
    else:
        yield Text(nothing_now(found))
    if found.waiting:
        words = ngettext(
            "%(n)d thing that was asked in another pack waits for the board.",
            "%(n)d things that were asked in other packs wait for the board.",
            len(found.waiting),
        )
        yield Text(words % {"n": len(found.waiting)})
    if found.came:
        words = ngettext(
            "What came of %(n)d thing that was asked in another pack stands under “%(part)s”.",
            "What came of %(n)d things that were asked in other packs stands under “%(part)s”.",
            len(found.came),
        )
        yield Text(words % {"n": len(found.came), "part": _("What is asked of the board")})


def _pieces(at: Reading) -> str:
    found = at.around.pieces
    number = len(found.there)
    if not number:
        return nothing_there(found) or " ".join(not_shown(found))
    words = ngettext(
        "%(n)d person who takes part wrote to you. If you read only one part, read that one: it is the last.",
        "%(n)d people who take part wrote to you. If you read only one part, read theirs: it is the last.",
        number,
    )
    return words % {"n": number}
