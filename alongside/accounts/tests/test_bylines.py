from datetime import UTC, datetime

import pytest

from alongside.accounts.models import FROM, MEDIA, User
from alongside.core.actor import Medium
from alongside.people.models import AccessNeed

AT = datetime(2026, 3, 27, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("writer", "medium", "words"),
    [
        (User(name="Alma"), "", ""),
        (User(name="Alma"), "phone", "Written down by Alma on 27 March 2026, from a phone call"),
        (User(job="Coordinator"), "paper", "Written down by Coordinator on 27 March 2026, from a paper form"),
        (None, "letter", "Written down on 27 March 2026, from a letter"),
    ],
)
def test_who_wrote_it_down(writer, medium, words):
    assert AccessNeed(recorded_by=writer, medium=medium, recorded_at=AT).written_down == words


def test_every_medium_has_words():
    assert {str(one) for one in Medium} == set(MEDIA) == set(FROM)
