"""The settings pages in a browser without JavaScript: what they show, change and refuse."""

import re
from datetime import date

import pytest

from alongside.audit import services as audit
from alongside.organisation import queries, services
from alongside.organisation.models import ClosedDay, Membership, Settings, Unit
from alongside.post.models import Message
from tests import cast as casting


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-23 10:00:00+00:00")


@pytest.fixture
def admin(cast, client_as):
    return client_as("administrator")


def text_of(response) -> str:
    text = re.sub(r"<[^>]*>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text)


def fields_of(response) -> dict[str, str]:
    """What a browser would send back if nothing was touched."""
    form = response.context["form"]
    found = {name: form[name].value() for name in form.fields}
    for name in form.fields:
        if hasattr(form.fields[name], "prepare_value"):
            found[name] = form.fields[name].prepare_value(found[name])
    return {name: value for name, value in found.items() if value not in (None, False)}


def post(client, url: str, **changes: str):
    page = client.get(url)
    assert page.status_code == 200
    return client.post(url, {**fields_of(page), **changes})


def test_the_overview_says_what_each_setting_does(cast, admin) -> None:
    services.change_settings(by=cast.actor("coordinator"), acknowledge_days=3)
    services.change_settings(by=cast.actor("coordinator"), from_day=date(2027, 4, 1), pay_days=5)
    said = text_of(admin.get("/harbour/settings/"))
    assert "Working days until we say that we have it 3 Whoever says something hears from you" in said
    assert "So since 23 November 2026, Alma Reyes" in said
    assert "Weeks until an answer 6" in said
    assert "So since 1 January 2025" in said
    assert "Other settings hold from 1 April 2027." in said
    assert "From 23 November 2026: days to say that we have it 5 → 3" in said
    assert "April" in said
    assert "Not complete" in said  # nobody has said how to complain


def test_the_overview_costs_little(cast, admin, django_assert_max_num_queries) -> None:
    for days in range(6, 18):
        services.change_settings(by=cast.actor("coordinator"), acknowledge_days=days)
    with django_assert_max_num_queries(12):
        admin.get("/harbour/settings/")


@pytest.mark.parametrize(
    ("page", "change", "field", "value"),
    [
        ("words", {"person_word": "member", "people_word": "members"}, "people_word", "members"),
        ("clocks", {"acknowledge_days": "4"}, "acknowledge_days", 4),
        ("clocks", {"year_starts_month": "1"}, "year_starts_month", 1),
        ("thresholds", {"outside_threshold": "12"}, "outside_threshold", 12),
    ],
)
def test_changing_settings(cast, admin, page, change, field, value) -> None:
    response = post(admin, f"/harbour/settings/{page}/", **change)
    assert (response.status_code, response["Location"]) == (303, "/harbour/settings/")
    assert getattr(queries.settings_of(cast.org.pk), field) == value


@pytest.mark.parametrize(
    ("page", "change", "said"),
    [
        ("clocks", {"least_people": "1"}, "Write a number from 2 to 50."),
        ("clocks", {"acknowledge_days": "many"}, "Write a whole number"),
        ("clocks", {"from_day": "1 November 2026"}, "Choose today or a later day."),
        ("clocks", {"from_day": "31 February 2027"}, "There is no 31 February 2027."),
        ("thresholds", {"inside_threshold": "20"}, "What the public sees needs at least as many people"),
        ("words", {"person_word": ""}, "Fill in “One person who takes part”."),
        ("words", {"person_word": "x" * 10_000}, "can have 40 characters"),
    ],
)
def test_settings_to_put_right(cast, admin, page, change, said) -> None:
    response = post(admin, f"/harbour/settings/{page}/", **change)
    assert response.status_code == 422
    assert said in text_of(response)
    assert Settings.objects.filter(organisation=cast.org).count() == 1


def test_the_same_settings_form_twice(cast, admin) -> None:
    fields = {**fields_of(admin.get("/harbour/settings/clocks/")), "acknowledge_days": "4"}
    for _time in range(2):
        assert admin.post("/harbour/settings/clocks/", fields).status_code == 303
    assert Settings.objects.filter(organisation=cast.org).count() == 2


def test_two_who_change_settings_at_once(cast, admin, client_as) -> None:
    fields = fields_of(admin.get("/harbour/settings/clocks/"))
    post(client_as("coordinator"), "/harbour/settings/clocks/", acknowledge_days="4")
    response = admin.post("/harbour/settings/clocks/", {**fields, "pay_days": "7"})
    assert response.status_code == 422
    assert "Somebody changed this while you wrote." in text_of(response)
    assert 'value="7"' in response.content.decode()


def test_the_public_page(cast, admin, client_as) -> None:
    response = post(admin, "/harbour/settings/about/", about="We listen.", complain="Ring Ada.", nation="wales")
    assert response.status_code == 303
    public = text_of(client_as("public").get("/harbour/"))
    assert "We listen." in public
    assert "Ring Ada." in public
    said = text_of(admin.get("/harbour/settings/"))
    assert "Changed: what stands on the public page, how to complain, whose bank holidays count" in said
    assert "Not complete" not in said


# Closed days.


def test_closed_days(cast, admin) -> None:
    page = text_of(admin.get("/harbour/settings/closed-days/"))
    assert "No such days ahead." in page
    assert "25 December 2026" in page  # the next bank holidays stand there
    response = post(admin, "/harbour/settings/closed-days/", day="24.12.26", name="Christmas Eve")
    assert response.status_code == 303
    assert "24 December 2026 Christmas Eve Take out" in text_of(admin.get("/harbour/settings/closed-days/"))
    assert post(admin, "/harbour/settings/closed-days/", day="24 Dec 2026", name="Again").status_code == 422
    assert admin.get("/harbour/settings/closed-days/2026-12-25/").status_code == 404
    assert admin.get("/harbour/settings/closed-days/tomorrow/").status_code == 404
    assert post(admin, "/harbour/settings/closed-days/2026-12-24/").status_code == 303
    assert not ClosedDay.objects.exists()


# Units.


def test_the_tree(cast, admin, django_assert_max_num_queries) -> None:
    for number in range(20):
        casting.unit(cast.org, f"Ward {number:02}", "team", cast.units["services"])
    with django_assert_max_num_queries(12):
        page = admin.get("/harbour/settings/units/")
    said = text_of(page)
    assert said.index("Board (Board)") < said.index("Services (Service)") < said.index("Crisis line (Team)")
    assert said.index("Crisis line") < said.index("Peer support") < said.index("Ward 00") < said.index("Ward 19")
    assert "Elsewhere" not in said


def test_adding_moving_closing_a_unit(cast, admin) -> None:
    response = post(
        admin, "/harbour/settings/units/add/", name="Night shelter", level="team", parent=cast.units["board"].code
    )
    assert response.status_code == 303
    made = Unit.objects.get(name="Night shelter")
    url = f"/harbour/settings/units/{made.code}/"
    assert post(admin, url, parent=cast.units["services"].code).status_code == 303
    made.refresh_from_db()
    assert made.parent == cast.units["services"]
    assert "Close this unit" in text_of(admin.get(url))
    assert post(admin, f"{url}close/").status_code == 303
    assert "Closed on 23 November 2026." in text_of(admin.get(url))
    assert "Night shelter (Team) Closed" in text_of(admin.get("/harbour/settings/units/"))
    assert post(admin, f"{url}reopen/").status_code == 303
    made.refresh_from_db()
    assert made.closed_on is None
    said = text_of(admin.get("/harbour/settings/units/"))
    for change in ("added", "changed: the unit above it", "closed", "opened again"):
        assert f"Ada Pryce : “Night shelter” {change}" in said


def test_a_unit_is_not_offered_itself(cast, admin) -> None:
    url = f"/harbour/settings/units/{cast.units['services'].code}/"
    offered = [code for code, _name in admin.get(url).context["form"].fields["parent"].choices]
    assert offered == [cast.units["board"].code]
    assert post(admin, url, parent=cast.units["team"].code).status_code == 422
    assert "close or move the units below it first" in text_of(admin.get(url))
    assert admin.post(f"{url}close/", {}).status_code == 422


def test_the_top_belongs_to_nothing(cast, admin) -> None:
    url = f"/harbour/settings/units/{cast.units['board'].code}/"
    page = admin.get(url)
    assert "parent" not in page.context["form"].fields
    assert "Close this unit" not in text_of(page)
    assert post(admin, url, name="Trustees").status_code == 303
    assert queries.top_unit(cast.org.pk).name == "Trustees"


# Kinds.


def test_kinds(cast, admin, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(12):
        said = text_of(admin.get("/harbour/settings/kinds/"))
    assert "Budget No Change : Budget · Reserve : Budget" in said
    assert (
        "Recruitment Reserved since 1 January 2025 People live with it. Change : Recruitment · Release : Recruitment"
        in said
    )
    assert post(admin, "/harbour/settings/kinds/add/", name="Food").status_code == 303
    assert post(admin, "/harbour/settings/kinds/add/", name="food").status_code == 422
    policy = f"/harbour/settings/kinds/{cast.kinds['policy'].code}/"
    assert post(admin, policy, name="Policies").status_code == 303
    fields = fields_of(admin.get(policy))
    fields.pop("in_use")
    assert admin.post(policy, fields).status_code == 303
    assert "Policies Out of use No" in text_of(admin.get("/harbour/settings/kinds/"))


def test_reserving_and_releasing(cast, admin) -> None:
    budget = f"/harbour/settings/kinds/{cast.kinds['budget'].code}/"
    assert post(admin, f"{budget}reserve/", from_day="1 December 2026", why="Our money.").status_code == 303
    assert "Budget From 1 December 2026" in text_of(admin.get("/harbour/settings/kinds/"))
    assert post(admin, f"{budget}reserve/").status_code == 422
    recruitment = f"/harbour/settings/kinds/{cast.kinds['recruitment'].code}/"
    assert post(admin, f"{recruitment}release/", from_day="22 November 2026").status_code == 422
    assert post(admin, f"{recruitment}release/", from_day="1 December 2026").status_code == 303
    said = text_of(admin.get("/harbour/settings/kinds/"))
    assert "Reserved until 1 December 2026" in said
    assert "“Recruitment” released from 1 December 2026" in said


# Roles.


def test_who_signs_in(cast, admin, client_as, django_assert_max_num_queries) -> None:
    for number in range(30):
        casting.member(cast.org, casting.user(f"Person{number}"), "staff", cast.units["team"])
    with django_assert_max_num_queries(12):
        said = text_of(admin.get("/harbour/settings/roles/"))
    assert "Alma Reyes Co-production coordinator The whole organisation 1 January 2025 End" in said
    assert "Sees what is open, takes part" in said
    said = text_of(client_as("coordinator").get("/harbour/settings/roles/"))
    assert "An administrator lets people in" in said
    assert "Let somebody in" not in said
    assert "Alma Reyes Co-production coordinator The whole organisation 1 January 2025 –" in said


def test_one_role_only(cast, admin) -> None:
    said = text_of(admin.get("/harbour/settings/roles/?role=manager"))
    assert "Mo Haddad" in said
    assert "Sam Okafor" not in said


def test_letting_somebody_in(cast, admin) -> None:
    response = post(
        admin,
        "/harbour/settings/roles/give/",
        email="New@example.org",
        name="Nia Bell",
        role="manager",
        unit=cast.units["services"].code,
    )
    assert (response.status_code, response["Location"]) == (303, "/harbour/settings/roles/")
    made = Membership.objects.get(user__email="new@example.org")
    assert (made.role, made.unit) == ("manager", cast.units["services"])
    assert Message.objects.get().to_user == made.user_id
    assert "Nia Bell: Manager given" in text_of(admin.get("/harbour/settings/roles/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "nia"}, "Write an e-mail address"),
        ({"email": "sam@example.org", "role": "staff", "unit": "team"}, "This person has this role already."),
        ({"role": "board", "unit": "team"}, "This role is for the whole organisation."),
        ({"role": "contributor"}, "That answer is not in the list."),
        ({"unit": "elsewhere"}, "That answer is not in the list."),
        ({"name": ""}, "Fill in “Name”."),
    ],
)
def test_letting_in_to_put_right(cast, admin, change, said) -> None:
    if "unit" in change:
        change = {**change, "unit": cast.units[change["unit"]].code}
    fields = {"email": "new@example.org", "name": "Nia", "role": "staff", **change}
    before = Membership.objects.count()
    response = post(admin, "/harbour/settings/roles/give/", **fields)
    assert response.status_code == 422
    assert said in text_of(response)
    assert Membership.objects.count() == before


def test_ending_a_role(cast, admin) -> None:
    url = f"/harbour/settings/roles/{Membership.objects.get(user=cast.users['staff']).code}/end/"
    assert "Sam Okafor is no longer “Staff” from now on." in text_of(admin.get(url))
    assert post(admin, url).status_code == 303
    assert admin.get(url).status_code == 404
    assert "Sam Okafor: Staff ended" in text_of(admin.get("/harbour/settings/roles/"))


def test_whoever_keeps_the_register_ends_no_other_role(cast, client_as) -> None:
    client, roles = client_as("coordinator"), "/harbour/settings/roles/"
    offered = re.findall(rf"{roles}(\w+)/end/", client.get(roles).content.decode())
    assert {Membership.objects.get(code=code).role for code in offered} == {"contributor"}
    for row in Membership.objects.filter(organisation=cast.org):
        assert client.get(f"{roles}{row.code}/end/").status_code == (200 if row.code in offered else 404)


def test_the_last_administrator_cannot_go(cast, admin) -> None:
    url = f"/harbour/settings/roles/{Membership.objects.get(user=cast.users['administrator']).code}/end/"
    response = post(admin, url)
    assert response.status_code == 422
    assert "This is the last administrator." in text_of(response)


def test_what_was_erased_from_the_log_is_left_out(cast, admin) -> None:
    services.add_kind(name="Food", by=cast.actor("administrator"))
    kind = queries.kinds_of(cast.actor("administrator")).get(name="Food")
    audit.erase(by=cast.actor("administrator"), target_type="organisation.kind", targets=[kind.code], why="test")
    assert admin.get("/harbour/settings/kinds/").status_code == 200
