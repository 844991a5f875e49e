"""A pass is made in one room alone, the one that sees what it stands for: only `involvement` can say that a decision
was taken with people, only `candour` that an opportunity may open.

Blind spots: `getattr`, `dataclasses.replace` on one that was handed on, a class that inherits from it.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "alongside"
# pass: (who makes it, where it is defined, a file that must be guarded)
PASSES = {
    "TakenWith": ("involvement", "decisions/taking.py", "decisions/services/outcomes.py"),
    "Clearance": ("candour", "involvement/clearance.py", "involvement/services/opportunities.py"),
}


def makes(source: str, name: str) -> list[str]:
    """Calls of the class by its name, by the name it was imported under, or as an attribute of its module."""
    tree = ast.parse(source)
    names = {name} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == name and alias.asname
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"line {call.lineno}" for call in calls if _called(call.func, name) in names]


def _called(func: ast.expr, name: str) -> str:
    if isinstance(func, ast.Name):
        return func.id
    return func.attr if isinstance(func, ast.Attribute) and func.attr == name else ""


def others(maker: str) -> list[Path]:
    files = (path.relative_to(ROOT) for path in ROOT.glob("**/*.py"))
    return [path for path in files if path.parts[0] != maker and "tests" not in path.parts]


@pytest.mark.parametrize("name", PASSES)
def test_only_one_room_makes_it(name: str) -> None:
    maker, _where, _guarded = PASSES[name]
    files = {path: makes((ROOT / path).read_text(encoding="utf-8"), name) for path in others(maker)}
    assert {path: lines for path, lines in files.items() if lines} == {}


@pytest.mark.parametrize("name", PASSES)
def test_there_is_something_to_guard(name: str) -> None:
    maker, where, guarded = PASSES[name]
    assert Path(guarded) in others(maker)
    assert f"class {name}" in (ROOT / where).read_text(encoding="utf-8")


def test_only_candour_opens_an_opportunity() -> None:
    calls = {path: makes((ROOT / path).read_text(encoding="utf-8"), "open_opportunity") for path in others("candour")}
    assert {path: lines for path, lines in calls.items() if lines} == {}


@pytest.mark.parametrize("name", PASSES)
def test_the_check_sees_bad_examples(name: str) -> None:
    assert makes(f"{name}(opportunity_id=1)", name) == ["line 1"]
    assert makes(f"from alongside import taking\ntaking.{name}(1)", name) == ["line 2"]
    assert makes(f"from alongside.taking import {name} as Pass\n\nPass(1)", name) == ["line 3"]


@pytest.mark.parametrize("name", PASSES)
def test_the_check_leaves_others_alone(name: str) -> None:
    source = f"def f(taken: {name}) -> None:\n    isinstance(taken, {name})\n    WithoutPeople()"
    assert makes(source, name) == []
