"""What the engine says about rules, in words that a coordinator can act on."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .draw import Contradiction, NeverAlone, Quota


def rule_words(quota: Quota) -> str:
    """“Under 25” (How old are you?): 1 to 2 seats."""
    facts = {"value": quota.value, "question": quota.feature, "least": quota.least, "most": quota.most}
    if quota.least == quota.most:
        return (
            ngettext(
                "“%(value)s” (%(question)s): %(least)d seat", "“%(value)s” (%(question)s): %(least)d seats", quota.least
            )
            % facts
        )
    if not quota.least:
        return (
            ngettext(
                "“%(value)s” (%(question)s): at most %(most)d seat",
                "“%(value)s” (%(question)s): at most %(most)d seats",
                quota.most,
            )
            % facts
        )
    return _("“%(value)s” (%(question)s): %(least)d to %(most)d seats") % facts


def words_of(found: Contradiction) -> str:
    """Which rules fight, and the smallest change that makes them possible."""
    if found.missing:
        return (
            ngettext(
                "There is %d person too few for the seats.", "There are %d people too few for the seats.", found.missing
            )
            % found.missing
        )
    fight = [rule_words(quota) for quota in found.quotas]
    fight += [
        _("never one alone: “%(value)s” (%(question)s)") % {"value": rule.value, "question": rule.feature}
        for rule in found.rules
        if isinstance(rule, NeverAlone)
    ]
    words = _("These rules cannot all hold with the people who are interested: %s.") % "; ".join(fight)
    if found.change:
        words += " " + _("The smallest change that works: %s.") % "; ".join(rule_words(q) for q in found.change)
    return words
