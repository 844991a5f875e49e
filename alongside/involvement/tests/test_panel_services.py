"""The verbs of a panel: what each does, when it says no, and what stays behind in the event log."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.involvement import queries, rules, services
from alongside.involvement.models import (
    Candidate,
    Recruitment,
)
from alongside.involvement.panel_wording import role_at
from alongside.involvement.services.candidates import label_for
from alongside.post.models import Message
from tests import make

from . import panel_steps as steps


def logged(name: str) -> int:
    return Event.objects.filter(room="involvement", name=name).count()


def told(kind: str) -> int:
    return Message.objects.filter(kind=kind).count()


# The job and its stages.


def test_a_job_begins_with_all_its_stages(cast) -> None:
    recruitment = steps.begun(cast)
    stages = queries.stages_of(recruitment)
    assert [stage.step for stage in stages][0] == "need" and [stage.step for stage in stages][-1] == "review"
    assert len(stages) == 10 and {stage.state for stage in stages} == {"not_started"}
    assert queries.next_stage(stages) == stages[0]
    assert logged("recruitment_begun") == 1


def test_a_decision_has_one_job(cast) -> None:
    recruitment = steps.begun(cast)
    with pytest.raises(Refused, match="has its page already"):
        services.begin_recruitment(decision=recruitment.decision, by=cast.actor("manager"))
    assert Recruitment.objects.count() == 1


def test_skipping_needs_a_reason_that_stays(cast) -> None:
    recruitment = steps.begun(cast)
    stage, by = queries.stage_of(recruitment, "advert"), cast.actor("manager")
    with pytest.raises(Refused, match="why this is skipped"):
        services.move_stage(stage=stage, state="skipped", reason=" ", seen=1, by=by)
    services.move_stage(stage=stage, state="skipped", reason="Only inside the house.", seen=1, by=by)
    stage = queries.stage_of(recruitment, "advert")
    assert (stage.state, stage.reason) == ("skipped", "Only inside the house.")
    assert logged("recruitment_stage_moved") == 1


def test_a_stage_that_somebody_changed_meanwhile(cast) -> None:
    stage, by = queries.stage_of(steps.begun(cast), "need"), cast.actor("manager")
    services.move_stage(stage=stage, state="now", seen=1, by=by)
    with pytest.raises(Refused, match="while you were writing") as refused:
        services.move_stage(stage=stage, state="done", seen=1, by=by)
    assert refused.value.field == "seen"


def test_late_involvement_shows(cast) -> None:
    panel = steps.seated(cast)
    assert not [stage for stage in queries.stages_of(panel.recruitment) if stage.role]
    stage, place = queries.stage_of(panel.recruitment, "questions"), panel.member("cora").place
    services.move_stage(stage=stage, state="done", role=5, places=[place], seen=1, by=cast.actor("manager"))
    first = rules.came_in_at(queries.stages_of(panel.recruitment))
    assert first is not None and first.step == "questions"


def test_a_role_that_nobody_had(cast) -> None:
    panel = steps.seated(cast)
    stage, by = queries.stage_of(panel.recruitment, "need"), cast.actor("manager")
    with pytest.raises(Refused, match="Tick who took part"):
        services.move_stage(stage=stage, state="done", role=5, seen=1, by=by)
    with pytest.raises(Refused, match="what their role was"):
        services.move_stage(stage=stage, state="done", nobody=True, places=[panel.member("cora").place], seen=1, by=by)
    elsewhere = make.place(cast, "eoin", make.opportunity(cast))
    with pytest.raises(Refused, match="a place in this decision"):
        services.move_stage(stage=stage, state="done", role=5, places=[elsewhere], seen=1, by=by)


def test_nothing_written_down_is_not_nobody(cast) -> None:
    recruitment, by = steps.begun(cast), cast.actor("manager")
    for step, nobody, words in (("need", True, "Nobody with"), ("advert", False, "It is not written down")):
        stage = queries.stage_of(recruitment, step)
        services.move_stage(stage=stage, state="done", nobody=nobody, seen=1, by=by)
        assert role_at(queries.stage_of(recruitment, step)).startswith(words)


def test_what_contributors_did_shows_by_itself(cast) -> None:
    panel = steps.invited(cast)
    stage = queries.stage_of(panel.recruitment, "shortlist")
    assert {part.place.person_id for part in stage.parts.all()} == {cast.people["cora"].pk, cast.people["dev"].pk}
    assert role_at(stage) == "2 people with lived experience took part. Their role is not written down."
    first = rules.came_in_at(queries.stages_of(panel.recruitment))
    assert first is not None and first.step == "shortlist"


def test_what_somebody_changed_in_the_job(cast) -> None:
    panel, by = steps.seated(cast), cast.actor("manager")
    words = {"paper": "description", "before": "Own car needed.", "why": "It shuts people out."}
    with pytest.raises(Refused, match="must differ"):
        services.note_change(recruitment=panel.recruitment, after="Own car needed. ", by=by, **words)
    services.note_change(
        recruitment=panel.recruitment, after="Gets about.", place=panel.member("cora").place, by=by, **words
    )
    assert [row.place.person_id for row in queries.changes_of(panel.recruitment)] == [cast.people["cora"].pk]
    assert logged("job_changed") == 1


def test_a_change_afterwards_brings_nobody_in_before(cast) -> None:
    panel, by = steps.seated(cast), cast.actor("manager")
    advert = queries.stage_of(panel.recruitment, "advert")
    services.move_stage(stage=advert, state="done", nobody=True, seen=advert.version, by=by)
    services.note_change(
        recruitment=panel.recruitment,
        paper="advert",
        before="Own car needed.",
        after="Gets about.",
        place=panel.member("cora").place,
        by=by,
    )
    advert = queries.stage_of(panel.recruitment, "advert")
    assert advert.nobody and not advert.parts.exists()
    assert rules.came_in_at(queries.stages_of(panel.recruitment)) is None


# The panel.


def test_a_contributor_can_chair(cast) -> None:
    panel = steps.seated(cast)
    for who in ("manager", "cora"):
        services.set_chair(member=panel.member(who), by=cast.actor("coordinator"))
    assert panel.member("cora").chairs and not panel.member("manager").chairs
    assert logged("panel_chair_set") == 2


def test_nobody_sits_twice_or_without_a_place(cast) -> None:
    panel, by = steps.seated(cast), cast.actor("coordinator")
    with pytest.raises(Refused, match="on the panel already"):
        services.add_member(recruitment=panel.recruitment, user=cast.users["manager"], by=by)
    for place in (make.place(cast, "eoin", make.opportunity(cast)), None):
        with pytest.raises(Refused):
            services.add_member(recruitment=panel.recruitment, place=place, by=by)
    with pytest.raises(Refused, match="coordinator does this"):
        services.add_member(recruitment=panel.recruitment, user=cast.users["staff"], by=cast.actor("staff"))


def test_whoever_was_stood_down_may_come_back(cast) -> None:
    panel, by = steps.seated(cast), cast.actor("coordinator")
    with pytest.raises(Refused, match="Write down why"):
        services.stand_down(member=panel.member("dev"), reason="", by=by)
    services.stand_down(member=panel.member("dev"), reason="Cannot come that day.", by=by)
    assert not panel.member("dev").takes_part
    services.add_member(recruitment=panel.recruitment, place=panel.member("dev").place, by=by)
    assert panel.member("dev").takes_part and panel.member("dev").stood_down_reason == ""
    assert logged("panel_member_stood_down") == 1


def test_the_words_that_were_agreed_to_stay(cast) -> None:
    panel, by = steps.seated(cast), cast.actor("coordinator")
    services.set_terms(organisation=cast.org, wording="New words.", keep_days=90, seen=1, by=by)
    assert panel.member("cora").terms.number == 1
    with pytest.raises(Refused, match="while you were writing"):
        services.set_terms(organisation=cast.org, wording="Others.", keep_days=90, seen=1, by=by)
    with pytest.raises(Refused, match="Only those who set up"):
        services.set_terms(organisation=cast.org, wording="Others.", keep_days=9, seen=2, by=cast.actor("stranger"))
    with pytest.raises(Refused, match="from 1 to 3,650"):
        services.set_terms(organisation=cast.org, wording="Others.", keep_days=0, seen=2, by=by)
    member = services.add_member(recruitment=panel.recruitment, user=cast.users["staff"], by=by)
    with pytest.raises(Refused, match="words have changed"):
        services.agree_to_terms(member=member, number=1, by=cast.actor("staff"))
    with pytest.raises(Refused, match="Only this member"):
        services.agree_to_terms(member=member, number=2, by=by)


def test_an_agreement_on_the_phone_says_so(cast) -> None:
    panel = steps.seated(cast, "noor", "manager")
    assert panel.member("noor").agreed_medium == "phone"
    assert panel.member("manager").agreed_medium == ""


# Candidates.


def add(panel, **values):
    words = {"name": "Jo", "contact": "", "application": "Words.", "file": None, "confirmed": True}
    by = panel.cast.actor("coordinator")
    return services.add_candidate(recruitment=panel.recruitment, by=by, **{**words, **values})


def test_candidates_have_letters(cast) -> None:
    panel = steps.seated(cast)
    assert [row.label for row in steps.applied(panel, 3)] == ["A", "B", "C"]
    assert [label_for(n) for n in (26, 27, 52, 53)] == ["Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize("words", ["jo@example.org", "0113 496 0000", "+44 7700 900123", "I live in LS7 4AB."])
def test_ways_to_reach_somebody_are_noticed(cast, words) -> None:
    panel = steps.seated(cast)
    with pytest.raises(Refused, match="looks like a way to reach them"):
        add(panel, application=f"I like people. {words}")
    assert add(panel, application=words, looked_at=True).label == "A"


@pytest.mark.parametrize(
    "values",
    [
        {"confirmed": False},
        {"application": " "},
        {"application": "", "file": ContentFile(b"x", "virus.exe")},
    ],
)
def test_an_application_that_is_none(cast, values) -> None:
    with pytest.raises(Refused):
        add(steps.seated(cast), **values)
    assert not Candidate.objects.exists()


def test_a_file_that_is_too_big(cast) -> None:
    file = ContentFile(b"x", "big.pdf")
    file.size = 21 * 1024 * 1024
    with pytest.raises(Refused, match="larger than 20 MB"):
        add(steps.seated(cast), application="", file=file)


def test_a_file_loses_the_name_of_its_writer(cast) -> None:
    candidate = add(steps.seated(cast), application="", file=ContentFile(b"x", "Jo Bloggs CV.pdf"))
    assert candidate.file_name == "candidate-A.pdf" and "Jo" not in candidate.file.name
    candidate.file.delete(save=False)


def test_nobody_applies_after_the_first_list_is_in(cast) -> None:
    panel = steps.seated(cast)
    steps.applied(panel)
    steps.marked(panel, "cora")
    with pytest.raises(Refused, match="handed in their list already"):
        add(panel)
