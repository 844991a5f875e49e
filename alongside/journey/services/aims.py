"""Setting an aim, agreeing to it, and saying where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.people.holding import hold_author
from alongside.people.models import Person
from alongside.post import services as post

from .. import seals
from ..events import JourneyEvent as Event
from ..models import AIM, REACHED, SAID, Aim, AimAgreement, AimStatus, AimWord, Says
from ..rules import aims as rules
from .common import as_written, whose


@transaction.atomic
def write_aim(
    *,
    what: str,
    sign: str,
    by: Actor,
    unit: Unit | None = None,
    after: Aim | None = None,
    ask: Sequence[Person] = (),
) -> Aim:
    """Theirs who write it, until somebody of the other side agrees. `ask`: those with whom it was written."""
    hold_author(by)
    organisation = organisations.organisation_of(by)
    if unit is not None and unit.organisation_id != organisation.pk:
        raise NotYours
    rules.check_speak(by, unit.pk if unit else None, organisation.pk)
    if unit is not None and unit.closed_on:
        raise Refused(_("This part of the organisation is closed. Choose one that is there."), field="unit")
    what, sign = as_written(what), as_written(sign)
    rules.check_aim_words(what, sign)
    if after is not None:
        after = _locked(after, by)
        rules.check_next(after, unit.pk if unit else None, after.next.exists())
    today = organisations.clock_of(organisation).today()
    own = whose(by)
    made = Aim.objects.create(
        organisation=organisation,
        unit=unit,
        what=what,
        sign=sign,
        side=own["side"],
        after=after,
        written_on=today,
        since=today,
        salt=new_salt(),
        **byline(by),
    )
    begin(made, statuses=AimStatus, by=by, on=today)
    AimAgreement.objects.create(aim=made, agrees=True, said_on=today, **own, **byline(by))
    facts = {"unit": unit.code if unit else "", "after": after.code if after else "", "sealed": seals.seal(made)}
    audit.record(Event.AIM_WRITTEN, by=by, target=made, facts=facts)
    for person in ask:
        _ask(made, person)
    return made


def _ask(aim: Aim, person: Person) -> None:
    if person.organisation_id != aim.organisation_id:
        raise NotYours
    post.queue(
        "aim_to_agree",
        organisation=aim.organisation_id,
        to_person=person.pk,
        subject=_("Is this your aim too?"),
        body=_("Somebody here wrote down an aim and says that you worked on it. Say whether it is yours too."),
        link=_url(aim),
        key=f"aim {aim.code} {person.pk}",
    )


def _url(aim: Aim) -> str:
    return f"/{aim.organisation.slug}/journey/aims/{aim.code}/"


@transaction.atomic
def agree(*, aim: Aim, agrees: bool, by: Actor) -> AimAgreement:
    """They may say otherwise at any time: what they last said counts."""
    aim = _locked(aim, by)
    rules.check_speak(by, aim.unit_id, aim.organisation_id)
    own = whose(by)
    side = own.pop("side")
    facts = {"agrees": agrees, "side": side, "said_on": organisations.clock_of(aim.organisation).today(), **byline(by)}
    row, _fresh = AimAgreement.objects.update_or_create(aim=aim, **own, defaults=facts)
    event = Event.AIM_AGREED if agrees else Event.AIM_NOT_AGREED
    audit.record(event, by=by, target=row, facts={"aim": aim.code, "side": str(side)})
    return row


@transaction.atomic
def say_where(*, aim: Aim, says: str, words: str, by: Actor) -> AimWord:
    """Stuck, stopped, going on, reached: with the reason. It is reached once both sides have said so."""
    hold_author(by)
    aim = _locked(aim, by)
    said_by = who_said_reached(aim)
    rules.check_say(by, aim, says, said_by, aim.next.exists())
    rules.check_reason(says, words := as_written(words))
    today = organisations.clock_of(aim.organisation).today()
    word = AimWord(aim=aim, says=says, words=words, said_on=today, salt=new_salt(), **whose(by), **byline(by))
    word.save(force_insert=True)
    audit.record(Event.AIM_WORD, by=by, target=word, facts={"aim": aim.code, "sealed": seals.seal(word)})
    to = rules.leads_to(says, aim.state)
    aim.since = today
    move(aim, to, lifecycle=AIM, statuses=AimStatus, by=by, on=today, changed=("since",))
    audit.record(Event.AIM_MOVED, by=by, target=aim, facts={"to": to, "word": word.code})
    if to in (SAID, REACHED):
        _tell_others(aim, word)
    return word


def who_said_reached(aim: Aim) -> str:
    """The side that waits for the other; nothing when none does."""
    if aim.state != SAID:
        return ""
    word = aim.words.filter(says=Says.REACHED).order_by("-id").first()
    return word.side if word else ""


def _tell_others(aim: Aim, word: AimWord) -> None:
    """Those of the other side who agreed to it, and whoever wrote it down."""
    both = aim.state == REACHED
    subject = _("An aim is reached, both sides say") if both else _("Is it reached? You are asked")
    body = _("Look at what each side says is different. What is the next bit more?")
    if not both:
        body = _(
            "The other side says that an aim of yours is reached. Say what is different, or that it is not so yet."
        )
    others = aim.agreements.filter(agrees=True).exclude(side=word.side).values_list("person", "user")
    for person, user in others:
        to: dict[str, Any] = {"to_person": person} if person else {"to_user": user}
        if person or user:
            post.queue(
                "aim_reached",
                organisation=aim.organisation_id,
                subject=subject,
                body=body,
                link=_url(aim),
                key=f"aim {word.code} {person or ''} {user or ''}",
                **to,
            )


def _locked(aim: Aim, by: Actor) -> Aim:
    found = (
        Aim.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation", "unit")
        .filter(pk=aim.pk)
    )
    row = found.filter(organisation=by.organisation_id).first()
    if row is None:
        raise NotYours
    return row
