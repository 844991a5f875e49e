"""The panel: who sits on it, what they agreed to, and who reads about candidates."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Candidate, PanelMember, Recruitment
from ..models.places import ACCEPTED
from .common import check_speaks_for
from .recruitment import check_kept, check_recruits, recruits

MOST_KEEP_DAYS = 3650


def may_set_terms(actor: Actor) -> bool:
    return actor.can(Permission.SETTINGS)


def check_can_set_terms(actor: Actor, organisation_id: int, keep_days: int) -> None:
    if not may_set_terms(actor) or actor.organisation_id != organisation_id:
        raise Refused(_("Only those who set up the organisation can change this."))
    if not 1 <= keep_days <= MOST_KEEP_DAYS:
        raise Refused(_("Write a number of days from 1 to 3,650."), field="keep_days")


def is_seat_of(actor: Actor, member: PanelMember) -> bool:
    """The one who is signed in sits there, whatever they are writing just now. Needs `place`."""
    if member.place is not None:
        return actor.person_id == member.place.person_id
    return actor.user_id is not None and actor.user_id == member.user_id


def is_own(actor: Actor, member: PanelMember) -> bool:
    """The member themself, and for themself."""
    return is_seat_of(actor, member) and actor.on_behalf_of is None


def check_speaks_as(actor: Actor, member: PanelMember) -> None:
    """The member themself; for a contributor also the coordinator who was told."""
    if member.place is not None:
        check_speaks_for(actor, member.place.person_id, member.place.organisation_id)
    elif not is_own(actor, member):
        raise Refused(_("Only this member can say this themself."))


def check_takes_part(member: PanelMember) -> None:
    if not member.takes_part:
        raise Refused(_("You are not on this panel any more. Ask the coordinator if that is wrong."))


def check_can_seat(actor: Actor, recruitment: Recruitment, scored: bool) -> None:
    """`scored`: a score sheet was handed in. Whoever comes later has not heard the answers."""
    check_recruits(actor, recruitment.decision)
    check_kept(recruitment)
    if scored:
        raise Refused(_("A score sheet was handed in already, so nobody can join the panel now."))


def check_place(recruitment: Recruitment, member: PanelMember) -> None:
    place = member.place
    if place is not None and (place.state != ACCEPTED or place.opportunity.decision_id != recruitment.decision_id):
        raise Refused(_("They have no place in this decision. Offer them one first."), field="who")


def check_can_chair(actor: Actor, member: PanelMember) -> None:
    check_recruits(actor, member.recruitment.decision)
    if not member.takes_part:
        raise Refused(_("They are not on this panel any more."))
    if member.chairs:
        raise Refused(_("They chair the panel already."))


def check_can_stand_down(actor: Actor, member: PanelMember, handed_in: bool, reason: str | None) -> None:
    """`handed_in`: their score sheet. `reason` None: only asked whether there is a button."""
    check_recruits(actor, member.recruitment.decision)
    if member.stood_down_on is not None:
        raise Refused(_("They were stood down already."))
    if handed_in:
        raise Refused(_("They have handed in their scores. Those count, so they stay on the panel."))
    if reason is not None and not reason:
        raise Refused(_("Write down why. The panel reads it."), field="reason")


def check_can_agree(actor: Actor, member: PanelMember) -> None:
    check_speaks_as(actor, member)
    check_takes_part(member)
    if member.agreed_on is not None:
        raise Refused(_("That was agreed already."))


def may_read_applications(actor: Actor, recruitment: Recruitment, me: PanelMember | None) -> bool:
    """Members who agreed to keep it to themselves, and those who invite the candidates."""
    agreed = me is not None and me.takes_part and me.agreed_on is not None
    return recruitment.removed_on is None and (agreed or recruits(actor, recruitment.decision))


def check_can_add_candidate(actor: Actor, recruitment: Recruitment, marked: bool) -> None:
    """`marked`: somebody has handed in what they think of the applications."""
    check_recruits(actor, recruitment.decision)
    check_kept(recruitment)
    if marked:
        raise Refused(_("Somebody has handed in their list already. Whoever applies now would not be read alike."))


def check_can_change_candidate(actor: Actor, candidate: Candidate) -> None:
    check_recruits(actor, candidate.recruitment.decision)
    check_kept(candidate.recruitment)


def check_can_withdraw_candidate(actor: Actor, candidate: Candidate) -> None:
    check_can_change_candidate(actor, candidate)
    if candidate.withdrew_on is not None:
        raise Refused(_("They withdrew already."))


def check_redacted(details: list[str], confirmed: bool, looked_at: bool) -> None:
    """`details`: what looks like contact details in the text."""
    if not confirmed:
        raise Refused(
            _("Tick that the name and how to reach them are taken out. The panel reads this."), field="confirmed"
        )
    if details and not looked_at:
        raise Refused(
            _("This looks like a way to reach them: %(what)s. Take it out, or tick that it is none.")
            % {"what": ", ".join(details[:5])},
            field="application",
        )
