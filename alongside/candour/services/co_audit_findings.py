"""Comparing what was drawn, writing what was found, and telling others. Staff do none of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit_log
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author
from alongside.post import services as post
from alongside.voice import services as voice
from alongside.voice.models import ContributionKind, Via

from ..co_audit_events import CoAuditEvent as Event
from ..models import CoAudit, CoAuditComparison, CoAuditFinding, CoAuditRecord, CoAuditShown
from ..models.co_audits import DRAWN, FOUND
from ..queries import co_audits as queries
from ..rules import co_audits as rules
from .co_audits import as_auditor, locked, step, today_of


@transaction.atomic
def show_for_audit(*, record: CoAuditRecord, words: str, by: Actor) -> CoAuditShown:
    """Beside what those who look may see anyway. It cannot be taken away again."""
    audit = locked(record.audit, by)
    if not rules.can_show(by, audit) or record.turn is None:
        raise NotYours
    if record.pk in queries.gone_of(audit.organisation_id, [record]):
        raise NotYours
    rules.check_shown(words)
    made = CoAuditShown.objects.create(record=record, words=words.strip(), shown_on=today_of(audit), **byline(by))
    audit_log.record(Event.SHOWN, by=by, target=record, facts={"co_audit": audit.code})
    return made


@transaction.atomic
def compare(*, record: CoAuditRecord, found: str, words: str = "", by: Actor) -> CoAuditComparison:
    """Each of those who look says their own, and may say it otherwise until there is a finding."""
    hold_author(by)
    audit, auditor = as_auditor(record.audit, by)
    record = CoAuditRecord.objects.get(pk=record.pk, audit=audit)
    gone = record.pk in queries.gone_of(audit.organisation_id, [record])
    rules.check_comparing(audit, record.turn is not None, gone)
    rules.check_found(found, words)
    values = {"found": found, "words": words.strip(), "looked_on": today_of(audit), **byline(by)}
    made, _new = CoAuditComparison.objects.update_or_create(record=record, auditor=auditor, defaults=values)
    audit_log.record(Event.COMPARED, by=by, target=record, facts={"found": found})
    return made


@transaction.atomic
def write_finding(*, audit: CoAudit, words: str, seen: int | None = None, by: Actor) -> CoAuditFinding:
    """What was found is said like anything else that people say: it is in the ledger, with a day, an answer that is
    owed, and the last word of the one who wrote it."""
    hold_author(by)
    audit, auditor = as_auditor(audit, by)
    rules.check_seen(seen, audit.version)
    rules.check_move(audit, FOUND)
    rules.check_all_compared(queries.not_compared(audit))
    contribution, _code = voice.say(
        kind=ContributionKind.EXPERIENCE,
        words=words,
        by=by,
        unit=audit.unit or organisations.top_unit(audit.organisation_id),
        about=(_("Co-audit: %(title)s") % {"title": audit.title})[:300],
        person=auditor.person,
        via=Via.WRITTEN_DOWN if by.medium else Via.SIGNED_IN,
    )
    made = CoAuditFinding.objects.create(
        audit=audit,
        contribution=contribution,
        number=audit.findings.count() + 1,
        found_on=today_of(audit),
        **byline(by),
    )
    step(audit, FOUND, by)
    audit_log.record(Event.FOUND, by=by, target=audit, facts={"number": made.number, "contribution": contribution.code})
    return made


@transaction.atomic
def reopen_co_audit(*, audit: CoAudit, why: str, by: Actor) -> CoAudit:
    """The records and what was compared stay, and so does what was found: another finding comes beside it."""
    audit, _auditor = as_auditor(audit, by)
    rules.check_reopen(audit)
    rules.check_why(why)
    audit.why = why.strip()
    step(audit, DRAWN, by, "why")
    audit_log.record(Event.REOPENED, by=by, target=audit)
    for number in audit.auditors.filter(says_yes=True, person__isnull=False).values_list("person", flat=True):
        post.queue(
            "co_audit_drawn",
            organisation=audit.organisation_id,
            to_person=number,
            subject=_("It is being looked at again"),
            body=_("“%(title)s” was opened again by somebody who looks.") % {"title": audit.title},
            link=f"/{audit.organisation.slug}/co-audits/{audit.code}/",
        )
    return audit


@transaction.atomic
def tell_co_audit(*, audit: CoAudit, words: str, by: Actor) -> CoAudit:
    """A summary for everybody, by one of those who looked. Staff change nothing in it."""
    audit, auditor = as_auditor(audit, by)
    rules.check_tell(audit, auditor)
    rules.check_shown(words)
    audit.summary, audit.told_on, audit.told_by = words.strip(), today_of(audit), auditor
    audit.version += 1
    audit.save(update_fields=["summary", "told_on", "told_by", "version"])
    audit_log.record(Event.TOLD, by=by, target=audit)
    return audit


@transaction.atomic
def tell_no_more(*, audit: CoAudit, by: Actor) -> CoAudit:
    audit, _auditor = as_auditor(audit, by)
    if audit.told_on is None:
        raise NotYours
    audit.summary, audit.told_on, audit.told_by = "", None, None
    audit.save(update_fields=["summary", "told_on", "told_by"])
    audit_log.record(Event.TOLD_NO_MORE, by=by, target=audit)
    return audit
