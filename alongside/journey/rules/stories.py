"""Who asks for stories, who tells them, who reads them, and who chooses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from ..models.stories import CHOOSING, OVER, TELLING, GroupSide, Held, Story, StoryAudience, StoryGroup, StoryRound
from .entries import can_be_seen

LONGEST_STORY, LONGEST_WORDS = 10_000, 2_000
MOST_NAMES = 8  # of domains, of groups on one side
LONGEST_NAME = 200
FEWEST_PEOPLE = 2  # nobody is the only contributor in a group that chooses
MOST_IN_GROUP = 200
LONGEST_TELLING = timedelta(days=366)


def can_see(actor: Actor) -> bool:
    return belongs(actor)


def can_run(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.RUN_INVOLVEMENT)


def check_run(actor: Actor, organisation_id: int) -> None:
    if organisation_id != actor.organisation_id or not can_run(actor):
        raise NotYours


def check_opening(question: str, about: str, until: date, today: date) -> None:
    if not can_be_seen(question):
        raise Refused(_("Write what you ask people."), field="question")
    if not can_be_seen(about):
        raise Refused(_("Write what it is for. Nobody tells a story for nothing."), field="about")
    for field, words in (("question", question), ("about", about)):
        if len(words) > LONGEST_WORDS:
            raise Refused(_("That is too long. Say it shorter."), field=field)
    if not today <= until <= today + LONGEST_TELLING:
        raise Refused(_("Choose a day from today on, within a year."), field="until")


def check_names(names: Sequence[str], field: str) -> None:
    if not names:
        raise Refused(_("Write at least one, each on a line."), field=field)
    if len(names) > MOST_NAMES:
        raise Refused(_("Eight at most: more than that nobody keeps apart."), field=field)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(_("One of them stands there twice."), field=field)
    if any(len(name) > LONGEST_NAME for name in names):
        raise Refused(_("One of them is too long. Say it shorter."), field=field)


def can_tell(actor: Actor, found: StoryRound, today: date) -> bool:
    own = actor.on_behalf_of is None and actor.person_id is not None
    return actor.organisation_id == found.organisation_id and own and is_open(found, today)


def can_take_down(actor: Actor, found: StoryRound, today: date) -> bool:
    return actor.organisation_id == found.organisation_id and can_run(actor) and is_open(found, today)


def is_open(found: StoryRound, today: date) -> bool:
    return found.state == TELLING and today <= found.until


def check_tell(actor: Actor, found: StoryRound, person_id: int, today: date) -> None:
    """Themselves, or somebody who runs it and writes down what they were told, from what."""
    if found.organisation_id != actor.organisation_id or not actor.is_member:
        raise NotYours
    own = actor.on_behalf_of is None and actor.person_id == person_id
    theirs = actor.on_behalf_of == person_id and actor.medium is not None and can_run(actor)
    if not (own or theirs):
        raise NotYours
    if not is_open(found, today):
        raise Refused(_("Stories are not told here any more. Say it to us as a message: it is answered."))


def check_words(words: str, why: str) -> None:
    if not can_be_seen(words):
        raise Refused(_("Write what happened. A few sentences are enough."), field="words")
    if not can_be_seen(why):
        raise Refused(_("Write why it matters most. Only whoever tells it can know that."), field="why")
    if len(words) > LONGEST_STORY:
        raise Refused(_("That is too long to be read aloud. Tell it shorter."), field="words")
    if len(why) > LONGEST_WORDS:
        raise Refused(_("That is too long. Say it shorter."), field="why")


def check_audience(audience: str) -> None:
    if audience not in StoryAudience.values:
        raise Refused(_("Choose who may read it."), field="audience")


def is_teller(actor: Actor, story: Story) -> bool:
    return actor.person_id is not None and actor.person_id == story.person_id and actor.on_behalf_of is None


def may_read(actor: Actor, story: Story) -> bool:
    if story.organisation_id != actor.organisation_id or not can_see(actor):
        return False
    return is_teller(actor, story) or can_run(actor) or story.audience == StoryAudience.HERE


def can_take_back(actor: Actor, story: Story) -> bool:
    """Its teller, or whoever writes down that they wish it now."""
    if story.taken_back_on or story.organisation_id != actor.organisation_id:
        return False
    theirs = actor.on_behalf_of is not None and actor.on_behalf_of == story.person_id and actor.medium is not None
    return is_teller(actor, story) or (theirs and can_run(actor))


def check_take_back(actor: Actor, story: Story) -> None:
    if not can_take_back(actor, story):
        raise NotYours


def check_start_choosing(found: StoryRound, stories: int) -> None:
    if found.state != TELLING:
        raise Refused(_("It has begun already. Look at it again."))
    if not stories:
        raise Refused(_("Nobody has told a story yet. Ask again, or end it and write down what you learn from that."))


def check_choose(found: StoryRound, group: StoryGroup, group_in_turn: bool, chosen: bool) -> None:
    if found.state != CHOOSING:
        raise Refused(_("Stories are not chosen now. Look at it again."))
    if chosen:
        raise Refused(_("This group has chosen here already. What it chose stays, with its reasons."))
    if not group_in_turn:
        raise Refused(_("The groups before it have not all chosen yet."))


def check_who(side: str, people: int, staff: int) -> None:
    """Contributors choose beside staff, never one of them alone among others."""
    if max(people, staff) > MOST_IN_GROUP:
        raise Refused(_("Write how many were in the room."), field="people")
    if side in (GroupSide.PEOPLE, GroupSide.BOTH) and people < FEWEST_PEOPLE:
        raise Refused(
            _("At least two who take part choose together. One alone among others is nobody’s voice."), "people"
        )
    if side in (GroupSide.STAFF, GroupSide.BOTH) and staff < 1:
        raise Refused(_("Write how many who work here chose."), field="staff")
    if side == GroupSide.PEOPLE and staff:
        raise Refused(_("This group is of those who take part. Staff choose in their own."), field="staff")
    if side == GroupSide.STAFF and people:
        raise Refused(_("This group is of those who work here. The others choose in their own."), field="people")


def check_reason(reason: str) -> None:
    if not can_be_seen(reason):
        raise Refused(_("Write why. Those who told the stories read this."), field="reason")
    if len(reason) > LONGEST_WORDS:
        raise Refused(_("That is too long. Say it shorter."), field="reason")


def can_check(actor: Actor, story: Story) -> bool:
    here = story.organisation_id == actor.organisation_id and can_run(actor)
    return here and story.may_check and not story.taken_back_on


def check_check(actor: Actor, story: Story, found: str, how: str, chosen: bool) -> None:
    check_run(actor, story.organisation_id)
    if not story.may_check or story.taken_back_on:
        raise Refused(_("Whoever told it did not agree that others are asked about it."))
    if not chosen:
        raise Refused(_("Only a story that a group chose is looked at again."))
    if found not in Held.values:
        raise Refused(_("Say what you found."), field="found")
    if not can_be_seen(how):
        raise Refused(_("Write whom you asked, or what you looked at."), field="how")
    if len(how) > LONGEST_WORDS:
        raise Refused(_("That is too long. Say it shorter."), field="how")


def check_end(found: StoryRound, stories: int, waiting: int, texts: dict[str, str]) -> None:
    if found.state == OVER:
        raise Refused(_("It is over already. Look at it again."))
    if found.state == TELLING and stories:
        raise Refused(_("Stories were told. Let the groups choose first: they owe that to those who told them."))
    if waiting:
        raise Refused(_("Not every group has chosen yet."))
    for field, words in texts.items():
        if not can_be_seen(words):
            raise Refused(_("Write a few words here, also if it is little."), field=field)
        if len(words) > LONGEST_STORY:
            raise Refused(_("That is too long. Say it shorter."), field=field)
