"""The sentences that an organisation calls empty, never overwritten; and its templates."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import queries, rules
from ..events import VoiceEvent
from ..models import AnswerTemplate, EmptyPhrases


@transaction.atomic
def change_empty_phrases(*, phrases: Sequence[str], by: Actor, seen: int | None = None) -> EmptyPhrases | None:
    """A new list from now on; None when it says what the last one says. `seen` is the row that the reader saw."""
    organisation = _locked(by)
    rules.check_wording(by)
    rules.check_empty_phrases(phrases)
    newest = queries.answering.empty_phrase_lists(by).first()
    if seen is not None and seen != (newest.pk if newest else 0):
        raise Refused(_changed(), "seen")
    if set(phrases) == queries.answering.empty_phrases_of(organisation.pk):
        return None
    made = EmptyPhrases.objects.create(organisation=organisation, phrases=sorted(set(phrases)), **byline(by))
    facts = {"phrases": len(made.phrases)}
    audit.record(VoiceEvent.EMPTY_PHRASES_CHANGED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def write_template(
    *,
    name: str,
    text: str,
    by: Actor,
    template: AnswerTemplate | None = None,
    in_use: bool = True,
    seen: int | None = None,
) -> AnswerTemplate:
    """A new one, or another text for one that is there. What was answered with it stays as it was answered."""
    organisation = _locked(by)
    rules.check_wording(by)
    found = queries.answering.template_named(by, template.code) if template else None
    if found and seen is not None and seen != found.version:
        raise Refused(_changed(), "seen")
    name = " ".join(name.split())
    others = (
        queries.answering.templates_for(by, all_of_them=True).filter(name=name).exclude(pk=found.pk if found else 0)
    )
    rules.check_template(name, text, others.exists())
    kept = found or AnswerTemplate(organisation=organisation, version=0, **byline(by))
    kept.name, kept.text, kept.in_use, kept.version = name, text, in_use, kept.version + 1
    kept.save()
    audit.record(VoiceEvent.TEMPLATE_WRITTEN, by=by, target=kept, facts={"in_use": in_use, "letters": len(text)})
    return kept


def _changed() -> str:
    return _("Somebody changed this while you wrote. What you wrote is still here: look at both.")


def _locked(by: Actor) -> Organisation:
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisations.organisation_of(by).pk)
