"""The phrase list: kept by the safeguarding lead, never overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import queries, safety_rules, warning_words
from ..events import VoiceEvent
from ..models import Contribution, Grave, PhraseList
from ..models.contributions import UNREAD

CHUNK = 2000


@transaction.atomic
def change_phrases(
    *, groups: Mapping[str, Sequence[str]], left_out: Sequence[str], by: Actor, seen: int | None = None
) -> PhraseList | None:
    """A new list from now on; None when it says what the last one says. What is not read yet may rise by it, and
    nothing falls. `seen` is the row that the reader saw, 0 for the list with which everybody begins.
    """
    organisation = organisations.organisation_of(by)
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    safety_rules.check_phrases(by, groups, left_out)
    newest = queries.phrase_lists(by).first()
    if seen is not None and seen != (newest.pk if newest else 0):
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    now, words = queries.words_of(organisation.pk), warning_words.Words.of(groups, left_out)
    if words == now:
        return None
    made = PhraseList.objects.create(
        organisation=organisation, groups=words.as_lists(), left_out=list(words.left_out), **byline(by)
    )
    raised = _raise_unread(organisation.pk, words)
    facts = {"phrases": sum(map(len, words.as_lists().values())), "left_out": len(words.left_out), "raised": raised}
    audit.record(VoiceEvent.PHRASES_CHANGED, by=by, target=made, facts=facts)
    transaction.on_commit(lambda: _raise_unread(organisation.pk, words), robust=True)
    return made


def look_again(said: Contribution, words: warning_words.Words) -> None:
    """By the list as it is once `said` is kept, when that is not `words` any more. Whoever changes the list looks again
    after their own COMMIT, so one of the two sees what the other did meanwhile, and nobody who speaks waits."""
    now = queries.words_of(said.organisation_id)
    if now != words and warning_words.hits(said.words, now):
        rows = Contribution.objects.filter(UNREAD, pk=said.pk, grave__gt=Grave.PHRASE)
        rows.update(grave=Grave.PHRASE)


def _raise_unread(organisation_id: int, words: warning_words.Words) -> int:
    rows = Contribution.objects.filter(UNREAD, organisation=organisation_id, grave__gt=Grave.PHRASE).order_by("pk")
    found = [pk for pk, said in rows.values_list("pk", "words").iterator(CHUNK) if warning_words.hits(said, words)]
    for start in range(0, len(found), CHUNK):
        Contribution.objects.filter(pk__in=found[start : start + CHUNK]).update(grave=Grave.PHRASE)
    return len(found)
