"""Paper forms: each copy has a code of its own on the slip that is torn off, which counts once the form is typed in."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core import follow_codes
from alongside.core.actor import Actor
from alongside.core.codes import new_code, tidy
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author

from .. import queries
from ..events import VoiceEvent
from ..models import Contribution, Letterbox, Slip
from ..rules import letterboxes as rules
from .letterboxes import WHOLE, said_to
from .saying import say


@transaction.atomic
def print_forms(*, box: Letterbox, copies: int, by: Actor, seed: str = "") -> list[str]:
    """The codes of so many forms, shown once and kept as digests. The same `seed` gives the same ones again."""
    rules.check_print_forms(by, box, copies)
    codes = [follow_codes.drawn_from(f"{seed} {n}") if seed else new_code(follow_codes.LENGTH) for n in range(copies)]
    digests = [queries.digest_of_code(code) for code in codes]
    if seed and Slip.objects.filter(digest__in=digests).exists():  # the same page again
        return codes
    facts = {"organisation": box.organisation, "letterbox": box, "question": box.question, **byline(by)}
    Slip.objects.bulk_create([Slip(digest=digest, **facts) for digest in digests])
    audit.record(VoiceEvent.FORMS_PRINTED, by=by, target=box, facts={"copies": copies})
    return codes


@transaction.atomic
def type_in(*, by: Actor, slip: str = "", box: Letterbox | None = None, **said: Any) -> tuple[Contribution, str | None]:
    """A form that came back, also when its letterbox is closed by now. It replies to what was printed on it."""
    if person := said.get("person"):
        hold_author(by, person.pk)
    used = _take_slip(slip, by) if slip else None
    box = used.letterbox if used else box
    if box is None:
        return say(by=by, **said)
    facts = said_to(Letterbox.objects.select_related(*WHOLE).get(pk=box.pk))
    if used:
        facts.update(question=used.question, follow_code=tidy(slip))
    return say(by=by, **{**facts, **said})


def _take_slip(typed: str, by: Actor) -> Slip:
    """The slip of a form that is being typed in, used from now on. Inside the verb that keeps what it says."""
    rows = Slip.objects.select_for_update(of=("self",), no_key=True).select_related("letterbox", "question")
    slip = rows.filter(organisation=by.organisation_id, digest=queries.digest_of_code(tidy(typed))).first()
    if slip is None:
        raise Refused(
            _("We never printed this code. Look at it again, letter by letter. Without one, leave this empty."),
            field="slip",
        )
    if slip.used_on:
        raise Refused(
            _("A form with this code was typed in before. Each form has its own: look whether you have it already."),
            field="slip",
        )
    organisation = organisations.organisation_of(by)
    slip.used_on = organisations.clock_of(organisation).today()
    slip.save(update_fields=["used_on"])
    return slip
