"""Days as people in the UK write, count and say them."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

import holidays
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NATIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
FIRST_YEAR, LAST_YEAR = 1900, 2200

# For a question that waits: under six weeks, six to twelve weeks, twelve weeks and more.
AGE_BANDS = ("0-6", "6-12", "over-12")
AGE_EDGES = (42, 84)

# In English whatever the language of the page: these are read from files.
_MONTH_NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_MONTH_NUMBERS = {
    short: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for short in {name, name[:3], name[:4] if name.startswith("sept") else name}
}
_TIME_OF_DAY = r"(?:(?:\s*,?\s+|T)\d{1,2}:\d{2}\S*(?:\s*[ap]m)?)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]+)[.,]?"
_DAY_PATTERNS = tuple(
    re.compile(_WEEKDAY + shape + _TIME_OF_DAY, re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})([-/. ])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d{2})",
        _DAY + r"(?:\s+of)?[\s-]*" + _MONTH + r"[\s-]*(?P<year>\d{4}|\d{2})",
        _MONTH + r"\s*" + _DAY + r",?\s+(?P<year>\d{4})",
    )
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2})?)?\s*(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE | re.ASCII,
)


def is_working_day(day: dt.date, closed: Collection[dt.date]) -> bool:
    """Monday to Friday and not `closed`."""
    return day.weekday() < 5 and day not in closed


def add_working_days(start: dt.date, days: int, closed: Collection[dt.date]) -> dt.date:
    """The day that is `days` working days after `start`. None after is `start` itself.

    Raises ValueError for a negative number.
    """
    if days < 0:
        raise ValueError("Working days are counted forwards only.")
    day = start
    while days:
        day += dt.timedelta(days=1)
        days -= is_working_day(day, closed)
    return day


def working_days_between(start: dt.date, end: dt.date, closed: Collection[dt.date]) -> int:
    """How many working days come after `start`, up to and including `end`. Never negative."""
    after = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, closed) for day in after)


@lru_cache(maxsize=1024)
def _bank_holidays(nation: str, year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("GB", subdiv=NATIONS[nation], years=year))


def bank_holidays(nation: str, years: Iterable[int]) -> frozenset[dt.date]:
    """Bank holidays of one of `NATIONS`. Source: the `holidays` library. Raises ValueError otherwise."""
    if nation not in NATIONS:
        raise ValueError(f"There are no bank holidays for '{nation}'. Choose from {', '.join(NATIONS)}.")
    return frozenset().union(*(_bank_holidays(nation, year) for year in years))


def _for_example(text: Any) -> str:
    """A day that is still to come, whatever day it is: nobody copies a date of last spring."""
    today = timezone.localdate()
    spring = today.replace(month=3, day=27)
    coming = spring if spring > today else spring.replace(year=today.year + 1)
    return str(text) % {"day": long_day(coming)}


for_example = lazy(_for_example, str)  # read when it is shown


def read_day(text: str) -> dt.date:
    """A day as people write it: 27/03/2026, 27.3.26, 2026-03-27, 27th March 2026, Fri 27 Mar 2026.

    Day first always; a time after the day is left out; 00 to 69 are this century. Raises ValueError with
    a sentence for the person who wrote it.
    """
    tidy = " ".join(text[:80].split())
    if not tidy:
        raise ValueError(_("There is no date here. Write a date like 27 March 2026."))
    for pattern in _DAY_PATTERNS:
        if found := pattern.fullmatch(tidy):
            month = _month_number(found["month"])
            if month:
                return _checked_day(_full_year(found["year"]), month, int(found["day"]))
    raise ValueError(_("“%(text)s” is not a date we can read. Write a date like 27 March 2026.") % {"text": tidy[:40]})


def _month_number(text: str) -> int | None:
    return int(text) if text.isdigit() else _MONTH_NUMBERS.get(text.lower())


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def _checked_day(year: int, month: int, day: int) -> dt.date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("The year %(year)s is not between %(first)s and %(last)s. Write a date like 27 March 2026.")
            % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    if not 1 <= month <= 12:
        raise ValueError(_("There is no month %(month)s. Write the day first, like 27 March 2026.") % {"month": month})
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(
            _("There is no %(day)s %(month)s %(year)s. Write a date like 27 March 2026.")
            % {"day": day, "month": MONTHS[month], "year": year}
        )
    return dt.date(year, month, day)


def read_time(text: str) -> dt.time:
    """A time as people write it: 2pm, 2.30 pm, 14:30, 14.30, noon, midnight.

    Raises ValueError with a sentence. A bare number is refused: 2 may be morning or afternoon.
    """
    tidy = " ".join(text[:80].lower().split())
    if tidy in ("noon", "12 noon", "midday"):
        return dt.time(12)
    if tidy in ("midnight", "12 midnight"):
        return dt.time(0)
    found = _CLOCK.fullmatch(tidy)
    if found and (found["minute"] or found["half"]):
        hour, minute = _hour(int(found["hour"]), found["half"]), int(found["minute"] or 0)
        if hour is not None and minute < 60:
            return dt.time(hour, minute)
    raise ValueError(
        _("“%(text)s” is not a time we can read. Write a time like 2.30pm or 14:30.") % {"text": tidy[:40]}
    )


def _hour(hour: int, half: str | None) -> int | None:
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.startswith("p") else 0)


def age_band(since: dt.date, today: dt.date, edges: tuple[int, int] = AGE_EDGES) -> str:
    """One of `AGE_BANDS`, by full days since. `edges` are the first days of the second and third band."""
    days = (today - since).days
    return AGE_BANDS[sum(days >= edge for edge in edges)]


def long_day(day: dt.date) -> str:
    """27 March 2026."""
    return f"{_short_day(day)} {day.year}"


def _short_day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month]}"


def day_range(first: dt.date, last: dt.date) -> str:
    """3 to 7 March 2026, with no more said twice than is needed."""
    if first == last:
        return long_day(first)
    start = long_day(first)
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else _short_day(first)
    return _("%(first)s to %(last)s") % {"first": start, "last": long_day(last)}


def how_long(days: int) -> str:
    """About how long, in one unit: days under two weeks, weeks under three months, then months, years."""
    days = abs(days)
    if days < 14:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 91:
        return ngettext("%(n)d week", "%(n)d weeks", days // 7) % {"n": days // 7}
    if days < 730:
        months = int(days / 30.4375 + 0.5)
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    years = int(days / 365.25 + 0.5)
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last one that it has: 31 January and one month is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year_of(day: dt.date, starts_month: int = 4) -> int:
    """The calendar year in which the year that holds `day` began, when years begin in `starts_month`."""
    return day.year if day.month >= starts_month else day.year - 1


def year_bounds(year: int, starts_month: int = 4) -> tuple[dt.date, dt.date]:
    """First and last day of the year that begins in `starts_month` of `year`."""
    return dt.date(year, starts_month, 1), dt.date(year + 1, starts_month, 1) - dt.timedelta(days=1)


def on_the_clock(at: dt.datetime) -> bool:
    """False in the hour that clocks leave out when summer time begins."""
    there = at.astimezone(dt.UTC).astimezone(at.tzinfo)
    return there.replace(tzinfo=None, fold=0) == at.replace(tzinfo=None, fold=0)
