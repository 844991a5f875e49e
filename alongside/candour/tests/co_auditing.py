"""Co-audits for tests: some decisions that were taken, and Cora and Dev who look."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.candour.models import CoAudit, CoAuditor, CoAuditRecord
from alongside.candour.services import co_audit_findings as findings
from alongside.candour.services import co_audits as verbs
from tests import make
from tests.cast import Cast


def decided(cast: Cast, number: int = 5, **values: Any) -> list[Any]:
    given = {"state": "decided", "decided_on": make.days(-10), "taken": "with", "people_count": 2}
    given |= {"audience": "contributors", "outcome": "We do it."}
    return [make.decision(cast, title=f"Decision {n}", **{**given, **values}) for n in range(number)]


def set_up(cast: Cast, **values: Any) -> CoAudit:
    return verbs.set_up_co_audit(
        **{
            "title": "Did it happen?",
            "question": "Did it happen as it stands there?",
            "of_what": "decision",
            "first_day": make.days(-20),
            "last_day": make.days(0),
            "wanted": 2,
            "people": [cast.people["cora"], cast.people["dev"]],
            "by": cast.actor("coordinator"),
            **values,
        }
    )


def asked(cast: Cast, **values: Any) -> CoAudit:
    """Both have said yes."""
    audit = set_up(cast, **values)
    for who in ("cora", "dev"):
        auditor = CoAuditor.objects.get(audit=audit, person=cast.people[who])
        verbs.say_whether_you_look(auditor=auditor, says_yes=True, by=cast.actor(who))
    return audit


def closed(cast: Cast, audit: CoAudit | None = None, **values: Any) -> CoAudit:
    audit = audit or asked(cast, **values)
    at = timezone.now() + timedelta(hours=1)
    made = verbs.close_list(
        audit=audit, number_from="room", number_source="Three balls", number_at=at, by=cast.actor("cora")
    )
    CoAudit.objects.filter(pk=made.pk).update(number_at=timezone.now() - timedelta(minutes=1))
    made.refresh_from_db()
    return made


def drawn(cast: Cast, number: str = "417", **values: Any) -> CoAudit:
    audit = closed(cast, **values)
    return verbs.draw_sample(audit=audit, number=number, again=number, by=cast.actor("dev"))


def sample(audit: CoAudit) -> list[CoAuditRecord]:
    return list(CoAuditRecord.objects.filter(audit=audit, turn__isnull=False).order_by("turn"))


def compared(cast: Cast, **values: Any) -> CoAudit:
    audit = drawn(cast, **values)
    for record in sample(audit):
        findings.compare(record=record, found="not", words="Nobody had heard of it.", by=cast.actor("cora"))
    return audit


def found(cast: Cast, **values: Any) -> CoAudit:
    audit = compared(cast, **values)
    findings.write_finding(audit=audit, words="Neither of the two had happened.", by=cast.actor("cora"))
    audit.refresh_from_db()
    return audit


def told(cast: Cast) -> CoAudit:
    audit = found(cast)
    return findings.tell_co_audit(audit=audit, words="We looked at two. Neither had happened.", by=cast.actor("dev"))
