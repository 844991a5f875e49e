"""Every address × every role. An address without an entry in its room's table fails."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.urls import URLResolver, get_resolver

from .access import ROLES, Access
from .levels import LEVELS
from .taken import problems_with_files

# Pages of the sign-in library, and the gallery, which is only there in development.
NOT_OURS = ("accounts/", "design/")


def tables() -> Iterator[Access]:
    for room in LEVELS:
        try:
            module = import_module(f"alongside.{room}.tests.access")
        except ModuleNotFoundError:
            continue
        yield from module.ACCESS


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route


def ours() -> list[str]:
    return [route for route in routes(get_resolver()) if not route.startswith(NOT_OURS)]


def test_every_address_is_in_a_table() -> None:
    assert sorted(set(ours()) - {entry.route for entry in tables()}) == []


def test_no_table_names_an_address_that_is_gone() -> None:
    assert sorted({entry.route for entry in tables()} - set(ours())) == []


@pytest.mark.parametrize("entry", list(tables()), ids=lambda entry: entry.route or "/")
def test_who_may_open_it(entry: Access, cast, client_as) -> None:
    url = entry.url(cast)
    wrong, files_asked = [], False
    for role in ROLES:
        response = client_as(role).get(url)
        if problem := _problem(entry, role, response):
            wrong.append(f"{role}: {problem}")
        if not files_asked and response.status_code == 200 and b"al-take" in _body(response):
            files_asked = True
            wrong += problems_with_files(client_as(role), url, _body(response).decode())
    assert wrong == [], url


def _body(response) -> bytes:
    return b"" if response.streaming else response.content


def _problem(entry: Access, role: str, response) -> str:
    if role in entry.who:
        fine = {405} if entry.posts else {200, 302, 303} if entry.redirects else {200}
        return "" if response.status_code in fine else f"should open, got {response.status_code}"
    if role == "public" and entry.sign_in:
        return "" if response.status_code == 302 and "/login/" in response["Location"] else "should be sent to sign in"
    return "" if response.status_code == 404 else f"should be 404, got {response.status_code}"
