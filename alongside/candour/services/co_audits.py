"""A co-audit, step by step: set up and asked by staff; the list closed, the number typed in, each record compared and
the finding written by those who look, and by nobody else (docs/decisions/0025)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import sealing
from alongside.audit import services as audit_log
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.involvement.draw import commit
from alongside.involvement.models import NumberFrom
from alongside.involvement.rules import draws as draw_rules
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.people.models import Person
from alongside.post import services as post

from .. import sampling
from ..co_audit_events import CoAuditEvent as Event
from ..models import CoAudit, CoAuditor, CoAuditRecord, CoAuditSecret, CoAuditStatus
from ..models.co_audits import CO_AUDIT, COMMITTED, DRAWN, SET_ASIDE
from ..queries import co_audits as queries
from ..rules import co_audits as rules


def locked(audit: CoAudit, by: Actor) -> CoAudit:
    rows = CoAudit.objects.filter(organisation=by.organisation_id).select_for_update(of=("self",), no_key=True)
    found = rows.select_related("organisation", "unit").filter(pk=audit.pk).first()
    if found is None:
        raise NotYours
    return found


def today_of(audit: CoAudit) -> date:
    return organisations.clock_of(audit.organisation).today()


def step(audit: CoAudit, to: str, by: Actor, *changed: str) -> None:
    audit.version += 1
    move(
        audit,
        to,
        lifecycle=CO_AUDIT,
        statuses=CoAuditStatus,
        by=by,
        on=today_of(audit),
        changed=("version", *changed),
    )


@transaction.atomic
def set_up_co_audit(  # noqa: PLR0913  one for each thing the form asks
    *,
    title: str,
    question: str,
    of_what: str,
    first_day: date,
    last_day: date,
    wanted: int,
    people: Sequence[Person],
    unit: Unit | None = None,
    by: Actor,
) -> CoAudit:
    rules.check_can_set_up(by)
    organisation = organisations.organisation_of(by)
    if unit is not None and unit.organisation_id != organisation.pk:
        raise NotYours
    today = organisations.clock_of(organisation).today()
    rules.check_period(first_day, last_day, today)
    rules.check_size(len(queries.records_of(organisation.pk, of_what, unit, first_day, last_day)), wanted)
    rules.check_invited(organisation.pk, people)
    audit = CoAudit.objects.create(
        organisation=organisation,
        title=title.strip(),
        question=question.strip(),
        of_what=of_what,
        unit=unit,
        first_day=first_day,
        last_day=last_day,
        wanted=wanted,
        made_on=today,
        **byline(by),
    )
    begin(audit, statuses=CoAuditStatus, by=by, on=today)
    audit_log.record(Event.SET_UP, by=by, target=audit, facts={"of": of_what, "wanted": wanted, "asked": len(people)})
    for person in people:
        _ask(audit, person, by)
    return audit


@transaction.atomic
def ask_to_look(*, audit: CoAudit, people: Sequence[Person], by: Actor) -> list[CoAuditor]:
    audit = locked(audit, by)
    rules.check_can_invite(by, audit)
    before = audit.auditors.filter(person__isnull=False).values_list("person", flat=True)
    rules.check_invited(audit.organisation_id, people, list(before))
    return [_ask(audit, person, by) for person in people]


def _ask(audit: CoAudit, person: Person, by: Actor) -> CoAuditor:
    made = CoAuditor.objects.create(audit=audit, person=person, asked_on=today_of(audit), **byline(by))
    audit_log.record(Event.INVITED, by=by, target=made, facts={"co_audit": audit.code})
    post.queue(
        "co_audit_asked",
        organisation=audit.organisation_id,
        to_person=person.pk,
        subject=_("Will you look whether it is so?"),
        body=_(
            "“%(title)s”: some records are drawn by lot, and you say of each whether it is so. What all of you find is "
            "owed an answer. You can say yes or no, and nobody asks why."
        )
        % {"title": audit.title},
        link=f"/{audit.organisation.slug}/co-audits/{audit.code}/",
        key=f"co-audit {audit.code} {person.pk}",
    )
    return made


@transaction.atomic
def say_whether_you_look(*, auditor: CoAuditor, says_yes: bool, by: Actor) -> CoAuditor:
    """A yes can be taken back at any time; what somebody compared stays."""
    audit = locked(auditor.audit, by)
    auditor = CoAuditor.objects.select_for_update(no_key=True).get(pk=auditor.pk, audit=audit)
    rules.check_own(by, auditor)
    rules.check_can_say(auditor, audit, says_yes)
    auditor.says_yes, auditor.said_on = says_yes, today_of(audit)
    auditor.save(update_fields=["says_yes", "said_on"])
    audit_log.record(Event.SAID, by=by, target=auditor, facts={"yes": says_yes})
    return auditor


def as_auditor(audit: CoAudit, by: Actor) -> tuple[CoAudit, CoAuditor]:
    audit = locked(audit, by)
    auditor = rules.check_looks(queries.auditor_of(by, audit))
    rules.check_own(by, auditor)
    return audit, auditor


# The draw.


@transaction.atomic
def close_list(*, audit: CoAudit, number_from: str, number_source: str, number_at: datetime, by: Actor) -> CoAudit:
    """The list as it is now, promised before anybody can know the number."""
    audit, _auditor = as_auditor(audit, by)
    rules.check_move(audit, COMMITTED)
    rules.check_enough(queries.how_many_say_yes(audit))
    draw_rules.check_number_time(number_at, timezone.now())
    listed = queries.records_of(audit.organisation_id, audit.of_what, audit.unit, audit.first_day, audit.last_day)
    rules.check_size(len(listed), audit.wanted)
    rows = [
        {
            "audit_id": audit.pk,
            "place": place,
            "ref": f"{audit.of_what}:{each.code}",
            "salt": sealing.new_salt(),
            "was": each.was or "",
            "was_on": each.on,
        }
        for place, each in enumerate(listed, 1)
    ]
    CoAuditRecord.objects.bulk_create(CoAuditRecord(**row) for row in rows)
    audit.number_from, audit.number_source, audit.number_at = number_from, number_source.strip(), number_at
    about = {
        "co_audit": audit.code,
        "title": audit.title,
        "number": f"{NumberFrom(number_from).label}: {audit.number_source}",
        "not_before": number_at.isoformat(),
    }
    seals = [sealing.commitment(str(row["salt"]), str(row["ref"])) for row in rows]
    audit.document = sampling.document(seals, audit.wanted, about)
    secret = secrets.token_bytes(32)
    audit.commitment = commit(audit.document, secret)
    CoAuditSecret.objects.create(audit=audit, secret=secret.hex())
    step(audit, COMMITTED, by, "number_from", "number_source", "number_at", "document", "commitment")
    facts = {"commitment": audit.commitment, "records": len(rows), "wanted": audit.wanted}
    audit_log.record(Event.CLOSED, by=by, target=audit, facts=facts)
    return audit


@transaction.atomic
def draw_sample(*, audit: CoAudit, number: str, again: str, by: Actor) -> CoAudit:
    """Number and secret give the records. Both are shown from here on."""
    audit, _auditor = as_auditor(audit, by)
    rules.check_move(audit, DRAWN)
    rules.check_number(audit, number := draw_rules.tidy_number(number), draw_rules.tidy_number(again), timezone.now())
    sealed = CoAuditSecret.objects.filter(audit=audit).first()
    secret = bytes.fromhex(sealed.secret if sealed else "")
    draw_rules.check_secret(sealed is not None and commit(audit.document, secret) == audit.commitment)
    places = sampling.drawn(secret, number, len(audit.document["records"]), audit.document["wanted"])
    for turn, place in enumerate(places, 1):
        CoAuditRecord.objects.filter(audit=audit, place=place).update(turn=turn)
    audit.number, audit.secret = number, secret.hex()
    CoAuditSecret.objects.filter(audit=audit).delete()
    step(audit, DRAWN, by, "number", "secret")
    audit_log.record(Event.DRAWN, by=by, target=audit, facts={"number": number, "drawn": list(places)})
    _tell_those_who_look(audit)
    return audit


def _tell_those_who_look(audit: CoAudit) -> None:
    for number in audit.auditors.filter(says_yes=True, person__isnull=False).values_list("person", flat=True):
        post.queue(
            "co_audit_drawn",
            organisation=audit.organisation_id,
            to_person=number,
            subject=_("The records are drawn"),
            body=_("“%(title)s”: say of each whether it is so.") % {"title": audit.title},
            link=f"/{audit.organisation.slug}/co-audits/{audit.code}/",
        )


@transaction.atomic
def set_co_audit_aside(*, audit: CoAudit, why: str, by: Actor) -> CoAudit:
    audit = locked(audit, by)
    rules.check_set_aside(by, audit, queries.auditor_of(by, audit), why)
    audit.why = why.strip()
    CoAuditSecret.objects.filter(audit=audit).delete()
    step(audit, SET_ASIDE, by, "why")
    audit_log.record(Event.SET_ASIDE, by=by, target=audit)
    return audit
