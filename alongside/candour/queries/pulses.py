"""Who is asked how it was, and who has had their turn. What they answered is read in `accounts`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.core import lookups
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.involvement import queries as involvement
from alongside.involvement.models import Meeting, Opportunity
from alongside.involvement.queries import presence
from alongside.people.models import Person

from .. import rules
from ..ladders import OURS
from ..models import LadderChosen, OpenPulse, PulseMark, PulseRound, PulseSheet

WITH = ("organisation", "opportunity__decision__unit", "meeting", "box")
LATELY = timedelta(days=14)


def quarter_of(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def last_day(opened_on: date) -> date:
    """Two weeks at least, and always a Sunday: nothing here is finer than the week."""
    return opened_on + timedelta(days=14 + 6 - opened_on.weekday())


def turn_of(pulse: PulseRound, person_id: int) -> str:
    """Under the installation's key: the database alone does not say whose it is."""
    return lookups.digest(str(person_id), salt=f"pulse {pulse.code}")


def sheet_digest(organisation_id: int, code: str) -> str:
    return lookups.digest(code, salt=f"pulse sheet {organisation_id}")


def people_there(pulse: PulseRound) -> QuerySet[Person]:
    if pulse.meeting is not None:
        return presence.who_came(pulse.meeting)
    return presence.who_took_part(pulse.opportunity)


def was_there(pulse: PulseRound, person_id: int | None) -> bool:
    return person_id is not None and people_there(pulse).filter(pk=person_id).exists()


def has_had_turn(pulse: PulseRound, person_id: int) -> bool:
    return PulseMark.objects.filter(round=pulse, digest=turn_of(pulse, person_id)).exists()


def round_for(actor: Actor, code: str) -> PulseRound:
    """Those who were there, and staff of the unit that decides."""
    rows = PulseRound.objects.filter(organisation=actor.organisation_id, code=code)
    found = rows.select_related(*WITH).first()
    if found is None:
        raise NotYours
    if not (rules.answers_as_staff(actor, found) or was_there(found, actor.person_id)):
        raise NotYours
    return found


def round_to_hand_out(actor: Actor, code: str) -> PulseRound:
    found = round_for(actor, code)
    if not rules.can_hand_out(actor, found):
        raise NotYours
    return found


def typed(code: str) -> str:
    """As somebody copied it by hand."""
    return tidy(code)


def round_of_sheet(organisation_id: int, code: str) -> PulseRound | None:
    digest = sheet_digest(organisation_id, code)
    sheet = PulseSheet.objects.filter(digest=digest, round__organisation=organisation_id).select_related(
        *(f"round__{each}" for each in WITH)
    )
    found = sheet.first()
    return found.round if found else None


def rounds_of(opportunity: Opportunity) -> list[PulseRound]:
    return list(PulseRound.objects.filter(opportunity=opportunity).select_related(*WITH).order_by("opened_on", "id"))


def waiting_for(people: Iterable[int], today: date) -> list[PulseRound]:
    """Open, they were there, and they have not had their turn. Asked anew each time and kept nowhere."""
    mine = list(people)
    sessions, parts = presence.came_of(mine)
    rows = PulseRound.objects.filter(closed_on__isnull=True, closes_on__gte=today)
    rows = rows.filter(Q(meeting__in=sessions) | Q(meeting__isnull=True, opportunity__in=parts))
    found = list(rows.select_related("organisation", "opportunity", "meeting").order_by("closes_on", "id"))
    if not found:
        return []
    marks = set(PulseMark.objects.filter(round__in=found).values_list("round", "digest"))
    return [each for each in found if not any((each.pk, turn_of(each, person)) in marks for person in mine)]


def asked_now(opportunity: str) -> Exists:
    """For a list of what somebody takes part in: is it asked just now how it was? `opportunity`: its column."""
    return Exists(PulseRound.objects.filter(opportunity=OuterRef(opportunity), closed_on__isnull=True))


def to_ask(organisation_id: int, today: date) -> tuple[list[Meeting], list[Opportunity]]:
    """Nobody chooses about what people are asked: every session to which somebody came, and every end."""
    sessions = presence.sessions_with_people(organisation_id, today - LATELY)
    ends = presence.ended_with_people(organisation_id, today - LATELY)
    asked = PulseRound.objects.filter(organisation=organisation_id)
    return (
        list(sessions.exclude(pk__in=asked.filter(meeting__isnull=False).values("meeting"))),
        list(ends.exclude(pk__in=asked.filter(meeting__isnull=True).values("opportunity"))),
    )


def over(organisation_id: int, today: date) -> list[PulseRound]:
    rows = PulseRound.objects.filter(organisation=organisation_id, closed_on__isnull=True, closes_on__lt=today)
    return list(rows.order_by("closes_on", "id"))


def my_open(actor: Actor, pulse: PulseRound) -> OpenPulse | None:
    rows = OpenPulse.objects.filter(round=pulse)
    if actor.person_id is not None:
        return rows.filter(person=actor.person_id).first()
    return rows.filter(user=actor.user_id).first() if actor.user_id else None


def opportunity_to_read(actor: Actor, code: str) -> Opportunity:
    rows = Opportunity.objects.filter(organisation=actor.organisation_id, code=code)
    found = rows.select_related("organisation", "decision__unit").first()
    if found is None:
        raise NotYours
    takes_part = involvement.takes_part(actor, found)
    if not rules.can_see_accounts(actor, found, takes_part):
        raise NotYours
    if not takes_part:
        decisions.decision_for(actor, found.decision.code)
    return found


def ladder_on(organisation_id: int, day: date) -> str:
    rows = LadderChosen.objects.filter(organisation=organisation_id, effective_on__lte=day)
    found = rows.order_by("-effective_on", "-id").first()
    return found.ladder if found else OURS


def ladders_of(organisation_id: int) -> list[LadderChosen]:
    return list(LadderChosen.objects.filter(organisation=organisation_id).order_by("-effective_on", "-id"))
