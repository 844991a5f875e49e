"""What the points of an entry are called, and what is asked of each side on the way."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import Says, Side, When

# As they stand on a page, in the order in which they stand there.
POINTS: dict[str, Any] = {
    "bump": _("A bump"),
    "undo": _("Not again"),
    "moved": _("What power moved"),
    "tried": _("What was tried"),
    "surprised": _("A surprise"),
}
# As they are asked.
ASKED: dict[str, tuple[Any, Any]] = {
    "bump": (_("A bump: what went wrong, or got stuck?"), _("Bumps help the next people most.")),
    "undo": (_("What would you undo, or not do again?"), ""),
    "moved": (
        _("What power moved?"),
        _("Who decides something now that they did not decide before? Or who lost a say?"),
    ),
    "tried": (_("What did you try?"), ""),
    "surprised": (_("What surprised you?"), ""),
}
PROMPTS: dict[tuple[str, str], Any] = {
    (Side.PEOPLE, When.START): _("You have just begun with this. What do you hope for? What worries you?"),
    (Side.PEOPLE, When.MIDDLE): _("You are in the middle of this. Does it go as you were told? What got stuck?"),
    (Side.PEOPLE, When.END): _("This is decided now. What would you tell the next people who do this?"),
    (Side.STAFF, When.START): _("This has just begun. What do you want to do in another way than last time?"),
    (Side.STAFF, When.MIDDLE): _("You are in the middle of this. What power has moved so far, and what got stuck?"),
    (Side.STAFF, When.END): _("This is decided now. What would you undo? What should the next team know?"),
}
SIDES: dict[str, Any] = {Side.PEOPLE: _("Takes part"), Side.STAFF: _("Works here")}
SAY: dict[str, tuple[Any, Any]] = {  # the page of each word about an aim: its title, what is asked
    Says.REACHED: (_("Say that it is reached"), _("What is different now?")),
    Says.NOT_YET: (_("Say that it is not reached yet"), _("What is missing?")),
    Says.STUCK: (_("Say that it is stuck"), _("On what is it stuck?")),
    Says.STOPPED: (_("Stop it"), _("Why do we stop?")),
    Says.AGAIN: (_("Take it up again"), _("What is different, so that it can go on?")),
    Says.SLIPPED: (_("Say that it slipped back"), _("What slipped back?")),
}
TONES = {"open": "open", "said": "waiting", "stuck": "late", "reached": "done", "stopped": "refused"}
