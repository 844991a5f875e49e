"""Bids as somebody may read them: what they say, held against the record; and what is owed after an award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.decisions.queries import decisions_for
from alongside.involvement.queries import asking
from alongside.organisation.queries import Clock

from ..models import (
    Bid,
    BidAsked,
    BidClaim,
    BidLook,
    BidRecord,
    BidWords,
    Claim,
    ClaimRecord,
    ClaimText,
)
from ..models.bid_people import Knows
from ..models.bids import WON
from ..models.claims import ENDED
from ..standards import bidding
from ..standards.bidding import Came, Found, Held, When, Wordlist
from ..standing import Stands
from .bid_people import Told, told_of
from .claim_records import Records, kept_of, records_named
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
    lists = BidWords.objects.filter(
        organisation=OuterRef("organisation"), effective_on__lte=Coalesce(OuterRef("sent_on"), OuterRef("submit_on"))
    )
    newest = lists.order_by("-effective_on", "-id").values("words")[:1]
    rows = bids_for(actor).annotate(own_words=Subquery(newest, output_field=JSONField()))
    found = rows.filter(code=code).first()
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

    def readable(self, row: BidRecord) -> bool:
        """By whoever looks: see `rests_of`."""
        return bool(getattr(row, "is_readable", False))

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


def rests_of(bid: Bid, actor: Actor | None = None) -> Rests:
    rows = BidRecord.objects.filter(bid=bid).select_related("decision", "opportunity__decision")
    if actor is not None:
        rows = rows.annotate(is_readable=Exists(decisions_for(actor).filter(pk=OuterRef("decision"))))
    return Rests(list(rows.order_by("id")))


@dataclass(frozen=True)
class Line:
    """One thing that it rests on, or something that was opened for it."""

    title: str  # nothing where it cannot be opened by whoever looks
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

    @property
    def unsupported(self) -> list[Sentence]:
        return [each for each in self.sentences if each.found.unsupported]


def against_record(actor: Actor, bid: Bid, clock: Clock, on: date | None = None) -> Against:
    """`on`: the day on which it is sent, where that is only being written down. It reads the same for everybody; what
    an actor may not open stands there without its name."""
    day = on or bid.sent_on or bid.submit_on
    needed = limits_on(bid.organisation_id, day).bid_days
    rests, told = rests_of(bid, actor), told_of(bid)
    lines = _lines(actor, rests, day, clock, needed)
    own_claims, others = claims_about(bid, rests, clock)
    claims = {bidding.plain(version.text.text): version for version in own_claims}
    held = _held(rests, lines, told, day, clock, needed, any(map(_disputed, others)))
    disputed = [version.text.text for version in own_claims if _disputed(version)]
    found = bidding.hold(bid.words, _words_of(bid, day, on), held, disputed)
    sentences = [Sentence(each, claims.get(bidding.plain(each.text))) for each in found]
    return Against(bid, day, needed, rests, lines, held, sentences, told)


def _disputed(version: Version) -> bool:
    return version.standing.stands == Stands.DISPUTED


def _when(asked_on: date | None, day: date, clock: Clock, needed: int) -> tuple[When, int]:
    days = clock.working_days_between(asked_on, day) if asked_on is not None and asked_on < day else 0
    return bidding.when_of(asked_on, day, days, needed), days


def _lines(actor: Actor, rests: Rests, day: date, clock: Clock, needed: int) -> list[Line]:
    """What was opened for these; and by its own name each decision for which nothing was."""
    opened = asking.asked_lines(actor, rests.decisions, rests.opportunities)
    lines = []
    for each in opened:
        when, days = _when(each.asked_on, day, clock, needed)
        title = each.title if each.readable else ""
        lines.append(Line(title, each.code, when, each.asked_on, days, each.places))
    known = {each.decision for each in opened}
    for row in rests.rows:
        if row.decision is not None and row.decision_id not in known:
            title = row.decision.title if rests.readable(row) else ""
            lines.append(Line(title, "", When.NEVER, None, 0, 0, row.decision.code))
    return lines


def _held(  # noqa: PLR0913  each of them by its place
    rests: Rests, lines: Sequence[Line], told: Told, day: date, clock: Clock, needed: int, disputed: bool
) -> Held:
    came = asking.came_before(rests.decisions, rests.opportunities, day)
    by_hand = [row for row in told.rows if row.knows == Knows.HAND and not told.denied(row)]
    return Held(
        records=len(rests.rows),
        came=[Came(each.role, _when(each.asked_on, day, clock, needed)[0]) for each in came],
        asked_after=any(line.when == When.AFTER for line in lines),
        by_hand=sum(_when(row.asked_on, day, clock, needed)[0] == When.BEFORE for row in by_hand),
        denied=sum(told.denied(row) for row in told.rows),
        disputed=disputed,
    )


def when_by_hand(row: BidAsked, read: Against, clock: Clock) -> tuple[When, int]:
    return _when(row.asked_on, read.day, clock, read.needed)


# Sentences that people are asked to sign.


def claims_about(bid: Bid, rests: Rests, clock: Clock) -> tuple[list[Version], list[Version]]:
    """Its own sentences, every text of each, the oldest first: what was disputed stays so, whatever is said instead or
    no longer. And what is claimed elsewhere, now, on the same record."""
    own = BidClaim.objects.filter(bid=bid).values("claim")
    newest = ClaimText.objects.filter(claim=OuterRef("claim")).order_by("-number").values("pk")[:1]
    elsewhere = Q(pk__in=ClaimRecord.objects.filter(_resting(rests)).values("text"), pk=Subquery(newest))
    texts = ClaimText.objects.filter(Q(claim__in=own) | elsewhere & ~Q(claim__state=ENDED))
    texts = texts.annotate(is_own=Exists(BidClaim.objects.filter(bid=bid, claim=OuterRef("claim"))))
    found = list(texts.select_related("claim__organisation", "claim__unit").order_by("claim", "number"))
    if not found:
        return [], []
    kept = kept_of([text.pk for text in found])
    versions = versions_of(found, clock.settings.pulse_threshold, clock.today(), kept)
    sides: tuple[list[Version], list[Version]] = ([], [])
    for text, version in zip(found, versions, strict=True):
        sides[not getattr(text, "is_own", False)].append(version)
    return sides


def _resting(rests: Rests) -> Q:
    decisions, opportunities = rests.decisions, rests.opportunities
    found = Q(decision__in=decisions) | Q(opportunity__in=opportunities) | Q(change__decision__in=decisions)
    found |= Q(opportunity__decision__in=decisions) | Q(meeting__opportunity__in=opportunities)
    return found | Q(meeting__opportunity__decision__in=decisions)


def bid_of_claim(actor: Actor, claim: Claim) -> Bid | None:
    """In which it stands as a sentence, where somebody may see that."""
    return bids_for(actor).filter(pk__in=BidClaim.objects.filter(claim=claim).values("bid")).first()


# The words that need the record.


def words_on(organisation_id: int, day: date) -> BidWords | None:
    rows = BidWords.objects.filter(organisation=organisation_id, effective_on__lte=day)
    return rows.order_by("-effective_on", "-id").first()


def words_rows(actor: Actor) -> QuerySet[BidWords]:
    rows = BidWords.objects.filter(organisation=actor.organisation_id).select_related("recorded_by")
    return rows.order_by("-id")


def _words_of(bid: Bid, day: date, on: date | None) -> Wordlist:
    """Read with the bid itself, unless it is held against another day."""
    if on is None and hasattr(bid, "own_words"):
        return _wordlist(bid.own_words)
    return wordlist_of(words_on(bid.organisation_id, day))


def _wordlist(words: Mapping[str, Sequence[str]] | None) -> Wordlist:
    return Wordlist({int(level): each for level, each in words.items()}) if words else Wordlist()


def wordlist_of(row: BidWords | None) -> Wordlist:
    return _wordlist(row.words if row else None)


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
