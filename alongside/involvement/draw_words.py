"""What a draw says to people, in their words: their chance, the reason, what turns did, why they were not in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.dates import long_day

from .draw import Explanation, NeverAlone, Quota, Reason, Why
from .models import DrawEntry, DrawLeftOut, Interest, Opportunity


def one_in(chance: float) -> str:
    """Of two numbers, the first as small as can be: 1 in 12; above a half, 7 in 10."""
    if chance <= 0:
        return _("none")
    if chance >= 1 - 1e-9:
        return _("certain")
    if chance > 0.55:
        return _("about %d in 10") % min(9, round(10 * chance))
    return _("about 1 in %s") % f"{round(1 / chance):,}"


def chance_words(found: Explanation) -> str:
    facts = {"tickets": f"{found.tickets:,}", "of": f"{found.of:,}"}
    if not found.tickets:
        return _("Your name was on none of the %(of)s tickets.") % facts
    if found.tickets == found.of:
        return _("Your name was on all of the %(of)s tickets.") % facts
    words = ngettext(
        "Your name was on %(tickets)s of the %(of)s tickets. That is %(chance)s.",
        "Your name was on %(tickets)s of the %(of)s tickets. That is %(chance)s.",
        found.tickets,
    )
    return words % {**facts, "chance": one_in(found.tickets / found.of)}


def reasons(found: Explanation, entry: DrawEntry, seats: int, kept_out: Iterable[Quota | NeverAlone] = ()) -> list[str]:
    """Each a sentence. Only what they said themselves stands in it, and nothing about a small group."""
    return [each for each in (_why(found, seats), *_kept_out(kept_out), turn_words(entry, found)) if each]


def _why(found: Explanation, seats: int) -> str:
    if found.quota is not None and found.how_many:
        return _of_group(found, found.quota, found.how_many, seats)
    words = {
        Why.EVEN: _("Nothing about you made your chance smaller."),
        Why.CERTAIN: _("The rules of this draw could not be met without you."),
        Why.UNREACHABLE: _("The rules of this draw left no ticket that you could be on. Ask us about it."),
        Why.PRIVATE: _("The reason would say something about very few people, so it is not written here. Ask us."),
    }
    return words.get(found.kind, "")


def _of_group(found: Explanation, quota: Quota, people: int, seats: int) -> str:
    full = found.kind == Why.QUOTA
    number = quota.most if full else quota.least
    facts = {"number": number, "seats": seats, "answer": quota.value, "question": quota.feature, "people": people}
    facts["chance"] = one_in(number / people)
    if full:
        return (
            _("At most %(number)d of the %(seats)d seats could go to people who answered “%(answer)s”. ") % facts
            + _("There are %(people)d of you. %(number)d ÷ %(people)d is %(chance)s.") % facts
        )
    return (
        _("At least %(number)d of the %(seats)d seats had to go to people who answered “%(answer)s”. ") % facts
        + _("There are %(people)d of you, so your chance was bigger than that of others.") % facts
    )


def _kept_out(rules: Iterable[Quota | NeverAlone]) -> list[str]:
    """Which of the rules left somebody on no ticket at all."""
    words = []
    for rule in rules:
        if isinstance(rule, Quota):
            facts = {"answer": rule.value, "least": rule.least, "most": rule.most}
            words.append(_("The rule was: %(least)d to %(most)d seats for “%(answer)s”.") % facts)
        elif isinstance(rule, NeverAlone):
            words.append(_("The rule was: never one person alone who answered “%s”.") % rule.value)
    return words


def turn_words(entry: DrawEntry, found: Explanation | None = None) -> str:
    if not entry.turns:
        return ""
    back = long_day(entry.turn_ends_on) if entry.turn_ends_on else ""
    had = ngettext("You have had %d turn this year", "You have had %d turns this year", entry.turns) % entry.turns
    if found is not None and not found.tickets and found.kind == Why.NONE:
        return _(
            "%(had)s. That made your chance so small that no ticket has your name. It goes back up on %(day)s."
        ) % {
            "had": had,
            "day": back,
        }
    return _("%(had)s, so your chance was made smaller. It goes back up on %(day)s.") % {"had": had, "day": back}


def range_words(found: Explanation) -> str:
    """Over everybody who could be picked, without the few at either end."""
    if not found.lowest or not found.of:
        return ""
    low, high = one_in(found.lowest / found.of), one_in(found.highest / found.of)
    if low == high:
        return _("But for a few at either end, everyone who could be picked had the same chance: %s.") % low
    words = _("But for a few at either end, everyone who could be picked had a chance between %(low)s and %(high)s.")
    return words % {"low": low, "high": high}


def without_words(found: Explanation, without: dict[str, float]) -> str:
    if found.kind != Why.QUOTA or found.quota is None or found.quota.feature not in without:
        return ""
    return _("Without the rules about “%(question)s”, the lowest chance would have been %(chance)s.") % {
        "question": found.quota.feature,
        "chance": one_in(without[found.quota.feature]),
    }


def why_not_words(out: DrawLeftOut, opportunity: Opportunity, interest: Interest | None) -> list[tuple[str, str]]:
    """Why, and what they can do about it. For the person alone."""
    back = long_day(out.back_on) if out.back_on else ""
    training = opportunity.training_needed.name if opportunity.training_needed else ""
    conflict = interest.conflict if interest else ""
    words = {
        Reason.NOT_AVAILABLE: (
            _("You had told us that you cannot be there on the day, or you were taking a break."),
            _("Is that wrong? Tell us."),
        ),
        Reason.TRAINING: (
            _("The training “%s” is not finished, or it has run out.") % training,
            _("Ask us when it is next, so that you can be in the next draw."),
        ),
        Reason.CONFLICT: (
            _("There is a reason why you should not help to decide this: %s") % conflict
            if conflict
            else _("There was a reason why you should not help to decide this."),
            _("Is that wrong? Tell us."),
        ),
        Reason.LIMIT: (
            _("You have had as many turns this year as you told us is enough for you."),
            _("Nobody else sees this. You can change it on the page about you."),
        ),
        Reason.RESTING: (
            _("You wanted a rest after your last turn."),
            _("Nobody else sees this. You can change it on the page about you."),
        ),
    }
    found = [words[Reason(name)] for name in out.reasons.split()]
    return [*found, *_back_words(out.back_on, back)]


def _back_words(on: date | None, day: str) -> list[tuple[str, str]]:
    return [(_("If you change nothing, you can be in a draw again from %s.") % day, "")] if on else []
