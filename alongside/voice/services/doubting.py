"""The good mark; and what becomes of words that their author says are not theirs."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import rules
from ..events import VoiceEvent
from ..models import AnswersMe, Challenge, Contribution, RenderingDoubt, TellingChannel
from ..models.contributions import ANSWERED
from .common import clock_for, locked, open_doubt
from .showing import forget_rendering, look_again
from .telling import newest_answer, tell


@transaction.atomic
def mark_answered(*, contribution: Contribution, by: Actor) -> AnswersMe:
    """“This answers me.” It closes well. Whoever says so has read it."""
    contribution = locked(contribution)
    rules.check_mark_answered(by, contribution)
    if contribution.state == ANSWERED:
        tell(contribution=contribution, channel=TellingChannel.ON_PAGE, by=by)
        contribution = locked(contribution)
    today = clock_for(contribution).today()
    answer = newest_answer(contribution)
    made = AnswersMe.objects.create(contribution=contribution, answer=answer, made_on=today, **byline(by))
    contribution.answers_me_on = today
    contribution.version += 1
    contribution.save(update_fields=["answers_me_on", "version"])
    facts = {"contribution": contribution.code, "answer": answer.code}
    audit.record(VoiceEvent.ANSWERS_ME, by=by, target=made, facts=facts)
    return made


def doubt_words(contribution: Contribution, challenge: Challenge, by: Actor) -> None:
    """“That is not what I said.” An edited version goes from every page until they agree; words that somebody else
    wrote down stay as they were written, with their author's word beside them. `contribution` is locked.
    """
    if contribution.medium:
        contribution.words_denied = True
        look_again(contribution, by)
        contribution.save(update_fields=["words_denied", "previewed_on", "public_on"])
    if not contribution.rendering or open_doubt(contribution):
        return
    RenderingDoubt.objects.create(
        contribution=contribution, challenge=challenge, rendering=contribution.rendering, **byline(by)
    )
    forget_rendering(contribution)
    contribution.rendering = ""
    contribution.save(update_fields=["rendering"])
    audit.record(VoiceEvent.RENDERING_TAKEN_OFF, by=by, target=contribution, facts={"challenge": challenge.code})


@transaction.atomic
def agree_to_words(*, contribution: Contribution, by: Actor) -> Contribution:
    """“Yes, that is what I said”: of the edited version, and of words that somebody wrote down for them."""
    contribution = locked(contribution)
    doubt = open_doubt(contribution)
    rules.check_agree(by, contribution, doubt is not None)
    if doubt:
        contribution.rendering = doubt.rendering
        doubt.agreed_on = clock_for(contribution).today()
        doubt.save(update_fields=["agreed_on"])
    contribution.words_denied = False
    contribution.version += 1
    contribution.save(update_fields=["rendering", "words_denied", "version"])
    audit.record(VoiceEvent.RENDERING_AGREED, by=by, target=contribution, facts={"edited": doubt is not None})
    return contribution


def forget_doubts(contribution: Contribution) -> None:
    """The words were taken back: what was made of them goes too. `contribution` is locked."""
    RenderingDoubt.objects.filter(contribution=contribution).update(rendering="")
    contribution.words_denied = False
    contribution.save(update_fields=["words_denied"])
