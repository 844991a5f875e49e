"""Challenges to answers, and changes with their evidence. All words invented.

`Challenge.kind` is not_what_i_said, not_an_answer or not_true; one without a `reply` was never replied
to. `Change.size` is tweak or real, as those affected see it; `standing` is confirmed or challenged by
whoever spoke (`words`, `standing_days_ago`), or claim while it is only the organisation's word. Days
count back from today.
"""

from ..shapes import Challenge, Change

# fmt: off

CHALLENGES: tuple[Challenge, ...] = (
    Challenge(contribution="v-not-chosen", kind="not_an_answer", days_ago=62,
        words=(
            "So it is you. Nine names and you pick. I asked on what and I got \"I try to go round\". "
            "Thats not a rule thats a mood")),
    Challenge(contribution="v-waiting-table", kind="not_true", days_ago=50,
        words=(
            "It was one person in one month, not two, and you could join the months together. That "
            "column is the only one that embarrasses anybody."),
        reply_by="gail", reply_after_days=6,
        reply=(
            "You are right, it was one month. It goes up by quarter from now on with all three "
            "columns.")),
    Challenge(contribution="v-visit-three", kind="not_an_answer", days_ago=70,
        words=(
            "Nobody came together. The new one came on her own and said \"so, tell me a bit about "
            "yourself.\"")),
    Challenge(contribution="v-evening-turned", kind="not_what_i_said", days_ago=205,
        words=(
            "I never said they were rude to me. I said it wasnt full. You answered the one you had "
            "an answer for"),
        reply_by="marcus", reply_after_days=9,
        reply=(
            "I did. What you said was that it was not full. By our rule it was, and the rule is what "
            "you are disputing. It is now the first item of the opening hours group and you are "
            "asked onto it.")),
    Challenge(contribution="v-evening-noise", kind="not_an_answer", days_ago=180,
        words="That was a month ago and it has moved up to B. When?", reply_by="desmond",
        reply_after_days=22,
        reply=(
            "Lamps bought from petty cash for that room. The light is switched off at the fuse until "
            "the fitting comes.")),
    Challenge(contribution="v-netherholt-inspect", kind="not_an_answer", days_ago=60,
        words=(
            "Who told staff to tell us to be tidy. That was the question. I did not ask if you value "
            "things.")),
    Challenge(contribution="v-brack-bell", kind="not_an_answer", days_ago=160,
        words="Eighty pounds. I could have knitted it by now."),
    Challenge(contribution="v-brack-friday", kind="not_true", days_ago=70,
        words=(
            "There is no Mr Nowell. It is Hilda's nephew and his name is on the letter we gave you. "
            "You did come on Thursday."),
        reply_by="imran", reply_after_days=4,
        reply=(
            "I wrote the wrong name and I apologise to Hilda and to her nephew. The ramp is costed "
            "at twelve hundred pounds and is on the list for a yes or no this month.")),
    Challenge(contribution="v-talk-nineteen", kind="not_an_answer", days_ago=20,
        words=(
            "I know they vary. Mine varied from six to nineteen. Which is true, what you tell people "
            "or what happens to people?")),
    Challenge(contribution="v-board-seat", kind="not_an_answer", days_ago=95,
        words=(
            "Put off twice more since. You can fill two ordinary seats in eleven weeks. I looked it "
            "up in your own minutes.")),
    Challenge(contribution="v-race-when", kind="not_an_answer", days_ago=100,
        words=(
            "\"Could not agree what it was for.\" Who couldn't? Write the names of the jobs, not the "
            "people, and then we will know what it's for.")),
    Challenge(contribution="v-bid-money", kind="not_true", days_ago=110,
        words=(
            "I asked CJ and Hamza. There was a pizza evening. So something has been spent and it was "
            "on pizza."),
        reply_by="hilary", reply_after_days=18,
        reply=(
            "One hundred and six pounds, from another line, and it was pizza. I have corrected the "
            "report to the funder to say so. From the four thousand still nothing.")),
    Challenge(contribution="v-carer-pen", kind="not_an_answer", days_ago=280,
        words=(
            "What did the team do? What team? I brought my own pen to the next one and there was no "
            "next one."),
        reply_by="hilary", reply_after_days=12,
        reply=(
            "There was no next one because the person who ran it left and nobody was given it. There "
            "is a bid in now that pays carers to run it. If it fails there will be one anyway, in my "
            "time, with pens.")),
    Challenge(contribution="v-lunch-volunteer", kind="not_an_answer", days_ago=70,
        words=(
            "I asked who, not why. And we are not a group that you work with. You are a group that "
            "eats with us.")),
)

CHANGES: tuple[Change, ...] = (
    Change(key="ch-car", contributions=("v-car", "v-bus-pass", "v-jrd-degree"),
        decision="jrd-support-worker", days_ago=30, by="gail", size="real", standing="confirmed", standing_days_ago=25,
        what="The support worker job no longer asks for a car. The charity pays a bus pass.",
        evidence="Job page version 4, and the advert for the second post, which carries the new line.",
        words="Read it. It says what we wrote. Ask me again when somebody on a bus has got the job."),
    Change(key="ch-taxi", contributions=("v-taxi-home", "v-taxi-step"), decision="proc-taxis",
        days_ago=47, by="tracey", size="real", standing="confirmed", standing_days_ago=40,
        what=(
            "A different taxi firm, which sends the driver's name, and one number to ring here when "
            "a car is late."),
        evidence="Contract, and eleven trips checked by phone the same evening: eleven on time.",
        words="Twice now. He rang the bell. I'd still rather nobody had to be left on a wall first."),
    Change(key="ch-queue", contributions=("v-waiting-withheld", "v-waiting-week-ten"),
        decision="sd-lantern-waiting", days_ago=36, by="gail", size="real", standing="confirmed",
        standing_days_ago=12,
        what=(
            "A named person rings everyone who waits every four weeks, from a number that shows, and "
            "says the place in the queue. Nobody is removed for not picking up."),
        evidence="Call sheet for the first month: 61 due, 54 rung.",
        words=(
            "She said forty-one. Last time it was thirty-eight. I was furious and I slept. Seven "
            "were not rung; I would like to know who.")),
    Change(key="ch-queue-wall", contributions=("v-waiting-table",), decision="sd-lantern-waiting",
        days_ago=33, by="gail", size="tweak", standing="challenged", standing_days_ago=28,
        what="The queue by month hangs on the wall at Lantern Street.",
        evidence="Photograph of the wall.",
        words="It hangs behind the door. You can read it if you shut yourself in."),
    Change(key="ch-hours", contributions=("v-evening-turned",), decision="sd-evening-hours",
        days_ago=160, by="marcus", size="real", standing="challenged", standing_days_ago=110,
        what=(
            "Open to half past midnight at weekends, closed Monday and Tuesday. Whoever is at the "
            "door says why it is full and writes down who was turned away."),
        evidence="Door sheet for three months: turned away fell from nine to two a weekend night.",
        words=(
            "Hours yeah that happened. The door sheet only has the ones they remembered to write. I "
            "stood there on a Saturday and it was four")),
    Change(key="ch-porch", contributions=("v-evening-door",), days_ago=172, by="marcus", size="tweak",
        standing="confirmed", standing_days_ago=165,
        what="A heater and a bench under the porch of the Evening Room.",
            evidence="They are there: outside the door in Ropewalk Lane, switch on the left.",
        words="its a bench. its a good bench"),
    Change(key="ch-fridge", contributions=("v-netherholt-kitchen",), days_ago=232, by="anita",
        size="real", standing="confirmed", standing_days_ago=226,
        what="The padlock is off the fridge at Nether Holt.", evidence="Residents' meeting, page two.",
        words="Opened it myself. Nowt in it, but I opened it."),
    Change(key="ch-book", contributions=("v-brack-book",), decision="sd-brack-front-door", days_ago=240,
        by="stuart", size="real", standing="confirmed", standing_days_ago=214,
        what="No signing-in book at Brackenroyd. A counter by the door.",
        evidence="Counter totals: eleven new people in the first week, and forty-three in ten weeks.",
        words="Two of my four came in. The other two have moved away. So half."),
    Change(key="ch-one-rate", contributions=("v-pay-kully", "v-pay-51"), decision="pol-pay", days_ago=60,
        by="carys", size="real", standing="confirmed", standing_days_ago=38,
        what=(
            "One rate, eighteen pounds an hour, preparation included, paid in ten working days "
            "without anybody sending anything."),
        evidence="Payments since: 37, slowest thirteen working days, three over ten.",
        words="Three late out of thirty-seven and she told us before we asked. Real, so far."),
    Change(key="ch-letter", contributions=("v-letters-page3", "v-letters-envelope"),
        decision="sd-letters", days_ago=125, by="rebecca", size="real", standing="challenged",
        standing_days_ago=73,
        what="The first letter from the Bobbin Rooms is one page, date first, in a plain envelope.",
        evidence=(
            "The letter, and missed first appointments down from 33 to 24 in a hundred over three "
            "months."),
        words=(
            "Here I am in agreement about the first letter. The second is the old one, brackets and "
            "all. You may not say \"letters\".")),
    Change(key="ch-interpreter", contributions=("v-talk-child",), days_ago=158, by="latifah",
        size="real", standing="claim",
        what=(
            "No child interprets at the Bobbin Rooms. Without an interpreter the meeting is moved "
            "and the fare paid."),
        evidence="Instruction to counsellors, and four moved meetings in five months."),
    Change(key="ch-listening", contributions=("v-training-boss",), decision="train-listening",
        days_ago=190, by="nicola", size="real", standing="claim",
        what="Staff are taught listening by people from the register; managers on another day.",
        evidence="31 of 40 staff have been; forms kept whole."),
    Change(key="ch-boiler", contributions=("v-brack-heat",), decision="bud-brack-heat", days_ago=249,
        by="stuart", size="tweak", standing="confirmed", standing_days_ago=246,
        what="A boiler that works.", evidence="The bill of the fitter is pinned up beside the urn.",
        words="it's hot. it's a boiler. don't put it in a report as co-production"),
    Change(key="ch-menu", contributions=("v-phone-menu",), decision="sd-phone-menu", days_ago=95,
        by="nicola", size="tweak", standing="challenged", standing_days_ago=90,
        what="Holding down nought on the telephone goes straight to reception, and all print says so.",
        evidence="The new leaflet, on the desk at Ropewalk Yard.",
        words="I hold nought. I counted twenty. It says thank you for holding."),
    Change(key="ch-fares", contributions=("v-pay-cash",), days_ago=120, by="agnieszka", size="tweak",
        standing="claim", what="Two keys to the safe, so fares in cash go out before the day.",
        evidence="The key list in the finance office has two names on it."),
)
