"""Items of agendas and papers, over all sessions."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from alongside.core.actor import Medium
from alongside.home.services import forgetting
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
AGENDAS, PAPERS = "/harbour/involvement/agendas/", "/harbour/involvement/papers/"


def met(cast: Cast, on: int = -3, unit: str = "team", **values: Any) -> Any:
    at = make.opportunity(cast, make.decision(cast, unit=cast.units[unit]))
    found = make.meeting(cast, at, on=make.days(on), **values)
    found.agenda.create(position=1, title=f"Rota {found.code}", raised_by_person=cast.people["cora"])
    found.agenda.create(position=2, title=f"Money {found.code}", raised_by_user=cast.users["staff"])
    found.agenda.create(position=3, title=f"Other {found.code}")
    for sent, same in ((-1, True), (0, True), (None, False)):
        day = None if sent is None else make.days(on + sent)
        words = {"same_for_everyone": same, "difference": "" if same else "The costs."}
        found.papers.create(title=f"Plan {found.code}", sent_on=day, **words)
    return found


def text(client: Any, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def rows(client: Any, url: str) -> int:
    return len(client.get(url).context["table"].keyset.numbers())


def test_who_brought_what_without_names(cast: Cast, client_as: Any) -> None:
    at = met(cast)
    for who in ("board", "coordinator"):
        page = text(client_as(who), AGENDAS)
        assert page.count("Somebody who takes part<") >= 1 and "Not written down" in page
        assert cast.people["cora"].known_as not in page.split("<table")[1] and f"/sessions/{at.code}/" in page
    assert [rows(client_as("board"), f"{AGENDAS}?brought={who}") for who in ("people", "staff")] == [1, 1]


def test_papers_by_how_they_were_sent(cast: Cast, client_as: Any) -> None:
    met(cast)
    client = client_as("board")
    found = {how: rows(client, f"{PAPERS}?how={how}") for how in ("early", "late", "same", "differ")}
    assert found == {"early": 1, "late": 2, "same": 2, "differ": 1}
    page = text(client, PAPERS)
    assert "Not sent" in page and "Not before the day" in page and "The costs." in page


def test_called_off_and_elsewhere_are_not_there(cast: Cast, client_as: Any) -> None:
    met(cast, cancelled_on=timezone.localdate())
    met(cast, unit="board")
    met(cast, on=3)  # still to come
    for url in (AGENDAS, PAPERS):
        assert rows(client_as("manager"), url) == 0  # not one of their units
        assert rows(client_as("board"), url) == 3
    assert "Nothing was on an agenda yet." in text(client_as("manager"), AGENDAS)
    assert "No session had papers yet." in text(client_as("manager"), PAPERS)


def test_whoever_is_forgotten_has_brought_something_without_words(cast: Cast, client_as: Any) -> None:
    at, cora = met(cast), cast.people["cora"]
    forgetting.forget(person=cora, by=cast.actor("coordinator").for_person(cora.pk, Medium.PHONE))
    assert f"Rota {at.code}" not in text(client_as("board"), AGENDAS)
    assert rows(client_as("board"), AGENDAS) == 3


@pytest.mark.parametrize("url", [AGENDAS, PAPERS])
def test_the_lists_ask_the_database_seldom(
    cast: Cast, client_as: Any, url: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        met(cast, on=-number)
    client = client_as("board")
    part = f"days={make.days(-9)}--{make.days(0)}&part={cast.units['services'].code}.{make.days(0)}"
    with django_assert_max_num_queries(12):
        assert client.get(f"{url}?{part}").context["table"].keyset.numbers()
