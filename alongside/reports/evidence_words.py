"""A standard shown against the record: for each point what is held, what speaks against it, what is missing, and what
cannot be told. No score, no share, no colour: whoever reads it has to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.candour import pulse_words
from alongside.candour import words as candour_words
from alongside.candour.queries import SignRead
from alongside.candour.queries.accounts import StatementOf
from alongside.candour.standards import SIGNS, Reading
from alongside.core import periods
from alongside.core.actor import Actor
from alongside.core.small_groups import Said

from . import figure_lists, figure_words
from .made_of import made_of
from .queries.evidence import PROBES, Evidence, Probe
from .queries.reasons import Reason
from .standards import Point, Standard
from .values import Counted, Row

MOST_BEHIND = 3
# Where such records are, below the organisation, and who can open that list. None: whoever reads this. These lists
# know no days, so they stand beside what was counted and never as the records behind a number.
PLACES: dict[str, tuple[str, P | None]] = {
    **dict.fromkeys(("needs", "needs_shared", "needs_unsaid"), ("involvement/", P.SEE_DECISIONS)),
    "learned": ("journey/entries/", None),
    "write_ups": ("write-ups/", None),
    "stories": ("journey/stories/", None),
    "claims": ("candour/claims/", P.SEE_SIGNS),
    "co_audits": ("co-audits/", None),
    "reader_of_concerns": ("concerns/", None),
    "make_up": ("figures/make-up/", None),
    "periods_closed": ("periods/", None),
    **figure_lists.LISTS,
}


@dataclass(frozen=True)
class Behind:
    """A record, as a link where it has a page; of what was let through, with why."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    words: str
    url: str = ""
    behind: tuple[Behind, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Fact:
    """`title`: of what it is. `fills`: what one does about it. `today`: where the list is as it stands today."""

    title: str
    lines: tuple[Line, ...]
    fills: str = ""
    today: str = ""

    @property
    def words(self) -> str:
        return "; ".join(line.words for line in self.lines)


def fact(title: str, words: str, url: str = "", fills: str = "") -> Fact:
    return Fact(title, (Line(words, url),), fills)


def put(facts: list[Fact], new: Fact) -> None:
    """Beside what is there of the same thing already, where the same is to be done about it."""
    if facts and (facts[-1].title, facts[-1].fills) == (new.title, new.fills):
        facts[-1] = replace(new, lines=facts[-1].lines + new.lines)
    else:
        facts.append(new)


@dataclass
class ShownPoint:
    point: Point
    against: list[Fact] = field(default_factory=list)
    held: list[Fact] = field(default_factory=list)
    missing: list[Fact] = field(default_factory=list)
    unknown: list[Fact] = field(default_factory=list)
    how: list[tuple[str, str]] = field(default_factory=list)
    nothing: bool = True  # on the record, of anything that this point rests on
    few: bool = False  # or so few people that it may not be told from nothing


@dataclass(frozen=True)
class Reader:
    """Who reads it, and where the records are. Nobody: the command line."""

    actor: Actor | None = None
    slug: str = ""
    now: bool = False  # the period is not over: what waits is in today's lists
    reasons: tuple[Reason, ...] = ()


def shown(
    standard: Standard,
    evidence: Evidence,
    signs: Iterable[SignRead],
    reader: Reader,
    reasons: Sequence[Reason] = (),
) -> list[ShownPoint]:
    """`reasons`: of what was let through, as they were written down."""
    by_sign = {read.sign.slug: read for read in signs}
    by_statement = {each.name: each for each in evidence.statements}
    return [
        _point(point, evidence, by_sign, by_statement, replace(reader, reasons=tuple(reasons)))
        for point in standard.points
    ]


def _point(
    point: Point,
    evidence: Evidence,
    signs: Mapping[str, SignRead],
    statements: Mapping[str, StatementOf],
    reader: Reader,
) -> ShownPoint:
    found = ShownPoint(point)
    for slug in point.rests_on:
        _add_probe(found, PROBES.found[slug], evidence, reader)
    for slug in point.signs:
        if slug in signs:
            page = _year(evidence, reader, "candour/")
            _add_sign(found, signs[slug], f"{page}#{slug}" if page else "")
    for name in point.accounts:
        if name in statements:
            _add_account(found, statements[name], _year(evidence, reader, "candour/accounts/"))
    return found


# What was counted.


def _add_probe(found: ShownPoint, probe: Probe, evidence: Evidence, reader: Reader) -> None:
    counted = evidence.probe(probe.slug)
    title = str(probe.figure.title)
    if counted is None:
        found.unknown.append(fact(title, _("It is said of the whole organisation alone, and this is a part of it.")))
        return
    if probe.unknown:
        found.unknown.append(fact(title, str(probe.unknown)))
        return
    found.how.append((counted.title, _how(counted, evidence, reader)))
    if is_empty(counted):
        _add_nothing(found, probe, title)
        return
    if is_certain(counted):
        found.nothing = False
    else:
        found.few = True
    for row in counted.rows:
        _add_row(found, probe, counted, row, evidence, reader)


def _how(counted: Counted, evidence: Evidence, reader: Reader) -> str:
    """With of what it is made, where a number leads nowhere."""
    if reader.actor is None:
        return counted.how
    urls = [_url(counted.slug, row, evidence, reader) for row in counted.rows]
    return f"{counted.how} {made_of(counted.slug, counted.rows, urls, reader.actor)}".strip()


def _add_nothing(found: ShownPoint, probe: Probe, title: str) -> None:
    """That nobody wrote down an exception is neither something that is missing nor something that is held."""
    if probe.none:
        found.unknown.append(fact(title, str(probe.none)))
    else:
        found.missing.append(fact(title, _("Nothing in the record yet."), fills=str(probe.fills)))


def is_empty(counted: Counted) -> bool:
    """Nothing was there to be counted."""
    return all(not row.rounded and not row.number and not row.of for row in counted.rows)


def is_certain(counted: Counted) -> bool:
    """Something was there. Of a number of people that is not shown nobody can say so: it may be none."""
    return any(row.number or row.of for row in counted.rows)


def _add_row(found: ShownPoint, probe: Probe, counted: Counted, row: Row, evidence: Evidence, reader: Reader) -> None:
    line = Line(f"{row.words}: {told(row)}", _url(probe.slug, row, evidence, reader))
    today = "" if line.url else figure_lists.list_of(PLACES.get(probe.slug), reader.actor, reader.slug)
    if row.number is None:
        return
    if row.key in probe.against:
        if row.number:
            put(found.against, Fact(counted.title, (_reasoned(line, counted.slug, row, reader),), today=today))
    elif row.key in probe.missing:
        if row.number:
            put(found.missing, Fact(counted.title, (line,), str(probe.missing[row.key]), today))
    elif row.key in probe.wanted and not row.number and not row.rounded:
        put(found.missing, Fact(counted.title, (line,), str(probe.wanted[row.key]), today))
    elif row.key in probe.named:
        _add_named(found, probe, counted.slug, row, line, reader)
    else:
        put(found.held, Fact(counted.title, (line,), today=today))


def _add_named(found: ShownPoint, probe: Probe, slug: str, row: Row, line: Line, reader: Reader) -> None:
    title, words = probe.named[row.key]
    if row.number:
        line = replace(line, words=f"{words}: {told(row)}")
        put(found.held, Fact(str(title), (_reasoned(line, slug, row, reader),)))


def _reasoned(line: Line, slug: str, row: Row, reader: Reader) -> Line:
    """What was let through stands there by name, with why."""
    if slug != "let_through" or reader.actor is None:
        return line
    rows = [each for each in reader.reasons if each.kind == row.key][:MOST_BEHIND]
    behind = tuple(Behind(each.title, f"/{reader.slug}/{each.path}" if each.path else "", each.reason) for each in rows)
    return replace(line, behind=behind, more=max(0, int(row.number or 0) - len(behind)))


def told(row: Row) -> str:
    """As figures are told, and never as a share: a share of a standard would be read as a mark."""
    if row.number is None or row.of is None or row.rounded:
        return figure_words.told(row)
    return _("%(n)s of %(of)s") % {"n": figure_words.told(replace(row, of=None)), "of": f"{row.of:,}"}


def _url(slug: str, row: Row, evidence: Evidence, reader: Reader) -> str:
    if reader.actor is None:
        return ""
    return figure_lists.url_of(slug, row, evidence.sheet, reader.actor, reader.slug, reader.now)


def _year(evidence: Evidence, reader: Reader, path: str) -> str:
    """These pages know years, and nothing shorter; of a part of the organisation they have other numbers."""
    sheet = evidence.sheet
    days = periods.read(sheet.period, date.fromisoformat(sheet.first).month)
    if reader.actor is None or sheet.unit or days is None or days.kind != periods.YEAR:
        return ""
    return f"/{reader.slug}/{path}?year={sheet.period}"


# What the signs say.


def _add_sign(found: ShownPoint, read: SignRead, url: str) -> None:
    sign = candour_words.shown(read)
    words = " ".join(sign.sentences)
    if read.finding.reading == Reading.LOOK:
        title = _("Look at this: %(sign)s") % {"sign": sign.title}
        behind = tuple(Behind(name, where) for name, where in sign.behind)
        found.against.append(Fact(title, (Line(words, url, behind, sign.more),), sign.could))
        found.nothing = False
    elif read.finding.reading == Reading.CLEAR:
        found.held.append(fact(_("Clear"), words, url))
        found.nothing = False
    else:
        early = read.finding.reading == Reading.EARLY  # the heading that it stands under says the rest
        found.unknown.append(fact(str(candour_words.READINGS[Reading.EARLY]) if early else _("Signs"), words))


# What both sides say of how it was.


def _add_account(found: ShownPoint, statement: StatementOf, url: str) -> None:
    """The words of those who took part stand over those of staff, and both are there."""
    yes, of = statement.staff
    title = _("“%(statement)s”") % {"statement": pulse_words.STATEMENTS[statement.name]}
    staff = _("Staff: yes or mostly, %(yes)s of %(of)s.") % {"yes": yes, "of": of} if of else _("No staff answered.")
    if statement.lived is None:
        if of:
            few = _("Of those who took part too few answered for it to be shown.")
            found.unknown.append(fact(title, f"{few} {staff}", url))
        return
    found.nothing = False
    told_by_both = fact(title, " ".join([*_lived(statement.lived), staff]), url)
    (found.against if speaks_against(statement.lived, yes, of) else found.held).append(told_by_both)


def _lived(lived: Said) -> Iterator[str]:
    words = {"of": lived.of, "yes": lived.least, "most": lived.most}
    if lived.exact:
        yield _("Those who took part: yes or mostly, %(yes)s of %(of)s.") % words
    elif lived.least:
        yield _("Those who took part: yes or mostly, at least %(yes)s of %(of)s.") % words
    else:
        yield _("Those who took part: yes or mostly, at most %(most)s of %(of)s.") % words


def speaks_against(lived: Said, yes: int, of: int) -> bool:
    """Fewer of them than of staff, however it is read; or as many no as yes."""
    return lived.most * of < yes * lived.of or lived.most * 2 <= lived.of


def as_plain(standard: Standard, points: Iterable[ShownPoint], evidence: Evidence) -> dict[str, Any]:
    """For programs: the same words in the same four places, and nothing added up."""
    return {
        "standard": standard.slug,
        "name": standard.name,
        "made_by": standard.made_by,
        "link": standard.link,
        "period": evidence.sheet.period,
        "from": evidence.sheet.first,
        "until": evidence.sheet.last,
        "counted_on": evidence.sheet.counted_on,
        "points": [_plain(each) for each in points],
    }


def _plain(each: ShownPoint) -> dict[str, Any]:
    return {
        "slug": each.point.slug,
        "name": each.point.name,
        "asks": each.point.asks,
        "nothing_in_the_record": each.nothing and not each.few,
        "too_little_to_show": each.nothing and each.few,
        "first": each.point.first,
        "speaks_against": [_said(each) for each in each.against],
        "held": [_said(each) for each in each.held],
        "missing": [_said(each) for each in each.missing],
        "not_enough_to_tell": [_said(each) for each in each.unknown],
    }


def _said(each: Fact) -> str:
    return f"{each.title}. {each.words}{'. ' if each.fills else ''}{each.fills}".replace("..", ".")


def names() -> list[tuple[Any, str, list[tuple[str, str, str]]]]:
    """All that a file can name, for whoever writes one."""
    probes = [(slug, str(each.figure.title), str(each.figure.how)) for slug, each in PROBES.found.items()]
    signs = [(sign.slug, gettext(sign.title), "") for sign in SIGNS]
    said = [(name, str(words), "") for name, words in pulse_words.STATEMENTS.items()]
    return [
        (_("What can stand in “rests_on”"), "rests_on", probes),
        (_("What can stand in “signs”"), "signs", signs),
        (_("What can stand in “accounts”"), "accounts", said),
    ]
