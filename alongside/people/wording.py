"""What somebody reads when they allow something. These words are kept with the permission."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import ChannelKind, Purpose

WORDING: dict[str, Any] = {
    Purpose.CONTACT_EMAIL: _(
        "%(organisation)s may write to me by e-mail about taking part: what is open, what is arranged for me, "
        "and what came of what I said."
    ),
    Purpose.CONTACT_PHONE: _(
        "%(organisation)s may ring me about taking part: what is open, what is arranged for me, and what came of "
        "what I said."
    ),
    Purpose.CONTACT_TEXT: _(
        "%(organisation)s may send me text messages about taking part: what is open, what is arranged for me, and "
        "what came of what I said."
    ),
    Purpose.CONTACT_POST: _(
        "%(organisation)s may write to me by post about taking part: what is open, what is arranged for me, and "
        "what came of what I said."
    ),
    Purpose.WORDS_INSIDE: _(
        "People who work at %(organisation)s may read what I say and use it to make things better. My name is not "
        "shown with it unless I allow that too."
    ),
    Purpose.WORDS_COMMISSIONERS: _(
        "%(organisation)s may show what I say to those who pay for its services. My name is not shown with it "
        "unless I allow that too."
    ),
    Purpose.WORDS_PUBLIC: _(
        "%(organisation)s may show what I say in public, for example on its website. Anyone can read it then. My "
        "name is not shown with it unless I allow that too."
    ),
    Purpose.CREDIT: _(
        "%(organisation)s may put my name beside what I say and what I helped to make. People will know then that "
        "I take part."
    ),
}
PURPOSE_OF_CHANNEL = {
    ChannelKind.EMAIL: Purpose.CONTACT_EMAIL,
    ChannelKind.PHONE: Purpose.CONTACT_PHONE,
    ChannelKind.TEXT: Purpose.CONTACT_TEXT,
    ChannelKind.POST: Purpose.CONTACT_POST,
}


def wording_of(purpose: str, organisation: str) -> str:
    return str(WORDING[Purpose(purpose)]) % {"organisation": organisation}
