"""What became of a bid: what the funder said, what was seen some months later, a sentence that people sign."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import bid_words
from ..forms import bids as forms
from ..models.bids import DROPPED
from ..queries import bids as queries
from ..rules import bids as rules
from ..rules import can_claim
from ..services import bid_awards
from .bids import here, kept


def award(request: Any, org: str, code: str) -> HttpResponse:
    found = kept(request, code)
    if not rules.can_write_award(request.actor, found):
        raise NotYours
    form = forms.AwardForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: bid_awards.write_award(
            bid=found,
            won=data["won"] == "yes",
            decided_on=data["decided_on"],
            amount=data["amount"],
            by=request.actor,
        ),
        then=here(request, code),
        note=_("Written down, and those who were asked are told."),
    )
    context = {
        "form": form,
        "title": _("What the funder said"),
        "back": (_("Back"), here(request, code)),
        "lead": _("Where it is won, what was promised to people is owed a look 6 and 12 months afterwards."),
        "button": _("Write it down"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)


def look(request: Any, org: str, code: str, look: str) -> HttpResponse:
    found = kept(request, code)
    row = queries.look_for(found, look)
    if not rules.can_look(request.actor, found) or row.looked_on is not None:
        raise NotYours
    form = forms.LookForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: bid_awards.look_again(look=row, by=request.actor, **data),
        then=here(request, code),
        note=_("Written down. Those who were asked can read it."),
    )
    context = {
        "form": form,
        "title": _("What became of it, %(when)s") % {"when": bid_words.after_months(row.months)},
        "back": (_("Back"), here(request, code)),
        "bid": found,
        "button": _("Write it down"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)


def ask_to_sign(request: Any, org: str, code: str, n: int) -> HttpResponse:
    """One sentence becomes a claim of those who were there."""
    found = kept(request, code)
    sentences = queries.against_record(request.actor, found, request.clock).sentences
    if not can_claim(request.actor, found.unit_id) or found.state == DROPPED or n >= len(sentences):
        raise NotYours
    chosen = sentences[n]
    form = forms.AskToSignForm.of(request, initial={"level": str(chosen.found.least)})
    done = pages.submit(
        request,
        form,
        lambda data: bid_awards.ask_to_sign(
            bid=found,
            unit=found.unit,
            sentence=chosen.found.text,
            level=int(data["level"]),
            reply_by=data["reply_by"],
            by=request.actor,
        ),
        then=here(request, code),
        note=_("Those who were there are asked. Until somebody signs it, it is the organisation’s claim."),
    )
    context = {
        "form": form,
        "title": _("Ask those who were there to sign this"),
        "back": (_("Back"), here(request, code)),
        "quoted": chosen.found.text,
        "button": _("Ask those who were there"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)
