"""Answers, with the reason in the words of whoever answered: from excellent to weak. All invented.

`kind` is adopted, adapted, not_adopted, deferred or no_decision. `after_days` counts from the day the
words were received. `told_by` is a channel and `told_after_days` its day, counted the same way; both
missing where the person has still not been told. A deferral keeps its clock.
"""

from ..shapes import Answer

# fmt: off

ORGANISATION: tuple[Answer, ...] = (
    Answer(contribution="v-talk-radio", kind="adopted", by="bev", after_days=3, told_by="email",
        told_after_days=5,
        reason="The radio has been unplugged and given to the charity shop. I had stopped hearing it."),
    Answer(contribution="v-talk-clock", kind="adopted", by="bev", after_days=15, told_by="public_page",
        told_after_days=17,
        reason=(
            "Mended. You were the second to say so; the first was told it would be reported and it "
            "was not.")),
    Answer(contribution="v-talk-groups", kind="not_adopted", by="rebecca", after_days=48,
        told_by="letter", told_after_days=48,
        reason=(
            "The groups were closed and are not coming back this year; the room has been let. You "
            "are right about the weeks. It was not on purpose, which I know is not much of an answer.")),
    Answer(contribution="v-talk-nineteen", kind="no_decision", by="rebecca", after_days=33,
        told_by="public_page", told_after_days=33,
        reason=(
            "We are sorry that your experience fell short. Waiting times vary with demand and we "
            "keep them under review.")),
    Answer(contribution="v-talk-camera", kind="no_decision", by="piers", after_days=7, told_by="email",
        told_after_days=9,
        reason=(
            "No. We write that it was by video and what we agreed. I asked the others: two had been "
            "writing \"camera off\" and have stopped.")),
    Answer(contribution="v-talk-silence", kind="adopted", by="rebecca", after_days=2, told_by="email",
        told_after_days=7,
        reason=(
            "It is in. Piers thinks it is unfair to candidates. I think it is unfair to the people "
            "they would be silent with if we leave it out.")),
    Answer(contribution="v-talk-price", kind="not_adopted", by="latifah", after_days=21, told_by="phone",
        told_after_days=24,
        reason=(
            "The share for price is set by the board's rules for anything over twenty thousand "
            "pounds and I could not move it. What I could do was to make anyone who scored under "
            "half for quality drop out whatever their price. The cheapest dropped out.")),
    Answer(contribution="v-talk-child", kind="adopted", by="latifah", after_days=6, told_by="email",
        told_after_days=6,
        reason=(
            "No child interprets in this building now. If no interpreter comes, we stop and pay your "
            "fare home and back. That was a decision we could make on the day and did.")),
    Answer(contribution="v-talk-arabic", kind="deferred", by="latifah", after_days=40, told_by="text",
        told_after_days=40,
        reason=(
            "Voice messages work one to one and I do them. For everybody they would have to sit "
            "somewhere safe, and Wendy is looking at where. I asked for a date and have \"this "
            "quarter\".")),
    Answer(contribution="v-talk-men", kind="adapted", by="piers", after_days=28, told_by="text",
        told_after_days=28,
        reason=(
            "Walking, yes: two of us can do sessions walking from next month. Not in a car, because "
            "of the insurance. The washing I have not dared to raise.")),
    Answer(contribution="v-talk-faith", kind="no_decision", by="rebecca", after_days=19, told_by="phone",
        told_after_days=19,
        reason=(
            "I asked her and, with your leave, read it. She had written: faith matters, goes to "
            "chapel Sundays, ask more. You can read everything that is written, any week, without "
            "giving a reason.")),
    Answer(contribution="v-plan-four", kind="adopted", by="deborah", after_days=12, told_by="email",
        told_after_days=16,
        reason=(
            "Nothing is carried forward now: every plan starts empty and the old one is for the "
            "person to bring if they want it. I looked and found the swimming in three other "
            "people's as well.")),
    Answer(contribution="v-plan-box", kind="adapted", by="deborah", after_days=9, told_by="email",
        told_after_days=9, reason="Two of the three are gone. And I am sorry about the word."),
    Answer(contribution="v-plan-students", kind="no_decision", by="deborah", after_days=6,
        told_by="phone", told_after_days=6,
        reason=(
            "You were told one person and there were three. I let them in because their college "
            "asked me on the stairs. It is written down as a need we did not meet. You left the "
            "group and you do not have to say more than that.")),
    Answer(contribution="v-plan-thirty", kind="adopted", by="deborah", after_days=27, told_by="email",
        told_after_days=29,
        reason=(
            "The next thirty will be read by people who have plans, with names out. I have asked for "
            "the money for it.")),
    Answer(contribution="v-plan-copy", kind="no_decision", by="kwame", after_days=5,
        told_by="public_page", told_after_days=7,
        reason=(
            "Yes. Ask reception, show something with your name on, and you get it within the week. "
            "You do not have to say what for.")),
    Answer(contribution="v-board-sheet", kind="adapted", by="roy", after_days=24, told_by="email",
        told_after_days=24,
        reason=(
            "I have got agreement to the page from the chair and not yet from the treasurer. \"Who "
            "loses\" made the most noise, so it stays in.")),
    Answer(contribution="v-board-pictures", kind="adapted", by="adaeze", after_days=11, told_by="letter",
        told_after_days=14,
        reason=(
            "It has been sent again as text, and no pack leaves without Wendy's check. I listened to "
            "the first one the way you did, and stopped at nine.")),
    Answer(contribution="v-board-seat", kind="no_decision", by="roy", after_days=30, told_by="phone",
        told_after_days=30,
        reason=(
            "On the agenda, discussed, put off to the next one because we had not agreed who "
            "chooses. It is now overdue by more than I like saying.")),
    Answer(contribution="v-board-lunch", kind="no_decision", by="adaeze", after_days=20,
        told_by="letter", told_after_days=22,
        reason=(
            "I did. The coordinator refused it, and I was annoyed for about a day. The rest was "
            "money and the Evening Room, and two people from the register ought to have been there "
            "for all of it.")),
    Answer(contribution="v-board-growth", kind="adopted", by="adaeze", after_days=15,
        told_by="in_person", told_after_days=15,
        reason="Nobody at the table could finish the sentence. It was taken out."),
    Answer(contribution="v-board-lock", kind="adapted", by="stuart", after_days=12, told_by="phone",
        told_after_days=12,
        reason=(
            "There is a lock on the small room upstairs, with a key that the women hold. The coach "
            "trips had already been paid for this year and end after that.")),
    Answer(contribution="v-board-expert", kind="not_adopted", by="callum", after_days=18,
        told_by="letter", told_after_days=22,
        reason=(
            "The word won by 23 to 19 and stands until it is looked at again. It goes on forms. On "
            "everything that comes to you it says Mr Peart.")),
    Answer(contribution="v-board-word-again", kind="deferred", by="callum", after_days=17,
        reason=(
            "It is down for the yearly look at the reserved list, which is in two months or so. You "
            "are first on the item.")),
    Answer(contribution="v-annual-story", kind="adapted", by="zainab", after_days=14, told_by="email",
        told_after_days=14,
        reason=(
            "The new one has no stories and no portraits. I had chosen those pictures and I counted "
            "too, after you wrote.")),
    Answer(contribution="v-phone-menu", kind="adapted", by="nicola", after_days=39, told_by="phone",
        told_after_days=39,
        reason=(
            "The contract fixes the menu for five years and changing it costs nine hundred pounds "
            "that I have not got. Holding down nought takes you to Leanne; I have asked for that to "
            "be on everything we print.")),
    Answer(contribution="v-phone-voice", kind="not_adopted", by="leanne", after_days=10,
        told_by="public_page", told_after_days=10,
        reason=(
            "She comes with the system. I have asked whether I can do it instead, in a normal voice, "
            "and been told not until renewal.")),
    Answer(contribution="v-web-chat", kind="deferred", by="zainab", after_days=13, told_by="email",
        told_after_days=16,
        reason=(
            "It was on the list because the last charity I worked for had one. Nicola wants to see "
            "what it costs before it comes off, and the prices are not in.")),
    Answer(contribution="v-web-button", kind="adopted", by="wendy", after_days=2, told_by="email",
        told_after_days=2,
        reason=(
            "It goes to the page of numbers, with the ones open at night first. Fixed the same "
            "afternoon.")),
    Answer(contribution="v-taxi-step", kind="adapted", by="tracey", after_days=17, told_by="letter",
        told_after_days=17,
        reason=(
            "Upheld. We have changed the firm. If a car is ten minutes late you ring one number, "
            "which is on the card with this letter, and a person here sorts it while you sit down.")),
    Answer(contribution="v-training-boss", kind="adapted", by="nicola", after_days=19, told_by="email",
        told_after_days=21,
        reason="Agreed. Managers had theirs first and it was the quieter of the two."),
    Answer(contribution="v-training-invoice", kind="no_decision", by="nicola", after_days=10,
        told_by="email", told_after_days=14,
        reason=(
            "That was not a proposal from us and I have told him so. You had a price and we said yes "
            "to it in writing.")),
    Answer(contribution="v-training-firstaid", kind="not_adopted", by="tracey", after_days=34,
        told_by="email", told_after_days=34,
        reason=(
            "Twelve places, all needed for staff by law this year. Four places are asked for in next "
            "year's round.")),
    Answer(contribution="v-race-when", kind="no_decision", by="judith", after_days=39, told_by="email",
        told_after_days=39,
        reason=(
            "I withdrew the request because we could not agree what it was for, and I should have "
            "told you the same day and did not. It is still meant to happen. I do not have a date.")),
    Answer(contribution="v-chairs", kind="adopted", by="desmond", after_days=14, told_by="in_person",
        told_after_days=14,
        reason="Twelve chairs with arms. The table has gone to the alliance."),
    Answer(contribution="v-benches", kind="adopted", by="desmond", after_days=32, told_by="in_person",
        told_after_days=32, reason="Done as drawn, including the angle."),
    Answer(contribution="v-dogs", kind="adopted", by="desmond", after_days=15, told_by="in_person",
        told_after_days=15,
        reason="Nobody could improve it, so it is the policy. Three has been shortened."),
    Answer(contribution="v-bid-money", kind="no_decision", by="hilary", after_days=21, told_by="email",
        told_after_days=21,
        reason=(
            "It is for paying young people and for their fares, over two years. So far nothing has "
            "been spent, and you will be able to see when it is.")),
    Answer(contribution="v-bid-youth-pizza", kind="adapted", by="hilary", after_days=30, told_by="text",
        told_after_days=30,
        reason=(
            "The leaflet has been pulped, all two thousand. The next one starts with you two and an "
            "empty page, and is paid.")),
    Answer(contribution="v-alliance-after", kind="not_adopted", by="hafsa", after_days=35,
        told_by="email", told_after_days=40,
        reason=(
            "Four partners wrote it in two afternoons, and I could not slow the other three. I have "
            "dropped the session, because I agree that it would be for show. I have asked for the "
            "next offer to have a date for people in its own timetable before there is a date for "
            "writing.")),
    Answer(contribution="v-mosque-money", kind="no_decision", by="hilary", after_days=22,
        told_by="in_person", told_after_days=22,
        reason=(
            "The women's committee holds it, quarterly, in advance. We ask for one page at the end "
            "of the year.")),
    Answer(contribution="v-lunch-date", kind="adapted", by="stuart", after_days=9, told_by="letter",
        told_after_days=9,
        reason=(
            "I mixed up the hall's bookings and told nobody. You will get a call from me by ten in "
            "the morning if it is ever off. I have eaten some of the potatoes and they were good.")),
    Answer(contribution="v-uni", kind="adapted", by="stuart", after_days=15,
        reason=(
            "Only if everybody is paid and you lot see the results before anyone else, and they have "
            "agreed to that in writing. The last two never sent us a page.")),
    Answer(contribution="v-heat-room", kind="deferred", by="hilary", after_days=20,
        reason=(
            "The council's money starts at nine and I have asked for seven. They answer when they "
            "answer.")),
    Answer(contribution="v-minutes", kind="not_adopted", by="callum", after_days=7, told_by="email",
        told_after_days=12,
        reason=(
            "Two weeks, not one. I am one person and I would break a week by the second month. The "
            "decisions alone come the next day, and if I miss the two weeks you may publish yours "
            "instead.")),
    Answer(contribution="v-jargon", kind="adapted", by="parveen", after_days=20, told_by="email",
        told_after_days=23,
        reason=(
            "The six are gone from the front page. You were asked once, late, and I have written "
            "that down as asking and not as more. \"What we will do\" is now the first heading, and "
            "I would still like you to tell me if it is one.")),
    Answer(contribution="v-carer-pen", kind="no_decision", by="judith", after_days=52, told_by="email",
        told_after_days=52, reason="Thanks for raising this, we have passed it to the team."),
    Answer(contribution="v-choir-name", kind="adapted", by="hilary", after_days=31, told_by="in_person",
        told_after_days=33,
        reason=(
            "The room on Mondays, yes, free, as long as we have it. The phrase was mine, in a report "
            "to a funder, and will not come again. Going it alone needs a bank account and I have "
            "asked Agnieszka to help whoever you choose.")),
    Answer(contribution="v-winston-step", kind="adapted", by="leanne", after_days=17, told_by="phone",
        told_after_days=21,
        reason=(
            "The printer had no paper and nobody turned round. That was us, and I was one of two on "
            "the desk. Large print is now printed the day before and in an envelope with the name "
            "on, on the shelf at the front and not in a queue. What I cannot do is print by hand for "
            "somebody who comes without a call: the big paper is kept upstairs.")),
    Answer(contribution="v-ruth-points", kind="adapted", by="judith", after_days=26, told_by="letter",
        told_after_days=29,
        reason=(
            "On 2 and 4: done, it says what the person may decide and it is signed. On 3: I kept "
            "\"aim\", because in four cases of ten last year we should have broken \"will\", and I "
            "would sooner change the figure before the verb. On 6: I look forward to it.")),
    Answer(contribution="v-danuta-papers", kind="adapted", by="anita", after_days=15, told_by="email",
        told_after_days=20,
        reason=(
            "I sent them to staff on time and yours sat in my drafts. It is written down as a need "
            "we did not meet and as papers that were not the same to everyone. Callum sends packs to "
            "everybody in one go now; I am not trusted with it and that is fair.")),
    Answer(contribution="v-irfan-ring", kind="adopted", by="judith", after_days=34, told_by="email",
        told_after_days=37,
        reason=(
            "It became the first of the three things: ring back when you say you will. Since then "
            "each manager gets a list on Friday of who was promised a call and did not get it, and "
            "so do I. The list is shorter than it was and not yet short.")),
    Answer(contribution="v-hoods", kind="not_adopted", by="stuart", after_days=56, told_by="public_page",
        told_after_days=56,
        reason="House rules are reviewed annually and are there for everybody's comfort."),
    Answer(contribution="v-quiz", kind="not_adopted", by="stuart", after_days=13, told_by="in_person",
        told_after_days=18,
        reason=(
            "I love it, and a third of the room does not eat it, and the fridge is on its last legs. "
            "Groceries, chosen by whoever wins, is on for the last Friday, wherever Friday ends up.")),
    Answer(contribution="v-lone-nod", kind="no_decision", by="gail", after_days=26, told_by="email",
        told_after_days=29,
        reason=(
            "It is not in the figures as done with people. It is on the board's list of those taken "
            "without, with my name beside it. I do not have a better answer than that; I should have "
            "moved the day.")),
    Answer(contribution="v-evening-fergus", kind="no_decision", by="marcus", after_days=71,
        told_by="public_page", told_after_days=74, reason="Fed back to the individual."),
    Answer(contribution="v-prayer", kind="adapted", by="ewa", after_days=20, told_by="letter",
        told_after_days=25,
        reason=(
            "Yes, the small room with the lamp, any time. There is a card for the door that you turn "
            "over. One side says: I am all right, leave me be. Three people used it in the first "
            "week and I don't think that all of them were praying.")),
    Answer(contribution="v-carer-night", kind="adopted", by="rebecca", after_days=23, told_by="email",
        told_after_days=25,
        reason=(
            "You are right: nothing in the law stops us listening. Counsellors had been told \"we "
            "cannot discuss\", and had heard \"we cannot listen\". Any carer can now ask for twenty "
            "minutes to tell us things, and we say at the start what we can say back, which will "
            "often be nothing. Piers has had the first three.")),
    Answer(contribution="v-lunch-volunteer", kind="no_decision", by="hilary", after_days=58,
        told_by="letter", told_after_days=58,
        reason=(
            "The request came from the funder's monitoring requirements and applies to all groups we "
            "work with.")),
    Answer(contribution="v-brack-urn", kind="adopted", by="hilary", after_days=18, told_by="phone",
        told_after_days=18,
        reason=(
            "They pour from half past nine on the day, for whoever is in. Mrs Barraclough has asked "
            "to hold the second pot.")),
    Answer(contribution="o-brack-new", kind="adopted", by="hilary", after_days=12,
        reason=(
            "The table stays where it is until the new manager has lost a game at it. It is the "
            "first line of the handover.")),
)
