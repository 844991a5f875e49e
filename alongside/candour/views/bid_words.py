"""The words that need the record: for everybody who sees bids to read, for the coordinator to set."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from ..claim_words import LEVELS
from ..forms.bids import BidWordsForm
from ..queries import bids as queries
from ..rules import bids as rules
from ..services import bids as services
from .bids import here


def words(request: Any, org: str) -> HttpResponse:
    if not rules.can_see_bids(request.actor):
        raise NotYours
    own = queries.words_on(request.organisation.pk, request.clock.today())
    now = queries.wordlist_of(own).words
    context = {
        "title": _("The words that need the record"),
        "back": (_("Funding bids"), here(request)),
        "levels": [(LEVELS[level], now[level]) for level in LEVELS if now.get(level)],
        "own": own,
        "versions": list(queries.words_rows(request.actor)[:20]),
        "set": here(request, "words", "set") if rules.can_set_bid_words(request.actor) else "",
    }
    return pages.page(request, "candour/bid_words.html", context)


def set_words(request: Any, org: str) -> HttpResponse:
    if not rules.can_set_bid_words(request.actor):
        raise NotYours
    today = request.clock.today()
    now = queries.wordlist_of(queries.words_on(request.organisation.pk, today)).words
    initial = {f"level{level}": "\n".join(each) for level, each in now.items()}
    form = BidWordsForm.of(request, initial={**initial, "from_day": today})
    done = pages.submit(
        request,
        form,
        lambda data: services.set_bid_words(
            words=form.words(), why=data["why"], from_day=data["from_day"], by=request.actor
        ),
        then=here(request, "words"),
        note=_("Saved. What was sent before stays as it read then."),
    )
    context = {
        "form": form,
        "title": _("Set the words that need the record"),
        "back": (_("The words that need the record"), here(request, "words")),
        "lead": _(
            "One word on each line, under the part that people must have had for it to be true. A star stands "
            "for any ending."
        ),
        "button": _("Save"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)
