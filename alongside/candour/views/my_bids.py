"""What a bid says of somebody who was asked, for them alone: to read, and to say that it is so or not so."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.organisation import queries as organisations

from .. import bid_words
from ..forms.bids import AnswerBidForm
from ..models import BidAsked
from ..models.bids import WRITING
from ..queries import bid_people as queries
from ..queries.bids import looks_of, wordlist_of, words_on
from ..services import bid_people as services
from ..standards import bidding
from ..tables.bids import MyBidTable
from .common import mine


def _asked(request: Any, code: str) -> BidAsked:
    """Theirs whatever became of their role; from here on it is a page of that organisation."""
    found = queries.asked_of_me(mine(request), code)
    request.enter(found.bid.organisation, person_id=found.person_id)
    return found


@login_required
def everything(request: Any) -> HttpResponse:
    context = {
        "title": _("Bids that speak of you"),
        "back": (_("My page"), "/me/"),
        "table": MyBidTable(request, queries.my_bids(mine(request))),
    }
    return pages.unkept(pages.page(request, "candour/my_bids.html", context))


@login_required
def asked(request: Any, code: str) -> HttpResponse:
    row = _asked(request, code)
    bid, clock = row.bid, organisations.clock_of(row.bid.organisation)
    patterns = wordlist_of(words_on(bid.organisation_id, bid.sent_on or clock.today())).patterns()
    answer = queries.answer_of(row)
    context = {
        "title": _("Is this so? A bid for money speaks of you"),
        "back": (_("Bids that speak of you"), "/me/bids/"),
        "row": row,
        "bid": bid,
        "writing": bid.state == WRITING,
        "state": bid_words.state_of(bid),
        "sentences": [(each, bool(bidding.words_in(each, patterns)[0])) for each in bidding.sentences_of(bid.words)],
        "answer": answer,
        "looks": [(bid_words.after_months(each.months), each) for each in looks_of(bid)],
        "actions": _actions(row, answer),
    }
    return pages.unkept(pages.page(request, "candour/my_bid.html", context))


def _actions(row: BidAsked, answer: Any) -> list[tuple[Any, str]]:
    base = f"/me/bids/{row.code}/"
    so, not_so = (_("Yes, it is so"), f"{base}so/"), (_("No, it is not so"), f"{base}not-so/")
    if answer is None:
        return [not_so, so]
    return [not_so if answer.so else so, (_("Take back what I said"), f"{base}take-back/")]


@login_required
def so(request: Any, code: str) -> HttpResponse:
    return _answer(request, code, True, _("Yes, it is so"))


@login_required
def not_so(request: Any, code: str) -> HttpResponse:
    return _answer(request, code, False, _("No, it is not so"))


def _answer(request: Any, code: str, value: bool, title: str) -> HttpResponse:
    row = _asked(request, code)
    here = f"/me/bids/{code}/"
    form = AnswerBidForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.answer_bid(asked=row, so=value, words=data["words"], by=request.actor),
        then=here,
        note=_("It stands beside the bid. You can change it or take it back at any time."),
    )
    context = {"form": form, "title": title, "button": title, "back": (_("Back"), here)}
    return pages.unkept(done or pages.page(request, "candour/bid_say.html", context))


@login_required
def take_back(request: Any, code: str) -> HttpResponse:
    row = _asked(request, code)
    if queries.answer_of(row) is None:
        raise NotYours
    here, form = f"/me/bids/{code}/", Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.take_back_bid_answer(asked=row, by=request.actor),
        then=here,
        note=_("You took back what you said. It is gone."),
    )
    context = {
        "form": form,
        "title": _("Take back what I said"),
        "text": _("Your words go at once, everywhere. You can say something else later."),
        "button": _("Take back what I said"),
        "back": (_("Back"), here),
    }
    return pages.unkept(done or pages.page(request, "core/confirm.html", context))
