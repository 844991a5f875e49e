"""Preparing a board pack: what the board is asked, and giving it to them. What contributors write: `pack_pieces`."""

from __future__ import annotations

import unicodedata
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.inputs import tidy_text
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.organisation import years
from alongside.organisation.models import Organisation
from alongside.post import services as post

from ..events import ReportsEvent as Event
from ..models import BoardAsk, BoardAskStatus, BoardPack, BoardPackStatus, PackGiven
from ..models.packs import BOARD_ASK, BOARD_PACK, ISSUED
from ..queries import packs_given as given
from ..rules import packs as rules


def as_written(words: str) -> str:
    """Nothing is changed but what no one can see or keep."""
    return "".join(char for char in tidy_text(words) if unicodedata.category(char) != "Cs").strip()


def hold_year(organisation: Organisation) -> None:
    """Whoever begins something by a quarter or a year, and whoever moves the year, wait for each other: or both would
    find that nothing stands against it. Before a person is held (docs/locks.md)."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def begun(organisation: Organisation, period: Period, by: Actor) -> BoardPack:
    """The pack of a period, locked; made when the first thing is written in it. There is only ever one."""
    if by.organisation_id != organisation.pk:
        raise NotYours
    found = _locked(organisation, period)
    if found is not None:
        return found
    hold_year(organisation)
    years.check_settled(organisation.pk, period, organisations.clock_of(organisation).today())
    days = {"first": period.first, "last": period.last}
    made, fresh = BoardPack.objects.get_or_create(
        organisation=organisation, period=period.slug, defaults={**days, **byline(by)}
    )
    if fresh:
        begin(made, statuses=BoardPackStatus, by=by)
        audit.record(Event.PACK_BEGUN, by=by, target=made, facts={"period": made.period})
        return made
    return _locked(organisation, period) or made


def _locked(organisation: Organisation, period: Period) -> BoardPack | None:
    rows = BoardPack.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    return rows.filter(organisation=organisation, period=period.slug).first()


@transaction.atomic
def issue_pack(*, organisation: Organisation, period: Period, by: Actor) -> BoardPack:
    """From now on everybody who belongs here reads it, and nothing is asked of the board in it any more. Its numbers
    are written down as they stand."""
    hold_year(organisation)
    today = organisations.clock_of(organisation).today()
    rules.check_issue(by, _locked(organisation, period), period.last, today)
    kept = given.to_keep(organisation, organisations.settings_of(organisation.pk), period, today)
    pack = begun(organisation, period, by)
    pack.issued_on = today
    move(pack, ISSUED, lifecycle=BOARD_PACK, statuses=BoardPackStatus, by=by, on=today, changed=("issued_on",))
    PackGiven.objects.create(pack=pack, **kept)
    audit.record(Event.PACK_ISSUED, by=by, target=pack, facts={"period": pack.period, "digest": kept["digest"]})
    for user in organisations.users_with(organisation.pk, "board"):
        post.queue(
            "board_pack",
            organisation=organisation.pk,
            to_user=user.pk,
            subject=_("The board pack is there: %(period)s") % {"period": period.name},
            body=_("It says first what went wrong, then what changed and in whose words, and what is asked of you."),
            link=f"/{organisation.slug}/packs/{pack.period}/",
            key=f"board pack {pack.code} {user.pk}",
        )
    return pack


@transaction.atomic
def ask_board(*, organisation: Organisation, period: Period, what: str, who: str, by_day: date, by: Actor) -> BoardAsk:
    hold_year(organisation)
    rules.check_prepares(by, _locked(organisation, period))
    what, who = as_written(what), as_written(who)
    rules.check_ask(what, who, by_day, organisations.clock_of(organisation).today())
    rules.check_open(pack := begun(organisation, period, by))  # given to the board since it was looked for?
    made = BoardAsk.objects.create(pack=pack, what=what, who=who, by_day=by_day, **byline(by))
    begin(made, statuses=BoardAskStatus, by=by)
    audit.record(Event.ASK_WRITTEN, by=by, target=made, facts={"pack": pack.code, "by": by_day.isoformat()})
    return made


@transaction.atomic
def change_ask(*, ask: BoardAsk, what: str, who: str, by_day: date, seen: int | None = None, by: Actor) -> BoardAsk:
    """Until the board has been asked."""
    ask = _ask(ask)
    _check_keeps(ask, by)
    rules.check_seen(ask.version, seen)
    what, who = as_written(what), as_written(who)
    rules.check_ask(what, who, by_day, organisations.clock_of(ask.pack.organisation).today())
    ask.what, ask.who, ask.by_day, ask.version = what, who, by_day, ask.version + 1
    ask.save(update_fields=["what", "who", "by_day", "version"])
    audit.record(Event.ASK_CHANGED, by=by, target=ask, facts={"version": ask.version, "by": by_day.isoformat()})
    return ask


@transaction.atomic
def leave_out_ask(*, ask: BoardAsk, by: Actor) -> BoardAsk:
    ask = _ask(ask)
    _check_keeps(ask, by)
    ask.withdrawn_on = organisations.clock_of(ask.pack.organisation).today()
    ask.save(update_fields=["withdrawn_on"])
    audit.record(Event.ASK_LEFT_OUT, by=by, target=ask, facts={})
    return ask


@transaction.atomic
def say_what_came(*, ask: BoardAsk, state: str, words: str, by: Actor) -> BoardAsk:
    """What the board did with it. Said again when something else came of it; all that was said stays."""
    ask = _ask(ask)
    if ask.pack.organisation_id != by.organisation_id or ask.withdrawn_on:
        raise NotYours
    words = as_written(words)
    rules.check_what_came(by, ask, state, words)
    today = organisations.clock_of(ask.pack.organisation).today()
    BOARD_ASK.check(ask.state, state)
    ask.state = state
    ask.save(update_fields=["state"])
    BoardAskStatus.objects.create(boardask=ask, state=state, effective_on=today, words=words, **byline(by))
    audit.record(Event.ASK_CAME_OF_IT, by=by, target=ask, facts={"state": state})
    return ask


def _check_keeps(ask: BoardAsk, by: Actor) -> None:
    if ask.pack.organisation_id != by.organisation_id:
        raise NotYours
    rules.check_prepares(by, ask.pack)
    if ask.withdrawn_on:
        raise Refused(_("This was left out already."))


def _ask(ask: BoardAsk) -> BoardAsk:
    """The pack first, so that it is not given to the board meanwhile."""
    BoardPack.objects.select_for_update(of=("self",), no_key=True).get(pk=ask.pack_id)
    rows = BoardAsk.objects.select_for_update(of=("self",), no_key=True).select_related("pack__organisation")
    return rows.get(pk=ask.pk)
