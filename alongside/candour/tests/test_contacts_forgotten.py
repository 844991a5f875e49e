"""What is written of whoever reads concerns goes with them, and with others whom it names."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.audit.models import Event
from alongside.candour import personal
from alongside.candour.models import ConcernContact
from alongside.candour.personal_contacts import names_somebody
from alongside.candour.queries import concerns as queries
from alongside.core.errors import Refused
from alongside.people.models import Person
from tests import cast as casting

from .concerning import TODAY, chosen, outsider, raised, reader, seen_by

pytestmark = pytest.mark.django_db
HERE = "/harbour/concerns/"
GONE = "How they were chosen stood here."


def forget(cast: Any, person: Person) -> None:
    personal.erase(person.pk, cast.actor("coordinator"))


def on_the_register(cast: Any) -> Person:
    return casting.person(cast.org, "Rhoda Penhale", outsider(cast))


def test_the_reader_has_it_in_their_copy_and_takes_it_with_them(cast, client_as) -> None:
    row, person = chosen(cast), on_the_register(cast)
    row.asked.update(said="She listens.")
    concern, _code = raised(cast, row)
    (held,) = personal.export(person.pk)["chosen_to_read_concerns"]
    assert (held["shown_as"], held["how"]) == ("Rhoda, an advocate", "Two names on the table, hands up.")
    forget(cast, person)
    row.refresh_from_db()
    assert (row.shown_as, row.why_outside, row.how_chosen, row.ended_on) == ("", "", "", TODAY(0))
    assert set(row.asked.values_list("said", "agrees")) == {("", True)}
    assert Event.objects.filter(name="erased", target_type="candour.concerncontact").exists()
    assert not queries.contacts_on(cast.org.pk, TODAY(0)) and seen_by(reader(cast)) == []
    page = client_as("coordinator").get(f"{HERE}contacts/").content.decode()
    assert "Somebody who has left" in page and GONE in page and "Rhoda" not in page
    assert "has left since" in client_as("cora").get(HERE).content.decode()
    assert concern.contact_id == row.pk


def test_how_they_were_chosen_goes_with_whoever_it_names(cast, client_as) -> None:
    named = cast.people["dev"].name.split()[0]
    row = chosen(cast, how_chosen=f"{named} counted the hands.")
    held = personal.export(cast.people["dev"].pk)
    assert held["asked_who_reads_concerns"][0]["how_they_were_chosen"] == f"{named} counted the hands."
    assert [each["words"] for each in held["named_in_who_reads_concerns"]] == [f"{named} counted the hands."]
    assert not personal.export(cast.people["noor"].pk)["named_in_who_reads_concerns"]
    forget(cast, cast.people["noor"])
    assert ConcernContact.objects.get().how_chosen
    forget(cast, cast.people["dev"])
    row.refresh_from_db()
    assert (row.how_chosen, row.shown_as, row.ended_on) == ("", "Rhoda, an advocate", None)
    for who in ("public", "coordinator"):
        page = client_as(who).get(HERE if who == "public" else f"{HERE}contacts/").content.decode()
        assert GONE in page and "Rhoda, an advocate" in page and "counted the hands" not in page


@pytest.mark.parametrize(
    ("name", "called", "text", "found"),
    [
        ("May Li", "", "In May there were two names.", True),
        ("May Li", "", "They may choose again.", False),
        ("Ann Roe", "Nan", "Nan counted.", True),
        ("Ann Roe", "Nan", "Announced on paper.", False),
        ("José Ó Briain", "", "José said yes.", True),
        ("李明", "", "大家选了李明。", True),
        ("X", "", "X stood on the paper.", False),
        ("", "", "Hands up.", False),
    ],
)
def test_who_is_named(name: str, called: str, text: str, found: bool) -> None:
    assert names_somebody(text, Person(name=name, called=called)) is found


@pytest.mark.parametrize("field", ["shown_as", "why_outside", "how_chosen"])
def test_nobody_is_chosen_without_a_word(cast, field: str) -> None:
    with pytest.raises(Refused) as refused:
        chosen(cast, **{field: "  "})
    assert refused.value.field == field
