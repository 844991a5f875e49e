"""One activity written up by both sides: well in the words of the organisation, less so in the others’. Invented."""

from dataclasses import dataclass

# fmt: off

STAFF = "staff"


@dataclass(frozen=True, kw_only=True)
class Written:
    who: str  # a key of the register, or STAFF
    point: str
    words: str
    named: bool = False


SESSION = "m-strategy-2"  # the last one of what is written up
WRITTEN = (
    Written(who=STAFF, point="aim",
        words="We wanted the aims for the next five years to come from the people who use us, and not from a "
              "consultant."),
    Written(who="neil", point="aim", named=True,
        words="We were told that it was about what we are for. The aims were on the wall when we came in. So it was "
              "about which of theirs we liked."),
    Written(who=STAFF, point="methods",
        words="Two long days, six people, lunch and travel paid. A facilitator from outside on the second day, "
              "because they asked for one after the first."),
    Written(who="priscilla", point="methods",
        words="The second day was better than the first. The papers for the first came the night before."),
    Written(who=STAFF, point="results",
        words="The board took the aims as they left the second day. One of the five was dropped and one was written "
              "anew."),
    Written(who="priscilla", point="results",
        words="We could take things out. We could not put things in. I asked twice who wants to grow, and it is not "
              "in the notes."),
    Written(who=STAFF, point="influence",
        words="We agreed to share the decision, and we think that we did. Reading what people said afterwards, that "
              "is not how it was for everybody."),
    Written(who="neil", point="influence",
        words="Some. More than last time. But I would not call it sharing when one side writes the first list.",
        named=True),
    Written(who=STAFF, point="reflection",
        words="Went well: people came back for the second day. Went badly: we brought a list. Next time the wall is "
              "empty."),
    Written(who="lorraine", point="reflection",
        words="Stickers on a list that somebody else wrote. I came back because of the people, not because of the "
              "list."),
)
