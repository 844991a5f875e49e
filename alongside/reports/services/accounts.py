"""Writing the yearly account and publishing it. What was published stays; another version says what changed."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import queries as log
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.organisation import years
from alongside.organisation.models import Organisation

from .. import account_seals as seals
from ..account_events import AccountEvent as Event
from ..models import AccountVersion, PublicAccount
from ..queries import account_counts, account_words
from ..queries import accounts as queries
from ..rules import accounts as rules


@transaction.atomic
def write_account(
    *, period: Period, title: str, introduction: str, claims: Sequence[str] = (), seen: int | None = None, by: Actor
) -> PublicAccount:
    """The organisation's own part. Nobody outside reads it before it is published."""
    rules.check_keeps(by)
    # Two who begin one wait for each other here: of what is not there yet nothing can be locked.
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rows = PublicAccount.objects.select_for_update(of=("self",), no_key=True).filter(organisation=organisation)
    account = rows.filter(year=int(period.slug)).first()
    rules.check_seen(account, seen)
    title, introduction = rules.as_written(title), rules.as_written(introduction)
    known = dict(queries.claims_to_choose(by))
    chosen = [code for code in dict.fromkeys(claims) if code in known]
    rules.check_draft(title, introduction, len(chosen))
    if account is None:
        years.check_settled(organisation.pk, period, organisations.clock_of(organisation).today())
    account = account or PublicAccount(organisation=organisation, year=int(period.slug), version=0, **byline(by))
    account.title, account.introduction, account.claims = title, introduction, chosen
    account.version += 1
    account.save()
    audit.record(Event.DRAFTED, by=by, target=account, facts={"year": account.year, "claims": len(chosen)})
    return account


@transaction.atomic
def publish_account(*, account: PublicAccount, changed: str = "", seen: int | None = None, by: Actor) -> AccountVersion:
    """By a named person. The numbers are those that were closed, or are counted now and say that nobody signed them."""
    rules.check_keeps(by)
    rows = PublicAccount.objects.select_for_update(of=("self",), no_key=True).filter(organisation=by.organisation_id)
    found = rows.select_related("organisation").filter(pk=account.pk).first()
    if found is None:
        raise NotYours
    account = found
    rules.check_seen(account, seen)
    clock = organisations.clock_of(account.organisation)
    period, changed = queries.period_of(account, clock.settings.year_starts_month), rules.as_written(changed)
    rules.check_publish(account, period, period.is_over(clock.today()), changed)
    earlier = list(account.versions.order_by("-number"))
    made = AccountVersion(
        account=account,
        number=account.published + 1,
        title=account.title,
        introduction=account.introduction,
        changed=changed if earlier else "",
        claims=account.claims,
        bumps=account_words.bumps_in(account.organisation_id, period),
        changes=account_words.changes_in(account.organisation_id, period),
        head=log.head_of(account.organisation_id),
        salt=new_salt(),
        published_on=clock.today(),
        **account_counts.figures_for(account.organisation, clock.settings, period, clock.today(), earlier),
        **byline(by),
    )
    made.save(force_insert=True)
    account.published, account.version = made.number, account.version + 1
    account.save(update_fields=["published", "version"])
    facts = {"year": account.year, "version": made.number, "closed": made.closed, "sealed": seals.seal(made)}
    audit.record(Event.PUBLISHED, by=by, target=made, facts=facts)
    return made
