"""The function itself, as HR would show it: its posts and hours, and what the organisation has bound itself to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.organisation import queries as organisations
from alongside.organisation.models import FunctionTime, PolicyVersion
from alongside.people.models import LEFT, PolicyRead

from ...values import DAYS, HOURS
from ..scope import Scope
from .base import Asked, Each, Group, Line, Many, One, rounded_too

FUNCTION = Group("function", gettext_lazy("The function itself"))


class Post(NamedTuple):
    """A post on the last day: how many of its hours are filled, by whom, and since when it is empty."""

    hours: Decimal
    filled: Decimal
    users: frozenset[int]
    empty_since: date | None


def _posts(scope: Scope) -> list[Post]:
    """There are few of them, so one plain question reads them with everybody who ever held them."""
    rows = organisations.there_on(scope.organisation.pk, scope.end).order_by("pk")
    held = ("holders__user", "holders__hours", "holders__since", "holders__until")
    listed = rows.values_list("pk", "hours_then", "since", *held)
    return [_post(list(each), scope.end) for _pk, each in groupby(listed, key=lambda row: row[0])]


def _post(rows: list[Any], end: date) -> Post:
    _pk, hours, since, *_held = rows[0]
    there = [(user, part) for *_post, user, part, first, last in rows if user and first <= end < (last or date.max)]
    left = [last for *_post, first, last in rows if last and first <= end]
    filled = sum((part for _user, part in there), Decimal(0))
    return Post(hours, filled, frozenset(user for user, _part in there), None if there else max([since, *left]))


@FUNCTION.figure(
    "posts",
    gettext_lazy("Its posts"),
    gettext_lazy(
        "Posts whose work is co-production, as they were at the end of the last of these days (or today), and their"
        " hours of a week. A post is vacant when nobody holds it: from the day it was made, or the day the last one"
        " left. Hours that nobody has in a post that is shared count as not filled."
    ),
    whole_only=True,
)
def posts(asked: Asked) -> Iterator[Line]:
    found = _posts(asked.scope)
    empty = [(asked.scope.end - each.empty_since).days for each in found if each.empty_since]
    hours = float(sum(each.hours for each in found)) if found else None
    filled = float(sum(each.filled for each in found)) if found else None
    yield Line("filled", _("Filled"), len(found) - len(empty), len(found))
    yield Line("vacant", _("Vacant"), len(empty), len(found))
    yield Line("vacant_longest", _("Vacant for, longest"), max(empty, default=None), measure=DAYS)
    yield Line("people", _("People who hold them"), len({user for each in found for user in each.users}))
    yield Line("hours", _("Hours a week, all posts"), hours, measure=HOURS)
    yield Line("hours_filled", _("Hours a week, filled"), filled, measure=HOURS)


@FUNCTION.figure(
    "time",
    gettext_lazy("Hours worked"),
    gettext_lazy(
        "Hours that were worked in these posts, in the months that begin in these days, where somebody wrote them"
        " down. A dash means that nobody did."
    ),
    whole_only=True,
)
def time(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    rows = FunctionTime.objects.filter(post__organisation=scope.organisation, month__range=scope.days)
    yield Line("hours", _("Hours worked"), One(rows, Sum("hours")), measure=HOURS)


@FUNCTION.figure(
    "policies",
    gettext_lazy("Policies"),
    gettext_lazy(
        "Policies that held at the end of the last of these days (or today). To be looked at again: the day that is"
        " set for it had come by then. That day is read as it stands now."
    ),
    whole_only=True,
)
def policies(asked: Asked) -> Iterator[Line]:
    reviews, end = asked.facts.policy_reviews, asked.scope.end
    due = sum(day is not None and day <= end for day in reviews)
    yield Line("held", _("Held"), len(reviews))
    yield Line("due", _("To be looked at again"), due, len(reviews))
    yield Line("no_day", _("Without a day for that"), reviews.count(None), len(reviews))


@FUNCTION.figure(
    "policies_read",
    gettext_lazy("Who has read them"),
    rounded_too(
        gettext_lazy(
            "The words that held at the end of the last of these days (or today). Of those who worked here then, each"
            " for each policy: how many said that they have read it. Of those who take part: how many have read at"
            " least one."
        )
    ),
    whole_only=True,
)
def policies_read(asked: Asked) -> Iterator[Line]:
    scope = asked.scope
    now = organisations.staff_on(scope.organisation.pk, scope.end)
    reads = _reads(scope)
    by_staff = reads.filter(user__in=now.values("user"))
    people = reads.filter(person__erased_on__isnull=True, person__isnull=False).exclude(person__state=LEFT)
    owed = Each(len(asked.facts.policy_reviews), Many(now, by="user"))
    yield Line("staff", _("By those who work here"), Many(by_staff), owed)
    yield Line("people", _("By those who take part"), Many(people, by="person"), about_people=True)


def _reads(scope: Scope) -> QuerySet[PolicyRead]:
    """Of the newest words of each policy in force, as they were at the end."""
    later = PolicyVersion.objects.filter(
        policy=OuterRef("version__policy"), from_day__lte=scope.end, number__gt=OuterRef("version__number")
    )
    rows = PolicyRead.objects.filter(
        Q(version__policy__ended_on__isnull=True) | Q(version__policy__ended_on__gt=scope.end),
        version__policy__organisation=scope.organisation,
        version__from_day__lte=scope.end,
        read_on__lte=scope.end,
    )
    return rows.filter(~Exists(later))
