"""Template tags. Text and shapes are made in core/parts.py, HTML in templates/core/."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .. import parts, rendering, taking
from ..tables import Table

register = template.Library()

register.simple_tag(parts.state_tag)
register.simple_tag(parts.age_band)
register.simple_tag(parts.timed, name="day")
register.filter("day", parts.day)
register.filter("moment", parts.moment)
register.filter("clock", parts.clock)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    return rendering.render_field(bound)


@register.simple_tag
def errors(form: BaseForm) -> SafeString:
    """What is wrong, linked to its fields. The browser goes there by itself: no script is needed for that."""
    if not (form.is_bound and (found := rendering.summary_of(form))):
        return SafeString()
    return render_to_string("core/forms/summary.html", {"errors": found, "focus": getattr(form, "focus", True)})


@register.simple_tag
def hidden(form: BaseForm) -> SafeString:
    """Without ids: two forms may stand on one page."""
    return format_html_join("", "{}", ((bound.as_hidden(attrs={"id": False}),) for bound in form.hidden_fields()))


@register.simple_tag
def button(label: Any, kind: str = "", name: str = "", value: str = "") -> SafeString:
    """The main action; `kind` is nothing, `secondary` or `warning`."""
    css = f"govuk-button govuk-button--{kind}" if kind else "govuk-button"
    sent = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button type="submit" class="{}"{}>{}</button>', css, sent, label)


@register.simple_tag
def table(table: Table) -> SafeString:
    """Here it is seen whether the list is asked for as a file, so that no view has to look."""
    name = taking.name_on_page(table)
    taking.raise_if_asked(table, name)
    return render_to_string("core/table.html", {"table": table, "takes": _takes(table, name)})


@register.simple_block_tag(takes_context=True)
def takes(
    context: Context, content: str, personal: bool = True, table: Table | None = None, caption: str = ""
) -> SafeString:
    """Around a table that a template draws by itself, or several of one shape: then it can be taken as lists can.
    `personal`: whether people stand in it, so that taking it is written down. `table`: what is taken instead of what
    was drawn, where that is made of words that nobody can compute with; it says the same and no more. `caption`: of
    several."""
    request = context.get("request")
    if request is None:
        return SafeString(content)
    table = table or taking.DrawnTable(request, content, personal, caption)
    name = taking.name_on_page(table)
    taking.raise_if_asked(table, name)
    links = render_to_string("core/takes.html", {"table": table, "takes": _takes(table, name)})
    return SafeString(content + links if table.plain_rows else content)


def _takes(table: Table, name: str) -> dict[str, Any]:
    if not table.pages.rows:
        return {}
    return {**taking.links(table, name), "is_written_down": taking.is_written_down(table)}


@register.simple_tag(takes_context=True)
def word(context: Context, key: str, capital: bool = False) -> str:
    return parts.word(context.get("request"), key, capital)


@register.simple_tag
def bars(bars: Iterable[parts.Bar], caption: Any, heading: Any = "", unit: Any = "") -> SafeString:
    rows = list(bars)
    largest = max([max(bar.value, bar.of or 0) for bar in rows], default=0) or 1
    drawn = [{"bar": bar, "width": per_cent(bar.value, largest), "whole": per_cent(bar.of, largest)} for bar in rows]
    return render_to_string("core/bars.html", {"bars": drawn, "caption": caption, "heading": heading, "unit": unit})


def per_cent(value: float | None, largest: float) -> str:
    """With a point, in every language: it is an SVG length. Something is never drawn as nothing."""
    return f"{max(100 * value / largest, 0.5):.1f}%" if value else "0%"


@register.simple_tag
def timeline(items: Iterable[Any], level: int = 3) -> SafeString:
    return render_to_string("core/timeline.html", {"items": list(items), "heading": f"h{level}"})


@register.simple_tag
def voice(  # noqa: PLR0913  what stands around them, each by its name
    words: str, by: Any = "", on: Any = None, note: Any = "", url: str = "", asked: Any = "", lang: str = ""
) -> SafeString:
    """Somebody's own words, as they said them; above them what they were asked, if anything. `lang`: of the words."""
    facts = {"words": words, "by": by, "on": on, "note": note, "url": url, "asked": asked, "lang": lang}
    return render_to_string("core/voice.html", facts)


@register.simple_tag
def facts(rows: Iterable[Sequence[Any]]) -> SafeString:
    """A summary list: (label, value) or (label, value, url, what the link does)."""
    found = [
        {
            "label": row[0],
            "value": parts.shown(row[1]),
            "url": row[2] if len(row) > 2 else "",
            "action": row[3] if len(row) > 3 else "",
        }
        for row in rows
    ]
    return render_to_string("core/facts.html", {"rows": found})


@register.simple_tag
def back_link(back: Any) -> SafeString:
    """(label, address), or an address alone."""
    if not back:
        return SafeString()
    label, url = (_("Back"), back) if isinstance(back, str) else back
    return format_html('<nav aria-label="{}"><a class="govuk-back-link" href="{}">{}</a></nav>', _("Back"), url, label)


@register.simple_tag
def empty(text: Any, first: tuple[Any, str] | None = None) -> SafeString:
    """Nothing here yet, and what to do first."""
    action = format_html('<p><a class="govuk-button" href="{}">{}</a></p>', first[1], first[0]) if first else ""
    return format_html('<div class="al-empty"><p class="govuk-body">{}</p>{}</div>', text, action)
