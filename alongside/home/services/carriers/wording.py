"""What stands in an e-mail, a letter and a text message. Plain words; an organisation's name first, nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .base import Parcel, Piece

RULE = "\n\n" + "-" * 20 + "\n\n"


def subject_of(parcel: Parcel) -> str:
    if len(parcel.pieces) == 1:
        return " ".join(parcel.pieces[0].subject.split())
    number = len(parcel.pieces)
    words = ngettext("%(organisation)s: %(n)d thing for you", "%(organisation)s: %(n)d things for you", number)
    return words % {"organisation": " ".join(parcel.organisation.split()), "n": number}


def plain_text(parcel: Parcel) -> str:
    """The whole of an e-mail."""
    hello = _("Hello %(name)s,") % {"name": parcel.name} if parcel.name else _("Hello,")
    ending = [parcel.organisation]
    if parcel.choose_link:
        ending.append(_("How often we write, and when, is yours to choose: %(link)s") % {"link": parcel.choose_link})
    return "\n\n".join([hello, text_of(parcel), *ending])


def text_of(parcel: Parcel) -> str:
    """Everything between the greeting and the name of the organisation."""
    if len(parcel.pieces) == 1:
        return "\n\n".join(_lines(parcel.pieces[0]))
    number = len(parcel.pieces)
    first = ngettext("There is %(n)d thing for you.", "There are %(n)d things for you.", number) % {"n": number}
    several = ["\n\n".join([f"{n}. {piece.subject}", *_lines(piece)]) for n, piece in enumerate(parcel.pieces, start=1)]
    return first + "\n\n" + RULE.join(several)


def _lines(piece: Piece) -> Iterator[str]:
    if piece.quote:
        yield _("You said: “%(words)s”") % {"words": piece.quote}
    yield piece.body
    if piece.link:
        yield piece.link


def short_text(parcel: Parcel) -> str:
    """A text message stands on a locked screen for anybody to read: who writes, and where to look. Nothing else."""
    facts = {"organisation": parcel.organisation, "link": next((p.link for p in parcel.pieces if p.link), "")}
    if len(parcel.pieces) == 1:
        return _("%(organisation)s: there is something new for you. Read it here: %(link)s") % facts
    return _("%(organisation)s: there are some new things for you. Read them here: %(link)s") % facts
