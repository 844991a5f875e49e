"""Who says which sentences are empty, and who keeps templates."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import answer_templates, phrases
from .common import can, check_words

MOST_PHRASES, LONGEST_PHRASE = 500, 120


def check_wording(by: Actor) -> None:
    if not by.can(P.SETTINGS):
        raise Refused(_("Only a coordinator or an administrator can change this. Ask one of them."))


def check_empty_phrases(found: Sequence[str]) -> None:
    if not found:
        raise Refused(_("Keep at least one phrase: “noted” is not an answer anywhere."), field="phrases")
    if len(found) > MOST_PHRASES:
        raise Refused(_("Keep at most %(most)d phrases.") % {"most": MOST_PHRASES}, field="phrases")
    if too_long := next((each for each in found if len(each) > LONGEST_PHRASE), None):
        text = _("“%(phrase)s…” is too long. A phrase has at most %(most)d letters.")
        raise Refused(text % {"phrase": too_long[:40], "most": LONGEST_PHRASE}, field="phrases")


def check_template(name: str, text: str, taken: bool) -> None:
    if not phrases.can_be_seen(name):
        raise Refused(_("Give it a name, so that it can be found."), field="name")
    if taken:
        raise Refused(_("There is a template with this name. Choose another name."), field="name")
    check_words(text, "text")
    if not answer_templates.gaps(text):
        raise Refused(
            _("A template needs a gap: write what is to be filled in between [ and ], like [what you will do]."),
            field="text",
        )


def can_change_wording(by: Actor) -> bool:
    return can(check_wording, by)
