"""What stands on the form, on a screen and on paper. It is read in two minutes by somebody who reads slowly:
`python -m bench pulse` counts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

STATEMENTS: dict[str, Any] = {
    "heard": _("I was heard"),
    "disagree": _("I could disagree"),
    "shaped": _("I shaped what we talked about"),
    "know": _("I know what happened"),
    "again": _("I would do it again"),
}
SCALE: list[tuple[str, Any]] = [("4", _("Yes")), ("3", _("Mostly")), ("2", _("Not really")), ("1", _("No"))]
LIVED: list[tuple[str, Any]] = [
    ("0", _("I was there. That was all.")),
    ("1", _("I was told things.")),
    ("2", _("I was asked.")),
    ("3", _("I did some of the work.")),
    ("4", _("I gave advice and got an answer.")),
    ("5", _("We decided together.")),
    ("6", _("I decided.")),
]
PART: dict[str, Any] = {
    "commission": _("Your part when we chose what to do"),
    "design": _("Your part when we made the plan"),
    "deliver": _("Your part when we did it"),
    "assess": _("Your part when we looked back"),
}
WORDS = _("Anything else?")
WORDS_HINT = _("Do not write names. Nobody sends an answer to this.")
OPENLY = _("Say it with my name")
OPENLY_HINT = _("Then it is not with the others. All who see this work can read it. You can take it back.")
SAFE = _("Leave out what you like. Nobody can see who said what. We do not keep who you are, or when you wrote.")
MANY = _("We show it only if %(least)s or more answer.")
FEW = _("You were few. So we put what you say with other small groups. We show it only if %(least)s or more answer.")
ALONE = _("You were the only one. It may be better to talk. Ask for somebody from outside the team.")
STAFF = _("You answer with your name. It stands beside what those who took part say.")
LAST = _("You cannot change it later.")
