"""What became of what people said; whether they know; whether they could disagree; whether their stories were used."""

from __future__ import annotations

from .facts import Facts, Limits
from .findings import Finding, Wording, judged, with_account
from .saying import Sentence, _, mark

NOT_DUE = {
    "early": mark("What was said is not due to be answered yet."),
    "unknown": mark("Nobody has said anything here."),
}
VANISHES_ONE = Wording(
    look=mark("Said, and not answered by the day it was due: %(found)s out of %(all)s."),
    clear=mark("Said, and answered with a reason, or still answered within its time: %(rest)s out of %(all)s."),
    **NOT_DUE,
)
VANISHES_YEAR = Wording(
    look=mark("Said in these days, and not answered by the day it was due: %(found)s out of %(all)s."),
    clear=mark("Said in these days, and answered with a reason, or within its time: %(rest)s out of %(all)s."),
    **NOT_DUE,
)
TAKEN_UP_ONE = mark("Taken up, in whole or in part: %(n)s.")
TAKEN_UP_YEAR = mark("Of what was said in these days, taken up by now, in whole or in part: %(n)s.")
NO_ANSWER_ONE = mark(
    "Those who said it say that what they got is not an answer, or is not true, and nobody has answered that "
    "yet: %(n)s so far."
)
NO_ANSWER_YEAR = mark(
    "Those who said something in these days say that what they got is not an answer, or is not true, and nobody has "
    "answered that yet: %(n)s so far. The figures have every open dispute, whenever it was said."
)
TOLD = Wording(
    look=mark("Answered at least %(days)s days ago, and the one who said it was not told: %(found)s out of %(all)s."),
    clear=mark("Answered, and the one who said it knows: %(rest)s out of %(all)s."),
    early=mark("Answers are so new that people need not have been told yet."),
    unknown=mark("Nothing was answered here yet, so nobody could be told."),
)
DISAGREE = Wording(
    look=mark("Asked whether they could disagree, some said no: %(found)s out of %(all)s whose answer may be told."),
    clear=mark("Asked whether they could disagree, people said yes: %(rest)s out of %(all)s whose answer may be told."),
    early=mark("It is too early to ask whether people could disagree."),
    unknown=mark("Nobody has been asked yet whether they could disagree."),
)
STORIES = Wording(
    look=mark("Stories shown to everybody, whose tellers had no say and no answer: %(found)s out of %(all)s."),
    clear=mark("Stories shown to everybody, whose tellers had a say or an answer: %(rest)s out of %(all)s."),
    early=mark("A story was shown to everybody, and the answer to it is not due yet."),
    unknown=mark("No story was shown to everybody from here. Whether stories were told elsewhere is not written down."),
)


def input_vanishes(facts: Facts, limits: Limits) -> Finding:
    """Each thing that was said is owed an answer with a reason. With it stands what was taken up, and what its author
    says about the answer."""
    found = judged(facts.answers, limits.unanswered_percent, VANISHES_ONE if facts.one else VANISHES_YEAR)
    if facts.taken_up is not None and facts.answers and facts.answers.all:
        taken_up = _(TAKEN_UP_ONE if facts.one else TAKEN_UP_YEAR, n=facts.taken_up)
        found = Finding(found.reading, (*found.sentences, taken_up), found.refs)
    return with_account(found, facts.accounts.not_answered, _says_no_answer(facts))


def _says_no_answer(facts: Facts) -> Sentence:
    return _(NO_ANSWER_ONE if facts.one else NO_ANSWER_YEAR, n=facts.accounts.not_answered.found)


def no_feedback(facts: Facts, limits: Limits) -> Finding:
    """One in five never hears back; four in five say that it matters to them."""
    return judged(facts.told, limits.untold_percent, TOLD, days=limits.told_days)


def policing(facts: Facts, limits: Limits) -> Finding:
    """Only those who were there can say whether they could disagree. Words made smoother than they were are a sign."""
    found = judged(facts.could_disagree, limits.passing_percent, DISAGREE)
    denied = facts.accounts.not_said
    return with_account(
        found, denied, _("People say that what is written is not what they said: %(n)s so far.", n=denied.found)
    )


def story_mining(facts: Facts, limits: Limits) -> Finding:
    """A story is lent, for a say in what comes of it. Not one is let pass."""
    return judged(facts.stories, 0, STORIES)
