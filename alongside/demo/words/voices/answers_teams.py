"""Answers, with the reason in the words of whoever answered: from excellent to weak. All invented.

`kind` is adopted, adapted, not_adopted, deferred or no_decision. `after_days` counts from the day the
words were received. `told_by` is a channel and `told_after_days` its day, counted the same way; both
missing where the person has still not been told. A deferral keeps its clock.
"""

from ..shapes import Answer

# fmt: off

TEAMS: tuple[Answer, ...] = (
    Answer(contribution="v-car", kind="adapted", by="gail", after_days=14, told_by="phone",
        told_after_days=14,
        reason=(
            "You are right and I went and counted: seven of our last nine visits were inside one bus "
            "zone. I cannot drop it entirely for the two villages, so it will say \"can get between "
            "visits by whatever means works\", and we pay the pass. I asked for the job page to be "
            "rewritten with two of you so that it is not only my word for it.")),
    Answer(contribution="v-taxi-home", kind="adapted", by="tracey", after_days=9, told_by="letter",
        told_after_days=14,
        reason=(
            "The firm had the wrong date and we had not checked. That makes five this year for that "
            "firm. We have changed to one that sends the driver's name, and I will ring you the "
            "evening before each of yours until you tell me to stop.")),
    Answer(contribution="v-questions-six", kind="adopted", by="gail", after_days=8, told_by="in_person",
        told_after_days=13,
        reason=(
            "It was question two, in your words, and it was the one that separated the last two "
            "candidates.")),
    Answer(contribution="v-score-count", kind="no_decision", by="gail", after_days=4, told_by="phone",
        told_after_days=4,
        reason=(
            "Both go on one sheet, nobody leaves the room until it is added up twice, and you add it "
            "up. If we tie we talk until we don't, or nobody is taken on.")),
    Answer(contribution="v-not-chosen", kind="no_decision", by="callum", after_days=6, told_by="text",
        told_after_days=6,
        reason=(
            "I decided it, on my own, and wrote the reasons down: one person who had never done it, "
            "one who had. You were ninth to put your name down, but that was not the reason; you "
            "were on the opening hours group until a few months back and I try to go round. There is "
            "meant to be a proper draw. Until there is, it is me, and you can ask to see what I "
            "wrote about why.")),
    Answer(contribution="v-waiting-withheld", kind="adopted", by="gail", after_days=20, told_by="phone",
        told_after_days=20,
        reason=(
            "The calls come from a number that shows now, and nobody is taken off for not picking "
            "up. You were put back where you were in the queue the same week. It should have needed "
            "no letter from you.")),
    Answer(contribution="v-waiting-week-ten", kind="adopted", by="gail", after_days=31, told_by="phone",
        told_after_days=31,
        reason=(
            "From this month a named person rings every four weeks and says the number, including "
            "when it has gone up. I wrote \"a bad number is better than kind\" on the sheet the "
            "callers use, with your permission, and without your name.")),
    Answer(contribution="v-waiting-table", kind="adapted", by="gail", after_days=18, told_by="email",
        told_after_days=18,
        reason=(
            "On the wall at Lantern Street and on paper, yes, from next month. Not on the website "
            "while it is being rebuilt. I left out one column, left without being seen, because in "
            "two months it was one person.")),
    Answer(contribution="v-waiting-speaker", kind="deferred", by="gail", after_days=16, told_by="phone",
        told_after_days=16,
        reason=(
            "The sitter let us down that day and we carried on without you, which was the wrong "
            "choice. I want a second sitter on stand-by for every carers' meeting, and I do not have "
            "the money agreed yet. Hilary has it on her list for the new year.")),
    Answer(contribution="v-waiting-letter", kind="not_adopted", by="rosalind", after_days=22,
        told_by="phone", told_after_days=25,
        reason=(
            "We tried pictures on letters two years ago and some people took them for adverts and "
            "threw them away. A plain envelope did better. I would like to meet the dog, though.")),
    Answer(contribution="v-waiting-when", kind="no_decision", by="benedict", after_days=12,
        told_by="public_page", told_after_days=17,
        reason=(
            "At the end of last month people being seen for the first time had waited seven months "
            "and one week. The leaflet says twelve weeks and is wrong. We have asked for it to be "
            "pulped.")),
    Answer(contribution="v-visit-missed", kind="adapted", by="hilary", after_days=5, told_by="email",
        told_after_days=5,
        reason=(
            "The visit was put in the wrong week by us. You now get a call the same day and a new "
            "time within two days when it is our fault, and so does everybody else.")),
    Answer(contribution="v-visit-three", kind="adapted", by="gail", after_days=40, told_by="email",
        told_after_days=40,
        reason=(
            "Two left, one is on long leave and one was moved by me, which I could have avoided. I "
            "cannot promise no more changes. What changes now: the old worker and the new one come "
            "together once, and the new one reads first and says what they have read, so you correct "
            "it rather than tell it.")),
    Answer(contribution="v-visit-shoes", kind="not_adopted", by="gail", after_days=13,
        told_by="public_page", told_after_days=13,
        reason=(
            "Asking, yes, and new workers are told. Taking shoes off, no: two workers have stood on "
            "things. There are blue overshoes in every bag, which I know look as though somebody has "
            "died.")),
    Answer(contribution="v-joel-late", kind="no_decision", by="joel", after_days=3, told_by="in_person",
        told_after_days=3,
        reason=(
            "There is nothing to decide here, but I have told Gail that the rota had me in two "
            "places. I was late because I would not leave the person before you.")),
    Answer(contribution="v-bus-pass", kind="adopted", by="gail", after_days=9, told_by="phone",
        told_after_days=9,
        reason=(
            "Box 4 is gone from ours. Nicola is looking at whether it can go from everybody's, and "
            "says she will tell you herself by the end of the month.")),
    Answer(contribution="v-jrd-degree", kind="adopted", by="gail", after_days=12, told_by="email",
        told_after_days=12,
        reason=(
            "Out. Nobody in the team could say what equivalent meant when I asked them, and four of "
            "the eleven do not have one.")),
    Answer(contribution="v-evening-turned", kind="adapted", by="marcus", after_days=27, told_by="phone",
        told_after_days=27,
        reason=(
            "Full meant two workers for three people because one of the three needed both. That is a "
            "reason, but nobody gave it to you, and the way you were spoken to was not all right. "
            "Ewa has talked with the worker. From now on whoever is at the door says why, and when "
            "to come back, and writes down that someone was turned away.")),
    Answer(contribution="v-evening-monday", kind="not_adopted", by="marcus", after_days=33,
        told_by="in_person", told_after_days=36,
        reason=(
            "The group heard this and still chose to close Mondays, three to one, you being the one. "
            "The same wages open Saturday until half past midnight, when we were turning away nine. "
            "I know who two of the three are and we have talked about what Monday looks like for "
            "them.")),
    Answer(contribution="v-evening-door", kind="adapted", by="marcus", after_days=15, told_by="text",
        told_after_days=15,
        reason=(
            "We did it at the meeting and you saw us. There is a heater and a bench under the porch "
            "now, and nobody waits outside it.")),
    Answer(contribution="v-evening-fasting", kind="adapted", by="callum", after_days=5, told_by="phone",
        told_after_days=8,
        reason=(
            "It was on the paper and I did not look. It is written up as a need we did not meet. "
            "Your dates are now in the diary I book from, so that the hour cannot be picked without "
            "a warning in front of me.")),
    Answer(contribution="v-evening-tv", kind="not_adopted", by="ewa", after_days=30,
        told_by="public_page", told_after_days=34,
        reason=(
            "Asked everyone in over a week. Fourteen wanted it on low, eight wanted it off. So there "
            "is now a room without one, the small one with the lamp.")),
    Answer(contribution="v-evening-food", kind="adapted", by="marcus", after_days=17, told_by="email",
        told_after_days=19,
        reason=(
            "Two rings and four pans since last week. The insurer wanted a worker in the kitchen, so "
            "that is where the worker stands now anyway.")),
    Answer(contribution="v-evening-noise", kind="adopted", by="desmond", after_days=35, told_by="email",
        told_after_days=35, reason="The fitting is out of stock. It is ordered."),
    Answer(contribution="v-evening-police", kind="deferred", by="marcus", after_days=25, told_by="phone",
        told_after_days=25,
        reason=(
            "I agree and I cannot settle it alone, because the other side has to sign too. The next "
            "meeting with them was moved twice. Until then our own rule is that a worker sits with "
            "the person first and tells them before any call is made, unless someone is about to be "
            "hurt.")),
    Answer(contribution="v-evening-counting", kind="adopted", by="imran", after_days=22, told_by="phone",
        told_after_days=24,
        reason=(
            "We have said no to the study for exactly this reason. You would have been right to "
            "stand there.")),
    Answer(contribution="v-evening-yusuf", kind="adapted", by="marcus", after_days=10,
        told_by="in_person", told_after_days=10,
        reason="Last entry is now a quarter of an hour later, every night. Please stop running."),
    Answer(contribution="v-weekend-phone", kind="deferred", by="marcus", after_days=12,
        told_by="facilitator", told_after_days=17,
        reason=(
            "I like this and did not know that anybody wanted it. It goes to the weekend group, who "
            "meet after the places are filled. You have put your name down for it too, so you may be "
            "the one to argue for it.")),
    Answer(contribution="v-netherholt-kitchen", kind="adopted", by="anita", after_days=6,
        told_by="phone", told_after_days=6,
        reason=(
            "Off the same day. It had been put on after one incident by somebody who no longer works "
            "here and nobody had asked why it stayed.")),
    Answer(contribution="v-netherholt-visitors", kind="adapted", by="anita", after_days=18,
        told_by="in_person", told_after_days=20,
        reason=(
            "The nine have it, and the one next to the stairs was right about the noise, so the "
            "stair door has a closer and visitors use the other side after ten. She has been offered "
            "a change of room and does not want it.")),
    Answer(contribution="v-netherholt-inspect", kind="no_decision", by="owen", after_days=44,
        told_by="letter", told_after_days=44,
        reason=(
            "Residents are always welcome to speak with inspectors and we value openness. Staff were "
            "asked to make sure that the house looked its best.")),
    Answer(contribution="v-netherholt-mattress", kind="adopted", by="anita", after_days=11,
        told_by="phone", told_after_days=14,
        reason=(
            "Four residents went to the showroom with Bukola. Two kinds were bought, because bodies "
            "differ.")),
    Answer(contribution="v-netherholt-night", kind="not_adopted", by="anita", after_days=37,
        told_by="public_page", told_after_days=39,
        reason=(
            "I looked at this on six nights, twice without saying that I was coming. Each time the "
            "night worker was in the house. If it is another night or another person I am asking you "
            "to tell anyone you trust, or the number on the back of the front door, which does not "
            "come to me.")),
    Answer(contribution="v-netherholt-garden", kind="deferred", by="owen", after_days=50,
        told_by="phone", told_after_days=50,
        reason=(
            "Not this year. Stairs and bathrooms come first, and the money for the garden is in next "
            "year's plan, if it is approved.")),
    Answer(contribution="v-moving-back", kind="no_decision", by="anita", after_days=4, told_by="phone",
        told_after_days=7,
        reason=(
            "Yes. Thursdays, and any other day that somebody in the house asks you. Owen has put the "
            "question first on the list for the moving-on work, because you will not be the only one.")),
    Answer(contribution="v-brack-book", kind="adopted", by="stuart", after_days=38, told_by="in_person",
        told_after_days=38,
        reason=(
            "The book has gone in the shredder in front of whoever was in. The fire officer needs a "
            "number and not names, so Gareth has a clicker. First week: eleven people we had never "
            "seen.")),
    Answer(contribution="v-brack-bell", kind="no_decision", by="stuart", after_days=24, told_by="in_person",
        told_after_days=24,
        reason="I said I would ask for it and I have. It is eighty pounds and it needs the landlord."),
    Answer(contribution="v-brack-friday", kind="adapted", by="imran", after_days=19, told_by="letter",
        told_after_days=19,
        reason=(
            "You are right about the date at the top: it came nine days before and I spent them on "
            "the phone instead of in the room with you. I have told the board that I took it without "
            "you and why. Mr and Mrs Nowell have let us see their nephew's hall. It has steps. I "
            "will come on Thursday at two with what it would cost to ramp it, and you can tell me "
            "the rest to my face.")),
    Answer(contribution="v-brack-heat", kind="adopted", by="stuart", after_days=8, told_by="in_person",
        told_after_days=8,
        reason=(
            "New boiler in today, paid from reserves. It took one phone call once someone said it in "
            "those words.")),
    Answer(contribution="v-brack-kettle", kind="adopted", by="stuart", after_days=2, told_by="in_person",
        told_after_days=7, reason="Kettle. It is on the shelf by the window and it is ours."),
    Answer(contribution="v-brack-yellow", kind="adopted", by="stuart", after_days=7, told_by="text",
        told_after_days=12, reason="Yellow it is. The printer asked three times."),
    Answer(contribution="v-brack-pool", kind="not_adopted", by="stuart", after_days=20,
        told_by="in_person", told_after_days=23,
        reason=(
            "I had it measured: the floor slopes, not the table. Wedges under two legs have been "
            "tried and fell out. No money for a floor.")),
    Answer(contribution="v-brack-domino", kind="adapted", by="stuart", after_days=16,
        told_by="in_person", told_after_days=16,
        reason=(
            "Thursdays from one to three the big table is yours, it is painted on the wall now. Yoga "
            "is upstairs.")),
    Answer(contribution="v-brack-women", kind="adapted", by="hilary", after_days=41, told_by="in_person",
        told_after_days=43,
        reason=(
            "There is no room with a door that we can give every Tuesday at Brackenroyd. There is "
            "one at the mosque on Lowfold Road, and the sessions there are run by women from the "
            "street, with Mehwish when they ask for her and money from us.")),
    Answer(contribution="v-brack-box", kind="adopted", by="mehwish", after_days=3, told_by="in_person",
        told_after_days=3,
        reason="Moved. It had two in it the next morning, the first this year."),
    Answer(contribution="v-brack-manager-qual", kind="adapted", by="hilary", after_days=11,
        told_by="phone", told_after_days=11,
        reason=(
            "It is part of the hour in the drop-in: nobody is introduced, and afterwards you three "
            "say who could sit still.")),
    Answer(contribution="v-hall-lunch", kind="adopted", by="stuart", after_days=18, told_by="letter",
        told_after_days=18,
        reason=(
            "Last Thursday of each month, starting with the next. Three people have already asked me "
            "whether the humming is compulsory and I have said no.")),
    Answer(contribution="v-driver", kind="adapted", by="parveen", after_days=29, told_by="letter",
        told_after_days=29,
        reason=(
            "He had been given the name of the group you were going to, and drew a conclusion. "
            "Drivers now get a name, a place and a time. It is example four on the new page, in "
            "words you and Eluned agreed.")),
    Answer(contribution="v-conf-differ", kind="not_adopted", by="parveen", after_days=10,
        told_by="phone", told_after_days=10,
        reason=(
            "The law gives me a duty in some of these cases and \"decide\" would promise a choice "
            "that I do not always have. Both lines are printed, yours first.")),
    Answer(contribution="v-pay-51", kind="adapted", by="carys", after_days=21, told_by="letter",
        told_after_days=26,
        reason=(
            "Ten working days from the day itself, and the clock starts without you sending "
            "anything. Yours was the slowest payment of the year and sat in a tray between two "
            "people who each thought it was the other's. I was one of them.")),
    Answer(contribution="v-pay-kully", kind="adapted", by="carys", after_days=44, told_by="email",
        told_after_days=48,
        reason=(
            "One rate, eighteen pounds, reading paid as reading. Trustees changed nothing. Trainers "
            "stay separate, for now, because the group wished it.")),
    Answer(contribution="v-pay-old", kind="adapted", by="carys", after_days=8, told_by="email",
        told_after_days=11,
        reason=(
            "Say it once, out loud, to Callum, and it stands until you say otherwise. There is still "
            "one line that he has to write down, for the auditor. You do not have to sign it.")),
    Answer(contribution="v-pay-cash", kind="adapted", by="agnieszka", after_days=4, told_by="phone",
        told_after_days=4,
        reason=(
            "The envelope was locked in the safe and the key was on holiday. There are two keys now "
            "and the second is with Leanne, who is always at the desk. I put the eight forty in your "
            "hand and I would have liked to do it before you had to ask.")),
    Answer(contribution="v-comp-lorraine", kind="adopted", by="judith", after_days=30, told_by="email",
        told_after_days=30,
        reason=(
            "Nobody may write the answer to a complaint about themselves or about someone they "
            "manage. It is the first line of the new policy. It ought not to have needed writing.")),
    Answer(contribution="v-comp-sorry", kind="adopted", by="judith", after_days=12, told_by="in_person",
        told_after_days=14,
        reason=(
            "It is the apology page, nearly word for word, and I have had two of my own sent back "
            "under it.")),
    Answer(contribution="v-comp-tribunal", kind="not_adopted", by="judith", after_days=23,
        told_by="phone", told_after_days=23,
        reason=(
            "I argued your side and lost it in the leadership team. Managers said that they would "
            "spend the time deciding which clock they were on. It is twenty, to be looked at again "
            "in a year. I think you may be right.")),
    Answer(contribution="v-letters-page3", kind="adopted", by="rebecca", after_days=39, told_by="letter",
        told_after_days=39,
        reason=(
            "Date, time and place are now the first line, in bold. There is one page. I counted and "
            "there are no brackets left.")),
    Answer(contribution="v-letters-envelope", kind="adopted", by="rebecca", after_days=25,
        told_by="email", told_after_days=25,
        reason=(
            "Plain white with a box number from the first of the month. The old ones went for "
            "recycling that same week, all four thousand.")),
    Answer(contribution="v-letters-hanh", kind="adapted", by="latifah", after_days=14, told_by="text",
        told_after_days=14,
        reason=(
            "The same interpreter is now booked by name for you, and if she is ill we ask you "
            "whether to move the day. It cannot be promised for everyone yet, because some languages "
            "have one interpreter in the whole county.")),
    Answer(contribution="v-letters-text", kind="adopted", by="bev", after_days=6, told_by="email",
        told_after_days=6,
        reason="That was me. It now says: Please reply YES if you are coming."),
)
