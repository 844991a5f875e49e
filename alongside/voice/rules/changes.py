"""Who may say what is different, and who says whether it is so."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import phrases
from ..models import Change, ChangeKind, Contribution
from ..shapes import Wherein
from .common import can, check_author, check_not_taken_back, check_words


def check_record_change(by: Actor, unit_id: int) -> None:
    if not by.can(P.ANSWER, unit_id):
        raise Refused(_("Only those who answer for this part of the organisation can say what changed there."))


def check_change_words(what: str, evidence: str) -> None:
    for name, text in (("what", what), ("evidence", evidence)):
        check_words(text, name)
    if phrases.is_empty(evidence):
        raise Refused(
            _("Say in a few more words where somebody can see it: a page, a room, a paper and its date."),
            field="evidence",
        )


def check_wherein(wherein: Wherein) -> None:
    """A policy without a version is one that nobody can look up afterwards."""
    if wherein.before:
        check_words(wherein.before, "before")
    if wherein.kind == ChangeKind.POLICY and not (wherein.thing and wherein.thing_version):
        raise Refused(_("Say which policy, and which version of it: then anybody can look."), field="thing")
    if wherein.link and not wherein.link.lower().startswith(("https://", "http://")):
        raise Refused(_("Write the whole address, beginning with https://."), field="link")


def check_source(by: Actor, contribution: Contribution) -> None:
    check_not_taken_back(contribution)
    if by.organisation_id != contribution.organisation_id:
        raise Refused(_("That was not said to this organisation."))


def check_verdict(by: Actor, contribution: Contribution, change: Change) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)
    if change.organisation_id != contribution.organisation_id:
        raise Refused(_("That change did not come of what you said."))


def can_record_change(by: Actor, unit_id: int) -> bool:
    return can(check_record_change, by, unit_id)


def can_give_verdict(by: Actor, contribution: Contribution, change: Change) -> bool:
    return can(check_verdict, by, contribution, change)
