"""A form does its work once, and a refusal loses nothing."""

from functools import partial

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import RequestFactory

from alongside.core import forms, pages
from alongside.core.codes import new_code
from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.core.models import Once

pytestmark = pytest.mark.django_db
TOKEN = "0123456789abcdef" * 2


class Said(forms.Form):
    words = forms.Words()


class Desk:
    """A verb that counts how often it was used."""

    def __init__(self, refused=None):
        self.done, self.refused = [], refused

    def act(self, data):
        self.done.append(data)
        if self.refused:
            raise self.refused
        return f"/said/{new_code()}/"

    def post(self, note="", path="/say/", form=Said.of, **data):
        request = RequestFactory().post(path, {"words": "Warm rooms", "once": TOKEN, **data})
        request._messages = CookieStorage(request)
        form = form(request)
        response = pages.submit(request, form, self.act, then=str, note=note)
        self.notes = [str(m) for m in request._messages._queued_messages]
        return response or pages.page(request, "core/gallery_form.html", {"form": form, "title": "Say"})


def test_the_same_form_twice_does_its_work_once_and_goes_to_the_same_place():
    desk = Desk()
    first, second = desk.post(note="Saved."), desk.post(note="Saved.")
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert desk.done == [{"words": "Warm rooms"}] and desk.notes == []


class Shrinking(forms.Form):
    """What was chosen is not there to be chosen any more."""

    words = forms.Choice()

    def __init__(self, *args, left=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].choices = [(one, one) for one in left]


def test_a_second_click_is_answered_like_the_first_when_it_could_not_be_chosen_again():
    desk = Desk()
    first = desk.post(form=partial(Shrinking.of, left=["Warm rooms"]))
    second = desk.post(form=Shrinking.of)
    assert (second.status_code, second["Location"]) == (303, first["Location"])
    assert len(desk.done) == 1 and desk.notes == []
    for other in ({"once": new_token()}, {"once": ""}, {"words": "Cold rooms"}, {"path": "/elsewhere/"}):
        assert desk.post(form=Shrinking.of, **other).status_code == 422


def test_going_back_and_changing_a_word_is_new_work():
    desk = Desk()
    assert desk.post()["Location"] != desk.post(words="Warm rooms, please")["Location"]
    assert len(desk.done) == 2


def test_the_same_token_elsewhere_is_other_work():
    desk = Desk()
    desk.post(), desk.post(path="/elsewhere/")
    assert len(desk.done) == 2


@pytest.mark.parametrize("token", ["", "x", "é" * 32, "A" * 32, TOKEN + "0"])
def test_without_a_good_token_it_still_works(token):
    desk = Desk()
    assert desk.post(once=token).status_code == 303
    assert not Once.objects.exists()


def test_the_note_says_what_happens_next():
    desk = Desk()
    desk.post(note="Housing reads it today.")
    assert desk.notes == ["Housing reads it today."]


@pytest.mark.parametrize("field", ["words", "nowhere", None, "once"])
def test_a_refusal_comes_back_with_everything_that_was_typed(field):
    desk = Desk(refused=Refused("The door is closed. Ring the bell.", field=field))
    response = desk.post(words="Kept & whole")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Kept &amp; whole" in page and "The door is closed. Ring the bell." in page
    assert "<title>Error: Say" in page and TOKEN in page
    assert not Once.objects.exists()


def test_after_a_refusal_the_same_form_may_succeed():
    refused, open_again = Desk(refused=Refused("Not yet.")), Desk()
    refused.post()
    assert open_again.post().status_code == 303


def test_other_troubles_undo_everything_and_are_not_hidden():
    desk = Desk(refused=ValueError("broken"))
    with pytest.raises(ValueError, match="broken"):
        desk.post()
    assert not Once.objects.exists()


def test_a_mistake_answers_422_and_does_nothing():
    desk = Desk()
    assert desk.post(words="\0").status_code == 422
    assert desk.done == []


def test_looking_at_a_form_does_nothing_and_is_no_mistake():
    request = RequestFactory().get("/say/")
    form = Said.of(request)
    assert pages.submit(request, form, Desk().act, then="/") is None
    response = pages.page(request, "core/gallery_form.html", {"form": form, "title": "Say"})
    assert response.status_code == 200 and b"<title>Say" in response.content


def test_a_fixed_address_and_a_status():
    request = RequestFactory().post("/", {"words": "x"})
    done = pages.submit(request, Said.of(request), lambda data: None, then="/there/")
    assert isinstance(done, HttpResponse) and done["Location"] == "/there/"
    assert pages.page(request, "core/404.html", status=404).status_code == 404
