"""The pages, as the browser without JavaScript sees them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core.models import Once
from alongside.decisions.models import Decision
from alongside.decisions.taking import WithoutPeople
from alongside.organisation.models import Kind
from tests import make

from .factories import decided
from .importing import ROW, table

LIST = "/harbour/decisions/"


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def said(cast, **values):
    return {
        "title": "Night worker",
        "kind": "recruitment",
        "unit": cast.units["team"].code,
        "due_on": "27 March 2027",
        "decider": "The panel",
        "open_part": "Who we choose",
        "fixed_part": "",
        "owner": cast.users["manager"].code,
        "trigger": "planned",
        "audience": "contributors",
        **values,
    }


def changed(cast, decision, **values):
    return said(cast, seen=decision.version, opened_on="1 March 2026", **values)


def url(decision, step) -> str:
    return f"{LIST}{decision.code}/{step}/"


# The list.


def test_the_next_comes_first_and_says_where_it_stands(cast, client_as) -> None:
    make.decision(cast, title="Later", due_on=make.days(20))
    make.decision(cast, title="Overdue", due_on=make.days(-2), kind=cast.kinds["policy"])
    make.decision(cast, title="No day", due_on=None)
    decided(cast, make.decision(cast, title="Over and done", kind=cast.kinds["policy"]))
    page = text(client_as("coordinator").get(LIST))
    body = page[page.index("Where it stands Overdue") :]
    assert body.index("Overdue") < body.index("Later") < body.index("No day")
    assert "Past its day" in body
    assert "People must take part" in body
    assert "Over and done" not in page


@pytest.mark.parametrize(
    ("standing", "shown"),
    [
        ("reserved", {"planned"}),
        ("late", {"late"}),
        ("decided", {"with", "without", "excepted"}),
        ("with", {"with"}),
        ("without", {"without"}),
        ("excepted", {"excepted"}),
        ("dropped", {"dropped"}),
        ("all", {"planned", "late", "with", "without", "excepted", "dropped"}),
        ("nonsense", {"planned", "late"}),
    ],
)
def test_where_it_stands(cast, client_as, standing, shown) -> None:
    past = {"state": "decided", "decided_on": make.days(-1)}
    make.decision(cast, title="d-planned")
    make.decision(cast, title="d-late", due_on=make.days(-1), kind=cast.kinds["policy"])
    make.decision(cast, title="d-with", taken="with", people_count=2, **past)
    make.decision(cast, title="d-without", taken="without", **past)
    make.decision(cast, title="d-excepted", taken="excepted", reserved=True, **past)
    make.decision(cast, title="d-dropped", state="dropped")
    page = text(client_as("coordinator").get(LIST, {"standing": standing}))
    assert set(re.findall(r"d-(\w+)", page)) == shown


def test_filters(cast, client_as) -> None:
    make.decision(cast, title="d-one", due_on=date(2027, 3, 31))
    make.decision(cast, title="d-two", due_on=date(2027, 4, 1), unit=cast.units["board"])
    make.decision(cast, title="d-three", due_on=date(2027, 4, 1), kind=cast.kinds["policy"])
    client = client_as("coordinator")

    def shown(**asked) -> set[str]:
        return set(re.findall(r"d-(\w+)", text(client.get(LIST, asked))))

    assert shown(unit=cast.units["board"].code) == {"two"}
    assert shown(kind="policy") == {"three"}
    assert shown(year="2026") == {"one"}
    assert shown(year="2027") == {"two", "three"}
    assert shown(unit="nowhere", kind="nothing", year="x") == {"one", "two", "three"}
    said = text(client.get(LIST, {"level": "cellar", "kind": "nothing", "part": "nowhere", "period": "2026-13"}))
    assert said.count("is not one of those that can be chosen") == 4


def test_an_empty_list_says_what_to_do_first(client_as) -> None:
    page = text(client_as("staff").get(LIST))
    assert "Nothing is waiting to be decided." in page
    assert page.count("Add a decision") == 2
    assert "Ask for something to be decided" in text(client_as("cora").get(LIST))


@pytest.mark.parametrize("who", ["coordinator", "staff", "cora"])
def test_the_list_asks_few_questions(cast, client_as, who, django_assert_max_num_queries) -> None:
    for n in range(30):
        make.decision(cast, due_on=make.days(n))
    client = client_as(who)
    with django_assert_max_num_queries(14):
        assert client.get(LIST).status_code == 200
    with django_assert_max_num_queries(14):
        assert (
            client.get(LIST, {"standing": "all", "unit": cast.units["team"].code, "kind": "recruitment"}).status_code
            == 200
        )


def test_the_second_page(cast, client_as) -> None:
    for n in range(30):
        make.decision(cast, title=f"d-{n:02}", due_on=make.days(n))
    client = client_as("coordinator")
    first = client.get(LIST).content.decode()
    on = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert re.findall(r"d-\d\d", text(client.get(LIST + on))) == [f"d-{n}" for n in range(25, 30)]


# Adding and changing.


def test_add(cast, client_as) -> None:
    response = client_as("staff").post(LIST + "new/", said(cast))
    made = Decision.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"{LIST}{made.code}/")
    assert (made.title, made.due_on, made.owner) == ("Night worker", date(2027, 3, 27), cast.users["manager"])


def test_only_own_units_can_be_chosen(cast, client_as) -> None:
    response = client_as("staff").post(LIST + "new/", said(cast, unit=cast.units["other_team"].code))
    assert response.status_code == 422
    assert not Decision.objects.exists()
    assert "Peer support" not in text(client_as("staff").get(LIST + "new/"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "Fill in"),
        ({"title": "x" * 10_000}, "300 characters"),
        ({"due_on": "31 February 2027"}, "no 31 February"),
        ({"due_on": "soon"}, "not a date"),
        ({"kind": "nothing"}, "not in the list"),
        ({"audience": ""}, "Choose an answer"),
    ],
)
def test_forms_that_cannot_be(cast, client_as, wrong, told) -> None:
    response = client_as("staff").post(LIST + "new/", said(cast, **wrong))
    assert response.status_code == 422
    assert told in text(response)
    assert not Decision.objects.exists()


def test_words_as_people_write_them(cast, client_as) -> None:
    title = "قرار 👩🏽‍⚕️ <script>alert(1)</script>\0"
    client = client_as("staff")
    client.post(LIST + "new/", said(cast, title=title))
    assert Decision.objects.get().title == title.strip("\0")
    assert "<script>alert" not in client.get(LIST).content.decode()


def test_a_form_posted_twice_does_its_work_once(cast, client_as) -> None:
    client, sent = client_as("staff"), said(cast, once="a" * 32)
    first, second = client.post(LIST + "new/", sent), client.post(LIST + "new/", sent)
    assert first["Location"] == second["Location"]
    assert Decision.objects.count() == Once.objects.count() == 1


def test_change(cast, client_as) -> None:
    decision = make.decision(cast)
    client = client_as("staff")
    assert "Support worker" in client.get(url(decision, "change")).content.decode()
    response = client.post(url(decision, "change"), changed(cast, decision))
    assert response["Location"] == f"{LIST}{decision.code}/"
    decision.refresh_from_db()
    assert (decision.title, decision.version) == ("Night worker", 2)


def test_a_decision_closed_while_somebody_writes(cast, client_as) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    sent = changed(cast, decision, kind="policy")
    decided(cast, decision)
    response = client_as("staff").post(url(decision, "change"), sent)
    assert response.status_code == 422
    assert "recorded what was decided while you were writing" in text(response)
    assert "Night worker" in response.content.decode()
    again = client_as("staff").post(url(decision, "change"), {**sent, "seen": 2})
    assert "Open it again before you change it" in text(again)
    assert Decision.objects.get().title == "Support worker, Crisis line"


def test_a_page_that_comes_too_late_says_why(cast, client_as) -> None:
    decision = decided(cast, make.decision(cast, kind=cast.kinds["policy"]))
    response = client_as("manager").get(url(decision, "change"))
    assert response.status_code == 409
    assert "Open it again" in text(response)


def test_what_is_closed_or_out_of_use_may_stay(cast, client_as) -> None:
    decision = make.decision(cast)
    Kind.objects.filter(slug="recruitment").update(in_use=False)
    response = client_as("coordinator").post(url(decision, "change"), changed(cast, decision))
    assert response.status_code == 303


def test_drop_and_open_again(cast, client_as) -> None:
    decision, client = make.decision(cast), client_as("staff")
    assert client.post(url(decision, "drop"), {"reason": "", "seen": 1}).status_code == 422
    at = client.post(url(decision, "drop"), {"reason": "No money", "seen": 1})["Location"]
    assert url(decision, "reopen") in client.get(at).content.decode()
    assert Decision.objects.get().state == "dropped"
    client.post(url(decision, "reopen"), {"reason": "Money came", "seen": 2})
    assert Decision.objects.get().state == "planned"


def test_staff_do_not_open_again_what_was_decided(cast, client_as) -> None:
    decision = decided(cast, make.decision(cast, kind=cast.kinds["policy"]))
    assert client_as("staff").get(url(decision, "reopen")).status_code == 404
    assert client_as("manager").get(url(decision, "reopen")).status_code == 200


@pytest.mark.parametrize("step", ["change", "drop", "reopen"])
def test_another_units_decision(cast, client_as, step) -> None:
    decision = make.decision(cast, unit=cast.units["other_team"], state="dropped")
    client = client_as("manager")
    assert client.get(url(decision, step)).status_code == 404
    assert client.post(url(decision, step), {"reason": "Mine", "seen": 1}).status_code == 404


# Raising.


def test_a_contributor_raises_a_decision(cast, client_as) -> None:
    Kind.objects.create(organisation=cast.org, slug="other", name="Other")
    client = client_as("cora")
    page = text(client.get(LIST + "raise/"))
    assert "What kind of thing" not in page
    assert "The coordinator reads it by" in page
    for word in ("case", "client", "user", "record", "submit", "stakeholder"):
        assert not re.search(rf"\b{word}s?\b", page, re.IGNORECASE), word
    response = client.post(LIST + "raise/", {"title": "A quiet room", "open_part": "Where we wait", "unit": ""})
    made = Decision.objects.get()
    assert response["Location"] == f"{LIST}{made.code}/"
    assert (made.raised_by, made.kind.slug, made.unit) == (cast.people["cora"], "other", cast.units["board"])
    assert "A quiet room" in text(client.get(LIST))
    assert "A quiet room" not in text(client_as("dev").get(LIST))


def test_where_there_is_no_other_the_kind_is_asked(cast, client_as) -> None:
    client, sent = client_as("cora"), {"title": "A quiet room", "open_part": "Where we wait", "unit": ""}
    assert client.post(LIST + "raise/", sent).status_code == 422
    assert client.post(LIST + "raise/", {**sent, "kind": "policy"}).status_code == 303


def test_written_down_for_somebody(cast, client_as) -> None:
    noor, client = cast.people["noor"], client_as("coordinator")
    at = f"{LIST}raise/?for={noor.code}"
    assert at in client.get(f"/harbour/people/{noor.code}/").content.decode()
    assert "For Noor" in text(client.get(at))
    sent = {"title": "A quiet room", "open_part": "Where we wait", "unit": "", "kind": "policy"}
    assert client.post(at, sent).status_code == 422
    client.post(at, {**sent, "medium": "phone"})
    made = Decision.objects.get()
    assert (made.raised_by, made.medium, made.recorded_by) == (noor, "phone", cast.users["coordinator"])


def test_nobody_else_writes_it_down_for_somebody(cast, client_as) -> None:
    at = f"{LIST}raise/?for={cast.people['noor'].code}"
    for who in ("staff", "finance", "dev", "stranger", "public"):
        assert client_as(who).get(at).status_code == 404
    assert client_as("coordinator").get(LIST + "raise/?for=nobody").status_code == 404


# Exceptions and files.


def test_exceptions(cast, client_as) -> None:
    decided(cast, make.decision(cast), taken=WithoutPeople("The shift was empty."))
    page = text(client_as("board").get(LIST + "exceptions/"))
    assert "The shift was empty." in page
    assert "Co-production coordinator" in page


def test_a_list_from_a_file(cast, client_as) -> None:
    client = client_as("coordinator")
    rows = table(ROW, ("Dogs", "Policy", "New team", "1/4/27"), columns=("Title", "Kind", "Unit", "Wann"))
    upload = {"file": SimpleUploadedFile("list.csv", rows), "kind": "", "unit": ""}
    first = client.post(LIST + "import/", upload)
    assert first.status_code == 303
    assert "There is no unit “New team”" in text(client.get(first["Location"]))
    upload["file"] = SimpleUploadedFile("list.csv", rows)
    second = client.post(LIST + "import/", {**upload, "make_units": "on"})["Location"]
    assert second.endswith("?make_units=yes")
    page = client.get(second)
    assert "Columns we do not know" in text(page)
    assert '<input type="hidden" name="make_units" value="yes">' in page.content.decode()
    assert not Decision.objects.exists()
    done = client.post(f"{second}&column=Wann&field=due", {"do": "import"})
    assert (done.status_code, done["Location"]) == (303, LIST)
    assert sorted(Decision.objects.values_list("due_on", flat=True)) == [date(2027, 3, 27), date(2027, 4, 1)]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("list.pdf", b"%PDF", "ends in .csv, .xlsx, .ics"),
        ("list.csv", b"", "empty"),
        ("list.csv", b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
    ],
)
def test_files_that_are_refused_at_once(client_as, name, content, told) -> None:
    response = client_as("coordinator").post(LIST + "import/", {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 422
    assert told in text(response)


def test_a_kind_in_the_address_that_is_not_here(client_as) -> None:
    client = client_as("coordinator")
    upload = {"file": SimpleUploadedFile("list.csv", table(ROW)), "kind": "", "unit": ""}
    at = client.post(LIST + "import/", upload)["Location"]
    assert client.get(f"{at}?kind=nothing").status_code == 409
