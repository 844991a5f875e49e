"""The account of the last year that is over: written, published by the chief executive, and replied to."""

from __future__ import annotations

from functools import partial

from alongside.candour.models import Claim
from alongside.core import periods
from alongside.core.periods import Period
from alongside.journey import services as journey
from alongside.journey.models import Entry
from alongside.journey.services.entries import Shared
from alongside.reports.models import PublicAccount
from alongside.reports.queries import account_replies as replies
from alongside.reports.services import account_replies as replying
from alongside.reports.services import accounts as services
from alongside.reports.services import taking_down

from ..words import accounts as words
from ..words.claims import CLAIMS
from .days import Stage
from .world import World

YEAR_STARTS = 4


def plan(world: World) -> None:
    if not {words.WRITTEN_BY, words.PUBLISHED_BY} <= set(world.staff):
        return  # they work for another organisation
    for who, day in words.SHARED:
        world.step(day, Stage.DONE, f"account {who} shares", partial(share, world, who))
    for number, version in enumerate(words.VERSIONS):
        world.step(version.day, Stage.DONE, f"account {number}", partial(publish, world, version))
    for reply in words.REPLIES:
        world.step(reply.day, Stage.DONE, f"account {reply.who}", partial(answer, world, reply))
        if reply.back is not None:
            world.step(reply.back, Stage.DONE, f"account {reply.who} back", partial(take_back, world, reply))


def _year(world: World) -> Period:
    return periods.of_day(periods.YEAR, world.days.today, YEAR_STARTS).before


def share(world: World, who: str) -> None:
    """The newest of theirs, with anyone."""
    entry = Entry.objects.filter(person=world.people[who]).order_by("-on", "-id").first()
    if entry is not None:
        journey.share_entry(entry=entry, shared=Shared(audience="public"), by=world.voice_of(who))


def publish(world: World, version: words.Version) -> None:
    texts = [claim.text for claim in CLAIMS if claim.key in words.CLAIMS]
    claims = Claim.objects.filter(organisation=world.organisation, texts__text__in=texts).order_by("id")
    account = services.write_account(
        period=_year(world),
        title=version.title,
        introduction=version.introduction,
        claims=[claim.code for claim in claims],
        by=world.actor(words.WRITTEN_BY),
    )
    services.publish_account(account=account, changed=version.changed, by=world.actor(words.PUBLISHED_BY))


def _account(world: World) -> PublicAccount:
    return PublicAccount.objects.select_related("organisation").get(organisation=world.organisation)


def answer(world: World, reply: words.Reply) -> None:
    by = world.voice_of(reply.who)
    if by.on_behalf_of is not None:
        taking_down.take_down_reply(
            account=_account(world), words=reply.words, name=reply.name, read_back=True, agreed=True, by=by
        )
        return
    made = replying.write_reply(account=_account(world), words=reply.words, name=reply.name, by=by)
    replying.show_reply(reply=made, by=by)


def take_back(world: World, reply: words.Reply) -> None:
    by = world.voice_of(reply.who)
    if own := replies.own_reply(by, _account(world)):
        replying.take_back_reply(reply=own, by=by)
