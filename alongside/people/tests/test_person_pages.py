import pytest

from alongside.core.actor import Medium
from alongside.people import services
from alongside.people.models import AccessNeed, Channel, Consent, Person
from tests.make import days

REGISTER = "/harbour/people/"


def test_a_persons_page(keeper, page, cora, herself, alma, text):
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
def test_what_needs_doing_about_somebody(keeper, page, cora, change, said, text):
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
def test_everything_is_changed_by_the_person_and_for_them(
    keeper, mine, page, about, filled, path, answers, events, text
):
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


def test_the_words_that_were_shown_are_kept(mine, about, cora, text):
    shown = text(mine.get(f"{about}consents/words_public/"))
    mine.post(f"{about}consents/words_public/", {})
    consent = Consent.objects.get(person=cora, purpose="words_public")
    assert consent.wording in shown
    assert "Harbour House" in consent.wording


def test_what_the_verb_refuses_stands_beside_its_field(keeper, page, text):
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


def test_letting_somebody_sign_in(keeper, noor, text):
    page = f"{REGISTER}{noor.code}/"
    taken = keeper.post(f"{page}sign-in/", {"email": "cora@example.org"})
    assert (taken.status_code, "Somebody else on this register" in text(taken)) == (422, True)
    assert keeper.post(f"{page}sign-in/", {"email": "noor@example.org"})["Location"] == page
    assert "noor@example.org" in text(keeper.get(page))


def test_who_looks_after_them(cast, keeper, page, cora, text):
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
