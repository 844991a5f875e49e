"""All the signs, with where each comes from and what one could do. In the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import afterwards, answering, asking, meeting, outside, seats
from .facts import Facts, Limits
from .findings import Finding
from .saying import mark as _


@dataclass(frozen=True)
class Sign:
    slug: str
    title: str
    source: str
    could: str  # what one could do
    read: Callable[[Facts, Limits], Finding]
    link: str = ""
    of_one: bool = True  # can it be seen in one decision at all?


NSUN = "https://nsun.org.uk/i-dont-want-a-seat-at-your-table-co-production-in-mental-health-services"
RITB = "https://recoveryinthebin.org/2018/07/03/a-simple-guide-to-co-production/"

SIGNS: tuple[Sign, ...] = (
    Sign(
        "asked_after",
        _("Asked after it was decided"),
        _("Gunning principles: people are asked while a proposal can still be changed"),
        _("Say to those who were asked that it was too late. Bring the next decision to them before it is written."),
        asking.asked_after,
    ),
    Sign(
        "no_scope",
        _("Nobody said what can change"),
        _("Auckland Council, Have your say: what is open, what is fixed and who decides is said in advance"),
        _("Write it in three sentences: what can change, what is fixed, who decides. Send it to all who were asked."),
        asking.no_scope,
        "https://new.aucklandcouncil.govt.nz/en/have-your-say/what-happens-feedback/",
    ),
    Sign(
        "lone_seat",
        _("One seat alone, or easily outvoted"),
        _("Arnstein 1969 on placation; a design team of patients and staff in equal number is feasible"),
        _("Add a second seat, or give those who sit there a vote that can stop something."),
        seats.lone_seat,
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6737754",
    ),
    Sign(
        "same_few",
        _("Always the same few people"),
        _("NSUN, “I don't want a seat at your table”: a select few"),
        _("Keep seats for people who have not had a turn. Ask those who were never asked what would make it possible."),
        seats.same_few,
        NSUN,
        of_one=False,
    ),
    Sign(
        "agenda",
        _("No say in what is talked about"),
        _("CUBE, four questions about involvement: whose concerns are on the agenda"),
        _("Begin the next session with what people want to talk about, and write down who raised it."),
        meeting.agenda,
        "https://researchinvolvement.biomedcentral.com/articles/10.1186/s40900-024-00564-4/tables/5",
    ),
    Sign(
        "input_vanishes",
        _("What is said disappears"),
        _("Involvement Matrix: whoever advises is owed an answer with its reason"),
        _("Answer the oldest first, with a reason. Where an answer was questioned, ring before you write."),
        answering.input_vanishes,
    ),
    Sign(
        "no_feedback",
        _("Nobody hears back"),
        _("Mathie and others 2018: 19 in 100 contributors never had feedback, 82 in 100 say that it matters"),
        _("Tell them, in the way that each of them asked for, and say sorry for the wait."),
        answering.no_feedback,
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6186542",
    ),
    Sign(
        "unpaid",
        _("Unpaid, paid late, or without a choice of how"),
        _("Recovery in the Bin, A simple guide to co-production"),
        _("Pay what is owed, ask how people want to be paid, and say when it will be there."),
        afterwards.unpaid,
        RITB,
    ),
    Sign(
        "unpaid_reading",
        _("Reading that nobody pays for or has time for"),
        _("Recovery in the Bin, A simple guide to co-production; National Voices pays preparation"),
        _("Send papers a week before, say how long they take to read, and pay that time."),
        meeting.unpaid_reading,
        RITB,
    ),
    Sign(
        "suits_staff",
        _("Meetings set to suit staff"),
        _("Recovery in the Bin, A simple guide to co-production: “we don't all have to be there”"),
        _("Ask those who did not come what day and hour would do, and set the next one by that."),
        meeting.suits_staff,
        RITB,
    ),
    Sign(
        "information",
        _("Different papers, or none that people can use"),
        _("Expert Link, lived experience on charity boards; UK Standards for Public Involvement, communications"),
        _("Give everybody the same papers, and look at what was not arranged before the next session is set."),
        meeting.information,
        "https://expertlink.org.uk/post/giving-lived-experience-a-voice-within-charitable-boards/",
    ),
    Sign(
        "policing",
        _("Only comfortable words are welcome"),
        _("Daya, Hamilton and Roper 2019: do not admit only comfortable views; Recovery in the Bin"),
        _("Ask, without names, whether people could disagree. Put back the words that they say are theirs."),
        answering.policing,
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7328715/",
    ),
    Sign(
        "overruled",
        _("A panel's choice was overruled"),
        _("Community Care 2005, on people who use services choosing staff"),
        _("Tell the panel why, in words that you would use to their face, and ask them what they make of it."),
        afterwards.overruled,
    ),
    Sign(
        "funding_driven",
        _("Begun for money or an inspection, and over with it"),
        _("“Conjuring” involvement for a funder; money chasing"),
        _("Say what goes on now that it is over, who pays for it, and ask those who took part then."),
        outside.funding_driven,
    ),
    Sign(
        "bid_week",
        _("Asked in the week of the bid"),
        _("ARC South London: involvement before a bid needs time and its own money"),
        _("Keep money and people for the time before the next bid. Say to these what was promised in their name."),
        outside.bid_week,
    ),
    Sign(
        "counted_as_success",
        _("Hours and meetings counted as success"),
        _("Hahn 2017 and Majid 2020 on limited impact"),
        _("Ask those who came what is different. If it is nothing, write that down, and why."),
        afterwards.counted_as_success,
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7786693",
    ),
    Sign(
        "story_mining",
        _("Stories taken, and no say given"),
        _("Patient Leadership Triangle: people “lend their story for board meetings”"),
        _("Ask the tellers whether it may stay, answer what they said, and give them a say over what comes of it."),
        answering.story_mining,
        "https://apo.org.au/node/303643",
    ),
    Sign(
        "stage_drop_off",
        _("There for the planning, gone for the doing"),
        _("Ladder of co-production, the step from co-design to co-production; 4Pi"),
        _("Agree a part for those who planned it in doing it and in looking back at it."),
        afterwards.stage_drop_off,
    ),
)
BY_SLUG = {sign.slug: sign for sign in SIGNS}


def read(slug: str, facts: Facts, limits: Limits) -> Finding:
    return BY_SLUG[slug].read(facts, limits)


def read_all(facts: Facts, limits: Limits) -> tuple[tuple[Sign, Finding], ...]:
    """One after the other; nothing is added up. About one decision, without what only a year can show."""
    return tuple((sign, sign.read(facts, limits)) for sign in SIGNS if sign.of_one or not facts.one)
