"""What is personal about who reads concerns. Who reads is chosen among people who sign in, and some of them are on the
register as well: when they are forgotten, what was written of them goes, and they read no more. How contributors chose
is written by staff. It is to name nobody, and sometimes does: it is in the copy of everybody whom it names, or who was
asked, and goes when one of those whom it names is forgotten.
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import QuerySet

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.people.models import Person

from .models import AskedContact, ConcernContact

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "ConcernContact": {"user", "shown_as", "why_outside", "how_chosen"},
    "AskedContact": {"person", "said"},
}
HARMLESS: dict[str, set[str]] = {
    "ConcernContact": {*_BYLINE, "organisation", "code", "from_day", "until_day", "ended_on"},
    "AskedContact": {*_BYLINE, "contact", "code", "agrees", "denied_on"},
}
TEXTS = ("why_outside", "how_chosen")  # by which others than the reader can be named
SHORTEST = 2  # letters of a part of a name that is looked for


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    person = Person.objects.get(pk=person_id)
    asked = AskedContact.objects.filter(person=person_id).select_related("contact").order_by("id")
    return {
        "chosen_to_read_concerns": [
            {
                "shown_as": row.shown_as,
                "why_outside": row.why_outside,
                "how": row.how_chosen,
                "from": row.from_day.isoformat(),
                "until": row.until_day.isoformat(),
                "ended_on": row.ended_on.isoformat() if row.ended_on else None,
            }
            for row in _chosen(person)
        ],
        "asked_who_reads_concerns": [
            {
                "reader": row.contact.shown_as,
                "how_they_were_chosen": row.contact.how_chosen,
                "agrees": row.agrees,
                "said": row.said,
                "you_say_it_was_not_so": row.denied_on.isoformat() if row.denied_on else None,
            }
            for row in asked
        ],
        "named_in_who_reads_concerns": [
            {"from": row.from_day.isoformat(), "words": getattr(row, field)} for row, field in _naming(person)
        ],
    }


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten, while the name is still known."""
    person = Person.objects.get(pk=person_id)
    number = sum(_forget_reader(row, by) for row in _chosen(person).select_for_update(of=("self",), no_key=True))
    for row, field in _naming(person):
        setattr(row, field, "")
        row.save(update_fields=[field])
        _gone(row, by)
        number += 1
    asked = AskedContact.objects.filter(person=person_id)
    codes = list(asked.values_list("code", flat=True))
    if codes:
        asked.update(person=None, said="")
        audit.erase(by=by, target_type=AskedContact._meta.label_lower, targets=codes, why="forgotten")
    return number + len(codes)


def _forget_reader(row: ConcernContact, by: Actor) -> int:
    """Who raised something with them says who reads on, as when their time ends. What others said of them goes, too."""
    row.shown_as = row.why_outside = row.how_chosen = ""
    row.ended_on = row.ended_on or max(organisations.clock_of(row.organisation).today(), row.from_day)
    row.save(update_fields=["shown_as", *TEXTS, "ended_on"])
    row.asked.update(said="")
    _gone(row, by)
    return 1


def _gone(row: ConcernContact, by: Actor) -> None:
    audit.erase(by=by, target_type=ConcernContact._meta.label_lower, targets=[row.code], why="forgotten")


def _chosen(person: Person) -> QuerySet[ConcernContact]:
    rows = ConcernContact.objects.filter(organisation=person.organisation_id, user=person.user_id or 0)
    return rows.select_related("organisation").order_by("id")


def _naming(person: Person) -> list[tuple[ConcernContact, str]]:
    """Read one by one: of an organisation they are few, and nothing personal is searched in the database."""
    rows = ConcernContact.objects.filter(organisation=person.organisation_id).order_by("id")
    return [(row, field) for row in rows for field in TEXTS if names_somebody(getattr(row, field), person)]


def names_somebody(text: str, person: Person) -> bool:
    """By any part of their name, as it is written: “may” and “will” are words as well. Rather once too often: then a
    sentence is lost. Where a script has no capitals, words may not stand apart either."""
    parts = {word.strip(".,;") for word in f"{person.name} {person.called}".split()}
    found = (part in text if part == part.swapcase() else _word(part, text) for part in parts if len(part) >= SHORTEST)
    return any(found)


def _word(part: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(part)}\b", text) is not None
