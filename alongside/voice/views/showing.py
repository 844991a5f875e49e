"""The author looks at their words as others will see them: on their own page, with a code, or on the phone."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, giveaway_words, published_rules, queries, services, showing_text
from ..models.showing import COVERED, NOT_SHOWN, OPEN, SHOWING_STATES
from ..rules import showing as rules
from .places import At, View

TONES = {"waiting": "waiting", "shown": "done", "covered": "open", "not_shown": "refused", "appealed": "waiting"}


def preview(at: At) -> HttpResponse:
    """Every reader has a box of their own; then yes, or a way to change it."""
    said, showing = at.contribution, queries.showing_of(at.contribution)
    if not rules.can_look(at.likely_speaker, said):
        raise NotYours
    form = forms.ConfirmForm.of(at.request, own=at.own, seen=said.version)

    def act(data: dict[str, Any]) -> Any:
        return services.confirm(contribution=said, by=at.speaker(data.pop("medium", "")), **data)

    done = pages.submit(at.request, form, act, then=at.base, note=_note(at))
    page = {
        "form": form,
        "title": _("How others will see your words") if at.own else _("How others will see their words"),
        "back": (_("Back"), at.base),
        "at": at,
        "readers": queries.seen_by(said, showing),
        "caution": giveaway_words.warn(showing_text.own_or_words(said, showing), queries.around(said)),
        "further": rules.goes_further(said),
        "marks": _marks(at),
        "rules": f"/{said.organisation.slug}/heard/rules/",
        "days": queries.published_rules(said.organisation_id).decide_days,
    }
    return done or pages.page(at.request, "voice/preview.html", page)


def _note(at: At) -> Any:
    if at.contribution.use_public:
        return _("Saved. Somebody decides by the published rules whether everybody may read it, then it is shown.")
    return _("Saved. Those who pay for the services may see it now.")


def _marks(at: At) -> list[Any]:
    """What its author wrote on answers and changes is shown with the words, so it is looked at with them."""
    said = at.contribution
    marks: list[Any] = [*said.challenges.all(), *said.verdicts.all()] if said.use_public else []
    return [mark for mark in marks if mark.words]


def own_version(at: At) -> HttpResponse:
    said, showing = at.contribution, queries.showing_of(at.contribution)
    if not rules.can_look(at.likely_speaker, said):
        raise NotYours
    now = showing.own_version if showing and showing.own_version else said.words
    initial = {"words": now, "use": showing.use_own if showing and showing.own_version else True}
    form = forms.OwnVersionForm.of(at.request, own=at.own, seen=said.version, initial=initial)
    return at.change(
        form,
        services.write_own_version,
        title=_("A version without what gives you away") if at.own else _("A version without what gives them away"),
        text=_("Leave out or change what could tell others who you are. Your own words stay as they are.")
        if at.own
        else _("Write what they tell you to leave out or change. Their own words stay as they are."),
        button=_("Save, and look at it"),
        note=_("Saved. Look at how others will see it."),
        caution=giveaway_words.warn(now, queries.around(said)),
        then=f"{at.base}preview/",
    )


def appeal(at: At) -> HttpResponse:
    said, showing = at.contribution, queries.showing_of(at.contribution)
    newest = queries.newest_decision(showing) if showing else None
    if showing is None or not rules.can_appeal(at.likely_speaker, said, showing, newest):
        raise NotYours
    return at.change(
        forms.AppealForm.of(at.request, own=at.own),
        partial(services.appeal),
        title=_("Ask the panel"),
        text=_(
            "The panel are contributors, not people who work here. They see the words without a name. "
            "When two of them agree, that holds."
        ),
        button=_("Ask the panel"),
        note=_("Saved. The panel decides now."),
    )


def standing(at: At) -> dict[str, Any] | None:
    """For the author's own page: where it is, why, and what they can do."""
    said, showing = at.contribution, queries.showing_of(at.contribution)
    if said.restricted or not said.words or not (rules.goes_further(said) or showing):
        return None
    newest = queries.newest_decision(showing) if showing else None
    state = showing.state if showing else OPEN
    decided = newest if showing and newest and state in (COVERED, NOT_SHOWN) else None
    return {
        "to_look": rules.goes_further(said) and said.previewed_on is None,
        "seen_on": said.previewed_on,
        "state": SHOWING_STATES[state],
        "tone": TONES.get(state, "quiet"),
        "for_everybody": said.use_public and said.previewed_on is not None,
        "decide_by": showing.decide_by if showing and state == "waiting" else None,
        "decision": decided,
        "rule": published_rules.title_of(decided.rule) if decided else "",
        "later": bool(showing and said.previewed_on and said.use_public and showing_text.not_agreed(said, showing)),
        "appeal": queries.newest_appeal_of(showing) if showing else None,
        "may_appeal": showing is not None and rules.can_appeal(at.likely_speaker, said, showing, newest),
        "own_version": showing.own_version if showing else "",
        "use_own": bool(showing and showing.use_own),
    }


ACTS: dict[str, View] = {"preview/": preview, "own-version/": own_version, "appeal/": appeal}
