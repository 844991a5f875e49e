"""Claims as somebody may read them: the text, who stands behind it, what is said against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people.models import Person
from alongside.voice.queries.waiting_for import named

from ..models import Account, Claim, ClaimRecord, ClaimText, Signature
from ..models.claims import ASKED, DISPUTED, ENDED, SIGNED
from ..standing import Answers, Lapse, Standing, Stands, standing_of
from .claim_records import KINDS, kept_of, lapses

CLAIM = 2  # after what else waits for somebody: see voice.queries.waiting


@dataclass(frozen=True)
class Version:
    """One text of a claim with everything that stands beside it."""

    text: ClaimText
    standing: Standing
    answers: Answers
    signers: Sequence[str] = field(default_factory=tuple)  # those who give their name
    against: Sequence[tuple[str, str]] = field(default_factory=tuple)  # a name or none, and what they say against it
    accounts: Sequence[Account] = field(default_factory=tuple)
    records: Sequence[ClaimRecord] = field(default_factory=tuple)
    lapses: Sequence[Lapse] = field(default_factory=tuple)

    @property
    def claim(self) -> Claim:
        return self.text.claim


def claims_for(actor: Actor) -> QuerySet[Claim]:
    """What anybody may read; and for those who make claims or oversee them, what is still being asked about."""
    rows, mine = Claim.objects.filter(organisation=actor.organisation_id), Q(shown_on__isnull=False)
    units = [actor.units_for(permission) for permission in (P.KEEP_DECISIONS, P.SEE_BOARD)]
    if None not in units:
        rows = rows.filter(mine | Q(unit__in={unit for each in units for unit in each or ()}))
    return rows.select_related("organisation", "unit").order_by("-made_on", "-id")


def claims_shown(actor: Actor) -> QuerySet[Claim]:
    """What anybody may read, the newest first."""
    rows = Claim.objects.filter(organisation=actor.organisation_id, shown_on__isnull=False)
    return rows.select_related("organisation", "unit").order_by("-shown_on", "-id")


def claim_for(actor: Actor, code: str) -> Claim:
    return _one(claims_for(actor), code)


def claim_shown(actor: Actor, code: str) -> Claim:
    return _one(claims_shown(actor), code)


def _one(rows: QuerySet[Claim], code: str) -> Claim:
    found = rows.filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def present_texts(claims: Iterable[Claim]) -> dict[int, ClaimText]:
    """By claim, its newest text."""
    newest = ClaimText.objects.filter(claim=OuterRef("claim")).order_by("-number").values("number")[:1]
    rows = ClaimText.objects.filter(claim__in=[claim.pk for claim in claims], number=Subquery(newest))
    return {row.claim_id: row for row in rows.select_related("claim__organisation", "claim__unit")}


def texts_of(claim: Claim) -> list[ClaimText]:
    """All versions, the newest first."""
    rows = ClaimText.objects.filter(claim=claim).select_related("claim__organisation", "claim__unit", "recorded_by")
    return list(rows.order_by("-number"))


def newest_text(claim: Claim) -> ClaimText:
    return texts_of(claim)[0]


def versions_of(
    texts: Sequence[ClaimText], threshold: int, today: date, kept: dict[int, list[ClaimRecord]] | None = None
) -> list[Version]:
    """However many texts, in three questions. `kept`: what they rest on, where another page has asked for that
    already; such a page shows what is said against them, and leads on to everything else that is said: one question.
    """
    keys = [text.pk for text in texts]
    signed, accounts = _signed(keys), {} if kept is not None else _accounts(keys)
    kept = kept_of(keys) if kept is None else kept
    return [
        Version(
            text,
            standing_of(_answers(signed[text.pk]), threshold),
            _answers(signed[text.pk]),
            [row.name for row in signed[text.pk] if row.named and row.state == SIGNED],
            [(row.name, row.words) for row in signed[text.pk] if row.state == DISPUTED and row.words],
            accounts.get(text.pk, ()),
            kept[text.pk],
            lapses(kept[text.pk], text.ends_on, today),
        )
        for text in texts
    ]


def present_versions(claims: Sequence[Claim], threshold: int, today: date) -> list[Version]:
    """The newest text of each, in the order of the claims."""
    texts = present_texts(claims)
    return versions_of([texts[claim.pk] for claim in claims if claim.pk in texts], threshold, today)


class _Signed(NamedTuple):
    text: int
    state: str
    named: bool
    name: str
    medium: str
    words: str | None


def _signed(text_ids: Collection[int]) -> dict[int, list[_Signed]]:
    """All who were asked about each: as many as were there, so few enough to be counted here."""
    found: dict[int, list[_Signed]] = defaultdict(list)
    said = Account.objects.filter(signature=OuterRef("pk"), kind=OuterRef("state")).exclude(words="")
    rows = Signature.objects.filter(text__in=text_ids).order_by("answered_on", "id")
    rows = rows.annotate(words=Subquery(said.order_by("-id").values("words")[:1]))
    for values in rows.values_list("text", "state", "named", "name", "medium", "words"):
        found[values[0]].append(_Signed(*values))
    return found


def _answers(rows: Sequence[_Signed]) -> Answers:
    said = [row for row in rows if row.state in (SIGNED, DISPUTED)]
    named = [row for row in said if row.named]
    return Answers(
        asked=len(rows),
        signed=sum(row.state == SIGNED for row in said),
        disputed=sum(row.state == DISPUTED for row in said),
        named=len(named),
        named_signed=sum(row.state == SIGNED for row in named),
        named_disputed=sum(row.state == DISPUTED for row in named),
        written=sum(bool(row.medium) for row in said),
        named_written=sum(bool(row.medium) for row in named),
    )


def _accounts(text_ids: Collection[int]) -> dict[int, list[Account]]:
    """What is said of it: what was said against it first. Each with the replies to it."""
    rows = Account.objects.filter(text__in=text_ids).exclude(words="", kind=SIGNED).exclude(words="", kind=DISPUTED)
    rows = rows.select_related("signature").order_by("id")
    replies: dict[int, list[Account]] = defaultdict(list)
    found: dict[int, list[Account]] = defaultdict(list)
    everything = list(rows)
    for row in everything:
        if row.replies_to_id:
            replies[row.replies_to_id].append(row)
    for row in sorted(everything, key=lambda one: one.kind != DISPUTED):
        if not row.replies_to_id:
            row.shown_replies = replies[row.pk]  # type: ignore[attr-defined]
            found[row.text_id].append(row)
    return found


def disputed(rows: QuerySet[Claim]) -> QuerySet[Claim]:
    """Somebody who was there says of the newest text that it is not true. One is enough, also where it is no longer
    said."""
    return rows.filter(Exists(_said_of_newest().filter(state=DISPUTED)))


def _said_of_newest() -> QuerySet[Signature]:
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    return Signature.objects.filter(text__claim=OuterRef("pk"), text=Subquery(newest))


def standing_as(rows: QuerySet[Claim], stands: str) -> QuerySet[Claim]:
    """Claims whose newest text stands so: as it is tagged, but for what has lapsed, which is looked at row by row."""
    said = _said_of_newest()
    against, signed = Exists(said.filter(state=DISPUTED)), Exists(said.filter(state=SIGNED))
    rows = rows.exclude(state=ENDED)
    if stands == Stands.DISPUTED:
        return rows.filter(against)
    return rows.filter(signed, ~against) if stands == Stands.SIGNED else rows.filter(~signed, ~against)


# What rests on something, for the pages that show it.


def versions_resting_on(actor: Actor, decision_id: int, threshold: int, today: date, most: int) -> list[Version]:
    """On a decision, on what was opened or met for it, or on what is different because of it: by their newest texts,
    the newest claim first."""
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    resting = ClaimRecord.objects.filter(rests_on(decision_id), text=Subquery(newest), text__claim__in=_keys(actor))
    rows = ClaimRecord.objects.filter(text__in=resting.values("text")).order_by("-text__claim", "id")
    kept: dict[int, list[ClaimRecord]] = defaultdict(list)
    for row in rows.select_related("text__claim__organisation", "text__claim__unit", *KINDS):
        kept[row.text_id].append(row)
    texts = [records[0].text for records in kept.values()][:most]
    return versions_of(texts, threshold, today, kept) if texts else []


def _keys(actor: Actor) -> QuerySet[Any]:
    return claims_for(actor).order_by().values("pk")


def rests_on(decision_id: int | None) -> Q:
    found = Q()
    for way in ("decision", "opportunity__decision", "meeting__opportunity__decision", "change__decision"):
        found |= Q(**{way: decision_id})
    return found


# For those who are asked.


def my_signatures(person_ids: Collection[int]) -> QuerySet[Signature]:
    """All that they were asked, the newest first."""
    rows = Signature.objects.filter(person__in=list(person_ids))
    return rows.select_related("text__claim__organisation", "text__claim__unit", "person").order_by("-id")


def signature_of(person_ids: Collection[int], code: str) -> Signature:
    found = my_signatures(person_ids).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def waiting_signatures(person_ids: Collection[int]) -> QuerySet[Signature]:
    """Asked about a text that is still the newest of a claim that is still made. There is no last day for it."""
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    rows = my_signatures(person_ids).filter(state=ASKED, text=Subquery(newest))
    return rows.exclude(text__claim__state=ENDED)


def waiting_before(organisation_id: int, first: date, last: date) -> QuerySet[Signature]:
    """Those who have said nothing of what is still said, and by whose answer it helps to have in these days."""
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    rows = Signature.objects.filter(state=ASKED, person__isnull=False, text=Subquery(newest), asked_on__lt=first)
    rows = rows.filter(text__claim__organisation=organisation_id, text__reply_by__range=(first, last))
    return rows.exclude(text__claim__state=ENDED).select_related("text__claim__organisation").order_by("id")


def claims_waiting(person_ids: Collection[int]) -> Any:
    """The same as rows beside what else waits for them, so that all is asked for at once."""
    claim = "text__claim__organisation"
    return named(waiting_signatures(person_ids), CLAIM, "code", F("text__text"), "asked_on", claim)


def is_newest(text: ClaimText) -> bool:
    return not ClaimText.objects.filter(claim=text.claim_id, number__gt=text.number).exists()


def account_on(text: ClaimText, code: str) -> Account:
    """Something that was said of this text, to reply to."""
    found = Account.objects.filter(text=text, code=code).exclude(words="").select_related("text__claim").first()
    if found is None:
        raise NotYours
    return found


def own_accounts(signature: Signature) -> list[Account]:
    rows = signature.accounts.exclude(words="").select_related("replies_to__signature").order_by("id")
    return list(rows)


def signature_for_them(actor: Actor, claim: Claim, person: Person) -> Signature | None:
    """Of the newest text, for whoever writes down what this person says."""
    text = newest_text(claim)
    rows = Signature.objects.filter(text=text, person=person).select_related("text__claim__organisation", "person")
    return rows.first() if actor.can(P.SEE_REGISTER) else None
