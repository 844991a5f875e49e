"""Asking how it was, and answering. The answers of contributors leave no event, no time and no order behind: what is
shown is written once, when a round is over, and they go (docs/decisions/0022)."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.codes import new_code, tidy
from alongside.core.errors import NotYours, Refused
from alongside.involvement.models import Meeting, Opportunity
from alongside.involvement.queries import presence
from alongside.organisation import queries as organisations
from alongside.people.models import Person
from alongside.post import services as post

from .. import queries, rules
from ..events import CandourEvent as Event
from ..models import ANSWERS, STAGES, Pulse, PulseBox, PulseMark, PulseRound, PulseSheet, PulseWords

SHEET_CODE = 12
Given = Mapping[str, int | None]
shuffling = random.SystemRandom()


@transaction.atomic
def ask_how_it_was(*, opportunity: Opportunity, meeting: Meeting | None = None, by: Actor) -> PulseRound:
    """Everybody who was there, and staff. Where there were too few for a group of their own, what they answer is put
    with that of others from the first answer on."""
    organisation = opportunity.organisation
    clock = organisations.clock_of(organisation)
    today, least = clock.today(), clock.settings.pulse_threshold
    there = presence.who_came(meeting) if meeting else presence.who_took_part(opportunity)
    people = list(there.values_list("pk", flat=True))
    rules.check_anybody_there(len(people))
    roles = presence.agreed_roles([opportunity.pk]).get(opportunity.pk, {})
    own = len(people) >= least
    box = (
        PulseBox.objects.create(organisation=organisation, least=least) if own else pool_for(opportunity, today, least)
    )
    made = PulseRound.objects.create(
        organisation=organisation,
        opportunity=opportunity,
        meeting=meeting,
        box=box,
        stages=[stage for stage in STAGES if stage in roles] or ["design"],
        could_answer=len(people),
        opened_on=today,
        closes_on=queries.last_day(today),
        **byline(by),
    )
    facts = {"session": meeting.code if meeting else "", "could_answer": len(people), "until": str(made.closes_on)}
    audit.record(Event.PULSE_ASKED, by=by, target=made, facts={**facts, "opportunity": opportunity.code})
    _tell(made, people)
    return made


def pool_for(opportunity: Opportunity, day: Any, least: int) -> PulseBox:
    pool, _made = PulseBox.objects.get_or_create(
        organisation=opportunity.organisation,
        kind_id=opportunity.decision.kind_id,
        quarter=queries.quarter_of(day),
        defaults={"least": least},
    )
    if pool.least < least:
        pool.least = least
        pool.save(update_fields=["least"])
    return pool


def _tell(made: PulseRound, people: Sequence[int]) -> None:
    """Everybody at once and once: a second letter would say who has not answered."""
    what = made.meeting.title if made.meeting else made.opportunity.title
    body = _("You were there: “%(what)s”. How was it? It takes two minutes. Nobody can see who answered what.")
    staff = _("“%(what)s” is over. How was it? You are asked the same as all who took part. Yours has your name.")
    link = f"/{made.organisation.slug}/pulses/{made.code}/"
    for person in people:
        post.queue(
            "pulse_asked",
            organisation=made.organisation_id,
            to_person=person,
            subject=_("How was it?"),
            body=body % {"what": what},
            link=link,
            key=f"pulse {made.code} {person}",
        )
    owner = made.opportunity.decision.owner_id
    if owner:
        post.queue(
            "pulse_asked_staff",
            organisation=made.organisation_id,
            to_user=owner,
            subject=_("How was it?"),
            body=staff % {"what": what},
            link=link,
        )


# Answering.


@transaction.atomic
def answer_pulse(*, pulse: PulseRound, given: Given, words: str = "", by: Actor) -> None:
    """The person's own word, or what they told somebody on the phone. No event, no time, no trace of which it was."""
    pulse = _locked(pulse, by)
    person = rules.check_own_word(by, by.person_id)
    _check(pulse, given, words)
    use_turn(pulse, person)
    _put_in(pulse, given, words)


@transaction.atomic
def answer_on_sheet(*, code: str, given: Given, words: str = "", by: Actor) -> None:
    """By whoever holds the sheet, or by somebody who types it in. The code is used up."""
    found = queries.round_of_sheet(by.organisation_id or 0, code := tidy(code))
    if found is None:
        raise Refused(_("No sheet has this code, or it was used already. Look at it again."), field="code")
    pulse = _locked(found, by)
    _check(pulse, given, words)
    digest = queries.sheet_digest(pulse.organisation_id, code)
    left = list(PulseSheet.objects.filter(round=pulse).values_list("digest", flat=True))
    if digest not in left:
        raise Refused(_("No sheet has this code, or it was used already. Look at it again."), field="code")
    write_anew(PulseSheet, {"round": pulse}, [{"digest": each} for each in left if each != digest])
    _put_in(pulse, given, words)


@transaction.atomic
def hand_out_sheets(*, pulse: PulseRound, people: Sequence[Person], by: Actor) -> list[str]:
    """One for each of them, in no order. They have had their turn with it; the codes are shown now and never again."""
    pulse = _locked(pulse, by)
    rules.check_can_hand_out(by, pulse)
    rules.check_open(pulse, organisations.clock_of(pulse.organisation).today())
    if not people:
        raise Refused(_("Choose at least one person."), field="people")
    for person in people:
        use_turn(pulse, person.pk, name=person.known_as)
    codes = [new_code(SHEET_CODE) for _person in people]
    digests = list(PulseSheet.objects.filter(round=pulse).values_list("digest", flat=True))
    digests += [queries.sheet_digest(pulse.organisation_id, code) for code in codes]
    write_anew(PulseSheet, {"round": pulse}, [{"digest": digest} for digest in digests])
    return codes


def use_turn(pulse: PulseRound, person_id: int, name: str = "") -> None:
    """Once each, whichever way. All marks of the round are written anew."""
    rules.check_was_there(queries.was_there(pulse, person_id))
    digest = queries.turn_of(pulse, person_id)
    marks = list(PulseMark.objects.filter(round=pulse).values_list("digest", flat=True))
    if name and digest in marks:
        told = _("%(name)s has had their turn already, or has a sheet. Take them off the list.")
        raise Refused(told % {"name": name}, field="people")
    rules.check_not_yet(digest in marks)
    write_anew(PulseMark, {"round": pulse}, [{"digest": each} for each in [*marks, digest]])


def _check(pulse: PulseRound, given: Given, words: str) -> None:
    rules.check_open(pulse, organisations.clock_of(pulse.organisation).today())
    rules.check_answers(given, words, pulse.stages)


def _put_in(pulse: PulseRound, given: Given, words: str) -> None:
    rows = [dict(row) for row in Pulse.objects.filter(box=pulse.box).values(*ANSWERS)]
    write_anew(Pulse, {"box": pulse.box}, [*rows, {name: given.get(name) for name in ANSWERS}])
    said = list(PulseWords.objects.filter(box=pulse.box).values_list("words", flat=True))
    said += [words.strip()] if words.strip() else []
    write_anew(PulseWords, {"box": pulse.box}, [{"words": each} for each in said])


def write_anew(model: Any, of: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """All of them are written anew, shuffled and with other numbers: the newest is not the last one, nor the one that
    was written just now."""
    shuffling.shuffle(rows)
    model.objects.filter(**of).delete()
    model.objects.bulk_create(model(**of, **row) for row in rows)


def _locked(pulse: PulseRound, by: Actor) -> PulseRound:
    """With its box: of several small rounds, one answer is put in at a time."""
    rows = PulseRound.objects.filter(organisation=by.organisation_id).select_for_update(of=("self",), no_key=True)
    found = rows.select_related("organisation", "opportunity__decision", "meeting").filter(pk=pulse.pk).first()
    if found is None:
        raise NotYours
    found.box = PulseBox.objects.select_for_update(no_key=True).get(pk=found.box_id)
    return found
