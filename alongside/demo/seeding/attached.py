"""Photos of flip charts, signs and letters: beside words on the day they were said, beside a change when it was."""

from __future__ import annotations

import io
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.core import media
from alongside.voice import services as verbs
from alongside.voice.models import Change
from alongside.voice.shapes import NewFile

from ..words.attached import BESIDE_CHANGES, BESIDE_WORDS, Photo
from .days import Stage
from .voices import author, fresh
from .world import World

SIZE, PAPER, INK, WALL = (900, 640), "#fbf8ef", "#243b6b", "#c9bfae"


def plan(world: World) -> None:
    for said in world.story.contributions:
        if said.key in BESIDE_WORDS:
            world.step(-said.received_days_ago, Stage.HAND_OVER, said.key, partial(attach, world, said.key))
    for change in world.story.changes:
        if change.key in BESIDE_CHANGES:
            world.step(-change.days_ago, Stage.DONE, change.key, partial(show, world, change.key, change.by))


def attach(world: World, key: str) -> None:
    contribution = fresh(world, key)
    verbs.attach(contribution=contribution, file=photo(BESIDE_WORDS[key]), by=author(world, contribution))


def show(world: World, key: str, by: str) -> None:
    change = Change.objects.select_related("unit", "organisation").get(pk=world.changes[key].pk)
    verbs.attach_evidence(
        change=change, files=[photo(BESIDE_CHANGES[key])], by=world.able(by, P.ANSWER, change.unit_id)
    )


def photo(one: Photo) -> NewFile:
    """Drawn, as nobody is on it: a sheet of paper on a wall, a little crooked."""
    from PIL import Image, ImageDraw, ImageFont

    sheet = Image.new("RGB", SIZE, PAPER)
    pen, letters = ImageDraw.Draw(sheet), ImageFont.load_default(size=52)
    for number, line in enumerate(one.lines):
        pen.text((60, 70 + 130 * number), line, fill=INK, font=letters)
    wall = Image.new("RGB", (1040, 760), WALL)
    turned = sheet.rotate(1.5, expand=True, fillcolor=WALL, resample=Image.Resampling.BICUBIC)
    wall.paste(turned, (60, 45))
    made = io.BytesIO()
    wall.save(made, "JPEG", quality=85)
    return NewFile(media.clean(made.getvalue()), one.label)
