"""Learning from what was accepted, at night; and throwing away what was learned as soon as words of it are gone."""

from __future__ import annotations

from zlib import crc32

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from alongside.organisation.models import Organisation

from ..learning import analysis, linear
from ..learning.features import tokens
from ..learning.lines import Fit, learn
from ..learning.packing import pack
from ..models import Contribution, ThemeMark, ThemeModel
from ..queries import themes as about

WAYS: dict[str, Fit] = {"standard": linear.fit, "analysis": analysis.fit}


def learn_themes(organisation: Organisation) -> int:
    """Learn again when the marks, or the words that they stand on, are not what they were. 1 when it did."""
    way = settings.THEMES
    upto = f"{way}:{about.marks_upto(organisation.pk)}"
    if ThemeModel.objects.filter(organisation=organisation, upto=upto).exists():
        return 0
    examples = about.marked_examples(organisation.pk)
    if len(examples) < about.ENOUGH:
        return ThemeModel.objects.filter(organisation=organisation).delete()[0]
    groups = [crc32(f"{each.row.person_id or ' '.join(tokens(each.example.words))}".encode()) for each in examples]
    learned = learn([each.example for each in examples], groups, WAYS[way])
    return _keep(organisation, upto, way, len(examples), pack(learned))


@transaction.atomic
def _keep(organisation: Organisation, upto: str, way: str, number: int, packed: bytes) -> int:
    """Unless something was marked or taken back while it learned: then the next night learns from what is left."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    if upto != f"{way}:{about.marks_upto(organisation.pk)}":
        return 0
    values = {"made_at": timezone.now(), "way": way, "learned_from": number, "upto": upto, "learned": packed}
    ThemeModel.objects.update_or_create(organisation=organisation, defaults=values)
    return 1


def forget_learned(contribution: Contribution) -> None:
    """Its words are gone, or before the safeguarding lead: what was learned from them goes at once, and is learned
    again without them by the next task. Until then suggestions come from similar voices.
    """
    if ThemeMark.everything.filter(contribution=contribution).exists():
        ThemeModel.objects.filter(organisation=contribution.organisation_id).delete()
