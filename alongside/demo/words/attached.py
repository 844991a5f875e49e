"""Photos beside words and changes: what stands on them, and what they show in words. All invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Photo:
    lines: tuple[str, ...]  # as they stand on the paper
    label: str


BESIDE_WORDS: dict[str, Photo] = {
    "v-brack-friday": Photo(
        ("DUE TO UNFORESEEN", "CIRCUMSTANCES", "NO FRIDAY SESSION", "UNTIL FURTHER NOTICE"),
        "The sign on the door at Brackenroyd, in capitals: due to unforeseen circumstances no Friday session until "
        "further notice. No date and no name on it.",
    ),
    "o-night-list": Photo(
        ("WHO IS ON TONIGHT?", "- a name on the fridge", "- first name is enough", "- before it is night"),
        "The flip chart from the residents' meeting: Who is on tonight? A name on the fridge, first name is enough, "
        "before it is night.",
    ),
    "v-evening-yusuf": Photo(
        ("Last bus gets here 7.07", "Food stops 7.00", "We are six", "7 minutes!!"),
        "A sheet from the pad by the kettle, in felt pen: last bus gets here 7.07, food stops 7.00, we are six, "
        "seven minutes with two exclamation marks.",
    ),
}
BESIDE_CHANGES: dict[str, Photo] = {
    "ch-queue-wall": Photo(
        ("WAITING AT LANTERN STREET", "January    14", "February   11", "March        9"),
        "The sheet on the wall at Lantern Street: how many wait, month by month, 14, then 11, then 9.",
    ),
    "ch-letter": Photo(
        ("Tuesday 14 May, 10.30", "The Bobbin Rooms, door B", "Bring nothing.", "Ring us if it does not suit."),
        "The new first letter: the day and the hour on top, which door, bring nothing, ring us if it does not suit.",
    ),
}
