"""Views, forms and urls ask `queries`; they never reach for a table themselves.

Blind spots: a manager under another name, a queryset handed on by a query and then filtered.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2] / "alongside"
FILES = ("views", "forms", "urls", "me_urls", "org_urls", "tables")
MANAGERS = {"objects", "_default_manager", "_base_manager"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}


def reaches(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            found.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Name) and node.id in SHORTCUTS:
            found.append(f"line {node.lineno}: {node.id}")
    return found


def page_files() -> list[Path]:
    flat = [path for name in FILES for path in ROOT.glob(f"*/{name}.py")]
    return flat + [path for name in FILES for path in ROOT.glob(f"*/{name}/*.py")]


def test_pages_ask_queries() -> None:
    wrong = [f"{p.relative_to(ROOT)} {line}" for p in page_files() for line in reaches(p.read_text(encoding="utf-8"))]
    assert wrong == []


def test_the_check_sees_a_bad_example() -> None:
    assert reaches("Decision.objects.all()") == ["line 1: .objects"]
    assert reaches("get_object_or_404(Decision, code=code)") == ["line 1: get_object_or_404"]
    assert reaches("queries.decisions_for(actor)") == []
