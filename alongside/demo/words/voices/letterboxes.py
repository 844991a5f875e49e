"""Letterboxes of Tenter Row, and what was put in without a name. All invented.

`days_ago` of what was put in counts back from today. `answer` is (kind, reason), given `after` days and told when
somebody opens the page of their code. `form` marks what came on paper; `adds` what the same author added later.
"""

from __future__ import annotations

from dataclasses import dataclass

# fmt: off


@dataclass(frozen=True, kw_only=True)
class PutIn:
    words: str
    days_ago: int
    lang: str = ""
    answer: tuple[str, str] = ("", "")
    after: int = 10
    knows: bool = True  # they have opened the page of their code since
    form: bool = False
    adds: str = ""


@dataclass(frozen=True, kw_only=True)
class Letterbox:
    key: str
    title: str
    about: tuple[str, str]
    by: str  # a member of staff
    answers: str
    asks: str
    kind: str = "experience"
    days_ago: int
    closed_days_ago: int = 0
    put_in: tuple[PutIn, ...]


LETTERBOXES: tuple[Letterbox, ...] = (
    Letterbox(key="drop-in", title="The drop-in at Brackenroyd", about=("unit", "brackenroyd"), by="mehwish",
        answers="stuart", asks="What is it like to come through the door for the first time?", days_ago=118,
        put_in=(
            PutIn(words="i walked past three times. you cant see in", days_ago=112, answer=("adopted",
                "The film is off the window since Monday. You see the table and the kettle from the street.")),
            PutIn(words="Somebody said hello with my name spelt right on the second day. That was it. I stayed.",
                days_ago=109, answer=("no_decision",
                "Nothing to change, and we read it out at the team meeting without knowing who you are.")),
            PutIn(words="The signing in book. Everyone can read who was here before you.", days_ago=101,
                answer=("adopted", "The book is gone. We count heads at two and at four, and write no names.")),
            PutIn(words="I thought the man at the desk was staff, he thought I was", days_ago=96, form=True,
                answer=("adapted",
                "Badges for staff, no: you told us what they feel like. Whoever opens up says so out loud at ten.")),
            PutIn(words="Too warm, smells of soup, good.", days_ago=92, answer=("no_decision",
                "There is nothing to decide here. The soup is Gareth's and stays.")),
            PutIn(words="Chciałem zapytać o kurs, ale nikt nie mówił po polsku. Pani z kuchni pokazała na kartce.",
                days_ago=80, lang="pl", answer=("adapted",
                "Na drzwiach wisi teraz kartka po polsku. W czwartki jest Ewa, która mówi po polsku.")),
            PutIn(words="ask before you sit someone next to the door, some of us need our back to a wall", days_ago=71,
                answer=("adopted", "We ask where you want to sit. The two chairs by the wall are kept for it."),
                adds="It happened again on Tuesday with the new volunteer so tell them too"),
            PutIn(words="No.", days_ago=64, answer=("no_decision",
                "You do not owe us more words than that. The letterbox stays open if you find some.")),
            PutIn(words="Bus 62 goes at ten past, doors open at half past. That is twenty minutes in the rain with "
                "my bad leg, every time", days_ago=52, answer=("not_adopted",
                "We cannot open before half past: one person alone in the building is not safe. The porch has a "
                "bench and a light now, and it is left unlocked from ten.")),
            PutIn(words="First time: terrifying. Second time: fine. Tell people about the second time.", days_ago=44,
                answer=("adopted", "It stands on the door now, in your words. We say that somebody said it to us.")),
            PutIn(words="My support worker came in with me and then everybody talked to her", days_ago=33),
            PutIn(words="The poster says no name needed and then the form for lunch wants a name", days_ago=19,
                form=True),
            PutIn(words="loved it", days_ago=12),
            PutIn(words="Is there a quiet way in? Past the pool table is like a stage.", days_ago=5),
            PutIn(words="the toilet door lock only works if you lift it. took me ten minutes and some dignity",
                days_ago=2),
        )),
    Letterbox(key="night", title="The Evening Room", about=("unit", "evening-room"), by="ewa", answers="marcus",
        asks="What would make a bad night here a bit less bad?", kind="idea", days_ago=61,
        put_in=(
            PutIn(words="A lamp instead of the strip light after ten. Please.", days_ago=55, answer=("adopted",
                "Three lamps since the first. The strip light is off from ten unless somebody needs it.")),
            PutIn(words="Somewhere to put the dog", days_ago=47, form=True, answer=("not_adopted",
                "Two people who come here are ill when a dog is in the room. Tell us when you come: we find somebody "
                "who sits with it on the porch.")),
            PutIn(words="Nobody should have to say why they came, at the door, in front of the others.", days_ago=30,
                answer=("adopted", "Nobody is asked at the door any more. Whoever wants to talk says so inside."),
                knows=False),
            PutIn(words="toast after midnight", days_ago=16),
            PutIn(words="When the phone rings in the office you all get up. Then it is just us and the fridge.",
                days_ago=9),
            PutIn(words="I would like to know at eight whether Fergus is on or not. Not because of Fergus. "
                "Because of knowing.", days_ago=3),
        )),
    Letterbox(key="weekend", title="Weekends at the Evening Room", about=("decision", "sd-weekend"), by="callum",
        answers="marcus", asks="Which hour of the weekend is the longest?", days_ago=38,
        put_in=(
            PutIn(words="Sunday four to five. Everybody has somewhere to be.", days_ago=34),
            PutIn(words="Saturday morning. Nobody believes that, they think it is the nights.", days_ago=31),
            PutIn(words="sunday after the football finishes", days_ago=20),
            PutIn(words="The hour before you open", days_ago=7),
        )),
    Letterbox(key="visits", title="After a home visit", about=("unit", "lantern"), by="yasmin", answers="gail",
        asks="What should we know about how the visit was?", days_ago=204, closed_days_ago=29,
        put_in=(
            PutIn(words="He took his shoes off without being asked. First one who did.", days_ago=188, form=True,
                answer=("no_decision", "We told him that somebody noticed. There is nothing to decide.")),
            PutIn(words="Forty minutes were written down. It was fifteen.", days_ago=171, after=18,
                answer=("adopted", "You get the sheet to sign before we leave, with both times on it.")),
            PutIn(words="Ring when you are late. I sit in my coat.", days_ago=150, after=25, answer=("adopted",
                "Whoever is ten minutes late rings or texts from the van. If nobody did, tell us here.")),
            PutIn(words="different person each time = tell it again each time", days_ago=121, after=30,
                answer=("adapted", "Two people for each of you, not one: with one you would have nobody in August.")),
            PutIn(words="I said it was fine because she looked tired", days_ago=66),
        )),
)
