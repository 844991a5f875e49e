"""A close in words: who stands behind it, what comes next, what was late."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.periods import MONTH, QUARTER, YEAR

from .models import CLOSE_STATES, CloseSignature, PeriodClose, PeriodReopening, Says, SignSide
from .models.closes import CHECKED, DECLINED, DRAFT, SIGNED

TONES = {DRAFT: "waiting", CHECKED: "waiting", SIGNED: "open", DECLINED: "late", "frozen": "done"}
NEXT: dict[str, Any] = {
    DRAFT: gettext_lazy("The coordinator looks through the figures and says that they are checked."),
    CHECKED: gettext_lazy("The coordinator signs, and so does the one whom contributors chose. Either can be first."),
    SIGNED: gettext_lazy("The other side signs, and with that it is closed; or says what is not right."),
    DECLINED: gettext_lazy("It stays open. The coordinator puts right what can be put right, and counts it again."),
}
STATES = CLOSE_STATES
NOTHING_BEFORE: dict[str, Any] = {
    MONTH: gettext_lazy(
        "No month before this one was closed when this was counted, so nothing could come late for one."
    ),
    QUARTER: gettext_lazy(
        "No quarter before this one was closed when this was counted, so nothing could come late for one."
    ),
    YEAR: gettext_lazy("No year before this one was closed when this was counted, so nothing could come late for one."),
}


def signed_by(signature: CloseSignature) -> str:
    """“Alma Reyes, Co-production coordinator”; “Neil”; “a contributor whom contributors chose”; “a contributor”."""
    if signature.side == SignSide.COORDINATOR:
        return ", ".join(part for part in (_staff(signature), signature.role) if part) or _("The coordinator")
    if signature.name:
        return _("%(name)s, whom contributors chose") % {"name": signature.name}
    if signature.person_id is None:
        return _("a contributor")  # they have left since
    return _("a contributor whom contributors chose")


def _staff(signature: CloseSignature | PeriodReopening) -> str:
    return signature.recorded_by.get_full_name() if signature.recorded_by else ""


def said(signature: CloseSignature) -> str:
    if signature.says == Says.DECLINED:
        return _("Not signed by %(who)s") % {"who": signed_by(signature)}
    return _("Signed by %(who)s") % {"who": signed_by(signature)}


def asked_by(asked: PeriodReopening) -> str:
    if asked.side == SignSide.CONTRIBUTORS:
        return _("the one whom contributors chose") if asked.person_id else _("a contributor")
    return _staff(asked) or _("the coordinator")


def version_of(close: PeriodClose) -> str:
    return _("Version %(n)s") % {"n": close.version}
