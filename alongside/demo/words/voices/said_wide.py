"""What people said, answered ones about the rest of the organisation. All invented, verbatim within the
story.

`about` is (decision | meeting | unit, key). `by` is a contributor's key; `group` a group's name; both
empty means nobody named. `said_days_ago` and `received_days_ago` count back from today; debts run from
the second. `may_use` lists internal, commissioners, public; `credit` means by name. `taken_down_by` is
the member of staff who wrote it down when it did not come in writing by the person; `acknowledged_after`
is days, missing if never.
"""

from ..shapes import Contribution

# fmt: off

ORGANISATION: tuple[Contribution, ...] = (
    Contribution(key="v-talk-radio", kind="concern", about=("decision", "qa-talking"), by="jo",
        said_days_ago=241, received_days_ago=241, may_use=("internal", "commissioners"), via="signed_in",
        words=(
            "The waiting room radio was doing a phone-in about whether people like us are just "
            "making a fuss. I did not phone in.")),
    Contribution(key="v-talk-clock", kind="concern", about=("unit", "talking"), said_days_ago=250,
        received_days_ago=246, may_use=("internal", "commissioners", "public"), via="paper",
        taken_down_by="callum", acknowledged_after=4,
        words="Clock in waiting room is 20 mins fast and everyone looks at it"),
    Contribution(key="v-talk-groups", kind="disagreement", about=("decision", "sd-groups-cut"),
        by="graham", said_days_ago=460, received_days_ago=455, may_use=("internal",), via="paper",
        taken_down_by="bev", acknowledged_after=2,
        words=(
            "You took your attendance figures in the six weeks when schools are shut and then closed "
            "the two groups that mothers come to. I am not a mother but I can read a calendar.")),
    Contribution(key="v-talk-nineteen", kind="experience", about=("decision", "comp-talk-wait"),
        said_days_ago=60, received_days_ago=60, may_use=("internal", "commissioners"), via="public_page",
        acknowledged_after=3,
        words=(
            "Was told six weeks. Was nineteen. By then I'd got worse, then got better on my own, "
            "then got a letter asking why I hadn't come.")),
    Contribution(key="v-talk-camera", kind="question", about=("unit", "talking"), by="tobi",
        said_days_ago=110, received_days_ago=110, may_use=("internal",), via="signed_in",
        words="If my camera's off, does it go on my notes as anything?"),
    Contribution(key="v-talk-silence", kind="idea", about=("decision", "rec-talking-counsellor"),
        by="shabnam", said_days_ago=33, received_days_ago=33, may_use=("internal", "commissioners"),
        via="signed_in", words="Put a silence in the exercise. See who is frightened of it."),
    Contribution(key="v-talk-price", kind="disagreement", about=("decision", "proc-interpreters"),
        by="khalid", said_days_ago=178, received_days_ago=177, may_use=("internal", "commissioners"),
        via="facilitator", taken_down_by="latifah", acknowledged_after=3,
        words=(
            "Forty marks for cheap and sixty for true. In geometry a line is straight or it is not. "
            "It is not sixty per cent straight.")),
    Contribution(key="v-talk-child", kind="experience", about=("unit", "talking"), by="olena",
        said_days_ago=170, received_days_ago=170, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=2,
        words=(
            "At first meeting my daughter translated. She is eleven. She translated what she thought "
            "is good for her to say. I understood this in the bus.")),
    Contribution(key="v-talk-arabic", kind="idea", about=("unit", "talking"), by="amal",
        said_days_ago=112, received_days_ago=110, may_use=("internal",), via="facilitator",
        taken_down_by="latifah", acknowledged_after=5,
        words=(
            "Put voice, not paper. My friends do not read Arabic also. They are not stupid, they had "
            "war when school was.")),
    Contribution(key="v-talk-men", kind="idea", about=("unit", "talking"), by="hamza", said_days_ago=88,
        received_days_ago=88, may_use=("internal", "commissioners", "public"), via="signed_in",
        acknowledged_after=4,
        words=(
            "No lad I know is going to sit in a circle. Do it in a car. Do it walking. Do it washing "
            "a car.")),
    Contribution(key="v-talk-faith", kind="question", about=("unit", "talking"), by="lascelles",
        said_days_ago=90, received_days_ago=85, may_use=("internal", "commissioners"), via="phone",
        taken_down_by="callum",
        words=(
            "When I say that the Lord carried me, the young woman writes something down. What does "
            "she write?")),
    Contribution(key="v-plan-four", kind="experience", about=("decision", "sd-plan-form"),
        by="chantelle", said_days_ago=65, received_days_ago=65, may_use=("internal",), via="signed_in",
        acknowledged_after=1,
        words=(
            "I have had four plans. All four say \"Chantelle will go swimming\". I hate swimming. "
            "Someone wrote it in the first one and it's been carried forward ever since like a "
            "family curse.")),
    Contribution(key="v-plan-box", kind="idea", about=("meeting", "m-plan-form"), by="aled",
        said_days_ago=32, received_days_ago=32, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=2,
        words=(
            "Boxes 2, 7 and 11 ask the same thing. I answered them the same way and was told that I "
            "was being rigid.")),
    Contribution(key="v-plan-students", kind="experience", about=("meeting", "m-plan-form"), by="craig",
        said_days_ago=32, received_days_ago=30, may_use=("internal",), via="phone", taken_down_by="gail",
        acknowledged_after=2,
        words=(
            "I said one helper and there were two strangers on chairs with notepads. So I went. That "
            "were that.")),
    Contribution(key="v-plan-thirty", kind="disagreement", about=("decision", "qa-plans"), by="lorraine",
        said_days_ago=150, received_days_ago=150, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=9,
        words="Staff read thirty plans written by staff and found that they were written by staff."),
    Contribution(key="v-plan-copy", kind="question", about=("unit", "support-plans"), said_days_ago=210,
        received_days_ago=210, may_use=("internal",), via="public_page", acknowledged_after=1,
        words="can I have a copy of mine without asking the person who wrote it"),
    Contribution(key="v-board-sheet", kind="idea", about=("decision", "board-pack-plain"), by="stewart",
        said_days_ago=54, received_days_ago=54, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=4,
        words=(
            "One page. What is being decided, what it costs, who loses. If it can't be said on one "
            "page, they don't know what they are deciding.")),
    Contribution(key="v-board-pictures", kind="experience", about=("decision", "board-remote"),
        by="eluned", said_days_ago=74, received_days_ago=74,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        words=(
            "I have returned your board pack. It is forty-one photographs of pages. My computer read "
            "it to me as forty-one times \"image\". It had a certain rhythm.")),
    Contribution(key="v-board-seat", kind="agenda_item", about=("decision", "board-seat-le"), by="neil",
        said_days_ago=200, received_days_ago=200, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=2,
        words=(
            "Item for the next meeting: the seat that has my kind of name on it and nobody in it. "
            "How long, and why.")),
    Contribution(key="v-board-lunch", kind="concern", about=("decision", "board-away"), by="priscilla",
        said_days_ago=99, received_days_ago=99, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=1,
        words=(
            "I hear that someone was to be fetched in to be moving for ten minutes. Who thought of "
            "that, and what was the rest of the day about?")),
    Contribution(key="v-board-growth", kind="disagreement", about=("decision", "board-strategy"),
        by="priscilla", said_days_ago=284, received_days_ago=284,
        may_use=("internal", "commissioners", "public"), credit=True, via="in_person",
        taken_down_by="callum", acknowledged_after=3, words="Growth. Of what, for whom, and who asked?"),
    Contribution(key="v-board-lock", kind="idea", about=("meeting", "m-strategy-2"), by="zarghona",
        said_days_ago=269, received_days_ago=268, may_use=("internal",), via="facilitator",
        taken_down_by="latifah", acknowledged_after=5,
        words="Stop the coach trips. Buy the women's room a lock."),
    Contribution(key="v-board-expert", kind="disagreement", about=("decision", "oth-word"), by="winston",
        said_days_ago=400, received_days_ago=397, may_use=("internal",), via="paper",
        taken_down_by="callum", acknowledged_after=2,
        words="I am not an expert in anything. I have been poorly and I have opinions. Call me Mr Peart."),
    Contribution(key="v-board-word-again", kind="agenda_item", about=("unit", "leadership"), by="ifeoma",
        said_days_ago=62, received_days_ago=62, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=1,
        words=(
            "\"Experts by experience.\" Experience of what? It's a phrase that lets a room full of "
            "people avoid saying it. Put it back on the agenda.")),
    Contribution(key="v-annual-story", kind="disagreement", about=("decision", "oth-annual"),
        by="ifeoma", said_days_ago=180, received_days_ago=180,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        acknowledged_after=2,
        words=(
            "Last year's report had three Black faces in it and every one was on the page about "
            "hardship. I counted the ones on the page about trustees as well.")),
    Contribution(key="v-phone-menu", kind="experience", about=("decision", "sd-phone-menu"), by="piotr",
        said_days_ago=140, received_days_ago=140, may_use=("internal",), via="phone",
        taken_down_by="callum",
        words=(
            "Press one, press two, press four. I am on scaffold with gloves. When I take off glove "
            "it says sorry I did not catch.")),
    Contribution(key="v-phone-voice", kind="concern", about=("decision", "sd-phone-menu"),
        said_days_ago=138, received_days_ago=138, may_use=("internal", "commissioners", "public"),
        via="public_page", acknowledged_after=2,
        words="who is that woman on the phone and why does she sound so pleased"),
    Contribution(key="v-web-chat", kind="disagreement", about=("decision", "proc-web"), by="cj",
        said_days_ago=57, received_days_ago=57, may_use=("internal",), via="signed_in",
        acknowledged_after=4,
        words=(
            "Do not buy a chat box. If it is a person they will be busy, and if it isn't they'll be "
            "sorry to hear that.")),
    Contribution(key="v-web-button", kind="experience", about=("unit", "operations"), by="cj",
        said_days_ago=120, received_days_ago=120, may_use=("internal",), via="signed_in",
        words="Your \"Get help now\" button opens an e-mail. That isn't now."),
    Contribution(key="v-taxi-step", kind="experience", about=("decision", "comp-taxi"), by="jean",
        said_days_ago=108, received_days_ago=105, may_use=("internal",), via="paper",
        taken_down_by="stuart", acknowledged_after=5,
        words=(
            "Left on the step at ten past nine at night with my bag. The neighbour's lad waited with "
            "me. He is fourteen and he had school.")),
    Contribution(key="v-training-boss", kind="idea", about=("decision", "train-listening"), by="colette",
        said_days_ago=283, received_days_ago=283, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=3,
        words=(
            "Managers on a different day from their staff. Nobody practises being wrong in front of "
            "their boss.")),
    Contribution(key="v-training-invoice", kind="experience", about=("meeting", "m-listening"),
        by="colette", said_days_ago=240, received_days_ago=240, may_use=("internal",), via="signed_in",
        acknowledged_after=3,
        words="I was asked whether I would consider doing it as a volunteer. By a man with a lanyard."),
    Contribution(key="v-training-firstaid", kind="question", about=("decision", "train-firstaid"),
        by="kirsty", said_days_ago=350, received_days_ago=350, may_use=("internal",), via="signed_in",
        words="Why can't we do the first aid course as well? It's us who's there when someone goes over."),
    Contribution(key="v-race-when", kind="question", about=("decision", "train-race"), by="ifeoma",
        said_days_ago=160, received_days_ago=160, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=1,
        words=(
            "What happened to the training on race? I said I'd help choose. Then silence, and the "
            "silence has a colour too.")),
    Contribution(key="v-chairs", kind="idea", about=("decision", "proc-training-room"), by="tone",
        said_days_ago=145, received_days_ago=145, may_use=("internal",), via="signed_in",
        acknowledged_after=1,
        words="Chairs with arms. And lose the big table, it's for signing treaties."),
    Contribution(key="v-benches", kind="idea", about=("decision", "oth-garden"), by="tone",
        said_days_ago=302, received_days_ago=302, may_use=("internal",), via="in_person",
        taken_down_by="callum", acknowledged_after=9,
        words="South wall, two benches, facing each other a bit but not so you have to."),
    Contribution(key="v-dogs", kind="idea", about=("decision", "pol-dogs"), by="brendan",
        said_days_ago=235, received_days_ago=235, may_use=("internal", "commissioners", "public"),
        via="paper", taken_down_by="callum", acknowledged_after=1,
        words=(
            "Policy on Dogs. One: yes. Two: on a lead. Three: not in the kitchen, that goes for Bren "
            "as well. Four: if someone is frightened the dog goes out and the person stays in.")),
    Contribution(key="v-bid-money", kind="question", about=("decision", "comm-bid-youth"),
        by="priscilla", said_days_ago=228, received_days_ago=228,
        may_use=("internal", "commissioners", "public"), via="signed_in", acknowledged_after=2,
        words="The youth bid says four thousand pounds \"for co-production\". Who is it being paid to?"),
    Contribution(key="v-bid-youth-pizza", kind="experience", about=("decision", "comm-bid-youth"),
        by="hamza", said_days_ago=126, received_days_ago=126, may_use=("internal", "commissioners"),
        via="signed_in", acknowledged_after=9,
        words=(
            "Got asked to a youth thing. Pizza was decent. They'd already printed the leaflet. There "
            "was a lad on it holding his head.")),
    Contribution(key="v-alliance-after", kind="concern", about=("decision", "comm-alliance-2"),
        by="priscilla", said_days_ago=88, received_days_ago=88,
        may_use=("internal", "commissioners", "public"), credit=True, via="signed_in",
        acknowledged_after=1,
        words=(
            "\"A session with people will follow.\" Follow what? The offer has been posted. You "
            "cannot season a soup that has been eaten.")),
    Contribution(key="v-mosque-money", kind="question", about=("decision", "part-mosque"), by="nasreen",
        said_days_ago=185, received_days_ago=185, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=5,
        words=(
            "Who holds the money for the Tuesday sessions? If it's you, it's your group. If it's us, "
            "it's ours.")),
    Contribution(key="v-lunch-date", kind="agenda_item", about=("decision", "part-church"),
        by="patience", said_days_ago=150, received_days_ago=147, may_use=("internal", "commissioners"),
        via="paper", taken_down_by="callum", acknowledged_after=3,
        words=(
            "Kindly ask the committee why the last Thursday was cancelled without a telephone call. "
            "I had peeled nine pounds of potatoes.")),
    Contribution(key="v-uni", kind="disagreement", about=("decision", "res-uni"), by="brendan",
        said_days_ago=262, received_days_ago=261, may_use=("internal",), via="in_person",
        taken_down_by="callum", acknowledged_after=1,
        words="They've studied this drop-in twice already. Did we pass?"),
    Contribution(key="v-heat-room", kind="idea", about=("decision", "bud-warm"), by="tariq",
        said_days_ago=34, received_days_ago=34, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=5,
        words=(
            "Warm room should be warm at seven in the morning. That's when people have been up all "
            "night in a car.")),
    Contribution(key="v-minutes", kind="idea", about=("unit", "leadership"), by="siobhan",
        said_days_ago=330, received_days_ago=330, may_use=("internal", "commissioners", "public"),
        credit=True, via="signed_in", acknowledged_after=1,
        words="Send the minutes in a week or don't send them. After a month it's archaeology."),
    Contribution(key="v-jargon", kind="experience", about=("meeting", "m-safeguarding"), by="marta",
        said_days_ago=130, received_days_ago=130, may_use=("internal",), via="signed_in",
        acknowledged_after=2,
        words=(
            "I said please no abbreviations. On first page there were six. I learned what is a MASP. "
            "I did not learn what you will do.")),
    Contribution(key="v-carer-pen", kind="experience", about=("unit", "community"), by="samina",
        said_days_ago=345, received_days_ago=345, may_use=("internal", "commissioners", "public"),
        via="signed_in", acknowledged_after=3,
        words=(
            "A carers' evening, and no pen in the building. We had brought our lives in carrier "
            "bags, and could not write a phone number.")),
    Contribution(key="v-choir-name", kind="disagreement", about=("decision", "sd-choir"),
        group="The choir", said_days_ago=50, received_days_ago=50,
        may_use=("internal", "commissioners", "public"), via="facilitator", taken_down_by="callum",
        acknowledged_after=1,
        words=(
            "We voted. We want to go, and keep the room on Mondays, and keep Emmanuel. We do not "
            "want to be called \"an outcome of the service\".")),
    Contribution(key="v-winston-step", kind="experience", about=("unit", "operations"), by="winston",
        said_days_ago=230, received_days_ago=228, may_use=("internal",), via="phone",
        taken_down_by="callum",
        words=(
            "Now I'm going to tell you this the long way because the short way is how it gets lost. "
            "I was forty years on the shop floor and thirty of them the men's representative, and I "
            "have seen every way there is of not answering a man. There is the cup of tea. There is "
            "the \"leave it with me\". There is the form, and there is the other form. Last month I "
            "came to your front desk for the large print that I'd been told was waiting. Young "
            "woman, very civil, she says it's on the system. I said can I have it off the system. "
            "She says it's in the queue for the printer. I said where is the printer. She pointed at "
            "it. It was behind her. It was not doing anything. I sat down for an hour and ten "
            "minutes and I watched that printer, and I'll tell you what I thought. I thought: "
            "Winston, you came in here as a person giving advice and you are going home as a parcel.")),
    Contribution(key="v-ruth-points", kind="disagreement", about=("decision", "comp-letter"), by="ruth",
        said_days_ago=94, received_days_ago=92, may_use=("internal", "commissioners", "public"),
        credit=True, via="paper", taken_down_by="callum", acknowledged_after=9,
        words=(
            "1. The new letter names the person looking into it. Good. 2. It does not say what that "
            "person may decide. 3. It says \"we aim to\". A court does not aim to sit. 4. It is "
            "signed by \"the team\". 5. A team cannot be asked on the stairs what it meant. 6. I "
            "have no sixth point, but people who complain are expected to have more points than that.")),
    Contribution(key="v-danuta-papers", kind="experience", about=("meeting", "m-night"), by="danuta",
        said_days_ago=163, received_days_ago=163, may_use=("internal",), via="signed_in",
        acknowledged_after=4,
        words=(
            "Staff had papers six days. I had papers one evening. If at the work I give one man the "
            "drawing six days and the other man one evening, and then I say that they compete, this "
            "is not nice.")),
    Contribution(key="v-irfan-ring", kind="experience", about=("decision", "comp-review"), by="irfan",
        said_days_ago=219, received_days_ago=219, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=3,
        words=(
            "In my cab, if I say ten minutes and it's twenty, I ring. If I don't ring I lose the "
            "fare. You lot don't lose the fare. That's the whole difference.")),
    Contribution(key="v-hoods", kind="disagreement", about=("unit", "brackenroyd"), said_days_ago=300,
        received_days_ago=297, may_use=("internal", "commissioners", "public"), via="paper",
        taken_down_by="callum", acknowledged_after=4,
        words="who made the drop in a school. no hoods no feet on chairs no music no seconds. i'm 41"),
    Contribution(key="v-quiz", kind="idea", about=("unit", "brackenroyd"), by="peggy", said_days_ago=180,
        received_days_ago=178, may_use=("internal",), via="phone", taken_down_by="stuart",
        acknowledged_after=1, words="A meat raffle."),
    Contribution(key="v-lone-nod", kind="concern", about=("meeting", "m-bank"), by="jo",
        said_days_ago=212, received_days_ago=212, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=3,
        words=(
            "Please don't put in your figures that people were on that panel. A person was on that "
            "panel. It was a strange feeling to be outvoted by people who are paid to be nice to you.")),
    Contribution(key="v-evening-fergus", kind="concern", about=("unit", "evening-room"),
        said_days_ago=330, received_days_ago=327, may_use=("internal", "commissioners"), via="paper",
        taken_down_by="callum", acknowledged_after=4,
        words="Worker with the beard calls everybody mate. I am a woman of 67."),
    Contribution(key="v-prayer", kind="question", about=("unit", "evening-room"), by="patience",
        said_days_ago=200, received_days_ago=196, may_use=("internal", "commissioners"), via="paper",
        taken_down_by="callum", acknowledged_after=3,
        words=(
            "Is there anywhere in that building where a person may pray and not be asked if she is "
            "all right?")),
    Contribution(key="v-carer-night", kind="experience", about=("unit", "talking"), by="samina",
        said_days_ago=270, received_days_ago=270, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=1,
        words=(
            "He is twenty-six so they will only speak to him. I understand it, it is the law, I have "
            "read it, I could recite it. But at three in the morning it is me on the landing. I am "
            "not asking you what he says. I am asking you to hear what I say. Nobody has ever "
            "explained to me why listening to a mother would break the law. I can talk, and you can "
            "say nothing whatever back. I will even bring the biscuits.")),
    Contribution(key="v-lunch-volunteer", kind="question", about=("unit", "community"), by="lascelles",
        said_days_ago=150, received_days_ago=146, may_use=("internal", "commissioners"), via="paper",
        taken_down_by="callum", acknowledged_after=1,
        words=(
            "The lunch club has run for nineteen years with no manager. Now a young man wishes to "
            "\"support\" us with a spreadsheet. Who asked him?")),
    Contribution(key="v-brack-urn", kind="idea", about=("decision", "rec-brack-manager"), by="mo",
        said_days_ago=20, received_days_ago=20, may_use=("internal", "commissioners", "public"),
        credit=True, via="phone", taken_down_by="callum", acknowledged_after=1,
        words=(
            "Have them pour the tea for an hour before anybody asks them a question. You will know "
            "by the second pot.")),
)
