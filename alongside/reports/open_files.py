"""The files that anybody can take away: JSON with its schema, and CSV. Made from one published version alone. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.core import periods

from .map_values import Line
from .open_data import Rows
from .open_measures import MEASURES
from .open_values import COLUMNS

MARK = "\ufeff"  # spreadsheets read the letters right


@dataclass(frozen=True)
class About:
    """What a file says of itself. `source`: what was counted from; two versions with the same one were counted once."""

    organisation: str
    name: str
    year: str
    first: str
    last: str
    starts_month: int
    version: int
    published_on: str
    closed: bool
    counted_on: str
    source: str
    log_head: str
    threshold: int
    levels: tuple[Line, ...]
    kinds: tuple[Line, ...]
    kept_from: Mapping[str, str]  # by measure: the day on which it was counted, where that is another


def periods_in(first: str, starts_month: int) -> dict[str, periods.Period]:
    """The year, and every quarter and month of it."""
    year = periods.of_day(periods.YEAR, date.fromisoformat(first), starts_month)
    found, month = {year.slug: year}, periods.of_day(periods.MONTH, year.first, starts_month)
    while month.first <= year.last:
        quarter = periods.of_day(periods.QUARTER, month.first, starts_month)
        found |= {quarter.slug: quarter, month.slug: month}
        month = month.after
    return found


def document(about: About, rows: Rows, part: str = "") -> dict[str, Any]:
    """`part`: one quarter or month of the year alone."""
    there = [row for row in rows if not part or row.period == part]
    return {
        "schema": f"/{about.organisation}/account/schema.json",
        "organisation": about.organisation,
        "name": about.name,
        "year": about.year,
        "part": part or None,
        "first": about.first,
        "last": about.last,
        "version": about.version,
        "published_on": about.published_on,
        "closed": about.closed,
        "counted_on": about.counted_on,
        "source": about.source,
        "log_head": about.log_head,
        "threshold": about.threshold,
        "levels": [{"level": line.slug, "name": line.name} for line in about.levels],
        "kinds": [{"kind": line.slug, "name": line.name, "reserved": line.reserved} for line in about.kinds],
        "periods": _periods(about, part),
        "measures": [_measure(slug, about) for slug in dict.fromkeys(row.measure for row in there)],
        "rows": [dict(zip(COLUMNS, row.cells, strict=True)) for row in there],
    }


def _measure(slug: str, about: About) -> dict[str, Any]:
    one = MEASURES[slug]
    whats = [{"what": what, "title": str(title)} for what, title in one.whats.items()]
    titles = {"title": str(one.title), "how": str(one.how), "counted_on": about.kept_from.get(slug, about.counted_on)}
    return {"measure": slug, **titles, "about_people": one.about_people, "whats": whats}


def _periods(about: About, part: str) -> list[dict[str, Any]]:
    listed = periods_in(about.first, about.starts_month)
    return [_period(slug, one) for slug, one in listed.items() if not part or slug == part]


def _period(slug: str, one: periods.Period) -> dict[str, Any]:
    above = {periods.MONTH: periods.QUARTER, periods.QUARTER: periods.YEAR}.get(one.kind)
    part_of = periods.of_day(above, one.first, one.starts_month).slug if above else None
    days = {"first": one.first.isoformat(), "last": one.last.isoformat()}
    return {"period": slug, "name": one.name, **days, "part_of": part_of}


def table(rows: Rows, part: str = "") -> str:
    """CSV: the same lines. Names of levels and kinds are the organisation's own slugs, so no cell is a formula."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    writer.writerows(["" if cell is None else cell for cell in row.cells] for row in rows if part in ("", row.period))
    return MARK + made.getvalue()


def _words(pattern: str = "") -> dict[str, Any]:
    return {"type": "string", **({"pattern": pattern} if pattern else {})}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(of: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(of)}


SLUG, DAY = r"^[a-z0-9_-]+$", r"^\d{4}-\d{2}-\d{2}$"
PERIOD = r"^\d{4}(-(\d{2}|q[1-4]))?$"
NUMBER = {"type": ["integer", "null"], "minimum": 0}


def _if(status: str, number: str) -> dict[str, Any]:
    numbers = {name: {"type": number} for name in ("at_least", "at_most")}
    return {"if": {"properties": {"status": {"enum": [status]}}}, "then": {"properties": numbers}}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Figures of an organisation about how people take part in its decisions",
    **_object(
        {
            "schema": _words(),
            "organisation": _words(SLUG),
            "name": _words(),
            "year": _words(r"^\d{4}$"),
            "part": {"type": ["string", "null"], "pattern": PERIOD},
            "first": _words(DAY),
            "last": _words(DAY),
            "version": {"type": "integer", "minimum": 1},
            "published_on": _words(DAY),
            "closed": {"type": "boolean"},
            "counted_on": _words(DAY),
            "source": _words(),
            "log_head": _words(r"^[0-9a-f]{64}$"),
            "threshold": {"type": "integer", "minimum": 10},
            "levels": _list({"level": _words(SLUG), "name": _words()}),
            "kinds": _list({"kind": _words(SLUG), "name": _words(), "reserved": {"type": "boolean"}}),
            "periods": _list(
                {
                    "period": _words(PERIOD),
                    "name": _words(),
                    "first": _words(DAY),
                    "last": _words(DAY),
                    "part_of": {"type": ["string", "null"], "pattern": PERIOD},
                }
            ),
            "measures": _list(
                {
                    "measure": {"enum": list(MEASURES)},
                    "title": _words(),
                    "how": _words(),
                    "counted_on": _words(DAY),
                    "about_people": {"type": "boolean"},
                    "whats": _list({"what": _words(SLUG), "title": _words()}),
                }
            ),
            "rows": {
                "type": "array",
                "items": {
                    **_object(
                        {
                            "measure": {"enum": list(MEASURES)},
                            "level": _words(SLUG),
                            "kind": _words(SLUG),
                            "what": _words(SLUG),
                            "period": _words(PERIOD),
                            "status": {"enum": ["exact", "rounded", "suppressed"]},
                            "at_least": NUMBER,
                            "at_most": NUMBER,
                        }
                    ),
                    "allOf": [_if("exact", "integer"), _if("rounded", "integer"), _if("suppressed", "null")],
                },
            },
        }
    ),
}
