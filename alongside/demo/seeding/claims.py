"""Three claims: one is signed, one is disputed and replied to, and one stays the organisation's own."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.candour import queries
from alongside.candour import services as candour
from alongside.candour.models import Account
from alongside.candour.models import Claim as Row
from alongside.core.actor import Actor
from alongside.decisions.models import Decision

from ..words.claims import CLAIMS, Claim, Said
from .days import Stage
from .world import World

WEEKS_TO_ANSWER = timedelta(weeks=3)


def plan(world: World) -> None:
    made: dict[str, Row] = {}
    for one in CLAIMS:
        if one.decision not in {each.key for each in world.story.decisions}:
            return  # these are the decisions of another organisation
        world.step(one.day, Stage.DONE, one.key, partial(make, world, one, made))
        for said in one.said:
            world.step(said.day, Stage.DONE, f"{one.key} {said.who}", partial(say, world, one, said, made))
        if one.reply:
            last = max(said.day for said in one.said)
            world.step(last + 2, Stage.DONE, f"{one.key} reply", partial(reply, world, one, made))


def _maker(world: World, one: Claim) -> Actor:
    return world.able(one.by, P.KEEP_DECISIONS, world.decisions[one.decision].unit_id)


def make(world: World, one: Claim, made: dict[str, Row]) -> None:
    decision = Decision.objects.select_related("unit").get(pk=world.decisions[one.decision].pk)
    by = _maker(world, one)
    wording = candour.Wording(
        text=one.text,
        level=int(world.roles[one.level]),
        records=queries.Records(decisions=(decision,)),
        reply_by=world.days.day(one.day) + WEEKS_TO_ANSWER,
    )
    claim = candour.make_claim(unit=decision.unit, outlet=one.outlet, audience=one.audience, wording=wording, by=by)
    made[one.key] = candour.show_claim(claim=claim, by=by)


def say(world: World, one: Claim, said: Said, made: dict[str, Row]) -> None:
    verb = candour.sign if said.what == "signed" else candour.dispute
    asked = queries.my_signatures([world.people[said.who].pk]).get(text__claim=made[one.key])
    verb(signature=asked, name=said.name, words=said.words, by=world.voice_of(said.who))


def reply(world: World, one: Claim, made: dict[str, Row]) -> None:
    account = Account.objects.select_related("text__claim", "signature").get(text__claim=made[one.key], kind="disputed")
    candour.reply_for_organisation(account=account, role=one.role, words=one.reply, by=_maker(world, one))
