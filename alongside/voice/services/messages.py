"""Who is written to, and what it says. What somebody said is never repeated in a message."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.post import services as post

from .. import queries
from ..models import Answer, Change, Contribution
from . import answer_words


def key_of_answer(answer: Answer) -> str:
    return f"answer:{answer.code}"


def key_of_change(change: Change, contribution: Contribution) -> str:
    return f"change:{change.code}:{contribution.code}"


def to_owner(contribution: Contribution, kind: str, text: Any, or_to: int | None = None) -> None:
    """To the one member of staff who was named for it and may still answer it. What nobody has stands on the desk.

    `or_to`: who has to do with it where nobody was named, if they may answer it.
    """
    holders = queries.debts.Holders(contribution.organisation_id)
    to = contribution.owner_id if holders.named(contribution) else or_to
    if contribution.restricted or not holders.may_answer(to, contribution):
        return
    post.queue(
        kind,
        organisation=contribution.organisation_id,
        to_user=to,
        subject=_("%(organisation)s: something for you to answer") % {"organisation": contribution.organisation.name},
        body=_("%(text)s It is owed an answer by %(day)s.") % {"text": text, "day": long_day(contribution.answer_by)},
        link=f"/{contribution.organisation.slug}/voices/{contribution.code}/",
        key=_key_of_owner(contribution, contribution.version),
    )


def to_owner_back(contribution: Contribution) -> None:
    """It was with the safeguarding lead, which is nobody's business: it reads as any other message does."""
    if contribution.is_owed:
        to_owner(contribution, "contribution_received", _("Something that was said waits for you."))


def _key_of_owner(contribution: Contribution, version: int) -> str:
    return f"owner:{contribution.code}:{version}"


def keys_about(contribution: Contribution) -> list[str]:
    """Everything that may wait in the outbox about it."""
    return [
        *(_key_of_owner(contribution, version) for version in range(1, contribution.version + 1)),
        *(key_of_answer(answer) for answer in contribution.answers.all()),
        *(key_of_change(source.change, contribution) for source in contribution.changes.select_related("change")),
        *queries.keys_about_showing(contribution),
    ]


def to_safeguarding(organisation: Organisation, key: str = "") -> int:
    """Without a word of what was said or who said it. Where there is no lead, administrators are told to name one."""
    slug, facts = organisation.slug, {"organisation": organisation.name}
    users, link = queries.safeguarding_leads(organisation.pk), f"/{slug}/safeguarding/"
    subject, body = _("%(organisation)s: something needs you"), _("Something needs you: look at the queue.")
    if not users:
        users, link = list(organisations.users_with(organisation.pk, "administrator")), f"/{slug}/settings/roles/"
        subject = _("%(organisation)s: name a safeguarding lead")
        body = _("Nobody here is the safeguarding lead, and one is needed. Give somebody this role today.")
    made = [
        post.queue(
            queries.SAFEGUARDING_MESSAGE,
            organisation=organisation.pk,
            to_user=user.pk,
            subject=subject % facts,
            body=body,
            link=link,
            key=f"{key}:{user.pk}" if key else None,
        )
        for user in users
    ]
    return sum(message is not None for message in made)


def remind_safeguarding(organisation: Organisation, today: date) -> int:
    return to_safeguarding(organisation, key=f"safeguarding:{today}")


def reachable(contribution: Contribution) -> bool:
    """A pause ends, and an address that stopped is mended: what was kept back is sent then. Without an address or a
    yes, somebody has to find a way."""
    if contribution.person_id is None:
        return False
    contact = people.may_contact(contribution.person_id)
    return contact.possible or contact.reason in ("paused", "stopped")


def to_author_about_answer(contribution: Contribution, answer: Answer) -> bool:
    """Put the answer into the outbox; False when we may not write to them."""
    if not reachable(contribution):
        return False
    post.queue(
        "answer_told",
        organisation=contribution.organisation_id,
        to_person=contribution.person_id,
        subject=answer_words.subject_of(contribution, answer),
        body=answer_words.body_of(contribution, answer),
        link=f"/me/said/{contribution.code}/",
        key=key_of_answer(answer),
    )
    return True


def to_author_about_change(contribution: Contribution, change: Change) -> bool:
    """Ask whether it is so; False when we may not write to them."""
    if not reachable(contribution):
        return False
    facts = {"organisation": contribution.organisation.name, "what": change.what, "day": long_day(contribution.said_on)}
    post.queue(
        "change_to_confirm",
        organisation=contribution.organisation_id,
        to_person=contribution.person_id,
        subject=_("%(organisation)s says that something is different now. Is it?") % facts,
        body=_(
            "You told us something on %(day)s. We say that this is different now because of it:\n\n%(what)s\n\n"
            "You know best. Tell us whether it is so."
        )
        % facts,
        link=f"/me/said/{contribution.code}/",
        key=key_of_change(change, contribution),
    )
    return True
