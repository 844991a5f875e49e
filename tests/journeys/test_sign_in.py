"""Getting in: with a code, then with a passkey; and an administrator setting up, page by page."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command

from alongside.organisation.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def no_limits_from_before():
    cache.clear()


def code_in_mail() -> str:
    return re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0]


def signs_in(somebody, email: str):
    somebody.writes("Your e-mail address", email).presses("Send me a code")
    return somebody.writes("The code", code_in_mail()).presses("Sign in")


def test_with_a_code(either_way) -> None:
    sam = either_way("public", phone=True).goes_to("/accounts/login/?next=/harbour/owed/")
    signs_in(sam, "sam@example.org")
    assert sam.path == "/harbour/owed/"
    sam.goes_to("/accounts/").reads("Staff, in Crisis line and the units below it.")
    sam.presses("Sign out")
    assert sam.path == "/"


def test_with_a_passkey(visitor) -> None:
    sam = visitor("public")
    sam.base = sam.base.replace("127.0.0.1", "localhost")  # a passkey belongs to a name
    sam.goes_to("/accounts/login/?next=/accounts/")
    signs_in(sam, "sam@example.org")
    device = sam.context.new_cdp_session(sam.page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    options |= {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sam.follows("Add a passkey").writes("What to call it", "My phone").presses("Add a passkey")
    sam.page.wait_for_url("**/accounts/")
    sam.looks().reads("Your passkey is ready.").reads("My phone")
    sam.presses("Sign out").goes_to("/accounts/login/?next=/harbour/owed/")
    sam.page.get_by_role("button", name="Sign in with a passkey").click()
    sam.page.wait_for_url(sam.base + "/harbour/owed/")
    sam.goes_to("/accounts/").reads("Last used on")
    sam.follows("Remove").presses("Remove it").reads("The passkey is removed.").does_not_read("My phone")


def test_a_new_installation(either_way) -> None:
    """Made on an empty database, then furnished without leaving the pages."""
    call_command("flush", interactive=False, verbosity=0)
    ada = either_way("public", phone=True).goes_to("/")
    assert ada.path == "/start/"
    ada.writes("Name of the organisation", "Lantern Yard").writes("Your name", "Ada Pryce")
    ada.writes("Your e-mail address", "ada@lantern.example").chooses("Scotland").presses("Make the organisation")
    assert ada.path == "/lantern-yard/first-steps/"
    ada.reads("Nobody is this yet: Co-production coordinator")
    ada.follows("Say who you are, how to complain, and where help is now").writes(
        "What you do, in two or three sentences", "We listen."
    ).presses("Save")
    ada.follows("Units").follows("Add a unit").writes("Name", "Night shelter").picks("Level", "Team")
    ada.picks("Belongs to", "Board").presses("Save").reads("Night shelter (Team)")
    ada.goes_to("/lantern-yard/settings/kinds/").follows("Reserve : Recruitment").presses("Reserve it")
    ada.reads("“Recruitment” reserved from")
    ada.goes_to("/lantern-yard/settings/roles/").follows("Let somebody in")
    ada.writes("E-mail address", "alma@lantern.example").writes("Name", "Alma Reyes")
    ada.chooses("Co-production coordinator").presses("Let them in").reads("Alma Reyes: Co-production coordinator given")
    assert Membership.objects.get(user__email="alma@lantern.example").role == "coordinator"
