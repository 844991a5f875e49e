"""Tenter Row, the invented charity of the demonstration: its name, how it is built, what is reserved.

UNITS are a tree (`parent` is a key, empty for the top; `level` is one of board, leadership, service, team,
one_to_one, partnership). KINDS are kinds of decision. RESERVED kinds may not be decided without people, since
so many months. POLICIES carry when they were agreed and when they are due for review (days from today).
FORUMS are bodies that decide; SEATS say who sits where, with `holder` empty for a vacancy since `since`.
"""

from .shapes import Forum, Kind, Organisation, Policy, Reserved, Seat, Unit

# fmt: off

ORGANISATION = Organisation(
    name="Tenter Row", slug="tenter-row", place="Aldersyke",
    word_singular="expert by experience", word_plural="experts by experience",
    nation="england", timezone="Europe/London",
    email="hello@tenter-row.example.org", phone="0113 496 0020",
    about="A mental-health charity in Aldersyke: people who visit at home, a drop-in, a room that is open at "
        "night, a house, counselling and groups, and a part in the local alliance.",
    complain="Tell Leanne Stott at reception, ring 0113 496 0020, or write to Judith Harkness, Chief executive, "
            "Ropewalk "
        "Yard, Aldersyke. You get an answer in twenty working days, and never from the person you complain about. "
        "If it is not put right, the trustees look at it: Adaeze Okonkwo-Ellis is their chair.",
    help_now="For your mental health, at any hour: ring 111 and choose 2, or Samaritans on 116 123. Somebody is "
        "being hurt or neglected: ring Parveen Dhillon on 0113 496 0027, weekdays from nine to five.",
)

UNITS: tuple[Unit, ...] = (
    Unit(key="board", name="Board of trustees", level="board", parent=""),
    Unit(key="leadership", name="Leadership team", level="leadership", parent="board"),
    Unit(key="community", name="Community services", level="service", parent="leadership"),
    Unit(key="homes", name="Supported living", level="service", parent="leadership"),
    Unit(key="talking", name="The Bobbin Rooms", level="service", parent="leadership"),
    Unit(key="operations", name="People, money and buildings", level="service", parent="leadership"),
    Unit(key="lantern", name="Lantern Street", level="team", parent="community"),
    Unit(key="brackenroyd", name="Brackenroyd drop-in", level="team", parent="community"),
    Unit(key="evening-room", name="The Evening Room", level="team", parent="community"),
    Unit(key="nether-holt", name="Nether Holt", level="team", parent="homes"),
    Unit(key="support-plans", name="Support plans and reviews", level="one_to_one", parent="lantern"),
    Unit(key="alliance", name="Aldersyke Wellbeing Alliance", level="partnership", parent="board"),
)

KINDS: tuple[Kind, ...] = (
    Kind(slug="recruitment", name="Recruitment"),
    Kind(slug="board-business", name="Board business"),
    Kind(slug="job-role-design", name="Job-role design"),
    Kind(slug="policy", name="Policy"),
    Kind(slug="budget", name="Budget"),
    Kind(slug="procurement", name="Procurement"),
    Kind(slug="service-design", name="Service design"),
    Kind(slug="commissioning", name="Commissioning and bids"),
    Kind(slug="training", name="Training"),
    Kind(slug="complaints", name="Complaints"),
    Kind(slug="quality-audit", name="Quality audit"),
    Kind(slug="research", name="Research"),
    Kind(slug="partnership", name="Partnership"),
    Kind(slug="other", name="Other"),
)

RESERVED: tuple[Reserved, ...] = (
    Reserved(kind="recruitment", since_months=9,
        why=(
            "Whoever works here ends up in people's kitchens. Agreed by trustees after the third "
            "panel in a row with nobody on it who had ever been visited.")),
    Reserved(kind="service-design", since_months=12,
        why=(
            "Opening hours, doors and rules are the service. Agreed after the night room had been "
            "planned with thirty people and then changed by two.")),
    Reserved(kind="policy", since_months=6,
        why=(
            "A policy is a promise about how people will be treated. Agreed at the meeting that also "
            "agreed the payment group.")),
    Reserved(kind="job-role-design", since_months=6,
        why="What a job is decides who can get it. Agreed together with policy."),
)

POLICIES: tuple[Policy, ...] = (
    Policy(key="policy-involvement", name="Involving people in decisions", owner="callum", agreed=-390,
        review_due=-25,
        says=(
            "Who is asked, when at the latest, who may refuse a request, and what happens when "
            "nobody was asked.")),
    Policy(key="policy-payment", name="Paying people for their time and knowledge", owner="carys",
        agreed=-63, review_due=302,
        says="One rate, preparation included, ten working days, and no form for saying no."),
    Policy(key="policy-complaints", name="Complaints and how they end", owner="judith", agreed=-104,
        review_due=261,
        says="Twenty working days, and nobody answers a complaint about themselves."),
)

FORUMS: tuple[Forum, ...] = (
    Forum(key="forum-board", name="Board of trustees", unit="board", standing=True),
    Forum(key="forum-leadership", name="Leadership team meeting", unit="leadership", standing=True),
    Forum(key="forum-experts", name="Experts by experience meeting", unit="leadership", standing=True),
    Forum(key="forum-alliance", name="Alliance board", unit="alliance", standing=True),
    Forum(key="forum-pay", name="Payment group", unit="leadership", standing=False),
)

SEATS: tuple[Seat, ...] = (
    Seat(forum="forum-board", capacity="chair", voting=True, lived_experience=False, holder="adaeze",
        since=-900),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=False, holder="roy",
        since=-800),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=False, holder="farzana",
        since=-640),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=False, holder="simon",
        since=-700),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=False, holder="bronwen",
        since=-340),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=False, holder="lloyd",
        since=-340),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=True, holder="",
        since=-340),
    Seat(forum="forum-leadership", capacity="agenda owner", voting=False, lived_experience=True,
        holder="neil", since=-180),
    Seat(forum="forum-leadership", capacity="advisory", voting=False, lived_experience=True, holder="",
        since=-75),
    Seat(forum="forum-experts", capacity="chair", voting=True, lived_experience=True, holder="priscilla",
        since=-150),
    Seat(forum="forum-experts", capacity="agenda owner", voting=True, lived_experience=True,
        holder="siobhan", since=-300),
    Seat(forum="forum-alliance", capacity="observer", voting=False, lived_experience=True, holder="",
        since=-120),
    Seat(forum="forum-alliance", capacity="observer", voting=False, lived_experience=True, holder="",
        since=-120),
    Seat(forum="forum-pay", capacity="advisory", voting=True, lived_experience=True, holder="kully",
        since=-115),
    Seat(forum="forum-pay", capacity="advisory", voting=True, lived_experience=True, holder="neil",
        since=-115),
    Seat(forum="forum-pay", capacity="advisory", voting=True, lived_experience=True, holder="mo",
        since=-115),
)
