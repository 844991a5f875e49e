"""Who took part in a decision before it was taken, and the road there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.parts import Moment
from alongside.decisions import rules as deciding
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations
from alongside.people.models import Person
from alongside.people.queries import shown_name

from .. import rules
from ..models import Attendance, InvolvementRequest, Meeting, Opportunity, Place
from ..models.places import ACCEPTED, OFFERED, WITHDRAWN
from ..models.requests import REFUSED
from .adverts import that_were_opened
from .places import ROLES


@dataclass(frozen=True)
class TookPart:
    """One place, and in words why it counts or does not."""

    place: str
    person_id: int
    counts: bool
    why: str


@dataclass(frozen=True)
class Standing:
    """What the record says on one day. `people` are distinct."""

    people: int
    least: int
    lines: tuple[TookPart, ...]

    @property
    def enough(self) -> bool:
        return self.people >= self.least

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(line.place for line in self.lines if line.counts)


def people_before(decision: Decision, on: date) -> Standing:
    """A session held on the day itself counts: panels decide at the end of the day they meet."""
    came = Attendance.objects.filter(came=True, meeting__cancelled_on__isnull=True).select_related("meeting")
    places = Place.objects.filter(opportunity__decision=decision).order_by("code")
    places = places.prefetch_related(ROLES, Prefetch("attendances", came, to_attr="came"))
    lines = tuple(_line(place, on) for place in places)
    return Standing(
        people=len({line.person_id for line in lines if line.counts}),
        least=organisations.settings_of(decision.organisation_id, on).least_people,
        lines=lines,
    )


def _line(place: Place, on: date) -> TookPart:
    had_place = place.state in {ACCEPTED, WITHDRAWN} or (place.state == OFFERED and place.withdrawn_on is not None)
    held: list[date] = sorted(row.meeting.held_on for row in place.came)  # type: ignore[attr-defined]
    before = [day for day in held if day <= on]
    role_counts = rules.counts_towards({row.stage: row.role for row in place.roles.all()})
    if not had_place:
        why = _("did not accept the place")
    elif not held:
        why = _("is not written down as having come to a session")
    elif not before:
        why = _("came, but only after this day: %(day)s") % {"day": long_day(held[0])}
    elif not role_counts:
        why = _("came on %(day)s, but in a role that is less than “is involved”") % {"day": long_day(before[0])}
    else:
        why = _("came on %(day)s") % {"day": long_day(before[0])}
    return TookPart(place.code, place.person_id, bool(had_place and before and role_counts), why)


def asked_days() -> dict[str, Subquery]:
    """The days of `first_asked`, for a question about decisions that wants to know them too."""
    about = Opportunity.objects.filter(decision=OuterRef("pk")).order_by().values("decision")
    names = {"opened_first": "opened_on", "offered_first": "places__offered_on"}
    return {name: Subquery(about.annotate(day=Min(column)).values("day")) for name, column in names.items()}


def asked_words() -> dict[str, Subquery]:
    """What people were last asked in with, for a page of a decision that does not say it itself. What was called off
    says nothing of it any more."""
    opened = that_were_opened(Opportunity.objects.filter(decision=OuterRef("pk"))).order_by("-opened_on", "-id")
    return {
        "asked_what_is_open": Subquery(opened.values("can_change")[:1]),
        "asked_who_decides": Subquery(opened.values("decider")[:1]),
    }


def first_asked(decision: Decision) -> date | None:
    """The first day on which anybody was asked in: an opportunity opened or a place offered."""
    if not hasattr(decision, "opened_first"):
        decision = Decision.objects.annotate(**asked_days()).get(pk=decision.pk)
    days = (decision.opened_first, decision.offered_first)  # type: ignore[attr-defined]
    return min(filter(None, days), default=None)


def nobody_asked(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Those of them for which no opportunity was opened and no place offered."""
    mine = Opportunity.objects.filter(decision=OuterRef("pk"))
    return decisions.exclude(Exists(mine.filter(Q(opened_on__isnull=False) | Q(places__isnull=False))))


def people_in(actor: Actor, decision: Decision) -> list[Moment]:
    """The timeline of taking part: asked, opened, met. Numbers and no names; links only where they lead."""
    staff = rules.may_see(actor, decision)
    slug = decision.organisation.slug
    found = [*_asked(decision, slug)] if staff else []
    found += _opened(decision, slug, staff)
    found += _met(decision, slug, staff)
    return sorted(found, key=lambda moment: str(moment.at or ""))


def _asked(decision: Decision, slug: str) -> Iterable[Moment]:
    for row in InvolvementRequest.objects.filter(decision=decision).order_by("id"):
        url = f"/{slug}/involvement/requests/{row.code}/"
        notice = ngettext("%d working day of notice", "%d working days of notice", row.notice_days) % row.notice_days
        tone = "late" if row.short_notice else "quiet"
        yield Moment(row.asked_on, _("People were asked for"), row.what, by=notice, url=url, tone=tone)
        if row.state == REFUSED:
            title = _("The request was refused")
            yield Moment(row.answered_on, title, row.reason, url=url, tone="refused")


def _opened(decision: Decision, slug: str, staff: bool) -> Iterable[Moment]:
    rows = Opportunity.objects.filter(decision=decision, opened_on__isnull=False).order_by("id")
    said_yes = Count("places", filter=Q(places__state=ACCEPTED))
    for row in rows.annotate(accepted=said_yes):
        page = "involvement/opportunities" if staff else "open"
        seats = ngettext("%d seat", "%d seats", row.seats) % row.seats
        text = _("%(title)s. %(seats)s, %(accepted)d accepted.") % {
            "title": row.title,
            "seats": seats,
            "accepted": row.accepted,
        }
        yield Moment(
            row.opened_on, _("People could say that they are interested"), text, url=f"/{slug}/{page}/{row.code}/"
        )


def _met(decision: Decision, slug: str, staff: bool) -> Iterable[Moment]:
    rows = Meeting.objects.filter(opportunity__decision=decision, cancelled_on__isnull=True)
    came = Count("attendances", filter=Q(attendances__came=True))
    for row in rows.annotate(came=came).order_by("starts_at"):
        text = ngettext("%d person came.", "%d people came.", row.came) % row.came if row.came else ""
        url = f"/{slug}/sessions/{row.code}/" if staff else ""
        yield Moment(row.held_on, row.title, text, url=url, tone="open")


def with_names(actor: Actor, decision: Decision, standing: Standing) -> list[tuple[str, bool, str]]:
    """Each line of it: who, whether it counts, and why. Names only for those who work with them."""
    names = rules.may_hold(actor, decision)
    rows = Person.objects.filter(pk__in=[line.person_id for line in standing.lines]) if names else []
    known = {person.pk: shown_name(person) for person in rows}
    return [(known.get(line.person_id, _("Somebody")), line.counts, line.why) for line in standing.lines]


def who_may_allow(actor: Actor, decision: Decision) -> list[User] | None:
    """Those who may let a reserved decision be taken without people; None for those who may not record that."""
    if not deciding.may_allow_without(actor, decision):
        return None
    return list(organisations.users_with(decision.organisation_id, "coordinator", "board"))
