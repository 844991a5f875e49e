"""Candidates: a letter for the panel, a name for those who invite them, and nothing when the time is over."""

from __future__ import annotations

from datetime import date
from string import ascii_uppercase

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor, system
from alongside.core.errors import Refused

from .. import queries, redaction, rules
from ..events import PanelEvent as Event
from ..models import Candidate, Mark, Recruitment, Round, Step
from ..models.recruitment import NOW
from .common import check_seen, today_in
from .meetings import KINDS_OF_PAPER, LARGEST_PAPER
from .panel_steps import held, reach, tell_panel


def label_for(number: int) -> str:
    """A, B … Z, AA, AB …"""
    label = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        label = ascii_uppercase[rest] + label
    return label


@transaction.atomic
def add_candidate(
    *,
    recruitment: Recruitment,
    name: str,
    contact: str,
    application: str,
    file: File[bytes] | None,
    confirmed: bool,
    looked_at: bool = False,
    by: Actor,
) -> Candidate:
    """The next free letter. `confirmed`: the one who adds it has taken out how to reach them; `looked_at`: what
    looked like that in the text is something else."""
    recruitment = held(recruitment)
    rules.check_can_add_candidate(by, recruitment, queries.any_handed_in(recruitment, Round.SHORTLIST))
    _check_application(application, file, confirmed, looked_at)
    candidate = Candidate(
        recruitment=recruitment,
        label=label_for(recruitment.candidates.count() + 1),
        name=name,
        contact=contact,
        application=application,
        **byline(by),
    )
    _attach(candidate, file)
    candidate.save()
    reach(recruitment, Step.SHORTLIST, NOW, by=by)
    facts = {"recruitment": recruitment.code, "label": candidate.label, "has_file": file is not None}
    audit.record(Event.CANDIDATE_ADDED, by=by, target=candidate, facts=facts)
    return candidate


def _check_application(application: str, file: File[bytes] | None, confirmed: bool, looked_at: bool) -> None:
    if not application.strip() and file is None:
        raise Refused(_("Paste the application, or choose a file."), field="application")
    if file is not None and (file.size or 0) > LARGEST_PAPER:
        raise Refused(_("That file is larger than 20 MB. Choose a smaller one."), field="file")
    if file is not None and not (file.name or "").lower().endswith(KINDS_OF_PAPER):
        raise Refused(_("Choose a document or a picture, for example a PDF."), field="file")
    rules.check_redacted(redaction.contact_details(application), confirmed, looked_at)


def _attach(candidate: Candidate, file: File[bytes] | None) -> None:
    """The name of a file is often the name of its writer: it is kept as the letter alone."""
    if file is not None:
        ending = (file.name or "").rpartition(".")[2].lower()
        candidate.file_name = f"candidate-{candidate.label}.{ending}"
        candidate.file.save("", file, save=False)


@transaction.atomic
def change_candidate(
    *,
    candidate: Candidate,
    name: str,
    contact: str,
    application: str,
    file: File[bytes] | None,
    confirmed: bool,
    looked_at: bool = False,
    seen: int,
    by: Actor,
) -> Candidate:
    """Also to take out what was forgotten. A new file takes the place of the old one, which goes for good."""
    recruitment = held(candidate.recruitment)
    candidate = Candidate.objects.select_related("recruitment__decision").get(pk=candidate.pk)
    rules.check_can_change_candidate(by, candidate)
    check_seen(candidate.version, seen)
    _check_application(application or ("-" if candidate.file else ""), file, confirmed, looked_at)
    old, storage = candidate.file.name, candidate.file.storage
    candidate.name, candidate.contact, candidate.application = name, contact, application
    _attach(candidate, file)
    candidate.version += 1
    candidate.save(update_fields=["name", "contact", "application", "file", "file_name", "version"])
    if file is not None and old:
        transaction.on_commit(lambda: storage.delete(old))
    facts = {"recruitment": recruitment.code, "version": candidate.version, "new_file": file is not None}
    audit.record(Event.CANDIDATE_CHANGED, by=by, target=candidate, facts=facts)
    return candidate


@transaction.atomic
def withdraw_candidate(*, candidate: Candidate, by: Actor) -> Candidate:
    """They do not want the job any more. Nobody marks or scores them from here on."""
    recruitment = held(candidate.recruitment)
    candidate = Candidate.objects.select_related("recruitment__decision").get(pk=candidate.pk)
    rules.check_can_withdraw_candidate(by, candidate)
    candidate.withdrew_on = today_in(recruitment.organisation)
    candidate.save(update_fields=["withdrew_on"])
    words = _("Candidate %(label)s for “%(title)s” has withdrawn. Leave them out from now on.")
    facts = {"label": candidate.label, "title": recruitment.decision.title}
    tell_panel(recruitment, "candidate_withdrew", _("A candidate has withdrawn"), words % facts)
    audit.record(Event.CANDIDATE_WITHDREW, by=by, target=candidate, facts={"label": candidate.label})
    return candidate


def remove_candidates_data(today: date) -> int:
    """Every day: names, contact, applications, files and words about candidates whose time is over go for good.
    Scores stay, by letter. Returns how many candidates that were."""
    return sum(_remove(recruitment, today) for recruitment in queries.data_to_remove(today))


@transaction.atomic
def _remove(recruitment: Recruitment, today: date) -> int:
    recruitment = held(recruitment)
    if recruitment.removed_on is not None:
        return 0
    candidates = list(recruitment.candidates.select_for_update(no_key=True).order_by("id"))
    for candidate in candidates:
        _blank(candidate)
    Mark.objects.filter(candidate__recruitment=recruitment).update(why="")
    recruitment.removed_on, recruitment.removed_count = today, len(candidates)
    recruitment.save(update_fields=["removed_on", "removed_count"])
    if candidates:
        _tell_to_delete(recruitment, len(candidates))
    by = system(recruitment.organisation_id)
    audit.record(Event.DATA_REMOVED, by=by, target=recruitment, facts={"candidates": len(candidates), "on": str(today)})
    return len(candidates)


def _blank(candidate: Candidate) -> None:
    name, storage = candidate.file.name, candidate.file.storage
    candidate.name = candidate.contact = candidate.application = candidate.file_name = ""
    candidate.file = ""
    candidate.save(update_fields=["name", "contact", "application", "file", "file_name"])
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def _tell_to_delete(recruitment: Recruitment, number: int) -> None:
    words = ngettext(
        "We have removed what we kept about %(n)d person who applied for “%(title)s”. "
        "If you still have papers or notes about them, delete or shred them today.",
        "We have removed what we kept about %(n)d people who applied for “%(title)s”. "
        "If you still have papers or notes about them, delete or shred them today.",
        number,
    )
    facts = {"n": number, "title": recruitment.decision.title}
    tell_panel(recruitment, "delete_copies", _("Please delete your copies"), words % facts)
