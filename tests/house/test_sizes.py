"""Short files and short functions: what fits on a screen is read."""

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
MOST_FUNCTION_LINES = 50


def sources() -> list[Path]:
    found = [path for part in ("alongside", "tests", "bench") for path in ROOT.glob(f"{part}/**/*.py")]
    return [path for path in found if "migrations" not in path.parts]


def functions(path: Path) -> list[tuple[str, int]]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_file_is_too_long() -> None:
    long = [f"{p.relative_to(ROOT)}: {n}" for p in sources() if (n := len(p.read_text().splitlines())) > MOST_LINES]
    assert long == []


def test_no_function_is_too_long() -> None:
    long = [f"{p.name} {name}: {n}" for p in sources() for name, n in functions(p) if n > MOST_FUNCTION_LINES]
    assert long == []


def test_functions_are_mostly_short() -> None:
    lengths = [n for p in sources() if "tests" not in p.parts for _, n in functions(p)]
    assert median(lengths) <= 10
