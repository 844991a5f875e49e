"""A board pack, gathered from the record: what went wrong first. Nothing in it is somebody's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from alongside.candour.models import Claim
from alongside.candour.queries import ladder_on
from alongside.candour.queries.accounts import YearRead, accounts_between
from alongside.core import periods
from alongside.core.dates import AGE_EDGES
from alongside.core.keyset import first_of
from alongside.decisions.models import Decision, Taken, TakenWithout
from alongside.journey.models import Aim, AimStatus, Audience, Entry
from alongside.voice.models import Change, ChangeSource, Contribution
from alongside.voice.models.contributions import WITHDRAWN
from alongside.voice.queries import with_denied

from ..map_values import MapSheet
from ..pack_values import Accounts, AimThen, Changed, LetThrough, Owed, Pack, SmallGroups, Without
from ..values import Sheet
from .figures import count_sheet
from .mapping import count_map
from .packing_road import stretches_of
from .reasons import reasons_of
from .scope import Scope

MOST_OWED = 10
MOST_WITHOUT = 200  # all of them, but where an organisation is very large
MOST_CHANGES = 20
MOST_LEARNED = 12
MOST_AIMS = 12
MOST_CLAIMS = 10


def gather_pack(scope: Scope, counted_at: str, sheet: Sheet | None = None, the_map: MapSheet | None = None) -> Pack:
    """Of the whole organisation: a board answers for all of it. `sheet`, `the_map`: where they were counted already."""
    sheet = sheet or count_sheet(scope, counted_at)
    without, more_without = _without(scope)
    changes, more_changes = _changes(scope)
    bumps, learned, more_learned, more_bumps = _learned(scope)
    aims, claims = _aims(scope), _claims(scope)
    return Pack(
        period=scope.period.slug,
        period_name=scope.period.name,
        first=scope.period.first.isoformat(),
        last=scope.period.last.isoformat(),
        counted_on=scope.today.isoformat(),
        counted_at=counted_at,
        ladder=ladder_on(scope.organisation.pk, scope.end),
        sheet=sheet,
        map=the_map or count_map(scope, counted_at),
        owed=tuple(_owed(scope)),
        without=without,
        more_without=more_without,
        through=tuple(_through(scope)),
        changes=changes,
        more_changes=more_changes,
        bumps=bumps,
        learned=learned,
        more_learned=more_learned,
        aims=tuple(aims[:MOST_AIMS]),
        stretches=tuple(stretches_of(scope)),
        accounts=_accounts(scope),
        claims=claims[:MOST_CLAIMS],
        more_bumps=more_bumps,
        more_aims=max(len(aims) - MOST_AIMS, 0),
        more_claims=max(len(claims) - MOST_CLAIMS, 0),
    )


def _owed(scope: Scope) -> list[Owed]:
    """What had waited longest at the end, and more than twelve weeks. Where that is past, what was answered or taken
    back since had waited then: each is found by an index of its own."""
    long_ago = scope.end - timedelta(days=AGE_EDGES[-1])
    here = Contribution.objects.filter(scope.here(), received_on__lte=long_ago)
    asked = [here.filter(owed=True, answered_on__isnull=True)]
    if scope.end < scope.today:
        asked.append(here.filter(answered_on__gt=scope.end))
        asked.append(here.filter(state=WITHDRAWN, answered_on__isnull=True, withdrawn_on__gt=scope.end))
    names = ("received_on", "code", "unit__name", "board_since")
    found = [
        row for rows in asked for row in first_of(rows.order_by("received_on", "id"), MOST_OWED).values_list(*names)
    ]
    return [
        Owed(code, unit, (scope.end - received).days, bool(risen and risen <= scope.end))
        for received, code, unit, risen in sorted(found, key=lambda row: (row[0], row[1]))[:MOST_OWED]
    ]


def _without(scope: Scope) -> tuple[tuple[Without, ...], int]:
    """Those that may not be taken without people first. Why: as it was written the newest time."""
    newest = TakenWithout.objects.filter(decision=OuterRef("pk")).order_by("-id")
    rows = Decision.objects.filter(scope.decided(), taken__in=[Taken.EXCEPTED, Taken.WITHOUT])
    rows = rows.annotate(why=Subquery(newest.values("pk")[:1]))
    # “excepted” comes before “without” in the alphabet.
    names = ("code", "unit__name", "kind__name", "decided_on", "taken", "why")
    found = list(rows.order_by("taken", "-decided_on", "-id").values_list(*names)[: MOST_WITHOUT + 1])
    more = rows.count() - MOST_WITHOUT if len(found) > MOST_WITHOUT else 0
    return tuple(_one_without(row) for row in found[:MOST_WITHOUT]), more


def _one_without(row: Any) -> Without:
    code, unit, kind, on, taken, why = row
    reserved = taken == Taken.EXCEPTED
    return Without(code, unit, kind, on.isoformat(), reserved, why or 0 if reserved else 0)


def _through(scope: Scope) -> Iterable[LetThrough]:
    """What was let through, but for the decisions that are named already."""
    for each in reasons_of(scope):
        if each.kind != "exceptions":
            yield LetThrough(each.kind, each.decision, each.on.isoformat(), each.number)


def _changes(scope: Scope) -> tuple[tuple[Changed, ...], int]:
    """Since a day in these days: what is denied or did not hold first."""
    rows = with_denied(Change.objects.filter(scope.here(), since__range=scope.days)).select_related("unit", "decision")
    found = list(rows.order_by("-since", "-id")[: MOST_CHANGES + 1])
    more = rows.count() - MOST_CHANGES if len(found) > MOST_CHANGES else 0
    said: dict[int, list[str]] = defaultdict(list)
    sources = ChangeSource.objects.filter(change__in=[row.pk for row in found], contribution__restricted=False)
    for change, code in sources.order_by("id").values_list("change", "contribution__code"):
        said[change].append(code)
    listed = [
        Changed(
            row.code,
            row.stands,
            row.since.isoformat(),
            row.unit.name,
            row.decision.code if row.decision else "",
            tuple(said[row.pk]),
        )
        for row in found[:MOST_CHANGES]
    ]
    return tuple(sorted(listed, key=lambda one: one.state not in ("challenged", "lapsed"))), more


def read_by_all(scope: Scope) -> QuerySet[Entry]:
    """What its author lets everybody read who belongs here."""
    rows = Entry.objects.filter(organisation=scope.organisation.pk, taken_back_on__isnull=True)
    return rows.filter(audience__in=[Audience.MEMBERS, Audience.PUBLIC])


def _learned(scope: Scope) -> tuple[tuple[str, ...], tuple[str, ...], int, int]:
    """Bumps, the rest, how many more there are, and how many bumps are among those."""
    rows = read_by_all(scope).filter(on__range=scope.days).order_by("-has_bump", "-on", "-id")
    found = list(rows.values_list("code", "has_bump")[: MOST_LEARNED + 1])
    more = rows.count() - MOST_LEARNED if len(found) > MOST_LEARNED else 0
    kept = found[:MOST_LEARNED]
    bumps, rest = (tuple(code for code, bump in kept if bump is kind) for kind in (True, False))
    more_bumps = rows.filter(has_bump=True).count() - len(bumps) if more else 0
    return bumps, rest, more, more_bumps


def _aims(scope: Scope) -> list[AimThen]:
    """As they stood at the end: what is stuck first. What was over before these days is left out."""
    newest = AimStatus.objects.filter(aim=OuterRef("pk"), effective_on__lte=scope.end).order_by("-id")
    rows = Aim.objects.filter(organisation=scope.organisation.pk, written_on__lte=scope.end)
    rows = rows.annotate(then=Subquery(newest.values("state")[:1]), then_on=Subquery(newest.values("effective_on")[:1]))
    over = Q(then__in=["reached", "stopped"], then_on__lt=scope.period.first)
    names = ("code", "then", "then_on")
    found = [
        AimThen(code, state, on.isoformat()) for code, state, on in rows.exclude(over).values_list(*names) if state
    ]
    order = ("stuck", "said", "open", "stopped", "reached")
    return sorted(found, key=lambda aim: (order.index(aim.state), aim.since))


def _accounts(scope: Scope) -> Accounts:
    """Rounds that were opened in these days. What small groups say together is said when their three months are over,
    so that it stands in one pack of each kind of period."""
    found: YearRead = accounts_between(scope.organisation.pk, *scope.days)
    return Accounts(found.account, tuple(_together(scope, found)), len(found.rounds) + found.more, *_left(found))


def _left(found: YearRead) -> tuple[int, int]:
    return found.too_few, found.open


def _together(scope: Scope, found: YearRead) -> Iterable[SmallGroups]:
    if scope.period.kind == periods.MONTH:
        return
    for box, account in found.pools:
        if box.kind and box.quarter:
            yield SmallGroups(box.kind.name, box.quarter.isoformat(), account)


def _claims(scope: Scope) -> tuple[str, ...]:
    """What was said to others in these days, or still is."""
    rows = Claim.objects.filter(organisation=scope.organisation.pk, shown_on__lte=scope.end)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=scope.period.first))
    return tuple(rows.order_by("-shown_on", "-id").values_list("code", flat=True))
