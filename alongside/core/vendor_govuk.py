"""Make static/core/site.css: govuk-frontend without what is not ours to use or never used, then alongside.css. What of
the latter is for paper stands in paper.css, which a page that is only looked at does not wait for.

    npm pack govuk-frontend@6.6.0
    python -m alongside.core.vendor_govuk govuk-frontend-6.6.0.tgz     # renews style/govuk.css, then builds
    python -m alongside.core.vendor_govuk                              # builds

The code of govuk-frontend is MIT. Its crown, crest and typeface are not: they are cut out, and nothing with
an address in it is kept, so that a page never asks another site for anything.
"""

from __future__ import annotations

import gzip
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
VENDORED = HERE / "style" / "govuk.css"
OWN = HERE / "style" / "alongside.css"
SITE = HERE / "static" / "core" / "site.css"
PAPER = SITE.with_name("paper.css")
MEMBER = "package/dist/govuk/govuk-frontend.min.css"

# Components that need their script, belong to GOV.UK, or that we draw ourselves.
UNUSED = (
    "accordion|accordion-nav|character-count|cookie-banner|date-input|drop-zone|exit-this-page|feedback|file-upload|footer"
    "|generic-header|header|language-navigation|logo-dot|masthead|notification-banner|pagination|panel"
    "|password-input|phase-banner|service-navigation|summary-card|tabs|tag|task-list|warning-text|breadcrumbs"
    "|link-image|clearfix|section-break|inset-text|grid|body-lead|main-wrapper--|heading-xl|caption-xl|caption-l|caption-m"
    "|list--spaced|frontend-supported|link--no-underline|link--text-colour|link--inverse|label--xl|label--l"
    "|fieldset__legend--xl|fieldset__legend--l|table__caption--xl|table__caption--l|button--inverse|button--start"
    "|button__start-icon|back-link--inverse|checkboxes--small|radios--small|checkboxes__conditional"
    "|radios__conditional|checkboxes__conditional--hidden|radios__conditional--hidden|error-summary--disable"
    "|visually-hidden-focusable|input--extra-letter-spacing|radios--inline|radios__divider|checkboxes__divider"
)
DROPPED = re.compile(rf"\.(?:govuk-(?:{UNUSED})(?![a-z])|govuk-\\!-|js-enabled)|\[href\^=")
FONT = re.compile(r'font-family:\s*"?GDS Transport"?[^;}]*;?|font-family:sans-serif;?')
# Left and right become start and end, so that the same sheet serves right-to-left pages.
SIDES = (
    (re.compile(r"(?<![\w-])(margin|padding|border)-left(?=[:-])"), r"\1-inline-start"),
    (re.compile(r"(?<![\w-])(margin|padding|border)-right(?=[:-])"), r"\1-inline-end"),
    (re.compile(r"(?<![\w-])left:"), "inset-inline-start:"),
    (re.compile(r"(?<![\w-])right:"), "inset-inline-end:"),
    (re.compile(r"(?<![\w-])text-align:left"), "text-align:start"),
    (re.compile(r"(?<![\w-])text-align:right"), "text-align:end"),
)
SMOOTHING = re.compile(r"-(?:webkit|moz-osx)-font-smoothing:[a-z]+;?")

Rule = tuple[str, str]


def rules(css: str) -> Iterator[Rule]:
    """(what stands before the braces, what stands in them), one level deep."""
    start = depth = opened = 0
    for place, letter in enumerate(css):
        if letter == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1
        elif letter == ";" and depth == 0:  # @charset and the like
            start = place + 1


def selectors(text: str) -> list[str]:
    """Split at commas that are not inside brackets."""
    return [part.strip() for part in re.split(r",(?![^(\[]*[)\]])", text)]


def pruned(css: str) -> str:
    """Without the rules that only concern what we do not use."""
    kept = []
    for head, body in rules(css):
        if head.startswith(("@media", "@supports")):
            if inner := pruned(body):
                kept.append(f"{head}{{{inner}}}")
        elif head.startswith("@font-face"):
            continue
        elif (names := [s for s in selectors(head) if not DROPPED.search(s)]) and body:
            kept.append(f"{','.join(names)}{{{body}}}")
    return "".join(kept)


def without_type_and_crest(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = SMOOTHING.sub("", FONT.sub("", css))
    return re.sub(r"[a-z-]+:[^;{}]*url\([^)]*\)[^;}]*;?", "", css)


def sided(css: str) -> str:
    for pattern, logical in SIDES:
        css = pattern.sub(logical, css)
    return css


def vendored(css: str) -> str:
    found = sided(pruned(without_type_and_crest(css)))
    for word in ("GDS Transport", "url(", "crest", "sourceMappingURL", "@import"):
        if word in found:
            raise SystemExit(f"{word!r} is still in the style sheet.")
    return "/* govuk-frontend 6.6.0, MIT, Crown copyright. Made by vendor_govuk.py: do not edit. */\n" + found + "\n"


def squeezed(css: str) -> str:
    """Our own rules without remarks and needless blanks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", css)).replace(";}", "}").strip()


def on_paper(css: str) -> tuple[str, str]:
    """Our own rules for the screen, and those for paper alone."""
    screen, paper = list[str](), list[str]()
    for head, body in rules(squeezed(css)):
        if head == "@media print":
            paper.append(body)
        else:
            (paper if head.startswith("@page") else screen).append(f"{head}{{{body}}}")
    return "".join(screen), "".join(paper)


def packed(sheet: Path) -> Path:
    """Served as it is by whitenoise, which does not compress by itself."""
    return sheet.with_suffix(".css.gz")


def sheets() -> dict[Path, str]:
    screen, paper = on_paper(OWN.read_text(encoding="utf-8"))
    return {SITE: VENDORED.read_text(encoding="utf-8") + screen + "\n", PAPER: paper + "\n"}


def main(arguments: list[str]) -> None:
    if arguments:
        with tarfile.open(arguments[0]) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                raise SystemExit(f"There is no {MEMBER} in {arguments[0]}.")
            VENDORED.write_text(vendored(member.read().decode()), encoding="utf-8")
    for sheet, css in sheets().items():
        small = gzip.compress(css.encode(), 9, mtime=0)
        sheet.write_text(css, encoding="utf-8")
        packed(sheet).write_bytes(small)
        sys.stdout.write(f"{sheet}: {len(css.encode()):,} bytes, {len(small):,} compressed\n")


if __name__ == "__main__":
    main(sys.argv[1:])
