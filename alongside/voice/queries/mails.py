"""What came by e-mail, and where an address leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from alongside.core import lookups
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..models import Answer, Contribution, Letterbox, Mail, Via
from ..models.contributions import ANSWERED
from ..models.letterboxes import OPEN
from .public import units_to_speak_about

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Place:
    """To whom an e-mail is written."""

    organisation: Organisation
    unit: Unit | None = None
    letterbox: Letterbox | None = None


def place_named(plus: str) -> Place | None:
    """`harbour`, `harbour.k3v9qd` (a letterbox), `harbour.` and the code of a unit; nothing: the only one there is."""
    slug, _dot, where = plus.partition(".")
    organisation = organisations.by_slug(slug) if slug else _only_one()
    if organisation is None or not where:
        return Place(organisation) if organisation else None
    letterbox = Letterbox.objects.filter(organisation=organisation, address=where, state=OPEN).select_related(
        "unit", "decision", "meeting__opportunity__decision", "question"
    )
    if found := letterbox.first():
        return Place(organisation, found.unit, found)
    return Place(organisation, units_to_speak_about(organisation).filter(code=where).first())


def _only_one() -> Organisation | None:
    some = list(organisations.all_organisations()[:2])
    return some[0] if len(some) == 1 else None


def mail_addresses(organisation: Organisation) -> list[tuple[str, str]]:
    """What stands behind the plus, and where it leads; the first is the whole organisation."""
    units = units_to_speak_about(organisation).order_by("path")
    boxes = Letterbox.objects.filter(organisation=organisation, state=OPEN).order_by("id")
    named = [(f"{organisation.slug}.{unit.code}", unit.name) for unit in units]
    named += [(f"{organisation.slug}.{box.address}", box.title) for box in boxes]
    return [(organisation.slug, organisation.name), *named]


def key_of_mail(organisation_id: int, key: str) -> str:
    return lookups.digest(key, salt=f"mail {organisation_id}")


def sender_digest(address: str) -> str:
    return lookups.digest(address.lower(), salt="sender") if address else ""


def mail_known(organisation_id: int, key: str) -> Mail | None:
    rows = Mail.objects.filter(organisation=organisation_id, key=key)
    return rows.select_related("organisation", "contribution").first()


def kept_in_an_hour(address: str) -> int:
    return _lately(address).count()


def acknowledged_in_an_hour(address: str) -> int:
    return _lately(address).filter(acknowledged_at__isnull=False).count()


def _lately(address: str) -> QuerySet[Mail]:
    return Mail.objects.filter(sender=sender_digest(address), recorded_at__gte=timezone.now() - HOUR)


def mail_to_tell() -> QuerySet[Mail]:
    """There is an answer that the one who wrote has not been told of. `newest_answer`: its code."""
    newest = Answer.objects.filter(contribution=OuterRef("contribution")).order_by("-id").values("code")[:1]
    rows = Mail.objects.filter(contribution__state=ANSWERED, contribution__restricted=False).exclude(sender="")
    rows = rows.annotate(newest_answer=Subquery(newest)).exclude(told_answer=Subquery(newest))
    return rows.select_related("organisation", "contribution").order_by("id")


def below(contribution: Contribution) -> str:
    """What stood below the words in the e-mail: asked only for what came by one."""
    if contribution.via != Via.EMAIL or not contribution.words:
        return ""
    return Mail.objects.filter(contribution=contribution).values_list("rest", flat=True).first() or ""
