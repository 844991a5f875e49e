"""What is kept of people and runs out: said once a week to those who keep the register. Nothing goes by itself."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.post import services as post

from .reminders import week_of


def remind_of_what_runs_out(organisation: Organisation, today: date) -> int:
    """How many permissions end, how many needs are to be gone through, and who left long ago and is still named."""
    found = people.running_out(organisation.pk, today)
    lines = [
        told % {"n": number}
        for told, number in (
            (
                ngettext(
                    "%(n)d permission ends soon or has ended: ask again.",
                    "%(n)d permissions end soon or have ended: ask again.",
                    found.consents,
                ),
                found.consents,
            ),
            (
                ngettext(
                    "What %(n)d person needs is to be gone through with them.",
                    "What people need is to be gone through with them: %(n)d needs.",
                    found.reviews,
                ),
                found.reviews,
            ),
            (
                ngettext(
                    "%(n)d person left more than a year ago, and is still named on the register.",
                    "%(n)d people left more than a year ago, and are still named on the register.",
                    found.left,
                ),
                found.left,
            ),
        )
        if number
    ]
    if not lines:
        return 0
    users = organisations.users_with(organisation.pk, "coordinator")
    return sum(_remind(organisation, lines, user.pk, today) for user in users)


def _remind(organisation: Organisation, lines: list[str], user: int, today: date) -> int:
    made = post.queue(
        "runs_out",
        organisation=organisation.pk,
        to_user=user,
        subject=_("What is kept of people, and runs out"),
        body="\n".join([*lines, "", _("The register says who. Nothing is removed by itself.")]),
        link=f"/{organisation.slug}/people/",
        key=f"runs_out:{user}:{week_of(today)}",
    )
    return int(made is not None)
