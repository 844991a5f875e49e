"""Changes: the list of them, and one with what those who asked for it say and whether it held."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import progress, queries, rules, tables
from ..models import Cause, Change, CheckDay


def changes(request: Any, org: str) -> HttpResponse:
    rows = queries.changes_for(request.actor)
    page = {
        "title": _("What is different now"),
        "lead": _("What was changed because of what people said, and what they say about it."),
        "table": tables.ChangeTable(request, rows, f"/{org}/changes/", request.clock.today()),
        "staff": rules.can_see_ledger(request.actor),
        "back": _back(request, org),
    }
    return pages.page(request, "voice/changes.html", page)


def _back(request: Any, org: str) -> tuple[str, str]:
    if rules.can_see_ledger(request.actor):
        return _("Voices"), f"/{org}/voices/"
    return _("What came of what people said"), f"/{org}/heard/"


def change(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_for(request.actor, code)
    days = queries.check_days_of([found.pk]).get(found.pk, [])
    seen = queries.sources_as_seen(request.actor, found)
    whole = {pk for pk, one in seen.items() if one.whole}
    page = {
        "title": _("Something is different"),
        "change": found,
        "state": progress.CHANGES[found.stands],
        "facts": facts_of(found),
        "corrections": queries.corrections_of([found]).get(found.pk, []),
        "tally": queries.tallies_of([found.pk])[found.pk],
        "sources": _sources(found, seen),
        "unseen": sum(
            not source.contribution.restricted and source.contribution_id not in seen for source in found.sources.all()
        ),
        "days": [_day(day, whole) for day in days],
        "reopened": [(on, Cause(cause).label, number) for on, cause, number in queries.reopened(found)],
        "actions": _actions(request, found, days, f"/{org}/changes/{code}/"),
        "back": (_("What is different now"), f"/{org}/changes/"),
        "base": f"/{org}/changes/{code}/",
        "files": queries.files_of(found),
        "may_remove": rules.can_attach_evidence(request.actor, found),
    }
    return pages.unkept(pages.page(request, "voice/change.html", page))


def facts_of(found: Change) -> list[tuple[Any, ...]]:
    """In what, since when, how it was, and how anybody can see it."""
    thing = ", ".join(part for part in (found.thing, found.thing_version) if part)
    link = [(_("Where it can be seen"), found.link, found.link, _("Go there"))] if found.link else []
    return [
        (_("How it was before"), found.before or _("Not written down")),
        (_("In what"), f"{found.get_kind_display()}: {thing}" if thing else found.get_kind_display()),
        (_("How anybody can see it"), found.evidence),
        *link,
        (_("Since"), found.since),
        (_("Where"), found.unit.name),
    ]


def _actions(request: Any, found: Change, days: list[CheckDay], base: str) -> list[tuple[Any, str]]:
    waiting = next((day for day in days if day.done_on is None), None)
    if waiting:
        waiting.change = found
    possible = (
        (waiting is not None and rules.can_look(request.actor, waiting), _("Say whether it held"), f"{base}look/"),
        (waiting is None and rules.can_plan(request.actor, found), _("Set a day to look again"), f"{base}days/"),
        (rules.can_attach_evidence(request.actor, found), _("Add a file that shows it"), f"{base}attach/"),
        (rules.can_correct(request.actor, found), _("Correct its text"), f"{base}correct/"),
    )
    return [(text, url) for can, text, url in possible if can]


def _sources(found: Change, seen: dict[int, queries.SourceSeen]) -> list[dict[str, Any]]:
    """Out of whose words it came, as far as the reader may read them, each with what its author says about it."""
    return [
        {
            "seen": seen[source.contribution_id],
            "verdicts": [
                (one, seen[source.contribution_id].verdicts.get(one.code, ""))
                for one in found.verdicts.all()
                if one.contribution_id == source.contribution_id
            ],
        }
        for source in found.sources.all()
        if source.contribution_id in seen
    ]


def _day(day: CheckDay, whole: set[int]) -> dict[str, Any]:
    """What the unit saw and what those who asked for it see are kept apart. Without the words it came of, only
    how many say what: no single person's word.
    """
    sightings = day.seen
    theirs = list({one.contribution_id: one for one in sightings if one.contribution_id}.values())
    counts: dict[Any, int] = {}
    for one in theirs:
        counts[one.get_result_display()] = counts.get(one.get_result_display(), 0) + 1
    return {
        "day": day,
        "own": next((one for one in sightings if one.contribution_id is None), None),
        "counts": list(counts.items()),
        "theirs": [one for one in theirs if one.contribution_id in whole and one.words],
    }
