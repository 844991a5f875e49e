"""Yearly accounts as somebody may read them: which there are, their versions, and what is written at."""

from __future__ import annotations

import re
from datetime import date

from django.db.models import QuerySet

from alongside.candour import queries as candour
from alongside.core import periods
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.periods import Period
from alongside.core.years import BACK
from alongside.organisation.queries import Clock

from ..map_values import MapSheet
from ..models import AccountVersion, PublicAccount
from ..open_data import Rows
from ..open_files import About
from ..open_values import OpenCounts, OpenRow
from ..rules import accounts as rules

YEAR, NUMBER = re.compile(r"\d{4}", re.ASCII), re.compile(r"[1-9]\d{0,3}", re.ASCII)
MOST_CLAIMS = 40  # among which somebody chooses


def accounts_shown(actor: Actor) -> QuerySet[PublicAccount]:
    """What anybody may read, the newest year first."""
    rows = PublicAccount.objects.filter(organisation=actor.organisation_id, published__gt=0)
    return rows.select_related("organisation").order_by("-year")


def any_account(organisation_id: int) -> bool:
    return PublicAccount.objects.filter(organisation=organisation_id).exists()


def years_shown(actor: Actor) -> list[tuple[PublicAccount, AccountVersion]]:
    """Each with its newest version."""
    versions = AccountVersion.objects.filter(account__in=accounts_shown(actor).values("pk")).order_by("number")
    newest = {version.account_id: version for version in versions.defer("counts", "rows", "map", "facts")}
    return [(account, newest[account.pk]) for account in accounts_shown(actor) if account.pk in newest]


def account_shown(actor: Actor, year: str) -> PublicAccount:
    found = accounts_shown(actor).filter(year=int(year)).first() if YEAR.fullmatch(year) else None
    if found is None:
        raise NotYours
    return found


def year_asked(year: str, clock: Clock) -> Period:
    """A year that has begun, and not longer ago than others can be asked for."""
    found = periods.read(year, clock.settings.year_starts_month) if YEAR.fullmatch(year) else None
    today = clock.today()
    if found is None or found.first > today or found.first.year < today.year - BACK:
        raise NotYours
    return found


def account_kept(actor: Actor, period: Period) -> PublicAccount | None:
    """For those who write it; None when nobody has begun."""
    rules.check_keeps(actor)
    rows = PublicAccount.objects.filter(organisation=actor.organisation_id, year=int(period.slug))
    return rows.select_related("organisation").first()


def version_of(account: PublicAccount, number: int | None = None) -> AccountVersion:
    rows = account.versions.select_related("account__organisation", "recorded_by")
    found = rows.filter(number=account.published if number is None else number).first()
    if found is None:
        raise NotYours
    return found


def versions_of(account: PublicAccount) -> list[AccountVersion]:
    """The newest first."""
    rows = account.versions.defer("counts", "rows", "map", "facts").select_related("recorded_by")
    return list(rows.order_by("-number"))


def claims_to_choose(actor: Actor) -> list[tuple[str, str]]:
    """What anybody can read already, the newest first: an account is written after its year, and so are its claims."""
    claims = candour.claims_shown(actor)[:MOST_CLAIMS]
    texts = candour.present_texts(list(claims))
    return [(claim.code, texts[claim.pk].text) for claim in claims if claim.pk in texts]


def version_numbered(account: PublicAccount, number: str) -> AccountVersion:
    """As an address names it."""
    if not NUMBER.fullmatch(number):
        raise NotYours
    return version_of(account, int(number))


# What stands in a version.


def rows_of(version: AccountVersion) -> Rows:
    return tuple(OpenRow(*row) for row in version.rows)


def counts_of(version: AccountVersion) -> OpenCounts:
    return OpenCounts.of_plain(version.counts)


def map_of(version: AccountVersion) -> MapSheet:
    return MapSheet.of_plain(version.map)


def first_of(version: AccountVersion) -> date:
    """The first day of its year, as the organisation counted years then."""
    return date.fromisoformat(version.counts["first"])


def about(version: AccountVersion) -> About:
    """What its files say of it."""
    counts, organisation = counts_of(version), version.account.organisation
    return About(
        organisation=organisation.slug,
        name=organisation.name,
        year=counts.period,
        first=counts.first,
        last=counts.last,
        starts_month=counts.starts_month,
        version=version.number,
        published_on=version.published_on.isoformat(),
        closed=version.closed,
        counted_on=counts.counted_on,
        source=version.source,
        log_head=version.head,
        threshold=counts.step,
        levels=counts.levels,
        kinds=counts.kinds,
        kept_from=counts.kept_from,
    )


def period_of(account: PublicAccount, starts_month: int) -> Period:
    return periods.of_day(periods.YEAR, date(account.year, starts_month, 1), starts_month)
