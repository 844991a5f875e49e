"""How a claim stands, in words: for pages, for lists and for the machine-readable form alike."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .ladders import LADDERS, OURS
from .models.claims import ASKED, DECLINED, DISPUTED, ENDED, SIGNED, TAKEN_BACK
from .queries import Version
from .standing import Lapse, Stands

LEVELS: dict[int, Any] = {
    1: gettext_lazy("They were told about it"),
    2: gettext_lazy("They were asked"),
    3: gettext_lazy("They were involved"),
    4: gettext_lazy("They advised, and were owed an answer"),
    5: gettext_lazy("They shared the decision"),
    6: gettext_lazy("They decided, or led it"),
}
LAPSES: dict[Lapse, Any] = {
    Lapse.DATE: gettext_lazy("The day until which it could be said has passed."),
    Lapse.DECISION: gettext_lazy("A decision that it rests on is open again, was taken anew, or is not going ahead."),
    Lapse.CHANGE: gettext_lazy("A change that it rests on did not hold, or is disputed by somebody who asked for it."),
    Lapse.CANCELLED: gettext_lazy("An opportunity or a session that it rests on was cancelled."),
}
MINE: dict[str, tuple[Any, str]] = {
    ASKED: (gettext_lazy("You have not said anything. That is not a yes."), "waiting"),
    SIGNED: (gettext_lazy("You signed it"), "done"),
    DECLINED: (gettext_lazy("You do not sign it"), "quiet"),
    DISPUTED: (gettext_lazy("You say that it is not true"), "late"),
    TAKEN_BACK: (gettext_lazy("You took back what you said"), "quiet"),
}


def on_ladder(level: int, ladder: str) -> str:
    """What the organisation called it then, on its own ladder. Nothing where our words are its own."""
    if ladder == OURS:
        return ""
    return f"{LADDERS[ladder].title}: {LADDERS[ladder].words[level]}"


def short_standing(version: Version) -> str:
    """On a list, in few words."""
    found = version.standing
    if found.stands == Stands.DISPUTED:
        return _("Disputed")
    if found.stands == Stands.OWN:
        return _("The organisation’s claim")
    if found.too_few:
        return _("Signed by at least %(n)d of %(all)d") % {"n": found.least_signed, "all": found.asked}
    return _("Signed by %(n)d of %(all)d") % {"n": found.signed, "all": found.asked}


def tag_of(version: Version) -> tuple[str, str]:
    """Its words and its tone: what may not be said any more comes before who signed it."""
    if version.claim.state == ENDED:
        return _("No longer said"), "quiet"
    if version.lapses:
        return _("Lapsed"), "late"
    tones = {Stands.DISPUTED: "late", Stands.OWN: "waiting", Stands.SIGNED: "done"}
    return short_standing(version), tones[version.standing.stands]


def standing_sentences(version: Version) -> list[str]:
    """Who stands behind it, whole sentences, and nothing from which an unnamed one could be worked out."""
    found, names = version.standing, list(version.signers)
    sentences = {Stands.DISPUTED: _disputed, Stands.OWN: _own, Stands.SIGNED: _signed}[found.stands](version)
    hidden = [_too_few()] if found.too_few else []
    return [*sentences, *_named(names), *hidden, *_written(version)]


def _own(version: Version) -> list[str]:
    claim = _("This is the organisation’s claim.")
    asked = version.standing.asked
    if not asked:
        return [claim, _("Nobody who was there could be asked.")]
    nobody = ngettext(
        "Nobody has signed it: %(n)d person was there.", "Nobody has signed it: %(n)d people were there.", asked
    )
    return [claim, nobody % {"n": asked}]


def _signed(version: Version) -> list[str]:
    found = version.standing
    words = ngettext(
        "Signed by %(n)s of the %(all)d person who was there.",
        "Signed by %(n)s of the %(all)d people who were there.",
        found.asked,
    )
    return [words % {"n": _at_least(found.signed, found.least_signed), "all": found.asked}]


def _disputed(version: Version) -> list[str]:
    found = version.standing
    words = ngettext(
        "Disputed: of the %(all)d person who was there, %(said)s",
        "Disputed: of the %(all)d people who were there, %(said)s",
        found.asked,
    )
    told = ngettext("%(n)s says that it is not true.", "%(n)s say that it is not true.", found.least_disputed)
    told %= {"n": _at_least(found.disputed, found.least_disputed)}
    sentences = [words % {"all": found.asked, "said": told}]
    if found.too_few and not found.least_signed:
        return sentences
    signed = ngettext("%(n)s has signed it.", "%(n)s have signed it.", found.least_signed)
    number = _at_least(found.signed, found.least_signed)
    line = signed % {"n": number}
    return [*sentences, line[:1].upper() + line[1:]]


def _at_least(number: int | None, least: int) -> str:
    return str(number) if number is not None else _("at least %(n)d") % {"n": least}


def _too_few() -> str:
    return _("If more have signed it or not is not shown: so few were there that it would show who.")


def _named(names: Any) -> list[str]:
    return [_("Signed with their name: %(names)s.") % {"names": ", ".join(names)}] if names else []


def _written(version: Version) -> list[str]:
    """What staff wrote down for somebody is as good as their own hand, and is not passed off as that. Beside names it
    is said of those alone where it would tell that others said something, too.
    """
    answers = version.answers
    beside_names = version.standing.too_few and answers.named
    if not (answers.named_written if beside_names else answers.written):
        return []
    return [_("Some of it was written down for them by somebody who works here. They were told, and can put it right.")]


def somebody() -> str:
    return _("Somebody who was there")


def account_by(account: Any) -> str:
    """Who says it: the organisation, a name as they wrote it, or somebody."""
    if account.signature is None:
        return _("%(role)s, for the organisation") % {"role": account.role}
    return account.signature.name or somebody()


def written_for(account: Any) -> str:
    """For everybody: that it was written down for somebody, without the name of who did."""
    return _("Written down for them by somebody who works here") if account.medium else ""


def short(words: str, most: int = 110) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
