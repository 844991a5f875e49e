"""Bids as somebody may read them: what they say, held against the record; and what is owed after an award."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.involvement.queries import asking
from alongside.organisation.queries import Clock

from ..models import (
    Bid,
    BidAsked,
    BidClaim,
    BidLook,
    BidRecord,
    BidWords,
    ClaimRecord,
    ClaimText,
    Signature,
)
from ..models.bid_people import Knows
from ..models.bids import DROPPED, WON
from ..models.claims import DISPUTED, ENDED
from ..standards import bidding
from ..standards.bidding import Came, Found, Held, When, Wordlist
from ..standing import Stands
from .bid_people import Told, told_of
from .claim_records import Records, records_named
from .claims import Version, versions_of
from .limits import limits_on


def bids_for(actor: Actor) -> QuerySet[Bid]:
    """Of the units whose bids somebody may see, the latest to be sent first."""
    rows = Bid.objects.filter(organisation=actor.organisation_id)
    units = actor.units_for(P.SEE_BIDS)
    if units is not None:
        rows = rows.filter(unit__in=units)
    return rows.select_related("organisation", "unit").order_by("-submit_on", "-id")


def bid_for(actor: Actor, code: str) -> Bid:
    found = bids_for(actor).filter(code=code).first()
    if found is None or not actor.is_member:
        raise NotYours
    return found


def bid_records_named(actor: Actor, words: str) -> Records:
    """Decisions and opportunities: what people can have been asked about before a bid."""
    found = records_named(actor, words)
    if found.meetings or found.changes:
        told = _("A bid rests on decisions and opportunities. Copy the address of one, not of a session or a change.")
        raise Refused(told, field="rests_on")
    return found


@dataclass(frozen=True)
class Rests:
    """What a bid rests on, by key."""

    rows: Sequence[BidRecord] = ()

    @property
    def decisions(self) -> list[int]:
        return [row.decision_id for row in self.rows if row.decision_id is not None]

    @property
    def opportunities(self) -> list[int]:
        return [row.opportunity_id for row in self.rows if row.opportunity_id is not None]

    @property
    def records(self) -> Records:
        return Records(
            decisions=tuple(row.decision for row in self.rows if row.decision is not None),
            opportunities=tuple(row.opportunity for row in self.rows if row.opportunity is not None),
        )


def rests_of(bid: Bid) -> Rests:
    rows = BidRecord.objects.filter(bid=bid).select_related("decision", "opportunity__decision")
    return Rests(list(rows.order_by("id")))


@dataclass(frozen=True)
class Line:
    """One thing that it rests on. `title` where nothing was opened for a decision."""

    title: str
    code: str  # of the opportunity, or none
    when: When
    asked_on: date | None
    days: int  # working days between
    places: int
    decision: str = ""  # its code, where nothing was opened


@dataclass(frozen=True)
class Sentence:
    found: Found
    claim: Version | None = None  # of those who were there


@dataclass(frozen=True)
class Against:
    """A bid held against the record, on the day on which it goes or went."""

    bid: Bid
    day: date
    needed: int  # working days before it
    rests: Rests
    lines: Sequence[Line]
    held: Held
    sentences: Sequence[Sentence]
    told: Told
    words: BidWords | None

    @property
    def unsupported(self) -> list[Sentence]:
        return [each for each in self.sentences if each.found.unsupported]


def against_record(bid: Bid, clock: Clock, on: date | None = None) -> Against:
    """`on`: the day on which it is sent, where that is only being written down."""
    day = on or bid.sent_on or bid.submit_on
    needed = limits_on(bid.organisation_id, day).bid_days
    rests, told = rests_of(bid), told_of(bid)
    lines = _lines(rests, day, clock, needed)
    versions = versions_of_bid(bid, clock)
    claims = {bidding.plain(version.text.text): version for version in versions}
    held = _held(rests, lines, told, day, clock, needed)
    own = words_on(bid.organisation_id, day)
    disputed = [version.text.text for version in versions if version.standing.stands == Stands.DISPUTED]
    found = bidding.hold(bid.words, wordlist_of(own), held, disputed)
    sentences = [Sentence(each, claims.get(bidding.plain(each.text))) for each in found]
    return Against(bid, day, needed, rests, lines, held, sentences, told, own)


def _when(asked_on: date | None, day: date, clock: Clock, needed: int) -> tuple[When, int]:
    days = clock.working_days_between(asked_on, day) if asked_on is not None and asked_on < day else 0
    return bidding.when_of(asked_on, day, days, needed), days


def _lines(rests: Rests, day: date, clock: Clock, needed: int) -> list[Line]:
    """What was opened for these; and by its own name each decision for which nothing was."""
    opened = asking.asked_lines(rests.decisions, rests.opportunities)
    lines = []
    for each in opened:
        when, days = _when(each.asked_on, day, clock, needed)
        lines.append(Line(each.title, each.code, when, each.asked_on, days, each.places))
    known = {each.decision for each in opened}
    for row in rests.rows:
        if row.decision is not None and row.decision_id not in known:
            lines.append(Line(row.decision.title, "", When.NEVER, None, 0, 0, row.decision.code))
    return lines


def _held(rests: Rests, lines: Sequence[Line], told: Told, day: date, clock: Clock, needed: int) -> Held:
    came = asking.came_before(rests.decisions, rests.opportunities, day)
    by_hand = [row for row in told.rows if row.knows == Knows.HAND and not told.denied(row)]
    return Held(
        records=len(rests.rows),
        came=[Came(each.role, _when(each.asked_on, day, clock, needed)[0]) for each in came],
        asked_after=any(line.when == When.AFTER for line in lines),
        by_hand=sum(_when(row.asked_on, day, clock, needed)[0] == When.BEFORE for row in by_hand),
        denied=sum(told.denied(row) for row in told.rows),
        disputed=disputed_resting_on(rests),
    )


def when_by_hand(row: BidAsked, read: Against, clock: Clock) -> tuple[When, int]:
    return _when(row.asked_on, read.day, clock, read.needed)


# Sentences that people are asked to sign.


def versions_of_bid(bid: Bid, clock: Clock) -> list[Version]:
    """Every text of each, the oldest first: what was disputed stays so, whatever is said instead or no longer."""
    claims = BidClaim.objects.filter(bid=bid).values("claim")
    texts = ClaimText.objects.filter(claim__in=claims).select_related("claim__organisation", "claim__unit")
    found = list(texts.order_by("claim", "number"))
    return versions_of(found, clock.settings.pulse_threshold, clock.today()) if found else []


def disputed_resting_on(rests: Rests) -> bool:
    """Somebody who was there says of a claim on the same record that it is not true, wherever that is said."""
    about = Q(decision__in=rests.decisions) | Q(opportunity__in=rests.opportunities)
    about |= Q(opportunity__decision__in=rests.decisions) | Q(meeting__opportunity__in=rests.opportunities)
    about |= Q(meeting__opportunity__decision__in=rests.decisions)
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    texts = ClaimRecord.objects.filter(about).values("text")
    rows = Signature.objects.filter(text__in=texts, text=Subquery(newest), state=DISPUTED)
    return rows.exclude(text__claim__state=ENDED).exists()


def bid_of_claim(claim_id: int) -> Bid | None:
    row = BidClaim.objects.filter(claim=claim_id).select_related("bid").first()
    return row.bid if row else None


# The words that need the record.


def words_on(organisation_id: int, day: date) -> BidWords | None:
    rows = BidWords.objects.filter(organisation=organisation_id, effective_on__lte=day)
    return rows.order_by("-effective_on", "-id").first()


def words_rows(actor: Actor) -> QuerySet[BidWords]:
    rows = BidWords.objects.filter(organisation=actor.organisation_id).select_related("recorded_by")
    return rows.order_by("-id")


def wordlist_of(row: BidWords | None) -> Wordlist:
    return Wordlist({int(level): words for level, words in row.words.items()}) if row else Wordlist()


# After the award.


def looks_of(bid: Bid) -> list[BidLook]:
    return list(BidLook.objects.filter(bid=bid).order_by("months"))


def look_for(bid: Bid, code: str) -> BidLook:
    found = next((each for each in looks_of(bid) if each.code == code), None)
    if found is None:
        raise NotYours
    return found


def looks_due(organisation_id: int, today: date) -> QuerySet[BidLook]:
    """Bids that were won, and a look at what became of the promise is owed; the oldest first."""
    rows = BidLook.objects.filter(due_on__lte=today, looked_on__isnull=True, bid__state=WON)
    rows = rows.filter(bid__organisation=organisation_id)
    return rows.select_related("bid__unit", "bid__organisation").order_by("due_on", "id")


def looks_owed(actor: Actor, today: date) -> QuerySet[BidLook]:
    rows, units = looks_due(actor.organisation_id or 0, today), actor.units_for(P.SEE_BIDS)
    return rows if units is None else rows.filter(bid__unit__in=units)


def bids_resting_on(actor: Actor, decision_id: int) -> QuerySet[Bid]:
    """For the page of a decision: not what is not going ahead."""
    about = BidRecord.objects.filter(Q(decision=decision_id) | Q(opportunity__decision=decision_id))
    return bids_for(actor).filter(pk__in=about.values("bid")).exclude(state=DROPPED)


def bids_of_codes(actor: Actor, codes: Collection[str]) -> QuerySet[Bid]:
    return bids_for(actor).filter(code__in=codes)
