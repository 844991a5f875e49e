"""Two years of a road, told by those who walked it: bumps, what nobody would do again, what comes next. Invented."""

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Learned:
    who: str
    day: int  # when it was written down
    on: int | None = None  # when it was, if that is another day
    decision: str = ""
    unit: str = ""  # neither: about themselves
    stage: str = ""
    audience: str = "members"
    named: bool = False
    readers: tuple[tuple[str, str], ...] = ()  # ("staff", "gail"), ("unit", "lantern"), ("body", "forum-board")
    bump: str = ""
    undo: str = ""
    moved: str = ""
    tried: str = ""
    surprised: str = ""


@dataclass(frozen=True, kw_only=True)
class Word:
    who: str
    day: int
    says: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Aimed:
    key: str
    who: str
    day: int
    what: str
    sign: str
    unit: str = ""
    after: str = ""
    agreed: tuple[tuple[str, int], ...] = ()
    said: tuple[Word, ...] = ()


LEARNED = (
    Learned(who="judith", day=-548, on=-690, unit="board", audience="public", named=True,
        bump=(
            "We opened the first year with a survey. Forty people filled it in and nobody was ever "
            "told what became of it."),
        undo="Asking before we knew who would answer.",
        surprised="Three of the forty wrote to me a year later to ask. They had kept the form."),
    Learned(who="callum", day=-500, decision="rec-coordinator", stage="end", named=True,
        tried="Two people who take part sat on the panel that chose me. I was asked things that no manager asks.",
        moved="Their scores counted as much as the others, and mine could have fallen by them."),
    Learned(who="eluned", day=-515, decision="sd-evening-start", stage="end",
        bump="We drew the room as we wanted it. Then the fire rules came, and nobody had told us that there were any.",
        undo="Drawing first, and hearing what is fixed after that.",
        surprised="When we knew the rules we found something better than our first drawing."),
    Learned(who="marcus", day=-496, decision="rec-evening-first", stage="end", named=True,
        tried="Questions for the interview written by people who would use the room.",
        bump="I let one question be taken out the night before, because it made us look bad. It was the best one.",
        undo="Taking anything out without those who wrote it."),
    Learned(who="mo", day=-470, decision="rec-house-manager", stage="end", named=True,
        bump="We met after the interviews to say what we thought. The letter had gone out that morning.",
        undo="Never come to a meeting about a choice without asking first whether it is made.",
        moved="Nothing, that time."),
    Learned(who="owen", day=-468, decision="rec-house-manager", stage="end",
        bump="I thought I had told the panel that their meeting was before the letter. I had told nobody.",
        undo="Letting one person hold the dates."),
    Learned(who="kully", day=-452, unit="leadership",
        bump="I gave up a shift to come and the meeting was moved. The message went to an address I do not use.",
        tried="I said it out loud at the next one, with everybody there.",
        moved="They ring me now. That is a small thing and it is not small."),
    Learned(who="graham", day=-430, decision="sd-groups-cut", stage="end",
        bump="They asked which group we liked best. We did not know that the one with fewest ticks would be closed.",
        undo="Ticking anything when it does not say what it is for.",
        surprised="How quiet the room was when we found out."),
    Learned(who="rebecca", day=-424, decision="sd-groups-cut", stage="end", named=True,
        bump="I called it a survey of wishes. It was a cut, and I knew it was.",
        undo="Every word of that letter.",
        tried="I went to the three groups myself and said so."),
    Learned(who="del", day=-392, unit="operations", audience="some", readers=(("staff", "callum"),),
        bump="My fare took nine weeks. I did not say why I stayed away, and nobody asked.",
        undo="Paying it myself first."),
    Learned(who="stuart", day=-330, decision="rec-drop-in-worker", stage="end",
        bump="We gave the panel the forms at nine and saw the first candidate at ten. One person on it reads slowly.",
        undo="Papers on the day. Not for anybody, not once more.",
        surprised="The scores of those with lived experience were closer to each other than ours."),
    Learned(who="nasreen", day=-326, decision="rec-drop-in-worker", stage="end",
        bump="The best candidate had a gap of two years. The form asked why, in a box. I have a gap as well.",
        moved="We asked to take the box out. It is out of all the forms now.",
        surprised="The manager from the other team had never noticed the box."),
    Learned(who="anita", day=-298, decision="sd-netherholt-visitors", stage="end",
        tried="People who live here wrote the rules for visitors, and we could only say what the law says.",
        moved="Who may come in after ten. It used to be the night worker, now it is the house.",
        surprised="Their rules are stricter than ours were."),
    Learned(who="priscilla", day=-259, decision="board-strategy", stage="end", named=True,
        bump="Nothing we said is in the five aims. It was printed before our second meeting.",
        undo="Going to the second meeting.",
        surprised="That the report says it was written together."),
    Learned(who="adaeze", day=-255, decision="board-strategy", stage="end", named=True,
        tried="Two working days with people who take part, and a wall full of notes.",
        moved="They took out one aim that nobody could explain.",
        surprised="I thought that it had gone well. I read what was said of it afterwards, and read it again."),
    Learned(who="stuart", day=-243, decision="sd-brack-front-door", stage="end",
        tried="We came in through our own front door with three people who do so every day, and said nothing.",
        bump="I stood in the rain for four minutes because nobody hears the bell.",
        moved="The money for the door went to what they chose: a bell that rings upstairs."),
    Learned(who="callum", day=-232, unit="leadership",
        bump="The newspaper. I wrote most of it at weekends and called it theirs.",
        undo="Beginning anything that only lives while I have a weekend."),
    Learned(who="marcus", day=-166, decision="sd-evening-hours", stage="end", named=True,
        tried="One question to everybody who came, for three weeks, and their own words to vote on.",
        moved="The hours. Staff voted for nine, people for half past ten. It is half past ten.",
        bump="I did not ask the night bus. It stops at ten.",
        surprised="Somebody with a van asked what the bus costs."),
    Learned(who="ryan", day=-160, decision="sd-evening-hours", stage="end",
        surprised="They did it. I had my coat on already.",
        bump="Nobody thought of how to get home, me neither."),
    Learned(who="siobhan", day=-128, decision="sd-letters", stage="end",
        tried="Each of us read a letter aloud as if it was for our mother.",
        moved="The first line is ours. So is “you can bring somebody”.",
        surprised="The doctor on the group cried at the old one."),
    Learned(who="kully", day=-108, decision="pol-pay", stage="middle",
        bump=(
            "They keep saying “volunteers” when they mean us. We stopped the meeting until it was "
            "changed in the paper."),
        moved="Who writes the notes. It is us now."),
    Learned(who="imran", day=-94, decision="sd-close-friday", stage="end", audience="members",
        bump=(
            "I closed the Friday session in a week, and asked nobody. The heating was broken, that "
            "was true, and a church hall was free, that was true too."),
        undo="Deciding alone because it is quicker. It took four months to be trusted again."),
    Learned(who="gail", day=-54, decision="rec-lantern-sw", stage="end", named=True,
        tried="Job description, questions, scores and choice with four people who take part.",
        moved="They chose somebody I had put third. I put that in writing, and they were right.",
        bump="We had an interpreter for the interview and none for the meeting before it.",
        undo="Booking for the day alone. Book for every meeting of a panel at once."),
    Learned(who="danuta", day=-52, decision="rec-lantern-sw", stage="end",
        bump="At the first meeting I understood half. I nodded. I did not want to be the slow one.",
        undo="Nodding.",
        moved="My score was as heavy as the manager’s. I looked twice."),
    Learned(who="tobi", day=-40, audience="private",
        bump="I said yes to three things in one month and went to none of them.",
        undo="Saying yes in the room."),
    Learned(who="deborah", day=-30, decision="sd-plan-form", stage="middle",
        tried="The form on a wall, and anybody may cross out a box.",
        bump="Twenty-three boxes were crossed out. I put eleven back in the same week, and somebody counted.",
        undo="Putting back without a word why."),
    Learned(who="roy", day=-21, unit="board", audience="public",
        bump="The seat that was for lived experience has been empty for most of a year. We said it was hard to fill.",
        undo="Writing an advert that none of us would have answered.",
        tried="An election by those who take part."),
    Learned(who="mo", day=-12, unit="leadership", audience="public",
        moved="I used to be told the date. Now I am asked which one.",
        bump="The papers for one meeting still came the night before.",
        surprised="I am not angry any more, most days."),
)
AIMS = (
    Aimed(key="in-the-room", who="callum", day=-520,
        what="People who take part are in the room before a job is advertised, and not after it.",
        sign="Three jobs in a row where they read the advert before it went out.",
        agreed=(("mo", -518), ("eluned", -517)),
        said=(
            Word(who="callum", day=-312, says="reached",
                words="Four adverts went out this quarter, and people read each of them first. Two were changed."),
            Word(who="mo", day=-309, says="reached",
                words=(
                    "I read two of them. In one the car is gone, and that was me. Now I want to write it, "
                    "and not only read it.")))),
    Aimed(key="write-it", who="callum", day=-296, after="in-the-room",
        what="The job description is written together from the first line.",
        sign="A description of which nobody can say any more who wrote which half.",
        agreed=(("mo", -295), ("kully", -293), ("nasreen", -290)),
        said=(Word(who="kully", day=-118, says="stuck",
            words=(
                "The template belongs to head office. We write, it is pasted in, and the headings eat "
                "it. Somebody has to let go of the template.")),)),
    Aimed(key="papers", who="roy", day=-338, unit="board",
        what="Papers come five days before, in words that everybody on the board can read aloud.",
        sign="Whoever holds the lived-experience seat says of three meetings in a row that they could prepare.",
        agreed=(("siobhan", -331),),),
    Aimed(key="newspaper", who="callum", day=-450,
        what="A newspaper by people who take part, four times a year.",
        sign="Four of them in one year, each with another editor.",
        agreed=(("eluned", -447), ("graham", -446)),
        said=(Word(who="callum", day=-234, says="stopped",
            words=(
                "Two came out and I wrote most of both. It was an aim of mine that others were kind "
                "about. What people wanted was to be rung back.")),)),
    Aimed(key="hours-true", who="marcus", day=-158, unit="evening-room",
        what="What stands on the door is true: the hours, every day, and who is in.",
        sign="A month in which nobody finds a closed door within the hours.",
        agreed=(("nasreen", -155),),
        said=(Word(who="marcus", day=-9, says="reached",
            words="Five weeks without a closed door. When I was ill the sign was changed by three o’clock."),)),
    Aimed(key="ahead", who="judith", day=-88,
        what="Every decision stands on the calendar two months before it is due.",
        sign="Nine of ten in a quarter."),
    Aimed(key="the-phone", who="ryan", day=-58, unit="evening-room",
        what="One of us answers the phone at the Evening Room one evening a week.",
        sign="Somebody rings and says that they got one of us."),
)
