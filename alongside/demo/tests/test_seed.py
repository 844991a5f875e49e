"""The demonstration as it is loaded: everything in the words is there, nothing was written past a verb."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction

from alongside.audit import queries as audit
from alongside.audit.models import Event
from alongside.core import codes
from alongside.decisions.models import (
    DECIDED,
    PLANNED,
    Ballot,
    Decision,
    Election,
    Forum,
    Phase,
    Seat,
    SeatWaiver,
    Taken,
    TakenWithout,
    Voted,
)
from alongside.demo import seed
from alongside.demo.seeding import chance
from alongside.demo.seeding.days import Days, Stage
from alongside.demo.words import FERRY_HALL, STORIES, TENTER_ROW
from alongside.involvement import queries
from alongside.involvement.draw import verify
from alongside.involvement.models import (
    Arrangement,
    Draw,
    FollowUp,
    InterestAnswer,
    InvolvementRequest,
    Meeting,
    Opportunity,
    PanelChoice,
    Place,
    Recruitment,
    Sheet,
)
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person
from alongside.post.models import Message, Try
from alongside.voice import queries as voice
from alongside.voice.models import Answer, Challenge, Change, Contribution

from .conftest import TODAY

pytestmark = pytest.mark.usefixtures("demonstration")
ROOT = Path(__file__).parents[3]


def count(model: type, **where: object) -> int:
    return model._default_manager.filter(**where).count()


def test_everything_in_the_words_is_there() -> None:
    made = {
        "units": (count(Unit), sum(len(story.units) for story in STORIES)),
        "people": (count(Person), sum(len(story.contributors) for story in STORIES)),
        "decisions": (count(Decision), sum(len(story.decisions) for story in STORIES)),
        "forums": (count(Forum), sum(len(story.forums) for story in STORIES)),
        "seats": (count(Seat), sum(len(story.seats) for story in STORIES)),
        "waivers": (count(SeatWaiver), sum(bool(one.seats_waived) for story in STORIES for one in story.decisions)),
        "requests": (count(InvolvementRequest), sum(len(story.requests) for story in STORIES)),
        "opportunities": (count(Opportunity), sum(len(story.opportunities) for story in STORIES)),
        "meetings": (count(Meeting), sum(len(story.meetings) for story in STORIES)),
        "challenges": (
            count(Challenge, contribution__common_ground=None),
            sum(len(story.challenges) for story in STORIES),
        ),
        "changes": (count(Change), sum(len(story.changes) for story in STORIES)),
    }
    assert {name: pair for name, pair in made.items() if pair[0] != pair[1]} == {}
    # Letterboxes, questions to many and people's own additions bring more than the story itself has.
    assert Contribution.everything.count() >= sum(len(story.contributions) for story in STORIES)
    assert count(Answer) >= sum(len(story.answers) for story in STORIES)


def test_it_is_about_as_large_as_it_should_be() -> None:
    assert len(TENTER_ROW.contributors) >= 60
    assert len(TENTER_ROW.staff) >= 40
    assert len(TENTER_ROW.units) == 12
    assert len({unit.level for unit in TENTER_ROW.units} - {"partnership"}) == 5
    assert min(one.opened for one in TENTER_ROW.decisions) <= -530


def test_decisions_come_out_as_the_words_say() -> None:
    """Whether a decision was taken with people is worked out from who came: the words only say what must come out."""
    said = {one.title: one.with_people for story in STORIES for one in story.decisions if one.decided is not None}
    made = dict(Decision.objects.filter(state=DECIDED).values_list("title", "taken"))
    wrong = {title: made[title] for title, people in said.items() if (made[title] == Taken.WITH) != people}
    assert wrong == {}
    assert count(TakenWithout) == sum(bool(one.taken_without_reason) for story in STORIES for one in story.decisions)


def test_it_looks_lived_in() -> None:
    """What a reader must be able to find: debts of every age, disputes, refusals, promises not met."""
    ages = Counter(
        ("under 6", "6 to 12", "over 12")[(days > 42) + (days > 84)]
        for received in Contribution.objects.filter(
            state__in=["received", "acknowledged", "deferred", "challenged"]
        ).values_list("received_on", flat=True)
        for days in [(TODAY - received).days]
    )
    assert min(ages["under 6"], ages["6 to 12"], ages["over 12"]) >= 2
    assert count(Challenge) >= 5
    assert count(InvolvementRequest, state="refused") >= 2
    assert count(InvolvementRequest, state="asked") >= 1
    assert count(Arrangement, state="not_met") >= 2
    assert count(Arrangement, state="to_do") >= 1
    assert {"claimed", "confirmed", "challenged"} <= set(Change.objects.values_list("state", flat=True))
    assert count(Opportunity, state="open") >= 1
    assert count(Place, state="withdrawn") >= 1
    assert count(Person, state="paused") >= 1
    assert Contribution.objects.exclude(medium="").exists()


def test_one_draw_was_made_and_one_is_waited_for() -> None:
    """Who was drawn is in no words: it follows from the sealed tickets and the number, and anybody can check it."""
    draw = Draw.objects.get(state="drawn")
    assert verify(queries.proof_of(draw)) == ()
    assert count(Place, opportunity=draw.opportunity, state="accepted") == draw.opportunity.seats
    waiting = Opportunity.objects.get(title="Write the rules for borrowing a laptop")
    assert waiting.state == "closed" and not waiting.draws.exists()
    assert count(InterestAnswer, interest__opportunity=waiting) == 20


def test_one_panel_is_over_and_one_waits_for_two_sheets() -> None:
    choice = PanelChoice.objects.get()
    assert (choice.candidate.label, choice.contributors_first, choice.differs) == ("C", "C", False)
    assert list(FollowUp.objects.order_by("id").values_list("question", "answer")) == [
        ("started", True),
        ("six_months", None),
    ]
    waiting = Recruitment.objects.exclude(pk=choice.recruitment_id).get()
    assert waiting.shortlist_opened_on is None
    assert count(Sheet, member__recruitment=waiting, handed_in_at__isnull=False) == 3


def test_an_election_is_going_on_and_nobody_can_trace_a_vote() -> None:
    election = Election.objects.get()
    words = TENTER_ROW.elections[0]
    assert election.phase_on(TODAY) == Phase.VOTING
    assert count(Voted, election=election) == count(Ballot, election=election) == len(words.votes)


def test_something_comes_up_soon_without_people() -> None:
    reserved = [kind.kind for kind in TENTER_ROW.reserved]
    soon = Decision.objects.filter(state=PLANNED, kind__slug__in=reserved, due_on__gte=TODAY)
    without = soon.filter(due_on__lt=TODAY + timedelta(days=60)).exclude(pk__in=Opportunity.objects.values("decision"))
    assert without.exists()
    week = Meeting.objects.filter(held_on__gt=TODAY, held_on__lte=TODAY + timedelta(days=14))
    assert week.exists()


def test_the_post_of_eighteen_months() -> None:
    states = Counter(Message.objects.values_list("state", flat=True))
    assert states["sent"] > 100
    assert states["queued"] >= 1
    held = " ".join(Message.objects.filter(state="held").values_list("reason", flat=True))
    assert all(why in held for why in ("take a rest", "not said that we may", "It came back"))


def test_some_are_to_be_rung_and_written_to_and_some_were_not_reached() -> None:
    by_hand = Counter(Message.objects.filter(state="by_hand").values_list("channel", flat=True))
    assert by_hand["phone"] >= 5 and by_hand["post"] >= 2
    outcomes = set(Try.objects.values_list("outcome", flat=True))
    assert outcomes >= {"handed", "told", "posted", "no_answer", "left_word", "bounced"}


def test_the_contributor_of_the_cast_has_something_to_look_at() -> None:
    mo = Person.objects.get(user__email="maureen.ackroyd-tait@example.org")
    assert count(Place, person=mo, state="offered") == 1
    told = Contribution.objects.filter(person=mo, told_on__gte=TODAY - timedelta(days=5))
    assert told.exists()


def test_nothing_happened_tomorrow() -> None:
    """Whatever was recorded, was recorded before the day on which the demonstration was loaded."""
    late = []
    for model in apps.get_models():
        names = {field.name for field in model._meta.get_fields()}
        if (
            model._meta.app_label in {"audit", "decisions", "involvement", "journey", "people", "voice"}
            and "recorded_at" in names
        ):
            late += [str(model)] * model._default_manager.filter(recorded_at__date__gte=TODAY).count()
    assert late == []
    assert not Event.objects.filter(at__date__gte=TODAY).exists()


def test_the_event_log_is_whole() -> None:
    for organisation in Organisation.objects.all():
        chain = organisation.pk
        assert audit.count_of(chain) > 10
        assert [*audit.broken_links(chain), *audit.broken_contents(chain), *voice.broken_seals(chain)] == []


def test_the_organisations_share_nothing_but_one_sign_in() -> None:
    registers = [set(Person.objects.filter(organisation=one).values_list("user", flat=True)) for one in _both()]
    shared = registers[0] & registers[1] - {None}
    assert len(shared) == 1
    for model in (Decision, Contribution, Opportunity):
        assert all(count(model, organisation=one) for one in _both())


def _both() -> list[Organisation]:
    return [Organisation.objects.get(slug=slug) for slug in seed.SLUGS]


def test_the_follow_code_opens_what_was_said_without_an_account() -> None:
    key = next(one.key for one in TENTER_ROW.contributions if one.via == "public_page")
    assert count(Contribution, follow_digest=voice.digest_of_code(chance.follow_code(seed.SLUG, key))) == 1


def test_codes_are_the_same_every_time_and_only_within() -> None:
    drawn = []
    for _again in range(2):
        with chance.same_every_time("once more"):
            drawn.append([codes.new_code() for _ in range(5)])
    assert drawn[0] == drawn[1]
    assert codes.new_code() not in drawn[0]
    assert codes.new_code() != codes.new_code()


def test_two_loads_on_one_day_are_alike() -> None:
    """With the smaller story, so that it does not take long: every address, every link of the event log."""
    once, again = _ferry_hall_alone(), _ferry_hall_alone()
    assert once == again
    assert len(once) > 50


def _ferry_hall_alone() -> list[str]:
    story = replace(FERRY_HALL, organisation=replace(FERRY_HALL.organisation, slug="ferry-hall-again"))
    try:
        with transaction.atomic():
            seed.load(today=TODAY, stories=(story,))
            made = Organisation.objects.get(slug="ferry-hall-again")
            rows = [*Decision.objects.filter(organisation=made), *Contribution.objects.filter(organisation=made)]
            events = Event.objects.filter(chain=made.pk).order_by("seq").values_list("target", "commitment")
            raise _Undo([made.code, *(row.code for row in rows), *(f"{target} {seal}" for target, seal in events)])
    except _Undo as undo:
        return list(undo.args[0])


class _Undo(Exception):
    pass


def test_nothing_else_knows_its_names() -> None:
    names = [word for story in STORIES for word in (story.organisation.slug, story.organisation.name)]
    product = [path for path in (ROOT / "alongside").rglob("*") if path.suffix in {".py", ".html", ".css", ".js"}]
    knowing = [
        str(path)
        for path in product
        if (ROOT / "alongside/demo") not in path.parents
        for text in [path.read_text(encoding="utf-8")]
        if any(name in text for name in names)
    ]
    assert knowing == []


def test_days_that_nobody_works_move_and_keep_their_order() -> None:
    """A Saturday in the past is the Friday before, one to come the Monday after; bank holidays move too."""
    days = Days(date(2026, 4, 8), "Europe/London", "england")  # the Wednesday after Easter
    assert days.day(-2) == days.day(-5) == date(2026, 4, 2)
    assert days.day(3) == days.day(5) == date(2026, 4, 13)
    offsets = [days.day(offset) for offset in range(-600, 100)]
    assert offsets == sorted(offsets)
    assert [days.moment(-9, stage, "x") for stage in Stage] == sorted(days.moment(-9, stage, "x") for stage in Stage)
