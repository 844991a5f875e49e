"""The two accounts and the gap between them: what was agreed and what staff say, beside what those who took part say.
Never averaged; of small groups it says no more than their own page does."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.candour import account_words
from alongside.candour.ladders import LADDERS, OURS, STAGES
from alongside.candour.queries.accounts import Account

from .blocks import Block, Heading, Picture, Table, Text
from .reading import Reading, told_day


def accounts(at: Reading) -> Iterator[Block]:
    found = at.pack.accounts
    yield Text(_("Nothing is averaged, and nobody is compared."), "quiet")
    if found.rounds:
        yield from _account(at, found.whole, "pack", pictures=True)
    elif not found.together:
        yield Text(_("Nothing can be shown for these days. After each session everybody who was there is asked."))
    for number, group in enumerate(found.together):
        words = {"kind": group.kind, "day": told_day(group.quarter)}
        yield Heading(_("Small groups: %(kind)s, three months from %(day)s") % words)
        yield from _account(at, group.account, f"pack-{number}", pictures=False)
    yield from _left(at)


def _account(at: Reading, account: Account, id: str, pictures: bool) -> Iterator[Block]:
    """The sentences first: where both sides differ is what the board has to know."""
    ladder = LADDERS.get(at.pack.ladder, LADDERS[OURS])
    shown = account_words.shown(account, ladder, id)
    if shown.rows:
        rows = [(str(asked), staff, lived) for asked, staff, lived in shown.rows]
        heads = [_("What was asked"), _("Staff"), _("Those who took part")]
        yield Table(_("They say yes, or mostly"), heads, rows)
    for stage, row in zip(shown.stages, account.stages, strict=True):
        title = str(STAGES[row.stage])
        heads = [_("Role"), _("Agreed"), _("Staff say"), _("Those who took part say")]
        if pictures:
            alt = _("Roles for “%(stage)s”: what was agreed, what staff say, what those who took part say.")
            yield Picture(stage.picture, f"{alt % {'stage': title}} {_in_words(stage.rows)}", title, "two")
        yield Table(_("Roles: %(stage)s") % {"stage": title}, heads, stage.rows)
        yield Text(stage.note, "quiet")


def _in_words(rows: tuple[tuple[str, str, str, str], ...]) -> str:
    told = _("%(role)s: agreed %(agreed)s, staff say %(staff)s, those who took part say %(lived)s")
    return ". ".join(
        told % {"role": role, "agreed": agreed, "staff": staff, "lived": lived} for role, agreed, staff, lived in rows
    )


def _left(at: Reading) -> Iterator[Block]:
    found = at.pack.accounts
    if found.too_few:
        words = ngettext(
            "%(n)d time too few answered to show it by itself.",
            "%(n)d times too few answered to show it by itself.",
            found.too_few,
        )
        yield Text(words % {"n": found.too_few})
    if found.open:
        words = ngettext(
            "%(n)d time people were still being asked.", "%(n)d times people were still being asked.", found.open
        )
        yield Text(words % {"n": found.open})
