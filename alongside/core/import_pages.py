"""The two pages of every import: choose a file, then see what would happen and do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import forms, importing, pages, parts, sheets
from .actor import Actor
from .errors import Refused
from .importing import Report
from .sheets import MAX_BYTES, MB, Problem
from .tables import Column, Table

MOST_COLUMNS = 40
SHOWN_ROWS = 3
Run = Callable[[Path, dict[str, str], bool], Report]


@dataclass(frozen=True)
class Flow:
    """What a room tells the pages. `run(path, mapping {column: field}, dry_run)` reads, and does unless rehearsing."""

    kind: str  # the folder of the uploads
    by: Actor
    run: Run
    title: Any
    lead: Any
    fields: Mapping[str, Any]  # field: what may stand in it, in words
    counts: Mapping[str, Any]  # what each count of the report means
    url: str  # of the page that takes the file; the preview is at url + token + "/"
    back: tuple[Any, str]
    done_url: str
    kinds: tuple[str, ...] = (".csv", ".xlsx")
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)  # field: what its column may be called
    form: Callable[[], FileForm] | None = None  # with more to choose beside the file; what is chosen is in the address


class FileForm(forms.Form):
    file = forms.Upload(label=gettext_lazy("Your file"), most_mb=MAX_BYTES // MB)

    def __init__(self, *args: Any, kinds: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = " ".join(kinds)
        self.fields["file"].kinds = kinds  # type: ignore[attr-defined]
        self.fields["file"].widget.attrs["accept"] = ",".join(kinds)
        self.fields["file"].help_text = _("A file that ends in %(kinds)s, up to %(most)s MB.") % {
            "kinds": named,
            "most": MAX_BYTES // MB,
        }

    def options(self) -> dict[str, str]:
        """What was chosen beside the file. It stands in the address of the preview: nothing personal."""
        return {}


@dataclass(frozen=True)
class ReadAs:
    """One column of the file: what it is taken for, and what stands in its first rows."""

    column: str
    name: str
    first: list[str]


class ReadTable(Table):
    caption = gettext_lazy("How your file is read")
    columns = (
        Column("column", gettext_lazy("In your file")),
        Column("name", gettext_lazy("We take it for")),
        Column("first", gettext_lazy("In the first three rows")),
    )

    def cell_first(self, read: ReadAs) -> Any:
        return parts.paragraphs(*(_short(text) for text in read.first)) if read.first else ""


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split()) or "–"
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def read_as(flow: Flow, path: Path, mapping: Mapping[str, str]) -> list[ReadAs]:
    """The columns that were found, in their order. Nothing for a file without columns, or one that cannot be read."""
    if not flow.names or path.suffix.lower() not in (".csv", ".xlsx"):
        return []
    try:
        sheet = sheets.read_sheet(path, path.name)
        matched = sheets.match_columns(sheet.columns, dict(flow.names), dict(mapping))
        rows = list(islice(sheet.rows, SHOWN_ROWS))
    except sheets.SheetError:
        return []
    names = {column: name for name, column in matched.by_field.items()}
    return [
        ReadAs(column, names[column].replace("_", " "), [row.cells.get(column, "") for row in rows])
        for column in sheet.columns
        if column in names
    ]


class ProblemTable(Table):
    caption = gettext_lazy("What to put right in the file")
    most = importing.MOST_SHOWN
    columns = (
        Column("row", gettext_lazy("Where")),
        Column("column", gettext_lazy("Column")),
        Column("message", gettext_lazy("What to do")),
        Column("value", gettext_lazy("What stands there")),
    )

    def cell_row(self, problem: Problem) -> Any:
        return _("Row %(row)s") % {"row": problem.row} if problem.row else _("The whole file")


def views(flow: Callable[[Any, str], Flow]) -> tuple[Callable[..., HttpResponse], Callable[..., HttpResponse]]:
    """The two pages of a room, which says of each request what is brought in, and refuses whoever may not."""

    def chosen(request: Any, org: str) -> HttpResponse:
        return choose(request, flow(request, org))

    def previewed(request: Any, org: str, token: str) -> HttpResponse:
        return preview(request, flow(request, org), token)

    return chosen, previewed


def choose(request: HttpRequest, flow: Flow) -> HttpResponse:
    form = flow.form() if flow.form else FileForm.of(request, kinds=flow.kinds)
    done = pages.submit(
        request,
        form,
        lambda data: importing.keep(data["file"], kind=flow.kind, by=flow.by),
        then=lambda kept: f"{flow.url}{kept.token}/{_query(form.options())}",
    )
    facts = {"form": form, "title": flow.title, "lead": flow.lead, "back": flow.back, "columns": named(flow)}
    return done or pages.page(request, "core/import_choose.html", facts)


def _query(options: Mapping[str, str]) -> str:
    return f"?{urlencode(options)}" if options else ""


def preview(request: HttpRequest, flow: Flow, token: str) -> HttpResponse:
    if request.method == "POST" and request.POST.get("do") == "drop":
        importing.remove(token, kind=flow.kind, by=flow.by)
        return pages.SeeOther(flow.url)
    mapping = mapping_in(request)
    form = forms.Form.of(request)
    reports: list[Report] = []
    done = pages.submit(request, form, lambda _data: reports.append(_really(flow, token, mapping)), then=flow.done_url)
    if done:
        importing.remove(token, kind=flow.kind, by=flow.by)
        for report in reports:
            messages.success(request, summary(flow, report))
        return done
    kept = importing.kept(token, kind=flow.kind, by=flow.by)
    return pages.page(request, "core/import_preview.html", _facts(request, flow, form, kept, mapping))


def _really(flow: Flow, token: str, mapping: dict[str, str]) -> Report:
    report = flow.run(importing.kept(token, kind=flow.kind, by=flow.by).path, mapping, False)
    if not report.done:
        raise Refused(_("Something changed since you looked. Nothing was brought in. Look at the page again."))
    return report


def _facts(
    request: HttpRequest, flow: Flow, form: forms.Form, kept: importing.Kept, mapping: dict[str, str]
) -> dict[str, Any]:
    report = flow.run(kept.path, mapping, True)
    columns = [(column, mapping.get(column, "").replace("_", " ")) for column in [*mapping, *report.unknown_columns]]
    return {
        "form": form,
        "report": report,
        "fields": named(flow),
        "read": ReadTable(request, found) if (found := read_as(flow, kept.path, mapping)) else None,
        "name": kept.name,
        "counts": list(counted(flow, report)),
        "options": [(name, value) for name, value in request.GET.items() if name not in ("column", "field")],
        "columns": list(dict.fromkeys(columns))[:MOST_COLUMNS],
        "problems": ProblemTable(request, report.problems, prefix="problems"),
        "more": max(0, len(report.problems) - importing.MOST_SHOWN),
        "title": _("What this file would do") if report.fine else _("This file cannot be brought in yet"),
        "back": (_("Choose another file"), flow.url),
    }


def named(flow: Flow) -> list[tuple[str, Any]]:
    """The fields as a person would head a column."""
    return [(name.replace("_", " "), words) for name, words in flow.fields.items()]


def mapping_in(request: HttpRequest) -> dict[str, str]:
    """Which column the reader says is which field: two lists in the address, in the same order."""
    pairs = zip(request.GET.getlist("column"), request.GET.getlist("field"), strict=False)
    return {column[:200]: name.replace(" ", "_") for column, name in pairs if column and name}


def counted(flow: Flow, report: Report) -> Iterator[tuple[Any, int]]:
    """Each count in the room's words: the first always, the others when there is something to count."""
    for place, (name, count) in enumerate(report.counts.items()):
        if count or place == 0:
            yield flow.counts.get(name, name), count


def summary(flow: Flow, report: Report) -> str:
    counts = ", ".join(f"{words}: {count}" for words, count in counted(flow, report))
    return _("Done. %(counts)s.") % {"counts": counts}
