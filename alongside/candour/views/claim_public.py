"""A claim for anybody: the text, who stands behind it, what is said against it, and how to check it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import claim_words, queries, seals
from ..models import Claim
from ..queries import Version
from ..queries.signs import titles_of
from ..tables.claims import ShownTable

HOW = (
    "SHA-256 of the salt, one zero byte, and `says` as JSON with sorted keys, no spaces between, in UTF-8, "
    "is the seal. What `says` and the seal are was fixed before anybody was asked to sign."
)


def claims(request: Any, org: str) -> HttpResponse:
    table = ShownTable(
        request,
        queries.claims_shown(request.actor),
        base=f"/{org}/claims/",
        today=request.clock.today(),
        threshold=request.clock.settings.pulse_threshold,
    )
    context = {
        "title": _("What we say was done with people"),
        "lead": _("Each with who signed it of those who were there, and who says that it is not true."),
        "table": table,
        "back": (request.organisation.name, f"/{org}/"),
    }
    return pages.unkept(pages.page(request, "candour/claims.html", context))


def claim(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.claim_shown(request.actor, code)
    context = shown_claim(request, found)
    context |= {
        "title": _("What %(who)s says, and who stands behind it") % {"who": request.organisation.name},
        "back": (_("What we say was done with people"), f"/{org}/claims/"),
        "check": f"/{org}/claims/{code}/claim.json",
    }
    return pages.unkept(pages.page(request, "candour/claim.html", context))


def shown_claim(request: Any, found: Claim) -> dict[str, Any]:
    """What the page of a claim has for everybody."""
    versions = _versions(request, found)
    now, earlier = versions[0], versions[1:]
    return {
        "claim": found,
        "now": shown_version(now),
        "earlier": [shown_version(version) for version in earlier],
        "rests_on": titles_of(request.actor, now.text.rests_on, request.organisation.slug),
        "agreed": _agreed(now),
        "called": claim_words.on_ladder(now.text.level, queries.ladder_on(found.organisation_id, now.text.made_on)),
        "seal": seals.seal_text(now.text),
    }


def _versions(request: Any, found: Claim) -> list[Version]:
    threshold = request.clock.settings.pulse_threshold
    return queries.versions_of(queries.texts_of(found), threshold, request.clock.today())


def shown_version(version: Version) -> dict[str, Any]:
    return {
        "version": version,
        "text": version.text,
        "level": claim_words.LEVELS[version.text.level],
        "tag": claim_words.tag_of(version),
        "sentences": claim_words.standing_sentences(version),
        "lapses": [claim_words.LAPSES[each] for each in version.lapses],
        "accounts": [_account(each) for each in version.accounts],
    }


def _account(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "by": claim_words.account_by(row),
        "note": claim_words.written_for(row),
        "replies": [(claim_words.account_by(reply), reply) for reply in row.shown_replies],
    }


def _agreed(now: Version) -> tuple[Any, Any] | None:
    """What was agreed beforehand with those who came, beside what is claimed now."""
    found = queries.agreed_in(queries.records_of(now.records))
    return (claim_words.LEVELS[found[0]], claim_words.LEVELS[found[1]]) if found else None


def as_data(request: Any, org: str, code: str) -> HttpResponse:
    """The same for machines."""
    found = queries.claim_shown(request.actor, code)
    now, *earlier = _versions(request, found)
    data = {
        "organisation": request.organisation.name,
        "no_longer_said": found.ended_on.isoformat() if found.ended_on else None,
        **_data(now),
        "earlier": [_data(version) for version in earlier],
        "how_to_check": HOW,
    }
    return pages.unkept(JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False}))


def _data(version: Version) -> dict[str, Any]:
    standing = version.standing
    return {
        "says": seals.says_of(version.text),
        "salt": version.text.salt,
        "seal": seals.seal_text(version.text),
        "stands": str(standing.stands),
        "in_words": claim_words.standing_sentences(version),
        "signed": standing.signed,
        "disputed": standing.disputed,
        "at_least": {"signed": standing.least_signed, "disputed": standing.least_disputed},
        "were_there": standing.asked,
        "names": list(version.signers),
        "lapsed": [str(each) for each in version.lapses],
        "accounts": [_account_data(row) for row in version.accounts],
    }


def _account_data(row: Any) -> dict[str, Any]:
    replies = [{"by": claim_words.account_by(each), "words": each.words} for each in row.shown_replies]
    return {"kind": row.kind, "by": claim_words.account_by(row), "words": row.words, "replies": replies}
