"""What people said, answered ones about teams and panels. All invented, verbatim within the story.

`about` is (decision | meeting | unit, key). `by` is a contributor's key; `group` a group's name; both
empty means nobody named. `said_days_ago` and `received_days_ago` count back from today; debts run from
the second. `may_use` lists internal, commissioners, public; `credit` means by name. `taken_down_by` is
the member of staff who wrote it down when it did not come in writing by the person; `acknowledged_after`
is days, missing if never.
"""

from ..shapes import Contribution

# fmt: off

TEAMS: tuple[Contribution, ...] = (
    Contribution(key="v-car", kind="concern", about=("meeting", "m-lantern-panel"), by="del",
        said_days_ago=58, received_days_ago=58, may_use=("internal", "commissioners", "public"),
        credit=True, via="in_person", taken_down_by="callum", acknowledged_after=3,
        words=(
            "That job page says must drive. Two people I know would walk this job and they never "
            "applied, because neither has a car. One of them has been getting herself round this "
            "town on two buses since before your receptionist was born. You are not short of good "
            "people. You are short of good people with a driveway.")),
    Contribution(key="v-taxi-home", kind="experience", about=("meeting", "m-lantern-panel"), by="mo",
        said_days_ago=58, received_days_ago=57, may_use=("internal",), via="phone",
        taken_down_by="callum", acknowledged_after=1,
        words=(
            "Fifty minutes on a wall in the drizzle after giving you a day's work. Joel took me "
            "home, nice lad, car full of crisps.")),
    Contribution(key="v-questions-six", kind="idea", about=("meeting", "m-lantern-questions"), by="mo",
        said_days_ago=66, received_days_ago=66, may_use=("internal", "commissioners", "public"),
        credit=True, via="in_person", taken_down_by="callum", acknowledged_after=4,
        words="Ask them what they do when a person does not want them there. That's the whole job."),
    Contribution(key="v-score-count", kind="question", about=("decision", "rec-lantern-sw"), by="del",
        said_days_ago=70, received_days_ago=70, may_use=("internal", "commissioners"), via="phone",
        taken_down_by="callum",
        words=(
            "If my score and Gail's don't agree, what happens? I've been on one of these before "
            "where we did scores and then someone went out for a phone call and it was decided.")),
    Contribution(key="v-not-chosen", kind="question", about=("decision", "rec-lantern-sw"), by="ryan",
        said_days_ago=72, received_days_ago=72, may_use=("internal",), via="signed_in",
        acknowledged_after=2,
        words=(
            "Put my name down for the interviews and didnt get picked. Who decides that. You? On "
            "what. Fair enough if its a list but say its a list")),
    Contribution(key="v-waiting-withheld", kind="experience", about=("decision", "sd-lantern-waiting"),
        by="amal", said_days_ago=90, received_days_ago=89, may_use=("internal", "commissioners"),
        via="facilitator", taken_down_by="latifah", acknowledged_after=1,
        words=(
            "The phone rings, no number. In my country when phone rings no number you do not pick "
            "up, it is police. After three times they write: you did not want. I wanted.")),
    Contribution(key="v-waiting-week-ten", kind="experience", about=("decision", "sd-lantern-waiting"),
        by="samina", said_days_ago=97, received_days_ago=97,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=4,
        words=(
            "Week ten is the one nobody talks about. The first weeks you have hope, the appointment "
            "letter on the fridge. By week ten my son had stopped asking and I had stopped saying "
            "soon. I rang, a kind voice told me he was on the list. I know he is on the list, I am "
            "the one who put him there. What I needed was one person who would say a number, even a "
            "bad number. I can plan with a bad number. I cannot plan with kind.")),
    Contribution(key="v-waiting-table", kind="idea", about=("meeting", "m-waiting-1"), by="stewart",
        said_days_ago=76, received_days_ago=76, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=1,
        words=(
            "Publish the queue by month. Joined, seen, left without being seen. Three columns. You "
            "have it already, I have just made you add it up.")),
    Contribution(key="v-waiting-speaker", kind="experience", about=("meeting", "m-waiting-2"),
        by="samina", said_days_ago=48, received_days_ago=48, may_use=("internal",), via="phone",
        taken_down_by="callum", acknowledged_after=5,
        words=(
            "I was on a speaker next to the biscuits. I could hear people chewing and not what "
            "Stewart said.")),
    Contribution(key="v-waiting-letter", kind="idea", about=("unit", "lantern"), by="craig",
        said_days_ago=130, received_days_ago=127, may_use=("internal",), via="paper",
        taken_down_by="gail", acknowledged_after=1,
        words="Put a dog on the letter. Serious. People open a letter with a dog on."),
    Contribution(key="v-waiting-when", kind="question", about=("unit", "lantern"), said_days_ago=160,
        received_days_ago=160, may_use=("internal", "commissioners", "public"), via="public_page",
        acknowledged_after=3, words="how long is the wait honestly. not the leaflet"),
    Contribution(key="v-visit-missed", kind="experience", about=("unit", "lantern"), by="lorraine",
        said_days_ago=300, received_days_ago=300, may_use=("internal",), via="signed_in",
        acknowledged_after=4,
        words="Nobody came Tuesday. I had hoovered. You don't know what it costs to hoover."),
    Contribution(key="v-visit-three", kind="experience", about=("unit", "lantern"), by="chantelle",
        said_days_ago=118, received_days_ago=118, may_use=("internal",), via="signed_in",
        words=(
            "Fourth worker in fourteen months. Every one of them asks me to start from the "
            "beginning. I've started charging in my head, twenty quid a beginning. My kids know the "
            "story better than your computer does.")),
    Contribution(key="v-visit-shoes", kind="concern", about=("unit", "lantern"), said_days_ago=245,
        received_days_ago=241, may_use=("internal",), via="paper", taken_down_by="callum",
        acknowledged_after=1,
        words=(
            "Workers should ask about shoes. Some of us take them off. Some of us have feet we would "
            "rather not.")),
    Contribution(key="v-joel-late", kind="experience", about=("unit", "lantern"), by="craig",
        said_days_ago=86, received_days_ago=86, may_use=("internal",), via="phone", taken_down_by="gail",
        words=(
            "Joel were forty minutes late and said sorry and then didn't make a story of it. First "
            "one that hasn't made a story of it.")),
    Contribution(key="v-bus-pass", kind="idea", about=("decision", "jrd-support-worker"), by="preet",
        said_days_ago=47, received_days_ago=47, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=5,
        words=(
            "If driving is out then \"own transport\" has to come out of the shortlisting form as "
            "well. It is box 4. HR people tick box 4 first.")),
    Contribution(key="v-jrd-degree", kind="disagreement", about=("decision", "jrd-support-worker"),
        by="vik", said_days_ago=46, received_days_ago=46, may_use=("internal", "commissioners"),
        via="signed_in", acknowledged_after=1,
        words=(
            "\"Educated to degree level or equivalent.\" What is equivalent to a degree? I managed "
            "forty people in a call centre with two GCSEs and a headset.")),
    Contribution(key="v-evening-turned", kind="experience", about=("unit", "evening-room"), by="ryan",
        said_days_ago=236, received_days_ago=236, may_use=("internal",), via="in_person",
        taken_down_by="callum", acknowledged_after=3,
        words=(
            "Turned up twice that week, half ten, told its full. There was three people in there. I "
            "counted through the window. If full means you dont like the look of me then put that on "
            "the door and I'll save the bus fare.")),
    Contribution(key="v-evening-monday", kind="disagreement", about=("decision", "sd-evening-hours"),
        by="bernadette", said_days_ago=200, received_days_ago=200,
        may_use=("internal", "commissioners", "public"), credit=True, via="in_person",
        taken_down_by="marcus", acknowledged_after=5,
        words="Three people on a Monday is not nothing. I have been one of three."),
    Contribution(key="v-evening-door", kind="idea", about=("meeting", "m-hours-2"), by="ryan",
        said_days_ago=189, received_days_ago=189, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=3,
        words="Stand outside your own door for ten minutes in February then write the rule"),
    Contribution(key="v-evening-fasting", kind="experience", about=("meeting", "m-hours-3"), by="abdi",
        said_days_ago=176, received_days_ago=176, may_use=("internal",), via="signed_in",
        acknowledged_after=3,
        words=(
            "You had it on your own paper that I don't do that hour. I came because it was my idea, "
            "not because it was fine.")),
    Contribution(key="v-evening-tv", kind="idea", about=("unit", "evening-room"), said_days_ago=142,
        received_days_ago=142, may_use=("internal", "commissioners", "public"), via="public_page",
        acknowledged_after=1, words="turn the telly off"),
    Contribution(key="v-evening-food", kind="idea", about=("decision", "bud-evening"), by="seun",
        said_days_ago=133, received_days_ago=133, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=3,
        words=(
            "Two pounds ten a head is beans. Fine. But let people cook the beans. A hot ring and a "
            "pan is the difference between being fed and eating.")),
    Contribution(key="v-evening-noise", kind="concern", about=("unit", "evening-room"), by="siobhan",
        said_days_ago=260, received_days_ago=260, may_use=("internal",), via="signed_in",
        acknowledged_after=1,
        words="The strip light hums in B flat. I am not being precious, two of us left because of it."),
    Contribution(key="v-evening-police", kind="concern", about=("decision", "part-police"), by="abdi",
        said_days_ago=84, received_days_ago=83, may_use=("internal", "commissioners"), via="in_person",
        taken_down_by="callum", acknowledged_after=2,
        words=(
            "When somebody is in a bad way you ring police. For some of us police coming is the bad "
            "way.")),
    Contribution(key="v-evening-counting", kind="disagreement", about=("decision", "res-evening"),
        by="bernadette", said_days_ago=150, received_days_ago=149,
        may_use=("internal", "commissioners", "public"), via="in_person", taken_down_by="marcus",
        words=(
            "If you start asking names at that door I will stand outside and tell people not to give "
            "them.")),
    Contribution(key="v-evening-yusuf", kind="experience", about=("unit", "evening-room"),
        group="The night bus group", said_days_ago=105, received_days_ago=103, may_use=("internal",),
        via="facilitator", taken_down_by="callum", acknowledged_after=9,
        words=(
            "We are six who come on the last bus. It arrives at seven minutes past the time you stop "
            "letting in. The driver knows. He slows down so that we can run.")),
    Contribution(key="v-weekend-phone", kind="idea", about=("decision", "sd-weekend"), by="duc",
        said_days_ago=24, received_days_ago=23, may_use=("internal",), via="facilitator",
        taken_down_by="latifah", acknowledged_after=2,
        words="If cannot come, can call? Only to hear people in the room. Not talk."),
    Contribution(key="v-netherholt-kitchen", kind="experience", about=("unit", "nether-holt"),
        by="terry", said_days_ago=240, received_days_ago=238, may_use=("internal",), via="phone",
        taken_down_by="anita", acknowledged_after=5,
        words=(
            "Padlock on the big fridge. When I lived there I was fifty-three. I'd not been padlocked "
            "out of a fridge since I was seven.")),
    Contribution(key="v-netherholt-visitors", kind="disagreement",
        about=("decision", "sd-netherholt-visitors"), group="Nether Holt residents' meeting",
        said_days_ago=320, received_days_ago=320, may_use=("internal", "commissioners"), via="in_person",
        taken_down_by="callum", acknowledged_after=3,
        words=(
            "Vote on visitors: nine for, one against, one asleep. The one against says it should be "
            "written that her no was heard, because she is the one next to the stairs.")),
    Contribution(key="v-netherholt-inspect", kind="experience", about=("decision", "qa-inspect"),
        by="dawn", said_days_ago=116, received_days_ago=115, may_use=("internal",), via="phone",
        taken_down_by="anita", acknowledged_after=4,
        words=(
            "We were told to be in and be tidy for the inspector. I'm up all night, I'm not tidy. I "
            "told her that and she wrote it down.")),
    Contribution(key="v-netherholt-mattress", kind="idea", about=("decision", "proc-beds"), by="dawn",
        said_days_ago=127, received_days_ago=127, may_use=("internal",), via="phone",
        taken_down_by="anita", acknowledged_after=4,
        words=(
            "Let folk lie on it before you buy it. For ten minutes. With shoes off, not like in a "
            "film.")),
    Contribution(key="v-netherholt-night", kind="concern", about=("unit", "nether-holt"),
        said_days_ago=152, received_days_ago=150, may_use=("internal",), via="paper",
        taken_down_by="callum", acknowledged_after=4, words="night man sits in car"),
    Contribution(key="v-netherholt-garden", kind="idea", about=("unit", "nether-holt"), by="dawn",
        said_days_ago=340, received_days_ago=338, may_use=("internal",), via="phone",
        taken_down_by="anita", acknowledged_after=5,
        words="Garden's a car park with weeds. Give us the half by the wall."),
    Contribution(key="v-moving-back", kind="question", about=("decision", "sd-moving-on"), by="terry",
        said_days_ago=13, received_days_ago=13, may_use=("internal",), via="phone",
        taken_down_by="anita",
        words=(
            "When you move on can you come back for your tea? Nobody said I could so I didn't for a "
            "year.")),
    Contribution(key="v-brack-book", kind="experience", about=("decision", "sd-brack-front-door"),
        by="tariq", said_days_ago=282, received_days_ago=282,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=1,
        words=(
            "I drive people to the door. I have had four sit in the van with the engine running and "
            "say, take me back, there's a book. They think the book goes to the council, the "
            "government, their mum. Tell them it doesn't. They won't believe you, because it is a "
            "book.")),
    Contribution(key="v-brack-bell", kind="concern", about=("decision", "sd-brack-front-door"),
        by="jean", said_days_ago=275, received_days_ago=270, may_use=("internal", "commissioners"),
        via="paper", taken_down_by="stuart", acknowledged_after=5,
        words="They promised us a door bell in the first year as well."),
    Contribution(key="v-brack-friday", kind="experience", about=("decision", "sd-close-friday"),
        group="Friday regulars at Brackenroyd", said_days_ago=96, received_days_ago=95,
        may_use=("internal", "commissioners", "public"), via="paper", taken_down_by="callum",
        words=(
            "We are fourteen people. We found out by a sign. It said \"due to unforeseen "
            "circumstances\". A landlord's letter is not unforeseen, it has a date at the top. Some "
            "of us came on two buses to read that sign. We would have helped you look for a room. "
            "Hilda's nephew has one. You never asked Hilda.")),
    Contribution(key="v-brack-heat", kind="experience", about=("unit", "brackenroyd"), by="keeley",
        said_days_ago=258, received_days_ago=258, may_use=("internal",), via="in_person",
        taken_down_by="mehwish", acknowledged_after=4,
        words=(
            "It's colder in than out. I've got my coat on in the washing machine queue. I've got my "
            "hood up.")),
    Contribution(key="v-brack-kettle", kind="disagreement", about=("decision", "proc-vend"), by="jean",
        said_days_ago=343, received_days_ago=341, may_use=("internal", "commissioners", "public"),
        credit=True, via="in_person", taken_down_by="stuart",
        words="A machine does not ask how your sister is."),
    Contribution(key="v-brack-yellow", kind="idea", about=("decision", "oth-logo"), by="keeley",
        said_days_ago=206, received_days_ago=206, may_use=("internal", "commissioners", "public"),
        via="signed_in",
        words="Yellow. Not cream, not \"warm stone\". Yellow so you can see it from the bus."),
    Contribution(key="v-brack-pool", kind="concern", about=("unit", "brackenroyd"), by="brendan",
        said_days_ago=310, received_days_ago=310, may_use=("internal",), via="in_person",
        taken_down_by="callum", acknowledged_after=1,
        words=(
            "Pool table's got a slope on it you could ski. Which would be grand if there was a bar "
            "at the bottom.")),
    Contribution(key="v-brack-domino", kind="concern", about=("unit", "brackenroyd"),
        group="Thursday domino table", said_days_ago=190, received_days_ago=188, may_use=("internal",),
        via="paper", taken_down_by="callum", acknowledged_after=3,
        words=(
            "We have been moved three times for a yoga class with four people in it. We are nine. "
            "Nobody asks us to move, they just start unrolling.")),
    Contribution(key="v-brack-women", kind="idea", about=("unit", "brackenroyd"), by="farida",
        said_days_ago=205, received_days_ago=203, may_use=("internal",), via="facilitator",
        taken_down_by="mehwish", acknowledged_after=5,
        words="Tuesday morning only ladies. Door closed. Not a curtain. A door."),
    Contribution(key="v-brack-box", kind="idea", about=("decision", "oth-plan-wall"), by="jean",
        said_days_ago=26, received_days_ago=24, may_use=("internal", "commissioners", "public"),
        credit=True, via="paper", taken_down_by="stuart", acknowledged_after=1,
        words=(
            "If the complaints box hangs by the desk then the desk sees who complains. Put it by the "
            "lavatories, everyone goes there.")),
    Contribution(key="v-brack-manager-qual", kind="idea", about=("decision", "rec-brack-manager"),
        by="keeley", said_days_ago=29, received_days_ago=29,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=1,
        words="Ask them to leave you alone and see if they can"),
    Contribution(key="v-hall-lunch", kind="idea", about=("decision", "part-church"), by="patience",
        said_days_ago=164, received_days_ago=160, may_use=("internal", "commissioners", "public"),
        via="paper", taken_down_by="callum", acknowledged_after=5,
        words=(
            "The chapel hall stands empty four days in seven and the Lord did not build it for "
            "chairs. We will cook if you will bring the people who do not like churches. We shall "
            "not preach at them. They may find that we hum.")),
    Contribution(key="v-driver", kind="question", about=("decision", "pol-confidentiality"),
        by="patience", said_days_ago=83, received_days_ago=79,
        may_use=("internal", "commissioners", "public"), via="paper", taken_down_by="callum",
        acknowledged_after=3,
        words=(
            "The man who drives me: what exactly does he know? He told me to take care of my nerves. "
            "I had told him nothing of my nerves.")),
    Contribution(key="v-conf-differ", kind="disagreement", about=("decision", "pol-confidentiality"),
        by="eluned", said_days_ago=52, received_days_ago=52,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        acknowledged_after=9,
        words=(
            "You write \"we may need to share\". I want \"we may decide to share\". Nobody needs; "
            "somebody decides, and has a name. I will not move on this one, so kindly print both.")),
    Contribution(key="v-pay-51", kind="experience", about=("decision", "pol-pay"), by="mo",
        said_days_ago=128, received_days_ago=127, may_use=("internal", "commissioners", "public"),
        credit=True, via="phone", taken_down_by="callum", acknowledged_after=2,
        words=(
            "Fifty-one days for fourteen pound. I'd lent it off my sister for the bus by then, so "
            "really you owe my sister.")),
    Contribution(key="v-pay-kully", kind="idea", about=("decision", "pol-pay"), by="kully",
        said_days_ago=138, received_days_ago=138, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in",
        words=(
            "Stop paying by grade of meeting. A man who reads sixty pages for the board gets 150 a "
            "day and a woman who sits four hours with angry residents gets 15 an hour. One rate. Put "
            "the difference in the reading time, that is where the work is.")),
    Contribution(key="v-pay-old", kind="disagreement", about=("decision", "pol-pay"), by="tone",
        said_days_ago=139, received_days_ago=139, may_use=("internal",), via="signed_in",
        acknowledged_after=3,
        words="Don't want paying. Don't want a form to say I don't want paying either."),
    Contribution(key="v-pay-cash", kind="experience", about=("meeting", "m-complaints"), by="winston",
        said_days_ago=126, received_days_ago=125, may_use=("internal",), via="phone",
        taken_down_by="callum",
        words=(
            "You are rewriting how to put things right and you could not put eight pounds forty in "
            "an envelope. I have the bus tickets. I have kept them. I want you to know that I have "
            "kept them.")),
    Contribution(key="v-comp-lorraine", kind="experience", about=("decision", "pol-complaints"),
        by="lorraine", said_days_ago=170, received_days_ago=170,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        acknowledged_after=2,
        words=(
            "My second complaint was that my first complaint had been answered by the person it was "
            "about. The second was also answered by her. I do admire the stamina.")),
    Contribution(key="v-comp-sorry", kind="idea", about=("meeting", "m-complaints"), by="lorraine",
        said_days_ago=126, received_days_ago=126, may_use=("internal", "commissioners", "public"),
        credit=True, via="in_person", taken_down_by="callum", acknowledged_after=2,
        words=(
            "An apology has three parts. What we did. That it was us. What you will see us do. If it "
            "has \"if\" in it, it isn't one.")),
    Contribution(key="v-comp-tribunal", kind="disagreement", about=("decision", "pol-complaints"),
        by="winston", said_days_ago=120, received_days_ago=118, may_use=("internal",), via="phone",
        taken_down_by="callum", acknowledged_after=1,
        words=(
            "Twenty days is too many for a missed visit and too few for a bad thing. You want two "
            "clocks.")),
    Contribution(key="v-letters-page3", kind="experience", about=("decision", "sd-letters"), by="graham",
        said_days_ago=181, received_days_ago=181, may_use=("internal",), via="paper",
        taken_down_by="bev", acknowledged_after=4,
        words=(
            "I enclose your letter with my marks. The date of the appointment is on page three, "
            "after the paragraph on parking, in brackets. In brackets, as though it were a secret "
            "you were letting slip.")),
    Contribution(key="v-letters-envelope", kind="concern", about=("decision", "sd-letters"),
        by="rukhsana", said_days_ago=160, received_days_ago=160,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=5,
        words=(
            "It says MENTAL WELLBEING SERVICE on the envelope, next to my name, and it lies on the "
            "mat in a shared hall with six flats. I might as well have it on a sandwich board.")),
    Contribution(key="v-letters-hanh", kind="experience", about=("meeting", "m-letters-2"), by="hanh",
        said_days_ago=137, received_days_ago=136, may_use=("internal", "commissioners", "public"),
        via="facilitator", taken_down_by="latifah", acknowledged_after=2,
        words="New interpreter lady, I not say so much. Old lady knows my voice. Please write this."),
    Contribution(key="v-letters-text", kind="question", about=("decision", "sd-letters"), by="marta",
        said_days_ago=159, received_days_ago=159, may_use=("internal",), via="signed_in",
        acknowledged_after=1,
        words="In text message you write \"pls confirm attd\". I looked in three dictionaries."),
)
