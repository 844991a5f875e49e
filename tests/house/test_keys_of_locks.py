"""A row that is held while something is done with it is held without its key: docs/locks.md says why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "alongside"


def _with_the_key(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "select_for_update":
            given = {each.arg: each.value for each in node.keywords}
            value = given.get("no_key")
            if not (isinstance(value, ast.Constant) and value.value is True):
                yield node.lineno


def test_rows_are_held_without_their_key() -> None:
    found = {}
    for path in sorted(HOUSE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "select_for_update(" in text and (lines := list(_with_the_key(ast.parse(text)))):
            found[path.relative_to(HOUSE).as_posix()] = lines
    assert found == {}, "say no_key=True: docs/locks.md"


def test_it_sees_a_bad_example() -> None:
    text = "a.select_for_update()\nb.select_for_update(of=('self',), no_key=True)\nc.select_for_update(no_key=False)"
    assert list(_with_the_key(ast.parse(text))) == [1, 3]
