"""Tenter Row, the invented charity of the demonstration: its name, how it is built, what is reserved.

UNITS are a tree (`parent` is a key, empty for the top; `level` is one of board, leadership, service, team,
one_to_one, partnership). KINDS are kinds of decision. RESERVED kinds may not be decided without people, since
so many months. POLICIES carry when they were agreed and when they are due for review (days from today).
FORUMS are bodies that decide; SEATS say who sits where, with `holder` empty for a vacancy since `since`.
"""

from .shapes import Election, Forum, Kind, Organisation, Policy, Reserved, Seat, Unit

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
    Forum(key="forum-board", name="Board of trustees", kind="board", unit="board",
        decides="The aims, the money and the risks of the whole charity, and who leads it.",
        lone_reason=(
            "The rules name one seat for somebody who has used our services. A second needs a vote of the "
            "members, and that is asked for at the next general meeting.")),
    Forum(key="forum-leadership", name="Leadership team meeting", kind="group", unit="leadership",
        decides="How the services run from week to week, and what goes to the board.",
        lone_reason="The others follow on the same day."),
    Forum(key="forum-experts", name="Experts by experience meeting", kind="group", unit="leadership",
        decides="Its own agenda, and what it brings to the board.",
        lone_reason="The others follow on the same day."),
    Forum(key="forum-alliance", name="Alliance board", kind="board", unit="alliance",
        decides="What the partners of the alliance do together.",
        lone_reason="The others follow on the same day."),
    Forum(key="forum-pay", name="Payment group", kind="group", unit="leadership", ends=70,
        decides="A proposal on what people are paid for taking part, and when.",
        lone_reason="The others follow on the same day."),
)

SEATS: tuple[Seat, ...] = (
    *(Seat(forum="forum-board", capacity=capacity, voting=True, lived_experience=False, filled_by="appointed",
        holder=holder, since=since)
        for capacity, holder, since in (
            ("chair", "adaeze", -900), ("trustee", "roy", -800), ("trustee", "farzana", -640),
            ("trustee", "simon", -700), ("trustee", "bronwen", -340), ("trustee", "lloyd", -340))),
    Seat(forum="forum-board", capacity="trustee", voting=True, lived_experience=True, filled_by="election",
        holder="", since=-340),
    Seat(forum="forum-leadership", capacity="agenda_owner", voting=False, lived_experience=True,
        filled_by="nomination", holder="neil", since=-180),
    Seat(forum="forum-leadership", capacity="advisory", voting=False, lived_experience=True, filled_by="draw",
        holder="", since=-180),
    Seat(forum="forum-experts", capacity="chair", voting=True, lived_experience=True, filled_by="election",
        holder="priscilla", since=-300, held_since=-150),
    Seat(forum="forum-experts", capacity="agenda_owner", voting=True, lived_experience=True,
        filled_by="election", holder="siobhan", since=-300),
    Seat(forum="forum-alliance", capacity="observer", voting=False, lived_experience=True, filled_by="draw",
        holder="", since=-120),
    Seat(forum="forum-alliance", capacity="observer", voting=False, lived_experience=True, filled_by="draw",
        holder="", since=-120),
    *(Seat(forum="forum-pay", capacity="advisory", voting=True, lived_experience=True, filled_by="draw",
        holder=holder, since=-115) for holder in ("kully", "neil", "mo")),
)

ELECTIONS: tuple[Election, ...] = (
    Election(key="el-board", forum="forum-board", title="Who sits on the board for us",
        about=(
            "One trustee who has used our services. Four meetings a year, in the room or by video, papers a week "
            "before, £18 an hour. A trustee answers in law for the whole charity, like the other six."),
        stand=(-30, -15), vote=(-10, 8),
        candidates=(
            ("neil", "I read every board paper. Half of them could be one page, and I would ask for that."),
            ("bernadette", "I kept the books of a chapel for eleven years. A balance sheet does not frighten me."),
            ("emmanuel", "You know me from the Evening Room. I say it once, and I say it again next month."),
            ("jo", "I am new to this. That is what I would bring.")),
        voted_on=-5,
        votes=(
            ("ruth", ("bernadette", "neil")), ("terry", ("neil",)), ("dawn", ("neil", "emmanuel")),
            ("vik", ("emmanuel", "jo", "neil")), ("keeley", ("jo", "emmanuel")), ("irfan", ("emmanuel", "bernadette")),
            ("kully", ("neil", "bernadette")), ("siobhan", ("bernadette", "neil", "jo")), ("eluned", ("neil",)),
            ("colette", ("jo", "emmanuel")), ("samina", ("emmanuel",)), ("winston", ("bernadette", "neil")),
            ("jean", ("neil", "jo")), ("abdi", ("emmanuel", "neil")))),
)
