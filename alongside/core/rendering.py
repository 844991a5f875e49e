"""One look for every field: what a label, a hint, an error and a control need to know of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Facts = dict[str, Any]
OF_DJANGO = DjangoTemplates()  # one, so that its templates are read once

# The first that fits decides. Kinds are names in core/forms/field.html.
KINDS: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.CheckboxSelectMultiple, "ticks", "govuk-checkboxes__input"),
    (forms.RadioSelect, "radios", "govuk-radios__input"),
    (forms.CheckboxInput, "tick", "govuk-checkboxes__input"),
    (forms.Textarea, "box", "govuk-textarea"),
    (forms.Select, "box", "govuk-select"),
    (forms.FileInput, "file", "al-file"),
    (forms.Widget, "box", "govuk-input"),
)


class Look(TemplatesSetting):
    """Our templates, and Django's own for the controls themselves."""

    form_template_name = "core/forms/form.html"
    field_template_name = "core/forms/group.html"

    def get_template(self, template_name: str) -> Any:
        """Known by their folder: looking for each control among ours first takes most of the time of a form."""
        if template_name.startswith("core/"):
            return super().get_template(template_name)
        return OF_DJANGO.get_template(template_name)


def kind_of(widget: forms.Widget) -> tuple[str, str]:
    return next((kind, css) for cls, kind, css in KINDS if isinstance(widget, cls))


def first_id(bound: BoundField) -> str:
    """Where a link from the error summary goes."""
    kind, _ = kind_of(bound.field.widget)
    return f"{bound.auto_id}_0" if kind in {"radios", "ticks"} else bound.auto_id


def field_facts(bound: BoundField) -> Facts:
    """Everything that core/forms/field.html shows of one field."""
    widget = bound.field.widget
    kind, css = kind_of(widget)
    described = [f"{bound.auto_id}_hint"] if bound.help_text else []
    described += [f"{bound.auto_id}_error"] if bound.errors else []
    given = kind == "file" and bound.form.is_bound and bound.html_name in bound.form.files
    lost = given and bool(bound.form.errors) and not bound.errors
    own = widget.attrs.get("class", "")
    widget.attrs["class"] = own if css in own.split() else f"{css} {own}".strip()
    widget.attrs.pop("placeholder", None)  # it vanishes when it is needed most: the label says it
    if described and kind not in {"radios", "ticks"}:
        widget.attrs["aria-describedby"] = " ".join(described)
    return {
        "field": bound,
        "kind": kind,
        "describedby": " ".join(described),
        "options": list(options_of(bound)) if kind in {"radios", "ticks"} else [],
        "prefix": getattr(bound.field, "unit", ""),
        "optional": not bound.field.required and kind != "tick",
        "file_lost": lost,
    }


def options_of(bound: BoundField) -> Iterator[Facts]:
    """The radios or ticks of a group. `aria-invalid` says nothing on a single one of them."""
    hints = getattr(bound.field, "hints", {})
    for option in bound.subwidgets:
        attrs = option.data["attrs"]
        attrs.pop("aria-invalid", None)
        attrs.pop("aria-describedby", None)
        hint = hints.get(str(option.data["value"]), "")
        hint_id = f"{attrs['id']}_hint" if hint else ""
        if hint:
            attrs["aria-describedby"] = hint_id
        yield {"tag": option.tag(), "id": attrs["id"], "label": option.choice_label, "hint": hint, "hint_id": hint_id}


def render_field(bound: BoundField) -> SafeString:
    return render_to_string("core/forms/field.html", field_facts(bound))


def summary_of(form: forms.BaseForm) -> list[tuple[str, str]]:
    """(id of the control or nothing, sentence) for each mistake, in the order of the page."""
    found = [("", str(error)) for error in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else first_id(bound)
        found += [(target, str(error)) for error in bound.errors]
    return found
