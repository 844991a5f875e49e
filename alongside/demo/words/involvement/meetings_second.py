"""Meetings, second part. Shape: words.shapes.Meeting; all words invented.

`agenda`: (item, who raised it). `papers`: what went out, how many days before, and what was different
for some. `arrangements`: (person, what was needed, met | not met | open, what happened). `attendance`:
(person, came, minutes of preparation, minutes in the room). `debrief`: (person, words). `day` is an
offset from today.
"""

from ..shapes import Meeting, Paper

# fmt: off

LATER: tuple[Meeting, ...] = (
    Meeting(key="m-waiting-2", opportunity="op-waiting", decision="sd-lantern-waiting",
        title="Who rings", place="Lantern Street, the big room", day=-48, starts="12:00",
        agenda=(("Withheld number", "amal"), ("No answer is not a no", "samina"), ("Cost", "gail")),
        papers=(Paper(title="Draft of the calls", days_before=5),),
        arrangements=(
            ("samina", "A sitter for her son", "not met",
             "The sitter cancelled that morning. Samina joined by phone from the kitchen and the "
             "meeting was cut to an hour."),
            ("amal", "Arabic interpreter, woman", "met", "By phone for the last half hour."),),
        attendance=(("samina", True, 30, 60), ("stewart", True, 60, 60), ("amal", True, 20, 60)),
        debrief=(
            ("samina",
             "You cannot have a meeting about carers without the carer and call it done. You had me "
             "on a speaker next to the biscuits."),)),
    Meeting(key="m-visitors", opportunity="op-visitors", decision="sd-netherholt-visitors",
        title="House meeting", place="Nether Holt, front room", day=-308, starts="18:30",
        agenda=(("The old rule, read aloud", "terry"), ("Staying over", "dawn")),
        papers=(Paper(title="The old rule", days_before=7),),
        arrangements=(("dawn", "A place to lie down", "met", "Office sofa."),),
        attendance=(("terry", True, 20, 100), ("dawn", True, 20, 100)),
        debrief=(("terry", "Took twenty minutes. It had been up for eleven years."),)),
    Meeting(key="m-pay-1", opportunity="op-pay", decision="pol-pay", title="Last year's payments",
        place="Ropewalk Yard, finance office", day=-104, starts="10:30",
        agenda=(("Fifty-one days", "kully"), ("What is preparation?", "mo")),
        papers=(Paper(title="Every payment, no names", days_before=7),),
        arrangements=(("mo", "Large print and a taxi", "met", "Both."),),
        attendance=(("neil", True, 120, 120), ("mo", True, 90, 120), ("kully", True, 150, 120))),
    Meeting(key="m-pay-2", opportunity="op-pay", decision="pol-pay", title="One rate or three",
        place="Ropewalk Yard, room 2", day=-88, starts="10:30",
        agenda=(("One rate", "neil"), ("Saying no to money", "kully"), ("Ten days from when", "carys")),
        papers=(Paper(title="Two drafts", days_before=8),),
        arrangements=(("mo", "Large print and a taxi", "met", "Both, again."),),
        attendance=(("neil", True, 90, 120), ("mo", True, 80, 120), ("kully", True, 90, 120)),
        debrief=(
            ("kully", "Carys brought the real figures and did not explain them to us. I respect that."),)),
    Meeting(key="m-complaints", opportunity="op-complaints", decision="pol-complaints",
        title="What sorry has to say", place="Ropewalk Yard, room 1", day=-126, starts="13:00",
        agenda=(("Who answers", "lorraine"), ("Sorry for what", "winston"), ("Time limits", "judith")),
        papers=(Paper(title="The old policy in large print", days_before=10),),
        arrangements=(
            ("winston", "Large print and a phone call to say it is in the post", "met",
             "Callum rang twice, the first time too early."),
            ("winston", "Fares in cash before the day", "not met",
             "The envelope was in the safe and the person with the key was on leave. He paid "
             "himself and was paid back on the day."),),
        attendance=(("lorraine", True, 90, 150), ("winston", True, 120, 150)),
        debrief=(
            ("winston",
             "You are rewriting how to put things right, and you could not put eight pounds forty "
             "in an envelope."),)),
    Meeting(key="m-confidential", opportunity="op-confidential", decision="pol-confidentiality",
        title="Nine examples", place="Ropewalk Yard, room 1", day=-51, starts="11:00",
        agenda=(("What the driver knows", "patience"), ("Where we differ", "eluned")),
        papers=(Paper(title="The old page, as text", days_before=9),),
        arrangements=(
            ("eluned", "Text files", "met", "Checked by Wendy first."),
            ("patience", "Not a Wednesday evening", "met", "A Thursday morning."),),
        attendance=(("patience", True, 60, 150), ("eluned", True, 80, 150))),
    Meeting(key="m-safeguarding", opportunity="op-safeguarding", decision="pol-safeguarding",
        title="One hour on a screen", place="By video", day=-130, starts="15:00",
        agenda=(("The front page", "parveen"),), papers=(Paper(title="Draft", days_before=1,
            difference="Staff had the draft for two weeks; the others for a day."),),
        arrangements=(("marta", "No abbreviations", "not met", "There were six on the first page."),),
        attendance=(("aled", True, 30, 60), ("marta", True, 20, 60), ("hamza", True, 10, 50)),
        debrief=(("marta", "It was polite. I think it was finished before we came."),)),
    Meeting(key="m-jrd-sw", opportunity="op-jrd-sw", decision="jrd-support-worker", title="Crossing out",
        place="Lantern Street, the back room", day=-39, starts="14:00",
        agenda=(("Must drive", "del"), ("Essential or nice to have", "preet")),
        papers=(Paper(title="The job page and nine weeks of visits on a map", days_before=5),),
        arrangements=(("preet", "Bus pass on her phone the evening before", "met", "Came at seven."),),
        attendance=(("del", True, 60, 150), ("preet", True, 45, 150)),
        debrief=(("preet", "Gail argued back, which is better than nodding."),)),
    Meeting(key="m-jrd-peer", opportunity="op-jrd-peer", decision="jrd-peer-lead",
        title="Writing the job", place="Ropewalk Yard, room 2", day=-148, starts="10:00",
        agenda=(("A mascot or a manager", "vik"), ("Who manages the diary", "nasreen")),
        papers=(Paper(title="A blank page and three other people's", days_before=6),),
        attendance=(("nasreen", True, 40, 180), ("vik", True, 80, 180))),
    Meeting(key="m-listening", opportunity="op-listening", decision="train-listening",
        title="Planning the two days", place="Ropewalk Yard, room 2", day=-240, starts="10:00",
        agenda=(
            ("Being wrong in front of your boss", "colette"),
            ("Silence, in several languages", "emmanuel"), ("Money", "nicola"),),
        papers=(Paper(title="Colette's outline", days_before=10),),
        attendance=(("colette", True, 300, 240), ("emmanuel", True, 180, 240)),
        debrief=(("colette", "First invoice from this place paid before I had to ring."),)),
    Meeting(key="m-comp-review", opportunity="op-comp-review", decision="comp-review",
        title="Thirty-one complaints", place="Ropewalk Yard, room 1", day=-196, starts="10:00",
        agenda=(("The same complaint seven times", "ruth"), ("Three things", "irfan")),
        papers=(Paper(title="All of them, numbered", days_before=9),),
        arrangements=(("irfan", "A text the same day to say it is on", "met", "Ten past eight."),),
        attendance=(("ruth", True, 240, 210), ("irfan", True, 150, 210))),
    Meeting(key="m-interp-1", opportunity="op-interpreters", decision="proc-interpreters",
        title="What is good interpreting?", place="Bobbin Rooms, room 4", day=-180, starts="11:00",
        agenda=(("Say what I said", "khalid"), ("The same person", "hanh"), ("Price", "latifah")),
        papers=(Paper(title="Draft marks, in three languages", days_before=8),),
        arrangements=(
            ("khalid", "Arabic interpreter in the room", "met", "From none of the four firms."),
            ("hanh", "Vietnamese interpreter, a woman", "met", "Yes."),),
        attendance=(("olena", True, 60, 120), ("hanh", True, 30, 120), ("khalid", True, 60, 120))),
    Meeting(key="m-interp-2", opportunity="op-interpreters", decision="proc-interpreters",
        title="Four test calls", place="Bobbin Rooms, room 4", day=-158, starts="10:00",
        agenda=(("Four calls", "olena"), ("Six score sheets", "latifah")),
        papers=(Paper(title="Score sheets in three languages", days_before=5),),
        arrangements=(("khalid", "Help to find the room", "met", "Latifah met him at the stop."),),
        attendance=(("olena", True, 60, 240), ("hanh", True, 40, 240), ("khalid", True, 60, 240)),
        debrief=(
            ("khalid",
             "The second interpreter improved my sentence. I did not ask for it to be improved."),)),
    Meeting(key="m-strategy-1", opportunity="op-strategy", decision="board-strategy",
        title="First long day", place="The chapel hall, Lowfold", day=-284, starts="09:30",
        agenda=(
            ("What we would miss", "zarghona"), ("Growth of what", "priscilla"),
            ("Money for five years", "simon"),),
        papers=(Paper(title="Budget, waiting lists, last aims", days_before=12),),
        arrangements=(
            ("zarghona", "Crèche for two", "not met",
             "The crèche worker did not come. Hilary and a trustee took turns on the floor with "
             "bricks."),
            ("zarghona", "Dari interpreter, not from her street", "met", "Yes."),
            ("stewart", "Tables as tables", "met", "Yes."),),
        attendance=(
            ("neil", True, 300, 360), ("priscilla", True, 320, 360), ("stewart", True, 360, 360),
            ("zarghona", True, 120, 300), ("lorraine", True, 200, 360),)),
    Meeting(key="m-strategy-2", opportunity="op-strategy", decision="board-strategy",
        title="Second long day", place="The chapel hall, Lowfold", day=-269, starts="09:30",
        agenda=(("What we stop", "stewart"), ("Order of the five", "neil")),
        papers=(Paper(title="Five aims, two orders", days_before=7),),
        arrangements=(("zarghona", "Crèche for two", "met", "Two workers this time."),),
        attendance=(
            ("neil", True, 180, 360), ("priscilla", True, 180, 360), ("stewart", True, 200, 360),
            ("zarghona", True, 60, 360), ("lorraine", True, 90, 360),),
        debrief=(
            ("zarghona",
             "Man with grey beard asked me and then he waited for the answer. I said stop the coach "
             "trips, buy the women's room a lock."),)),
    Meeting(key="m-plan-form", opportunity="op-plan-form", decision="sd-plan-form",
        title="Taking the form apart", place="Lantern Street, the small room", day=-32, starts="11:00",
        agenda=(("Whose words", "chantelle"), ("What repeats", "aled")),
        papers=(Paper(title="A blank plan, cut into strips", days_before=7),),
        arrangements=(
            ("craig", "One helper, not six", "not met",
             "Two students had been let in to watch. They were asked to leave, but he had gone."),
            ("aled", "Times on the agenda, kept", "met", "To the minute."),),
        attendance=(("chantelle", True, 40, 120), ("aled", True, 60, 120), ("craig", False, 0, 0)),
        debrief=(("aled", "The same question is asked in boxes 2, 7 and 11."),)),
    Meeting(key="m-plan-form-2", opportunity="op-plan-form", decision="sd-plan-form",
        title="What to keep", place="Lantern Street, the small room", day=13, starts="11:00",
        agenda=(("What Deborah threw out", "aled"), ("Counting it for the commissioner", "deborah")),
        arrangements=(("aled", "Times on the agenda, kept", "open", ""),)),
    Meeting(key="m-brack-plan", opportunity="op-brack-manager", decision="rec-brack-manager",
        title="Planning the day", place="Brackenroyd, upstairs", day=-8, starts="13:30",
        agenda=(("What the last one was good at", "jean"), ("An hour with whoever is there", "keeley")),
        papers=(Paper(title="Applications, by post to Mrs Barraclough", days_before=6),),
        arrangements=(
            ("jean", "Papers by post", "met", "Second class, arrived."),
            ("jean", "A lift after dark", "met", "Gareth again."),),
        attendance=(("jean", True, 60, 110), ("keeley", True, 30, 110), ("tariq", True, 30, 110))),
    Meeting(key="m-brack-day", opportunity="op-brack-manager", decision="rec-brack-manager",
        title="The day", place="Brackenroyd", day=6, starts="09:30",
        agenda=(
            ("The hour in the drop-in", "keeley"), ("Interviews", "hilary"),
            ("Is there a door bell in the budget", "jean"),),
        papers=(Paper(title="Questions", days_before=5),),
        arrangements=(("jean", "Papers by post", "open", ""), ("jean", "A lift after dark", "open", ""))),
)
