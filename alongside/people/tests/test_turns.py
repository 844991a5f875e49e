"""Training, wishes and limits: what fits somebody, and what is theirs alone."""

import json

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.audit.models import Content
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.people import personal, queries, rules, services
from alongside.people.models import Limits, Training, TrainingDone, Wish, WishedFor
from alongside.people.services.trainings import runs_out
from tests.make import days


@pytest.fixture
def panels(cast, alma):
    return services.add_training(name="Sitting on a panel", lasts_months=24, by=alma)


# The list of trainings.


def test_a_training_on_the_list(panels, alma, events):
    changed = services.change_training(training=panels, name="Panels", lasts_months=0, in_use=False, by=alma)
    assert (changed.name, changed.lasts_months, changed.in_use) == ("Panels", None, False)
    assert list(queries.trainings_of(alma)) == [panels] and not queries.trainings_of(alma, in_use=True)
    assert events() == [("training_added", panels.code), ("training_changed", panels.code)]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "sitting ON a panel"])
def test_names_that_cannot_be(panels, alma, name):
    with pytest.raises(Refused) as refused:
        services.add_training(name=name, by=alma)
    assert refused.value.field == "name"
    assert Training.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "may"),
    [("coordinator", True), ("administrator", True), ("staff", False), ("cora", False), ("stranger", False)],
)
def test_who_keeps_the_list(cast, panels, who, may):
    actor = cast.actor(who)
    assert rules.can_keep_trainings(actor) == (may or who == "stranger")  # a coordinator, elsewhere
    if not may:
        with pytest.raises(Refused):
            services.change_training(training=panels, name="Mine now", by=actor)


def test_the_list_of_another_organisation_is_not_there(cast, panels):
    with pytest.raises(NotYours):
        queries.training_for(cast.actor("stranger"), panels.code)


# Who did it.


def test_a_training_that_was_done(cora, alma, panels, events):
    done = services.note_training(person=cora, training=panels, done_on=days(-10), by=alma)
    assert done.expires_on == runs_out(days(-10), 24)
    assert "Written down by Alma Reyes" in done.origin
    assert events()[-1] == ("training_noted", done.code)
    services.strike_training(done=done, by=alma)
    services.strike_training(done=done, by=alma)
    assert events()[-1] == ("training_struck", done.code) and len(events()) == 3
    assert not queries.trainings_done(cora)
    assert services.note_training(person=cora, training=panels, done_on=days(-10), by=alma).pk != done.pk


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"done_on": days(1)}, "done_on"),
        ({"done_on": days(-5), "expires_on": days(-6)}, "expires_on"),
        ({"done_on": days(-9)}, "training"),
    ],
)
def test_what_cannot_have_been_done(cora, alma, panels, values, field):
    services.note_training(person=cora, training=panels, done_on=days(-9), by=alma)
    with pytest.raises(Refused) as refused:
        services.note_training(person=cora, training=panels, by=alma, **values)
    assert refused.value.field == field
    assert TrainingDone.objects.count() == 1


@pytest.mark.parametrize("who", ["cora", "staff", "stranger", "administrator"])
def test_nobody_writes_down_their_own(cast, cora, panels, who):
    with pytest.raises(Refused):
        services.note_training(person=cora, training=panels, done_on=days(-1), by=cast.actor(who))


def test_a_training_of_elsewhere_is_refused(cast, cora, alma):
    theirs = services.add_training(name="Panels", by=cast.actor("stranger"))
    with pytest.raises(Refused):
        services.note_training(person=cora, training=theirs, done_on=days(-1), by=alma)


@given(st.dates(), st.integers(1, 240))
def test_itruns_out_in_the_right_month(day, months):
    try:
        end = runs_out(day, months)
    except ValueError:
        assert day.year + months // 12 >= 9999
        return
    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day <= day.day


# Wishes.


def wish(person, by, cast, **values):
    chosen = {"kinds": [cast.kinds["policy"]], "units": [cast.units["team"]], "ways": "remote", "hear": "weekly"}
    return services.set_wish(person=person, by=by, **{**chosen, **values})


def test_what_somebody_wants(cast, cora, herself, events):
    wish(cora, herself, cast, kinds=[])
    wish(cora, herself, cast)
    found = queries.wishes_of(cora)
    assert (found.kinds, found.units) == ([cast.kinds["policy"]], [cast.units["team"]])
    assert (found.ways, found.hear) == ("remote", "weekly")
    assert events() == [("wishes_changed", cora.code)] * 2


def test_what_somebody_wants_written_down_for_them(cast, noor, for_noor):
    assert "phone call" in wish(noor, for_noor, cast).origin


@pytest.mark.parametrize("values", [{"ways": "by post"}, {"hear": "hourly"}, {"kinds": "elsewhere"}])
def test_wishes_that_cannot_be(cast, cora, herself, values):
    if "kinds" in values:
        values = {"kinds": [cast.kinds["elsewhere"]]}
    with pytest.raises(Refused):
        wish(cora, herself, cast, **values)
    assert not Wish.objects.exists()


def test_the_database_holds_one_thing_in_a_wish(cast, cora, herself):
    made = wish(cora, herself, cast)
    for wrong in ({}, {"kind": cast.kinds["budget"], "unit": cast.units["board"]}, {"kind": cast.kinds["policy"]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            WishedFor.objects.create(wish=made, **wrong)


# Limits.


def test_limits_are_read_by_the_person_alone(cast, cora, herself, alma):
    services.set_limits(person=cora, per_year=3, rest_days=30, words="Mornings cost me.", by=herself)
    assert queries.my_limits(herself, cora).per_year == 3
    for reader in (alma, alma.for_person(cora.pk, Medium.PHONE), cast.actor("administrator"), cast.actor("dev")):
        with pytest.raises(NotYours):
            queries.my_limits(reader, cora)


def test_no_limits_leave_nothing_behind(cora, herself):
    services.set_limits(person=cora, per_year=3, by=herself)
    assert services.set_limits(person=cora, by=herself) is None
    assert not Limits.objects.exists()


def test_the_log_does_not_say_that_somebody_has_limits(cast, cora, herself, events):
    services.set_limits(person=cora, per_year=3, by=herself)
    wish(cora, herself, cast)
    assert events() == [("wishes_changed", cora.code)] * 2
    assert [content.facts for content in Content.objects.order_by("event_id")][-2:] == [{}, {}]


def test_whoever_writes_them_down_changes_only_what_they_were_told(noor, for_noor):
    services.set_limits(person=noor, per_year=3, words="Not in winter.", by=for_noor)
    services.set_limits(person=noor, rest_days=14, by=for_noor)
    kept = Limits.objects.get(person=noor)
    assert (kept.per_year, kept.rest_days, kept.words) == (3, 14, "Not in winter.")
    with pytest.raises(Refused):
        services.set_limits(person=noor, by=for_noor)
    services.set_limits(person=noor, clear=True, by=for_noor)
    assert not Limits.objects.exists()


@pytest.mark.parametrize("values", [{"per_year": 0}, {"per_year": 367}, {"rest_days": -1}, {"words": "x" * 2001}])
def test_limits_that_make_no_sense(cora, herself, values):
    with pytest.raises(Refused):
        services.set_limits(person=cora, by=herself, **values)
    assert not Limits.objects.exists()


@pytest.mark.parametrize("who", ["staff", "dev", "stranger", "administrator"])
def test_nobody_else_sets_them(cast, cora, who):
    by = cast.actor(who).for_person(cora.pk, Medium.PHONE)
    for attempt in (
        lambda: services.set_limits(person=cora, per_year=1, by=by),
        lambda: wish(cora, by, cast),
    ):
        with pytest.raises(Refused):
            attempt()


# For the draw.


def test_where_everybody_stands(cast, cora, noor, herself, alma, panels):
    services.note_training(person=cora, training=panels, done_on=days(-20), expires_on=days(5), by=alma)
    services.note_training(person=noor, training=panels, done_on=days(-900), expires_on=days(-1), by=alma)
    services.set_limits(person=cora, per_year=2, rest_days=30, by=herself)
    found = queries.standings(cast.org, [cora.pk, noor.pk], panels, days(0))
    assert found == {
        cora.pk: queries.PersonStanding(True, "Sitting on a panel", days(5), 2, 30),
        noor.pk: queries.PersonStanding(False, "Sitting on a panel", None, None, None),
    }
    assert not queries.standings(cast.org, [cora.pk], panels, days(6))[cora.pk].trained
    assert queries.standings(cast.org, [noor.pk], None, days(0))[noor.pk].trained


def test_the_longest_of_several_counts(cast, cora, alma, panels):
    for done_on, until in ((-30, 3), (-20, None), (-10, 9)):
        services.note_training(
            person=cora, training=panels, done_on=days(done_on), expires_on=until and days(until), by=alma
        )
    TrainingDone.objects.filter(done_on=days(-20)).update(expires_on=None)
    (one,) = queries.standings(cast.org, [cora.pk], panels, days(0)).values()
    assert (one.trained, one.expires_on) == (True, None)
    assert not queries.standings(cast.org, [cora.pk], panels, days(-31))[cora.pk].trained


def test_standing_of_many_costs_two_queries(cast, panels, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.standings(cast.org, [person.pk for person in cast.people.values()], panels, days(0))


# Pages.


def test_the_register_shows_training_and_wishes_and_never_limits(cast, keeper, page, cora, herself, panels, text):
    services.set_limits(person=cora, per_year=7, rest_days=77, words="Mornings cost me.", by=herself)
    wish(cora, herself, cast)
    posted = {"training": panels.code, "done_on": "1 May 2026", "medium": ""}
    assert keeper.post(f"{page}trainings/new/", posted)["Location"] == page
    shown = text(keeper.get(page))
    assert "Sitting on a panel , 1 May 2026 . Holds until 1 May 2028." in shown
    assert "Crisis line" in shown and "From home: by phone or online" in shown
    for path in ("", "limits/", "story/"):
        answer = text(keeper.get(page + path))
        assert "Mornings cost me" not in answer and "77" not in answer
    assert 'value="7"' not in keeper.get(f"{page}limits/").content.decode()


def test_limits_written_down_for_somebody_are_not_shown_again(keeper, page, cora, mine, about, text):
    said = {"per_year": "4", "rest_days": "", "words": "Only with Dev.", "medium": "phone"}
    answer = keeper.post(f"{page}limits/", said, follow=True)
    assert "From now on only they can see it." in text(answer)
    assert "Only with Dev." not in text(answer)
    own = text(mine.get(about))
    assert "Only with Dev." in own and "Written down by Alma Reyes" in own


def test_my_wishes_and_limits(mine, about, cast, text):
    mine.post(f"{about}wishes/", {"kinds": [cast.kinds["policy"].code], "ways": "any", "hear": "never"})
    mine.post(f"{about}limits/", {"per_year": "3", "rest_days": "", "words": ""})
    shown = text(mine.get(about))
    assert "What Policy Where Anywhere How Both are fine" in shown
    assert "Times a year, at most 3" in shown
    assert 'value="3"' in mine.get(f"{about}limits/").content.decode()


def test_a_wish_asks_plainly(mine, about, text):
    answer = mine.post(f"{about}wishes/", {})
    assert answer.status_code == 422
    assert "Choose an answer to “How often may we tell you what is open?”." in text(answer)


def test_the_list_of_trainings_among_the_settings(client_as, text):
    settings = client_as("administrator")
    assert 'href="/harbour/settings/trainings/"' in settings.get("/harbour/settings/").content.decode()
    assert "No training yet." in text(settings.get("/harbour/settings/trainings/"))
    settings.post("/harbour/settings/trainings/add/", {"name": "Panels", "lasts_months": "12"})
    assert "Panels 12 months In use" in text(settings.get("/harbour/settings/trainings/"))
    code = Training.objects.get().code
    settings.post(f"/harbour/settings/trainings/{code}/", {"name": "Panels", "lasts_months": ""})
    assert "Panels Does not run out Out of use" in text(settings.get("/harbour/settings/trainings/"))


# Theirs to take, and to have forgotten.


def test_all_of_it_can_be_taken_and_forgotten(cast, cora, herself, alma, panels):
    services.set_limits(person=cora, per_year=3, words="Mornings cost me.", by=herself)
    services.note_training(person=cora, training=panels, done_on=days(-1), by=alma)
    wish(cora, herself, cast)
    held = personal.export(cora.pk)
    assert held["what_you_want"][0]["wanted"] == ["Policy", "Crisis line"]
    assert held["training_you_did"][0]["name"] == "Sitting on a panel"
    assert "Mornings cost me." in json.dumps(held)
    personal.erase(cora.pk, alma)
    assert not Limits.objects.exists() and not Wish.objects.exists() and not WishedFor.objects.exists()
    assert TrainingDone.objects.filter(person=cora).count() == 1
