"""What somebody said, on their own page and on the page of a code."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import progress, queries, rules, services, tables
from ..models import TellingChannel
from ..queries.group_words import group_words_of
from ..rules.group_words import can_group_say
from . import showing, tracing
from .places import At, unkept


@login_required
def everything(request: Any) -> HttpResponse:
    registers = list(people.mine(request.user))
    first = (_("Say something"), f"/{registers[0].organisation.slug}/say/") if len(registers) == 1 else None
    table = tables.SaidTable(request, queries.said_by([person.pk for person in registers]), first=first)
    page = {"title": _("What I said"), "back": (_("My page"), "/me/"), "table": table, "registers": registers}
    return unkept(pages.page(request, "voice/everything.html", page))


def followed(at: At) -> HttpResponse:
    """Whoever opens the page of their code knows what stands on it. Somebody who works here only looks."""
    if at.request.method == "GET" and not rules.works_here(at.request.actor):
        services.told_by_code(contribution=at.contribution, by=at.actor)
        at.contribution.refresh_from_db(fields=["state", "told_on", "version"])
    return said(at)


def said(at: At) -> HttpResponse:
    contribution, today = at.contribution, at.request.clock.today()
    if at.own and not at.by_code and services.told_after_a_text(contribution=contribution, by=at.actor):
        contribution.refresh_from_db(fields=["state", "told_on", "version"])
    answers = list(contribution.answers.all())
    concern = queries.concern_of(contribution)
    who = queries.who_safeguards(contribution.organisation) if concern else ""
    page = {
        "title": _("What came of what you said") if at.by_code else _("What you said"),
        "back": at.back,
        "at": at,
        "said": contribution,
        "answers": answers,
        "progress": progress.of_apart(concern, who) if concern else progress.of(contribution, answers, today),
        "wish": queries.contact_wish_of(contribution),
        "contacts": who or _("Somebody from %(unit)s") % {"unit": contribution.unit.name},
        "changes": _changes(at),
        "shaped": tracing.shaped_of(contribution),
        "reopenings": queries.reopenings_of(contribution),
        "about_name": _about_name(at),
        "group_words": group_words_of(contribution),
        "may_group": can_group_say(at.actor, contribution) and at.own,
        "may_read": rules.can_tell(at.actor, contribution, TellingChannel.ON_PAGE) and not at.by_code,
        "may_challenge": rules.can_challenge(at.actor, contribution),
        "showing": showing.standing(at),
        "may_take_back": rules.can_withdraw(at.actor, contribution),
    }
    return pages.page(at.request, "voice/mine.html", page)


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
    days, corrections = queries.check_days_of([change.pk for change in found]), queries.corrections_of(found)
    return [_change(at, change, days.get(change.pk, []), corrections.get(change.pk, [])) for change in found]


def _change(at: At, change: Any, days: list[Any], corrections: list[Any]) -> dict[str, Any]:
    """They are asked whether it is so, again after a correction; and once a day has come, whether it is still so."""
    given = [verdict for verdict in change.verdicts.all() if verdict.contribution_id == at.contribution.pk]
    words, tone = progress.CHANGES[change.state]
    may = rules.can_give_verdict(at.actor, at.contribution, change)
    return {
        "change": change,
        "words": words,
        "tone": tone,
        "given": given,
        "corrections": corrections,
        "asked": may and all(verdict.on_earlier_text for verdict in given),
        "held": may and any(day.due_on <= at.request.clock.today() for day in days),
        "days": [tracing.day_for(day, at.contribution) for day in days],
    }
