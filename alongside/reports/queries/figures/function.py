"""The function itself, as HR would show it: its posts and hours, and what the organisation has bound itself to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.organisation.models import FunctionHolder, FunctionPost, FunctionTime, Membership, Policy, PolicyVersion
from alongside.organisation.queries import held_on
from alongside.people.models import LEFT, PolicyRead

from ...values import DAYS, HOURS
from ..scope import Scope
from .base import Asked, Each, Group, Line, Many, One, rounded_too

FUNCTION = Group("function", gettext_lazy("The function itself"))


def _posts(scope: Scope) -> QuerySet[FunctionPost]:
    rows = FunctionPost.objects.filter(Q(until__isnull=True) | Q(until__gt=scope.end), since__lte=scope.end)
    return rows.filter(organisation=scope.organisation)


def _holders(scope: Scope) -> QuerySet[FunctionHolder]:
    rows = FunctionHolder.objects.filter(Q(until__isnull=True) | Q(until__gt=scope.end), since__lte=scope.end)
    post = Q(post__until__isnull=True) | Q(post__until__gt=scope.end)
    return rows.filter(post, post__organisation=scope.organisation, post__since__lte=scope.end)


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
    scope = asked.scope
    rows, holders = _posts(scope), _holders(scope)
    everything, held = Many(rows), Exists(holders.filter(post=OuterRef("pk")))
    left = FunctionHolder.objects.filter(post=OuterRef("pk"), until__lte=scope.end).order_by().values("post")
    vacant = rows.filter(~held).annotate(
        empty=Coalesce(Subquery(left.annotate(last=Max("until")).values("last")), F("since"))
    )
    yield Line("filled", _("Filled"), Many(rows.filter(held)), everything)
    yield Line("vacant", _("Vacant"), Many(vacant), everything)
    longest = One(vacant, Min("empty"), lambda day: (scope.end - day).days)
    yield Line("vacant_longest", _("Vacant for, longest"), longest, measure=DAYS)
    yield Line("people", _("People who hold them"), Many(holders, by="user"))
    yield Line("hours", _("Hours a week, all posts"), One(rows, Sum("hours")), measure=HOURS)
    yield Line("hours_filled", _("Hours a week, filled"), One(holders, Sum("hours")), measure=HOURS)


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


def _policies(scope: Scope) -> QuerySet[Policy]:
    """In force at the end, with words that held then."""
    rows = Policy.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=scope.end), organisation=scope.organisation)
    return rows.filter(Exists(PolicyVersion.objects.filter(policy=OuterRef("pk"), from_day__lte=scope.end)))


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
    scope = asked.scope
    rows = _policies(scope)
    everything = Many(rows)
    yield Line("held", _("Held"), everything)
    yield Line("due", _("To be looked at again"), Many(rows.filter(review_on__lte=scope.end)), everything)
    yield Line("no_day", _("Without a day for that"), Many(rows.filter(review_on__isnull=True)), everything)


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
    now = Membership.objects.filter(held_on(scope.end), organisation=scope.organisation).exclude(role="contributor")
    reads = _reads(scope)
    by_staff = reads.filter(user__in=now.values("user"))
    people = reads.filter(person__erased_on__isnull=True, person__isnull=False).exclude(person__state=LEFT)
    owed = Each(Many(_policies(scope)), Many(now, by="user"))
    yield Line("staff", _("By those who work here"), Many(by_staff), owed)
    yield Line("people", _("By those who take part"), Many(people, by="person"), about_people=True)


def _reads(scope: Scope) -> QuerySet[Any]:
    """Of the newest words of each policy, as they were at the end."""
    rows = PolicyVersion.objects.filter(policy=OuterRef("version__policy"), from_day__lte=scope.end)
    newest = Subquery(rows.order_by("-number").values("pk")[:1])
    found = PolicyRead.objects.filter(version__policy__in=_policies(scope), read_on__lte=scope.end)
    return found.filter(version=newest)
