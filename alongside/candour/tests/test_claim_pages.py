"""The pages of claims: what stands on them, for whom, with how many questions."""

from __future__ import annotations

import hashlib
import json

import pytest

from alongside.candour import services
from alongside.candour.models import Account, Claim, ClaimText, Signature
from alongside.candour.queries import Records
from tests import make

from .claiming import TEXT, claimed, crowd, met, wording

pytestmark = pytest.mark.django_db
LIST, NEW = "/harbour/candour/claims/", "/harbour/candour/claims/new/"
MOST_QUERIES = 15


def filled(cast, rests_on: str, **values: object) -> dict[str, object]:
    return {
        "text": TEXT,
        "outlet": "website",
        "audience": "Visitors",
        "level": "5",
        "rests_on": rests_on,
        "unit": cast.units["team"].code,
        "reply_by": str(make.days(20)),
        **values,
    }


def read(client_as, who: str, url: str) -> str:
    response = client_as(who).get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_from_the_decision_to_a_claim(cast, client_as) -> None:
    meeting = met(cast, "cora", "dev", unit=cast.units["team"])
    decision = meeting.opportunity.decision
    page = read(client_as, "manager", f"/harbour/decisions/{decision.code}/")
    assert f"/harbour/candour/claims/new/?decision={decision.code}" in page
    assert decision.code in read(client_as, "manager", f"{NEW}?decision={decision.code}")
    address = (
        f"https://example.org/harbour/decisions/{decision.code}/\nhttps://example.org/harbour/sessions/{meeting.code}/"
    )
    response = client_as("manager").post(NEW, filled(cast, address))
    assert response.status_code == 303
    text = ClaimText.objects.get()
    assert text.rests_on == [f"decision:{decision.code}", f"session:{meeting.code}"]
    assert Signature.objects.count() == 2
    assert "The organisation’s claim" in read(client_as, "manager", LIST)
    assert TEXT not in read(client_as, "cora", LIST)  # it is being asked about


@pytest.mark.parametrize(
    "changed, says",
    [
        ({"rests_on": "nothing-like-it"}, "We do not know “nothing-like-it”"),
        ({"rests_on": ""}, "Say what it rests on"),
        ({"text": ""}, "word for word"),
        ({"level": ""}, "Which part"),
        ({"reply_by": "1 January 2020"}, "after today"),
        ({"unit": "nowhere"}, "Which part of the organisation"),
        ({"audience": ""}, "Who reads it"),
    ],
)
def test_bad_input_is_said_where_it_is(cast, client_as, changed: dict[str, str], says: str) -> None:
    code = met(cast, unit=cast.units["team"]).opportunity.decision.code
    response = client_as("manager").post(NEW, {**filled(cast, code), **changed})
    assert response.status_code == 422 and says in response.content.decode()
    assert not Claim.objects.exists()


def test_what_somebody_may_not_read_is_no_record_for_them(cast, client_as) -> None:
    code = met(cast, unit=cast.units["other_team"], audience="staff").opportunity.code
    response = client_as("manager").post(NEW, filled(cast, code))
    assert response.status_code == 422 and "We do not know" in response.content.decode()


def test_anybody_reads_it_with_who_signed_and_what_is_said_against_it(cast, client_as) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora W", words="I wrote the second question.")
    story.dispute("dev", words="We saw it when it was <printed>.")
    account = Account.objects.get(kind="disputed")
    services.reply_for_organisation(account=account, role="Team manager", words="That is so.", by=cast.actor("manager"))
    page = read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "Disputed" in page and "Cora W" in page and "I wrote the second question." in page
    assert "We saw it when it was &lt;printed&gt;." in page and "That is so." in page
    assert "Team manager, for the organisation" in page
    assert "Dev" not in page and "Mo Haddad" not in page and "A record that not everybody can open" in page
    for url in ("/harbour/", f"/harbour/decisions/{story.decision.code}/"):
        assert "We saw it when it was &lt;printed&gt;." in read(client_as, "cora", url)
    services.take_back_signature(signature=story.of("dev"), by=cast.actor("dev"))
    for url in ("/harbour/", f"/harbour/claims/{story.claim.code}/", f"/harbour/claims/{story.claim.code}/claim.json"):
        page = read(client_as, "public", url)
        assert "printed" not in page and "Disputed" not in page


def test_a_machine_checks_the_seal_by_the_recipe(cast, client_as) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora")
    data = json.loads(read(client_as, "public", f"/harbour/claims/{story.claim.code}/claim.json"))
    says = json.dumps(data["says"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(f"{data['salt']}\0{says}".encode()).hexdigest() == data["seal"]
    assert data["stands"] == "signed" and data["says"]["text"] == TEXT
    assert (data["signed"], data["were_there"], data["names"]) == (None, 2, [])
    assert data["seal"] in read(client_as, "cora", f"/me/claims/{story.of('cora').code}/")


def test_somebody_signs_changes_their_mind_and_takes_it_back(cast, client_as) -> None:
    story = claimed(cast, "cora", "dev")
    here = f"/me/claims/{story.of('cora').code}/"
    cora = client_as("cora")
    assert "Is this true? “We co-produced" in cora.get("/me/").content.decode()
    page = cora.get(here).content.decode()
    assert "If you say nothing, that is not a yes." in page and "those who were there may guess" in page
    assert cora.post(f"{here}sign/", {"name": "Cora", "words": "Yes, the third page."}).status_code == 303
    assert "Your name stands there: Cora." in cora.get(here).content.decode()
    assert "Is this true? “We co-produced" not in cora.get("/me/").content.decode()
    assert "Yes, the third page." in cora.get(f"{here}sign/").content.decode()
    assert cora.post(f"{here}not-true/", {"words": "They changed it afterwards."}).status_code == 303
    page = read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "They changed it afterwards." in page and "third page" not in page
    assert cora.post(f"{here}take-back/").status_code == 303
    assert cora.post(f"{here}no/").status_code == 303
    assert "You do not sign it" in cora.get(here).content.decode()
    assert "You do not sign it" in cora.get("/me/claims/").content.decode()
    assert cora.post(f"{here}sign/", {"name": "x" * 101}).status_code == 422
    assert "They changed it" not in read(client_as, "public", f"/harbour/claims/{story.claim.code}/")


def test_a_reply_once_to_what_somebody_else_said(cast, client_as) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", words="It is so.")
    story.dispute("dev", words="It is not so.")
    code = Account.objects.get(kind="disputed").code
    here, staff = f"/me/claims/{story.of('cora').code}/reply/{code}/", f"{LIST}{story.claim.code}/reply/{code}/"
    assert here in read(client_as, "cora", f"/me/claims/{story.of('cora').code}/")
    assert client_as("cora").post(here, {"words": ""}).status_code == 422
    assert client_as("cora").post(here, {"words": "I was there till the end."}).status_code == 303
    assert client_as("cora").post(here, {"words": "Again."}).status_code == 422
    assert client_as("manager").post(staff, {"words": "We heard it.", "role": "Team manager"}).status_code == 303
    assert "We heard it." in read(client_as, "dev", f"/me/claims/{story.of('dev').code}/")
    own = Account.objects.get(kind="signed").code
    assert client_as("cora").get(f"/me/claims/{story.of('cora').code}/reply/{own}/").status_code == 404


def test_written_down_for_somebody(cast, client_as) -> None:
    story = claimed(cast, "noor", "dev")
    here = f"{LIST}{story.claim.code}/for/"
    sent = {
        "who": cast.people["noor"].code,
        "medium": "phone",
        "answer": "disputed",
        "words": "Nobody asked me about Sundays.",
    }
    assert client_as("coordinator").post(here, {**sent, "who": cast.people["eoin"].code}).status_code == 422
    assert client_as("coordinator").post(here, {**sent, "who": "Nobody"}).status_code == 422
    assert client_as("coordinator").post(here, sent).status_code == 303
    page = read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "Nobody asked me about Sundays." in page and "Written down for them by somebody who works here" in page
    assert "Alma" not in page and "Noor" not in page


def test_said_anew_and_no_longer(cast, client_as) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora")
    here = f"{LIST}{story.claim.code}/"
    sent = filled(cast, story.decision.code, text="We asked two people.", why="Less is true.", seen=1)
    assert client_as("manager").post(f"{here}change/", {**sent, "seen": 0}).status_code == 422
    assert client_as("manager").post(f"{here}change/", sent).status_code == 303
    page = read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "We asked two people." in page and "What it said before" in page and "Signed with their name: Cora." in page
    assert client_as("manager").post(f"{here}end/").status_code == 303
    assert "This is no longer said" in read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "We asked two people." not in read(client_as, "public", "/harbour/")
    assert client_as("manager").post(f"{here}end/").status_code == 422


def test_the_part_is_called_as_on_the_ladder_of_that_day(cast, client_as) -> None:
    services.choose_ladder(ladder="arnstein", from_day=make.days(0), by=cast.actor("coordinator"))
    story = claimed(cast)
    page = read(client_as, "public", f"/harbour/claims/{story.claim.code}/")
    assert "They shared the decision" in page and "Arnstein’s ladder: Partnership" in page


def test_nobody_but_staff_reads_what_is_still_being_asked(cast, client_as) -> None:
    story = claimed(cast, shown=False)
    code = story.claim.code
    for who in ("public", "cora", "board", "manager"):
        assert client_as(who).get(f"/harbour/claims/{code}/").status_code == 404
    assert TEXT in read(client_as, "board", f"{LIST}{code}/")
    assert client_as("manager").post(f"{LIST}{code}/show/").status_code == 303
    assert TEXT in read(client_as, "public", f"/harbour/claims/{code}/")
    assert client_as("manager").post(f"{LIST}{code}/show/").status_code == 422


def test_pages_cost_few_questions(cast, client_as, django_assert_max_num_queries) -> None:
    story = claimed(cast, "cora", "dev", *crowd(cast, 4))
    for number in range(4):
        services.restate_claim(
            claim=story.claim,
            wording=wording(Records(decisions=(story.decision,)), text=f"We asked {number}."),
            why="So it is.",
            by=cast.actor("manager"),
        )
        story.sign("cora", words="Yes.")
        story.dispute("dev", words="No.")
        claimed(cast, "cora", "eoin").sign("cora", name="Cora")
    code = story.claim.code
    urls = [
        ("board", LIST),
        ("manager", f"{LIST}{code}/"),
        ("manager", NEW),
        ("public", "/harbour/claims/"),
        ("public", f"/harbour/claims/{code}/"),
        ("public", f"/harbour/claims/{code}/claim.json"),
        ("public", "/harbour/"),
        ("cora", "/me/"),
        ("cora", "/me/claims/"),
        ("cora", f"/me/claims/{story.of('cora').code}/"),
        ("cora", f"/harbour/decisions/{story.decision.code}/"),
        ("manager", f"/harbour/decisions/{story.decision.code}/"),
    ]
    for who, url in urls:
        client = client_as(who)
        with django_assert_max_num_queries(MOST_QUERIES, info=url):
            assert client.get(url).status_code == 200, url
