"""Being forgotten: nothing that names or quotes somebody stays, and the record still verifies."""

from __future__ import annotations

import json
from importlib import import_module

import pytest
from django.apps import apps
from django.core import serializers

from alongside.audit import queries as audit
from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.home.services import forgetting
from alongside.people import services as people
from alongside.people.models import Person
from alongside.post import services as post
from alongside.voice import queries as voice_queries
from alongside.voice import services as voice
from tests import make
from tests.house.levels import LEVELS

WORDS = "Nobody rang me back for nine days."


@pytest.fixture
def cora(cast) -> Person:
    """With something in every room."""
    person, herself = cast.people["cora"], cast.actor("cora")
    voice.say(kind="concern", words=WORDS, unit=cast.units["team"], person=person, via="signed_in", by=herself)
    people.add_need(person=person, kind="arrange", words="A taxi from Seacroft", by=herself)
    opportunity = make.opportunity(cast)
    place = make.place(cast, "cora", opportunity)
    make.attended(make.meeting(cast, opportunity), place)
    post.queue("hello", organisation=cast.org.pk, to_person=person.pk, subject="For Cora Whitlock", body=WORDS)
    return person


def everything() -> str:
    """Every row of every table of ours, as text."""
    models = [model for model in apps.get_models() if model._meta.app_label in LEVELS]
    return "".join(serializers.serialize("json", model._default_manager.all(), ensure_ascii=False) for model in models)


def test_nothing_that_names_or_quotes_them_stays(cast, cora) -> None:
    before = everything()
    assert "Cora Whitlock" in before and "nine days" in before and "Seacroft" in before
    forgetting.forget(person=cora, by=cast.actor("cora"))
    after = everything()
    for trace in ("Cora", "Whitlock", "nine days", "Seacroft", "cora@example.org"):
        assert trace not in after, trace


def test_the_record_still_verifies(cast, cora) -> None:
    forgetting.forget(person=cora, by=cast.actor("cora"))
    chain = cast.org.pk
    found = [*audit.broken_links(chain), *audit.broken_contents(chain), *voice_queries.broken_seals(chain)]
    assert found == []


def test_what_they_did_stays_unnamed(cast, cora) -> None:
    forgetting.forget(person=cora, by=cast.actor("cora"))
    cora.refresh_from_db()
    assert (cora.name, cora.called, cora.user) == ("", "", None)
    attendance = apps.get_model("involvement", "Attendance")
    assert attendance.objects.filter(place__person=cora, came=True).count() == 1


def test_the_sign_in_is_closed(cast, cora) -> None:
    user = cast.users["cora"]
    forgetting.forget(person=cora, by=cast.actor("cora"))
    user.refresh_from_db()
    assert not user.is_active and "cora" not in user.email


def test_somebody_who_also_works_here_keeps_their_sign_in(cast, cora) -> None:
    from tests.cast import member

    member(cast.org, cast.users["cora"], "staff", cast.units["team"])
    forgetting.forget(person=cora, by=cast.actor("cora"))
    cast.users["cora"].refresh_from_db()
    assert cast.users["cora"].is_active


def test_a_coordinator_writes_down_that_they_were_asked(cast, cora) -> None:
    alma = cast.actor("coordinator")
    with pytest.raises(Refused):
        forgetting.forget(person=cora, by=alma)
    forgetting.forget(person=cora, by=alma.for_person(cora.pk, Medium.PHONE))
    cora.refresh_from_db()
    assert cora.erased_on


@pytest.mark.parametrize("who", ["dev", "manager", "board", "administrator", "stranger", "public"])
def test_nobody_else_can(cast, cora, who) -> None:
    with pytest.raises(Refused):
        forgetting.forget(person=cora, by=cast.actor(who))


def test_every_room_that_points_at_a_person_is_asked(cast) -> None:
    pointing = {
        model._meta.app_label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person and model._meta.app_label in LEVELS
    }
    asked = {room.__name__.split(".")[1] for room in forgetting.ROOMS}
    assert pointing <= asked
    assert all(hasattr(import_module(f"alongside.{room}.personal"), "erase") for room in asked)


def test_a_copy_holds_what_is_kept(cast, cora, client_as) -> None:
    response = client_as("cora").get(f"/me/about/{cora.code}/copy/")
    assert response["Content-Type"] == "application/json" and response["Cache-Control"] == "no-store"
    held = json.dumps(json.loads(response.content), ensure_ascii=False)
    for kept in ("Cora Whitlock", WORDS, "A taxi from Seacroft"):
        assert kept in held


def test_the_form_asks_whether_they_are_sure(cast, cora, client_as) -> None:
    client = client_as("cora")
    url = f"/me/about/{cora.code}/forget/"
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"sure": "on"}).status_code == 303
    cora.refresh_from_db()
    assert cora.erased_on
