"""The pages of a co-audit: from asking to what everybody may read."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from alongside.candour import sampling
from alongside.candour.models import CoAudit
from alongside.candour.services import co_audit_findings as findings
from tests import cast as casting
from tests import make
from tests.house.access import ROLES

from .co_auditing import closed, compared, decided, drawn, found, sample, set_up, told

pytestmark = pytest.mark.django_db
HERE = "/harbour/co-audits/"


def sent(client: Client, url: str, **data: object):
    token = dict(re.findall(r'name="(once|seen)" value="([^"]*)"', client.get(url).content.decode()))
    return client.post(url, {**token, **data})


def form(cast, **changed: object) -> dict[str, object]:
    return {
        "title": "Did it happen?",
        "question": "Did it happen as it stands there?",
        "of_what": "decision",
        "unit": "",
        "first_day": str(make.days(-20)),
        "last_day": str(make.days(0)),
        "wanted": 2,
        "people": f"{cast.people['cora'].code}\n{cast.people['dev'].code}\n",
        **changed,
    }


def test_the_whole_way(cast, client, client_as) -> None:
    decided(cast)
    coordinator, cora, dev = client_as("coordinator"), client_as("cora"), client_as("dev")
    assert sent(coordinator, f"{HERE}new/", **form(cast, wanted=9)).status_code == 422
    assert sent(coordinator, f"{HERE}new/", **form(cast, people=cast.people["cora"].code)).status_code == 422
    assert sent(coordinator, f"{HERE}new/", **form(cast, people="Nobody at all")).status_code == 422
    url = sent(coordinator, f"{HERE}new/", **form(cast))["Location"]
    assert cora.get(f"{url}list/").status_code == 404
    assert "You are asked to look" in cora.get(url).content.decode()
    for client_of in (cora, dev):
        assert sent(client_of, f"{url}say/", says_yes="yes").status_code == 303
    soon = {"number_from": "room", "number_source": "Three balls", "day": str(make.days(1)), "time": "10:00"}
    assert sent(cora, f"{url}list/", **{**soon, "day": str(make.days(-1))}).status_code == 422
    assert sent(cora, f"{url}list/", **soon).status_code == 303
    proof = cora.get(f"{url}proof.json").json()
    assert proof["secret"] == ""
    assert sent(cora, f"{url}number/", number="417", again="417").status_code == 422
    CoAudit.objects.update(number_at="2026-01-01T10:00Z")
    assert sent(cora, f"{url}number/", number="417", again="417").status_code == 303
    assert sampling.verify(cora.get(f"{url}proof.json").json()) == ()
    assert sent(cora, f"{url}finding/", words="Neither.").status_code == 422
    for record in sample(CoAudit.objects.get()):
        one = f"{url}records/{record.code}/"
        assert sent(coordinator, f"{one}show/", words="The minutes say so.").status_code == 303
        assert "The minutes say so." in cora.get(one).content.decode()
        assert sent(cora, one, found="not", words="Nobody had heard of it.").status_code == 303
        assert "Nobody had heard of it." in client_as("finance").get(one).content.decode()
    assert sent(cora, f"{url}finding/", words="Neither of the two had happened.").status_code == 303
    page = client_as("board").get(url).content.decode()
    assert "Neither of the two had happened." in page
    assert "An answer is owed by" in page
    assert "Cora" not in page
    assert "Neither of the two had happened." in client_as("board").get("/harbour/voices/").content.decode()
    assert sent(dev, f"{url}tell/", words="We looked at two.").status_code == 303
    public = client.get(f"{HERE}told/{CoAudit.objects.get().code}/").content.decode()
    assert "We looked at two." in public
    assert "Neither of the two" not in public
    assert "Decision " not in public
    assert "We looked at two." in client.get(HERE).content.decode()


def test_a_stranger_finds_nothing_that_was_not_told(cast, client_as) -> None:
    decided(cast)
    audit = found(cast)
    for who in ("public", "stranger"):
        client = client_as(who)
        assert client.get(f"{HERE}{audit.code}/").status_code == 404
        assert client.get(f"{HERE}told/{audit.code}/").status_code == 404
        assert audit.title not in client.get(HERE).content.decode()
    assert client_as("stranger").get(f"/elsewhere/co-audits/{audit.code}/").status_code == 404


def test_who_did_not_say_yes_finds_no_page_of_those_who_look(cast, client_as) -> None:
    decided(cast)
    audit = compared(cast)
    for who in (*ROLES, "eoin"):
        for step in ("finding/", "again/", "tell/", "list/", "number/"):
            if who != "cora" or step != "finding/":
                assert client_as(who).get(f"{HERE}{audit.code}/{step}").status_code == 404, (who, step)


def test_the_page_of_a_record_that_is_gone(cast, client_as) -> None:
    from alongside.voice import services as voice
    from alongside.voice.models import Contribution
    from alongside.voice.tests.factories import answered, said

    for n in range(2):
        answered(said(cast, words=f"Zanzibar {n}."), cast)
    audit = drawn(cast, of_what="voice")
    record = sample(audit)[0]
    findings.compare(record=record, found="not", words="About Zanzibar.", by=cast.actor("cora"))
    row = Contribution.objects.get(code=record.ref.split(":")[1])
    voice.raise_concern(contribution=row, by=cast.actor("manager"), why="A worry.")
    for who in ("cora", "coordinator", "manager", "board"):
        page = client_as(who).get(f"{HERE}{audit.code}/records/{record.code}/").content.decode()
        assert "A record that is gone" in page
        assert "Zanzibar" not in page
        assert row.code not in page + client_as(who).get(f"{HERE}{audit.code}/").content.decode()
        assert row.code not in client_as(who).get(f"{HERE}{audit.code}/proof.json").content.decode()


def test_the_words_of_an_answer_are_read_by_those_who_may(cast, client_as) -> None:
    from alongside.voice.tests.factories import answered, said

    for n in range(2):
        answered(said(cast, words=f"Zanzibar {n}.", person=cast.people["dev"], by=cast.actor("dev")), cast)
    audit = drawn(cast, of_what="voice")
    url = f"{HERE}{audit.code}/records/{sample(audit)[0].code}/"
    assert "Zanzibar" not in client_as("cora").get(url).content.decode()
    assert "Zanzibar" not in client_as("finance").get(url).content.decode()
    assert "Zanzibar" in client_as("manager").get(url).content.decode()


def test_bad_addresses(cast, client_as) -> None:
    decided(cast)
    audit, other = drawn(cast), set_up(cast)
    cora = client_as("cora")
    for url in ("nothing/", f"{audit.code}/records/nothing/", f"{other.code}/proof.json", "told/nothing/"):
        assert cora.get(HERE + url).status_code == 404, url
    outside = audit.records.filter(turn=None).first()
    assert cora.get(f"{HERE}{audit.code}/records/{outside.code}/").status_code == 404


def test_whoever_comes_from_outside_reads_what_everybody_may(cast, client_as) -> None:
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    decided(cast)
    told_one = told(cast)
    page = client_as("stranger").get(HERE)
    assert page.status_code == 200 and told_one.title in page.content.decode()


def test_how_often_the_database_is_asked(cast, client, client_as, django_assert_max_num_queries) -> None:
    decided(cast)
    audit = found(cast, wanted=5)
    told_one = told(cast)
    closed(cast)
    record = sample(audit)[0]
    for who, url in (
        ("public", HERE),
        ("coordinator", HERE),
        ("cora", f"{HERE}{audit.code}/"),
        ("coordinator", f"{HERE}{audit.code}/"),
        ("cora", f"{HERE}{audit.code}/records/{record.code}/"),
        ("public", f"{HERE}told/{told_one.code}/"),
    ):
        asks = client_as(who)
        with django_assert_max_num_queries(15):
            assert asks.get(url).status_code == 200
