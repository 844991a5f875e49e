"""Twelve invented histories in the manner of published ones, as data, each with how every sign should read.

Four are plainly token, four genuine, four early or thin. A sign that is not named reads *not
enough to tell*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from alongside.candour.standards import Accounts, Count, Facts, Few, People, Reading

TOKEN, GENUINE, THIN = "token", "genuine", "early or thin"


@dataclass(frozen=True)
class History:
    name: str
    kind: str
    story: str
    facts: Facts
    reads: dict[str, Reading] = field(default_factory=dict)


def _reads(**by_reading: str) -> dict[str, Reading]:
    return {sign: Reading(name) for name, signs in by_reading.items() for sign in signs.split()}


def _one(**facts: Any) -> Facts:
    return Facts(one=True, **facts)


def _year(**facts: Any) -> Facts:
    return Facts(one=False, **facts)


HISTORIES = (
    History(
        "The rebrand",
        TOKEN,
        "A charity chose its new name in March. In May eight people were invited to two evenings to “help choose” it. "
        "They said eleven things. Nobody wrote back. The annual report counts sixteen attendances.",
        _one(
            asked=Count(1, 1),
            scope=Count(1, 1),
            lone=Count(1, 0),
            agenda=Count(6, 0),
            came=Count(16, 14),
            answers=Count(11, 11),
            taken_up=0,
            same_papers=Count(2, 0),
            papers=Count(2, 0),
            outside=Count(0, 0),
            from_outside=Count(1, 0),
            bids=Count(0, 0),
            changed=Count(1, 1),
            stayed=Count(0, 0),
            choices=Count(0, 0),
        ),
        _reads(
            look="asked_after no_scope agenda input_vanishes counted_as_success",
            clear="lone_seat suits_staff information funding_driven bid_week",
        ),
    ),
    History(
        "The seat on the board",
        TOKEN,
        "One person with lived experience joined a board of eleven without a vote. Papers came the evening before, "
        "staff had an annex that she had not, and her hearing loop was there twice in eight meetings.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(2, 1),
            votes=Count(1, 1),
            agenda=Count(40, 1),
            came=Count(8, 7),
            papers=Count(8, 8),
            same_papers=Count(8, 3),
            arranged=Count(8, 6),
            outside=Count(0, 0),
            from_outside=Count(1, 0),
            bids=Count(0, 0),
            changed=Count(1, 1),
            accounts=Accounts(not_met=Count(6, 6)),
        ),
        _reads(
            look="lone_seat agenda unpaid_reading information counted_as_success",
            clear="asked_after no_scope suits_staff funding_driven bid_week",
        ),
    ),
    History(
        "The bid for the wellbeing hub",
        TOKEN,
        "Four days before the deadline six people were asked to lend their stories to a funding bid. It was won. "
        "Their stories are on the web page of the hub. They were never called again.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 1),
            lone=Count(1, 0),
            answers=Count(6, 6),
            taken_up=0,
            outside=Count(1, 1),
            from_outside=Count(1, 1),
            bids=Count(1, 1),
            changed=Count(1, 1),
            stories=Count(4, 4),
            stayed=Count(1, 1),
        ),
        _reads(
            look="no_scope input_vanishes funding_driven bid_week counted_as_success story_mining stage_drop_off",
            clear="asked_after lone_seat",
        ),
    ),
    History(
        "A year of engagement",
        TOKEN,
        "A trust reports four hundred hours of engagement. Three people gave two thirds of them. A third of what was "
        "said is unanswered. Two panels chose somebody and were overruled. The changes it lists are denied by those "
        "who asked for them, who also say that the minutes are not what they said.",
        _year(
            asked=Count(20, 4),
            scope=Count(20, 9),
            lone=Count(22, 3),
            votes=Count(4, 3),
            few=Few(people=People(10, 10), hours=400, of_three=270, first_timers=People(0, 10)),
            agenda=Count(200, 6),
            came=Count(120, 50),
            answers=Count(90, 31),
            taken_up=2,
            told=Count(59, 20),
            papers=Count(40, 22),
            same_papers=Count(40, 9),
            arranged=Count(30, 12),
            choices=Count(3, 2),
            outside=Count(12, 9),
            from_outside=Count(20, 14),
            bids=Count(5, 4),
            changed=Count(15, 12),
            stories=Count(6, 3),
            stayed=Count(12, 10),
            accounts=Accounts(
                not_answered=Count(7, 7), not_said=Count(3, 3), not_changed=Count(4, 4), not_met=Count(2, 2)
            ),
        ),
        _reads(
            look=(
                "asked_after no_scope lone_seat same_few agenda input_vanishes no_feedback unpaid_reading "
                "suits_staff information policing overruled funding_driven bid_week counted_as_success "
                "story_mining stage_drop_off"
            )
        ),
    ),
    History(
        "The crisis house",
        GENUINE,
        "People who had stayed in crisis houses asked for another, wrote the plan with the team over a year, have half "
        "the votes on its panel, chose its staff, and look at it every quarter.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(2, 0),
            votes=Count(2, 0),
            agenda=Count(48, 26),
            came=Count(60, 51),
            answers=Count(40, 1),
            taken_up=29,
            told=Count(39, 1),
            papers=Count(12, 1),
            no_time=Count(1, 0),
            same_papers=Count(12, 0),
            arranged=Count(20, 1),
            choices=Count(3, 0),
            outside=Count(0, 0),
            from_outside=Count(1, 0),
            bids=Count(0, 0),
            changed=Count(1, 0),
            stories=Count(2, 0),
            stayed=Count(1, 0),
            could_disagree=Count(12, 1),
        ),
        _reads(
            clear=(
                "asked_after no_scope lone_seat agenda input_vanishes no_feedback suits_staff information "
                "policing overruled funding_driven bid_week counted_as_success story_mining stage_drop_off"
            )
        ),
    ),
    History(
        "The night line rota",
        GENUINE,
        "Callers said that the line rings out at three. Five of them and five of staff redrew the rota; most of what "
        "they said was taken up, and three things were refused with reasons that they were told.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(1, 0),
            agenda=Count(15, 8),
            came=Count(20, 17),
            answers=Count(14, 0),
            taken_up=11,
            told=Count(14, 0),
            papers=Count(3, 0),
            same_papers=Count(3, 0),
            arranged=Count(6, 0),
            outside=Count(0, 0),
            from_outside=Count(1, 0),
            bids=Count(0, 0),
            changed=Count(1, 0),
            stayed=Count(1, 0),
        ),
        _reads(
            clear=(
                "asked_after no_scope lone_seat agenda input_vanishes no_feedback suits_staff information "
                "funding_driven bid_week counted_as_success stage_drop_off"
            )
        ),
    ),
    History(
        "The bid that was written together",
        GENUINE,
        "A bid was begun with those whom it was about, half a year before its day, with money for the time before. It "
        "was lost. The group went on with what it had planned, on less.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(1, 0),
            agenda=Count(12, 6),
            came=Count(18, 15),
            answers=Count(9, 0),
            taken_up=7,
            told=Count(9, 0),
            papers=Count(4, 0),
            same_papers=Count(4, 0),
            outside=Count(1, 0),
            from_outside=Count(1, 1),
            bids=Count(1, 0),
            changed=Count(1, 0),
            stayed=Count(1, 0),
        ),
        _reads(
            clear=(
                "asked_after no_scope lone_seat agenda input_vanishes no_feedback suits_staff information "
                "funding_driven bid_week counted_as_success stage_drop_off"
            )
        ),
    ),
    History(
        "A year of doing it",
        GENUINE,
        "A small charity took thirty decisions with people. Not all went well: an answer in twenty was late, and two "
        "arrangements failed. People were asked in time, had votes, and say that what is written is so.",
        _year(
            asked=Count(30, 0),
            scope=Count(30, 2),
            lone=Count(32, 0),
            votes=Count(6, 0),
            few=Few(people=People(40, 10), hours=620, of_three=130, first_timers=People(10, 10)),
            agenda=Count(180, 70),
            came=Count(240, 200),
            answers=Count(160, 8),
            taken_up=70,
            told=Count(150, 6),
            papers=Count(60, 4),
            no_time=Count(20, 1),
            same_papers=Count(60, 0),
            arranged=Count(80, 2),
            choices=Count(4, 0),
            outside=Count(5, 0),
            from_outside=Count(30, 6),
            bids=Count(3, 0),
            changed=Count(22, 2),
            stories=Count(5, 0),
            stayed=Count(20, 2),
            could_disagree=Count(60, 4),
        ),
        _reads(
            clear=(
                "asked_after no_scope lone_seat same_few agenda input_vanishes no_feedback suits_staff "
                "information policing overruled funding_driven bid_week counted_as_success story_mining stage_drop_off"
            )
        ),
    ),
    History(
        "Three weeks in",
        THIN,
        "A team that had never done it asked five people to help plan its welcome pack. There was one session. "
        "Staff had written its agenda, since nobody knew how to begin.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(1, 0),
            agenda=Count(0, 0, young=1),
            came=Count(0, 0, young=1),
            answers=Count(0, 0, young=3),
            taken_up=0,
            same_papers=Count(0, 0, young=1),
            papers=Count(0, 0, young=1),
            outside=Count(0, 0),
            from_outside=Count(1, 0),
            bids=Count(0, 0),
            changed=Count(0, 0, young=1),
            stayed=Count(0, 0, young=1),
        ),
        _reads(
            clear="asked_after no_scope lone_seat funding_driven bid_week",
            early="agenda suits_staff input_vanishes information counted_as_success stage_drop_off",
        ),
    ),
    History(
        "On the calendar",
        THIN,
        "A policy will be decided in four months. Nobody has been asked yet.",
        _one(
            asked=Count(0, 0, young=1),
            scope=Count(0, 0, young=1),
            lone=Count(0, 0, young=1),
            outside=Count(0, 0),
            from_outside=Count(0, 0, young=1),
            bids=Count(0, 0),
        ),
        _reads(clear="funding_driven bid_week", early="asked_after no_scope lone_seat"),
    ),
    History(
        "Decided last month",
        THIN,
        "Four people helped to choose a new way of booking. It was decided a month ago; nothing can be different yet. "
        "A bid paid for it, and the next session is in spring.",
        _one(
            asked=Count(1, 0),
            scope=Count(1, 0),
            lone=Count(1, 0),
            agenda=Count(3, 1),
            came=Count(8, 7),
            answers=Count(0, 0, young=5),
            told=Count(0, 0, young=0),
            same_papers=Count(2, 0),
            papers=Count(2, 0),
            outside=Count(0, 0, young=1),
            from_outside=Count(1, 1),
            bids=Count(1, 0),
            changed=Count(0, 0, young=1),
            stayed=Count(0, 0, young=1),
        ),
        _reads(
            clear="asked_after no_scope lone_seat suits_staff information bid_week",
            early="input_vanishes funding_driven counted_as_success stage_drop_off",
        ),
    ),
    History(
        "The first year of a small group",
        THIN,
        "Six people, two decisions that are still open, nothing written down about who raised what. Much is unknown, "
        "and nothing of it is held against them.",
        _year(
            asked=Count(2, 0),
            scope=Count(2, 0),
            lone=Count(2, 0),
            few=Few(people=People(0, 10), hours=40, of_three=30, first_timers=People(0, 10)),
            agenda=Count(0, 0, young=2),
            came=Count(0, 0, young=2),
            answers=Count(0, 0, young=8),
            outside=Count(0, 0),
            from_outside=Count(2, 0),
            bids=Count(0, 0, young=1),
            changed=Count(0, 0, young=1),
            choices=Count(0, 0),
            stories=Count(0, 0, young=1),
        ),
        _reads(
            clear="asked_after no_scope lone_seat funding_driven",
            early="agenda suits_staff input_vanishes bid_week counted_as_success story_mining",
        ),
    ),
)
