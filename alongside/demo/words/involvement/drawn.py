"""Opportunities whose seats are drawn: one that was, and one that waits for it. Shape: words.shapes.Opportunity.

`answers` are pairs of person and what they said to each question, in its order; an empty answer means that they
would rather not say. Who was drawn is not in the words: it comes out of the draw.
"""

from ..shapes import Choice, Draw, InvolvementRequest, Opportunity, Question

# fmt: off

REQUESTS: tuple[InvolvementRequest, ...] = (
    InvolvementRequest(key="rq-welcome", decision="train-welcome", by="wendy", asked=-56, needed_by=36,
        notice_days=60, state="accepted", settled=-55, settled_by="callum", budget_pounds=360,
        budget_line="Involvement: staff training", sponsor="wendy",
        what="Three people to plan the first week of new staff with us, and to be part of it.",
        why="New staff meet the building first, and the people in it in week three.",
        open="All of the week, day by day.", fixed="The fire drill and the hour on confidentiality.",
        who_decides="Wendy, after the three have said yes or no to each day."),
    InvolvementRequest(key="rq-digital", decision="pol-digital", by="wendy", asked=-25, needed_by=44,
        notice_days=48, state="accepted", settled=-24, settled_by="callum", budget_pounds=280,
        budget_line="Involvement: policy", sponsor="wendy",
        what="Three people to write the rules for lending tablets and laptops.",
        why="The draft asks for a deposit, and nobody who borrows has seen it.",
        open="Who can borrow, for how long, and what happens when one is lost.",
        fixed="There are eleven machines, and they stay ours.",
        who_decides="Head of people and buildings, on what the three propose."),
)

OPPORTUNITIES: tuple[Opportunity, ...] = (
    Opportunity(key="op-welcome", request="rq-welcome", decision="train-welcome",
        title="Plan the first week of new staff", seats=3, opens=-53, closes=-31, state="filled",
        preparation_minutes=60, roles=(("design", "shares"), ("deliver", "involved")),
        when="Three afternoons after the new year; you choose which.", where="Lantern Street, upstairs room",
        advert=(
            "Do you remember the first person you met here? New staff start every month. Three people plan "
            "their first week with us: what they do, and whom they meet."),
        pay="£18 an hour, reading included.", support="Lift. Fares first, in cash. A quiet room next door.",
        hear_back="Wendy reads the plan to you before anybody new sees it, and says what is not in it and why.",
        can_change="Every day of the week, and what is left out.",
        interested=(
            ("siobhan", -51), ("graham", -50), ("tariq", -50), ("olena", -48), ("aled", -47), ("jo", -45),
            ("colette", -41), ("dawn", -40), ("keeley", -36), ("vik", -33), ("lee", -32)),
        questions=(
            Question(question="When did you first come to us?",
                why="Half of what new staff need to know, only those remember who came not long ago.",
                choices=(
                    Choice(words="In the past two years", least=1, most=2),
                    Choice(words="Longer ago", least=1, most=2, bend=1))),
            Question(question="Which part of us do you know best?",
                why="New staff go to three places, and each is different.",
                choices=(
                    Choice(words="Somewhere you drop in", most=2), Choice(words="Somewhere you live", most=2),
                    Choice(words="Somebody who comes to you", most=2)))),
        answers=(
            ("siobhan", ("Longer ago", "Somewhere you drop in")),
            ("graham", ("Longer ago", "Somebody who comes to you")),
            ("tariq", ("Longer ago", "Somewhere you drop in")),
            ("olena", ("In the past two years", "Somewhere you drop in")),
            ("aled", ("In the past two years", "Somebody who comes to you")),
            ("jo", ("In the past two years", "")),
            ("colette", ("Longer ago", "Somewhere you drop in")),
            ("dawn", ("Longer ago", "Somewhere you live")),
            ("keeley", ("In the past two years", "Somewhere you live")),
            ("vik", ("In the past two years", "Somewhere you drop in")),
            ("lee", ("Longer ago", "Somebody who comes to you"))),
        first_turn_percent=60,
        draw=Draw(sealed=-29, drawn=-26, accepted=-20, number="417",
            source="Three bingo balls, in the lunch club at Lantern Street, drawn by whoever sits nearest")),
    Opportunity(key="op-digital", request="rq-digital", decision="pol-digital",
        title="Write the rules for borrowing a laptop", seats=3, opens=-22, closes=-3, state="closed",
        preparation_minutes=45, roles=(("design", "shares"),),
        when="Two mornings in the new year", where="Brackenroyd, the small room, or by video",
        advert=(
            "We have eleven laptops and tablets to lend. Who gets one, and what if it breaks? Three people write "
            "the rules. You do not have to know about computers."),
        pay="£18 an hour, reading included.", support="Somebody to sit next to you. Large print. Fares first.",
        hear_back="You get the rules as they were agreed, with what was changed marked, by the end of February.",
        can_change="Everything but the number of machines.",
        interested=(
            ("kully", -21), ("nasreen", -20), ("winston", -19), ("brendan", -18), ("ifeoma", -15),
            ("samina", -12), ("emmanuel", -9), ("bernadette", -8), ("amal", -5), ("cj", -4)),
        questions=(
            Question(question="Do you have a computer or a tablet at home?",
                why="The rules are for those who have none, so some of the three should know how that is.",
                choices=(Choice(words="No", least=2), Choice(words="Yes", most=1, bend=1))),
            Question(question="How old are you?",
                why="What people use a laptop for is not the same at 20 and at 70.",
                choices=(
                    Choice(words="Under 35", least=1, bend=2), Choice(words="35 to 59"),
                    Choice(words="60 or over", least=1)))),
        answers=(
            ("kully", ("Yes", "35 to 59")), ("nasreen", ("No", "35 to 59")), ("winston", ("No", "60 or over")),
            ("brendan", ("No", "35 to 59")), ("ifeoma", ("Yes", "Under 35")), ("samina", ("No", "35 to 59")),
            ("emmanuel", ("No", "")), ("bernadette", ("No", "60 or over")), ("amal", ("No", "Under 35")),
            ("cj", ("Yes", "Under 35")))),
)
