"""One person's page, for themselves and for the one who keeps the register: read once, then only looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..models import (
    ENQUIRED,
    LEFT,
    PAUSED,
    AccessNeed,
    Channel,
    ChannelKind,
    Consent,
    Hearing,
    Offer,
    Pause,
    Person,
    Purpose,
    TrainingDone,
)
from ..models import PersonStatus as Status
from . import contact, held, reaching, turns

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Permission:
    """One purpose: whether it is allowed now, and everything that was said about it, newest first."""

    purpose: str
    label: Any
    now: Consent | None
    history: list[Consent]

    @property
    def ran_out(self) -> bool:
        return self.now is None and any(c.withdrawn_on is None and c.replaced_on is None for c in self.history)


@dataclass(frozen=True)
class Address:
    kind: str
    label: Any
    channel: Channel | None


@dataclass(frozen=True)
class ToDo:
    text: str
    action: str
    path: str  # below the person's page


@dataclass(frozen=True)
class Page:
    person: Person
    reach: contact.Contact
    pause: Pause | None
    addresses: list[Address]
    permissions: list[Permission]
    needs: list[AccessNeed]
    offers: list[Offer]
    statuses: list[Status]
    trainings: list[TrainingDone]
    wishes: turns.Wishes
    hearing: Hearing


def page_of(person: Person, today: date) -> Page:
    channels, history = contact.channels_of(person), held.consent_history(person)
    needs, offers = list(held.needs_in_force(person)), list(held.offers_in_force(person))
    trainings, wishes = list(turns.trainings_done(person)), turns.wishes_of(person)
    told, hearing = ([wishes.wish] if wishes.wish else []), reaching.hearing_of(person)
    for row in (*channels, *history, *needs, *offers, *trainings, *told, hearing):
        row.person = person  # type: ignore[attr-defined]  # each asks whose it is
    permissions = _permissions(history, today)
    pause = held.open_pause(person)
    allowed = {one.purpose for one in permissions if one.now}
    resting = pause is not None and (pause.until is None or pause.until > today)
    return Page(
        person=person,
        reach=contact.contact_of(person, resting, channels, allowed),
        pause=pause,
        addresses=_addresses(channels),
        permissions=permissions,
        needs=needs,
        offers=offers,
        statuses=held.status_history(person),
        trainings=trainings,
        wishes=wishes,
        hearing=hearing,
    )


def _permissions(history: list[Consent], today: date) -> list[Permission]:
    found = []
    for purpose in Purpose:
        rows = [consent for consent in history if consent.purpose == purpose]
        now = next((consent for consent in rows if _holds(consent, today)), None)
        found.append(Permission(purpose.value, purpose.label, now, rows))
    return found


def _holds(consent: Consent, today: date) -> bool:
    closed = consent.withdrawn_on or consent.replaced_on
    return closed is None and consent.given_on <= today and (consent.expires_on is None or consent.expires_on >= today)


def _addresses(channels: list[Channel]) -> list[Address]:
    """What is there in the order in which it is tried, then what is missing."""
    there = [Address(one.kind, ChannelKind(one.kind).label, one) for one in channels]
    kinds = {one.kind for one in channels}
    return [*there, *(Address(kind.value, kind.label, None) for kind in ChannelKind if kind.value not in kinds)]


# What needs doing first.


def to_do_by_staff(page: Page, today: date) -> list[ToDo]:
    person = page.person
    if person.state == LEFT:
        return []
    found = []
    if person.state == ENQUIRED:
        found.append(ToDo(_("They asked to take part. Welcome them."), _("Say where they stand"), "state/"))
    if page.reach.reason == "no address":
        found.append(ToDo(_("There is no way to reach them."), _("Add an e-mail address"), "channels/email/"))
    if page.reach.reason == "no consent":
        found.append(ToDo(_("They have not said how we may contact them. Ask them."), _("See below"), "#permissions"))
    found += _stopped(page)
    if person.facilitator_id is None:
        found.append(ToDo(_("Nobody is named to look after them."), _("Name somebody"), "register/"))
    return [*found, *_looked_at_again(page, today)]


def to_do_by_themselves(page: Page, today: date) -> list[ToDo]:
    if page.person.state in {LEFT, PAUSED}:
        return []
    found = []
    if page.reach.reason == "no address":
        found.append(ToDo(_("We do not know how to reach you."), _("Add an e-mail address"), "channels/email/"))
    if page.reach.reason == "no consent":
        found.append(
            ToDo(_("You have not said how we may reach you, so we do not write."), _("Choose"), "#permissions")
        )
    return [*found, *_stopped(page), *_looked_at_again(page, today)]


def _stopped(page: Page) -> list[ToDo]:
    """What came back is mended here, by whoever sees it first."""
    text = _("%(kind)s does not work: nothing is sent there.")
    return [
        ToDo(text % {"kind": one.label}, _("Look at it"), f"channels/{one.kind}/")
        for one in page.addresses
        if one.channel and one.channel.stopped_on
    ]


def _looked_at_again(page: Page, today: date) -> Iterator[ToDo]:
    for need in page.needs:
        if need.review_on and need.review_on <= today + SOON:
            text = _("Is this still right? “%(words)s”") % {"words": _short(need.words)}
            yield ToDo(text, _("Look at it again"), f"needs/{need.code}/review/")
    for one in page.permissions:
        ends = one.now and one.now.expires_on
        if one.ran_out or (ends and ends <= today + SOON):
            text = _("“%(label)s” runs out.") if ends else _("“%(label)s” has run out.")
            yield ToDo(text % {"label": one.label}, _("Look at it again"), f"consents/{one.purpose}/")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"
