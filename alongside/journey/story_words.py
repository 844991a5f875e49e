"""The ten steps in our own words, and how a story and a choice are told on a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core.dates import long_day

from .models.stories import CHOOSING, OVER, TELLING, Story, StoryChoice, StoryRound
from .queries.stories import RoundRead

SOURCE = "https://www.clearhorizon.com.au/all-blog-posts/msc-user-guide.aspx"
# In the order of Davies and Dart, rephrased.
STEPS: Sequence[Any] = (
    gettext_lazy("Say what it is for, so that people want to tell"),
    gettext_lazy("Name in what something could have changed"),
    gettext_lazy("Say until when"),
    gettext_lazy("Let people tell what changed most, and why it matters to them"),
    gettext_lazy("Choose in groups, those who take part beside those who work here"),
    gettext_lazy("Tell everybody who told a story which were chosen, and why"),
    gettext_lazy("Look again whether the chosen ones are so"),
    gettext_lazy("Count what was told"),
    gettext_lazy("Look for what runs through all of them, also those not chosen"),
    gettext_lazy("Do it otherwise next time"),
)
TONES = {TELLING: "open", CHOOSING: "waiting", OVER: "done"}


@dataclass(frozen=True)
class Step:
    words: Any
    done: bool


def steps(found: StoryRound, read: RoundRead) -> list[Step]:
    """Whatever is not done stands there as not done, also when it is over."""
    chosen = found.state != TELLING and not read.still and read.told > 0
    over = found.state == OVER
    done = (True, True, True, read.told > 0, chosen, chosen, read.checked > 0, over, over, over)
    return [Step(words, is_done) for words, is_done in zip(STEPS, done, strict=True)]


def who_told(story: Story, own: bool, runs: bool) -> str:
    name = story.person.known_as if story.person else ""
    if own:
        return _("You told this.")
    if name and (story.named or runs):
        return (
            _("Told by %(name)s.") % {"name": name}
            if story.named
            else _("Told by %(name)s, who stays unnamed.") % {"name": name}
        )
    return _("Told by somebody who stays unnamed.")


def who_chose(choice: StoryChoice, name: str) -> str:
    people = ngettext("%(n)s who takes part", "%(n)s who take part", choice.people) % {"n": choice.people}
    staff = ngettext("%(n)s who works here", "%(n)s who work here", choice.staff) % {"n": choice.staff}
    sides = [words for words, number in ((people, choice.people), (staff, choice.staff)) if number]
    facts = {"group": name, "who": _(" and ").join(sides), "day": long_day(choice.chosen_on)}
    return _("%(group)s: %(who)s, on %(day)s") % facts
