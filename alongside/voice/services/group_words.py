"""A group confirms what was taken down, or says that it is not what it said."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import rules, seals
from ..events import VoiceEvent
from ..models import Contribution, GroupSays, GroupWord
from ..rules import group_words as group_rules
from . import messages
from .common import as_said, clock_for, locked


@transaction.atomic
def group_says(*, contribution: Contribution, kind: str, by: Actor, words: str = "") -> GroupWord:
    """The words stay as they were taken down; what the group says stands beside them. A change of mind is a new row."""
    contribution = locked(contribution)
    group_rules.check_group_says(by, contribution)
    before = contribution.group_words.order_by("-id").first()
    words = as_said(words) if as_said(words).strip() else ""
    if before and before.kind == kind and not words:
        raise Refused(_("You have said so already. It is on the page."))
    if words:
        rules.check_words(words)
    said = GroupWord.objects.create(
        contribution=contribution,
        kind=kind,
        words=words,
        salt=new_salt(),
        said_on=clock_for(contribution).today(),
        **byline(by),
    )
    contribution.version += 1
    contribution.save(update_fields=["version"])
    if kind == GroupSays.NOT_OURS:
        text = _("A group says that what was taken down for it is not what it said.")
        messages.to_owner(contribution, "group_denied", text)
    facts = {"contribution": contribution.code, "kind": str(kind), "sealed": seals.seal(said)}
    audit.record(VoiceEvent.GROUP_SAYS, by=by, target=said, facts=facts)
    return said
