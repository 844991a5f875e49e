"""Who may say what belongs to a theme, and who may say what something is about."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from ..models import Contribution, Theme
from ..models.themes import THEME_MARK, UNMARKED
from .common import can, check_here, check_not_taken_back, check_words

LONGEST_NAME, LONGEST_BELONGS = 80, 1000
MOST_THEMES = 60


def can_see_themes(actor: Actor) -> bool:
    """Those who see what was said, and those who set up the organisation's words."""
    return actor.can(P.SEE_VOICES) or actor.can(P.SETTINGS)


def check_keep_themes(by: Actor) -> None:
    if not by.can(P.SETTINGS):
        raise Refused(_("Only those who set up this organisation's words can change its themes. Ask one of them."))


def can_keep_themes(by: Actor) -> bool:
    return can(check_keep_themes, by)


def check_theme_words(name: str, belongs: str) -> None:
    check_words(name, "name")
    check_words(belongs, "belongs")
    for text, most, field in ((name, LONGEST_NAME, "name"), (belongs, LONGEST_BELONGS, "belongs")):
        if len(text) > most:
            raise Refused(_("That is too long. %(most)s letters are enough.") % {"most": most}, field=field)


def check_many_themes(number: int) -> None:
    if number >= MOST_THEMES:
        raise Refused(_("%(most)s themes are the most: nobody remembers more. Retire one.") % {"most": MOST_THEMES})


def check_parent(theme: Theme | None, parent: Theme | None) -> None:
    """One level of parts, so that a page can show all of it."""
    if parent is None:
        return
    if parent == theme or parent.parent_id or (theme and theme.parts.exists()):
        raise Refused(_("A part can have no parts of its own. Choose a theme that stands by itself."), field="parent")
    if parent.retired_on is not None:
        raise Refused(_("That theme is retired. Choose another."), field="parent")


def check_change_theme(by: Actor, theme: Theme, seen: int | None = None) -> None:
    check_keep_themes(by)
    if by.organisation_id != theme.organisation_id:
        raise NotYours
    if theme.retired_on is not None:
        raise Refused(_("This theme is retired. What was marked with it stays as it is."))
    if seen is not None and seen != theme.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def can_change_theme(by: Actor, theme: Theme) -> bool:
    return can(check_change_theme, by, theme)


def check_mark(by: Actor, contribution: Contribution, theme: Theme, now: str, to: str) -> None:
    """Those who answer there, for words that still stand. `now`: what somebody said of it before."""
    check_here(by, contribution)
    check_not_taken_back(contribution)
    if theme.organisation_id != contribution.organisation_id:
        raise NotYours
    if theme.retired_on is not None and now == UNMARKED:
        raise Refused(_("This theme is retired. Choose one that is in use."))
    THEME_MARK.check(now, to, _("Somebody has just said so already."))


def can_mark(by: Actor, contribution: Contribution) -> bool:
    def check() -> None:
        check_here(by, contribution)
        check_not_taken_back(contribution)

    return can(check)
