"""What the author may do, wherever they stand: question, confirm, allow, take back."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core.errors import NotYours

from .. import forms, queries, rules, services
from ..models import Contribution, TellingChannel
from ..rules.showing import goes_further
from ..shapes import Uses
from . import adding
from .places import At, View


def read(at: At) -> HttpResponse:
    """The author has seen the answer: nobody needs to ring them about it."""
    if not rules.can_tell(at.likely_speaker, at.contribution, TellingChannel.ON_PAGE):
        raise NotYours
    return at.change(
        forms.TakeBackForm.of(at.request, own=True),
        partial(services.tell, channel=TellingChannel.ON_PAGE),
        title=_("I have read the answer"),
        text=_("Then nobody needs to ring you or write to you about it."),
        button=_("Yes, I have read it"),
        note=_("Saved."),
    )


def challenge(at: At) -> HttpResponse:
    if not rules.can_challenge(at.likely_speaker, at.contribution):
        raise NotYours
    return at.change(
        forms.ChallengeForm.of(at.request, own=at.own),
        services.challenge,
        title=_("The answer is not right"),
        text=_("They have to look at it again and give a new answer. Nobody can take this away.")
        if at.own
        else _("Write down what they say about the answer. A new answer is owed then, and nobody can take this away."),
        button=_("Say so"),
        note=_("Saved. A new answer is owed now."),
    )


def good(at: At) -> HttpResponse:
    """“This answers me”."""
    if not rules.can_mark_answered(at.likely_speaker, at.contribution):
        raise NotYours
    return at.change(
        forms.GoodForm.of(at.request, own=at.own),
        services.mark_answered,
        title=_("This answers me") if at.own else _("They say that it answers them"),
        text=_("Then everybody sees that you are content with the answer. You can still question it later.")
        if at.own
        else _("Write it down only if they said so. They can still question it later."),
        button=_("Yes, it answers me") if at.own else _("They said so"),
        note=_("Saved. It stands beside the answer."),
    )


def agree(at: At) -> HttpResponse:
    """“Yes, that is what I said”: of an edited version, or of words that somebody wrote down."""
    doubt = queries.answering.doubt_of(at.contribution)
    if not rules.can_agree(at.likely_speaker, at.contribution, doubt is not None):
        raise NotYours
    edited = doubt.rendering if doubt else ""
    return at.change(
        forms.GoodForm.of(at.request, own=at.own),
        services.agree_to_words,
        title=_("Is this what you said?") if at.own else _("Do they agree with these words?"),
        text=_("If it is not, go back: nothing is shown until you agree.")
        if at.own
        else _("Read it to them. Nothing is shown until they agree."),
        words=edited or at.contribution.words,
        button=_("Yes, that is what I said") if at.own else _("They agree"),
        note=_("Saved. It is shown again."),
    )


def uses(at: At) -> HttpResponse:
    if not rules.can_change_uses(at.likely_speaker, at.contribution):
        raise NotYours
    now = forms.uses_as_list(Uses.of(at.contribution))
    may_credit = at.contribution.person_id is not None
    form = forms.UsesForm.of(at.request, own=at.own, may_credit=may_credit, initial={"uses": now})

    def verb(**data: Any) -> Any:
        return services.change_uses(uses=forms.uses_of(data), **data)

    def then(changed: Contribution) -> str:
        """What is allowed now and was not is looked at first."""
        to_look = goes_further(changed) and changed.previewed_on is None
        return f"{at.base}preview/" if to_look else at.base

    return at.change(
        form,
        verb,
        title=_("How your words may be used") if at.own else _("How their words may be used"),
        text=_("Take a tick away and it ends now. What was printed before cannot be called back."),
        button=_("Save"),
        note=_("Saved. It counts from now on."),
        then=then,
    )


def take_back(at: At) -> HttpResponse:
    """There is no box for a reason: none is needed."""
    if not rules.can_withdraw(at.likely_speaker, at.contribution):
        raise NotYours
    several = queries.words_left(at.contribution) > 1

    def verb(which: str = "", **data: Any) -> Any:
        return services.withdraw_all(**data) if which == forms.ALL else services.withdraw(**data)

    return at.change(
        forms.TakeBackForm.of(at.request, own=at.own, several=several),
        verb,
        title=_("Take your words back?") if at.own else _("Do they take their words back?"),
        text=_("The words are deleted for good. Nobody can bring them back. That something was said here stays."),
        button=_("Take them back"),
        danger=True,
        note=_("The words are gone."),
    )


def verdict(at: At, change: str) -> HttpResponse:
    found = queries.change_of(at.contribution, change)
    if not rules.can_give_verdict(at.likely_speaker, at.contribution, found):
        raise NotYours
    return at.change(
        forms.VerdictForm.of(at.request, own=at.own),
        partial(services.give_verdict, change=found),
        title=_("Is it so?"),
        text=_("You know best whether this is different now. Your answer is shown beside it.")
        if at.own
        else _("Write down what they say. It is shown beside the change, and nobody can take it away."),
        button=_("Say so"),
        change=found,
        corrections=queries.corrections_of([found]).get(found.pk, []),
        note=_("Saved. It stands beside the change."),
    )


def held(at: At, change: str) -> HttpResponse:
    found = queries.change_of(at.contribution, change)
    if not rules.can_say_held(at.likely_speaker, at.contribution, found):
        raise NotYours
    return at.change(
        forms.HeldForm.of(at.request, own=at.own),
        partial(services.say_held, change=found),
        title=_("Is it still so?"),
        text=_("Your answer stands beside what they saw. If it is not so any more, they owe you an answer again.")
        if at.own
        else _("Write down what they say. It stands beside what you saw, and nobody can take it away."),
        button=_("Say so"),
        change=found,
        corrections=queries.corrections_of([found]).get(found.pk, []),
        note=_("Saved. It stands beside the change."),
    )


def deny(at: At, shaped: str) -> HttpResponse:
    """What their words are said to have shaped."""
    found = queries.shaped_of(at.contribution, shaped)
    if not rules.can_dispute_shaped(at.likely_speaker, at.contribution, found):
        raise NotYours
    return at.change(
        forms.DenialForm.of(at.request, own=at.own),
        partial(services.dispute_shaped, shaped=found),
        title=_("It is not so"),
        text=_("You say that your words did not shape this. It stands beside what they say, and nobody can remove it.")
        if at.own
        else _("Write down that they say it is not so. Nobody can take it away."),
        button=_("Say so"),
        shaped=(queries.title_of(found), found.how, found.role),
        note=_("Saved. It stands beside what was said."),
    )


ACTS: dict[str, View] = {
    "add/": adding.add,
    "challenge/": challenge,
    "good/": good,
    "agree/": agree,
    "uses/": uses,
    "take-back/": take_back,
    "changes/<slug:change>/": verdict,
    "changes/<slug:change>/held/": held,
    "shaped/<slug:shaped>/": deny,
}
