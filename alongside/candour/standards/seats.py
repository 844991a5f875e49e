"""Who sits there, how much their vote counts, and whether it is always the same people."""

from __future__ import annotations

from .facts import Count, Facts, Limits
from .findings import Finding, Reading, clear, early, look, unknown
from .saying import _, or_more

TENTH = 10  # in a hundred: of few people, a share that is told more closely tells how many they are


def lone_seat(facts: Facts, limits: Limits) -> Finding:
    """One seat alone is always to be looked at, however early. Then whether their votes could count at all."""
    lone, votes = facts.lone or Count(), facts.votes or Count()
    alone = _(
        "Where there is one seat alone for people with lived experience: %(n)s out of %(all)s.",
        n=lone.found,
        all=lone.all,
    )
    outvoted = _(
        "Panels and bodies in which they have less than %(percent)s in a hundred of the votes: %(n)s out of %(all)s.",
        percent=limits.votes_percent,
        n=votes.found,
        all=votes.all,
    )
    said = [words for count, words in ((lone, alone), (votes, outvoted)) if count.found]
    if said:
        return look(*said, behind=(lone, votes))
    if lone.all and votes.all:
        return clear(_("Nobody sits alone, and where votes are counted theirs weigh enough."))
    if lone.all:
        return clear(_("Nobody sits alone. How the votes are shared is not written down."))
    if votes.all:
        return clear(_("Where votes are counted, theirs weigh enough."))
    if lone.young or votes.young:
        return early(_("There are no seats yet."))
    return unknown(_("There were no seats here."))


def same_few(facts: Facts, limits: Limits) -> Finding:
    """The "select few": the hours of the three who had most of them, with how many were there for the first time. All
    that is said of it is rounded. Where so few took part that nobody says how many, three are nearly everybody."""
    few = facts.few
    if few is None:
        return (
            unknown(_("Whether it is always the same people can be seen over a year, not from this."))
            if facts.one
            else unknown(_("Nobody has come to a session yet, as far as it is written down."))
        )
    if not few.people.least or not few.hours:
        few_took_part = _(
            "Fewer than %(n)s people took part. Among so few, three always have much of the time.", n=few.people.step
        )
        return unknown(few_took_part)
    percent = few.of_three * 100 // few.hours
    shared = _(
        "Of every hundred hours, the three who had most gave %(percent)s. People who took part: %(people)s. Of them, "
        "for the first time: %(new)s.",
        percent=or_more(percent - percent % TENTH, TENTH),
        people=or_more(*few.people),
        new=or_more(*few.first_timers),
    )
    reading = Reading.LOOK if few.more_than(limits.top_percent) else Reading.CLEAR
    return Finding(reading, (shared,))
