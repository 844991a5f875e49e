"""How our pictures look on paper: a paper has no style sheet, so what they need goes with them. The same shapes and the
same shades as in site.css; all of it can be read without colours."""

from __future__ import annotations

from alongside.core import paper

INK, QUIET, SHEET, EDGE = "#14282c", "#3d4e52", "#fffdf9", "#cbbfa8"
DARK, BRICK, BRICK_PALE, SAFFRON = "#063a3e", "#97211c", "#fbdeda", "#f6b042"
FAMILIES = ",".join(f"'{name}'" for name in ("Noto Sans", *(f"Noto Sans {script}" for script in paper.SCRIPTS)))
LETTERS = f"text{{font-family:{FAMILIES};fill:%s;font-size:%dpx}}"
BOLD = "font-weight:700"
STYLES: dict[str, str] = {
    "map": (
        LETTERS % (INK, 12)
        + f".al-map__head{{{BOLD}}}.al-map__kind{{font-size:11px}}.al-map__n{{font-size:13px;{BOLD}}}"
        + f".al-map__line{{stroke:{EDGE};stroke-width:.5}}"
        + f".al-map__box{{fill:{SHEET};stroke:{QUIET};stroke-width:1}}"
        + f".al-map__box--nobody{{fill:{BRICK_PALE};stroke:{BRICK};stroke-width:2.5;stroke-dasharray:5 3}}"
        + f".al-map__box--all{{stroke:{INK};stroke-width:2}}"
        + f".al-map__whole{{fill:{SHEET};stroke:{QUIET};stroke-width:1}}.al-map__part{{fill:{DARK}}}"
        + f".al-map__agreed{{fill:{SHEET};stroke:{INK};stroke-width:1.2}}.al-map__lived{{fill:{DARK}}}"
    ),
    "road": (
        LETTERS % (INK, 13)
        + f".al-road__head{{{BOLD}}}.al-road__scale{{font-size:11px;fill:{QUIET}}}"
        + f".al-road__n,.al-road__aims{{font-size:14px;{BOLD}}}"
        + f".al-road__n--bump,.al-road__n--people{{fill:{SHEET}}}"
        + f".al-road__line,.al-road__axis{{stroke:{EDGE};stroke-width:1}}"
        + f".al-road__way{{stroke:{SAFFRON};stroke-width:8}}"
        + f".al-road__bump{{fill:{BRICK};stroke:{SHEET};stroke-width:2}}"
        + f".al-road__people{{fill:{DARK};stroke:{INK};stroke-width:2}}"
        + f".al-road__staff,.al-road__said{{fill:{SHEET};stroke:{INK};stroke-width:2}}"
        + f".al-road__gap{{stroke:{QUIET};stroke-width:2;stroke-dasharray:3 3}}"
        + f".al-road__lived{{fill:{DARK};stroke:{SHEET};stroke-width:1.5}}"
    ),
    "two": (
        LETTERS % (INK, 13)
        + f".al-two__head,.al-two__n{{font-size:14px;{BOLD}}}"
        + f".al-two__n--1,.al-two__n--2{{fill:{SHEET}}}.al-two__line{{stroke:{EDGE};stroke-width:1}}"
        + f".al-two__agreed{{fill:{SHEET};stroke:{INK};stroke-width:2}}"
        + f".al-two__staff{{fill:{QUIET};stroke:{INK};stroke-width:2}}"
        + f".al-two__lived{{fill:{DARK};stroke:{INK};stroke-width:2}}"
    ),
}
# Our fonts have no such marks: on paper there are others, in a picture and in what is said of it.
MARKS = str.maketrans({"▸": "›", "✓": "√", "✕": "×"})
NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg" '


def on_paper(svg: str, shape: str) -> str:
    """The picture by itself: with its styles in it."""
    head, end, rest = svg.replace("<svg ", NAMESPACE, 1).translate(MARKS).partition(">")
    return f"{head}{end}<style>{STYLES[shape]}</style>{rest}"
