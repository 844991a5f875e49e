"""The list and desk pages: server CPU for each request, and how many queries it takes."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from statistics import median
from typing import Any

from django.db import close_old_connections, connection
from django.test import Client

from alongside.accounts.models import User
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Unit
from alongside.voice.models import Theme

from .processor import Processor
from .world import SLUG
from .world.voices import THEMES

WARM_UP, TIMES = 6, 21
SAME = 3  # a statement that is sent so often for one page is asked once for each row


@dataclass(frozen=True)
class Page:
    name: str
    who: str  # of world.organisation.World.cast; "public" is nobody
    address: Callable[[], str]


def at(address: str, query: Callable[[], str] = lambda: "") -> Callable[[], str]:
    return lambda: f"/{SLUG}/{address}{query()}"


def unit() -> Unit:
    return Unit.objects.filter(organisation__slug=SLUG, level="team").order_by("id")[0]


def _theme(often: int) -> str:
    """The theme that stands on one in so many."""
    themes = Theme.objects.filter(organisation__slug=SLUG).order_by("id")
    return themes[THEMES.index(often)].code


def _open() -> str:
    return Opportunity.objects.filter(organisation__slug=SLUG, state="open").order_by("id")[0].code


PAGES = (
    Page("Decisions", "coordinator", at("decisions/")),
    Page("Decisions of a unit", "coordinator", at("decisions/?standing=all&unit=", lambda: unit().code)),
    Page("Decisions of a kind", "coordinator", at("decisions/?standing=all&kind=recruitment")),
    Page("Decisions of a year", "coordinator", at("decisions/", lambda: "?year=2024")),
    Page("Decisions, manager", "manager", at("decisions/")),
    Page("Decisions, contributor", "contributor", at("decisions/")),
    Page("Voices", "coordinator", at("voices/")),
    Page("Voices of an age", "coordinator", at("voices/?age=over-12")),
    Page("Voices of a unit", "coordinator", at("voices/?state=all&unit=", lambda: unit().code)),
    Page("Voices of a unit, owed", "coordinator", at("voices/?unit=", lambda: unit().code)),
    Page("Voices, all of them", "coordinator", at("voices/?state=all")),
    Page("Voices, taken back", "coordinator", at("voices/?state=withdrawn")),
    Page("Voices of a theme", "coordinator", at("voices/?state=all&theme=", lambda: _theme(7))),
    Page("Voices of a rare theme", "coordinator", at("voices/?state=all&theme=", lambda: _theme(1_000))),
    Page("Voices of an old theme", "coordinator", at("voices/?state=all&theme=", lambda: _theme(13))),
    Page("Voices of a theme, owed", "coordinator", at("voices/?theme=", lambda: _theme(7))),
    Page("Voices of an old theme, owed", "coordinator", at("voices/?theme=", lambda: _theme(13))),
    Page("Voices of a theme, manager", "manager", at("voices/?state=all&theme=", lambda: _theme(100))),
    Page("Voices, manager", "manager", at("voices/")),
    Page("People", "coordinator", at("people/")),
    Page("People of a name", "coordinator", at("people/?name=ad")),
    Page("Involvement", "coordinator", at("involvement/")),
    Page("Desk", "coordinator", at("desk/")),
    Page("Owed, manager", "manager", at("owed/")),
    Page("Board", "board", at("board/")),
    Page("Heard, public", "public", at("heard/")),
    Page("Its own page, public", "public", at("")),
    Page("What is open, contributor", "contributor", at("open/")),
    Page("Event log", "coordinator", at("record/")),
    Page("Outbox", "coordinator", at("outbox/")),
    Page("My page", "contributor", lambda: "/me/"),
)


def measure(only: tuple[str, ...] = ()) -> dict[str, Any]:
    """{page: {"ms": CPU, "queries": number, "repeated": statements that are asked for each row}}, or its status
    where it is not 200."""
    chosen = [page for page in PAGES if not only or page.name in only]
    return {page.name: measured(page) for page in chosen}


def client_for(who: str) -> Client:
    client = Client(headers={"accept-encoding": "gzip"})
    if who != "public":
        client.force_login(User.objects.get(email=_email(who)))
    return client


def _email(who: str) -> str:
    return f"{'person0' if who == 'contributor' else who}@{SLUG}.example.org"


def measured(page: Page) -> dict[str, Any]:
    client, address = client_for(page.who), page.address()
    for _ in range(WARM_UP):
        status, asked = _ask(client, address)
    if status != HTTPStatus.OK:
        return {"status": status}
    processor = Processor()
    gc.collect()
    times = []
    for _ in range(TIMES):
        before = processor.read()
        client.get(address, secure=True)
        close_old_connections()  # a server does it after each request, the test client leaves it out
        times.append(processor.read() - before)
    repeated = [sql for sql, number in Counter(asked).items() if number >= SAME]
    return {"ms": 1000 * median(times), "queries": len(asked), "repeated": repeated}


def _ask(client: Client, address: str) -> tuple[int, list[str]]:
    """Ask for a page once; returns its status and the statements that it took."""
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        response = client.get(address, secure=True)
    return response.status_code, statements


def signed_in(who: str) -> dict[str, Any]:
    """The cookie of somebody's session, and two of the addresses that they open."""
    client = client_for(who)
    name = "sessionid"
    return {"cookie": name, "value": client.cookies[name].value, "pages": ["/me/", f"/{SLUG}/open/{_open()}/"]}
