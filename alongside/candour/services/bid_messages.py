"""What is written to those who were asked for a bid, and to those who keep it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import long_day
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.post import services as post

from ..models import Bid, BidAsked, BidLook


def to_somebody_asked(asked: BidAsked) -> None:
    bid = asked.bid
    facts = {"who": bid.organisation.name, "funder": bid.funder, "title": bid.title}
    if asked.asked_on is None:
        about = _("It is written down that you were never asked about it.")
    else:
        about = _("It is written down that you were asked about it on %(day)s.") % {"day": long_day(asked.asked_on)}
    post.queue(
        "bid_asked",
        organisation=bid.organisation_id,
        to_person=asked.person_id,
        subject=_("Is this so? A bid for money speaks of you"),
        body="\n\n".join(
            [
                _("%(who)s asks %(funder)s for money: %(title)s.") % facts,
                about,
                _(
                    "You can read what the bid says about people’s part, and what it promises to them. If something "
                    "is not so, you can say so there. You need not."
                ),
            ]
        ),
        link=f"/me/bids/{asked.code}/",
        key=f"bid-asked:{asked.code}",
    )


def to_those_told(bid: Bid, subject: str, body: str, key: str) -> None:
    for asked in BidAsked.objects.filter(bid=bid, told_on__isnull=False, person__isnull=False).order_by("id"):
        post.queue(
            "bid_news",
            organisation=bid.organisation_id,
            to_person=asked.person_id,
            subject=subject,
            body=body,
            link=f"/me/bids/{asked.code}/",
            key=f"{key}:{asked.code}",
        )


def to_those_told_of_the_award(bid: Bid, won: bool) -> None:
    facts = {"title": bid.title, "funder": bid.funder}
    if won:
        subject = _("The money is there: %(title)s") % facts
        body = _(
            "%(funder)s gives the money. Read what was promised to people then. We look at what became of it after 6 "
            "months and after 12, and you can read that, too."
        )
    else:
        subject = _("There is no money: %(title)s") % facts
        body = _("%(funder)s does not give the money. What the bid said of you stays where you can read it.")
    to_those_told(bid, subject, body % facts, f"bid-{bid.state}-{bid.decided_on}")


def to_those_told_what_became_of_it(look: BidLook) -> None:
    subject = _("What became of it: %(title)s") % {"title": look.bid.title}
    body = _("Somebody looked at what was promised to people in this bid, and wrote down what really happened.")
    to_those_told(look.bid, subject, body, f"bid-look:{look.code}")


def to_somebody_written_down(asked: BidAsked) -> None:
    """Staff wrote down what they said: they read it, and can put it right."""
    post.queue(
        "bid_written_down",
        organisation=asked.bid.organisation_id,
        to_person=asked.person_id,
        subject=_("This is what we wrote down for you"),
        body=_(
            "You told us what you think of a bid for money that speaks of you, and somebody wrote it down. Look at it. "
            "If it is not what you said, change it there or tell us: it is yours."
        ),
        link=f"/me/bids/{asked.code}/",
    )


def to_keepers_that_it_is_not_so(bid: Bid) -> None:
    if bid.recorded_by_id is None:
        return
    post.queue(
        "bid_not_so",
        organisation=bid.organisation_id,
        to_user=bid.recorded_by_id,
        subject=_("Somebody who was asked says that your bid is not so"),
        body=_("What it says of people is not supported as long as they say that. Read it, and talk with them."),
        link=f"/{bid.organisation.slug}/candour/bids/{bid.code}/",
    )


def remind_of_looks(organisation: Organisation, owed: list[BidLook], today: date) -> int:
    """Once a week, one message to each who answers for a unit: what was promised is owed a look."""
    by_user: dict[int, list[BidLook]] = {}
    for look in owed:
        for user in organisations.who_answers_for(look.bid.unit):
            by_user.setdefault(user, []).append(look)
    year, week, _day = today.isocalendar()
    written = 0
    for user, looks in by_user.items():
        subject = ngettext("%(n)d bid is owed a look", "%(n)d bids are owed a look", len(looks)) % {"n": len(looks)}
        titles = [f"{look.bid.title} ({look.bid.funder})" for look in looks]
        made = post.queue(
            "bid_look_owed",
            organisation=organisation.pk,
            to_user=user,
            subject=subject,
            body="\n".join([_("Was what was promised to people kept? Is it still going?"), "", *titles]),
            link=f"/{organisation.slug}/candour/bids/?owed=yes",
            key=f"bid-look:{user}:{year}-W{week:02}",
        )
        written += made is not None
    return written
