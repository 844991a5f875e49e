"""Only `involvement` can say that a decision was taken with people: it alone sees who was in the room.

Blind spots: `getattr`, `dataclasses.replace` on one that was handed on, a class that inherits from it.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2] / "alongside"
MAY = "involvement"
PASS = "TakenWith"


def makes(source: str) -> list[str]:
    """Calls of the class by its name, by the name it was imported under, or as an attribute of its module."""
    tree = ast.parse(source)
    names = {PASS} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == PASS and alias.asname
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"line {call.lineno}" for call in calls if _called(call.func) in names]


def _called(func: ast.expr) -> str:
    if isinstance(func, ast.Name):
        return func.id
    return func.attr if isinstance(func, ast.Attribute) and func.attr == PASS else ""


def others() -> list[Path]:
    files = (path.relative_to(ROOT) for path in ROOT.glob("**/*.py"))
    return [path for path in files if path.parts[0] != MAY and "tests" not in path.parts]


def test_only_involvement_makes_one() -> None:
    files = {path: makes((ROOT / path).read_text(encoding="utf-8")) for path in others()}
    assert {path: lines for path, lines in files.items() if lines} == {}


def test_there_is_something_to_guard() -> None:
    assert Path("decisions/services/outcomes.py") in others()
    assert f"class {PASS}" in (ROOT / "decisions" / "taking.py").read_text(encoding="utf-8")


def test_the_check_sees_bad_examples() -> None:
    assert makes("TakenWith(decision_id=1)") == ["line 1"]
    assert makes("from alongside.decisions import taking\ntaking.TakenWith(1)") == ["line 2"]
    assert makes("from alongside.decisions.taking import TakenWith as Pass\n\nPass(1)") == ["line 3"]


def test_the_check_leaves_others_alone() -> None:
    assert makes("def f(taken: TakenWith) -> None:\n    isinstance(taken, TakenWith)\n    WithoutPeople()") == []
