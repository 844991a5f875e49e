"""How people want to hear, and what did not reach them: by the keys of the register. All invented.

`first` is the way to try first. `often` is at_once, daily or weekly. Days are days ago.
"""

from .shapes import Hears, Missed

# fmt: off

HEARS: tuple[Hears, ...] = (
    Hears(key="jean", first="post", quote_post=True),
    Hears(key="khalid", first="post"),
    Hears(key="winston", days="12345", from_time="10:00", until_time="12:00",
        on_the_phone="Let it ring for a long time, he walks with a frame."),
    Hears(key="terry", from_time="09:00", until_time="20:00",
        on_the_phone="Ask for Terry. If his brother answers, say nothing and ring another day."),
    Hears(key="dawn", from_time="13:00", until_time="17:00", leave_word=True),
    Hears(key="piotr", from_time="17:00", until_time="20:00", on_the_phone="Slowly. Numbers twice."),
    Hears(key="danuta", often="weekly"),
    Hears(key="stewart", often="daily", quote_email=True),
    Hears(key="samina", often="daily", answers_at_once=False),
    Hears(key="colette", often="weekly", answers_at_once=False),
)

STAFF_DAILY = ("gail", "stuart")

MISSED: tuple[Missed, ...] = (
    Missed(key="stewart", days=58, why="The mail server says that there is no such address (550).", mended=51),
    Missed(key="jo", days=9, why="The mail server says that there is no such address (550)."),
)
