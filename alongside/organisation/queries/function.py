"""The function's own posts and its policies, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from alongside.accounts.models import User
from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules
from ..models import FunctionHolder, FunctionPost, FunctionPostHours, FunctionTime, Policy, PolicyVersion
from .actors import staff_on


def staff_now(organisation_id: int) -> QuerySet[User]:
    """Everybody who works here today."""
    rows = staff_on(organisation_id, timezone.localdate())
    return User.objects.filter(pk__in=rows.values("user")).order_by("id")


# Posts.


@dataclass(frozen=True)
class PostOnADay:
    post: FunctionPost
    holders: list[FunctionHolder]
    empty_since: date | None

    @property
    def hours(self) -> Decimal:
        return self.post.hours_then  # type: ignore[attr-defined, no-any-return]

    @property
    def held(self) -> Decimal:
        return sum((each.hours for each in self.holders), Decimal(0))


def there_on(organisation_id: int, on: date) -> QuerySet[FunctionPost]:
    """Posts that there were on a day; `hours_then` are those that they had."""
    rows = FunctionPost.objects.filter(Q(until__isnull=True) | Q(until__gt=on), organisation=organisation_id)
    before = FunctionPostHours.objects.filter(post=OuterRef("pk"), until__gt=on).order_by("until").values("hours")
    return rows.filter(since__lte=on).annotate(hours_then=Coalesce(Subquery(before[:1]), F("hours")))


def posts_on(organisation_id: int, on: date) -> list[PostOnADay]:
    """Posts that there were on a day, with those who held them then: two questions."""
    holders = FunctionHolder.objects.filter(since__lte=on).select_related("user").order_by("since", "id")
    rows = there_on(organisation_id, on).order_by("name", "id").prefetch_related(Prefetch("holders", holders))
    return [_on(post, list(post.holders.all()), on) for post in rows]


def _on(post: FunctionPost, holders: Iterable[FunctionHolder], on: date) -> PostOnADay:
    there = [each for each in holders if each.until is None or each.until > on]
    last = max((each.until for each in holders if each.until), default=post.since)
    return PostOnADay(post, there, None if there else max(last, post.since))


def post_for(actor: Actor, code: str) -> FunctionPost:
    found = FunctionPost.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None or not rules.can_set_up(actor):
        raise NotYours
    return found


def holder_for(actor: Actor, code: str) -> FunctionHolder:
    rows = FunctionHolder.objects.filter(post__organisation=actor.organisation_id, code=code)
    found = rows.select_related("post", "user").first()
    if found is None or not rules.can_set_up(actor):
        raise NotYours
    return found


def holders_of(post: FunctionPost) -> list[FunctionHolder]:
    return list(FunctionHolder.objects.filter(post=post).select_related("user").order_by("-since", "-id"))


def hours_before(post: FunctionPost) -> list[tuple[FunctionPostHours, date]]:
    """Those that it had before, with the first day of each; the latest first."""
    rows = list(FunctionPostHours.objects.filter(post=post).order_by("until"))
    firsts = [post.since, *(row.until for row in rows)]
    return list(zip(rows, firsts, strict=False))[::-1]


def times_in(organisation_id: int) -> QuerySet[FunctionTime]:
    return FunctionTime.objects.filter(post__organisation=organisation_id).select_related("post")


def times_of(post: FunctionPost) -> list[FunctionTime]:
    return list(FunctionTime.objects.filter(post=post).order_by("-month")[:24])


# Policies.


@dataclass(frozen=True)
class PolicyNow:
    policy: Policy
    version: PolicyVersion

    def review_due(self, today: date) -> bool:
        return self.policy.review_on is not None and self.policy.review_on <= today


def policies_of(organisation_id: int, on: date | None = None, ended: bool = False) -> list[PolicyNow]:
    """Each with the words that hold on a day: two questions. `ended`: those that are over too."""
    day = on or timezone.localdate()
    rows = Policy.objects.filter(organisation=organisation_id).select_related("owner").order_by("title", "id")
    if not ended:
        rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))
    newest = PolicyVersion.objects.filter(policy=OuterRef("pk"), from_day__lte=day).order_by("-number").values("pk")
    found = list(rows.annotate(version_now=Subquery(newest[:1])))
    versions = PolicyVersion.objects.in_bulk([row.version_now for row in found if row.version_now])
    return [PolicyNow(row, versions[row.version_now]) for row in found if row.version_now]


def policy_for(actor: Actor, code: str) -> PolicyNow:
    """For everybody who belongs here: what the organisation bound itself to is nobody's secret."""
    policy = Policy.objects.filter(organisation=actor.organisation_id, code=code).select_related("owner").first()
    if policy is None or not (belongs(actor) or rules.can_set_up(actor)):
        raise NotYours
    version = PolicyVersion.objects.filter(policy=policy).order_by("-number")[0]
    return PolicyNow(policy, version)


def versions_of(policy: Policy) -> list[PolicyVersion]:
    rows = PolicyVersion.objects.filter(policy=policy).select_related("recorded_by")
    return list(rows.order_by("-number"))


def reviews_due_by(organisation_id: int, day: date) -> list[Policy]:
    """Policies in force whose day of review has come by then."""
    rows = Policy.objects.filter(organisation=organisation_id, ended_on__isnull=True, review_on__lte=day)
    return list(rows.order_by("review_on", "id"))
