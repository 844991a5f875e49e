"""What is different now and in whose words; what was learned on the road, and what is aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import long_day
from alongside.journey import aim_words
from alongside.journey.models import AIM_STATES
from alongside.voice.models import Verdict
from alongside.voice.queries import Reader

from .. import figure_words, road_picture
from ..pack_values import AimThen, Changed
from ..queries import pack_words
from ..queries.pack_words import AimRead, ChangeRead, Quotes
from .blocks import Block, Heading, Item, Lines, Picture, Quote, Table, Text
from .bumps import entries, gone_sentence, more_learned, quoted, title_of
from .reading import Reading, told_day

QUOTED = 3  # of one change


def changed(at: Reading) -> Iterator[Block]:
    pack = at.pack
    rows = [(row.words, figure_words.told(row)) for row in at.figure("changes").rows]
    heads = (_("How it stands"), _("How many"))
    yield Table(_("Changes since a day in these days, as they stood when this was gathered"), heads, rows)
    if not pack.changes:
        yield Text(_("Nothing that is different now is on the record for these days."), "strong")
        return
    reads = pack_words.changes_of(at.eyes, (row.code for row in pack.changes))
    quotes = pack_words.quotes_of(at.eyes, (code for row in pack.changes for code in row.said[:QUOTED]))
    titles = pack_words.titles_of(at.eyes, (row.decision for row in pack.changes if row.decision))
    yield Text(_("Each of them, as it stands on %(day)s: more can have been said since.") % {"day": long_day(at.today)})
    for row in pack.changes:
        if row.code in reads:
            yield from _one(at, row, reads[row.code], quotes, titles)
    yield from gone_sentence(len(pack.changes) - len(reads))
    if pack.more_changes:
        more = ngettext("%(n)d more stands", "%(n)d more stand", pack.more_changes) % {"n": pack.more_changes}
        yield Text(_("%(more)s in the list of changes.") % {"more": more}, "quiet")


def _one(at: Reading, row: Changed, read: ChangeRead, quotes: Quotes, titles: dict[str, str]) -> Iterator[Block]:
    yield Heading(read.change.what)
    facts = [read.change.get_state_display() + ".", _("Since %(day)s, %(unit)s.") % _since(row)]
    if row.decision:
        facts.append(_("Because of: %(decision)s.") % {"decision": title_of(titles, row.decision).rstrip(".")})
    if read.change.evidence:
        facts.append(_("To be seen by: %(evidence)s") % {"evidence": read.change.evidence})
    yield Text(" ".join(facts), "warning" if read.change.stands in ("challenged", "lapsed") else "")
    for code in row.said[:QUOTED]:
        yield quoted(at, code, quotes, _("It came of this"))
        yield from (_verdict(verdict) for of, verdict in read.said if of == code and _reads(at, code, quotes, verdict))
    if len(row.said) > QUOTED:
        number = len(row.said) - QUOTED
        yield Text(
            ngettext(
                "It came of %(n)d more thing that was said.", "It came of %(n)d more things that were said.", number
            )
            % {"n": number},
            "quiet",
        )


def _since(row: Changed) -> dict[str, str]:
    return {"day": told_day(row.since), "unit": row.unit}


def _reads(at: Reading, code: str, quotes: Quotes, verdict: Verdict) -> bool:
    """What its author says of the change is theirs as their words are: for those who read them."""
    found = quotes.found.get(code)
    return at.eyes.reader == Reader.INSIDE and found is not None and not found.withdrawn and bool(verdict.words)


def _verdict(row: Verdict) -> Quote:
    return Quote(row.words, "", str(row.get_kind_display()), reply=True)


# The road.


def journey(at: Reading) -> Iterator[Block]:
    yield from _road(at)
    yield Heading(_("Aims: a bit more"))
    yield from _aims(at)
    yield Heading(_("What was learned"))
    found = pack_words.entries_of(at.eyes, at.pack.learned)
    yield from entries(at, at.pack.learned, found)
    if not found:
        yield Text(_("Nothing else was written down that everybody who belongs here may read."))
    yield from gone_sentence(len(at.pack.learned) - len(found))
    yield from more_learned(at.pack.more_learned - at.pack.more_bumps)


def _road(at: Reading) -> Iterator[Block]:
    road = at.pack.road
    if road.is_empty:
        yield Text(_("Nothing to draw yet. The picture begins with the first thing that is written down."))
        return
    told = road_picture.legend(aims=True, gap=road.has_gap)
    yield Picture(road_picture.drawn(road), f"{road_picture.title()}. {road_picture.desc(road)}", told, "road")
    heads = [_("Three months"), _("Written by those who take part"), _("Written by those who work here")]
    heads += [_("Of both: with a bump"), _("Aims")]
    heads += [_("Yes, staff say"), _("Yes, those who took part say")] if road.has_gap else []
    rows = [
        [row.when, str(row.people), str(row.staff), str(row.bumps), row.aims]
        + ([row.staff_say, row.lived] if road.has_gap else [])
        for row in road_picture.rows(road)
    ]
    yield Table(_("The road as a table"), heads, rows, numbers=False)


def _aims(at: Reading) -> Iterator[Block]:
    if not at.pack.aims:
        yield Text(_("No aim is written down yet."))
        return
    reads = pack_words.aims_of(at.eyes, (row.code for row in at.pack.aims))
    items = [_aim(at, row, reads[row.code]) for row in at.pack.aims if row.code in reads]
    yield Lines(items)
    if at.pack.more_aims:
        words = ngettext("%(n)d more aim is not listed.", "%(n)d more aims are not listed.", at.pack.more_aims)
        yield Text(words % {"n": at.pack.more_aims}, "quiet")


def _aim(at: Reading, row: AimThen, read: AimRead) -> Item:
    """As it stood then; what was said of it last, as long as whoever said it wants that."""
    shown = aim_words.line(read.aim, read.word, at.slug)
    why = shown.why if read.word and read.word.said_on <= date.fromisoformat(at.pack.last) else ""
    note = " ".join(part for part in (f"{shown.whose}.", why) if part)
    return Item(shown.what, note, told_day(row.since), str(AIM_STATES[row.state]), shown.url)
