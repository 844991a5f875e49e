"""The files beside what was said and beside a change. Whoever may see the one may see its files."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.audit.queries import Finding
from alongside.core import media
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.media import keeping

from .. import rules
from ..models import Attachment, Change, Contribution
from .changes import change_for


def files_of(about: Contribution | Change) -> list[Attachment]:
    """Those that are there, in the order in which they came. `about` was found for whoever asks."""
    if not getattr(about, "has_files", True):  # asked with the row already
        return []
    rows = about.attachments.select_related("recorded_by")
    return list(rows.filter(removed_on__isnull=True).order_by("id"))


def file_of(about: Contribution | Change, code: str) -> Attachment:
    rows = about.attachments.select_related("contribution", "change")
    found = rows.filter(removed_on__isnull=True, code=code).first()
    if found is None:
        raise NotYours
    return found


def file_for_staff(actor: Actor, contribution: Contribution, code: str) -> Attachment:
    """Only for those who may read the words beside it."""
    if not rules.may_read_words(actor, contribution):
        raise NotYours
    return file_of(contribution, code)


def evidence_for(actor: Actor, change: str, code: str) -> Attachment:
    return file_of(change_for(actor, change), code)


def files_in_use(names: list[str]) -> set[str]:
    return set(Attachment.objects.filter(file__in=names).values_list("file", flat=True))


def broken_files(organisation_id: int) -> Iterator[Finding]:
    """Files that are not what was kept, or not there at all. Reads every one of them."""
    rows = Attachment.objects.filter(organisation=organisation_id, removed_on__isnull=True).order_by("pk")
    for row in rows.iterator(chunk_size=500):
        data = keeping.read(row.file)
        if data is None:
            yield Finding(organisation_id, None, f"the file of attachment {row.code} is gone")
        elif media.Clean(media.KINDS[row.kind], data).digest != row.digest:
            yield Finding(organisation_id, None, f"the file of attachment {row.code} was changed after it was kept")
