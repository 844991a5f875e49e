"""Who sets a co-audit up, who looks, and what staff never do: choose records, compare them, or word a finding."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs, works_here
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.parts import moment
from alongside.involvement import rules as involvement
from alongside.involvement.models import NumberFrom
from alongside.involvement.rules.draws import BEACON, ROOM
from alongside.people.models import ACTIVE, Person

from ..models import AsItIs, CoAudit, CoAuditor
from ..models.co_audits import CO_AUDIT, COMMITTED, DRAWN, FOUND, INVITING, SET_ASIDE

FEWEST = 2  # nobody looks alone
MOST_WANTED = 50  # more nobody compares with care
MOST_LISTED = 5000
LONGEST_WORDS = 8000


def can_see(actor: Actor, audit: CoAudit) -> bool:
    """Everybody who belongs here."""
    return belongs(actor) and actor.organisation_id == audit.organisation_id


def reads_findings(actor: Actor, auditor: CoAuditor | None) -> bool:
    """A finding is said to those who work here, and one of those who look writes it for all of them. Others read what
    they tell everybody, and words that anybody may read."""
    return works_here(actor) or looks(auditor)


def can_set_up(actor: Actor) -> bool:
    return involvement.may_run(actor)


def check_can_set_up(actor: Actor) -> None:
    if not can_set_up(actor):
        raise NotYours


def check_period(first: date, last: date, today: date) -> None:
    if last < first:
        raise Refused(_("The last day is before the first one."), field="last_day")
    if last > today:
        raise Refused(_("That day has not come yet. Choose days that are over."), field="last_day")


def check_size(there: int, wanted: int) -> None:
    """`there`: records of that kind in that time, counted no further than one more than a list may have."""
    if there == 0:
        raise Refused(_("There is nothing of this kind in that time. Choose another time or another kind."), "last_day")
    if there > MOST_LISTED:
        raise Refused(
            _("There are more than %(n)s in that time. Choose a shorter time, or one part.") % {"n": MOST_LISTED},
            field="last_day",
        )
    if not 1 <= wanted <= MOST_WANTED:
        raise Refused(_("Choose 1 to %(n)s records to compare.") % {"n": MOST_WANTED}, field="wanted")
    if wanted > there:
        raise Refused(_("There are only %(n)s in that time. Choose no more than that.") % {"n": there}, field="wanted")


def check_invited(organisation_id: int, people: Collection[Person], before: Collection[int] = ()) -> None:
    if any(person.organisation_id != organisation_id or person.state != ACTIVE for person in people):
        raise Refused(_("Somebody you chose is not active on the register. Choose others."), field="people")
    numbers = [person.pk for person in people]
    if len({*numbers, *before}) < len(numbers) + len(before):
        raise Refused(_("Somebody is asked twice."), field="people")
    if len(numbers) + len(before) < FEWEST:
        raise Refused(_("Nobody looks alone: ask at least two."), field="people")


def can_invite(actor: Actor, audit: CoAudit) -> bool:
    return can_set_up(actor) and audit.state in (INVITING, COMMITTED)


def check_can_invite(actor: Actor, audit: CoAudit) -> None:
    if not can_set_up(actor):
        raise NotYours
    if not can_invite(actor, audit):
        raise Refused(_("The records are drawn: nobody joins who could know them."))


def check_own(actor: Actor, auditor: CoAuditor) -> None:
    """Their own word, or what they told somebody who runs involvement."""
    if auditor.person_id is None or not involvement.speaks_for(actor, auditor.person_id, actor.organisation_id or 0):
        raise NotYours


def check_can_say(auditor: CoAuditor, audit: CoAudit, says_yes: bool) -> None:
    if audit.state == SET_ASIDE:
        raise Refused(_("This was set aside."))
    if auditor.says_yes is says_yes:
        raise Refused(_("You have said so already."))
    if says_yes and audit.state not in (INVITING, COMMITTED):
        raise Refused(_("The records are drawn already, so it is too late to join."))


def looks(auditor: CoAuditor | None) -> bool:
    return auditor is not None and auditor.says_yes is True


def check_looks(auditor: CoAuditor | None) -> CoAuditor:
    """Only those who said yes. Staff have no way past this, whatever their role."""
    if auditor is None or not auditor.says_yes:
        raise NotYours
    return auditor


def check_enough(number: int) -> None:
    if number < FEWEST:
        raise Refused(_("Nobody looks alone: wait until two have said yes."))


def check_move(audit: CoAudit, to: str) -> None:
    words = {
        INVITING: _("The list is not closed yet."),
        COMMITTED: _("The list is closed. The number comes next."),
        DRAWN: _("The records are drawn already."),
        FOUND: _("There is a finding already. Open it again to write another one."),
        SET_ASIDE: _("This was set aside."),
    }
    CO_AUDIT.check(audit.state, to, words.get(audit.state))


def check_number(audit: CoAudit, number: str, again: str, now: datetime) -> None:
    """As for a draw of seats: of the right shape, typed in twice, and not before its time."""
    if audit.number_at is not None and now < audit.number_at:
        raise Refused(_("The number is drawn on %s. Come back then.") % moment(audit.number_at))
    if audit.number_from == NumberFrom.ROOM and not ROOM.fullmatch(number):
        raise Refused(_("Write the digits that were drawn, three or more."), field="number")
    if audit.number_from == NumberFrom.BEACON and not BEACON.fullmatch(number):
        raise Refused(_("Copy the value of the beacon: digits and the letters a to f, 16 or more."), field="number")
    if number != again:
        raise Refused(_("The two are not the same. Look at the number again."), field="again")


def check_reopen(audit: CoAudit) -> None:
    if audit.state != FOUND:
        raise Refused(_("There is no finding yet, so it is open."))


def check_shown(words: str) -> None:
    if not words.strip():
        raise Refused(_("Write a few words."), field="words")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WORDS}, field="words")


def check_comparing(audit: CoAudit, drawn: bool, gone: bool) -> None:
    if audit.state != DRAWN or not drawn:
        raise Refused(_("What was compared stands: there is a finding, or the records are not drawn yet."))
    if gone:
        raise Refused(_("This record is gone, so nobody can compare it. It counts as gone."))


def check_found(found: str, words: str) -> None:
    if found not in AsItIs.values:
        raise Refused(_("Choose one of the four."), field="found")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WORDS}, field="words")


def check_all_compared(left: int) -> None:
    if left:
        raise Refused(_("Nobody has compared %(n)s of the records yet. Do that first.") % {"n": left})


def check_seen(seen: int | None, version: int) -> None:
    if seen is not None and seen != version:
        raise Refused(
            _("Somebody changed something, or wrote a finding, while you wrote. Your words are still here."), "seen"
        )


def can_set_aside(actor: Actor, audit: CoAudit, auditor: CoAuditor | None) -> bool:
    """Those who look, while nobody can know what is drawn; and whoever set it up, while people are only being asked."""
    if audit.state == INVITING:
        return looks(auditor) or can_set_up(actor)
    return audit.state == COMMITTED and looks(auditor)


def check_set_aside(actor: Actor, audit: CoAudit, auditor: CoAuditor | None, why: str) -> None:
    if not (looks(auditor) or can_set_up(actor)):
        raise NotYours
    if not can_set_aside(actor, audit, auditor):
        raise Refused(_("It can be set aside only by those who look, and only before the records are drawn."))
    check_why(why)


def check_why(why: str) -> None:
    if not why.strip():
        raise Refused(_("Say why. It stands on the page."), field="why")


def can_show(actor: Actor, audit: CoAudit) -> bool:
    """Staff of that part, and whoever runs involvement: they add, and take nothing away."""
    about = audit.unit_id
    runs = involvement.may_run(actor)
    return audit.state == DRAWN and (runs or (about is not None and actor.can("answer", about)))


def can_tell(audit: CoAudit, auditor: CoAuditor | None) -> bool:
    return looks(auditor) and audit.state == FOUND and audit.told_on is None


def check_tell(audit: CoAudit, auditor: CoAuditor | None) -> None:
    check_looks(auditor)
    if audit.state != FOUND:
        raise Refused(_("There is no finding yet."))
    if audit.told_on is not None:
        raise Refused(_("It is told already. Take it down first."))
