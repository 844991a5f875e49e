import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core.actor import Medium
from alongside.people import queries, services
from alongside.people.models import AccessNeed, Channel, Consent, Person, PersonStatus
from alongside.people.services.register import keep_tokens
from tests.make import days

REGISTER = "/harbour/people/"


@pytest.fixture
def keeper(client_as):
    return client_as("coordinator")


@pytest.fixture
def page(cora):
    return f"{REGISTER}{cora.code}/"


@pytest.fixture
def mine(client_as):
    return client_as("cora")


@pytest.fixture
def about(cora):
    return f"/me/about/{cora.code}/"


def text(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


# The register.


def test_the_register_shows_what_needs_doing_first(keeper, alma, cora):
    new = services.add_person(name="Rosa Delgado", by=alma, medium=Medium.PHONE)
    AccessNeed.objects.create(person=cora, kind="send", words="Large print", review_on=days(5))
    shown = text(keeper.get(REGISTER))
    assert "Rosa Delgado asked to take part: welcome them" in shown
    assert "Cora what they need: ask whether it is still right" in shown
    assert shown.index("What needs doing") < shown.index("Add somebody") < shown.index("Since")
    assert "Large print" not in shown
    assert f'href="{new.code}/"' in keeper.get(REGISTER).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?name=whit", {"Cora Whitlock"}),
        ("?name=Ó Bri", {"Eoin Ó Briain"}),
        ("?name=zzz", set()),
        ("?state=left", {"Dev Anand"}),
        ("?state=active&name=dev", set()),
        ("?state=nonsense", {"Cora Whitlock", "Dev Anand", "Noor", "Eoin Ó Briain"}),
        ("?name=%00&after=broken", {"Cora Whitlock", "Dev Anand", "Noor", "Eoin Ó Briain"}),
    ],
)
def test_finding_in_the_register(cast, keeper, query, found):
    Person.objects.filter(pk=cast.people["dev"].pk).update(state="left")
    for person in cast.people.values():
        keep_tokens(person)
    shown = text(keeper.get(REGISTER + query)).split("The register")[-1]
    names = {person.name for person in cast.people.values()}
    assert {name for name in names if name in shown} == found


def test_an_empty_register_says_what_to_do_first(keeper):
    AccessNeed.objects.all().delete()
    for model in (Consent, Channel, PersonStatus):
        model.objects.all().delete()
    Person.objects.all().delete()
    shown = text(keeper.get(REGISTER))
    assert "Nobody is on the register yet. Add somebody, or bring in a list." in shown


def test_adding_somebody(cast, keeper):
    answers = {
        "name": "Rosa Delgado",
        "called": "Rosie",
        "email": "rosa@example.org",
        "facilitator": cast.users["staff"].code,
        "medium": "paper",
    }
    response = keeper.post(f"{REGISTER}new/", answers)
    rosa = Person.objects.order_by("-pk").first()
    assert (response.status_code, response["Location"]) == (303, f"{REGISTER}{rosa.code}/")
    assert (rosa.name, rosa.facilitator, rosa.medium) == ("Rosa Delgado", cast.users["staff"], "paper")
    assert "Rosa Delgado" in text(keeper.get(response["Location"]))


def test_adding_somebody_twice_by_pressing_twice(keeper):
    token = re.search(r'name="once" value="(\w+)"', keeper.get(f"{REGISTER}new/").content.decode())[1]
    answers = {"name": "Rosa", "medium": "phone", "once": token}
    first, second = keeper.post(f"{REGISTER}new/", answers), keeper.post(f"{REGISTER}new/", answers)
    assert first["Location"] == second["Location"]
    assert Person.objects.count() == 5


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"name": ""}, "Fill in “Name”."),
        ({"name": "x" * 10_000}, "“Name” can have 200 characters."),
        ({"name": "Rosa", "phone": "123"}, "Write a phone number with its area code"),
        ({"name": "Rosa", "email": "rosa@"}, "Write an e-mail address like name@example.org."),
        ({"name": "Rosa", "facilitator": "nobody"}, "That answer is not in the list."),
        ({"name": "Rosa", "medium": "dream"}, "That answer is not in the list."),
        ({"name": "Rosa"}, "Choose an answer to “How do you know?”."),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_lost(keeper, answers, said):
    filled = {"route_in": "The open day", "medium": "phone", **answers}
    if answers == {"name": "Rosa"}:
        del filled["medium"]
    response = keeper.post(f"{REGISTER}new/", filled)
    assert response.status_code == 422
    assert said in text(response)
    assert 'value="The open day"' in response.content.decode()
    assert Person.objects.count() == 4


# One person, for the coordinator.


def test_a_persons_page(keeper, page, cora, herself, alma):
    for_her = alma.for_person(cora.pk, Medium.PHONE)
    services.add_need(person=cora, kind="send", words="Large print <b>", by=for_her)
    services.add_offer(person=cora, kind="skill", words="Listening", by=herself)
    services.withdraw_consent(person=cora, purpose="words_inside", by=for_her)
    response = keeper.get(page)
    shown = text(response)
    order = ["Cora Whitlock", "What needs doing", "Listening", "Large print", "What they allow", "On the register"]
    assert [word for word in order if word not in shown] == []
    assert sorted(order, key=shown.index) == order
    assert "Written down by Alma Reyes" in shown and "from a phone call" in shown
    assert "Taken back on" in shown
    assert "Large print &lt;b&gt;" in response.content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda cora: Channel.objects.filter(person=cora).delete(), "There is no way to reach them."),
        (lambda cora: Consent.objects.filter(person=cora).delete(), "They have not said how we may contact them."),
        (lambda cora: Person.objects.filter(pk=cora.pk).update(state="enquired"), "Welcome them."),
        (
            lambda cora: Consent.objects.filter(person=cora).update(expires_on=days(5)),
            "“Contact me by e-mail” runs out.",
        ),
        (lambda cora: Consent.objects.filter(person=cora).update(expires_on=days(-5)), "has run out."),
    ],
)
def test_what_needs_doing_about_somebody(keeper, page, cora, change, said):
    assert said not in text(keeper.get(page))
    change(cora)
    assert said in text(keeper.get(page))


CHANGES = [
    ("names/", {"name": "Cora Vale", "called": ""}),
    ("channels/post/", {"address": "1 High Street", "preferred": "on"}),
    ("channels/email/remove/", {}),
    ("consents/credit/", {"given_on": "1 March 2026"}),
    ("consents/contact_email/withdraw/", {}),
    ("needs/new/", {"kind": "meet", "words": "Afternoons"}),
    ("needs/NEED/review/", {}),
    ("needs/NEED/end/", {}),
    ("offers/new/", {"kind": "time", "words": "Mondays"}),
    ("offers/OFFER/end/", {}),
    ("pause/", {"until": ""}),
]


@pytest.fixture
def filled(cora, herself):
    need = services.add_need(person=cora, kind="send", words="Large print", by=herself)
    offer = services.add_offer(person=cora, kind="skill", words="Listening", by=herself)
    return lambda path: path.replace("NEED", need.code).replace("OFFER", offer.code)


@pytest.mark.parametrize(("path", "answers"), CHANGES)
def test_every_change_is_made_by_the_person_and_for_them(keeper, mine, page, about, filled, path, answers, events):
    before = len(events())
    url = filled(path)
    assert keeper.get(page + url).status_code == mine.get(about + url).status_code == 200
    assert "How do you know?" in text(keeper.get(page + url))
    assert "How do you know?" not in text(mine.get(about + url))
    unknown = keeper.post(page + url, answers)
    assert (unknown.status_code, len(events())) == (422, before)
    done = mine.post(about + url, answers)
    assert (done.status_code, done["Location"], len(events())) == (303, about, before + 1)


@pytest.mark.parametrize(("path", "answers"), CHANGES)
def test_the_coordinator_says_how_it_is_known(keeper, page, filled, path, answers, events):
    before = len(events())
    done = keeper.post(page + filled(path), {**answers, "medium": "letter"})
    assert (done.status_code, done["Location"], len(events())) == (303, page, before + 1)


def test_the_words_that_were_shown_are_kept(mine, about, cora):
    shown = text(mine.get(f"{about}consents/words_public/"))
    mine.post(f"{about}consents/words_public/", {})
    consent = Consent.objects.get(person=cora, purpose="words_public")
    assert consent.wording in shown
    assert "Harbour House" in consent.wording


def test_what_the_verb_refuses_stands_beside_its_field(keeper, page):
    response = keeper.post(f"{page}consents/credit/", {"given_on": str(days(2)), "medium": "paper"})
    assert response.status_code == 422
    assert "This day has not come yet." in text(response)
    assert 'id="id_given_on_error"' in response.content.decode()


@pytest.mark.parametrize(
    "path", ["channels/pigeon/", "channels/pigeon/remove/", "consents/all/", "consents/all/withdraw/", "needs/zzz/end/"]
)
def test_what_does_not_exist_is_not_there(keeper, mine, page, about, path):
    assert keeper.get(page + path).status_code == mine.get(about + path).status_code == 404


def test_nobody_elses_need_can_be_reached_through_ones_own_page(cast, mine, about):
    theirs = AccessNeed.objects.create(person=cast.people["dev"], kind="send", words="Large print")
    assert mine.post(f"{about}needs/{theirs.code}/end/", {}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.ended_on is None


def test_where_somebody_stands(keeper, page, cora):
    assert keeper.post(f"{page}state/", {"to": "left"})["Location"] == page
    cora.refresh_from_db()
    assert cora.state == "left"
    assert keeper.post(f"{page}state/", {"to": "paused"}).status_code == 422


def test_letting_somebody_sign_in(keeper, noor):
    page = f"{REGISTER}{noor.code}/"
    taken = keeper.post(f"{page}sign-in/", {"email": "cora@example.org"})
    assert (taken.status_code, "Somebody else on this register" in text(taken)) == (422, True)
    assert keeper.post(f"{page}sign-in/", {"email": "noor@example.org"})["Location"] == page
    assert "noor@example.org" in text(keeper.get(page))


def test_who_looks_after_them(cast, keeper, page, cora):
    keeper.post(f"{page}register/", {"facilitator": cast.users["staff"].code, "route_in": "A poster"})
    assert "Sam Okafor" in text(keeper.get(page))
    keeper.post(f"{page}register/", {"facilitator": "", "route_in": ""})
    cora.refresh_from_db()
    assert (cora.facilitator, cora.route_in) == (None, "")


def test_their_story_and_being_forgotten_are_one_step_away(keeper, page):
    shown = keeper.get(page).content.decode()
    for path in ("story/", "forget/"):
        assert f'href="{page}{path}"' in shown
        assert keeper.get(page + path).status_code == 200


# About me.


def test_about_me(mine, about, cora, herself, alma):
    services.add_need(person=cora, kind="send", words="Large print", by=alma.for_person(cora.pk, Medium.IN_PERSON))
    response = mine.get("/me/about/")
    assert text(response) == text(mine.get(about))
    shown = text(response)
    assert "Written down by Alma Reyes" in shown and "from what was said face to face" in shown
    assert "cora@example.org" in shown
    for word in ("client", "case", "user", "record", "submit", "stakeholder"):
        assert not re.search(rf"\b{word}s?\b", shown, re.IGNORECASE)


def test_one_press_takes_a_permission_back(mine, about, cora):
    action = f"{about}consents/contact_email/withdraw/"
    assert f'action="{action}"' in mine.get(about).content.decode()
    for _press in range(2):
        assert mine.post(action)["Location"] == about
    assert not queries.allowed(cora.pk, "contact_email")
    assert "You have not said how we may reach you" in text(mine.get(about))


def test_a_rest_and_the_way_back(mine, about, cora):
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


def test_stopping_and_coming_back(mine, about, cora):
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


def test_somebody_on_two_registers_chooses(cast, mine, cora):
    there = services.add_person(name="Cora", by=cast.actor("stranger"), medium=Medium.PHONE)
    services.link_sign_in(person=there, email=cast.users["cora"].email, by=cast.actor("stranger"))
    shown = mine.get("/me/about/").content.decode()
    assert f'href="/me/about/{cora.code}/"' in shown and f'href="/me/about/{there.code}/"' in shown
    assert "Elsewhere" in text(mine.get(f"/me/about/{there.code}/"))


def test_somebody_on_no_register_is_told_so(client_as):
    assert "You are not on any organisation’s list of people." in text(client_as("staff").get("/me/about/"))


# A list from a file.


def upload(keeper, content, name="list.csv"):
    return keeper.post(f"{REGISTER}import/", {"file": SimpleUploadedFile(name, content.encode())})


@pytest.fixture
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return lambda: list(tmp_path.glob("imports/people/*/*"))


def test_a_list_is_looked_at_and_then_brought_in(keeper, folder):
    preview = upload(keeper, "Name,Shoe size\nRosa Delgado,39\nSol,40\nSol,40\n")["Location"]
    shown = text(keeper.get(preview))
    assert "What this file would do" in shown
    assert "New 2" in shown and "Twice in this file, taken once 1" in shown and "Shoe size" in shown
    assert Person.objects.count() == 4
    done = keeper.post(preview, {"do": "import"})
    assert done["Location"] == REGISTER
    assert "Done. New: 2, Twice in this file, taken once: 1." in text(keeper.get(REGISTER))
    assert (Person.objects.count(), folder()) == (6, [])
    assert keeper.get(preview).status_code == 404


def test_pressing_twice_brings_it_in_once(keeper, folder):
    preview = upload(keeper, "Name\nRosa Delgado\n")["Location"]
    token = re.search(r'name="once" value="(\w+)"', keeper.get(preview).content.decode())[1]
    answers = [keeper.post(preview, {"do": "import", "once": token})["Location"] for _press in range(2)]
    assert (answers, Person.objects.count()) == ([REGISTER, REGISTER], 5)


def test_a_list_with_mistakes_says_where(keeper, folder):
    preview = upload(keeper, "Name,Email\nRosa,nowhere\n")["Location"]
    response = keeper.get(preview)
    assert "This file cannot be brought in yet" in text(response)
    assert "Write an e-mail address like name@example.org." in text(response)
    assert 'value="import"' not in response.content.decode()
    assert keeper.post(preview, {"do": "import"}).status_code == 422
    assert Person.objects.count() == 4


def test_a_column_is_matched_on_the_page(keeper, folder):
    preview = upload(keeper, "Wer,Woher\nRosa,The open day\n")["Location"]
    assert "No column holds the names." in text(keeper.get(preview))
    matched = f"{preview}?column=Wer&field=name&column=Woher&field=route+in"
    response = keeper.get(matched)
    assert '<option value="route in" selected>' in response.content.decode()
    assert "What this file would do" in text(response)
    keeper.post(matched, {"do": "import"})
    assert Person.objects.order_by("-pk").first().route_in == "The open day"


def test_a_file_is_thrown_away(keeper, folder):
    preview = upload(keeper, "Name\nRosa\n")["Location"]
    assert len(folder()) == 1
    assert keeper.post(preview, {"do": "drop"})["Location"] == f"{REGISTER}import/"
    assert (folder(), keeper.get(preview).status_code) == ([], 404)


@pytest.mark.parametrize(("name", "content"), [("list.pdf", "%PDF"), ("list.csv", "")])
def test_files_that_cannot_be_a_list_are_not_kept(keeper, folder, name, content):
    assert (upload(keeper, content, name).status_code, folder()) == (422, [])


# What a page costs.


@pytest.mark.parametrize("count", [3, 60])
def test_the_register_costs_the_same_however_long_it_is(keeper, alma, count, django_assert_max_num_queries):
    for number in range(count):
        services.add_person(name=f"Person {number}", by=alma, medium=Medium.PHONE)
    with django_assert_max_num_queries(13):
        keeper.get(f"{REGISTER}?name=pe")


@pytest.mark.parametrize("who", ["coordinator", "cora"])
def test_a_persons_page_costs_few_queries(client_as, page, about, cora, herself, who, django_assert_max_num_queries):
    for number in range(5):
        services.add_need(person=cora, kind="send", words=f"Need {number}", by=herself)
        services.add_offer(person=cora, kind="skill", words=f"Offer {number}", by=herself)
        services.give_consent(person=cora, purpose="credit", by=herself)
    client = client_as(who)
    with django_assert_max_num_queries(15):
        client.get(page if who == "coordinator" else about)
