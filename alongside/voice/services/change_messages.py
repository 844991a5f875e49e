"""What is written to people after a change was announced: did it hold, it opened again, it was corrected, and what
their words shaped. What somebody said is never repeated in a message.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.post import services as post

from ..models import Change, CheckDay, Contribution, Correction, Shaped, Sighting
from ..models.contributions import WITHDRAWN
from . import messages


def keys_to_author(contribution: Contribution) -> list[str]:
    """Everything of this kind that may wait in the outbox for its author."""
    changes = list(contribution.changes.values_list("change", flat=True))
    days = CheckDay.objects.filter(change__in=changes).values_list("code", flat=True)
    found = Sighting.objects.filter(check_day__change__in=changes).values_list("code", flat=True)
    corrected = Correction.objects.filter(change__in=changes).values_list("code", flat=True)
    reopened = contribution.reopenings.values_list("code", flat=True)
    shaped = contribution.shaped.values_list("code", flat=True)
    return [
        *(
            f"{kind}:{code}:{contribution.code}"
            for kind, codes in (("check", days), ("found", found))
            for code in codes
        ),
        *(f"corrected:{code}:{contribution.code}" for code in corrected),
        *(f"reopened:{code}" for code in reopened),
        *(f"shaped:{code}" for code in shaped),
    ]


def nothing_to_ask(contribution: Contribution, change: Change) -> None:
    """They have had their say: what waits in the outbox would ask them once more."""
    post.drop_keys(contribution.organisation_id, [messages.key_of_change(change, contribution)])


def to_author_about_reopening(contribution: Contribution, change: Change) -> None:
    newest = contribution.reopenings.order_by("-id").first()
    _to_author(
        contribution,
        "change_reopened",
        subject=_("%(organisation)s: what we did for you did not hold"),
        body=_(
            "You told us something on %(said)s. Because of it we said that this is different:\n\n%(what)s\n\n"
            "Somebody looked, and it did not hold. So we owe you an answer again."
        ),
        key=f"reopened:{newest.code if newest else change.code}",
        facts={"what": change.what},
    )


def to_owner_about_reopening(contribution: Contribution) -> None:
    text = _("A change did not hold, or the one who asked for it says that it is not so.")
    messages.to_owner(contribution, "change_reopened", text)


def to_authors_about_check_day(day: CheckDay) -> None:
    for contribution in _authors(day.change):
        _to_author(
            contribution,
            "change_check",
            subject=_("%(organisation)s asks: is it still so?"),
            body=_(
                "You told us something on %(said)s. Because of it we said that this is different:\n\n%(what)s\n\n"
                "Is it still so? You know best. You can tell us on your page, or on the phone."
            ),
            key=f"check:{day.code}:{contribution.code}",
            facts={"what": day.change.what},
        )


def to_authors_about_check(change: Change, found: Sighting) -> None:
    for contribution in _authors(change):
        _to_author(
            contribution,
            "change_checked",
            subject=_("%(organisation)s looked whether it held"),
            body=_(
                "You told us something on %(said)s. Because of it we said that this is different:\n\n%(what)s\n\n"
                "We have looked again: it is still so. This is what we saw:\n\n%(seen)s\n\n%(role)s\n\n"
                "Do you see something else? Tell us, and it stands beside it."
            ),
            key=f"found:{found.code}:{contribution.code}",
            facts={"what": change.what, "seen": found.words, "role": found.role},
        )


def to_authors_about_correction(change: Change, made: Correction) -> None:
    for contribution in _authors(change):
        nothing_to_ask(contribution, change)
        _to_author(
            contribution,
            "change_corrected",
            subject=_("%(organisation)s has corrected what it said is different. Is it so?"),
            body=_(
                "You told us something on %(said)s. We said that this is different now because of it:\n\n%(what)s\n\n"
                "That was not right. This is what we say now:\n\n%(now)s\n\nWhy: %(why)s\n\n"
                "You know best. Tell us whether it is so."
            ),
            key=f"corrected:{made.code}:{contribution.code}",
            facts={"what": change.what, "now": made.what or made.evidence, "why": made.why},
        )


def to_author_about_shaped(shaped: Shaped) -> None:
    _to_author(
        shaped.contribution,
        "words_shaped",
        subject=_("%(organisation)s: your words were used"),
        body=_(
            "You told us something on %(said)s. %(role)s says that it shaped this:\n\n%(what)s\n\n"
            "How you can see it: %(how)s\n\nIs that not so? You can say that on your page, and it stands beside it."
        ),
        key=f"shaped:{shaped.code}",
        facts={"what": _title(shaped), "how": shaped.how, "role": shaped.role},
    )


def _title(shaped: Shaped) -> str:
    if shaped.paper:
        return shaped.paper.title
    return shaped.agenda_item.title if shaped.agenda_item else shaped.decision.title


def _authors(change: Change) -> list[Contribution]:
    """What is before the safeguarding lead is written about by nobody else."""
    rows = Contribution.objects.filter(changes__change=change).exclude(state=WITHDRAWN)
    return list(rows.select_related("organisation", "person").order_by("pk"))


def _to_author(
    contribution: Contribution, kind: str, *, subject: str, body: str, key: str, facts: dict[str, Any]
) -> None:
    if contribution.restricted or not messages.reachable(contribution):
        return
    said = {"organisation": contribution.organisation.name, "said": long_day(contribution.said_on)}
    post.queue(
        kind,
        organisation=contribution.organisation_id,
        to_person=contribution.person_id,
        subject=subject % said,
        body=body % {**said, **facts},
        link=f"/me/said/{contribution.code}/",
        key=key,
    )
