"""Asking a page for each of its lists as a file, and holding it against what the page shows."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any

LINK = re.compile(r'href="(\?[^"]*file=csv[^"]*)"')
ROW = re.compile(r'<tr class="govuk-table__row"(?: role="row")?>\s*<th scope="row"')


def problems_with_files(client: Any, url: str, page: str) -> list[str]:
    """As many rows as the page has, or more: a page shows the first of them."""
    found, links = [], LINK.findall(page)
    names = [re.search(r"list=([^&\"]*)", link)[1] for link in links]  # type: ignore[index]
    if len(set(names)) != len(names) or any(re.search(r"-\d+$", name) for name in names):
        found.append(f"two lists have one name: {names}")
    for link, number in zip(links, _rows_above_each(page), strict=True):
        lines = _lines(client, url.split("?")[0] + unescape(link))
        if len(lines) - 1 < max(number, 1):
            found.append(f"{link}: {number} rows on the page, {len(lines) - 1} in the file")
    return found


def with_files(client: Any, url: str, page: str) -> str:
    """What stands on a page, and in the files that come of its lists."""
    return page + "".join(str(_lines(client, url.split("?")[0] + unescape(link))) for link in LINK.findall(page))


def _rows_above_each(page: str) -> list[int]:
    """Of the list, or of the tables, that stand before each pair of links."""
    return [len(ROW.findall(part)) for part in page.split('<p class="al-take">')[:-1]]


def _lines(client: Any, url: str) -> list[list[str]]:
    response = client.get(url)
    if response.status_code != 200 or not response.streaming:
        return []
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))
