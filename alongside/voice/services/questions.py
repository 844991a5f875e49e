"""What was asked. Kept once, changed by nobody."""

from __future__ import annotations

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations

from ..events import VoiceEvent
from ..models import Question
from ..rules import letterboxes as rules


def question_of(text: str, by: Actor) -> Question | None:
    """The question in these words, made when nobody has asked it yet; nothing where nothing is asked.

    Inside a verb: whoever may do that may ask.
    """
    if not (text := rules.tidy_question(text)):
        return None
    rules.check_question(text)
    organisation = organisations.organisation_of(by)
    found, made = Question.objects.get_or_create(organisation=organisation, text=text, defaults=byline(by))
    if made:
        audit.record(VoiceEvent.QUESTION_ASKED, by=by, target=found, facts={})
    return found
