"""Steps of a panel, through the verbs, for tests that begin in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.core.actor import Actor, Medium
from alongside.involvement import queries, services
from alongside.involvement.models import Candidate, PanelMember, PanelQuestion, Recruitment, Round
from tests import make
from tests.cast import Cast

ON_THE_PHONE = {"noor"}
APPLICATION = "Ten years of listening, four of them on a night line."


@dataclass
class Panel:
    """A recruitment with its members by name of the cast."""

    cast: Cast
    recruitment: Recruitment
    members: dict[str, PanelMember]

    def fresh(self) -> Recruitment:
        self.recruitment = Recruitment.objects.select_related("decision", "organisation").get(pk=self.recruitment.pk)
        return self.recruitment

    def member(self, who: str) -> PanelMember:
        return next(each for each in queries.members_of(self.fresh()) if each.pk == self.members[who].pk)

    def actor(self, who: str) -> Actor:
        if who in ON_THE_PHONE:
            return self.cast.actor("coordinator").for_person(self.cast.people[who].pk, Medium.PHONE)
        return self.cast.actor(who)

    @property
    def url(self) -> str:
        return f"/harbour/panels/{self.recruitment.code}/"

    @property
    def job(self) -> str:
        return f"/harbour/decisions/{self.recruitment.decision.code}/job/"

    def candidate(self, label: str) -> Candidate:
        return Candidate.objects.select_related("recruitment__decision").get(recruitment=self.recruitment, label=label)

    def questions(self) -> list[PanelQuestion]:
        return list(queries.questions_of(self.recruitment))


def begun(cast: Cast, **values: Any) -> Recruitment:
    decision = make.decision(cast, **values)
    return services.begin_recruitment(decision=decision, by=cast.actor("manager"))


def seated(cast: Cast, *who: str, **values: Any) -> Panel:
    """Contributors have an accepted place; the others are staff. All agreed to the terms."""
    recruitment = begun(cast, **values)
    help_choose = make.opportunity(cast, recruitment.decision, state="filled")
    panel = Panel(cast, recruitment, {})
    for one in who or ("cora", "dev", "manager"):
        place = make.place(cast, one, help_choose) if one in cast.people else None
        user = None if place else cast.users[one]
        member = services.add_member(recruitment=recruitment, place=place, user=user, by=cast.actor("coordinator"))
        panel.members[one] = services.agree_to_terms(member=member, number=1, by=panel.actor(one))
    return panel


def applied(panel: Panel, number: int = 2) -> list[Candidate]:
    return [
        services.add_candidate(
            recruitment=panel.recruitment,
            name=f"Name {n}",
            contact=f"candidate{n}@example.org",
            application=APPLICATION,
            file=None,
            confirmed=True,
            by=panel.cast.actor("coordinator"),
        )
        for n in range(number)
    ]


def marked(panel: Panel, *who: str, opinion: str = "yes") -> None:
    for one in who or panel.members:
        for candidate in panel.recruitment.candidates.order_by("id"):
            services.mark_candidate(
                member=panel.member(one), candidate=candidate, opinion=opinion, why="Warm.", by=panel.actor(one)
            )
        services.hand_in_sheet(member=panel.member(one), round=Round.SHORTLIST, by=panel.actor(one))


def asked(panel: Panel, number: int = 2) -> list[PanelQuestion]:
    return [
        services.write_question(
            recruitment=panel.recruitment,
            words=f"What would you do? {n}",
            shows="Listens before acting.",
            by=panel.cast.actor("manager"),
        )
        for n in range(number)
    ]


def invited(cast: Cast, *who: str, candidates: int = 2, questions: int = 2) -> Panel:
    """Up to the interviews: all candidates on the shortlist, the questions written."""
    panel = seated(cast, *who)
    rows = applied(panel, candidates)
    marked(panel)
    services.agree_shortlist(
        recruitment=panel.recruitment, candidates=[row.code for row in rows], reason="", by=cast.actor("coordinator")
    )
    asked(panel, questions)
    return panel


def scored(panel: Panel, who: str, values: dict[str, int], hand_in: bool = True) -> None:
    """By letter: the same score for each question."""
    for label, value in values.items():
        services.give_scores(
            member=panel.member(who),
            candidate=panel.candidate(label),
            values={each.pk: value for each in panel.questions()},
            by=panel.actor(who),
        )
    if hand_in:
        services.hand_in_sheet(member=panel.member(who), round=Round.SCORES, by=panel.actor(who))


def all_in(cast: Cast, **values: dict[str, int]) -> Panel:
    """`all_in(cast, cora={"A": 5, "B": 1}, …)`: everybody has handed in."""
    panel = invited(cast, *values, candidates=len(next(iter(values.values()))))
    for who, given in values.items():
        scored(panel, who, given)
    return panel
