"""What waits to be decided, by which rules, and who is on the panel. Starts from who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import STAFF_ROLES
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .. import published_rules as beginning
from ..models import Answer, Appeal, Contribution, Moderation, PanelMember, PanelVote, Showing, ShowingRules
from ..models.contributions import UNSEEN
from ..models.showing import COVERED, NOT_SHOWN, WAITING
from ..published_rules import PublishedRules
from .figures import MOST_COUNTED, CappedCount


def published_rules(organisation_id: int) -> PublishedRules:
    """The rules in force: the newest, or those with which everybody begins."""
    newest = ShowingRules.objects.filter(organisation=organisation_id).order_by("-id").first()
    if newest is None:
        return beginning.BEGINNING
    return PublishedRules(newest.pk, newest.effective_on, newest.texts, newest.decide_days, newest.panel_days)


def rules_history(organisation_id: int) -> list[ShowingRules]:
    """Every version, the newest first: what was decided under an old one can be compared with it."""
    return list(ShowingRules.objects.filter(organisation=organisation_id).order_by("-id")[:50])


def showings_for(actor: Actor) -> QuerySet[Showing]:
    if not actor.can(P.MODERATE):
        raise NotYours
    rows = Showing.objects.filter(organisation=actor.organisation_id)
    return rows.select_related("contribution__unit")


def waiting_showings(actor: Actor) -> QuerySet[Showing]:
    """Nobody has decided yet; the nearest day first."""
    return showings_for(actor).filter(state=WAITING).order_by("decide_by", "id")


def showing_for(actor: Actor, code: str) -> Showing:
    rows = showings_for(actor).select_related("contribution__person", "contribution__organisation")
    found = rows.prefetch_related("contribution__challenges", "contribution__verdicts").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def unseen_for(actor: Actor) -> QuerySet[Contribution]:
    """Everybody may read it, says its author, and has not looked at how. Longest waiting first."""
    units = actor.units_for(P.SAY_FOR)
    rows = Contribution.objects.filter(UNSEEN, organisation=actor.organisation_id)
    if units is not None:
        rows = rows.filter(unit__in=units)
    return rows.select_related("unit").order_by("received_on", "id")


def newest_decision(showing: Showing) -> Moderation | None:
    return showing.decisions.order_by("-id").first()


def decisions_of(showing: Showing) -> list[Moderation]:
    return list(showing.decisions.select_related("recorded_by").order_by("-id"))


def answered_by(contribution: Contribution, actor: Actor) -> bool:
    """Has this user answered it, so that its words may be about what they did?"""
    return Answer.objects.filter(contribution=contribution, recorded_by=actor.user_id or 0).exists()


# The panel.


def panel_of(organisation_id: int) -> QuerySet[PanelMember]:
    rows = PanelMember.objects.filter(organisation=organisation_id, until__isnull=True)
    return rows.select_related("person").order_by("since", "id")


def is_on_panel(actor: Actor) -> bool:
    return actor.person_id is not None and panel_of(actor.organisation_id or 0).filter(person=actor.person_id).exists()


def member_for(actor: Actor, code: str) -> PanelMember:
    found = panel_of(actor.organisation_id or 0).filter(code=code).first() if actor.can(P.SETTINGS) else None
    if found is None:
        raise NotYours
    return found


def works_here_too(person: Person) -> bool:
    """Has a role here beside contributor. Whoever reads concerns does so from outside."""
    return organisations.users_with(person.organisation_id, *STAFF_ROLES).filter(pk=person.user_id or 0).exists()


def appeals_for(actor: Actor) -> QuerySet[Appeal]:
    """For whoever is on the panel; the nearest day first. Their own words are decided by the others."""
    if not is_on_panel(actor):
        raise NotYours
    rows = Appeal.objects.filter(organisation=actor.organisation_id).exclude(
        showing__contribution__person=actor.person_id
    )
    return rows.select_related("decision").order_by("decide_by", "id")


def open_appeals(actor: Actor) -> QuerySet[Appeal]:
    return appeals_for(actor).filter(end="").exclude(votes__person=actor.person_id)


def asked_of_panels(people: Sequence[int]) -> QuerySet[Appeal]:
    """What the panels wait for that these are on, in every organisation; the nearest day first."""
    seats = PanelMember.objects.filter(person__in=people, until__isnull=True, organisation=OuterRef("organisation"))
    rows = Appeal.objects.filter(Exists(seats), end="").exclude(showing__contribution__person__in=people)
    done = PanelVote.objects.filter(appeal=OuterRef("pk"), person__in=people)
    return rows.exclude(Exists(done)).select_related("organisation").order_by("decide_by", "id")


def appeal_for(actor: Actor, code: str) -> Appeal:
    rows = appeals_for(actor).select_related("showing__contribution__organisation", "decision")
    rows = rows.prefetch_related("showing__contribution__challenges", "showing__contribution__verdicts")
    found = rows.filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def key_of_decision(decision: Moderation) -> str:
    """Under which the message to the author waits in the outbox."""
    return f"showing:{decision.code}"


def key_of_appeal(appeal: Appeal, member: PanelMember) -> str:
    return f"appeal:{appeal.code}:{member.code}"


def keys_about_showing(contribution: Contribution) -> list[str]:
    """Every message that may wait about how it is shown."""
    decisions = Moderation.objects.filter(showing__contribution=contribution)
    appeals = list(Appeal.everything.filter(showing__contribution=contribution))
    members = list(PanelMember.objects.filter(organisation=contribution.organisation_id)) if appeals else []
    told = [key_of_appeal(appeal, member) for appeal in appeals for member in members]
    return [*map(key_of_decision, decisions), *told]


def has_voted(actor: Actor, appeal: Appeal) -> bool:
    return appeal.votes.filter(person=actor.person_id).exists()


@dataclass(frozen=True)
class ShowingToDo:
    """What waits: to be decided, by the panel, and to be looked at by its author. Counting stops at a limit."""

    waiting: int
    late: int
    oldest: date | None  # since when
    appeals: int
    appeals_late: int
    unseen: int
    panel: int


def showing_to_do(actor: Actor, today: date) -> ShowingToDo:
    counts = showing_counts(actor, today)
    rows = Organisation.objects.filter(pk=actor.organisation_id or 0).annotate(**counts)
    return ShowingToDo(*rows.values_list(*counts)[0])


def showing_counts(actor: Actor, today: date) -> dict[str, Any]:
    """In the order of ShowingToDo, to be asked together with something else."""
    here = actor.organisation_id or 0
    waiting = waiting_showings(actor).select_related(None)
    appeals = Appeal.objects.filter(organisation=here, end="")
    return {
        "show_waiting": CappedCount(waiting, MOST_COUNTED),
        "show_late": CappedCount(waiting.filter(decide_by__lt=today), MOST_COUNTED),
        "show_oldest": Subquery(waiting.order_by("decide_by", "id").values("asked_on")[:1]),
        "show_appeals": CappedCount(appeals, MOST_COUNTED),
        "show_appeals_late": CappedCount(appeals.filter(decide_by__lt=today), MOST_COUNTED),
        "show_unseen": CappedCount(unseen_for(actor).select_related(None), MOST_COUNTED),
        "show_panel": CappedCount(panel_of(here).select_related(None), MOST_COUNTED),
    }


# Counted in public: what is kept back, by rule.


@dataclass(frozen=True)
class KeptBack:
    not_shown: Mapping[str, int]  # by the key of a rule
    covered: Mapping[str, int]

    @property
    def none(self) -> int:
        return sum(self.not_shown.values())

    @property
    def parts(self) -> int:
        return sum(self.covered.values())


def kept_back(organisation_id: int) -> KeptBack:
    """What its author allowed and a decision keeps back now. It counts what we did, and nothing that anybody said."""
    rows = Showing.objects.filter(Q(state=NOT_SHOWN) | Q(state=COVERED), organisation=organisation_id).order_by()
    counted = rows.values_list("state", "rule").annotate(n=Count("pk"))
    by_state: dict[str, dict[str, int]] = {NOT_SHOWN: {}, COVERED: {}}
    for state, rule, number in counted:
        by_state[state][rule] = number
    return KeptBack(by_state[NOT_SHOWN], by_state[COVERED])
