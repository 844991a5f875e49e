"""Concerns about involvement for tests: somebody outside who was chosen, and something that was raised."""

from __future__ import annotations

from typing import Any

from alongside.accounts.models import User
from alongside.candour.models import ConcernContact, InvolvementConcern
from alongside.candour.queries import concerns as queries
from alongside.candour.services import concern_contacts, concern_telling, concerns
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from tests import cast as casting
from tests import make
from tests.cast import Cast

from .factories import asked_two

TODAY = make.days
WORDS = "Zanzibar: I was asked to speak, and the slides were sent to the board the day before."


def terms(cast: Cast) -> None:
    if queries.terms_on(cast.org.pk, make.days(0)) is None:
        concern_contacts.set_concern_terms(
            acknowledge_days=3,
            answer_days=20,
            late_days=5,
            outside_name="Healthwatch Harbour",
            outside_how="Ring 01632 960 200.",
            by=cast.actor("coordinator"),
        )


def outsider(cast: Cast, name: str = "Rhoda Penhale") -> User:
    """Somebody from outside with the role, and nothing more."""
    made = User.objects.filter(email=f"{name.split()[0].lower()}@example.org").first() or casting.user(name)
    if not organisations.users_with(cast.org.pk, "concerns_contact").filter(pk=made.pk).exists():
        casting.member(cast.org, made, "concerns_contact")
    cast.users[name] = made
    return made


def chosen(cast: Cast, name: str = "Rhoda Penhale", **values: Any) -> ConcernContact:
    terms(cast)
    asked = asked_two(cast)
    return concern_contacts.appoint_contact(
        **{
            "user": outsider(cast, name),
            "shown_as": f"{name.split()[0]}, an advocate",
            "why_outside": "Works for a charity of her own.",
            "how_chosen": "Two names on the table, hands up.",
            "asked": [type(asked[0])(each.person, agrees=True) for each in asked],
            "from_day": make.days(0),
            "until_day": make.days(700),
            "by": cast.actor("coordinator"),
            **values,
        }
    )


def in_force() -> ConcernContact | None:
    """Where several were chosen, one whose time has not ended."""
    return ConcernContact.objects.filter(ended_on__isnull=True).order_by("-id").first()


def reader(cast: Cast, name: str = "Rhoda Penhale") -> Actor:
    return organisations.actor_for(cast.users[name], cast.org.pk)


def raised(
    cast: Cast, contact: ConcernContact | None = None, who: str = "public", **values: Any
) -> tuple[InvolvementConcern, str]:
    contact = contact or in_force() or chosen(cast)
    given = {"words": WORDS, "show": "page", "by": cast.actor(who), **values}
    concern, code = concerns.raise_involvement_concern(contact=contact, **given)
    return concern, code or ""


def seen_by(actor: Actor) -> list[InvolvementConcern]:
    try:
        return list(queries.concerns_for(actor, TODAY(0)))
    except NotYours:
        return []


def holder(concern: InvolvementConcern) -> Actor:
    return queries.holder_of(concern)


def answered(cast: Cast, **values: Any) -> tuple[InvolvementConcern, str]:
    concern, code = raised(cast, **values)
    concerns.answer_concern(
        concern=concern,
        kind="right",
        words="It was so: the slides had gone.",
        different="From May nothing goes to the board before the group has met.",
        by=reader(cast),
    )
    concern.refresh_from_db()
    return concern, code


def told(cast: Cast) -> tuple[InvolvementConcern, str]:
    concern, code = answered(cast)
    concern_telling.write_summary(concern=concern, words="They asked after it was decided.", by=holder(concern))
    concern_telling.publish_summary(concern=concern, by=holder(concern))
    return concern, code
