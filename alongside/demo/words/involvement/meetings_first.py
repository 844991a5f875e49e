"""Meetings, first part. Shape: words.shapes.Meeting; all words invented.

`agenda`: (item, who raised it). `papers`: what went out, how many days before, and what was different
for some. `arrangements`: (person, what was needed, met | not met | open, what happened). `attendance`:
(person, came, minutes of preparation, minutes in the room). `debrief`: (person, words). `day` is an
offset from today.
"""

from ..shapes import Meeting, Paper

# fmt: off

EARLIER: tuple[Meeting, ...] = (
    Meeting(key="m-lantern-questions", opportunity="op-lantern-sw", decision="rec-lantern-sw",
        title="Writing the questions", place="Lantern Street, the back room", day=-66, starts="10:30",
        agenda=(
            ("What makes a good visit", "mo"), ("Six questions, no more", "gail"),
            ("Who welcomes the candidates", "del"),),
        papers=(Paper(title="Job page and the four applications, names taken out", days_before=9),),
        arrangements=(
            ("mo", "Papers in 18 point on cream, by post", "met", "Came two days early."),
            ("mo", "Taxi both ways", "met", "Driver rang the bell as asked."),),
        attendance=(("mo", True, 70, 120), ("del", True, 60, 120))),
    Meeting(key="m-lantern-panel", opportunity="op-lantern-sw", decision="rec-lantern-sw",
        title="Interviews and choice", place="Lantern Street, the big room", day=-58, starts="09:30",
        agenda=(
            ("Four interviews", "gail"), ("Count the scores twice", "del"),
            ("What we would change next time", "callum"),),
        papers=(Paper(title="Score sheets, the same for all four", days_before=4),),
        arrangements=(
            ("mo", "Score sheets in 18 point", "met", "Printed on the day, but they were there."),
            ("mo", "Taxi both ways", "not met",
             "The taxi home did not come for fifty minutes. Joel drove her in his own car. The firm "
             "had it down for the wrong day."),),
        attendance=(("mo", True, 80, 300), ("del", True, 90, 300)),
        debrief=(
            ("del",
             "That job page says must drive. Two people I know would walk this job and never applied."),
            ("mo",
             "Nobody laughed at my question. I was cross about the taxi and I said so to the right "
             "person."),)),
    Meeting(key="m-evening-lead", opportunity="op-evening-lead", decision="rec-evening-lead",
        title="Test and interviews", place="The Evening Room", day=-204, starts="13:00",
        agenda=(("Listening to the phone message", "seun"), ("Three interviews", "marcus")),
        papers=(Paper(title="Applications", days_before=8),),
        arrangements=(("bernadette", "Taxi home", "met", "On time."),),
        attendance=(("seun", True, 90, 240), ("bernadette", True, 60, 240)),
        debrief=(("bernadette", "We were let be awkward. Marcus wanted the other one and lost."),)),
    Meeting(key="m-night", opportunity="op-night", decision="rec-netherholt-night",
        title="A day at the house", place="Nether Holt", day=-163, starts="11:00",
        agenda=(
            ("Ten minutes in the kitchen", "terry"), ("Questions", "danuta"),
            ("Nobody, or somebody?", "anita"),),
        papers=(Paper(title="Applications and the rota", days_before=6,
            difference="Staff had the questions too, and had all of it five days earlier."),),
        arrangements=(
            ("danuta", "Questions in writing two days before", "not met",
             "They came the evening before. Anita sent them to staff on time and forgot hers."),),
        attendance=(("terry", True, 40, 270), ("danuta", True, 60, 270)),
        debrief=(
            ("danuta",
             "I had the papers later than staff. I made it in the night. It should not be so."),
            ("terry", "House looks better than it did. The kettle's the same kettle."),)),
    Meeting(key="m-peer-plan", opportunity="op-peer", decision="rec-peer-brack",
        title="Where do we put the advert?", place="Brackenroyd, upstairs", day=-138, starts="12:30",
        agenda=(
            ("Not the job page on the internet", "nasreen"), ("A voice message in Urdu", "farida"),
            ("The grade", "stuart"),),
        papers=(Paper(title="One sheet", days_before=7),),
        arrangements=(
            ("farida", "Room with women only while she speaks about her street", "met",
             "Stuart went and made tea for twenty minutes."),),
        attendance=(("nasreen", True, 30, 100), ("lee", True, 30, 100), ("farida", True, 20, 100))),
    Meeting(key="m-peer-panel", opportunity="op-peer", decision="rec-peer-brack",
        title="Walking interviews", place="Brackenroyd and the park", day=-122, starts="10:00",
        agenda=(("Five walks", "lee"), ("Five votes", "lee")),
        papers=(Paper(title="Applications and two voice messages", days_before=8),),
        arrangements=(
            ("lee", "Breaks every forty minutes", "met", "Bench by the pond."),
            ("nasreen", "Nothing on Friday between twelve and three", "met", "It was moved for her."),),
        attendance=(("nasreen", True, 60, 280), ("lee", True, 60, 280), ("farida", True, 40, 280)),
        debrief=(
            ("farida",
             "I never thought they would ask me who. I told my sister and she laughed. Then she "
             "asked how much."),)),
    Meeting(key="m-director-1", opportunity="op-director", decision="rec-director-services",
        title="Reading and questions", place="Ropewalk Yard, board room", day=-241, starts="17:30",
        agenda=(("The three essentials", "judith"), ("Who asks about money", "priscilla")),
        papers=(Paper(title="Applications, budget, last plan", days_before=5),),
        arrangements=(
            ("eluned", "Text files, no scans", "not met",
             "The budget was a picture of a spreadsheet. A text copy came two days later."),),
        attendance=(("neil", True, 240, 120), ("eluned", True, 300, 120), ("priscilla", True, 260, 120))),
    Meeting(key="m-director-2", opportunity="op-director", decision="rec-director-services",
        title="The open meeting and the panel", place="Ropewalk Yard, ground floor", day=-230,
        starts="09:30",
        agenda=(
            ("Open questions from anyone", "eluned"), ("Panel scores", "adaeze"),
            ("Record who would rather have advertised again", "priscilla"),),
        papers=(Paper(title="Scores from the open meeting", days_before=1),),
        arrangements=(
            ("eluned", "People say their names before they speak", "met",
             "The chair reminded Simon twice."),),
        attendance=(("neil", True, 60, 400), ("eluned", True, 60, 400), ("priscilla", True, 60, 400)),
        debrief=(
            ("priscilla",
             "We disagreed in front of the person who will read this. I am told that is unusual here."),)),
    Meeting(key="m-counsellor", opportunity="op-counsellor", decision="rec-talking-counsellor",
        title="The exercise and the interviews", place="Bobbin Rooms, room 4", day=-30, starts="10:00",
        agenda=(("The silence in the exercise", "shabnam"), ("Scores", "rebecca")),
        papers=(Paper(title="Applications", days_before=8),),
        arrangements=(
            ("shabnam", "A window that opens", "met", "Room swapped."),
            ("graham", "Papers a week ahead", "met", "Eight days."),),
        attendance=(("shabnam", True, 50, 260), ("graham", True, 90, 260)),
        debrief=(("graham", "There is a comma missing in the offer letter. Otherwise a fair day."),)),
    Meeting(key="m-bank", opportunity="op-bank", decision="rec-lantern-bank",
        title="Three short interviews", place="Lantern Street, the back room", day=-212, starts="09:30",
        agenda=(("Three interviews", "gail"),), papers=(Paper(title="Applications", days_before=2,
            difference="Staff had the scores of the first round as well."),),
        attendance=(("jo", True, 20, 150), ("beata", False, 0, 0)),
        debrief=(
            ("jo",
             "I was the only one. It is a strange thing to be outvoted by people who are being paid "
             "to be nice to you."),)),
    Meeting(key="m-hours-1", opportunity="op-evening-hours", decision="sd-evening-hours",
        title="The numbers", place="Ropewalk Yard, room 2", day=-203, starts="14:00",
        agenda=(
            ("How many were turned away, by night", "abdi"),
            ("What it costs to be open an hour", "marcus"),),
        papers=(Paper(title="Door counts and wages, the same file staff have", days_before=6),),
        arrangements=(
            ("ryan", "A chair by the door", "met", "And he used it."),
            ("siobhan", "Not before half past ten", "met", "It was at two."),),
        attendance=(
            ("ryan", True, 30, 110), ("bernadette", True, 40, 120), ("abdi", True, 60, 120),
            ("siobhan", True, 60, 120),),
        debrief=(("ryan", "Half of that was explaining their own spreadsheet to themselves."),)),
    Meeting(key="m-hours-2", opportunity="op-evening-hours", decision="sd-evening-hours",
        title="In the room at ten at night", place="The Evening Room", day=-189, starts="22:00",
        agenda=(("Stand where you stand when it is full", "ryan"), ("Monday", "bernadette")),
        arrangements=(("abdi", "Taxi home, late", "met", "Shared with Bernie."),),
        attendance=(
            ("ryan", True, 0, 90), ("bernadette", True, 10, 120), ("abdi", True, 15, 120),
            ("siobhan", False, 0, 0),)),
    Meeting(key="m-hours-3", opportunity="op-evening-hours", decision="sd-evening-hours",
        title="Choosing", place="The Evening Room", day=-176, starts="15:00",
        agenda=(("Two plans", "siobhan"), ("What happens at the door", "abdi")),
        papers=(Paper(title="Two plans on one page", days_before=7),),
        arrangements=(
            ("abdi", "Not in fasting hours", "not met",
             "Three in the afternoon was exactly that. He came and said so at the start."),),
        attendance=(
            ("ryan", True, 20, 60), ("bernadette", True, 30, 120), ("abdi", True, 40, 120),
            ("siobhan", True, 60, 120),),
        debrief=(
            ("abdi",
             "You had it written down that I don't do that hour. It's on your own paper. I came "
             "because it was my idea, not because it was fine."),
            ("ryan", "They did what we said. Let's see if it's still there in a year or whatever."),)),
    Meeting(key="m-front-1", opportunity="op-front-door", decision="sd-brack-front-door",
        title="Walking in", place="Brackenroyd, outside", day=-255, starts="13:30",
        agenda=(("Come in ten times", "keeley"), ("The book", "jean")),
        arrangements=(("jean", "A lift after dark", "met", "Gareth took her."),),
        attendance=(("jean", True, 0, 120), ("tariq", True, 0, 120), ("keeley", True, 0, 100))),
    Meeting(key="m-front-2", opportunity="op-front-door", decision="sd-brack-front-door",
        title="With the fire officer", place="Brackenroyd, by the door", day=-249, starts="13:30",
        agenda=(("A counter and not a book", "tariq"), ("Who holds the kettle", "jean")),
        papers=(Paper(title="Fire rules on one side", days_before=4),),
        attendance=(("jean", True, 10, 90), ("tariq", True, 15, 90), ("keeley", False, 0, 0)),
        debrief=(
            ("jean",
             "They promised us a door bell in the first year as well. I wrote that on the back."),)),
    Meeting(key="m-letters-1", opportunity="op-letters", decision="sd-letters",
        title="The old letter, out loud", place="Bobbin Rooms, room 4", day=-148, starts="11:00",
        agenda=(("Where is the time?", "graham"), ("The envelope", "rukhsana")),
        papers=(Paper(title="The letter and twelve no-shows, no names", days_before=8),),
        arrangements=(("hanh", "Vietnamese interpreter, a woman", "met", "Same one as last time."),),
        attendance=(("hanh", True, 30, 120), ("graham", True, 120, 120), ("rukhsana", True, 60, 120))),
    Meeting(key="m-letters-2", opportunity="op-letters", decision="sd-letters", title="The new letter",
        place="Bobbin Rooms, room 4", day=-137, starts="11:00",
        agenda=(("Six languages", "hanh"), ("What Rebecca changed", "rebecca")),
        papers=(Paper(title="Third draft", days_before=6),),
        arrangements=(
            ("hanh", "The same interpreter", "not met",
             "A different one came and was late. Hạnh stayed but said little until Latifah arrived."),),
        attendance=(("hanh", True, 20, 120), ("graham", True, 60, 120), ("rukhsana", True, 40, 120)),
        debrief=(("hanh", "New lady, I not say so much. Old lady knows my voice. Please write this."),)),
    Meeting(key="m-waiting-1", opportunity="op-waiting", decision="sd-lantern-waiting",
        title="Nine months in a table", place="Lantern Street, the big room", day=-76, starts="12:00",
        agenda=(
            ("Who dropped off and when", "stewart"), ("What I would have wanted at week ten", "samina"),),
        papers=(Paper(title="Counts by month, as a table", days_before=7),),
        arrangements=(
            ("samina", "A sitter for her son, three hours", "met", "Paid before the day."),
            ("amal", "Arabic interpreter, woman", "met", "In the room."),),
        attendance=(("samina", True, 40, 120), ("stewart", True, 120, 120), ("amal", True, 20, 120))),
)
