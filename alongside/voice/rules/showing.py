"""Who may let words be shown further, who decides for everybody, and who decides when its author does not agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from .. import phrases, published_rules
from ..models import Appeal, Contribution, Moderation, Showing
from ..models.moderation import Outcome
from ..models.showing import COVERED, DECIDED, NOT_SHOWN, WAITING
from .common import LONGEST, can, check_author, check_not_taken_back, check_words

AGREE = 2  # members of the panel who must say the same
MOST_ALLOWED_DAYS = 60


def goes_further(contribution: Contribution) -> bool:
    """Its author allows somebody beyond those who work here to see it."""
    return contribution.use_commissioners or contribution.use_public


def commissioners_may(contribution: Contribution) -> bool:
    return contribution.use_commissioners and contribution.previewed_on is not None


def check_look(by: Actor, contribution: Contribution) -> None:
    check_author(by, contribution)
    check_not_taken_back(contribution)


def check_confirm(by: Actor, contribution: Contribution, read_aloud: bool, seen: int | None) -> None:
    check_look(by, contribution)
    if seen is not None and seen != contribution.version:
        raise Refused(
            _("Something is different since this page was opened. Look at it again: this is how it is now."), "seen"
        )
    if not goes_further(contribution):
        raise Refused(_("Nobody beyond those who work here may see it. Allow that first, if it is wished."))
    if by.medium is not None and not read_aloud:
        raise Refused(_("Read it to them as it stands here, and tick that they heard it."), field="read_aloud")


def check_own_version(by: Actor, contribution: Contribution, words: str, use: bool) -> None:
    check_look(by, contribution)
    if (over := len(words) - LONGEST) > 0:
        raise Refused(_("That is too long by %(over)s letters. Cut some.") % {"over": over}, field="words")
    if use and not words.strip():
        raise Refused(_("Write your version first, or take the tick away."), field="words")


def check_moderates(by: Actor, showing: Showing) -> None:
    """For everybody else there is nothing here."""
    if by.organisation_id != showing.organisation_id or not by.can(P.MODERATE):
        raise NotYours


def check_moderate(by: Actor, showing: Showing, newest: Moderation | None, seen: int | None) -> None:
    check_moderates(by, showing)
    if seen is not None and seen != showing.version:
        raise Refused(
            _("Somebody changed this while you were reading. Look at it again. Your words are still here."),
            field="seen",
        )
    if showing.contribution.person_id is not None and showing.contribution.person_id == by.person_id:
        raise Refused(_("These are your own words. Somebody else decides."))
    if showing.state not in (WAITING, *DECIDED):
        raise Refused(_("There is nothing to decide here now."))
    if newest is not None and newest.by_panel and showing.state in DECIDED:
        raise Refused(_("The panel has decided, and that stands."))


def check_decision(
    outcome: str, rule: str, why: str, covered: int, published: Collection[str], answered_by: bool
) -> None:
    """What is not shown as it is needs a rule and a reason, and somebody who has no part in it."""
    if outcome == Outcome.SHOWN:
        return
    if answered_by:
        raise Refused(_("You answered this yourself. Somebody else decides whether anything is left out."))
    if rule not in published:
        raise Refused(_("Choose the published rule that says so. Without a rule it is shown."), field="rule")
    _check_why(why)
    if outcome == Outcome.COVERED and not covered:
        raise Refused(_("Tick or write what is to be left out. It must stand in the words exactly so."), field="more")


def _check_why(why: str) -> None:
    if phrases.is_empty(why) or phrases.has_gap(why):
        raise Refused(
            _("Say it to the one who said this, in plain words: what is left out or not shown, and why."), "why"
        )
    check_words(why, "why")


def check_appeal(by: Actor, contribution: Contribution, showing: Showing, newest: Moderation | None) -> None:
    check_look(by, contribution)
    if showing.state not in (COVERED, NOT_SHOWN):
        raise Refused(_("There is no decision that you could question now."))
    if newest is not None and newest.by_panel:
        raise Refused(_("The panel has decided, and that stands. You can change your words or take them back."))


def check_vote(by: Actor, appeal: Appeal, voted: Collection[int]) -> None:
    """`by` is on the panel: who is not was told that there is nothing here."""
    if by.organisation_id != appeal.organisation_id or by.person_id is None:
        raise NotYours
    if appeal.showing.contribution.person_id == by.person_id:
        raise Refused(_("These are your own words. The others on the panel decide."))
    if appeal.end:
        raise Refused(_("This was decided already. You need do nothing more."))
    if by.person_id in voted:
        raise Refused(_("You have had your say on this. It cannot be changed."))


def check_set_rules(by: Actor, texts: Mapping[str, str], days: Sequence[int]) -> None:
    check_sets_up(by)
    if not any(texts.values()):
        raise Refused(_("Without a rule everything is shown. Keep at least one."), field="person")
    for key, text in texts.items():
        if len(text) > published_rules.LONGEST:
            raise Refused(_("That is too long. Say it in two or three sentences."), field=key)
    if not all(1 <= number <= MOST_ALLOWED_DAYS for number in days):
        raise Refused(_("Give between 1 and 60 working days."), field="decide_days")


def check_sets_up(by: Actor) -> None:
    if not by.can(P.SETTINGS):
        raise NotYours


def check_name_panel(by: Actor, works_here: bool, already: bool) -> None:
    check_sets_up(by)
    if works_here:
        raise Refused(_("They work here. The panel is of contributors."), field="person")
    if already:
        raise Refused(_("They are on the panel already."), field="person")


def can_look(by: Actor, contribution: Contribution) -> bool:
    return can(check_look, by, contribution)


def can_moderate(by: Actor, showing: Showing, newest: Moderation | None) -> bool:
    return can(check_moderate, by, showing, newest, None)


def can_appeal(by: Actor, contribution: Contribution, showing: Showing, newest: Moderation | None) -> bool:
    return can(check_appeal, by, contribution, showing, newest)


def moderates(actor: Actor) -> bool:
    return actor.can(P.MODERATE)


def sets_up(actor: Actor) -> bool:
    return actor.can(P.SETTINGS)


def panel_decides(shows: int, keeps: int) -> bool | None:
    """The first side on which two agree; None while no two do."""
    if shows >= AGREE and shows > keeps:
        return True
    return False if keeps >= AGREE and keeps > shows else None


def late(showing: Showing, today: date) -> bool:
    return showing.state == WAITING and showing.decide_by is not None and showing.decide_by < today
