"""What the organisation says to others was done with people: never without what is said against it, nor the replies."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.candour import claim_words
from alongside.candour.models import Account
from alongside.candour.queries import Version

from ..queries import pack_words
from .blocks import Block, Heading, Quote, Text
from .reading import Reading


def claims(at: Reading) -> Iterator[Block]:
    found = pack_words.claims_of(at.eyes, at.pack.claims, at.threshold, at.today)
    if not found:
        yield Text(_("Nothing is said to others that needs somebody's signature."))
        return
    yield Text(_("As they stand on the day on which this is read. Nobody edits what is said against them."), "quiet")
    for version in sorted(found, key=lambda one: one.standing.stands != "disputed"):
        yield from _claim(at, version)
    if at.pack.more_claims:
        words = ngettext(
            "%(n)d older one stands in the list of claims.",
            "%(n)d older ones stand in the list of claims.",
            at.pack.more_claims,
        )
        yield Text(words % {"n": at.pack.more_claims}, "quiet")


def _claim(at: Reading, version: Version) -> Iterator[Block]:
    yield Heading(claim_words.tag_of(version)[0])
    note = f"{version.claim.get_outlet_display()}: {version.claim.audience}"
    yield Quote(version.text.text, version.claim.unit.name, note)
    yield Text(" ".join(claim_words.standing_sentences(version)))
    for lapse in version.lapses:
        yield Text(_("This may not be said any more: %(why)s") % {"why": claim_words.LAPSES[lapse]}, "warning")
    for account in version.accounts:
        yield from _account(account)


def _account(account: Account) -> Iterator[Block]:
    note = _("Said against it") if account.kind == "disputed" else _("Said with a signature")
    written = claim_words.written_for(account)
    yield Quote(account.words, claim_words.account_by(account), f"{note}. {written}." if written else note)
    for reply in getattr(account, "shown_replies", ()):
        if reply.words:
            yield Quote(reply.words, claim_words.account_by(reply), _("A reply"))
        else:
            yield Text(_("There was a reply. The one who wrote it took it back."), "quiet")
