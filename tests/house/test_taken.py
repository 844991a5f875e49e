"""Every list of every page can be taken as a file, and no view had to think of it.

A list is drawn by one tag, and drawing it is what makes it takeable (`core/taking`). So it is enough that lists are
drawn by nothing else. `test_access.py` opens every address as everybody, and there the files are asked for too.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import alongside
from alongside.core.tables import Table

ROOT = Path(alongside.__file__).parent
THE_TAG = "core/templatetags/alongside.py"
ARE_NO_LISTS = {  # drawn as something else: entries and cards, whose filters and pages alone are a list's
    "voice/templates/voice/heard.html",
    "involvement/templates/involvement/open.html",
}

NOT_BY_ITSELF = {
    "core/templates/core/table.html": "the list itself",
    "core/templates/core/bars.html": "a picture: its numbers stand in a list of the same page",
    "reports/templates/reports/part_figure.html": "taken with all figures of its page",
    "reports/templates/reports/account_figure.html": "taken with all figures of its page",
    "voice/templates/voice/together/sheet.html": "paper to be filled in with a pen",
}


def classes() -> list[type[Table]]:
    for module in walk_packages(alongside.__path__, "alongside."):
        if not re.search(r"\.(migrations|commands|__main__|wsgi)\b", module.name) and "table" in module.name:
            import_module(module.name)
    found, waiting = [], [Table]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += one.__subclasses__()
    return [one for one in found if one.__module__.startswith("alongside.") and ".tests." not in one.__module__]


def test_one_tag_alone_draws_lists() -> None:
    naming = [path for path in ROOT.rglob("*.py") if "core/table.html" in path.read_text(encoding="utf-8")]
    assert {str(path.relative_to(ROOT)) for path in naming} == {"core/tables.py", THE_TAG}  # the first in a sentence
    pages = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in ROOT.rglob("*.html")}
    assert [name for name, text in pages.items() if "core/table.html" in text] == []
    assert {name for name, text in pages.items() if re.search(r"{% for [^%]*\.pages\.rows", text)} <= ARE_NO_LISTS


def test_tables_that_templates_draw_can_be_taken_too() -> None:
    """Between `{% takes %}` and `{% endtakes %}`, there or around where they are included."""
    bare = set()
    for path in ROOT.rglob("*.html"):
        text = re.sub(r"{% takes\b.*?{% endtakes %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if "<table" in text:
            bare.add(str(path.relative_to(ROOT)))
    assert bare == set(NOT_BY_ITSELF)


def test_what_a_list_says_for_files_fits_its_columns() -> None:
    """A column has a name of its own, and whatever is said for files is said of a column."""
    wrong = []
    for one in classes():
        names = [column.name for column in one.columns]
        if len(names) != len(set(names)):
            wrong.append(f"{one.__name__}: {names}")
        for part in vars(one):
            name = part.removeprefix("file_")
            if part.startswith("file_") and names and not any(name in _names(each) for each in [one, *heirs(one)]):
                wrong.append(f"{one.__name__}.{part}")
    assert wrong == []


def heirs(one: type[Table]) -> list[type[Table]]:
    return [each for each in classes() if issubclass(each, one)]


def _names(one: type[Table]) -> list[str]:
    return [column.name for column in one.columns]


def test_lists_in_which_nobody_stands_have_no_column_for_people() -> None:
    """Taking the others is written down. A list that says of itself that nobody stands in it is looked at here."""
    people = re.compile(r"^(who|person|name|to|by|holder|from|author)$")
    looked_at = {
        "BodyTable.name": "the body's",
        "KindTable.name": "the kind's",
        "TrainingTable.name": "the training's",
        "TemplateTable.name": "the template's",
        "TimesTable.name": "the month's",
        "AgesTable.name": "the team's",
        "JobTable.who": "the side whose turn it is, and not who they are",
    }
    found = {
        f"{one.__name__}.{name}" for one in classes() if not one.personal for name in _names(one) if people.match(name)
    }
    days = {"RequestTable.by", "HeldTable.by", "WaitingTable.by"}
    assert found - set(looked_at) - days == set()
