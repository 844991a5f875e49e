"""For anybody: you said, we did, we did not. Kept by no browser in between: what is taken back is gone at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import progress, published_rules, queries, shown_entries, tables
from ..rules import showing as rules
from ..small_numbers import About

MOST_IN_FEED = 30


def heard(request: Any, org: str) -> HttpResponse:
    organisation = request.organisation
    table = tables.HeardList(request, queries.public_heard(organisation))
    page = {
        "title": _("You said, we did, we did not"),
        "table": table,
        "feed": f"/{org}/heard/feed/",
        **_figures(queries.account(organisation, request.clock)),
        **_entries(request, table),
    }
    return pages.unkept(pages.page(request, "voice/heard.html", page))


def _figures(account: queries.Account) -> dict[str, Any]:
    """The figures with their words."""
    year, kept = account.year, account.kept
    return {
        "account": account,
        "disputed": _about(account.disputed),
        "changed": _about(year.changed),
        "answered": _about(year.answered),
        "not_looked": _about(account.not_looked),
        "kinds": [(progress.ANSWERS[kind][0], _about(number)) for kind, number in (year.by_kind or {}).items()],
        "changes": [(progress.CHANGES[state][0], _about(number)) for state, number in (year.changes or {}).items()],
        "not_shown": [(published_rules.title_of(rule), n) for rule, n in sorted(kept.not_shown.items())],
        "covered": [(published_rules.title_of(rule), n) for rule, n in sorted(kept.covered.items())],
    }


def _about(number: About) -> str:
    return _("under %(step)d") % {"step": number.step} if number.few else f"{number.least}+"


def _entries(request: Any, table: tables.HeardList) -> dict[str, Any]:
    """Without a choice: what was done beside what was not. With one: a list, newest first, page by page."""
    organisation = request.organisation
    if table.chosen or "after" in request.GET or "before" in request.GET:
        return {"entries": shown_entries.short(organisation, table.pages.rows)}
    done, not_done = queries.done_beside_not(organisation)
    drawn = shown_entries.short(organisation, [*done, *not_done])
    return {"beside": (drawn[: len(done)], drawn[len(done) :])}


def one(request: Any, org: str, code: str) -> HttpResponse:
    """All of one, where the list has only its beginning."""
    found = queries.heard_one(request.organisation, code)
    page = {
        "title": _("What was said, and what came of it"),
        "back": (_("You said, we did, we did not"), f"/{org}/heard/"),
        "entry": shown_entries.whole(request.organisation, found),
    }
    return pages.unkept(pages.page(request, "voice/heard_one.html", page))


def published(request: Any, org: str) -> HttpResponse:
    now = queries.published_rules(request.organisation.pk)
    page = {
        "title": _("What everybody may read, and who decides"),
        "back": (_("You said, we did, we did not"), f"/{org}/heard/"),
        "now": now,
        "never": published_rules.NEVER,
        "kept": queries.kept_back(request.organisation.pk),
        "titles": published_rules.TITLES,
        "versions": queries.rules_history(request.organisation.pk),
        "panel": queries.panel_of(request.organisation.pk).count(),
        "sets_up": rules.sets_up(request.actor),
        "moderates": rules.moderates(request.actor),
        "on_panel": queries.is_on_panel(request.actor),
    }
    return pages.page(request, "voice/rules.html", page)


def feed(request: Any, org: str) -> HttpResponse:
    """What came of it and where to read it, without a word of what was said: a reader of feeds keeps what it has
    fetched, and words that are taken back would stay there.
    """
    entries = list(shown_entries.for_feed(queries.newest_heard(request.organisation, MOST_IN_FEED)))
    facts = {
        "organisation": request.organisation,
        "base": f"{request.scheme}://{request.get_host()}/{org}/heard/",
        "entries": entries,
        "updated": max((each.updated for each in entries), default=request.organisation.made_at.isoformat()),
    }
    text = render_to_string("voice/heard_feed.xml", facts)
    return pages.unkept(HttpResponse(text, content_type="application/atom+xml; charset=utf-8"))
