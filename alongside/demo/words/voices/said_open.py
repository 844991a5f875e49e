"""What people said, nearly all still without an answer, at every age. All invented, verbatim within the story.

`about` is (decision | meeting | unit, key). `by` is a contributor's key; `group` a group's name; both
empty means nobody named. `said_days_ago` and `received_days_ago` count back from today; debts run from
the second. `may_use` lists internal, commissioners, public; `credit` means by name. `taken_down_by` is
the member of staff who wrote it down when it did not come in writing by the person; `acknowledged_after`
is days, missing if never.
"""

from ..shapes import Contribution, Safeguarded

# fmt: off

OPEN: tuple[Contribution, ...] = (
    Contribution(key="o-rota", kind="question", about=("decision", "rec-lantern-sw2"), by="preet",
        said_days_ago=4, received_days_ago=4, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=3,
        words="Is the second job going to be done with us like the first, or was that the special one?"),
    Contribution(key="o-evening-ramp", kind="concern", about=("unit", "evening-room"), said_days_ago=2,
        received_days_ago=2, may_use=("internal", "commissioners", "public"), via="public_page",
        acknowledged_after=1, words="ramp is iced over by 9 and the salt bucket is INSIDE"),
    Contribution(key="o-sunday", kind="idea", about=("decision", "sd-weekend"), by="piotr",
        said_days_ago=6, received_days_ago=5, may_use=("internal",), via="phone", taken_down_by="callum",
        acknowledged_after=4,
        words=(
            "Sunday is longest day. On Sunday in site caravan I talk to kettle. Sunday should open "
            "earlier and it is okay to close earlier also.")),
    Contribution(key="o-veto", kind="disagreement", about=("decision", "sd-weekend"), by="ryan",
        said_days_ago=11, received_days_ago=11, may_use=("internal", "commissioners", "public"),
        via="signed_in",
        words=(
            "\"He has a veto on safety.\" Everything's safety. You could veto chairs. Write down "
            "what isn't safety and I'll come")),
    Contribution(key="o-adviser", kind="question", about=("decision", "rec-hr-adviser"), by="lorraine",
        said_days_ago=6, received_days_ago=6, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=4,
        words=(
            "Who on the register has been told about the people adviser? That is the desk every "
            "complaint about staff goes across.")),
    Contribution(key="o-exclusion", kind="experience", about=("decision", "pol-exclusion"),
        said_days_ago=16, received_days_ago=14, may_use=("internal", "commissioners"), via="paper",
        taken_down_by="callum", acknowledged_after=3,
        words=(
            "I was asked to leave a while back, it was right to ask me, I had frightened Gareth and "
            "I like Gareth. What was not right was after. Four weeks became nine because nobody knew "
            "whose job it was to ring. I walked past on the other side of the road every Thursday in "
            "case. When I came back someone had my mug.")),
    Contribution(key="o-exclusion-ryan", kind="agenda_item", about=("decision", "pol-exclusion"),
        by="ryan", said_days_ago=38, received_days_ago=38,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=1,
        words=(
            "Item one, who do you actually ring. Item two, why's it the same person that kicked you "
            "out")),
    Contribution(key="o-website", kind="question", about=("decision", "proc-web"), by="tobi",
        said_days_ago=19, received_days_ago=19, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=1,
        words="Is anyone going to draw the pages before they build them? I can draw."),
    Contribution(key="o-digital", kind="concern", about=("decision", "pol-digital"),
        said_days_ago=3, received_days_ago=3, may_use=("internal",), via="public_page",
        words="I would like to borrow a laptop but the form to borrow a laptop is on the internet."),
    Contribution(key="o-holidays", kind="idea", about=("decision", "oth-holidays"), by="dawn",
        said_days_ago=5, received_days_ago=5, may_use=("internal",), via="phone", taken_down_by="anita",
        acknowledged_after=1,
        words="Don't ask who wants to come. Ask who's got nobody and then don't say you asked."),
    Contribution(key="o-carers", kind="experience", about=("decision", "comm-bid-carers"), by="samina",
        said_days_ago=18, received_days_ago=18, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=2,
        words=(
            "The bid says carers will be \"supported to attend\". I have attended. I have a "
            "certificate in attending. Put in the bid who minds the person while I'm there, and how "
            "much, and then I will know you mean it. Otherwise you'll win the money and I'll still "
            "be in the kitchen.")),
    Contribution(key="o-brack-new", kind="concern", about=("unit", "brackenroyd"), by="harold",
        said_days_ago=29, received_days_ago=24, may_use=("internal",), via="paper",
        taken_down_by="stuart", acknowledged_after=9,
        words=(
            "I am resting from meetings but I am told that the new manager may move the domino "
            "table. I ask that nothing be moved till one has sat at it.")),
    Contribution(key="o-netherholt-audit", kind="idea", about=("decision", "qa-netherholt"), by="terry",
        said_days_ago=21, received_days_ago=20, may_use=("internal",), via="phone",
        taken_down_by="anita", acknowledged_after=3,
        words=(
            "Send somebody who's lived there to look round it. Not a manager from the next one "
            "along. They only look at what theirs has got worse.")),
    Contribution(key="o-chair", kind="question", about=("decision", "board-chair-next"), by="neil",
        said_days_ago=4, received_days_ago=4, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=2,
        words="Chair from next year: is that an appointment, an election or a lunch?"),
    Contribution(key="o-lamp", kind="experience", about=("unit", "evening-room"), by="duc",
        said_days_ago=27, received_days_ago=25, may_use=("internal",), via="facilitator",
        taken_down_by="latifah", acknowledged_after=3,
        words="Small room with lamp is good. Three times I sit there. Now there are boxes in it."),
    Contribution(key="o-training-desk", kind="disagreement", about=("decision", "train-reception"),
        by="keeley", said_days_ago=30, received_days_ago=30,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=4,
        words="\"De-escalation.\" Who's escalating? I asked how long and she got her manager."),
    Contribution(key="o-bus-villages", kind="concern", about=("decision", "jrd-support-worker"),
        said_days_ago=35, received_days_ago=35, may_use=("internal", "commissioners", "public"),
        via="public_page", acknowledged_after=5,
        words=(
            "you took out must drive and now nobody comes to Nether Scarbeck because the bus is "
            "twice a day. was that thought of")),
    Contribution(key="o-budget-next", kind="idea", about=("decision", "bud-next"), by="kully",
        said_days_ago=9, received_days_ago=9, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=4,
        words=(
            "If the alliance pays less, involvement goes first, they always say it won't and it "
            "does. Write now, before there's a number, what it may be cut to and who has to be in "
            "the room.")),
    Contribution(key="o-wait-me", kind="experience", about=("unit", "lantern"),
        said_days_ago=12, received_days_ago=12, may_use=("internal",), via="public_page",
        acknowledged_after=1,
        words="I fill form two week ago. I get letter says somebody will contact. Who is somebody"),
    Contribution(key="o-netherholt-heat", kind="concern", about=("unit", "nether-holt"),
        said_days_ago=49, received_days_ago=47, may_use=("internal", "commissioners"), via="paper",
        taken_down_by="callum", handed_to="desmond", handed_after=12,
        words="Room 6 window does not shut. Told three people. One said he'd put it on the system."),
    Contribution(key="o-lantern-saturday", kind="question", about=("unit", "lantern"), by="hamza",
        said_days_ago=55, received_days_ago=55, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=4,
        words=(
            "why is nothing open for lads on a saturday. its the worst day. match is on, everyones "
            "out, youre not")),
    Contribution(key="o-plan-language", kind="idea", about=("unit", "support-plans"), by="marta",
        said_days_ago=58, received_days_ago=58, may_use=("internal",), via="signed_in",
        acknowledged_after=2,
        words=(
            "A plan in English is a plan for the office. Please make two columns, one in my "
            "language, and the office may have the other.")),
    Contribution(key="o-confidential-bus", kind="experience", about=("unit", "operations"),
        by="rukhsana", said_days_ago=52, received_days_ago=52, may_use=("internal", "commissioners"),
        via="signed_in", acknowledged_after=4,
        words=(
            "Reception said my full name and which group across a waiting room where my husband's "
            "cousin was sitting. She is discreet. She is not that discreet.")),
    Contribution(key="o-alliance-vote", kind="agenda_item", about=("decision", "part-alliance-seat"),
        by="priscilla", said_days_ago=66, received_days_ago=66,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        words=(
            "Item: five partners have discussed our seats for five months. Have them discuss theirs "
            "for a change.")),
    Contribution(key="o-evening-women", kind="concern", about=("unit", "evening-room"), by="siobhan",
        said_days_ago=60, received_days_ago=60, may_use=("internal", "commissioners"), via="signed_in",
        words="After eleven it's me and nine men. They're grand. I still count the steps to the door."),
    Contribution(key="o-choir-piano", kind="question", about=("decision", "sd-choir"), by="emmanuel",
        said_days_ago=48, received_days_ago=48, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=1, words="Whose is the piano? If we go, does the piano go?"),
    Contribution(key="o-police-number", kind="question", about=("decision", "part-police"), by="seun",
        said_days_ago=64, received_days_ago=64, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=1,
        words=(
            "On my nights on the line we always said to the person, I am going to ring now and this "
            "is what I'll say. Is that in it?")),
    Contribution(key="o-talk-stairs", kind="experience", about=("unit", "talking"), by="peggy",
        said_days_ago=79, received_days_ago=76, may_use=("internal",), via="phone",
        taken_down_by="stuart", acknowledged_after=3,
        words=(
            "They put me upstairs because downstairs was booked. I told them stairs. They said it's "
            "only the one flight. It was two.")),
    Contribution(key="o-drop-in-young", kind="disagreement", about=("unit", "brackenroyd"), by="cj",
        said_days_ago=70, received_days_ago=70, may_use=("internal",), via="signed_in",
        acknowledged_after=2,
        words=(
            "You keep asking how to get young people in. There's a sign on the door saying no hoods. "
            "That's how.")),
    Contribution(key="o-letters-second", kind="experience", about=("decision", "sd-letters"), by="olena",
        said_days_ago=73, received_days_ago=73, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=2,
        words=(
            "The first letter is now good, clear. Then comes second letter and it is the old kind. I "
            "think the second letter did not hear about the first.")),
    Contribution(key="o-hafsa-words", kind="question", about=("unit", "alliance"), said_days_ago=77,
        received_days_ago=77, may_use=("internal", "commissioners", "public"), via="public_page",
        acknowledged_after=5,
        words="what is the alliance. I've looked on the page twice and it's mostly arrows"),
    Contribution(key="o-night-list", kind="idea", about=("unit", "nether-holt"),
        group="Nether Holt residents' meeting", said_days_ago=82, received_days_ago=80,
        may_use=("internal", "commissioners"), via="in_person", taken_down_by="callum",
        acknowledged_after=2,
        words=(
            "We would like to know who is on at night before it is night. A name on the fridge. "
            "First name will do.")),
    Contribution(key="o-training-room-lift", kind="concern", about=("unit", "operations"), by="brendan",
        said_days_ago=45, received_days_ago=45, may_use=("internal",), via="in_person",
        taken_down_by="callum", acknowledged_after=3,
        words=(
            "The lift's been \"awaiting a part\" so long I've grown attached. Mr Peart takes the "
            "stairs one at a time and sits on the landing like a pigeon.")),
    Contribution(key="o-seat-support", kind="idea", about=("decision", "board-seat-le"), by="eluned",
        said_days_ago=150, received_days_ago=150, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=3,
        words=(
            "Two seats or none. I sat alone at a table of eleven once, for three years. They were "
            "charming, and I resigned from the loneliness, though that is not what the letter said.")),
    Contribution(key="o-race-desk", kind="experience", about=("decision", "train-race"), by="ifeoma",
        said_days_ago=155, received_days_ago=155, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=2,
        words=(
            "I was followed round the ground floor by someone holding a clipboard, who \"just wanted "
            "to help\". The white man in front of me, who really was lost, was not helped. I've told "
            "this in two meetings now. Both times somebody nodded so hard that I worried for their "
            "neck.")),
    Contribution(key="o-lantern-files", kind="question", about=("unit", "lantern"), by="stewart",
        said_days_ago=120, received_days_ago=120, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=3,
        words=(
            "How many people asked to change worker last year, and how many did? It's a number. "
            "Somebody has it, or nobody has, and either one is an answer.")),
    Contribution(key="o-alliance-reports", kind="concern", about=("unit", "alliance"),
        group="Lowfold carers", said_days_ago=110, received_days_ago=107,
        may_use=("internal", "commissioners"), via="facilitator", taken_down_by="callum",
        words=(
            "You report us as \"reached\". We were in a room with a leaflet. If that is reached we "
            "would like to be un-reached until somebody rings back.")),
    Contribution(key="o-race-menu", kind="concern", about=("unit", "evening-room"), by="abdi",
        said_days_ago=98, received_days_ago=98, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=2,
        words=(
            "Food on weekend is always ham one way and ham another way. There is one cheese sandwich "
            "and it has been near the ham.")),
    Contribution(key="o-friday-again", kind="question", about=("decision", "sd-close-friday"),
        group="Friday regulars at Brackenroyd", said_days_ago=92, received_days_ago=91,
        may_use=("internal", "commissioners", "public"), via="paper", taken_down_by="callum",
        acknowledged_after=1, words="It has been a week since the sign. Where do we sit?"),
    Contribution(key="o-men-group", kind="idea", about=("unit", "community"), by="lee",
        said_days_ago=135, received_days_ago=135, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=3,
        words=(
            "Peer workers need somebody to talk to who isn't their manager. I don't mean "
            "supervision. I mean a brew with someone who gets it, paid.")),
    Contribution(key="o-netherholt-post", kind="experience", about=("unit", "nether-holt"),
        said_days_ago=144, received_days_ago=141, may_use=("internal",), via="paper",
        taken_down_by="callum", acknowledged_after=2,
        words="post is opened. they say by mistake. it is always mine"),
    Contribution(key="o-talking-late", kind="experience", about=("unit", "talking"), by="jo",
        said_days_ago=103, received_days_ago=103, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=3,
        words=(
            "Mine rang me to say she'd be late, then that she'd be later, then her manager rang to "
            "say she'd left. She had left the job. I'd told her about my mother.")),
    Contribution(key="o-phone-again", kind="concern", about=("decision", "sd-phone-menu"), by="farida",
        said_days_ago=127, received_days_ago=125, may_use=("internal",), via="facilitator",
        taken_down_by="mehwish", acknowledged_after=3,
        words="Phone says press two. My mother-in-law throws the phone."),
    Contribution(key="o-accounts", kind="question", about=("decision", "board-accounts-1"), by="kully",
        said_days_ago=112, received_days_ago=112, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=4,
        words=(
            "The auditor made a point about fares. Which month did you fix it in? I can only find "
            "the month when you said you had.")),
    Contribution(key="o-plan-trust", kind="disagreement", about=("unit", "support-plans"), by="ryan",
        said_days_ago=149, received_days_ago=149, may_use=("internal",), via="signed_in",
        acknowledged_after=2,
        words=(
            "Got asked to sign a plan that says I agree with the plan. I don't. There's no box for "
            "that. So now I'm \"not engaging\"")),
    Contribution(key="o-dog-bite", kind="concern", about=("unit", "lantern"), by="craig",
        said_days_ago=95, received_days_ago=93, may_use=("internal",), via="paper", taken_down_by="gail",
        words=(
            "New worker won't come in because of dog. Old worker had dog on her knee. I'm not "
            "shutting him in the yard, he lives here. So now we stand at the gate like we're buying "
            "something off each other. It's been since she started.")),
    Contribution(key="o-evening-sleep", kind="idea", about=("unit", "evening-room"), by="bernadette",
        said_days_ago=125, received_days_ago=125, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=9,
        words=(
            "I know, no sleeping over, it's the licence. But you could let a person shut their eyes. "
            "I was woken up three times in one evening by somebody making sure that I was all right. "
            "I was, up to then. There's a difference between minding a person and checking them, any "
            "child could tell you that, and you could put it in the training in one afternoon: sit "
            "near, breathe slow, leave her be. I'd teach it myself and bring the chair.")),
    Contribution(key="o-rota-nights", kind="question", about=("unit", "nether-holt"), said_days_ago=88,
        received_days_ago=86, may_use=("internal", "commissioners"), via="paper", taken_down_by="callum",
        acknowledged_after=4,
        words=(
            "is it true nights are being done by agency. different face every night this week. one "
            "asked me where the light switch was")),
    Contribution(key="o-taken-back", kind="experience", about=("unit", "nether-holt"), by="marta",
        said_days_ago=83, received_days_ago=83, may_use=("internal",), via="signed_in",
        acknowledged_after=1, taken_back_after=3,
        words="I wish to say a thing about the house, but now I see it on the screen I do not wish it."),
    Contribution(key="o-number-on-the-door", kind="concern", about=("unit", "evening-room"), said_days_ago=1,
        received_days_ago=1, may_use=("internal",), via="public_page", at_risk=True,
        contact="the number I gave at the desk, mornings only",
        words=(
            "Somebody waits for one of the regulars outside when we close, and she goes out the back "
            "now so as not to meet him. She would not tell you herself. I said I would.")),
    Contribution(key="o-not-eating", kind="concern", about=("unit", "community"), by="patience",
        said_days_ago=20, received_days_ago=20, may_use=("internal",), via="signed_in",
        acknowledged_after=6,
        safeguarding=Safeguarded(by="callum", after=2, lead="parveen", back_after=5,
            why="She does not say who it is, and it reads as if he is at home alone.",
            done=(
                "I rang Patience. It is her neighbour; his daughter is back from Spain and cooks. She wants "
                "an answer about the lunches, so this goes back.")),
        words=(
            "The gentleman who never missed a Thursday lunch has missed three, and the curtain is not "
            "moved. Who rings when somebody stops coming? I think nobody does.")),
)
