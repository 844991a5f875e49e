from __future__ import annotations

import re

import pytest

from alongside.audit.models import Event
from alongside.core.actor import Actor, Medium
from alongside.people import services
from alongside.people.models import EqualityQuestion

from .equality_factories import SEX


@pytest.fixture
def alma(cast) -> Actor:
    """The coordinator."""
    return cast.actor("coordinator")


@pytest.fixture
def cora(cast):
    return cast.people["cora"]


@pytest.fixture
def noor(cast):
    """Without an account, an address or a permission."""
    return cast.people["noor"]


@pytest.fixture
def herself(cast) -> Actor:
    return cast.actor("cora")


@pytest.fixture
def for_noor(alma, noor) -> Actor:
    return alma.for_person(noor.pk, Medium.PHONE)


@pytest.fixture
def events():
    """The events since the test began, newest last, as (name, target)."""
    return lambda: list(Event.objects.order_by("id").values_list("name", "target"))


@pytest.fixture
def keeper(client_as):
    return client_as("coordinator")


@pytest.fixture
def page(cora):
    return f"/harbour/people/{cora.code}/"


@pytest.fixture
def mine(client_as):
    return client_as("cora")


@pytest.fixture
def about(cora):
    return f"/me/about/{cora.code}/"


@pytest.fixture
def text():
    """What a page says, without its tags."""
    return lambda response: " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def sex(alma) -> EqualityQuestion:
    return services.add_equality_question(**SEX, by=alma)


@pytest.fixture
def faith(alma) -> EqualityQuestion:
    choices = ["None", "Christian", "Muslim"]
    asked = {"name": "Religion", "text": "What is your religion?", "choices": choices, "own_words": True}
    return services.add_equality_question(**asked, by=alma)
