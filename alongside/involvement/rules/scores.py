"""Marks and scores: entered apart, sealed until all are in; then the choice, and what it is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions import rules as deciding

from ..models import Candidate, FollowUp, PanelMember, Recruitment, Round, Sheet
from ..models.recruitment import SKIPPED
from .common import may_hold
from .panels import check_speaks_as, check_takes_part, is_own
from .recruitment import check_kept, check_recruits, recruits


def opened_on(recruitment: Recruitment, round: str) -> date | None:
    """From this day on the panel reads all sheets of that round; None while they are sealed."""
    return recruitment.shortlist_opened_on if round == Round.SHORTLIST else recruitment.scores_opened_on


def check_can_fill_in(
    actor: Actor, member: PanelMember, round: str, sheet: Sheet | None, writer_waits: bool = False
) -> None:
    """`writer_waits`: the one who writes it down for a member has a sheet of their own still to hand in."""
    check_speaks_as(actor, member)
    check_takes_part(member)
    check_kept(member.recruitment)
    if member.agreed_on is None:
        raise Refused(_("First agree to keep what you read to yourself."))
    if opened_on(member.recruitment, round) is not None or (sheet is not None and sheet.handed_in_at is not None):
        raise Refused(_("This was handed in. It stays as it is."))
    if not is_own(actor, member):
        _check_can_write_down(sheet, writer_waits)


def _check_can_write_down(sheet: Sheet | None, writer_waits: bool) -> None:
    if sheet is not None and not sheet.medium:
        raise Refused(_("They have begun to fill it in themselves. What they wrote is theirs alone until all are in."))
    if writer_waits:
        raise Refused(_("You are on this panel yourself. Hand in your own sheet first, so that theirs cannot sway it."))


def check_value(value: int, most: int) -> None:
    if not 0 <= value <= most:
        raise Refused(_("Give a score from 0 to %(most)d.") % {"most": most})


def check_whole(wanted: int, given: int) -> None:
    """Half a sheet is not handed in: the others would be scored by more people than some."""
    if not wanted:
        raise Refused(_("There is nothing to hand in yet. Ask the coordinator what is still to come."))
    missing = wanted - given
    if missing > 0:
        raise Refused(
            ngettext("%(n)d answer is still missing.", "%(n)d answers are still missing.", missing) % {"n": missing}
        )


def check_can_open_sheets(actor: Actor, recruitment: Recruitment, round: str, handed_in: int, waiting: int) -> None:
    """By hand only where nobody is left to wait for: the last one gave their place back."""
    check_recruits(actor, recruitment.decision)
    if opened_on(recruitment, round) is not None:
        raise Refused(_("These are open already."))
    if not may_open(handed_in, waiting):
        raise Refused(_("Not everybody has handed in yet. Until then nobody reads what the others wrote."))


def may_open(handed_in: int, waiting: int) -> bool:
    return handed_in > 0 and waiting == 0


def check_can_shortlist(
    actor: Actor, recruitment: Recruitment, me: PanelMember | None, chosen: int, scored: bool
) -> None:
    if not may_shortlist(actor, recruitment, me):
        raise Refused(_("The chair writes this down, or those who invite the candidates."))
    check_kept(recruitment)
    if recruitment.shortlist_opened_on is None:
        raise Refused(_("Not everybody has handed in their list yet. First each thinks alone, then you talk."))
    if scored:
        raise Refused(_("Somebody has begun to score. The shortlist stays as it is."))
    if not chosen:
        raise Refused(_("Tick at least one candidate."), field="candidates")


def may_shortlist(actor: Actor, recruitment: Recruitment, me: PanelMember | None) -> bool:
    chairs = me is not None and me.takes_part and me.chairs
    return chairs or recruits(actor, recruitment.decision)


def first_choice(totals: Mapping[str, int]) -> tuple[str, ...]:
    """The letters with the highest sum, more than one when they tie; none when nobody scored."""
    if not totals:
        return ()
    best = max(totals.values())
    return tuple(sorted(label for label, total in totals.items() if total == best))


def differs(chosen: str | None, contributors_first: tuple[str, ...]) -> bool:
    """One of several that tie is no difference. Nobody at all always is one."""
    if chosen is None:
        return True
    return bool(contributors_first) and chosen not in contributors_first


def check_can_choose(actor: Actor, recruitment: Recruitment, scores_stage: str) -> None:
    if not deciding.may_decide(actor, recruitment.decision):
        raise Refused(_("Only those who decide here can write down the choice."))
    check_kept(recruitment)
    if recruitment.scores_opened_on is None and scores_stage != SKIPPED:
        raise Refused(_("The scores are not open yet. Everybody hands in theirs first."))


def check_choice(
    candidate: Candidate | None, contributors_first: tuple[str, ...], reason: str, again: bool, start_by: date | None
) -> None:
    chosen = candidate.label if candidate else None
    if differs(chosen, contributors_first) and not reason:
        raise Refused(_differing(candidate, contributors_first), field="reason")
    if again and not reason:
        raise Refused(_("There is a choice already. Write down why it changes."), field="reason")
    if candidate is not None and start_by is None:
        raise Refused(_("Say by when they should have started. The panel hears on that day."), field="start_by")


def _differing(candidate: Candidate | None, contributors_first: tuple[str, ...]) -> str:
    if candidate is None:
        return _("Write down why nobody gets the job. Every member of the panel is told.")
    facts = {"first": ", ".join(contributors_first)}
    return _("The contributors put %(first)s first. Write down why the choice differs. Every member is told.") % facts


def check_can_follow_up(actor: Actor, follow_up: FollowUp) -> None:
    if not may_hold(actor, follow_up.choice.recruitment.decision):
        raise Refused(_("Only those who run involvement, and the team whose decision it was, can answer this."))
    if follow_up.answered_on is not None:
        raise Refused(_("The panel was told already."))


def check_can_review(actor: Actor, member: PanelMember) -> None:
    """Also those who left early: they know why."""
    check_speaks_as(actor, member)
