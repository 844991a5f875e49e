"""What is asked of every page: no violation, nothing from elsewhere, nothing wider than the screen."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
LOOK = """tags => axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false, iframes: false
}).then(found => found.violations)"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    """By axe, WCAG 2.2 A and AA and best practice. Needs a page whose scripts run."""
    found = page.evaluate(LOOK, TAGS)
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:4]} {each['help']}" for each in found]


def too_wide(page: Page) -> list[str]:
    wide = page.evaluate(TOO_WIDE)
    return [f"{wide}px wider than the screen"] if wide > 0 else []
