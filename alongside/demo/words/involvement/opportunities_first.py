"""Opportunities, first part. Shape: words.shapes.Opportunity; adverts in plain words, all invented.

`roles` are pairs of stage (commission, design, deliver, assess) and role (told, asked, involved, advises,
shares, decides). `interested` are pairs of person and day; `chosen` pairs of person and the coordinator's
reason; `declined` were offered a place for a reason too and said no; `withdrew` are pairs of person and day,
        and nobody
asked why. `preparation_minutes` is what was promised as paid reading time.
"""

from ..shapes import Opportunity

# fmt: off

EARLIER: tuple[Opportunity, ...] = (
    Opportunity(key="op-lantern-sw", request="rq-lantern-sw", decision="rec-lantern-sw",
        title="Help choose a support worker", seats=2, opens=-87, closes=-77, state="done",
        chosen_on=-74, preparation_minutes=150,
        roles=(("design", "shares"), ("deliver", "decides"), ("assess", "shares")),
        advert=(
            "Lantern Street needs a new support worker. A support worker visits people at home. We "
            "want two people to help pick the right one. You would help to write the questions. Then "
            "you would meet the four people who want the job. You give them marks, and your marks "
            "count the same as ours. You do not need to have done this before. We will show you how."),
        pay="£18 an hour, reading time too. About 8 hours in all. Fares or a taxi paid before the day.",
        support=(
            "An hour with Callum first. Breaks. Papers in the way you like them. You can bring "
            "someone."),
        hear_back=(
            "Callum rings you the same day with the choice, and again after six weeks to say if the "
            "person started and how it is going."),
        can_change="The questions, the marks and who gets the job. Not the pay or the hours of the job.",
        interested=(
            ("mo", -86), ("del", -86), ("winston", -85), ("danuta", -84), ("lee", -84), ("preet", -83),
            ("irfan", -82), ("aled", -80), ("ryan", -78),),
        chosen=(
            ("mo",
             "Has never sat on a panel since joining; asked for recruitment by name; large print "
             "and taxi can be ready in time."),
            ("del",
             "Not used in the last ten months, has done scoring before. One new person and one who "
             "has done it."),),
        declined=(("winston", "A steward for forty years, and nobody at Lantern Street has a word against him."),)),
    Opportunity(key="op-evening-lead", request="rq-evening-lead", decision="rec-evening-lead",
        title="Choose who runs a shift", seats=2, opens=-238, closes=-228, state="done", chosen_on=-225,
        preparation_minutes=90, roles=(("design", "involved"), ("deliver", "decides")),
        advert=(
            "Each night one worker runs the shift at the Evening Room. That person says who comes in "
            "and what happens if it gets loud. Two people are needed to help choose. You write one "
            "test with us. Then you meet three people and give marks."),
        pay="£15 an hour, reading time too. Fares first.",
        support="Practice hour. A taxi home, as it ends late.",
        hear_back="Marcus rings both of you the next morning.",
        can_change="The test, the marks, the choice.",
        interested=(
            ("seun", -237), ("bernadette", -236), ("siobhan", -229), ("abdi", -230), ("brendan", -230),),
        chosen=(
            ("seun", "Knows night work, and no panel yet."),
            ("bernadette", "Has been in the room on the worst nights. Balanced by someone new."),)),
    Opportunity(key="op-night", request="rq-netherholt-night", decision="rec-netherholt-night",
        title="Choose a night worker for Nether Holt", seats=2, opens=-194, closes=-182, state="done",
        chosen_on=-179, preparation_minutes=60, roles=(("design", "shares"), ("deliver", "decides")),
        advert=(
            "Somebody is awake all night at Nether Holt. We are looking for a new one. We want two "
            "people who know what nights are like. You would show the candidates round, ask "
            "questions and give marks. It is one evening to get ready and one day."),
        pay="£15 an hour, reading time too.", support="Quiet room to lie down in. Lift there and back.",
        hear_back="You are there when we decide. Anita writes to you after three months.",
        can_change="The day, the questions, the choice. If nobody is right, nobody is taken.",
        interested=(("terry", -193), ("danuta", -191), ("dawn", -190), ("lee", -188)),
        chosen=(
            ("terry", "Lived there. No tie to any candidate."),
            ("danuta", "Reads forms closely, has family experience of nights, first time."),),
        declined=(("dawn", "Awake every night of the week, and lives there."),)),
    Opportunity(key="op-peer", request="rq-peer-brack", decision="rec-peer-brack",
        title="Run the search for a peer worker", seats=3, opens=-163, closes=-150, state="done",
        chosen_on=-147, preparation_minutes=180,
        roles=(
            ("commission", "involved"), ("design", "shares"), ("deliver", "decides"),
            ("assess", "shares"),),
        advert=(
            "A peer worker is someone who has been through hard times and is paid to be alongside "
            "others. Brackenroyd can pay for one. Three people from the register and two staff will "
            "find that person. You choose where we put the advert. You choose the questions. You "
            "have three votes of five."),
        pay="£15 an hour, £18 from the day the new rate starts. Reading time too.",
        support="Mehwish speaks Urdu and will be there if wanted. Breaks every 40 minutes.",
        hear_back="You make the choice, so you know first. Stuart sends a note at three and six months.",
        can_change="Nearly everything. Not the hours or the pay.",
        interested=(
            ("nasreen", -162), ("lee", -162), ("farida", -155), ("keeley", -158), ("vik", -157),
            ("brendan", -156), ("ryan", -151),),
        chosen=(
            ("nasreen", "Knows which women would be good and would not apply by form."),
            ("lee",
             "Raised it, and has done peer work. Will not apply for the post himself, said in writing."),
            ("farida", "First time, and people at her table have no other way in."),),
        declined=(("keeley", "Has been to nine of these places and can compare."),)),
    Opportunity(key="op-director", request="rq-director", decision="rec-director-services",
        title="Sit on the panel for the new director", seats=3, opens=-258, closes=-250, state="done",
        chosen_on=-247, preparation_minutes=240, roles=(("design", "involved"), ("deliver", "shares")),
        advert=(
            "The director of services is in charge of everything we run. We want three people on a "
            "panel of six. There is a lot to read. You help to set the questions and run a meeting "
            "where anyone can ask. Then you give marks like the others. Trustees sign the letter."),
        pay="£15 an hour, up to 14 hours with reading.",
        support="Papers seven days before. A helper to talk the papers through.",
        hear_back="The chair rings each of you. What you wrote stays with the papers.",
        can_change="The questions, how the open meeting runs, the marks. Not the pay.",
        interested=(
            ("neil", -257), ("eluned", -257), ("priscilla", -256), ("colette", -254),
            ("lorraine", -253), ("ruth", -252),),
        chosen=(
            ("neil", "Asked-for skill: reading a budget in an interview."),
            ("eluned", "Knows the history; not used for eight months."),
            ("priscilla", "Chaired a housing body. Willing to be disliked."),),
        withdrew=(("colette", -248),)),
    Opportunity(key="op-counsellor", request="rq-counsellor", decision="rec-talking-counsellor",
        title="Help choose a counsellor", seats=2, opens=-62, closes=-54, state="done", chosen_on=-52,
        preparation_minutes=75, roles=(("design", "involved"), ("deliver", "shares")),
        advert=(
            "The Bobbin Rooms need a counsellor for two evenings. You would help to write a short "
            "exercise and some questions. You meet three people. You do not have to tell them "
            "anything about yourself."),
        pay="£18 an hour, reading time too.",
        support="A room with a window that opens. You can stop at any time.",
        hear_back="Rebecca rings you within two days and says why.",
        can_change="One exercise, the questions on culture and language, the choice.",
        interested=(("shabnam", -61), ("graham", -61), ("jo", -60), ("rukhsana", -58), ("tobi", -56)),
        chosen=(
            ("shabnam",
             "New to panels, and women from the group asked for someone who hears what is not said."),
            ("graham", "Used the service, finished over a year ago, careful reader."),),
        declined=(("jo", "Explains things so that nobody feels slow."),)),
    Opportunity(key="op-bank", request="rq-lantern-bank", decision="rec-lantern-bank",
        title="Interview three bank workers", seats=2, opens=-226, closes=-219, state="done",
        chosen_on=-217, preparation_minutes=30, roles=(("deliver", "shares"),),
        advert=(
            "Bank workers step in when someone is off. They still come into people's homes. Two "
            "people are needed for one morning to ask questions and give marks."),
        pay="£15 an hour.", support="Half an hour with Callum first.",
        hear_back="Gail rings the same week.",
        can_change="Two of the five questions and who is taken on.",
        interested=(("jo", -225), ("beata", -224), ("preet", -220)),
        chosen=(("jo", "Patient, first panel."), ("beata", "Knows parents' side of visits."))),
    Opportunity(key="op-evening-hours", request="rq-evening-hours", decision="sd-evening-hours",
        title="When should the Evening Room be open?", seats=4, opens=-224, closes=-212, state="done",
        chosen_on=-209, preparation_minutes=120,
        roles=(
            ("commission", "involved"), ("design", "shares"), ("deliver", "involved"),
            ("assess", "involved"),),
        advert=(
            "The Evening Room can be open for 42 hours a week. Which hours? Four people will work it "
            "out with Marcus over three meetings. You will see the real numbers, the same as staff "
            "see. One meeting is at ten at night, in the room, so you see it."),
        pay="£15 an hour, reading and counting time too. Late taxi home.",
        support="Sit where you like. Go out and come back. No need to say why.",
        hear_back="The new hours go up on the door with the names of those who want to be named.",
        can_change="All the hours except the legal closing time.",
        interested=(
            ("ryan", -220), ("bernadette", -223), ("abdi", -223), ("siobhan", -219), ("seun", -216),
            ("brendan", -214), ("kirsty", -218),),
        chosen=(
            ("ryan", "Was turned away, is angry about it and right about the numbers."),
            ("bernadette", "Knows eleven at night."), ("abdi", "Raised it."),
            ("siobhan", "Nobody else had offered to write things down."),),
        declined=(("kirsty", "Has run events and knows when to stop."),)),
    Opportunity(key="op-front-door", request="rq-front-door", decision="sd-brack-front-door",
        title="What happens when you come in?", seats=3, opens=-283, closes=-259, state="done",
        chosen_on=-258, preparation_minutes=30, roles=(("design", "shares"), ("deliver", "involved")),
        advert=(
            "Some people get as far as the door of Brackenroyd and turn round. We want to find out "
            "why and change it. Three people, two afternoons. We walk in together, again and again, "
            "and say what it feels like."),
        pay="£15 an hour.", support="Lifts. Tea. Nothing to read.",
        hear_back="You will see it, because it is the door. Stuart tells you what could not be done.",
        can_change="The desk, the book, who says hello. Not the fire rules.",
        interested=(
            ("jean", -280), ("tariq", -279), ("harold", -275), ("keeley", -259), ("peggy", -270),),
        chosen=(
            ("jean", "Has come in by that door more often than anyone."),
            ("tariq", "Drives people who will not go in."),
            ("keeley", "New, and has walked out of nine of these places."),),
        declined=(("harold", "Asked about payment first, in writing, two years running."),)),
    Opportunity(key="op-letters", request="rq-letters", decision="sd-letters",
        title="Rewrite our letters", seats=3, opens=-172, closes=-160, state="done", chosen_on=-157,
        preparation_minutes=120,
        roles=(("design", "shares"), ("deliver", "shares"), ("assess", "involved")),
        advert=(
            "The first letter from the Bobbin Rooms is four pages long. Many people do not finish "
            "it. Three people will help to write it again. You do not need good English. We need to "
            "know how it feels to get it."),
        pay="£15 an hour, reading time too.", support="Vietnamese interpreter, the same one each time.",
        hear_back="Rebecca posts you the new letter. If she changes a word she says which one.",
        can_change="Every word and the envelope.",
        interested=(
            ("hanh", -168), ("graham", -171), ("rukhsana", -170), ("marta", -165), ("olena", -163),),
        chosen=(
            ("hanh", "The letter was not written for her and must be."), ("graham", "Raised it."),
            ("rukhsana", "Writes letters people keep."),),
        withdrew=(("marta", -158),)),
    Opportunity(key="op-waiting", request="rq-waiting", decision="sd-lantern-waiting",
        title="Waiting for Lantern Street: what should we do?", seats=3, opens=-100, closes=-88,
        state="done", chosen_on=-84, preparation_minutes=90,
        roles=(
            ("commission", "asked"), ("design", "shares"), ("deliver", "involved"),
            ("assess", "shares"),),
        advert=(
            "People wait for months to see Lantern Street. We cannot make the wait shorter this "
            "year. We can change what happens in it. Three people will look at the numbers and "
            "decide with Gail what we do: who rings, when, and what we say."),
        pay="£18 an hour, reading time too. Someone to sit with the person you care for is paid as well.",
        support="Arabic interpreter. Tables you can read by computer. A sitter at home.",
        hear_back="Gail writes after one month and after three with the new numbers.",
        can_change="What we send, who rings, how often, what happens when no one picks up.",
        interested=(
            ("samina", -98), ("stewart", -99), ("amal", -95), ("ryan", -93), ("chantelle", -92),
            ("craig", -90),),
        chosen=(
            ("samina", "The only carer who put her name down."),
            ("stewart", "Waited nine months and counted."), ("amal", "Is waiting now."),)),
)
