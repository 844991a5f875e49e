"""What somebody without an account is asked before their words are shown, and what they are told when they are."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

READ_BACK = gettext_lazy("They heard all of it read back, and it is what they want to say")
ANYBODY = gettext_lazy("They want anybody to read it, on the internet too")
THE_BOARD = gettext_lazy("They want the board to read it, and after that everybody who works here or takes part")
BACK = gettext_lazy("They know that they can have it changed or taken back at any time, and need not say why")


def asked(readers: object) -> str:
    """The questions as they were read out, to be kept with the answer."""
    return "\n".join(f"{each}." for each in (READ_BACK, readers, BACK))


def told() -> str:
    """For the one whose words they are: so that nobody writes for them without their knowing it."""
    return _(
        "We wrote it down as you told it to %(name)s. If it is not what you said, tell us. You can have it changed or"
        " taken back at any time, and you need not say why."
    )


def gone() -> str:
    return _("Your words are gone, for everybody. If you did not want that, tell us.")
