"""Reading concerns about involvement: the one who was chosen, and whoever holds the code. Others read how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import guessing, lookups
from alongside.core.actor import Actor, Grant, Kind
from alongside.core.codes import tidy
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person
from alongside.voice.small_numbers import About, about, table

from ..models import (
    AskedContact,
    ConcernContact,
    ConcernMessage,
    ConcernName,
    ConcernOutcome,
    ConcernSummary,
    ConcernTerms,
    InvolvementConcern,
    Show,
)
from ..models.concerns import OWED, TAKEN_BACK
from ..rules import concerns as rules

TEAM = ("staff", "manager", "coordinator", "board", "finance", "safeguarding", "administrator")


def terms_on(organisation_id: int, day: date) -> ConcernTerms | None:
    rows = ConcernTerms.objects.filter(organisation=organisation_id, effective_on__lte=day)
    return rows.order_by("-effective_on", "-id").first()


# Who reads.


def contacts_on(organisation_id: int, day: date) -> QuerySet[ConcernContact]:
    """In force: chosen, within their days, with the role, outside the team; and enough of those who were asked still
    stand by it. Whoever says that it is not so can end it."""
    rows = ConcernContact.objects.filter(organisation=organisation_id, from_day__lte=day, until_day__gte=day)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))
    rows = rows.filter(user__in=organisations.users_with(organisation_id, rules.READER).order_by().values("pk"))
    rows = rows.exclude(user__in=organisations.users_with(organisation_id, *TEAM).order_by().values("pk"))
    stand = Count("asked", filter=Q(asked__agrees=True, asked__denied_on__isnull=True))
    return rows.annotate(stand=stand).filter(stand__gte=rules.LEAST_AGREE).order_by("from_day", "id")


def all_contacts(organisation_id: int) -> QuerySet[ConcernContact]:
    """Everybody who was ever chosen, with who was asked: the newest first."""
    asked = Prefetch("asked", AskedContact.objects.select_related("person").order_by("id"))
    rows = ConcernContact.objects.filter(organisation=organisation_id).prefetch_related(asked)
    return rows.order_by("-from_day", "-id")


def contact_for(actor: Actor, code: str) -> ConcernContact:
    if not rules.can_appoint(actor):
        raise NotYours
    found = all_contacts(actor.organisation_id or 0).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def can_be_chosen(organisation_id: int) -> list[tuple[str, str]]:
    """Who has the role and no other: by code and name."""
    team = set(organisations.users_with(organisation_id, *TEAM).values_list("pk", flat=True))
    users = organisations.users_with(organisation_id, rules.READER)
    return [(user.code, user.get_full_name()) for user in users if user.pk not in team]


def user_to_choose(organisation_id: int, code: str) -> User:
    found = organisations.users_with(organisation_id, rules.READER).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def my_asked(actor: Actor) -> list[AskedContact]:
    """What is written down about the actor themself: that they were asked about a reader."""
    if actor.person_id is None:
        return []
    rows = AskedContact.objects.filter(person=actor.person_id, contact__organisation=actor.organisation_id)
    return list(rows.select_related("contact").order_by("-id"))


def asked_named(actor: Actor, code: str) -> AskedContact:
    found = next((row for row in my_asked(actor) if row.code == code), None)
    if found is None:
        raise NotYours
    return found


# The reader.


def concerns_for(actor: Actor, today: date) -> QuerySet[InvolvementConcern]:
    """Those that the actor was chosen to read. What has no way back goes to whoever is chosen next; all else waits
    until the person has said who reads on."""
    if not rules.reads_here(actor):
        raise NotYours
    in_force = contacts_on(actor.organisation_id or 0, today).values("user").order_by()
    rows = InvolvementConcern.objects.filter(organisation=actor.organisation_id).exclude(state=TAKEN_BACK)
    mine = Q(contact__user=actor.user_id)
    left = Q(show=Show.NOBODY) & ~Q(contact__user__in=in_force)
    if not contacts_on(actor.organisation_id or 0, today).filter(user=actor.user_id).exists():
        return rows.none()
    return rows.filter(mine | left).select_related("organisation").order_by("due_on", "id")


def concern_for(actor: Actor, code: str, today: date) -> InvolvementConcern:
    found = whole(concerns_for(actor, today).select_related("written_by", "contact")).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def whole(rows: QuerySet[InvolvementConcern]) -> QuerySet[InvolvementConcern]:
    """With what was written and answered."""
    return rows.prefetch_related(
        Prefetch("messages", ConcernMessage.objects.order_by("id")),
        Prefetch("outcomes", ConcernOutcome.objects.order_by("id")),
    )


def name_of(concern: InvolvementConcern) -> ConcernName | None:
    """Asked on a page of its own, and by the person's own page, to say when it was opened."""
    return ConcernName.objects.select_related("person").filter(concern=concern).first()


# Whoever holds the code.


def digest_of(code: str) -> str:
    return lookups.digest(code, salt="follow concern")


def concern_by_code(organisation: Organisation, typed: str, asker: str) -> InvolvementConcern:
    """Raises NotYours, the same for a wrong code and for too many wrong ones."""
    guessing.check(asker, organisation.pk)
    digest = digest_of(tidy(typed))
    rows = InvolvementConcern.objects.filter(organisation=organisation).select_related("organisation", "contact")
    found = whole(rows).filter(follow_digest=digest).first() if typed else None
    if found is None:
        guessing.missed(asker, organisation.pk)
        raise NotYours
    return found


def holder_of(concern: InvolvementConcern) -> Actor:
    """May do what the one who raised it may do, and nothing else."""
    grants = frozenset({Grant(rules.follow_permission(concern.code))})
    return Actor(kind=Kind.CODE_HOLDER, organisation_id=concern.organisation_id, grants=grants)


def reads_on(concern: InvolvementConcern, today: date) -> bool:
    return contacts_on(concern.organisation_id, today).filter(user=concern.contact.user_id).exists()


def who_reads(concern: InvolvementConcern, today: date) -> list[int]:
    """The one whom they chose; of what has no way back, whoever was chosen since."""
    in_force = list(contacts_on(concern.organisation_id, today).values_list("user", flat=True))
    if concern.contact.user_id in in_force:
        return [concern.contact.user_id]
    return sorted(set(in_force)) if concern.show == Show.NOBODY else []


def summary_of(concern: InvolvementConcern) -> ConcernSummary | None:
    return ConcernSummary.objects.filter(concern=concern).first()


# What everybody may read.


def summaries_shown(organisation_id: int) -> QuerySet[ConcernSummary]:
    rows = ConcernSummary.objects.filter(
        organisation=organisation_id, published_on__isnull=False, taken_down_on__isnull=True
    )
    return rows.order_by("-published_on", "-id")


def summary_shown(organisation_id: int, code: str) -> ConcernSummary:
    found = summaries_shown(organisation_id).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


# How many, and how old.

AGES = {
    "under_four": (_("Less than four weeks"), 0, 27),
    "under_twelve": (_("Four to twelve weeks"), 28, 83),
    "older": (_("Twelve weeks and more"), 84, 36500),
}


@dataclass(frozen=True)
class Figures:
    """As it was when the month began, rounded down, so that no single one can be seen to come or go."""

    until: date
    raised: About  # in the twelve months before
    waiting: dict[str, About] | None  # by age; None: too few to say
    late: bool  # whether any is: that is all the board is told


def figures(actor: Actor, today: date, threshold: int) -> Figures:
    if not rules.can_count(actor):
        raise NotYours
    first = today.replace(day=1)
    rows = InvolvementConcern.objects.filter(organisation=actor.organisation_id, raised_on__lt=first)
    ages = rows.filter(_open_at(first)).aggregate(**{
        name: Count("pk", filter=Q(raised_on__range=(first - timedelta(days=most), first - timedelta(days=least))))
        for name, (_label, least, most) in AGES.items()
    })  # fmt: skip
    raised = rows.filter(raised_on__gte=first.replace(year=first.year - 1)).count()
    late = InvolvementConcern.objects.filter(
        organisation=actor.organisation_id, board_since__isnull=False, state__in=OWED
    )
    return Figures(first, about(raised, threshold), table(ages, threshold), late.exists())


def _open_at(first: date) -> Q:
    """Not answered before the month began. One that was opened again since counts from its newest answer."""
    unanswered = Q(answered_on__isnull=True) | Q(answered_on__gte=first) | Q(state="unsettled")
    return unanswered & ~Q(state=TAKEN_BACK)


# What is late.


def late(organisation_id: int, today: date) -> QuerySet[InvolvementConcern]:
    rows = InvolvementConcern.objects.filter(organisation=organisation_id, state__in=OWED, due_on__lt=today)
    return rows.select_related("contact", "organisation").order_by("due_on", "id")


def hidden_events() -> set[str]:
    """The event log as a page shows it: that something was raised on a day would say who, to those who were there."""
    return {InvolvementConcern._meta.label_lower}


def person_of(actor: Actor) -> Person | None:
    return Person.objects.filter(pk=actor.person_id).first() if actor.person_id else None
