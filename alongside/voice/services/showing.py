"""Its author looks at their words as others will see them, and says yes; and what ends that again."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.post import services as post

from .. import queries, rules, showing_text
from ..events import VoiceEvent
from ..models import Appeal, AppealEnd, Contribution, Moderation, Preview, Showing, ShowingStatus
from ..models.showing import CONFIRMED, ENDED, OPEN, READABLE, SHOWING, WAITING
from ..rules import showing as showing_rules
from ..shapes import Uses
from .common import as_said, clock_for, locked


@transaction.atomic
def confirm(*, contribution: Contribution, by: Actor, read_aloud: bool = False, seen: int | None = None) -> Showing:
    """“Yes, show it so.” From now on those who pay for the services may see it; everybody, once that is decided."""
    contribution = locked(contribution)
    showing_rules.check_confirm(by, contribution, read_aloud, seen)
    showing, today = showing_for(contribution, by), clock_for(contribution).today()
    Preview.objects.create(
        showing=showing,
        seen_on=today,
        uses=sorted(name for name, allowed in Uses.of(contribution).as_fields().items() if allowed),
        own=showing.use_own,
        read_aloud=read_aloud,
        **byline(by),
    )
    showing.confirmed_on = contribution.previewed_on = today
    showing.confirmed = sorted(showing_text.all_texts(contribution, showing))
    _ask_for_decision(contribution, showing, by, today)
    contribution.version += 1
    contribution.save(update_fields=["previewed_on", "public_on", "version"])
    facts = {"texts": len(showing.confirmed), "own_version": showing.use_own, "read_aloud": read_aloud}
    audit.record(VoiceEvent.PREVIEWED, by=by, target=contribution, facts=facts)
    return showing


@transaction.atomic
def write_own_version(
    *, contribution: Contribution, words: str, use: bool, by: Actor, seen: int | None = None
) -> Showing:
    """Its author's own version, beside the words. Whoever was to see the words has to be looked at anew."""
    contribution = locked(contribution)
    rules.check_seen(contribution, seen)
    showing_rules.check_own_version(by, contribution, words := as_said(words), use)
    showing = showing_for(contribution, by)
    before = showing_text.own_or_words(contribution, showing)
    showing.own_version, showing.use_own = words.strip() and words, use and bool(words.strip())
    showing.save(update_fields=["own_version", "use_own"])
    if showing_text.own_or_words(contribution, showing) != before:
        _look_again(contribution, showing, by)
    contribution.version += 1
    contribution.save(update_fields=["previewed_on", "public_on", "version"])
    audit.record(VoiceEvent.OWN_VERSION, by=by, target=contribution, facts={"use": showing.use_own})
    return showing


def showing_for(contribution: Contribution, by: Actor) -> Showing:
    """The row, held until the transaction ends; made when there is none yet."""
    made = Showing.everything.select_for_update(no_key=True).filter(contribution=contribution).first()
    if made is None:
        made = Showing.everything.create(
            contribution=contribution, organisation_id=contribution.organisation_id, **byline(by)
        )
        begin(made, statuses=ShowingStatus, by=by)
    made.contribution = contribution
    return made


def change_uses_of(contribution: Contribution, before: Uses, by: Actor) -> None:
    """Called by the verb that changes the uses, before it saves: what is allowed now and was not has to be looked at
    first; what is allowed no more ends at once.
    """
    now, showing = Uses.of(contribution), _found(contribution)
    old, new = before.as_fields(), now.as_fields()
    if not contribution.use_public:
        contribution.public_on = None
    if any(new[name] and not old[name] for name in new):
        if showing:
            _look_again(contribution, showing, by)
        contribution.previewed_on = contribution.public_on = None
    elif showing and not contribution.use_public:
        _end_for_everybody(contribution, showing, by)


def look_again(contribution: Contribution, by: Actor) -> None:
    """Its author does not recognise the words: others see nothing until the author has looked at it. Not saved yet."""
    showing = _found(contribution)
    if showing:
        _look_again(contribution, showing, by)
    contribution.previewed_on = contribution.public_on = None


def forget_rendering(contribution: Contribution) -> None:
    """Somebody here wrote another edited version: others see none until the author has looked at it."""
    showing = _found(contribution)
    if showing:
        showing.confirmed = [key for key in showing.confirmed if key != showing_text.RENDERING]
        showing.pieces.pop(showing_text.RENDERING, None)
        showing.save(update_fields=["confirmed", "pieces"])


def forget(contribution: Contribution, *, by: Actor, why: str) -> None:
    """It is taken back: its author's version, what was left out of the words and what was said about that go too."""
    contribution.previewed_on = contribution.public_on = None
    showing = _found(contribution)
    if showing is None:
        return
    showing.own_version, showing.use_own = "", False
    _close(showing, by)
    _to(showing, ENDED, by, "own_version", "use_own")
    decisions, appeals = showing.decisions.exclude(salt=""), Appeal.everything.filter(showing=showing).exclude(salt="")
    post.drop_keys(showing.organisation_id, queries.keys_about_showing(contribution))
    for model, rows, field in ((Moderation, decisions, "why"), (Appeal, appeals, "words")):
        if codes := list(rows.values_list("code", flat=True)):
            rows.update(**{field: "", "salt": ""})
            audit.erase(by=by, target_type=model._meta.label_lower, targets=codes, why=why)


def _ask_for_decision(contribution: Contribution, showing: Showing, by: Actor, today: date) -> None:
    """What was decided stays decided: only texts that are new since then make somebody look again."""
    if not contribution.use_public:
        _to(showing, CONFIRMED, by, "confirmed_on", "confirmed")
        return
    if showing.state in READABLE and set(showing.confirmed) <= set(showing.pieces):
        showing.save(update_fields=["confirmed_on", "confirmed"])
        return
    if showing.state != WAITING:
        days = queries.published_rules(showing.organisation_id).decide_days
        showing.asked_on = today
        showing.decide_by = clock_for(contribution).after_working_days(today, days)
        _lapse(showing, today)
    _to(showing, WAITING, by, "confirmed_on", "confirmed", "asked_on", "decide_by")


def _look_again(contribution: Contribution, showing: Showing, by: Actor) -> None:
    contribution.previewed_on = contribution.public_on = None
    _close(showing, by)
    _to(showing, OPEN if showing_rules.goes_further(contribution) else ENDED, by)


def _end_for_everybody(contribution: Contribution, showing: Showing, by: Actor) -> None:
    seen_by_some = contribution.use_commissioners and contribution.previewed_on is not None
    confirmed = list(showing.confirmed)
    _close(showing, by)
    if seen_by_some:
        showing.confirmed = confirmed
    _to(showing, CONFIRMED if seen_by_some else ENDED, by)


def _close(showing: Showing, by: Actor) -> None:
    """Nobody reads anything of it any more, and nobody has to decide about it."""
    showing.pieces, showing.confirmed, showing.rule = {}, [], ""
    _lapse(showing, clock_for(showing.contribution).today())


def _lapse(showing: Showing, today: date) -> None:
    Appeal.everything.filter(showing=showing, end="").update(end=AppealEnd.LAPSED, ended_on=today)


def _to(showing: Showing, state: str, by: Actor, *changed: str) -> None:
    """Move there if it is not there yet."""
    showing.version += 1
    fields = ("pieces", "confirmed", "rule", "version", *changed)
    if showing.state == state:
        showing.save(update_fields=list(fields))
    else:
        move(showing, state, lifecycle=SHOWING, statuses=ShowingStatus, by=by, changed=fields)


def _found(contribution: Contribution) -> Showing | None:
    found = Showing.everything.select_for_update(no_key=True).filter(contribution=contribution).first()
    if found:
        found.contribution = contribution
    return found
