"""From what the rooms below know to the facts that standards are read from. What is young is said here, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from alongside.decisions.models import DECIDED
from alongside.decisions.queries.signs import FROM_OUTSIDE, BodySeats, Chosen, bodies_in, still_open_in
from alongside.involvement.queries.signs import Asked, Bid, Hours, Involved, hours_of, involved_in
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.organisation.queries import Clock
from alongside.voice import small_numbers
from alongside.voice.queries.signs import Some, Voiced, voiced_in

from ..models.bids import Going
from ..standards import MOST_REFS, Accounts, Count, Facts, Few, Limits, People, Ref
from ..standards.bidding import When, when_of
from .accounts import could_disagree
from .bid_signs import BidLine
from .themselves import Themselves, themselves_in


def facts_of(chosen: Chosen, limits: Limits, clock: Clock | None = None) -> Facts:
    """`clock`: of the organisation, where the page has it already."""
    involved, voiced, bodies = involved_in(chosen), voiced_in(chosen, limits.told_days), bodies_in(chosen)
    said = themselves_in(chosen)
    seen = _Seen(chosen, limits, involved, voiced, said)
    return Facts(
        one=chosen.one,
        asked=seen.decisions(lambda one: one.decided_on is not None and one.first_asked >= one.decided_on),
        scope=seen.decisions(lambda one: not one.scope),
        lone=_lone(involved, bodies, seen.open),
        votes=_votes(involved, bodies, limits),
        few=None if chosen.one else _few(hours_of(chosen), chosen, clock),
        agenda=seen.summed(lambda one: one.known_items, lambda one: one.raised),
        came=seen.summed(lambda one: one.expected, lambda one: one.came),
        answers=_count(voiced.due, voiced.unanswered, voiced.young),
        taken_up=voiced.taken_up,
        told=_count(voiced.answered, voiced.untold, voiced.untold_young),
        papers=seen.papers_late(),
        no_time=seen.no_time(),
        no_pay=_no_pay(involved),
        same_papers=seen.papers_differ(),
        arranged=_arranged(involved),
        could_disagree=_disagree(chosen, said),
        choices=Count(involved.choices, len(involved.differing), refs=_refs("decision", involved.differing)),
        outside=seen.outside(),
        from_outside=seen.decisions(lambda one: one.trigger in FROM_OUTSIDE),
        bids=_bids(chosen, involved, said, limits, clock)
        if involved.bids or said.bids or seen.asked or seen.open
        else None,
        changed=seen.changed(),
        stories=_count(voiced.stories, voiced.no_say, voiced.stories_young),
        stayed=seen.stayed(),
        accounts=_accounts(said, involved, voiced),
    )


def _refs(kind: str, codes: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(Ref(kind, code) for code in list(dict.fromkeys(codes))[:MOST_REFS])


def _count(of: int, some: Some, young: int = 0) -> Count:
    return Count(of, some.n, young, _refs("voice", some.codes))


def _said(some: Some, kind: str = "voice") -> Count:
    return Count(some.n, some.n, refs=_refs(kind, some.codes))


def _accounts(said: Themselves, involved: Involved, voiced: Voiced) -> Accounts:
    changes, shaped = voiced.denied_changes, voiced.denied_shaped
    return Accounts(
        not_answered=_said(voiced.not_answered),
        not_said=_said(voiced.not_said),
        not_changed=Count(
            changes.n + shaped.n,
            changes.n + shaped.n,
            refs=_refs("change", changes.codes) + _refs("voice", shaped.codes),
        ),
        not_on_agenda=_said(voiced.denied_agenda),
        not_met=Count(
            involved.arranged.said, involved.arranged.said, refs=_refs("session", involved.arranged.said_sessions)
        ),
        not_co_produced=Count(len(said.disputed), len(said.disputed), refs=_refs("claim", said.disputed)),
    )


class _Seen:
    """The decisions about which people were asked, and which of them have only begun."""

    def __init__(self, chosen: Chosen, limits: Limits, involved: Involved, voiced: Voiced, said: Themselves) -> None:
        self.chosen, self.limits, self.involved, self.voiced = chosen, limits, involved, voiced
        self.over = {bid.decision for bid in said.bids if bid.going == Going.NO}
        self.early = chosen.today - timedelta(days=limits.early_days)
        self.settled = chosen.today - timedelta(days=limits.settle_days)
        self.asked = involved.asked
        self.open = 0 if self.asked else still_open_in(chosen)  # nobody was asked yet, and there is still time

    def young(self, one: Asked) -> bool:
        return one.state != DECIDED and one.first_asked > self.early

    def has_settled(self, one: Asked) -> bool:
        return one.decided_on is not None and one.decided_on <= self.settled

    def ripe(self, decision: int) -> bool:
        return decision in self.asked and not self.young(self.asked[decision])

    def decisions(self, wrong: Callable[[Asked], bool]) -> Count:
        """All of them, the young too: what is counted here is so from the first day."""
        found = [one.code for one in self.asked.values() if wrong(one)]
        return Count(len(self.asked), len(found), self.open, _refs("decision", found))

    def summed(self, every: Callable[[Asked], int], found: Callable[[Asked], int]) -> Count:
        """Summed over what is no longer young, with the decisions in which nothing was found behind it."""
        ripe = [one for one in self.asked.values() if not self.young(one)]
        none = [one.code for one in ripe if every(one) and not found(one)]
        young = len(self.asked) - len(ripe)
        return Count(sum(map(every, ripe)), sum(map(found, ripe)), young, _refs("decision", none))

    def _papers(self, late: list[tuple[str, bool]]) -> Count:
        found = [session for session, wrong in late if wrong]
        return Count(len(late), len(found), len(self.involved.papers) - len(late), _refs("session", found))

    def papers_late(self) -> Count:
        days = self.limits.paper_days
        ripe = [paper for paper in self.involved.papers if self.ripe(paper.decision) and paper.sent_on]
        return self._papers([(p.session, (p.held_on - (p.sent_on or p.held_on)).days < days) for p in ripe])

    def papers_differ(self) -> Count:
        ripe = [paper for paper in self.involved.papers if self.ripe(paper.decision)]
        return self._papers([(paper.session, not paper.same) for paper in ripe])

    def no_time(self) -> Count:
        ripe = [each for each in self.involved.adverts if each.reading and self.ripe(each.decision)]
        found = [each.code for each in ripe if each.no_time]
        return Count(len(ripe), len(found), refs=_refs("opportunity", found))

    def _afterwards(self, rows: dict[int, Asked], wrong: Callable[[int, Asked], bool]) -> Count:
        """What should be there is there already, or enough time has passed to look for it."""
        ripe = {pk: one for pk, one in rows.items() if self.has_settled(one) or not wrong(pk, one)}
        found = [one.code for pk, one in ripe.items() if wrong(pk, one)]
        return Count(len(ripe), len(found), len(rows) - len(ripe), _refs("decision", found))

    def outside(self) -> Count:
        """Whoever looked after an award and saw that nothing is going any more is believed."""
        begun = {pk: one for pk, one in self.asked.items() if one.trigger in FROM_OUTSIDE or pk in self.over}
        return self._afterwards(begun, lambda pk, one: pk in self.over or not _came_after(one))

    def changed(self) -> Count:
        came = {pk: one for pk, one in self.asked.items() if one.came}
        return self._afterwards(came, lambda pk, _one: pk not in self.voiced.led_somewhere)

    def stayed(self) -> Count:
        planned = {pk: one for pk, one in self.asked.items() if one.planning}
        percent = self.limits.stayed_percent
        return self._afterwards(
            planned, lambda _pk, one: one.doing * 100 < percent * one.planning and not _came_after(one)
        )


def _came_after(one: Asked) -> bool:
    """Somebody came to a session after it was decided."""
    return bool(one.decided_on and one.last_came and one.last_came > one.decided_on)


def _lone(involved: Involved, bodies: Sequence[BodySeats], still_open: int) -> Count:
    alone = [each.code for each in involved.adverts if each.seats == 1]
    sits = [body.code for body in bodies if body.lived == 1]
    return Count(
        len(involved.adverts) + len(bodies),
        len(alone) + len(sits),
        0 if bodies else still_open,
        _refs("opportunity", alone) + _refs("body", sits),
    )


def _votes(involved: Involved, bodies: Sequence[BodySeats], limits: Limits) -> Count:
    panels = [(Ref("decision", each.decision), each.lived, each.members) for each in involved.panels]
    counted = panels + [(Ref("body", body.code), body.lived_votes, body.votes) for body in bodies if body.votes]
    found = [ref for ref, lived, votes in counted if lived * 100 < limits.votes_percent * votes]
    return Count(len(counted), len(found), refs=tuple(found[:MOST_REFS]))


def _no_pay(involved: Involved) -> Count:
    """However early: it is said before anybody comes."""
    said = [each for each in involved.adverts if each.unpaid is not None]
    found = [each.code for each in said if each.unpaid]
    return Count(len(said), len(found), refs=_refs("opportunity", found))


def _few(hours: Hours, chosen: Chosen, clock: Clock | None) -> Few | None:
    """Their numbers are rounded as those of the figures are, and how many there were goes no further than here."""
    if not hours.minutes:
        return None
    settings = clock.settings if clock else organisations.settings_of(chosen.organisation_id, chosen.today)
    people, new = (
        small_numbers.about(number, settings.inside_threshold) for number in (len(hours.minutes), hours.first_timers)
    )
    return Few(
        people=People(people.least, people.step),
        hours=sum(hours.minutes) // 60,
        of_three=sum(hours.minutes[:3]) // 60,
        first_timers=People(new.least, new.step),
    )


def _arranged(involved: Involved) -> Count:
    arranged = involved.arranged
    return Count(arranged.all, arranged.not_met, refs=_refs("session", arranged.sessions))


def _disagree(chosen: Chosen, said: Themselves) -> Count | None:
    """Only those of whom it is certain what they said: no group under the threshold, nobody who could be worked out."""
    found = could_disagree(chosen, said.rounds)
    return Count(*found) if found else None


def _bids(chosen: Chosen, involved: Involved, said: Themselves, limits: Limits, clock: Clock | None) -> Count:
    """In time: before it went, and with the notice that a bid needs. Neither sent nor asked about yet: young.

    What is written down of a bid itself tells when it went. Without that, when its decision was taken has to do.
    """
    known = {bid.decision for bid in said.bids}
    rest = [bid for bid in involved.bids if bid.decision not in known]
    young = [bid for bid in rest if bid.decision not in involved.asked and bid.decided_on is None]
    late = [bid.code for bid in rest if bid not in young and _too_late(bid, involved, limits)]
    waiting = [
        bid for bid in said.bids if bid.writing and bid.decision not in involved.asked and bid.day > chosen.today
    ]
    ripe = [bid for bid in said.bids if bid not in waiting]
    rushed = _rushed(involved, ripe, limits, _clock(chosen, said, clock)) if ripe else []
    return Count(
        len(rest) - len(young) + len(said.bids) - len(waiting),
        len(late) + len(rushed),
        len(young) + len(waiting),
        (_refs("bid", rushed) + _refs("decision", late))[:MOST_REFS],
    )


def _clock(chosen: Chosen, said: Themselves, clock: Clock | None) -> Clock:
    found = clock or organisations.clock_of(Organisation.objects.get(pk=chosen.organisation_id))
    return replace(found, closed_days=frozenset(said.closed), organisation_id=None)  # asked for already


def _rushed(involved: Involved, bids: Sequence[BidLine], limits: Limits, clock: Clock) -> list[str]:
    """As the page of the bid says it, in working days."""

    def in_time(bid: BidLine) -> bool:
        asked = involved.asked.get(bid.decision)
        if asked is None or asked.first_asked >= bid.day:
            return False
        days = clock.working_days_between(asked.first_asked, bid.day)
        return when_of(asked.first_asked, bid.day, days, limits.bid_days) == When.BEFORE

    return [bid.code for bid in bids if not in_time(bid)]


def _too_late(bid: Bid, involved: Involved, limits: Limits) -> bool:
    asked = involved.asked.get(bid.decision)
    if asked is None or (bid.decided_on is not None and asked.first_asked >= bid.decided_on):
        return True
    return bid.notice is not None and bid.notice < limits.bid_days
