"""A file beside what was said, or beside a change that it shows. It is sealed like words, and goes like words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.media import keeping
from alongside.organisation import queries as organisations

from .. import queries, rules, seals
from ..events import VoiceEvent
from ..models import Attachment, Change, Contribution
from ..shapes import NewFile
from . import messages
from .common import as_said, clock_for, locked


@transaction.atomic
def attach(*, contribution: Contribution, file: NewFile, by: Actor) -> Attachment:
    """Its author adds it later. It has to be read like the words: by a named person, by a day of its own."""
    contribution = locked(contribution)
    rules.check_attach(by, contribution)
    made = keep_files(contribution, [file], by)[0]
    clock = clock_for(contribution)
    contribution.version += 1
    contribution.read_on, contribution.read_by = None, clock.read_by(clock.today())
    contribution.save(update_fields=["version", "read_on", "read_by"])
    if contribution.is_owed:
        messages.to_owner(contribution, "file_added", _("A file was added to something that you are to answer."))
    return made


@transaction.atomic
def attach_evidence(*, change: Change, files: Iterable[NewFile], by: Actor) -> list[Attachment]:
    """What shows that something is different now."""
    change = Change.objects.select_for_update(no_key=True).get(pk=change.pk)
    rules.check_attach_evidence(by, change)
    return keep_files(change, files, by)


def keep_files(about: Contribution | Change, files: Iterable[NewFile], by: Actor) -> list[Attachment]:
    """Within the transaction of a verb that has asked its rules. Nothing stays on the disk when it is refused."""
    files = list(files)
    held = queries.files_of(about) if files else []  # most of what is said comes without
    with keeping.undone_if_refused() as written:
        made: list[Attachment] = []
        for file in files:
            label = as_said(file.label).strip()
            rules.check_file(file.file, label, len(held) + len(made))
            written.append(keeping.write(file.file.data))
            made.append(_row(about, file, label, written[-1], by))
    return made


def _row(about: Contribution | Change, file: NewFile, label: str, name: str, by: Actor) -> Attachment:
    key = "change" if isinstance(about, Change) else "contribution"
    facts: dict[str, Any] = {key: about}
    row = Attachment.objects.create(
        organisation=about.organisation,
        label=label,
        kind=file.file.kind.name,
        size=len(file.file.data),
        file=name,
        digest=file.file.digest,
        salt=new_salt(),
        added_on=organisations.clock_of(about.organisation).today(),
        **facts,
        **byline(by),
    )
    audit.record(VoiceEvent.FILE_ADDED, by=by, target=row, facts={key: about.code, "sealed": seals.seal(row)})
    return row


@transaction.atomic
def remove_file(*, attachment: Attachment, by: Actor) -> Attachment:
    """Taken away by whoever brought it. That there was a file stays."""
    if attachment.contribution:
        locked(attachment.contribution)
    elif attachment.change:
        Change.objects.select_for_update(no_key=True).get(pk=attachment.change.pk)
    row = Attachment.objects.select_for_update(of=("self",), no_key=True).select_related("contribution", "change")
    found = row.get(pk=attachment.pk)
    rules.check_remove_file(by, found)
    forget_files([found], by=by, why="taken away by whoever brought it")
    return found


def forget_files(rows: Iterable[Attachment], *, by: Actor, why: str) -> None:
    """File, digest, salt and label go together. The rows are locked by what they belong to."""
    there = [row for row in rows if row.removed_on is None]
    if not there:
        return
    keeping.remove_when_done([row.file for row in there])
    for row in there:
        row.label = row.file = row.digest = row.salt = ""
        row.removed_on = timezone.localdate()
        row.save(update_fields=["label", "file", "digest", "salt", "removed_on"])
    codes = [row.code for row in there]
    audit.erase(by=by, target_type=Attachment._meta.label_lower, targets=codes, why=why)


def sweep_files() -> int:
    """Files that no row points at: a page that went wrong, or a stop at the wrong moment."""
    return keeping.sweep(queries.files_in_use)
