"""Whose totals may be written down: of enough people that nobody can be worked out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import InstrumentTotal

SAME_ROUND = timedelta(days=92)  # within these, the same instrument may have asked the same people


def can_write_totals(actor: Actor, unit_id: int | None = None) -> bool:
    return actor.is_member and actor.can(P.KEEP_DECISIONS, unit_id)


def check_can_write_totals(actor: Actor, unit_id: int) -> None:
    if not can_write_totals(actor, unit_id):
        raise Refused(_("Only those who work for this part of the organisation can do that. Ask one of them."))


def check_total(name: str, edition: str, scale: str, taken_on: date, today: date) -> None:
    if not name.strip():
        raise Refused(_("Write the name of the instrument."), field="name")
    if not edition.strip():
        raise Refused(
            _("Write which version of it was used. Totals of different versions are not the same."), "edition"
        )
    if not scale.strip():
        raise Refused(_("Write from where to where it goes, and which end is good."), field="scale")
    if taken_on > today:
        raise Refused(_("Write a day that has been."), field="taken_on")


def check_enough(n: int, least: int) -> None:
    if n < least:
        told = _(
            "A total of fewer than %(least)d people can show what one of them said, so it is not kept here. Talk with "
            "them instead, or ask more of them."
        )
        raise Refused(told % {"least": least}, field="n")


def check_nobody_between(n: int, others: Iterable[InstrumentTotal], least: int) -> None:
    """Two totals of nearly the same people tell what the few said who are in one of them alone."""
    for other in others:
        if abs(other.n - n) < least:
            told = _(
                "There is a total of the same instrument from %(n)d people near that day. From both together one "
                "could work out what few people said. If that one is wrong, take it back first."
            )
            raise Refused(told % {"n": other.n}, field="n")


def check_can_take_back_total(actor: Actor, total: InstrumentTotal, why: str) -> None:
    if total.organisation_id != actor.organisation_id:
        raise Refused(_("Only those who work for this part of the organisation can do that. Ask one of them."))
    check_can_write_totals(actor, total.unit_id)
    if total.wrong_on is not None:
        raise Refused(_("It is taken back already."))
    if not why.strip():
        raise Refused(_("Write what was wrong with it. Somebody may have read it."), field="why")
