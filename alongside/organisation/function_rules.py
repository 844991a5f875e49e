"""What holds of the function's own posts and of policies. Who sets up the organisation keeps both."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.core.inputs import tidy_text

from . import rules

MOST_WEEK, MOST_MONTH = Decimal(60), Decimal(400)
LONGEST_POLICY = 20_000


def check_keep_function(actor: Actor) -> None:
    rules.check_can_set_up(actor)


def may_see_posts(actor: Actor) -> bool:
    """Whoever reads the figures of the whole organisation; its posts are of no part of it."""
    return rules.can_set_up(actor) or (actor.can(P.SEE_FIGURES) and actor.units_for(P.SEE_FIGURES) is None)


def line(text: str, field: str, limit: int, empty: str) -> str:
    kept = " ".join(tidy_text(text).split())
    if not kept:
        raise Refused(empty, field=field)
    if len(kept) > limit:
        raise Refused(_("This is too long. The most is %(limit)s characters.") % {"limit": limit}, field=field)
    return kept


def check_hours(hours: Decimal) -> None:
    if not 0 < hours <= MOST_WEEK:
        raise Refused(_("Write the hours of a week, from 0.5 to 60."), field="hours")


def check_hours_from(from_day: date, since: date, last: date | None, latest: date) -> None:
    """`last`: the day on which they were changed the last time. `latest`: today, or the first day of a post to come."""
    if from_day > latest:
        raise Refused(_("This day has not come yet. Write it down when it has."), field="from_day")
    if from_day < since:
        told = {"day": long_day(since)}
        raise Refused(_("There is this post since %(day)s. Choose that day or a later one.") % told, field="from_day")
    if last and from_day < last:
        told = {"day": long_day(last)}
        raise Refused(_("Its hours were changed on %(day)s. Choose that day or a later one.") % told, field="from_day")


def check_room(hours: Decimal, held: Decimal, of: Decimal) -> None:
    """Nobody holds more of a post than there is of it."""
    if held + hours > of:
        left = {"left": f"{max(of - held, Decimal(0)).normalize():f}"}
        raise Refused(_("The post has %(left)s hours left. Write at most so many.") % left, field="hours")


def check_month(month: date, hours: Decimal, today: date) -> None:
    if month > today:
        raise Refused(_("This month has not begun yet."), field="month")
    if not 0 <= hours <= MOST_MONTH:
        raise Refused(_("Write the hours of the whole month, from 0 to 400."), field="hours")


def check_ends(last: date | None, since: date, field: str = "until") -> None:
    if last is not None and last < since:
        raise Refused(_("The last day cannot be before the first. Look at both."), field=field)


def check_words(words: str) -> str:
    kept = tidy_text(words).strip()
    if not kept:
        raise Refused(_("Write what it says. People can only read what is there."), field="words")
    if len(kept) > LONGEST_POLICY:
        raise Refused(_("This is too long. The most is %(limit)s characters.") % {"limit": "20,000"}, field="words")
    return kept


def check_review(review_on: date | None, today: date) -> None:
    """None is allowed, and is shown as what it is: nobody has said when."""
    if review_on is not None and review_on <= today:
        raise Refused(_("Write a day after today, or leave it empty."), field="review_on")


def check_in_force(ended_on: date | None) -> None:
    if ended_on is not None:
        raise Refused(_("This policy is over. Write a new one."))
