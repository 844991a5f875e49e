"""Finding the rows that the words speak of: the cast, and what each step of the guided path shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model

from alongside.accounts.models import User
from alongside.core.errors import NotYours
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting, Opportunity
from alongside.organisation.models import Organisation
from alongside.voice.models import Contribution

from .path import STEPS, Step
from .seeding.chance import follow_code
from .words import STORIES
from .words.shapes import Cast, Story

SHOWN = {  # what a step shows: the model, the field by which the words name it, the words
    "decision": (Decision, "title", "decisions"),
    "opportunity": (Opportunity, "title", "opportunities"),
    "session": (Meeting, "title", "meetings"),
    "contribution": (Contribution, "words", "contributions"),
}


@dataclass(frozen=True)
class Member:
    """One of the cast, as somebody to become."""

    key: str
    code: str
    name: str
    called: str
    what: str  # their job, or nothing for somebody on the register
    introduction: str
    organisation: str
    slug: str


def everybody() -> list[Member]:
    """The cast, organisation by organisation; empty where the demonstration is not loaded.

    Whoever was forgotten by a visitor is not in it any more.
    """
    loaded = dict(Organisation.objects.filter(slug__in=SLUGS).values_list("slug", "name"))
    if len(loaded) < len(SLUGS):
        return []
    emails = {_email(story, one): (story, one) for story in STORIES for one in story.cast}
    users = {user.email: user for user in User.objects.filter(email__in=emails, is_active=True)}
    return [_member(story, one, users[email]) for email, (story, one) in emails.items() if email in users]


def _email(story: Story, one: Cast) -> str:
    emails = {each.key: each.email for each in story.contributors} | {each.key: each.email for each in story.staff}
    return emails[one.person]


def _member(story: Story, one: Cast, user: User) -> Member:
    staff = next((each for each in story.staff if each.key == one.person), None)
    person = next((each for each in story.contributors if each.key == one.person), None)
    name = staff.name if staff else person.name if person else ""
    return Member(
        key=one.person,
        code=user.code,
        name=name,
        called=person.called if person else name.split()[0],
        what=staff.job if staff else "",
        introduction=one.introduction,
        organisation=story.organisation.name,
        slug=story.organisation.slug,
    )


def user_of(code: str) -> User:
    """Only of the cast: nobody else can be become."""
    if code not in {member.code for member in everybody()}:
        raise NotYours
    return User.objects.get(code=code)


def address_of(number: int) -> str:
    """Where a step of the guided path leads."""
    step = next((step for place, step in enumerate(STEPS, 1) if place == number), None)
    if step is None:
        raise NotYours
    return step.address.format(slug=SLUGS[0], code=_code(step) if step.shows else "")


def _code(step: Step) -> str:
    model, field, words = SHOWN[step.shows]
    said = next(one for one in getattr(STORIES[0], words) if one.key == step.key)
    rows: type[Model] = model
    found = rows._default_manager.filter(organisation__slug=SLUGS[0], **{field: getattr(said, field)})
    code: str | None = found.values_list("code", flat=True).first()
    if code is None:
        raise NotYours
    return code


def code_to_follow() -> str:
    """With which anybody can follow what somebody without an account said, as that somebody would."""
    said = next(one for one in STORIES[0].contributions if one.key == TO_FOLLOW)
    return follow_code(SLUGS[0], said.key)


SLUGS = [story.organisation.slug for story in STORIES]
TO_FOLLOW = "v-talk-nineteen"
