"""The function's own posts: how many hours there are, who holds them, and what was worked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import function_rules as rules
from .. import queries
from ..events import OrganisationEvent as Event
from ..models import FunctionHolder, FunctionPost, FunctionPostHours, FunctionTime
from .locks import locked

NAME = 100


@transaction.atomic
def add_post(*, name: str, hours: Decimal, since: date, by: Actor) -> FunctionPost:
    rules.check_keep_function(by)
    organisation = locked(by)
    kept = rules.line(name, "name", NAME, _("Write what the post is called."))
    rules.check_hours(hours)
    post = FunctionPost.objects.create(organisation=organisation, name=kept, hours=hours, since=since, **byline(by))
    audit.record(Event.POST_ADDED, by=by, target=post, facts={"hours": str(hours), "since": since.isoformat()})
    return post


@transaction.atomic
def change_post(  # noqa: PLR0913  each of them by its name
    *,
    post: FunctionPost,
    name: str,
    hours: Decimal,
    from_day: date | None = None,
    until: date | None = None,
    by: Actor,
) -> FunctionPost:
    """`from_day`: the first with these hours; None: today. `until`: the first day on which there is no such post any
    more. Its holders have left by then."""
    rules.check_keep_function(by)
    locked(by)
    post = queries.post_for(by, post.code)
    kept = rules.line(name, "name", NAME, _("Write what the post is called."))
    rules.check_hours(hours)
    rules.check_ends(until, post.since)
    if hours < _held(post):
        raise Refused(_("Those who hold it have more hours than that together. Change theirs first."), field="hours")
    if until and post.holders.filter(until__isnull=True).exists():
        raise Refused(_("Somebody holds this post. Write down first that they left it."), field="until")
    facts = {"hours": str(hours), "until": until.isoformat() if until else ""}
    if hours == post.hours and from_day:
        raise Refused(_("These are the hours that it has. Write others, or leave the day empty."), field="from_day")
    if hours != post.hours:
        facts |= {"from_day": _keep_hours(post, from_day, by).isoformat()}
    post.name, post.hours, post.until = kept, hours, until
    post.save(update_fields=["name", "hours", "until"])
    audit.record(Event.POST_CHANGED, by=by, target=post, facts=facts)
    return post


def _keep_hours(post: FunctionPost, from_day: date | None, by: Actor) -> date:
    """What it had until that day stays written down. From its first day on, others were never true; that day may be
    still to come."""
    latest = max(timezone.localdate(), post.since)
    from_day = from_day or latest
    before = FunctionPostHours.objects.filter(post=post)
    last = before.aggregate(last=Max("until"))["last"]
    rules.check_hours_from(from_day, post.since, last, latest)
    if from_day not in (last, post.since):
        FunctionPostHours.objects.create(post=post, hours=post.hours, until=from_day, **byline(by))
    return from_day


@transaction.atomic
def fill_post(*, post: FunctionPost, user: User, hours: Decimal, since: date, by: Actor) -> FunctionHolder:
    rules.check_keep_function(by)
    locked(by)
    post = queries.post_for(by, post.code)
    if post.until is not None:
        raise Refused(_("There is no such post any more. Add a new one."))
    if not queries.staff_now(by.organisation_id or 0).filter(pk=user.pk).exists():
        raise Refused(_("Choose somebody who works here. An administrator can let them in first."), field="user")
    if post.holders.filter(user=user, until__isnull=True).exists():
        raise Refused(_("They hold it already."), field="user")
    rules.check_hours(hours)
    rules.check_room(hours, _held(post), post.hours)
    rules.check_ends(since, post.since, "since")
    held = FunctionHolder.objects.create(post=post, user=user, hours=hours, since=since, **byline(by))
    audit.record(Event.POST_FILLED, by=by, target=post, facts={"holder": held.code, "hours": str(hours)})
    return held


@transaction.atomic
def leave_post(*, held: FunctionHolder, until: date, by: Actor) -> FunctionHolder:
    """`until`: the first day without them."""
    rules.check_keep_function(by)
    locked(by)
    held = queries.holder_for(by, held.code)
    if held.until is not None:
        raise Refused(_("It is written down already that they left it."))
    rules.check_ends(until, held.since)
    held.until = until
    held.save(update_fields=["until"])
    audit.record(Event.POST_LEFT, by=by, target=held.post, facts={"holder": held.code, "until": until.isoformat()})
    return held


@transaction.atomic
def note_time(*, post: FunctionPost, month: date, hours: Decimal, by: Actor) -> FunctionTime:
    """Hours that were worked in a month. Written down again it stands instead."""
    rules.check_keep_function(by)
    locked(by)
    post = queries.post_for(by, post.code)
    month = month.replace(day=1)
    rules.check_month(month, hours, timezone.localdate())
    row, _made = FunctionTime.objects.update_or_create(post=post, month=month, defaults={"hours": hours, **byline(by)})
    audit.record(Event.TIME_NOTED, by=by, target=post, facts={"month": month.isoformat(), "hours": str(hours)})
    return row


def _held(post: FunctionPost) -> Decimal:
    rows = post.holders.filter(until__isnull=True)
    return rows.aggregate(all=Sum("hours"))["all"] or Decimal(0)
