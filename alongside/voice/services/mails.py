"""Words that came by e-mail. A From line proves nothing: they are nobody's by name, whoever it names."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.core import follow_codes, media
from alongside.organisation.models import Organisation, Unit

from .. import rules
from ..models import Contribution, ContributionKind, Letterbox, Mail, Via
from ..queries import mails as queries
from ..queries.public import public_actor
from ..shapes import ByMail, NewFile
from .common import as_said
from .saying import say

CLAIMED = timedelta(minutes=10)  # longer than any mail server takes
LONGEST_REST = 20_000


def keep_mail(
    *, organisation: Organisation, mail: ByMail, unit: Unit | None = None, letterbox: Letterbox | None = None
) -> tuple[Mail, str, bool]:
    """Keep it once, however often and from wherever it is handed over. Gives the code of its author, and whether
    it is new. The code is drawn from the e-mail itself and our key: it can be drawn again as long as the e-mail is
    there, and stands nowhere.
    """
    key = queries.key_of_mail(organisation.pk, mail.key)
    code = follow_codes.drawn_from(f"mail {organisation.pk} {mail.key}")
    if found := queries.mail_known(organisation.pk, key):
        return found, code, False
    try:
        return _kept(organisation, mail, key, code, unit, letterbox), code, True
    except IntegrityError:  # another run was quicker
        found = queries.mail_known(organisation.pk, key)
        if found is None:
            raise
        return found, code, False


@transaction.atomic
def _kept(
    organisation: Organisation, mail: ByMail, key: str, code: str, unit: Unit | None, letterbox: Letterbox | None
) -> Mail:
    by = public_actor(organisation)
    words, whole = _words(mail)
    contribution, _code = say(
        kind=letterbox.kind if letterbox else ContributionKind.EXPERIENCE,
        words=words,
        about=mail.subject[:300],
        unit=letterbox.unit if letterbox else unit,
        decision=letterbox.decision if letterbox else None,
        meeting=letterbox.meeting if letterbox else None,
        letterbox=letterbox,
        question=letterbox.question if letterbox else None,
        via=Via.EMAIL,
        follow_code=code,
        files=[*whole, *mail.files],
        by=by,
    )
    return Mail.objects.create(
        organisation=organisation,
        contribution=contribution,
        key=key,
        sender=queries.sender_digest(mail.address),
        address=mail.address,
        rest=as_said(mail.rest)[:LONGEST_REST],
        **byline(by),
    )


def _words(mail: ByMail) -> tuple[str, list[NewFile]]:
    """More than can be kept stands whole beside its beginning. An e-mail may have said it all in its subject."""
    words = as_said(mail.words) or as_said(mail.subject)
    if not words and mail.files:
        words = _("(An e-mail with files and without words.)")
    if len(words) <= rules.LONGEST:
        return words, []
    whole = media.clean(words.encode(), "whole.txt", (media.DOCUMENT,))
    return words[: rules.LONGEST], [NewFile(whole, _("The whole e-mail. Its beginning stands above."))]


def claim_mail(mail: Mail) -> bool:
    """Before writing back: only one of several runs does. Whoever stopped in the middle is followed by another."""
    now = timezone.now()
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - CLAIMED)
    return bool(Mail.objects.filter(free, pk=mail.pk).update(claimed_at=now))


def let_go(mail: Mail) -> None:
    Mail.objects.filter(pk=mail.pk).update(claimed_at=None)


def mail_acknowledged(mail: Mail) -> None:
    Mail.objects.filter(pk=mail.pk).update(acknowledged_at=timezone.now(), claimed_at=None)


def mail_told(mail: Mail, answer: str) -> None:
    """That there is an answer. What it says they read on the page of their code, and only that counts as told."""
    Mail.objects.filter(pk=mail.pk).update(told_answer=answer, claimed_at=None)


def forget_mail(contribution: Contribution) -> None:
    """Address and rest go with the words. That this e-mail was here stays: it is not kept anew."""
    Mail.objects.filter(contribution=contribution).update(address="", rest="", sender="")
