"""Writing up an activity: each side in its own words, and shown when both say so."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.involvement.models import Opportunity
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author

from .. import queries, rules
from ..events import ReportsEvent as Event
from ..models import POINTS, READY, SHOWN, WRITE_UP, WRITING, Side, WriteUp, WriteUpStatus, WriteUpText
from .write_up_telling import tell_other_side


@transaction.atomic
@audit.together()  # the write-up may have to be begun first
def write(
    *, opportunity: Opportunity, point: str, words: str, named: bool = False, seen: int | None = None, by: Actor
) -> WriteUpText:
    """The words of one side to one point. What is shown goes back to both sides: nobody has agreed to the new words."""
    hold_author(by)
    opportunity = (
        Opportunity.objects.select_for_update(of=("self",), no_key=True)
        .select_related("decision")
        .get(pk=opportunity.pk)
    )
    side = rules.check_writes(queries.side_of(by, opportunity))
    rules.check_begun(opportunity)
    rules.check_words(words)
    if point not in POINTS:
        raise Refused(_("Choose one of the five points."), field="point")
    write_up = _of(opportunity, by)
    text = _own(write_up, point, side, by)
    now = text.version if text else 0
    if seen is not None and seen != now:
        raise Refused(_("Somebody changed this while you wrote. Look at it again."), field="seen")
    values: dict[str, Any] = {
        "words": words.strip(),
        "named": named and side == Side.OTHERS,
        "written_on": _today(write_up),
    }
    values |= {**byline(by), "version": now + 1, "user_id": by.user_id if side == Side.STAFF else None}
    if text is None:
        person = by.person_id if side == Side.OTHERS else None
        text = WriteUpText.objects.create(write_up=write_up, point=point, side=side, person_id=person, **values)
    else:
        for name, value in values.items():
            setattr(text, name, value)
        text.save(update_fields=list(values))
    _reopened(write_up, by)
    audit.record(Event.WRITTEN, by=by, target=text, facts={"point": point, "side": str(side), "version": text.version})
    return text


@transaction.atomic
def take_back_text(*, text: WriteUpText, by: Actor) -> WriteUpText:
    """Its author takes their own words out; those of others stay. The write-up first, as in writing: nobody says
    meanwhile of what goes that it may be shown."""
    WriteUp.objects.select_for_update(of=("self",), no_key=True).get(pk=text.write_up_id)
    rows = WriteUpText.objects.select_for_update(of=("self",), no_key=True).select_related(
        "write_up__opportunity__decision"
    )
    text = rows.get(pk=text.pk)
    side = queries.side_of(by, text.write_up.opportunity)
    own = text.side == side and (side == Side.STAFF or (text.person_id is not None and text.person_id == by.person_id))
    if not own:
        raise Refused(_("Only those who wrote this can take it back."))
    text.words, text.named, text.version = "", False, text.version + 1
    text.save(update_fields=["words", "named", "version"])
    _reopened(text.write_up, by)
    audit.record(Event.TEXT_BACK, by=by, target=text, facts={"point": text.point, "side": text.side})
    return text


@transaction.atomic
def say_ready(*, write_up: WriteUp, by: Actor) -> WriteUp:
    """One side says that it may be shown; when the other has said so, it is."""
    write_up = _locked(write_up)
    side = queries.side_of(by, write_up.opportunity)
    rules.check_ready(write_up, side, queries.sides_written(write_up))
    if write_up.state == WRITING:
        write_up.said_by = str(side)
        _move(write_up, READY, by, ("said_by",))
        audit.record(Event.READY, by=by, target=write_up, facts={"side": str(side)})
        tell_other_side(write_up, side, _today(write_up))
        return write_up
    write_up.shown_on = _today(write_up)
    _move(write_up, SHOWN, by, ("shown_on",))
    audit.record(Event.SHOWN, by=by, target=write_up, facts={"side": str(side)})
    return write_up


@transaction.atomic
def back_to_writing(*, write_up: WriteUp, by: Actor) -> WriteUp:
    """Either side, at any time, without a reason."""
    write_up = _locked(write_up)
    rules.check_back(write_up, queries.side_of(by, write_up.opportunity))
    _reopened(write_up, by)
    return write_up


def forget_texts(person_id: int, by: Actor) -> int:
    """Within the transaction of being forgotten. Where nobody is left of their side it is shown no more."""
    of = list(WriteUpText.objects.filter(person=person_id).values_list("write_up", flat=True).distinct())
    activities = WriteUp.objects.filter(pk__in=of).values("opportunity")
    list(
        Opportunity.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=activities).order_by("pk")
    )  # as in writing
    write_ups = list(WriteUp.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=of).order_by("pk"))
    rows = WriteUpText.objects.filter(person=person_id)
    codes = list(rows.values_list("code", flat=True))
    if codes:
        rows.update(person=None, words="", named=False)
        audit.erase(by=by, target_type=WriteUpText._meta.label_lower, targets=codes, why="forgotten")
    for write_up in write_ups:
        if queries.sides_written(write_up) != set(Side.values):
            _reopened(write_up, by)
    return len(codes)


def _of(opportunity: Opportunity, by: Actor) -> WriteUp:
    """The activity is locked, so there is only ever one."""
    found = WriteUp.objects.select_for_update(of=("self",), no_key=True).filter(opportunity=opportunity).first()
    if found:
        return found
    made = WriteUp.objects.create(organisation_id=opportunity.organisation_id, opportunity=opportunity, **byline(by))
    begin(made, statuses=WriteUpStatus, by=by)
    audit.record(Event.WRITE_UP_BEGUN, by=by, target=made, facts={"opportunity": opportunity.code})
    return made


def _locked(write_up: WriteUp) -> WriteUp:
    rows = WriteUp.objects.select_for_update(of=("self",), no_key=True).select_related(
        "opportunity__decision", "organisation"
    )
    return rows.get(pk=write_up.pk)


def _own(write_up: WriteUp, point: str, side: Side, by: Actor) -> WriteUpText | None:
    rows = WriteUpText.objects.select_for_update(of=("self",), no_key=True).filter(
        write_up=write_up, point=point, side=side
    )
    return (rows if side == Side.STAFF else rows.filter(person=by.person_id)).first()


def _reopened(write_up: WriteUp, by: Actor) -> None:
    if write_up.state == WRITING:
        return
    write_up.said_by, write_up.shown_on = "", None
    _move(write_up, WRITING, by, ("said_by", "shown_on"))
    audit.record(Event.BACK, by=by, target=write_up, facts={})


def _move(write_up: WriteUp, to: str, by: Actor, changed: tuple[str, ...]) -> None:
    move(write_up, to, lifecycle=WRITE_UP, statuses=WriteUpStatus, by=by, changed=changed)


def _today(write_up: WriteUp) -> Any:
    return organisations.clock_of(write_up.organisation).today()
