"""Who a request comes from, and pages for what is not here: the same whether it is not there or not theirs."""

import re

import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from alongside.config.middleware import PUBLIC, ActorMiddleware, actors_of
from alongside.core.actor import Kind
from alongside.core.errors import NotYours, Refused
from alongside.organisation.models import Organisation
from tests import cast as casting
from tests import make


def through(cast, who: str, slug: str | None = "harbour", view=lambda request: HttpResponse()):
    """A request as a view gets it."""
    request = RequestFactory().get("/somewhere/")
    request.user = cast.users.get(who) or casting.User()
    if who == "public":
        from django.contrib.auth.models import AnonymousUser

        request.user = AnonymousUser()
    middleware = ActorMiddleware(lambda asked: view(asked))
    seen = {}

    def run(asked):
        middleware.process_view(asked, view, (), {"org": slug} if slug else {})
        seen.update(zone=timezone.get_current_timezone_name(), words=getattr(asked, "words", None))
        return view(asked)

    middleware.get_response = run
    middleware(request)
    return request, seen


def test_a_member(cast) -> None:
    request, seen = through(cast, "manager")
    assert request.actor == cast.actor("manager")
    assert request.organisation == cast.org
    assert request.clock.nation == "england"
    assert seen["words"] == {"person": "contributor", "people": "contributors"}


def test_a_contributor_has_their_place_on_the_register(cast) -> None:
    request, _seen = through(cast, "cora")
    assert request.actor.person_id == cast.people["cora"].pk


def test_a_stranger_and_nobody_are_the_public(cast) -> None:
    for who in ("stranger", "public"):
        request, _seen = through(cast, who)
        assert (request.actor.kind, request.actor.user_id) == (Kind.PUBLIC, None)
        assert request.actor.organisation_id == cast.org.pk


def test_outside_an_organisation(cast) -> None:
    request, _seen = through(cast, "manager", slug=None)
    assert (request.actor.kind, request.actor.organisation_id) == (Kind.USER, None)
    assert request.organisation is None
    request, _seen = through(cast, "public", slug=None)
    assert request.actor == PUBLIC


def test_an_organisation_that_is_not_there(cast) -> None:
    with pytest.raises(Http404):
        through(cast, "manager", slug="nowhere")


def test_the_time_zone_ends_with_the_request(cast) -> None:
    Organisation.objects.filter(pk=cast.org.pk).update(time_zone="Atlantic/Reykjavik")
    _request, seen = through(cast, "manager")
    assert seen["zone"] == "Atlantic/Reykjavik"
    assert timezone.get_current_timezone_name() == "Europe/London"

    def broken(request):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        through(cast, "manager", view=broken)
    assert timezone.get_current_timezone_name() == "Europe/London"


# Everywhere at once.


def test_actors_in_every_organisation(cast, django_assert_num_queries) -> None:
    casting.member(cast.other, cast.users["cora"], "staff", cast.units["elsewhere"])
    elsewhere = casting.organisation("third", "Third")
    place = casting.person(elsewhere, "Cora Whitlock", cast.users["cora"])
    request, _seen = through(cast, "cora", slug=None)
    request.known_actors = None
    with django_assert_num_queries(3):
        found = request.actors()
        assert request.actors() == found
    assert {actor.organisation_id: (actor.roles, actor.person_id) for actor in found} == {
        cast.org.pk: ({"contributor"}, cast.people["cora"].pk),
        cast.other.pk: ({"staff"}, None),
        elsewhere.pk: ({"contributor"}, place.pk),
    }


def test_nobody_is_nowhere(cast) -> None:
    request, _seen = through(cast, "public", slug=None)
    assert request.actors() == actors_of(request) == []


# What is not here.

HIDDEN = [
    "/harbour/settings/",
    "/harbour/settings/units/",
    "/harbour/settings/nothing-of-the-kind/",
    "/harbour/settings/roles/0000000000/end/",
    "/harbour/no/such/page/at/all/",
    "/nowhere/settings/",
    "/nowhere/",
    "/no-such-page-outside/deep/down/",
]


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 404, path
    text = response.content.decode()
    text = re.sub(r"next=[^\"]*", "next=", text)
    headers = sorted((name, value) for name, value in response.headers.items() if name != "Content-Length")
    return text + repr(headers)


@pytest.mark.parametrize("who", ["public", "stranger"])
def test_not_there_and_not_theirs_look_the_same(cast, client_as, who) -> None:
    decision = make.decision(cast)
    paths = [*HIDDEN, f"/harbour/decisions/{decision.code}/", "/harbour/decisions/0000000000/"]
    client = client_as(who)
    assert len({page(client, path) for path in paths}) == 1


def test_whoever_is_signed_out_may_sign_in_from_there(cast, client_as) -> None:
    for path in HIDDEN:
        text = client_as("public").get(path).content.decode()
        assert f"/accounts/login/?next={path.replace('/', '%2F')}" in text
        assert "Harbour House" not in text
        assert "/accounts/login/?next=" not in client_as("stranger").get(path).content.decode()


def test_a_member_stays_in_the_house(cast, client_as) -> None:
    text = client_as("staff").get("/harbour/decisions/0000000000/").content.decode()
    assert "Harbour House" in text
    assert 'href="/harbour/owed/"' in text


def test_a_refusal_is_a_page_with_the_reason(cast) -> None:
    request, _seen = through(cast, "manager")
    middleware = ActorMiddleware(lambda asked: HttpResponse())
    response = middleware.process_exception(request, Refused("Ask the coordinator."))
    assert response.status_code == 409
    assert "Ask the coordinator." in response.content.decode()
    with pytest.raises(Http404):
        middleware.process_exception(request, NotYours())
    assert middleware.process_exception(request, ValueError()) is None


CAME_FROM = [
    ("http://testserver/harbour/open/?page=2", "/harbour/open/?page=2", "Go back"),
    ("", "/harbour/", "Go to the first page"),
    ("https://elsewhere.example/harbour/open/", "/harbour/", "Go to the first page"),
    ("http://testserver//elsewhere.example/", "/harbour/", "Go to the first page"),
    ("http://testserver/harbour/", "/harbour/", "Go to the first page"),  # the page that refused
    ("http://[", "/harbour/", "Go to the first page"),  # no address at all
]


@pytest.mark.parametrize(("referer", "to", "words"), CAME_FROM)
def test_a_refusal_leads_back_to_where_they_came_from(cast, referer, to, words) -> None:
    request, _seen = through(cast, "manager")
    request.META["HTTP_REFERER"], request.path = referer, "/harbour/"
    page = ActorMiddleware(lambda asked: HttpResponse()).process_exception(request, Refused("Not now."))
    text = page.content.decode()
    assert f'href="{to}"' in text and words in text and "elsewhere.example" not in text


def test_a_form_without_its_token(cast) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/accounts/login/", {"email": "rosa@example.org"})
    assert response.status_code == 403
    assert "This page lay open too long" in response.content.decode()


def test_too_often(cast, settings) -> None:
    settings.MFA_RATE_LIMITS = {"webauthn_login": "1/m/ip"}
    client = Client()
    client.post("/accounts/passkeys/login/", {"credential": "{}"})
    response = client.post("/accounts/passkeys/login/", {"credential": "{}"})
    assert response.status_code == 429
    assert "That was too often" in response.content.decode()
