"""First of all: what went wrong, what is owed, and which decisions were taken without people."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.journey.words import POINTS, SIDES

from .. import figure_words
from ..pack_values import LetThrough, Owed, Without
from ..queries import pack_words
from ..queries.pack_reasons import Reasons, reasons_in
from ..queries.pack_words import EntryRead, Quotes
from ..queries.reasons import Reason
from .blocks import Block, Heading, Item, Lines, Quote, Table, Text
from .reading import Reading, told_day

IN_FULL = 40  # decisions, of each kind; what comes after them is named in one line


def bumps(at: Reading) -> Iterator[Block]:
    yield Text(_("This comes before what went well. Nobody is named who did not want to be."), "quiet")
    yield Heading(_("What people wait for"))
    yield from _waiting(at)
    yield from _oldest(at)
    yield Heading(_("What went wrong, in the words of those who were there"))
    found = pack_words.entries_of(at.eyes, at.pack.bumps)
    yield from entries(at, at.pack.bumps, found)
    if not found:
        yield Text(_("No bump is written down that everybody who belongs here may read."))
    yield from gone_sentence(len(at.pack.bumps) - len(found))
    yield from more_learned(at.pack.more_bumps)
    yield Heading(_("What was not there"))
    yield from _needs(at)


def _waiting(at: Reading) -> Iterator[Block]:
    rows = [(row.words, figure_words.told(row)) for row in at.figure("waiting").rows]
    yield Table(
        _("Said, and without an answer at the end, by how long it had waited"), (_("Waited"), _("How many")), rows
    )
    disputes = [(row.words, figure_words.told(row)) for row in at.figure("disputes").rows]
    yield Table(_("Disputes open"), (_("Of what"), _("How many")), disputes)


def _oldest(at: Reading) -> Iterator[Block]:
    if not at.pack.owed:
        yield Text(_("Nobody had waited more than twelve weeks."))
        return
    yield Text(_("Waiting longest, each for more than twelve weeks:"))
    quotes = pack_words.quotes_of(at.eyes, (row.code for row in at.pack.owed))
    shown = [row for row in at.pack.owed if row.code in quotes.found]
    hidden = [row for row in at.pack.owed if row.code not in quotes.found]
    for row in shown:
        yield quoted(at, row.code, quotes, _waited(row))
    if hidden:
        yield Text(_("Of these the words are not shown here:") if shown else _("Their words are not shown here."))
        yield Lines([Item(_waited(row)) for row in hidden])
    more = at.number("waiting", "over-12") - len(at.pack.owed)
    if more > 0:
        words = ngettext(
            "%(n)d more had waited more than twelve weeks. It is not listed: these waited as long, or longer.",
            "%(n)d more had waited more than twelve weeks. They are not listed: these waited as long, or longer.",
            more,
        )
        yield Text(words % {"n": more}, "quiet")


def _waited(row: Owed) -> str:
    words = {"unit": row.unit, "days": ngettext("%(n)d day", "%(n)d days", row.days) % {"n": row.days}}
    told = _("%(unit)s. Waited %(days)s, and rose to the board.") if row.risen else _("%(unit)s. Waited %(days)s.")
    return told % words


def quoted(at: Reading, code: str, quotes: Quotes, note: str = "") -> Quote:
    """What somebody said, or what is said in its place."""
    found, url = quotes.found.get(code), at.url("voices", code) if code in quotes.opens else ""
    if found is None:
        return Quote(_("(The words are not shown here.)"), note=note, url=url, gone=True)
    return Quote(str(found), found.by, note, url, gone=found.withdrawn)


def entries(at: Reading, codes: tuple[str, ...], found: dict[str, EntryRead]) -> Iterator[Block]:
    """What was learned, each point in its author's words."""
    for code in codes:
        if code not in found:
            continue
        read = found[code]
        row, text = read.entry, read.entry.text
        asked = [(str(POINTS[name]), words) for name in POINTS if text and (words := getattr(text, name))]
        by = ", ".join(part for part in (read.name, str(SIDES[row.side])) if part)
        about = row.decision.title if row.decision else row.unit.name if row.unit else ""
        note = ". ".join(part for part in (about, told_day(row.on.isoformat())) if part)
        yield Quote("", by, note, at.url("journey", "entries", code), points=asked)


def gone_sentence(number: int) -> Iterator[Block]:
    """Where something was there when it was gathered and is not for this reader now."""
    if number > 0:
        yield Text(
            ngettext(
                "%(n)d more was there when this was gathered. Its author has taken it back since, or it is not yours"
                " to read.",
                "%(n)d more were there when this was gathered. Their authors have taken them back since, or they are"
                " not yours to read.",
                number,
            )
            % {"n": number},
            "quiet",
        )


def more_learned(number: int) -> Iterator[Block]:
    """How many a list leaves out because it is long."""
    if number > 0:
        words = ngettext(
            "%(n)d more stands on the page of the journey.", "%(n)d more stand on the page of the journey.", number
        )
        yield Text(words % {"n": number}, "quiet")


def _needs(at: Reading) -> Iterator[Block]:
    rows = [(row.words, figure_words.told(row)) for row in at.figure("needs").rows]
    yield Table(_("What somebody needed at sessions, and whether it was there"), (_("Needs"), _("How many")), rows)


# Decisions taken without people.


def without(at: Reading) -> Iterator[Block]:
    pack = at.pack
    titles = pack_words.titles_of(at.eyes, (*(row.decision for row in pack.without), *_about(pack.through)))
    reserved = [row for row in pack.without if row.reserved]
    others = [row for row in pack.without if not row.reserved]
    reasons = reasons_in(at.eyes, pack, titles)
    yield Heading(_("Decisions that may not be taken without people, and were"))
    yield from _named(at, reserved, titles, reasons)
    yield Heading(_("Other decisions taken without people"))
    yield from _named(at, others, titles, reasons)
    if pack.more_without:
        more = ngettext("and %(n)d more", "and %(n)d more", pack.more_without) % {"n": pack.more_without}
        yield Text(_("%(more)s: they stand in the list of decisions.") % {"more": more})
    for kind, title in figure_words.facts().items():
        if kind == "exceptions":
            continue
        yield Heading(str(title))
        rows = [row for row in pack.through if row.kind == kind]
        yield from _through(at, rows, titles, reasons)
        older = at.number("let_through", kind) - len(rows)
        if older > 0:
            words = ngettext("%(n)d older one is not listed.", "%(n)d older ones are not listed.", older)
            yield Text(words % {"n": older}, "quiet")


def _about(rows: tuple[LetThrough, ...]) -> list[str]:
    return [row.decision for row in rows]


def title_of(titles: dict[str, str], code: str) -> str:
    return titles.get(code) or _("A decision that is not yours to see")


def _url(at: Reading, titles: dict[str, str], code: str) -> str:
    return at.url("decisions", code) if code in titles else ""


def _named(at: Reading, rows: list[Without], titles: dict[str, str], reasons: Reasons) -> Iterator[Block]:
    if not rows:
        yield Text(_("None in these days."))
        return
    yield Lines([_taken(at, row, titles, reasons) for row in rows[:IN_FULL]])
    if len(rows) > IN_FULL:
        yield Text(_("And these:"))
        yield Lines([_briefly(at, row, titles) for row in rows[IN_FULL:]])


def _taken(at: Reading, row: Without, titles: dict[str, str], reasons: Reasons) -> Item:
    tag = _("Reserved") if row.reserved else ""
    what, url = title_of(titles, row.decision), _url(at, titles, row.decision)
    return Item(what, _told(row, titles, reasons), told_day(row.on), tag, url)


def _briefly(at: Reading, row: Without, titles: dict[str, str]) -> Item:
    """By name and day: a paper has one line for it."""
    return Item(title_of(titles, row.decision), told_day(row.on), url=_url(at, titles, row.decision))


def _told(row: Without, titles: dict[str, str], reasons: Reasons) -> str:
    if row.reserved:
        return _why(reasons.of_decision(row), row.decision in titles)
    return _("%(kind)s, %(unit)s.") % _where(row)


def _where(row: Without) -> dict[str, str]:
    return {"kind": row.kind, "unit": row.unit}


def _why(found: Reason | None, sees: bool) -> str:
    if found is None:
        return "" if sees else _("Why it was so is for those who may see the decision.")
    if not found.who:
        return found.reason
    return _("%(reason)s Allowed by: %(who)s.") % {"reason": found.reason, "who": found.who}


def _through(at: Reading, rows: list[LetThrough], titles: dict[str, str], reasons: Reasons) -> Iterator[Block]:
    if not rows:
        yield Text(_("None in these days."))
        return
    yield Lines([_let_through(at, row, titles, reasons.of_row(row)) for row in rows])


def _let_through(at: Reading, row: LetThrough, titles: dict[str, str], found: Reason | None) -> Item:
    """A refusal by what was asked for; all else by the decision."""
    what = found.title if found and row.kind == "refusals" else title_of(titles, row.decision)
    return Item(what, _why(found, row.decision in titles), told_day(row.on), url=_url(at, titles, row.decision))
