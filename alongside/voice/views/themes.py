"""What people speak of, what is rising, and the words that an organisation has for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import forms as core_forms
from alongside.core import pages, parts
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services, tables, theme_words
from ..models import Theme
from ..queries import theme_figures as counts
from ..queries import themes as about
from ..queries.theme_piles import pile_for_theme
from ..starter_themes import STARTER

WEEKS = 13
QUOTED = 3
View = Callable[..., HttpResponse]


def _base(request: Any) -> str:
    return f"/{request.organisation.slug}/voices/themes/"


def _weeks(request: Any) -> int:
    """As with years: what cannot be asked for is an unknown address."""
    asked = request.GET.get("weeks") or str(WEEKS)
    found = next((weeks for weeks in counts.WEEKS if str(weeks) == asked), None)
    if found is None:
        raise NotYours
    return found


def _lengths(request: Any, url: str) -> list[tuple[Any, str, bool]]:
    chosen = _weeks(request)
    return [(theme_words.LENGTHS[weeks], f"{url}?weeks={weeks}", weeks == chosen) for weeks in counts.WEEKS]


def one(view: View) -> View:
    """The page of one theme, for whoever may see themes."""

    @wraps(view)
    def page(request: Any, org: str, code: str) -> HttpResponse:
        return view(request, about.theme_here(request.actor, code), f"{_base(request)}{code}/")

    return page


def overview(request: Any, org: str) -> HttpResponse:
    if not rules.can_see_ledger(request.actor):
        raise NotYours
    base, weeks = _base(request), _weeks(request)
    figures = counts.theme_figures(request.actor, request.clock.today(), weeks)
    page = {
        "title": _("What people speak of"),
        "back": (_("Voices"), f"/{org}/voices/"),
        "figures": figures,
        "rises": [(theme_words.rise(each, weeks), f"{base}{each.theme.code}/") for each in _rises(figures)],
        "quoted": about.newest_marked(request.actor, [each.theme for each in _rises(figures)])[:QUOTED],
        "table": tables.ThemeTable(request, figures.themes, base),
        "lengths": _lengths(request, base),
        "compared": len(figures.themes),
        "keeps": rules.can_keep_themes(request.actor),
        "base": base,
        "voices": f"/{org}/voices/",
    }
    return pages.page(request, "voice/themes.html", page)


def _rises(figures: Any) -> list[Any]:
    return [*figures.rising, *figures.rising_by_unit]


@one
def theme(request: Any, found: Theme, base: str) -> HttpResponse:
    if not rules.can_see_ledger(request.actor):
        return _words_alone(request, found, base)
    weeks, today = _weeks(request), request.clock.today()
    figures = counts.theme_figures(request.actor, today, weeks)
    own = [each for each in figures.themes if each.theme == found]
    months = counts.theme_months(request.actor, found, today)
    there = {unit for each in months for unit in each.by_unit}
    page = {
        **_words(request, found, base),
        "said": about.marked_with(request.actor, found)[:QUOTED],
        "figures": figures,
        "rises": [theme_words.rise(each, weeks) for each in _rises(figures) if each.theme == found],
        "now": [(each, theme_words.came(each.came)) for each in own],
        "units": tables.ThemeUnitTable(request, [each for each in figures.by_unit if each.theme == found], base),
        "bars": [parts.Bar(theme_words.month(each.month), each.number) for each in months],
        "months": tables.MonthTable(
            request, months, [unit for unit in queries.ledger_units(request.actor) if unit.pk in there], prefix="months"
        ),
        "lengths": _lengths(request, base),
        "weeks": weeks,
        "marks": bool(request.actor.can(P.ANSWER)) and found.retired_on is None,
        "voices": f"/{request.organisation.slug}/voices/",
    }
    return pages.page(request, "voice/theme.html", page)


def _words(request: Any, found: Theme, base: str) -> dict[str, Any]:
    sees = rules.can_see_ledger(request.actor)
    back = (_("What people speak of"), _base(request)) if sees else (_("Our themes"), f"{_base(request)}words/")
    return {
        "title": found.name,
        "back": back,
        "theme": found,
        "wordings": about.wordings_of(found),
        "changes": rules.can_change_theme(request.actor, found),
        "base": base,
    }


def _words_alone(request: Any, found: Theme, base: str) -> HttpResponse:
    """For whoever looks after the words and does not see what was said."""
    return pages.page(request, "voice/theme.html", _words(request, found, base))


def framework(request: Any, org: str) -> HttpResponse:
    """All the themes with what belongs to each, and the way to change them."""
    if not rules.can_see_themes(request.actor):
        raise NotYours
    base = _base(request)
    themes = list(about.themes_of(request.actor, retired=True))
    page = {
        "title": _("Our themes"),
        "back": (_("What people speak of"), base) if rules.can_see_ledger(request.actor) else None,
        "themes": [each for each in themes if each.retired_on is None],
        "retired": [each for each in themes if each.retired_on is not None],
        "keeps": rules.can_keep_themes(request.actor),
        "form": core_forms.Form.of(request),
        "base": base,
    }
    return pages.page(request, "voice/framework.html", page)


def starter(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_themes(request.actor):
        raise NotYours
    form, then = core_forms.Form.of(request), f"{_base(request)}words/"
    act = partial(services.take_starter_themes, by=request.actor)
    note = _("They are yours now. Change what does not fit.")
    done = pages.submit(request, form, lambda _data: act(), then=then, note=note)
    page = {
        "title": _("Begin with these themes"),
        "back": (_("Our themes"), then),
        "starter": STARTER,
        "form": form,
    }
    return done or pages.page(request, "voice/starter.html", page)


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_themes(request.actor):
        raise NotYours
    then = f"{_base(request)}words/"
    form = forms.ThemeForm.of(request, themes=_parents(request))
    done = pages.submit(request, form, partial(_introduce, request), then=then, note=_("Saved."))
    page = {"title": _("A new theme"), "back": (_("Our themes"), then), "form": form}
    return done or pages.page(request, "voice/theme_words.html", page)


def _introduce(request: Any, data: dict[str, Any]) -> Theme:
    data.pop("seen")
    return services.introduce_theme(by=request.actor, **data)


def _parents(request: Any, but: Theme | None = None) -> list[Theme]:
    return [each for each in about.themes_of(request.actor) if each.parent_id is None and each != but]


@one
def reword(request: Any, found: Theme, base: str) -> HttpResponse:
    if not rules.can_change_theme(request.actor, found):
        raise NotYours
    initial = {"name": found.name, "belongs": found.belongs, "parent": found.parent.code if found.parent else ""}
    form = forms.ThemeForm.of(request, seen=found.version, initial=initial, themes=_parents(request, found))
    done = pages.submit(
        request,
        form,
        lambda data: services.reword_theme(theme=found, by=request.actor, **data),
        then=base,
        note=_("Saved. The words before stay to be read."),
    )
    page = {
        "title": _("Change the words of “%(name)s”") % {"name": found.name},
        "back": (found.name, base),
        "form": form,
    }
    return done or pages.page(request, "voice/theme_words.html", page)


@one
def retire(request: Any, found: Theme, base: str) -> HttpResponse:
    if not rules.can_change_theme(request.actor, found):
        raise NotYours
    form = core_forms.Seen.of(request, seen=found.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.retire_theme(theme=found, by=request.actor, **data),
        then=f"{_base(request)}words/",
        note=_("Retired. What was marked with it stays marked."),
    )
    page = {"title": _("Retire “%(name)s”") % {"name": found.name}, "back": (found.name, base), "form": form}
    return done or pages.page(request, "voice/theme_retire.html", page)


@one
def pile(request: Any, found: Theme, base: str) -> HttpResponse:
    """These look like it: tick those that are."""
    if not request.actor.can(P.ANSWER) or found.retired_on is not None:
        raise NotYours
    looks = pile_for_theme(request.actor, found)
    form = forms.PileForm.of(request, pile=[row for row, _because in looks])
    done = pages.submit(
        request,
        form,
        lambda data: services.mark_several(theme=found, by=request.actor, **data),
        then=f"{base}look/",
        note=_("Marked. These are the next."),
    )
    page = {
        "title": _("What looks like “%(name)s”") % {"name": found.name},
        "back": (found.name, base),
        "theme": found,
        "looks": [(row, theme_words.because(words)) for row, words in looks],
        "form": form,
        "voices": f"/{request.organisation.slug}/voices/",
    }
    return done or pages.page(request, "voice/theme_pile.html", page)
