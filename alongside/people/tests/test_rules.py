import pytest

from alongside.core.actor import Actor, Kind, Medium, system
from alongside.core.errors import Refused
from alongside.people import rules
from alongside.people.models import ACTIVE, ENQUIRED, LEFT, PAUSED, PERSON, WELCOMED
from tests.cast import CONTRIBUTORS, STAFF
from tests.make import days

EVERYBODY = [*STAFF, *CONTRIBUTORS, "stranger", "public"]
WITH_ACCOUNT = [who for who in EVERYBODY if who != "noor"]


@pytest.mark.parametrize("who", WITH_ACCOUNT)
def test_who_may_do_what(cast, who):
    actor, cora = cast.actor(who), cast.people["cora"]
    keeper = who == "coordinator"
    assert rules.can_keep_register(actor, cora) is keeper
    assert rules.can_import(actor) is (who in {"coordinator", "stranger"})
    assert rules.can_see(actor, cora) is (keeper or who == "cora")
    assert rules.can_speak_for(actor, cora) is (who == "cora")
    for_her = actor.for_person(cora.pk, Medium.PHONE)
    assert rules.can_speak_for(for_her, cora) is keeper
    assert rules.can_pause(for_her, cora) is keeper


def test_a_wish_needs_a_word_on_how_it_is_known(cast, alma, cora):
    with pytest.raises(Refused) as refused:
        rules.check_speak_for(alma, cora)
    assert refused.value.field == "medium"
    with pytest.raises(Refused):
        rules.check_speak_for(alma.for_person(cast.people["dev"].pk, Medium.PHONE), cora)


def test_a_contributor_speaks_for_nobody_else(cast, herself):
    dev = cast.people["dev"]
    assert not rules.can_see(herself, dev)
    assert not rules.can_speak_for(herself, dev)
    assert not rules.can_speak_for(herself.for_person(dev.pk, Medium.PHONE), dev)


@pytest.mark.parametrize("state", PERSON.moves)
@pytest.mark.parametrize("to", PERSON.moves)
def test_moves_by_the_coordinator(alma, cora, state, to):
    cora.state = state
    allowed = PERSON.allows(state, to) and to != PAUSED and (state != PAUSED or to == LEFT)
    assert rules.can_move(alma, cora, to) is allowed


@pytest.mark.parametrize("state", PERSON.moves)
@pytest.mark.parametrize("to", PERSON.moves)
def test_moves_by_themselves(herself, cora, state, to):
    cora.state = state
    assert rules.can_move(herself, cora, to) is ((to == LEFT and state != LEFT) or (state, to) == (LEFT, ENQUIRED))


@pytest.mark.parametrize(
    ("state", "pause", "resume"),
    [
        (ENQUIRED, True, False),
        (WELCOMED, True, False),
        (ACTIVE, True, False),
        (PAUSED, True, True),
        (LEFT, False, False),
    ],
)
def test_pausing(herself, cora, state, pause, resume):
    cora.state = state
    assert rules.can_pause(herself, cora) is pause
    assert rules.can_resume(herself, cora) is resume


def test_the_daily_task_ends_pauses_in_its_own_organisation(cast, cora):
    cora.state = PAUSED
    assert rules.can_resume(system(cast.org.pk), cora)
    assert not rules.can_resume(system(cast.other.pk), cora)
    assert not rules.can_resume(Actor(kind=Kind.PUBLIC, organisation_id=cast.org.pk), cora)


def test_nothing_is_kept_about_the_forgotten(alma, herself, cora):
    cora.erased_on = days(0)
    assert not rules.can_keep_register(alma, cora)
    assert not rules.can_speak_for(herself, cora)
    assert not rules.can_move(herself, cora, LEFT)


@pytest.mark.parametrize(("given", "expires"), [(0, None), (-400, 1), (-400, 0), (0, 0)])
def test_days_of_a_permission(given, expires):
    rules.check_days(days(given), None if expires is None else days(expires), days(0))


@pytest.mark.parametrize(
    ("given", "expires", "field"), [(1, None, "given_on"), (-5, -1, "expires_on"), (0, -1, "expires_on")]
)
def test_days_that_cannot_be(given, expires, field):
    with pytest.raises(Refused) as refused:
        rules.check_days(days(given), None if expires is None else days(expires), days(0))
    assert refused.value.field == field
