"""Telling others about a concern: by the one who raised it, in words of their own, which they look at first."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from ..concern_events import ConcernEvent as Event
from ..models import ConcernSummary, InvolvementConcern
from ..queries import concerns as queries
from ..rules import concerns as rules
from .concerns import _as_raiser, today_of


@transaction.atomic
def write_summary(*, concern: InvolvementConcern, words: str, by: Actor) -> ConcernSummary:
    """A draft: nobody but its author sees it."""
    concern, _nobody = _as_raiser(concern, by)
    rules.check_can_publish(concern, queries.summary_of(concern))
    rules.check_words(words)
    made, _new = ConcernSummary.objects.update_or_create(
        concern=concern, defaults={"organisation": concern.organisation, "words": words.strip()}
    )
    return made


@transaction.atomic
def publish_summary(*, concern: InvolvementConcern, by: Actor) -> ConcernSummary:
    concern, by = _as_raiser(concern, by)
    summary = ConcernSummary.objects.select_for_update(no_key=True).filter(concern=concern).first()
    rules.check_can_publish(concern, summary)
    if summary is None:
        raise Refused(_("Write it first, and look at it."))
    summary.published_on = today_of(concern)
    summary.save(update_fields=["published_on"])
    audit.record(Event.TOLD, by=by, target=concern)
    return summary


@transaction.atomic
def take_down_summary(*, concern: InvolvementConcern, by: Actor) -> None:
    """The words go, and the reply with them: it may repeat what they said."""
    concern, by = _as_raiser(concern, by)
    summary = ConcernSummary.objects.select_for_update(no_key=True).filter(concern=concern).first()
    if summary is None or summary.taken_down_on is not None:
        raise Refused(_("There is nothing to take down."))
    summary.words = summary.reply = summary.reply_by = ""
    summary.taken_down_on = today_of(concern)
    summary.save(update_fields=["words", "reply", "reply_by", "taken_down_on"])
    audit.record(Event.TOLD_NO_MORE, by=by, target=concern)


@transaction.atomic
def reply_to_summary(*, summary: ConcernSummary, words: str, role: str, by: Actor) -> ConcernSummary:
    """The organisation's word beside theirs: once, and neither is changed afterwards."""
    Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rows = ConcernSummary.objects.filter(organisation=by.organisation_id).select_for_update(of=("self",), no_key=True)
    found = rows.select_related("organisation", "concern").filter(pk=summary.pk).first()
    if found is None:
        raise NotYours
    rules.check_reply(by, found)
    rules.check_words(words)
    found.reply, found.reply_by = words.strip(), role.strip()
    found.replied_on = organisations.clock_of(found.organisation).today()
    found.save(update_fields=["reply", "reply_by", "replied_on"])
    audit.record(Event.REPLIED, by=by, target=found)
    return found
