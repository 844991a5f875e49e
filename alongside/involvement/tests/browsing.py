"""Filling in pages with a browserless client."""

from __future__ import annotations

import re

from alongside.core.dates import long_day
from tests.make import days


def post(client, url: str, **data):
    """As a browser does it: the page is fetched, its hidden fields come along."""
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    hidden = dict(re.findall(r'<input type="hidden" name="(once|seen)" value="([^"]*)"', page.content.decode()))
    return client.post(url, {**hidden, **data})


def went(response) -> str:
    assert response.status_code == 303, response.content.decode()[:3000]
    return response["Location"]


ASK = {
    "why": "Nobody is chosen yet.",
    "open_part": "The questions and the choice.",
    "fixed_part": "The pay band.",
    "decider": "The panel",
    "decide_by": long_day(days(60)),
    "what": "Help choose a support worker",
    "budget": "240",
    "budget_line": "4410",
}
