"""Set from where on a sign is to be looked at, with those who were asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_each
from alongside.post import services as post

from .. import queries, rules
from ..asked import Answer as Answer
from ..events import CandourEvent as Event
from ..models import AskedAbout, SignLimits
from .denying import denied


@transaction.atomic
def set_limits(  # noqa: PLR0913  each of them by its name
    *, values: dict[str, int], why: str, asked: Sequence[Answer], from_day: date, seen: int | None = None, by: Actor
) -> SignLimits:
    """A new version from a day on. Whoever was asked is told what was written down, and can say that it was not so."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rules.check_can_set_limits(by)
    rules.check_limits(values, from_day, organisations.clock_of(organisation).today())
    rules.check_asked(organisation.pk, [each.person for each in asked])
    hold_each(by, [each.person for each in asked])
    newest = queries.limits_rows(by).first()
    if seen is not None and seen != (newest.pk if newest else 0):
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    before = queries.limits_on(organisation.pk, from_day)
    made = SignLimits.objects.create(
        organisation=organisation,
        effective_on=from_day,
        why=why,
        **{**queries.limits_values(before), **values},
        **byline(by),
    )
    for each in asked:
        _write_down(made, each, by)
    audit.record(
        Event.LIMITS_SET,
        by=by,
        target=made,
        facts={
            "from": from_day.isoformat(),
            "asked": len(asked),
            "agree": sum(each.agrees for each in asked),
            "changed": {
                name: [getattr(before, name), value] for name, value in values.items() if getattr(before, name) != value
            },
        },
    )
    return made


def _write_down(made: SignLimits, answer: Answer, by: Actor) -> None:
    AskedAbout.objects.create(limits=made, person=answer.person, agrees=answer.agrees, said=answer.said, **byline(by))
    post.queue(
        "limits_asked",
        organisation=made.organisation_id,
        to_person=answer.person.pk,
        subject=_("You were asked about the signs"),
        body=_(
            "From %(day)s there are new limits for the signs that people are asked for show and not for real. "
            "It is written down that you were asked, and %(says)s. If that is not so, you can say so on the page."
        )
        % {"day": long_day(made.effective_on), "says": answer.written_down},
        link=f"/{made.organisation.slug}/candour/limits/",
    )


@transaction.atomic
def deny_asking(*, asked: AskedAbout, by: Actor) -> AskedAbout:
    """“I was not asked”, or “that is not what I said”. It stands beside what was written down."""
    return denied(asked, about="limits", event=Event.ASKING_DENIED, by=by)
