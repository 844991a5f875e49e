"""Funding bids, for those who keep them and those who oversee them: each held against the record."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.organisation import queries as organisations

from .. import bid_words, claim_words
from ..forms import bids as forms
from ..models import Bid
from ..models.bids import DROPPED, SENT, WON
from ..queries import bids as queries
from ..rules import bids as rules
from ..rules import can_claim
from ..services import bids as services
from ..tables.bids import BidTable
from .common import begun


def here(request: Any, *steps: str) -> str:
    return "/".join([f"/{request.organisation.slug}/candour/bids", *steps, ""])


def bids(request: Any, org: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    if not rules.can_see_bids(actor):
        raise NotYours
    can = rules.can_keep_bids(actor)
    table = BidTable(
        request,
        queries.bids_for(actor),
        base=here(request),
        today=today,
        first=(_("Write a bid down"), here(request, "new")) if can else None,
    )
    context = {
        "title": _("Funding bids"),
        "lead": _("What each says about people’s part, held against the record before it is sent."),
        "table": table,
        "new": here(request, "new") if can else "",
        "owed": list(queries.looks_owed(actor, today)[:20]),
        "words": here(request, "words"),
    }
    return pages.page(request, "candour/bids.html", context)


def seen(request: Any, code: str) -> Bid:
    return queries.bid_for(request.actor, code)


def kept(request: Any, code: str) -> Bid:
    found = seen(request, code)
    if not rules.can_keep_bid(request.actor, found):
        raise NotYours
    return found


def bid(request: Any, org: str, code: str) -> HttpResponse:
    found = seen(request, code)
    read = queries.against_record(request.actor, found, request.clock)
    keeps = rules.can_keep_bid(request.actor, found)
    judged = [each for each in read.sentences if each.found.finding]
    context = {
        "title": found.title,
        "back": (_("Funding bids"), here(request)),
        "bid": found,
        "state": bid_words.state_of(found),
        "read": read,
        "summary": bid_words.summary(len(judged), len(read.unsupported)),
        "then": bid_words.summary(len(found.checked), found.unsupported) if found.unsupported is not None else "",
        "sentences": [_sentence(request, n, each, found, keeps) for n, each in enumerate(read.sentences)],
        "lines": [_line(request, each) for each in read.lines],
        "people": _people(request, read),
        "by_hand": _by_hand(request, read),
        "against": read.told.against,
        "agree": read.told.agree,
        "looks": [_look(request, each, found, keeps) for each in _looks(found)],
        "actions": _actions(request, found),
        "words": here(request, "words"),
    }
    return pages.page(request, "candour/bid.html", context)


def _sentence(request: Any, n: int, each: queries.Sentence, found: Bid, keeps: bool) -> dict[str, Any]:
    finding, version = each.found.finding, each.claim
    can_sign = keeps and finding and version is None and found.state != DROPPED and can_claim(request.actor)
    return {
        "text": each.found.text,
        "words": each.found.words,
        "needs": claim_words.LEVELS[each.found.least] if each.found.words else "",
        "tag": bid_words.READS[finding.reads] if finding else None,
        "whys": bid_words.sentences_for(finding) if finding else [],
        "claim": f"/{found.organisation.slug}/candour/claims/{version.claim.code}/" if version else "",
        "claim_tag": claim_words.tag_of(version) if version else None,
        "sign": here(request, found.code, "sign", str(n)) if can_sign else "",
    }


def _line(request: Any, line: queries.Line) -> dict[str, Any]:
    slug = request.organisation.slug
    url = f"/{slug}/opportunities/{line.code}/" if line.code else f"/{slug}/decisions/{line.decision}/"
    return {
        "title": line.title,
        "url": url,
        "tag": bid_words.WHEN[line.when],
        "asked_on": line.asked_on,
        "days": bid_words.days_before(line.when, line.days),
        "places": line.places,
        "opened": bool(line.code),
    }


def _people(request: Any, read: queries.Against) -> list[tuple[Any, int]]:
    """Those who came before it, by the largest part that was agreed with them."""
    came = read.held.came
    none = [(_("Nothing was agreed with them"), sum(one.role == 0 for one in came))]
    parts = [(words, sum(one.role == level for one in came)) for level, words in claim_words.LEVELS.items()]
    return [(words, number) for words, number in [*none, *parts] if number]


def _by_hand(request: Any, read: queries.Against) -> list[dict[str, Any]]:
    names = request.actor.can(P.SEE_REGISTER)
    found = []
    for row in read.told.rows:
        if row.knows != "hand":
            continue
        when, days = queries.when_by_hand(row, read, request.clock)
        person = row.person.known_as if row.person and names else _("Somebody on the register")
        found.append(
            {
                "who": row.who or person,
                "row": row,
                "tag": bid_words.WHEN[when],
                "days": bid_words.days_before(when, days),
                "what": row.what if row.person is None or names else "",
                "denied": read.told.denied(row),
            }
        )
    return found


def _looks(found: Bid) -> list[Any]:
    """What is still owed is owed of what was won; what was seen stays."""
    looks = queries.looks_of(found) if found.decided_on else []
    return [each for each in looks if found.state == WON or each.looked_on is not None]


def _look(request: Any, look: Any, found: Bid, keeps: bool) -> dict[str, Any]:
    open_now = keeps and found.state == WON and look.looked_on is None
    return {
        "row": look,
        "title": bid_words.after_months(look.months),
        "late": look.looked_on is None and look.due_on <= request.clock.today(),
        "url": here(request, found.code, "look", look.code) if open_now else "",
    }


def _actions(request: Any, found: Bid) -> list[tuple[Any, str]]:
    actor = request.actor
    keeps, writing = rules.can_keep_bid(actor, found), rules.can_change_bid(actor, found)
    waits = rules.can_write_award(actor, found)
    possible = (
        (writing, _("Change it"), "change"),
        (writing, _("It was sent"), "send"),
        (waits and found.state == SENT, _("What the funder said"), "award"),
        (keeps, _("Write down who was asked"), "asked"),
        (keeps and found.state != DROPPED, _("Show it to those who were asked"), "show"),
        (rules.can_write_down_answer(actor, found), _("Write down what somebody told you"), "for"),
        (waits and found.state != SENT, _("The funder said something else"), "award"),
        (rules.can_drop_bid(actor, found), _("It is not going ahead"), "drop"),
    )
    return [(label, here(request, found.code, step)) for can, label, step in possible if can]


# Writing it.


def make(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_keep_bids(actor):
        raise NotYours
    units = [(unit.code, unit.name) for unit in organisations.units_of(actor, P.KEEP_BIDS)]
    form = forms.BidForm.of(
        request, units=units, initial={"unit": units[0][0] if len(units) == 1 else "", **begun(request)}
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.make_bid(
            unit=organisations.unit_for(actor, data["unit"]), terms=_terms(request, data), by=actor
        ),
        then=lambda made: here(request, made.code),
        note=_("Written down. This is how it reads against the record."),
    )
    context = {"form": form, "title": _("Write a bid down"), "back": (_("Funding bids"), here(request))}
    return done or pages.page(request, "candour/bid_form.html", context)


def _terms(request: Any, data: dict[str, Any]) -> services.Terms:
    names = ("title", "funder", "submit_on", "words", "promised", "promised_words")
    records = queries.bid_records_named(request.actor, data["rests_on"])
    return services.Terms(**{name: data[name] for name in names}, records=records)


def change(request: Any, org: str, code: str) -> HttpResponse:
    found = kept(request, code)
    if not rules.can_change_bid(request.actor, found):
        raise NotYours
    names = ("title", "funder", "submit_on", "words", "promised", "promised_words")
    codes = "\n".join(each.split(":")[1] for each in queries.rests_of(found).records.codes)
    initial = {**{name: getattr(found, name) for name in names}, "rests_on": codes}
    form = forms.BidForm.of(request, units=[], seen=found.version, initial=initial)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_bid(bid=found, terms=_terms(request, data), seen=data["seen"], by=request.actor),
        then=here(request, code),
        note=_("Changed. This is how it reads against the record now."),
    )
    context = {"form": form, "title": _("Change it"), "back": (_("Back"), here(request, code))}
    return done or pages.page(request, "candour/bid_form.html", context)


def send(request: Any, org: str, code: str) -> HttpResponse:
    """What the record does not support stands above the button."""
    found = kept(request, code)
    if not rules.can_change_bid(request.actor, found):
        raise NotYours
    read = queries.against_record(request.actor, found, request.clock)
    count = len(read.unsupported)
    form = forms.SendForm.of(request, unsupported=count, seen=found.version, initial={"sent_on": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.send_bid(bid=found, by=request.actor, **data),
        then=here(request, code),
        note=_("Its words are sealed. Everybody who was asked is told that they can read it."),
    )
    context = {
        "form": form,
        "title": _("It was sent"),
        "back": (_("Back"), here(request, code)),
        "bid": found,
        "unsupported": [_sentence(request, 0, each, found, False) for each in read.unsupported],
        "button": _("Seal it as it was sent"),
    }
    return done or pages.page(request, "candour/bid_send.html", context)


def drop(request: Any, org: str, code: str) -> HttpResponse:
    found = kept(request, code)
    if not rules.can_drop_bid(request.actor, found):
        raise NotYours
    text = _("It stays here with all that it says. Whoever was told of it can still read what it says of them.")
    words = (_("It is not going ahead"), text, _("It is not going ahead."))
    return confirm(request, found, lambda: services.drop_bid(bid=found, by=request.actor), words)


def confirm(request: Any, found: Bid, verb: Any, words: tuple[str, str, str]) -> HttpResponse:
    title, text, note = words
    back = here(request, found.code)
    form = Form.of(request)
    done = pages.submit(request, form, lambda data: verb(), then=back, note=note)
    context = {"form": form, "title": title, "text": text, "button": title, "back": (_("Back"), back)}
    return done or pages.page(request, "core/confirm.html", context)
