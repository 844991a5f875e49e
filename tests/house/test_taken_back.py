"""What somebody takes back is gone everywhere at once, with all that was written about how it is shown.

One thing is said, shown to everybody, answered, questioned, changed something, and is appealed about. Before it is
taken back its words stand on pages; after that they are on no page, in no feed, message, export or command, and in no
row of any table. Public pages are kept by nothing in between.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any

import pytest
from django.apps import apps
from django.core import mail

from alongside.config.commands import figures_, verify_
from alongside.home.services import sending
from alongside.home.services.tasks import run_tasks
from alongside.voice import personal, queries, services
from alongside.voice.models import Contribution
from alongside.voice.queries import Reader
from alongside.voice.shapes import Uses
from alongside.voice.tests.factories import answered, fresh, said
from alongside.voice.tests.showing_factories import agreed, panel
from alongside.voice.tests.test_changes import changed
from tests import make

from .levels import LEVELS
from .taken import with_files
from .test_restricted import pages

SECRET = "Zanzibar"  # it stands in everything that its author wrote, and in what was written to them about it
WHY = "The name Zanzibar tells who somebody else is, so we leave it out."
PUBLIC_PAGES = ("/harbour/", "/harbour/heard/", "/harbour/heard/?came=everything", "/harbour/heard/feed/")


@pytest.fixture
def shown(cast) -> Contribution:
    """Everybody may read it, with one part left out; and its author asks the panel about that part."""
    panel(cast)
    row = said(
        cast,
        words="Zanzibar house has no lift. Ruby told us so, and Zanzibar never answered.",
        about="Zanzibar house",
        unit=None,
        decision=make.decision(cast),
        uses=Uses(commissioners=True, public=True, credit=True),
    )
    answered(row, cast)
    services.tell(contribution=row, channel="phone", by=cast.actor("manager"))
    cora = cast.actor("cora")
    services.challenge(contribution=row, kind="not_true", words="Zanzibar is not true.", by=cora)
    change = changed(cast, row)
    services.give_verdict(change=change, contribution=row, kind="challenged", words="Zanzibar is as it was.", by=cora)
    services.write_rendering(contribution=fresh(row), rendering="Zanzibar needs a lift.", by=cast.actor("manager"))
    services.write_own_version(contribution=row, words="Zanzibar has no lift. Ruby said so.", use=True, by=cora)
    spans = {"words": [(23, 27, "name")]}
    services.moderate(
        showing=agreed(row, cora),
        outcome="covered",
        rule="person",
        why=WHY,
        leave_out=spans,
        by=cast.actor("coordinator"),
    )
    services.appeal(contribution=row, words="Zanzibar wants to be named.", by=cora)
    return Contribution.objects.get(pk=row.pk)


def everywhere(shown: Contribution) -> list[str]:
    code, showing = shown.code, shown.showing.code
    change = shown.changes.get().change.code
    own = [f"/harbour/heard/{showing}/", f"/harbour/changes/{change}/", f"/harbour/voices/{code}/"]
    own += [f"/harbour/showing/{showing}/", f"/harbour/decisions/{shown.decision.code}/", *PUBLIC_PAGES[2:]]
    own += [f"/harbour/appeals/{shown.showing.appeals.get().code}/", "/harbour/voices/?state=all"]
    own += [f"/me/said/{code}/", f"/me/said/{code}/preview/", f"/harbour/voices/{code}/preview/"]
    return own


def read(client: Any, urls: list[str]) -> dict[str, str]:
    return {url: with_files(client, url, client.get(url, follow=True).content.decode()) for url in urls}


def test_before_it_stands_on_pages_for_everybody(cast, client_as, shown) -> None:
    found = read(client_as("public"), everywhere(shown))
    at = {url for url, text in found.items() if SECRET in text}
    assert at == {
        f"/harbour/heard/{shown.showing.code}/",
        f"/harbour/changes/{shown.changes.get().change.code}/",
        "/harbour/heard/?came=everything",
    }
    page = found[f"/harbour/heard/{shown.showing.code}/"]
    assert "(left out: a name)" in page and "Ruby" not in page and "Zanzibar is not true." in page
    assert SECRET in client_as("coordinator").get("/harbour/outbox/").content.decode()


@pytest.mark.parametrize("who", ["public", "cora", "dev", "manager", "coordinator", "board"])
def test_after_it_stands_on_none(cast, client_as, shown, who) -> None:
    client, own = client_as(who), everywhere(shown)
    services.withdraw(contribution=shown, by=cast.actor("cora"))
    found = read(client, [*pages(cast), *own])
    assert {url for url, text in found.items() if SECRET in text} == set()


def rows() -> Iterator[tuple[str, Any]]:
    for model in apps.get_models():
        if model._meta.app_label in LEVELS:
            for values in model._base_manager.values():
                yield model.__name__, values


def test_after_it_is_in_no_row_of_any_table(cast, shown) -> None:
    assert {name for name, values in rows() if SECRET in repr(values)} >= {
        "Contribution",
        "Showing",
        "Appeal",
        "Message",
    }
    services.withdraw(contribution=shown, by=cast.actor("cora"))
    assert {name for name, values in rows() if SECRET in repr(values)} == set()
    showing = shown.showing
    showing.refresh_from_db()
    assert (showing.pieces, showing.confirmed, showing.state) == ({}, [], "ended")
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []


def test_after_it_is_in_no_message_export_or_command(cast, shown) -> None:
    services.withdraw(contribution=shown, by=cast.actor("cora"))
    mail.outbox.clear()
    run_tasks()
    sending.send_waiting()
    assert not [message for message in mail.outbox if SECRET in message.subject + message.body]
    assert SECRET not in repr(personal.export(cast.people["cora"].pk))
    printed = io.StringIO()
    with redirect_stdout(printed):
        figures_.tell(figures_.gather(cast.org))
    assert SECRET not in printed.getvalue()


def test_where_it_is_quoted_that_is_said_in_its_place(cast, shown) -> None:
    before = queries.figures(cast.org)
    services.withdraw(contribution=shown, by=cast.actor("cora"))
    for reader in Reader:
        assert str(queries.quote(cast.org.pk, shown.code, reader)) == "(withdrawn by its author)"
    after = queries.figures(cast.org)
    assert (after["all"], after["answered_in_a_year"]) == (before["all"], before["answered_in_a_year"])


def test_nothing_in_between_keeps_what_everybody_reads(client_as, shown) -> None:
    change = f"/harbour/changes/{shown.changes.get().change.code}/"
    for url in (*PUBLIC_PAGES, change, f"/harbour/heard/{shown.showing.code}/"):
        response = client_as("public").get(url)
        assert response.status_code == 200, url
        assert "no-store" in response["Cache-Control"] and "ETag" not in response, url
