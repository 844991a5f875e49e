"""Traces: from a decision or a change back to the words, from somebody's words forward to what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core import flow, pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions

from .. import progress, queries, rules, tables, tracing
from ..models import Cause, Contribution, Held, VerdictKind
from .places import At


def of_change(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_named(request.actor, code)
    trace = queries.trace_of_change(request.actor, found)
    page = {
        "title": _("How it came to this"),
        "subject": found.what,
        "state": progress.CHANGES[found.stands],
        "back": (_("Something is different"), f"/{org}/changes/{code}/"),
    }
    return _page(request, trace, page)


def of_decision(request: Any, org: str, code: str) -> HttpResponse:
    found = decisions.decision_for(request.actor, code)
    trace = queries.trace_of_decision(request.actor, found)
    page = {
        "title": _("What shaped this, and what came of it"),
        "subject": found.title,
        "back": (_("The decision"), f"/{org}/decisions/{code}/"),
        "may_shape": f"/{org}/decisions/{code}/shaped/" if rules.can_shape(request.actor, found) else "",
    }
    return _page(request, trace, page)


def _page(request: Any, trace: queries.Trace, page: dict[str, Any]) -> HttpResponse:
    slug = request.organisation.slug
    ledger = rules.can_see_ledger(request.actor)

    def link(row: Contribution) -> str:
        if row.person_id is not None and row.person_id == request.actor.person_id:
            return f"/me/said/{row.code}/"
        return f"/{slug}/voices/{row.code}/" if ledger and row.known else ""  # type: ignore[attr-defined]

    table = tables.TraceTable(request, trace, request.actor, link)
    trace.newest = table.newest
    quoted = {row.pk: words for row in trace.newest if (words := queries.quoted(request.actor, row))}
    seen = seen_of(trace, quoted, _hidden(trace, request.organisation.pk, ledger))
    context = {
        **page,
        **drawn(seen, request.clock.today()),
        "table": table,
        "shaped": _grouped(trace.shaped),
        "changes": [(each, *progress.CHANGES[each.stands], trace.tallies.get(each.pk)) for each in trace.changes],
        "hidden": seen.hidden_in_words,
    }
    return pages.page(request, "voice/trace.html", context)


def _hidden(trace: queries.Trace, organisation: int, ledger: bool) -> str:
    """Few people behind a number could be told apart, so a small number is not said to those outside."""
    if not trace.hidden:
        return ""
    if not ledger and trace.hidden < queries.least_outside(organisation):
        return _("Other words are not shown here")
    text = ngettext(
        "%(n)s more thing that is not shown here", "%(n)s more things that are not shown here", trace.hidden
    )
    return text % {"n": trace.hidden}


def seen_of(trace: queries.Trace, quoted: dict[int, str], hidden: str = "") -> tracing.Seen:
    return tracing.Seen(
        newest=trace.newest,
        quoted=quoted,
        groups=trace.groups,
        total=trace.total,
        hidden=trace.hidden,
        hidden_in_words=hidden,
        answers=trace.answers,
        owed=trace.owed,
        decisions=trace.decisions,
        shaped=trace.shaped,
        changes=trace.changes,
        more_changes=trace.more_changes,
        tallies=trace.tallies,
        checks=trace.checks,
    )


def drawn(seen: tracing.Seen, today: Any) -> dict[str, Any]:
    steps, words = tracing.steps(seen, today), tracing.in_words(seen)
    return {"across": flow.across(steps, words, "trace"), "down": flow.down(steps, words, "trace")}


def _shaped(each: Any) -> dict[str, Any]:
    kind = _("A paper") if each.paper else _("On the agenda") if each.agenda_item else _("The decision")
    return {"kind": kind, "title": queries.title_of(each), "shaped": each}


def own(at: At) -> HttpResponse:
    """One thing that was said, forward to everything that came of it: it fits on one page, to be handed over."""
    contribution = at.contribution
    if not at.own and not rules.may_read_words(at.request.actor, contribution):
        raise NotYours
    actor = at.actor
    trace = queries.trace_of_words(actor, contribution)
    quoted = {contribution.pk: contribution.words} if contribution.words else {}
    page = {
        "title": _("What came of what you said") if at.own else _("What came of what they said"),
        "back": (_("Back"), at.base),
        "at": at,
        "said": contribution,
        "answers": list(contribution.answers.all()),
        "decisions": trace.decisions,
        "shaped": [_shaped(each) for each in trace.shaped],
        "changes": [_change(at, change, trace) for change in trace.changes],
        **drawn(seen_of(trace, quoted), at.request.clock.today()),
        "lines": _lines(contribution, trace),
    }
    return pages.page(at.request, "voice/trace_own.html", page)


def _change(at: At, change: Any, trace: queries.Trace) -> dict[str, Any]:
    words, tone = progress.CHANGES[change.stands]
    given = [verdict for verdict in change.verdicts.all() if verdict.contribution_id == at.contribution.pk]
    return {
        "change": change,
        "words": words,
        "tone": tone,
        "tally": trace.tallies.get(change.pk),
        "given": [tables.verdict_in_words(each) for each in given],
        "days": [day_for(day, at.contribution) for day in trace.checks.get(change.pk, ())],
    }


def _grouped(rows: Sequence[Any]) -> list[dict[str, Any]]:
    """What was said of many words at once stands once, with how many they are and how many authors deny it."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for each in rows:
        key = (each.paper_id, each.agenda_item_id, each.how)
        group = found.setdefault(key, {**_shaped(each), "number": 0, "denied": 0})
        group["number"] += 1
        group["denied"] += each.disputed_on is not None
    return list(found.values())


def shaped_of(contribution: Contribution) -> list[dict[str, Any]]:
    return [_shaped(each) for each in queries.shaped_by(contribution)]


def day_for(day: Any, contribution: Contribution) -> dict[str, Any]:
    sightings = day.seen
    return {
        "day": day,
        "own": next((each for each in sightings if each.contribution_id is None), None),
        "mine": next((each for each in reversed(sightings) if each.contribution_id == contribution.pk), None),
    }


def opened_by(change: Any, days: Sequence[Any], said: Contribution) -> Iterator[tuple[Any, date, bool]]:
    """Why, when, and whether its author said so: each opened the debt to them again, as a Reopening keeps it. Read
    from what the unit and the author found, which is fetched already.
    """
    for verdict in change.verdicts.all():
        if verdict.contribution_id == said.pk and verdict.kind == VerdictKind.CHALLENGED:
            yield Cause.DISPUTED.label, verdict.given_on, True
    for seen in (one for day in days for one in day.seen):
        if seen.result != Held.HELD and seen.contribution_id in (None, said.pk):
            yield Cause(seen.result).label, seen.found_on, seen.contribution_id is not None


def _lines(said: Contribution, trace: queries.Trace) -> list[tuple[Any, Any, str]]:
    """The days as a table: what, when, how long after it was said."""
    found: list[tuple[Any, date | None]] = [(_("It was said"), said.said_on)]
    found += [(_("An answer"), answer.answered_on) for answer in said.answers.all()]
    found.append((_("The one who said it was told"), said.told_on))
    owed = _("An answer was owed again: %(why)s")
    for change in trace.changes:
        opened = opened_by(change, trace.checks.get(change.pk, ()), said)
        found += [(owed % {"why": why}, on) for why, on, _own in opened]
    found += [(_("Decided: %(what)s") % {"what": row.title}, row.decided_on) for row in trace.decisions]
    for change in trace.changes:
        found.append((_("Different: %(what)s") % {"what": tracing.short(change.what, 80)}, change.since))
        for day in trace.checks.get(change.pk, ()):
            found.append((_("Looked at again") if day.done_on else _("Looked at again, by"), day.done_on or day.due_on))
    dated = sorted(((what, on) for what, on in found if on), key=lambda line: line[1])
    return [(what, on, tracing.after(said.said_on, on) if on != said.said_on else "") for what, on in dated]
