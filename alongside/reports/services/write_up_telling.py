"""One side says that a write-up may be shown: the other hears of it, or it would wait for ever."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.involvement.queries import presence
from alongside.post import services as post

from ..models import Side, WriteUp


def tell_other_side(write_up: WriteUp, side: Side | None, today: date) -> int:
    """Once a day at most, however often it is taken back and said again."""
    told = 0
    staff = side == Side.STAFF
    for other in _those_who_took_part(write_up) if staff else _those_who_run_it(write_up):
        message = post.queue(
            "write_up_ready",
            organisation=write_up.organisation_id,
            subject=_("Is this written up as you want it?"),
            body=_("The other side says that it may be shown. Look at it. Say so too, or write what is missing."),
            link=f"/{write_up.organisation.slug}/write-ups/{write_up.opportunity.code}/",
            key=f"write-up ready {write_up.code} {side} {other} {today}",
            to_person=other if staff else None,
            to_user=None if staff else other,
        )
        told += message is not None
    return told


def _those_who_took_part(write_up: WriteUp) -> list[int]:
    """Everybody who took part, and whoever wrote something."""
    wrote = write_up.texts.filter(person__isnull=False).values_list("person", flat=True)
    came = presence.who_took_part(write_up.opportunity).values_list("pk", flat=True)
    return sorted({person for person in (*wrote, *came) if person})


def _those_who_run_it(write_up: WriteUp) -> list[int]:
    """Whose decision it is, and whoever wrote for the organisation."""
    wrote = write_up.texts.filter(user__isnull=False).values_list("user", flat=True)
    owner = write_up.opportunity.decision.owner_id
    return sorted({user for user in (*wrote, owner) if user})
