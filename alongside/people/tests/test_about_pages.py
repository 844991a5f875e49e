import re

from alongside.core.actor import Medium
from alongside.people import queries, services
from tests.make import days

REGISTER = "/harbour/people/"


def test_about_me(mine, about, cora, herself, alma, text):
    services.add_need(person=cora, kind="send", words="Large print", by=alma.for_person(cora.pk, Medium.IN_PERSON))
    response = mine.get("/me/about/")
    assert text(response) == text(mine.get(about))
    shown = text(response)
    assert "Written down by Alma Reyes" in shown and "from what was said face to face" in shown
    assert "cora@example.org" in shown
    for word in ("client", "case", "user", "record", "submit", "stakeholder"):
        assert not re.search(rf"\b{word}s?\b", shown, re.IGNORECASE)


def test_one_press_takes_a_permission_back(mine, about, cora, text):
    action = f"{about}consents/contact_email/withdraw/"
    assert f'action="{action}"' in mine.get(about).content.decode()
    for _press in range(2):
        assert mine.post(action)["Location"] == about
    assert not queries.allowed(cora.pk, "contact_email")
    assert "You have not said how we may reach you" in text(mine.get(about))


def test_a_rest_and_the_way_back(mine, about, cora, text):
    mine.post(f"{about}pause/", {"until": str(days(20))})
    assert "You are taking a rest until" in text(mine.get(about))
    assert "What needs you" not in text(mine.get(about))
    mine.post(f"{about}resume/", {})
    cora.refresh_from_db()
    assert cora.state == "active"


def test_a_rest_asks_for_no_reason(mine, about):
    names = set(
        re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', mine.get(f"{about}pause/").content.decode())
    )
    assert names == {"until", "once", "csrfmiddlewaretoken"}


def test_stopping_and_coming_back(mine, about, cora, text):
    assert "Stop taking part?" in text(mine.get(f"{about}leave/"))
    mine.post(f"{about}leave/", {})
    assert "You have stopped taking part." in text(mine.get(about))
    assert "Come back?" in text(mine.get(f"{about}leave/"))
    mine.post(f"{about}leave/", {})
    cora.refresh_from_db()
    assert cora.state == "enquired"


def test_taking_a_copy_and_being_forgotten_are_one_step_away(mine, about):
    shown = mine.get(about).content.decode()
    for path in ("copy/", "forget/"):
        assert f'href="{about}{path}"' in shown
        assert mine.get(about + path).status_code == 200


def test_somebody_on_two_registers_chooses(cast, mine, cora, text):
    there = services.add_person(name="Cora", by=cast.actor("stranger"), medium=Medium.PHONE)
    services.link_sign_in(person=there, email=cast.users["cora"].email, by=cast.actor("stranger"))
    shown = mine.get("/me/about/").content.decode()
    assert f'href="/me/about/{cora.code}/"' in shown and f'href="/me/about/{there.code}/"' in shown
    assert "Elsewhere" in text(mine.get(f"/me/about/{there.code}/"))


def test_somebody_on_no_register_is_told_so(client_as, text):
    assert "You are not on any organisation’s list of people." in text(client_as("staff").get("/me/about/"))
