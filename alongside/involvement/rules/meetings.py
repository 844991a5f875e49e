from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.dates import on_the_clock
from alongside.core.errors import Refused
from alongside.core.parts import clock
from alongside.decisions.models import Decision

from ..models import Arrangement, Meeting, Opportunity
from ..models.meetings import ARRANGED, ARRANGEMENT, MET, NOT_MET, NOT_NEEDED, TO_DO
from ..models.opportunities import LIVE
from .common import check_runs, may_hold, may_run, speaks_for


def _about(meeting: Meeting) -> Decision:
    return meeting.opportunity.decision


def check_can_set_meeting(actor: Actor, opportunity: Opportunity) -> None:
    check_runs(actor, opportunity.decision)
    if opportunity.state not in LIVE:
        raise Refused(_("This opportunity is over, so no session can be set for it."))


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    for at, field in ((starts_at, "start"), (ends_at, "until")):
        if not on_the_clock(at):
            told = _("Clocks go forward in that night, so there is no %(time)s. Choose another time.")
            raise Refused(told % {"time": clock(at.time())}, field=field)
    if ends_at <= starts_at:
        raise Refused(_("It must end after it starts."), field="until")


def _check_going_ahead(meeting: Meeting) -> None:
    if meeting.cancelled_on is not None:
        raise Refused(_("This session was cancelled."))


def check_can_change_meeting(actor: Actor, meeting: Meeting) -> None:
    check_runs(actor, _about(meeting))
    _check_going_ahead(meeting)


def check_can_cancel_meeting(actor: Actor, meeting: Meeting, now: datetime) -> None:
    check_can_change_meeting(actor, meeting)
    if meeting.starts_at <= now:
        raise Refused(_("This session has begun. If nobody came, write that down under “Who came”."))


def check_can_add_to_agenda(actor: Actor, meeting: Meeting, takes_part: bool, now: datetime) -> None:
    """`takes_part`: the one who wants it on the agenda has accepted a place."""
    staff = may_hold(actor, _about(meeting))
    if not (staff or takes_part):
        raise Refused(_("Only those who take part in this session can put something on its agenda."))
    _check_going_ahead(meeting)
    if meeting.ends_at <= now:
        raise Refused(_("This session is over. Say it in your own words instead: somebody must answer that."))


def check_can_send_papers(actor: Actor, meeting: Meeting) -> None:
    """To add one, or to say that they have gone out."""
    if not may_hold(actor, _about(meeting)):
        raise Refused(_("Only those who hold this session can send papers for it."))
    _check_going_ahead(meeting)


def check_can_arrange(actor: Actor, meeting: Meeting) -> None:
    check_runs(actor, _about(meeting))
    _check_going_ahead(meeting)


def may_say_of(actor: Actor, arrangement: Arrangement) -> bool:
    """Whoever it is for, those who run it, and the one who was asked to arrange it."""
    staff = may_run(actor, _about(arrangement.meeting)) or actor.user_id == arrangement.owner_id
    return staff or speaks_for(actor, arrangement.person_id, arrangement.meeting.organisation_id)


def check_can_move_arrangement(actor: Actor, arrangement: Arrangement, to: str, now: datetime) -> None:
    """The person's own word that it was met, or was not, stands over what staff wrote."""
    own_word = speaks_for(actor, arrangement.person_id, arrangement.meeting.organisation_id)
    staff = may_run(actor, _about(arrangement.meeting)) or actor.user_id == arrangement.owner_id
    if not may_say_of(actor, arrangement):
        raise Refused(_("Only the person it is for, or those who arrange it, can say this."))
    if arrangement.said_by_person and not own_word:
        raise Refused(_("They have said themselves how it was. Their word stands."))
    if to in {MET, NOT_MET} and arrangement.meeting.starts_at > now:
        raise Refused(_("The session is still to come. Say afterwards whether it was met."))
    if to in {TO_DO, ARRANGED, NOT_NEEDED} and not staff:
        raise Refused(_("Those who arrange it say when it is arranged."))
    repeats = arrangement.state == to
    if repeats and own_word and to in {MET, NOT_MET}:
        return  # they say the same as staff did: now it is their word
    ARRANGEMENT.check(arrangement.state, to, _("That was written down already.") if repeats else None)


def check_can_record_attendance(actor: Actor, meeting: Meeting, now: datetime) -> None:
    check_runs(actor, _about(meeting))
    _check_going_ahead(meeting)
    if meeting.starts_at > now:
        raise Refused(_("The session is still to come. Write down afterwards who came."))


def check_can_keep_notes(actor: Actor, meeting: Meeting) -> None:
    check_runs(actor, _about(meeting))
    _check_going_ahead(meeting)
