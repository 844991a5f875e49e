"""Opportunities, second part. Shape: words.shapes.Opportunity; adverts in plain words, all invented.

`roles` are pairs of stage (commission, design, deliver, assess) and role (told, asked, involved, advises,
shares, decides). `interested` are pairs of person and day; `chosen` pairs of person and the coordinator's
reason; `declined` were offered a place for a reason too and said no; `withdrew` are pairs of person and day,
        and nobody
asked why. `preparation_minutes` is what was promised as paid reading time.
"""

from ..shapes import Opportunity

# fmt: off

LATER: tuple[Opportunity, ...] = (
    Opportunity(key="op-visitors", request="rq-visitors", decision="sd-netherholt-visitors",
        title="Who can visit at Nether Holt?", seats=2, opens=-333, closes=-326, state="done",
        chosen_on=-324, preparation_minutes=30, roles=(("design", "shares"), ("deliver", "involved")),
        advert=(
            "There is a rule at Nether Holt about visitors. It is old. Residents will write a new "
            "one. We need two people who used to live there to help."),
        pay="£15 an hour.", support="Somewhere to lie down. A lift.",
        hear_back="The new rule is read out at the house meeting with you there.",
        can_change="The whole rule. Not other tenants' right to sleep.",
        interested=(("terry", -332), ("dawn", -331)),
        chosen=(
            ("terry", "Raised it."), ("dawn", "The only other former resident who put her name down."),)),
    Opportunity(key="op-pay", request="rq-pay", decision="pol-pay", title="How should we pay you?",
        seats=3, opens=-130, closes=-118, state="done", chosen_on=-115, preparation_minutes=240,
        roles=(
            ("commission", "involved"), ("design", "shares"), ("deliver", "advises"),
            ("assess", "shares"),),
        advert=(
            "We pay people who help us decide things. We do it slowly and the rules are hard to "
            "follow. Three people will write new rules with our finance director. There are numbers "
            "in it. We will show you all of them."),
        pay="£15 an hour, made up to £18 afterwards because the group changed the rate.",
        support="Large print. Taxi. Someone to go through the numbers with you first.",
        hear_back="If the trustees change one word, it comes back to you before it counts.",
        can_change="How much, for what, how fast. Not the law on tax.",
        interested=(
            ("neil", -129), ("mo", -127), ("kully", -129), ("priscilla", -126), ("del", -124),
            ("stewart", -121),),
        chosen=(
            ("neil", "Knows boards."), ("mo", "Has been paid late three times and kept the envelopes."),
            ("kully", "Raised it and did the sums."),),
        declined=(("priscilla", "Asks where the money went."),)),
    Opportunity(key="op-complaints", request="rq-complaints", decision="pol-complaints",
        title="Make complaining work", seats=2, opens=-160, closes=-148, state="done", chosen_on=-145,
        preparation_minutes=120, roles=(("design", "shares"), ("deliver", "involved")),
        advert=(
            "Have you complained and got a poor answer? We want two people to help us write the "
            "rules again. You will not be asked what your own one was about."),
        pay="£15 an hour, reading time too.",
        support="Large print by post. Fares in cash first. You can bring someone.",
        hear_back="Judith tells you in person which of your points are in and which are not.",
        can_change="Time limits, who looks into it, what sorry has to say.",
        interested=(("lorraine", -159), ("winston", -155), ("ruth", -158), ("irfan", -156)),
        chosen=(
            ("lorraine", "Two complaints, both about the same thing."),
            ("winston", "Forty years of grievances from the other side of the table."),)),
    Opportunity(key="op-confidential", request="rq-confidentiality", decision="pol-confidentiality",
        title="Who can see what about you?", seats=2, opens=-80, closes=-70, state="done", chosen_on=-67,
        preparation_minutes=60, roles=(("design", "shares"),),
        advert=(
            "We have a page that says who can see what you tell us. It is too long. We want two "
            "people to help write a short one with real examples."),
        pay="£18 an hour.",
        support="Text files for a screen reader. People say their names before they speak.",
        hear_back="Parveen rings you. If we do not agree on a line, both lines are printed.",
        can_change="The words and the examples. Not the law.",
        interested=(("patience", -79), ("eluned", -78), ("tobi", -75), ("shabnam", -73)),
        chosen=(
            ("patience", "Asks the question nobody has an answer to."),
            ("eluned", "Reads policies by ear, so hears the padding."),)),
    Opportunity(key="op-safeguarding", request="rq-safeguarding", decision="pol-safeguarding",
        title="Read a page and say what you think", seats=3, opens=-139, closes=-133, state="done",
        chosen_on=-132, preparation_minutes=30, roles=(("design", "asked"),),
        advert=(
            "We have a rule book about keeping people safe. Most of it is set by law. We would like "
            "three people to look at the front page and tell us if it makes sense. It is one hour on "
            "a screen. Parveen decides what to change."),
        pay="£15 for the hour.", support="Camera on or off.",
        hear_back="Parveen e-mails you the finished page.",
        can_change="Only the front page, and only some of that.",
        interested=(("aled", -138), ("marta", -137), ("hamza", -136)),
        chosen=(
            ("aled", "Put his name down first; three seats, three people."),
            ("marta", "Three seats, three people."), ("hamza", "Three seats, three people."),),
        preparation_paid=False,
        stands_behind=("judith",
            "The half hour of reading is not paid: policies had no budget line for it this year. I let it go ahead "
            "because the front page is read in every house, and I have put the line into next year's budget.")),
    Opportunity(key="op-jrd-sw", request="rq-jrd-sw", decision="jrd-support-worker",
        title="Rewrite a job", seats=2, opens=-49, closes=-45, state="done", chosen_on=-44,
        preparation_minutes=45, roles=(("design", "shares"), ("assess", "involved")),
        advert=(
            "The job page for a support worker says you must drive. That keeps good people out. Two "
            "people will go through the whole page with Gail and cross things out. It takes two "
            "afternoons."),
        pay="£18 an hour, reading time too.", support="Bus pass on your phone the evening before.",
        hear_back="You agree the words with Gail, so you know. She rings after the next advert.",
        can_change="Everything except the pay and the checks that the law asks for.",
        interested=(("del", -49), ("preet", -48), ("vik", -46)),
        chosen=(("del", "Raised it."), ("preet", "Payroll background, and used Lantern Street.")),
        declined=(("vik", "Has written job pages, and says sorry for it."),)),
    Opportunity(key="op-jrd-peer", request="rq-jrd-peer", decision="jrd-peer-lead",
        title="What should a senior peer worker do?", seats=2, opens=-170, closes=-160, state="done",
        chosen_on=-158, preparation_minutes=90,
        roles=(("commission", "involved"), ("design", "decides")),
        advert=(
            "We have the money for a senior peer worker. We do not know yet what the job is. Two "
            "people will write it with Hilary. All three of you have to sign, or it goes back."),
        pay="£15 an hour.", support="Not on Friday between 12 and 3.", hear_back="You sign it.",
        can_change="All of it but the pay.",
        interested=(("nasreen", -169), ("vik", -168), ("lee", -167), ("ifeoma", -165)),
        chosen=(
            ("nasreen", "Sees both sides of the drop-in."),
            ("vik", "Has written bad job specs and knows how it is done."),)),
    Opportunity(key="op-listening", request="rq-listening", decision="train-listening",
        title="Teach our staff to listen", seats=2, opens=-275, closes=-262, state="done",
        chosen_on=-259, preparation_minutes=300,
        roles=(
            ("commission", "involved"), ("design", "decides"), ("deliver", "decides"),
            ("assess", "shares"),),
        advert=(
            "All our staff will have two days on listening. We want two people to plan it and teach "
            "it. You will be the teachers. You say what is in it."),
        pay="Trainer's rate, £45 an hour teaching and £15 an hour for getting ready.",
        support="Help with slides if wanted.",
        hear_back="You get all the forms staff fill in at the end, not a summary.",
        can_change="All of it but the two days.",
        interested=(("colette", -274), ("emmanuel", -271), ("jo", -270), ("ifeoma", -269)),
        chosen=(("colette", "Her outline."), ("emmanuel", "Second voice, second language, has taught.")),
        withdrew=(("jo", -260),)),
    Opportunity(key="op-comp-review", request="rq-comp-review", decision="comp-review",
        title="Read old complaints with us", seats=2, opens=-222, closes=-213, state="done",
        chosen_on=-211, preparation_minutes=150, roles=(("design", "shares"), ("assess", "shares")),
        advert=(
            "We had 31 complaints. Names are taken out. Two people will read them with two staff and "
            "pick the three things to put right first."),
        pay="£15 an hour, reading time too.", support="Numbered pages. A text to say it is still on.",
        hear_back="Judith must act on your three things, or say why not, in six weeks. In writing.",
        can_change="Which things come first. Not what happened.",
        interested=(("ruth", -221), ("irfan", -219), ("lorraine", -220)),
        chosen=(
            ("ruth", "Weighing things is what she did for a living."),
            ("irfan", "His own complaint is closed and is not in the pile."),)),
    Opportunity(key="op-interpreters", request="rq-interpreters", decision="proc-interpreters",
        title="Score the interpreters", seats=3, opens=-204, closes=-192, state="done", chosen_on=-189,
        preparation_minutes=120,
        roles=(
            ("commission", "involved"), ("design", "shares"), ("deliver", "shares"),
            ("assess", "involved"),),
        advert=(
            "Four firms want to be our interpreters. Three people who use interpreters will give "
            "marks with three staff. You make a test call with each firm. You say if they said what "
            "you said."),
        pay="£15 an hour. Interpreters paid by us.",
        support="Your own interpreter, from none of the four.",
        hear_back="Latifah sends you a voice message with the result.",
        can_change="What good means and the marks for it. Price is 40 of 100 and stays.",
        interested=(
            ("olena", -203), ("hanh", -201), ("khalid", -202), ("amal", -198), ("emmanuel", -196),),
        chosen=(
            ("olena", "Reads fast, new to this."),
            ("hanh", "Needs the same interpreter each time and does not get one."),
            ("khalid", "Asked who decides."),),
        declined=(("emmanuel", "Four languages, and patience with officials."),)),
    Opportunity(key="op-strategy", request="rq-strategy", decision="board-strategy",
        title="Decide what we are for", seats=5, opens=-322, closes=-296, state="done", chosen_on=-295,
        preparation_minutes=360,
        roles=(
            ("commission", "shares"), ("design", "shares"), ("deliver", "involved"),
            ("assess", "shares"),),
        advert=(
            "Every five years we write down our aims. This time half the people in the room will be "
            "from the register. There are two long days and some reading. You can say that we should "
            "stop doing something."),
        pay="£150 a day and £15 an hour for reading.",
        support="Crèche. Dari interpreter. Tables as tables. A helper for the reading.",
        hear_back="The trustees vote in front of you.",
        can_change="The aims, their order, and what we stop.",
        interested=(
            ("neil", -321), ("priscilla", -320), ("stewart", -318), ("zarghona", -296), ("ruth", -315),
            ("lorraine", -312),),
        chosen=(
            ("neil", "Knows boards."), ("priscilla", "Asks where the money went."),
            ("stewart", "Numbers."), ("lorraine", "Says it when a sentence means nothing."),
            ("zarghona",
             "Nobody else in the room would know her street. Asked late, agreed with the group."),),
        declined=(("ruth", "Weighs things up out loud, which a strategy needs."),)),
    Opportunity(key="op-evening-sw", request="rq-evening-sw", decision="rec-evening-sw",
        title="Choose who works in the Evening Room", seats=2, opens=-18, closes=6, state="open",
        preparation_minutes=60, roles=(("design", "shares"), ("deliver", "decides")),
        advert=(
            "The Evening Room needs a new worker. Two people will help to choose. You walk in at the "
            "door with each person who wants the job. You ask your own questions. Your marks count "
            "the same as ours."),
        pay="£18 an hour, reading time too. Late taxi home.",
        when="One afternoon to get ready and one evening, in the two weeks after the closing day.",
        where="The Evening Room", support="A practice hour. Go out and come back when you like.",
        hear_back="Marcus rings you the next day.",
        can_change="The questions, the walk, the marks, the choice.",
        interested=(("hamza", -16), ("brendan", -15), ("duc", -11), ("cj", -8))),
    Opportunity(key="op-brack-manager", request="rq-brack-manager", decision="rec-brack-manager",
        title="Choose the next manager of Brackenroyd", seats=3, opens=-35, closes=-22, state="filled",
        chosen_on=-18, preparation_minutes=180,
        roles=(("design", "shares"), ("deliver", "shares"), ("assess", "involved")),
        advert=(
            "Stuart is leaving. Brackenroyd needs a new manager. Three people will plan the day, ask "
            "questions and help choose. Part of the day is in the drop-in, with whoever is there."),
        pay="£18 an hour, reading time too.",
        support="Post for those without e-mail. Lifts after dark. Women may sit together.",
        hear_back="You are in the room when it is decided. Hilary rings after three months.",
        can_change="The day, the questions, the choice. Not the building.",
        interested=(
            ("jean", -33), ("lee", -33), ("farida", -27), ("keeley", -30), ("tariq", -29),
            ("nasreen", -28), ("patience", -26),),
        chosen=(
            ("jean", "Has seen four managers in and out."),
            ("keeley", "Youngest regular. Interested twice before and not chosen."),
            ("tariq", "Not used since the front door."),),
        declined=(("lee", "Was on the last panel here and was fair."),)),
    Opportunity(key="op-weekend", request="rq-weekend", decision="sd-weekend", title="Plan the weekends",
        seats=4, opens=-34, closes=10, state="open", preparation_minutes=60,
        roles=(("commission", "involved"), ("design", "shares"), ("deliver", "involved")),
        advert=(
            "More people come to the Evening Room at the weekend. What should it be like? Food? "
            "Quiet? Music? Four people will plan it with Marcus. Two meetings, both in the evening."),
        when="Two evenings, chosen with those who come.", where="The Evening Room",
        pay="£18 an hour. Late taxi home.", support="Sit near the door. Interpreter if you want one.",
        hear_back="The plan goes on the wall with what was left out and why.",
        can_change="All of it but the hours. Nobody can sleep over.",
        interested=(("bernadette", -33), ("ryan", -20), ("abdi", -31), ("piotr", -26), ("duc", -24))),
    Opportunity(key="op-plan-form", request="rq-plan-form", decision="sd-plan-form",
        title="Is a support plan any use?", seats=3, opens=-66, closes=-52, state="filled",
        chosen_on=-47, preparation_minutes=90,
        roles=(("commission", "involved"), ("design", "shares"), ("assess", "involved")),
        advert=(
            "A support plan says what you want and who will help. Many people never look at theirs "
            "again. Three people will take the form apart with Deborah. You do not have to show us "
            "yours."),
        pay="£18 an hour, reading time too.",
        support="One helper in the room, not six. A clear agenda with times.",
        hear_back="Deborah sends what she kept and what she threw out after each meeting.",
        can_change="Every box. It may stop being a form.",
        interested=(
            ("craig", -60), ("chantelle", -63), ("aled", -64), ("ifeoma", -58), ("dawn", -55), ("mo", -54)),
        chosen=(
            ("craig", "Will not come to big meetings, so this one is small."),
            ("chantelle", "Has had four plans, one for each worker."),
            ("aled", "Notices what repeats."),),
        withdrew=(("craig", -19),),
        offered_later=(
            ("mo", -1,
             "A place came free. You put your name down for this before and it went to others. You say where a "
             "page loses you, and this one loses everybody."),)),
    Opportunity(key="op-jrd-coord", request="rq-jrd-coord", decision="jrd-coordinator-2",
        title="Should there be a second person doing this job?", seats=3, opens=-30, closes=14,
        state="open", preparation_minutes=120, roles=(("commission", "shares"), ("design", "shares")),
        advert=(
            "Callum looks after all of this on his own. There is some money for help. Should it be "
            "another worker, or paid time for people on the register? Three people will work it out "
            "with Judith and tell the trustees."),
        pay="£18 an hour, reading time too.",
        when="Three meetings of two hours, before the trustees meet.", where="Ropewalk Yard, room 2",
        support="Papers in the way you like. A helper for the numbers.",
        hear_back="The trustees decide with you in the room.",
        can_change="What kind of post it is, or if it is a post. The sum is fixed.",
        interested=(("neil", -29), ("priscilla", -24), ("cj", -13), ("vik", -10))),
)
