from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor, Kind
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.decisions.models import PLANNED, Audience, Decision
from alongside.people.models import ACTIVE, PAUSED, Person

from ..clearance import Clearance
from ..models import Interest, InvolvementRequest, Opportunity
from ..models import requests as asking
from ..models.opportunities import CANCELLED, DONE, DRAFT, FILLED, LIVE, OPEN, OPPORTUNITY
from .common import check_runs, check_speaks_for, own_act


def check_can_write(actor: Actor, request: InvolvementRequest) -> None:
    check_runs(actor, request)
    if request.state != asking.ACCEPTED:
        raise Refused(_("Accept the request first: nobody is asked before that."))
    _check_not_decided(request.decision)


def check_can_change(actor: Actor, opportunity: Opportunity) -> None:
    check_runs(actor, opportunity.decision)
    if opportunity.state not in LIVE:
        raise Refused(_("This opportunity is over: it stays as it was."))


def check_seats(seats: int, lone_seat_reason: str) -> None:
    """Never one alone, unless somebody writes down why; and then it is always flagged."""
    if seats < 1:
        raise Refused(_("There must be at least one seat. Two is the least that works."), field="seats")
    if seats == 1 and not lone_seat_reason:
        raise Refused(
            _("One person alone is easily outvoted. Make it two seats, or write down why it can only be one."),
            field="lone_seat_reason",
        )


def check_seats_hold(seats: int, held: int) -> None:
    """`held`: seats that are accepted, or offered and not yet answered."""
    if seats < held:
        raise Refused(
            _("%(held)d places are taken or offered already, so there cannot be fewer seats.") % {"held": held},
            field="seats",
        )


def missing_to_open(opportunity: Opportunity) -> list[str]:
    """What nobody can be asked without, whatever the reason. What would make it token is read in `candour`."""
    return _unwritten(
        (opportunity.decider, _("who decides")),
        (opportunity.pay, _("what is paid")),
        (opportunity.closes_on, _("the last day to say “I am interested”")),
    )


def missing_to_be_fair(opportunity: Opportunity) -> list[str]:
    """What has to be written before anybody is asked to give their time, unless somebody stands behind its absence."""
    found = _unwritten(
        (opportunity.can_change, _("what can still change because people take part")),
        (opportunity.hear_back, _("how and by when people hear what came of it")),
    )
    found += missing_to_open(opportunity)
    if opportunity.seats < 2 and not opportunity.lone_seat_reason:
        found.append(_("a second seat, or why there can only be one"))
    return found


def _unwritten(*needed: tuple[object, str]) -> list[str]:
    return [words for value, words in needed if not value]


def check_stays_fair(opportunity: Opportunity, seats: int, prep_paid: bool | None) -> None:
    """Once people were asked. What was cleared has its reason, which they read."""
    if opportunity.state == DRAFT or opportunity.cleared_reason:
        return
    if seats == 1 < opportunity.seats:
        raise Refused(
            _("People were asked to come with others. Keep two seats, or cancel this and open another with a reason."),
            field="seats",
        )
    if prep_paid is False and opportunity.prep_paid is not False:
        raise Refused(
            _("People were asked without being told that preparing is not paid. Pay it, or cancel this."),
            field="prep_paid",
        )


def check_clearance(opportunity: Opportunity, clearance: Clearance) -> None:
    """It is for this opportunity, and for the words that stand there now."""
    if (clearance.opportunity_id, clearance.version) != (opportunity.pk, opportunity.version):
        raise Refused(_("Somebody changed this meanwhile. Look at it again, then open it."))


def check_can_open(actor: Actor, opportunity: Opportunity, today: date) -> None:
    """Nothing is advertised that is already settled, or that does not say what people's time will change."""
    check_runs(actor, opportunity.decision)
    if opportunity.state == OPEN:
        raise Refused(_("This is open already."))
    OPPORTUNITY.check(opportunity.state, OPEN, _("This cannot be opened any more. Write a new opportunity."))
    if missing := missing_to_open(opportunity):
        raise Refused(_("Before it can open, write: %(missing)s.") % {"missing": "; ".join(missing)})
    _check_not_decided(opportunity.decision)
    if opportunity.decision.audience == Audience.STAFF:
        raise Refused(_("Only staff may see this decision. Change who may see it, then open this."))
    _check_closing_day(opportunity, today)


def _check_closing_day(opportunity: Opportunity, today: date) -> None:
    closes, due = opportunity.closes_on, opportunity.decision.due_on
    if closes and closes < today:
        raise Refused(
            _("The last day to answer, %(day)s, is over. Give people a later day.") % {"day": long_day(closes)},
            field="closes_on",
        )
    if closes and due and due < closes:
        raise Refused(
            _("The decision is due on %(due)s, before people have answered. Move one of the two days.")
            % {"due": long_day(due)},
            field="closes_on",
        )


def _check_not_decided(decision: Decision) -> None:
    if decision.state != PLANNED:
        raise Refused(_("This decision is not open any more. Asking people now would change nothing."))


def check_can_close(actor: Actor, opportunity: Opportunity) -> None:
    """By hand, or by the daily task once the last day is over."""
    if actor.kind != Kind.SYSTEM:
        check_runs(actor, opportunity.decision)
    if opportunity.state != OPEN:
        raise Refused(_("This is not open, so it cannot be closed."))


def check_can_fill(actor: Actor, opportunity: Opportunity, accepted: int) -> None:
    check_runs(actor, opportunity.decision)
    OPPORTUNITY.check(opportunity.state, FILLED, _not_closed(opportunity))
    short = opportunity.seats - accepted
    if short > 0:
        raise Refused(
            ngettext(
                "%(short)d place is still free. Offer it, or change the number of seats.",
                "%(short)d places are still free. Offer them, or change the number of seats.",
                short,
            )
            % {"short": short}
        )


def _not_closed(opportunity: Opportunity) -> str:
    if opportunity.state in {DRAFT, OPEN}:
        return _("Close it first, so that everybody had the same time to answer.")
    return _("This opportunity is %(state)s.") % {"state": opportunity.get_state_display().lower()}


def check_can_finish(actor: Actor, opportunity: Opportunity, still_to_come: bool) -> None:
    check_runs(actor, opportunity.decision)
    if opportunity.state != FILLED:
        raise Refused(_("Only an opportunity whose places are filled can be done."))
    if still_to_come:
        raise Refused(_("A session is still to come. Hold it or cancel it first."))


def check_can_cancel(actor: Actor, opportunity: Opportunity) -> None:
    check_runs(actor, opportunity.decision)
    words = {DONE: _("This is done: it cannot be cancelled."), CANCELLED: _("This was cancelled already.")}
    OPPORTUNITY.check(opportunity.state, CANCELLED, words.get(opportunity.state))


def closing_moment(opportunity: Opportunity) -> datetime | None:
    """On the organisation's clock: the time of day that was named, or the end of the last day."""
    if opportunity.closes_on is None:
        return None
    zone = ZoneInfo(opportunity.organisation.time_zone)
    if opportunity.closes_at is not None:
        return datetime.combine(opportunity.closes_on, opportunity.closes_at, zone)
    return datetime.combine(opportunity.closes_on + timedelta(days=1), time(0), zone)


def still_open(opportunity: Opportunity, now: datetime) -> bool:
    """Can people say that they are interested? The daily task may not have closed it yet."""
    until = closing_moment(opportunity)
    return opportunity.state == OPEN and until is not None and now < until and opportunity.decision.state == PLANNED


def check_can_say_interest(actor: Actor, opportunity: Opportunity, person: Person, now: datetime) -> None:
    if person.organisation_id != opportunity.organisation_id:
        raise Refused(_("They are not on the register of this organisation."))
    check_speaks_for(actor, person.pk, person.organisation_id)
    own = own_act(actor, person.pk)
    if not still_open(opportunity, now):
        raise Refused(_why_closed(opportunity, now, own=own))
    if person.state != ACTIVE:
        raise Refused(_why_not_yet(person.state, own=own))


def _why_closed(opportunity: Opportunity, now: datetime, *, own: bool) -> str:
    if own:
        return _("This is closed now. Look at what else is open.")
    until = closing_moment(opportunity)
    if opportunity.closes_on is None or until is None or now < until:
        return _("This is closed, so it is too late to write this down. Tell them what else is open.")
    words = _("The last day to answer was %(day)s, so it is too late to write this down. Tell them what else is open.")
    return words % {"day": long_day(opportunity.closes_on)}


def _why_not_yet(state: str, *, own: bool) -> str:
    if state == PAUSED and own:
        return _("You are taking a break just now. Come back first, then say you are interested.")
    if state == PAUSED:
        return _("They are taking a break. When they say that it is over, write that on their page first.")
    if own:
        return _("You can take part once we have met you. Ring us and we will do that.")
    return _("They are not active yet. When you know each other, say so on their page, then write this down.")


def check_can_withdraw_interest(actor: Actor, interest: Interest) -> None:
    """At any moment, and nobody asks why."""
    check_speaks_for(actor, interest.person_id, interest.opportunity.organisation_id)
    if interest.withdrawn_on is not None:
        raise Refused(_("This was taken back already."))
