"""Whom contributors chose to sign for them is written down, and each of those who were asked is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.candour.asked import Answer as Answer
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_each
from alongside.people.models import Person
from alongside.post import services as post

from ..close_events import CloseEvent as Event
from ..models import AskedSigner, PeriodSigner
from ..queries import signers as queries
from ..rules import signers as rules


@transaction.atomic
def appoint_signer(  # noqa: PLR0913  each of them by its name
    *,
    person: Person,
    shown_as: str,
    how_chosen: str,
    asked: Sequence[Answer],
    from_day: date,
    until_day: date,
    by: Actor,
) -> PeriodSigner:
    """When fewer than two of those who were asked stand behind it, nobody was chosen."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rules.check_can_appoint(by)
    today = organisations.clock_of(organisation).today()
    rules.check_signer(organisation.pk, person, queries.in_team(organisation.pk, person))
    agree = sum(each.agrees for each in asked)
    rules.check_chosen(person, [each.person for each in asked], agree, (from_day, until_day), today)
    hold_each(by, [each.person for each in asked])
    made = PeriodSigner.objects.create(
        organisation=organisation,
        person=person,
        shown_as=shown_as.strip(),
        how_chosen=how_chosen.strip(),
        from_day=from_day,
        until_day=until_day,
        **byline(by),
    )
    for each in asked:
        _write_down(made, each, by)
    days = {"from": from_day.isoformat(), "until": until_day.isoformat()}
    facts = {**days, "person": person.code, "asked": len(asked), "agree": agree}
    audit.record(Event.SIGNER_CHOSEN, by=by, target=made, facts=facts)
    _tell_signer(made)
    return made


def _tell_signer(made: PeriodSigner) -> None:
    post.queue(
        "period_signer_chosen",
        organisation=made.organisation_id,
        to_person=made.person_id,
        subject=_("Others chose you to sign the figures of each month"),
        body=_(
            "From %(day)s you read the figures of each month before they are closed, and sign them for contributors "
            "or say what is not right. If you do not want to, you can stop at any time. You need no reason."
        )
        % {"day": long_day(made.from_day)},
        link=f"/{made.organisation.slug}/periods/signers/",
    )


def _write_down(made: PeriodSigner, answer: Answer, by: Actor) -> None:
    AskedSigner.objects.create(signer=made, person=answer.person, agrees=answer.agrees, said=answer.said, **byline(by))
    words = {"day": long_day(made.from_day), "says": answer.written_down}
    post.queue(
        "period_signer_asked",
        organisation=made.organisation_id,
        to_person=answer.person.pk,
        subject=_("You were asked who signs the figures for contributors"),
        body=_(
            "From %(day)s somebody signs the figures of each month for contributors. It is written down that you were "
            "asked who, and %(says)s. If that is not so, you can say so on the page."
        )
        % words,
        link=f"/{made.organisation.slug}/periods/signers/",
    )


@transaction.atomic
def deny_signer(*, asked: AskedSigner, by: Actor) -> AskedSigner:
    """“I was not asked”, or “I do not agree any more”. It stands, and can end that they sign."""
    rows = AskedSigner.objects.select_for_update(of=("self",), no_key=True).select_related("signer__organisation")
    asked = rows.get(pk=asked.pk)
    rules.check_can_deny(by, asked)
    asked.denied_on = organisations.clock_of(asked.signer.organisation).today()
    asked.save(update_fields=["denied_on"])
    audit.record(Event.SIGNER_DENIED, by=by, target=asked, facts={"signer": asked.signer.code})
    return asked


@transaction.atomic
def end_signer(*, signer: PeriodSigner, by: Actor) -> PeriodSigner:
    """From today they sign nothing more. What they signed stays signed."""
    rows = PeriodSigner.objects.filter(organisation=by.organisation_id).select_for_update(of=("self",), no_key=True)
    signer = rows.select_related("organisation").get(pk=signer.pk)
    rules.check_can_end(by, signer)
    signer.ended_on = max(organisations.clock_of(signer.organisation).today(), signer.from_day)
    signer.save(update_fields=["ended_on"])
    audit.record(Event.SIGNER_ENDED, by=by, target=signer, facts={"on": signer.ended_on.isoformat()})
    return signer
