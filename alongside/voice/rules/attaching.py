"""Who may add a file to what was said, and take it away again."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from alongside.core import media
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import phrases
from ..models import Attachment, Change, Contribution
from .changes import check_record_change
from .common import can, check_author, check_not_taken_back

LONGEST_LABEL = 2000


def most_files() -> int:
    return int(settings.FILES["most"])


def check_file(file: media.Clean, label: str, held: int) -> None:
    """`held`: how many there are already."""
    if file.kind.family not in settings.FILES["families"]:
        raise Refused(_("We cannot take this kind of file here."), field="file")
    if held >= most_files():
        raise Refused(_("There are %(most)s files already, and that is the most.") % {"most": most_files()}, "file")
    if not phrases.can_be_seen(label):
        raise Refused(_("Write in words what is on it. Some people cannot see or hear the file."), field="file_label")
    if len(label) > LONGEST_LABEL:
        raise Refused(_("Write it in fewer words: %(most)s letters at most.") % {"most": LONGEST_LABEL}, "file_label")


def check_attach(by: Actor, contribution: Contribution) -> None:
    """Only the one who said it, or somebody who writes it down for them."""
    check_author(by, contribution)
    check_not_taken_back(contribution)


def can_attach(by: Actor, contribution: Contribution) -> bool:
    return can(check_attach, by, contribution)


def check_attach_evidence(by: Actor, change: Change) -> None:
    check_record_change(by, change.unit_id)


def can_attach_evidence(by: Actor, change: Change) -> bool:
    return can(check_attach_evidence, by, change)


def check_remove_file(by: Actor, attachment: Attachment) -> None:
    if attachment.contribution is not None:
        check_author(by, attachment.contribution)
    elif attachment.change is not None:
        check_record_change(by, attachment.change.unit_id)
    if attachment.removed_on is not None:
        raise Refused(_("This file was taken away before."))


def can_remove_file(by: Actor, attachment: Attachment) -> bool:
    return can(check_remove_file, by, attachment)
