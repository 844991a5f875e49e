"""Telling people what opened that they might like: as often as they asked, and never twice about the same thing."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts
from alongside.involvement import queries as involvement
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.people.models import Hear
from alongside.post import queries as written
from alongside.post import services as post

KIND = "might_like"
EVERY = {Hear.DAILY: timedelta(days=1), Hear.WEEKLY: timedelta(days=7), Hear.MONTHLY: timedelta(days=28)}
ASKED = {
    Hear.DAILY: gettext_lazy("You asked to hear as soon as something opens."),
    Hear.WEEKLY: gettext_lazy("You asked to hear once a week at most."),
    Hear.MONTHLY: gettext_lazy("You asked to hear once a month at most."),
}


def tell_what_opened(organisation: Organisation, today: date) -> int:
    """One message to each who wants to hear, is due to, and can be reached: what opened since the last one."""
    wanting = people.who_want_to_hear(organisation.pk)
    opened = involvement.opened_in(organisation.pk) if wanting else []
    if not opened:
        return 0
    last = written.last_written(organisation.pk, KIND, wanting)
    wanted = involvement.wanted_by(list(wanting))
    number = 0
    for person, hear in wanting.items():
        before = last.get(person)
        if before and today < timezone.localtime(before).date() + EVERY[Hear(hear)]:
            continue
        found = [s for s in opened if (not before or s.opened_at > before) and person not in s.answered_by]
        liked = involvement.liked(wanted[person], [one.opportunity for one in found])
        if liked and people.may_contact(person).possible:
            number += _tell(organisation, person, hear, liked, today)
    return number


def _tell(organisation: Organisation, person: int, hear: str, liked: list[involvement.Suggestion], today: date) -> int:
    lines = [
        _("%(title)s. %(reason)s Say if you are interested by %(day)s.")
        % {"title": one.opportunity.title, "reason": one.reason, "day": parts.day(one.opportunity.closes_on)}
        for one in liked
    ]
    subject = ngettext(
        "%(n)d thing is open that you might like", "%(n)d things are open that you might like", len(lines)
    )
    ending = _("%(asked)s You can change that under “About me”.") % {"asked": ASKED[Hear(hear)]}
    made = post.queue(
        KIND,
        organisation=organisation.pk,
        to_person=person,
        subject=subject % {"n": len(lines)},
        body="\n\n".join([*lines, ending]),
        link="/me/",
        key=f"{KIND}:{person}:{today}",
    )
    return int(made is not None)
