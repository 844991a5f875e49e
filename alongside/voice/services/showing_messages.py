"""What the author and the panel are told about showing. What somebody said is never repeated in a message."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.organisation.models import Organisation
from alongside.post import services as post

from .. import published_rules, queries
from ..models import Appeal, Contribution, Moderation, Outcome
from .messages import reachable


def to_author_about_showing(contribution: Contribution, decision: Moderation) -> bool:
    """The decision with its reason; False when we may not write to them: then it stands on their page."""
    if not reachable(contribution):
        return False
    facts = {"organisation": contribution.organisation.name, "day": long_day(contribution.said_on)}
    parts = [_("You told us something on %(day)s, and allowed everybody to read it.") % facts, _what(decision)]
    if decision.outcome != Outcome.SHOWN:
        parts.append(_("The rule: %(rule)s.") % {"rule": published_rules.title_of(decision.rule)})
        parts += [decision.why] if decision.why else []
        parts.append(_("What you said is kept word for word, and it is answered all the same."))
    if decision.outcome != Outcome.SHOWN and not decision.by_panel:
        parts.append(_("Is that not right? You can ask a panel of contributors. What they say holds."))
    post.queue(
        "showing_decided",
        organisation=contribution.organisation_id,
        to_person=contribution.person_id,
        subject=_("%(organisation)s: whether your words are shown to everybody") % facts,
        body="\n\n".join(parts),
        link=f"/me/said/{contribution.code}/",
        key=queries.key_of_decision(decision),
    )
    return True


def _what(decision: Moderation) -> str:
    said = {
        Outcome.SHOWN: _("It is shown as it is."),
        Outcome.COVERED: _("It is shown, with parts left out."),
        Outcome.NOT_SHOWN: _("It is not shown."),
    }[Outcome(decision.outcome)]
    return _("The panel of contributors has decided: %(what)s") % {"what": said} if decision.by_panel else said


def to_panel(organisation: Organisation, appeal: Appeal) -> int:
    """Each member, without a word of what was said or by whom."""
    made = [
        post.queue(
            "panel_asked",
            organisation=organisation.pk,
            to_person=member.person_id,
            subject=_("%(organisation)s: the panel is asked") % {"organisation": organisation.name},
            body=_("Somebody does not agree with what we show of their words. Say what you think by %(day)s.")
            % {"day": long_day(appeal.decide_by)},
            link=f"/{organisation.slug}/appeals/{appeal.code}/",
            key=queries.key_of_appeal(appeal, member),
        )
        for member in queries.panel_of(organisation.pk)
        if member.person_id != appeal.showing.contribution.person_id
    ]
    return sum(message is not None for message in made)
