"""What somebody said, on their own page and on the page of a code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.visitors import private
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import progress, queries, rules, services, tables
from ..models import ContactWish, Contribution, TellingChannel
from ..models.answers import STILL_OWED
from ..models.contributions import DEFERRED
from ..queries.group_words import group_words_of
from ..rules.group_words import can_group_say
from ..rules.showing import goes_further
from . import showing, tracing
from .places import At


@login_required
def everything(request: Any) -> HttpResponse:
    registers = list(people.mine(request.user))
    first = (_("Say something"), f"/{registers[0].organisation.slug}/say/") if len(registers) == 1 else None
    table = tables.SaidTable(request, queries.said_by([person.pk for person in registers]), first=first)
    page = {"title": _("What I said"), "back": (_("My page"), "/me/"), "table": table, "registers": registers}
    return pages.unkept(pages.page(request, "voice/everything.html", page))


def followed(at: At) -> HttpResponse:
    """Whoever opens the page of their code knows what stands on it. Somebody who works here only
    looks after it: they are not the one who said it."""
    if at.whole:
        return private(pages.SeeOther(at.whole))
    knows = at.request.method == "GET" and not rules.works_here(at.request.actor)
    return _whole(at, services.told_by_code if knows else None)


def said(at: At) -> HttpResponse:
    if at.whole:
        return pages.SeeOther(at.whole)
    return _whole(at, services.told_after_a_text)


def _whole(at: At, tell: Callable[..., Any] | None) -> HttpResponse:
    """What somebody said, with everything that they added to it."""
    rows = [at.contribution, *queries.additions_to(at.contribution)]
    for row in rows:
        if tell and tell(contribution=row, by=at.actor):
            row.refresh_from_db(fields=["state", "told_on", "version"])
    wishes = queries.wishes_of(rows)
    first, *added = [_one(_at(at, row), wishes.get(row.pk)) for row in rows]
    page = {
        "title": _("What came of what you said") if at.by_code else _("What you said"),
        "back": at.back,
        "shaped": tracing.shaped_of(at.contribution),
        "group_words": group_words_of(at.contribution),
        "may_group": can_group_say(at.actor, at.contribution) and at.own,
        "about_name": _about_name(at),
        "files": queries.files_of(at.contribution),
        "may_attach": rules.can_attach(at.actor, at.contribution),
        "may_add": rules.can_add(at.actor, at.contribution),
        **first,
        "added": added,
    }
    return pages.page(at.request, "voice/mine.html", page)


def _at(at: At, row: Contribution) -> At:
    """Where one does something about one of them."""
    if row.pk == at.contribution.pk:
        return at
    return replace(at, contribution=row, base=f"{at.base}more/{row.code}/" if at.by_code else f"/me/said/{row.code}/")


def _one(at: At, wish: ContactWish | None) -> dict[str, Any]:
    contribution, today = at.contribution, at.request.clock.today()
    answers = list(contribution.answers.all())
    concern = queries.concern_of(contribution)
    doubt = queries.answering.doubt_of(contribution) if contribution.challenges.all() else None
    who = queries.who_safeguards(contribution.organisation) if concern else ""
    return {
        "at": at,
        "said": contribution,
        "answers": answers,
        "progress": progress.of_apart(concern, who) if concern else progress.of(contribution, answers, today),
        "wish": wish,
        "contacts": who or _("Somebody from %(unit)s") % {"unit": contribution.unit.name},
        "changes": _changes(at),
        "may_read": _may_read(at),
        "still_owed": bool(answers) and answers[-1].kind in STILL_OWED,
        "may_mark": rules.can_mark_answered(at.actor, contribution),
        "doubt": doubt,
        "may_agree": rules.can_agree(at.actor, contribution, doubt is not None),
        "may_challenge": rules.can_challenge(at.actor, contribution),
        # Made when its author first looks: without a look and without a wish to go further there is none to ask for.
        "showing": showing.standing(at) if goes_further(contribution) or contribution.previewed_on else None,
        "may_take_back": rules.can_withdraw(at.actor, contribution),
    }


def _may_read(at: At) -> bool:
    """Whoever opens the page of their code has read it; and what they were told of, nobody rings them about."""
    if at.by_code or not rules.can_tell(at.actor, at.contribution, TellingChannel.ON_PAGE):
        return False
    return at.contribution.state != DEFERRED or not queries.answering.knows_it(at.contribution)


def _about_name(at: At) -> str:
    """Who sees the name of the one who said it: what is so today, not only what was ticked once."""
    if at.contribution.person_id is None:
        return _("You gave no name, so nobody sees one.")
    if not at.contribution.credit:
        return _("Those who answer you see your name. Nobody else does.")
    if not people.allowed(at.contribution.person_id, Purpose.CREDIT):
        return _("Those who answer you see your name. Nobody else does: you do not allow that under “About me”.")
    return _("Those who answer you see your name, and it may stand beside your words wherever they are shown.")


def _changes(at: At) -> list[dict[str, Any]]:
    found = [source.change for source in at.contribution.changes.all()]
    if not found:
        return []
    days, corrections = queries.check_days_of([change.pk for change in found]), queries.corrections_of(found)
    return [_change(at, change, days.get(change.pk, []), corrections.get(change.pk, [])) for change in found]


def _change(at: At, change: Any, days: list[Any], corrections: list[Any]) -> dict[str, Any]:
    """They are asked whether it is so, again after a correction; and once a day has come, whether it is still so."""
    given = [verdict for verdict in change.verdicts.all() if verdict.contribution_id == at.contribution.pk]
    words, tone = progress.CHANGES[change.stands]
    may = rules.can_give_verdict(at.actor, at.contribution, change)
    return {
        "change": change,
        "words": words,
        "tone": tone,
        "again": list(tracing.opened_by(change, days, at.contribution)),
        "given": given,
        "corrections": corrections,
        "asked": may and all(verdict.on_earlier_text for verdict in given),
        "held": may and any(day.due_on <= at.request.clock.today() for day in days),
        "days": [tracing.day_for(day, at.contribution) for day in days],
    }
