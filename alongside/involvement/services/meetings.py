"""Sessions: when and where, what is on the agenda and who raised it, and the papers."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.parts import moment
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author
from alongside.people.models import Person

from .. import links, queries, rules
from ..events import InvolvementEvent as Event
from ..models import AgendaItem, Arrangement, Meeting, Opportunity, Paper
from ..models.meetings import ARRANGED, NOT_NEEDED, TO_DO
from ..rules.meetings import check_times
from .arrangements import arrange_for, move_days
from .common import check_seen, locked, tell_person, today_in

LARGEST_PAPER = 20 * 1024 * 1024
# What people can open on a phone, and nothing that runs.
KINDS_OF_PAPER = (
    *(".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".xlsx", ".xls", ".ods", ".csv", ".pptx", ".ppt", ".odp"),
    *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".mov", ".webm"),
)
WITH_ITS_DECISION = ("opportunity__decision", "organisation")


def address(meeting: Meeting) -> str:
    return links.to(meeting.organisation, "sessions", meeting.code)


@transaction.atomic
def set_meeting(
    *, opportunity: Opportunity, title: str, starts_at: datetime, ends_at: datetime, place: str, by: Actor
) -> Meeting:
    """What those who accepted need is arranged from here on."""
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_set_meeting(by, opportunity)
    check_times(starts_at, ends_at)
    meeting = Meeting.objects.create(
        organisation=opportunity.organisation,
        opportunity=opportunity,
        title=title,
        starts_at=starts_at,
        ends_at=ends_at,
        held_on=_local_day(starts_at, opportunity.organisation.time_zone),
        place=place,
        **byline(by),
    )
    if starts_at > timezone.now():
        for accepted in queries.accepted_places(opportunity):
            arrange_for(accepted, by=by, meetings=[meeting])
        _tell(meeting, "meeting_set", _("A date for you"), _("“%(title)s” is on %(when)s, %(place)s."))
    facts = {"opportunity": opportunity.code, "held_on": str(meeting.held_on)}
    audit.record(Event.MEETING_SET, by=by, target=meeting, facts=facts)
    return meeting


def _local_day(starts_at: datetime, zone: str) -> date:
    return starts_at.astimezone(ZoneInfo(zone)).date()


def _tell(meeting: Meeting, kind: str, subject: str, body: str) -> None:
    """Everybody who accepted a place; the words may name title, when and place."""
    words = body % {"title": meeting.title, "when": moment(meeting.starts_at), "place": meeting.place}
    for place in queries.accepted_places(meeting.opportunity):
        tell_person(meeting.organisation, place.person_id, kind, subject, words, address(meeting))


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, title: str, starts_at: datetime, ends_at: datetime, place: str, seen: int, by: Actor
) -> Meeting:
    """Another time or place: people are told, and what was booked is to be arranged again."""
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_change_meeting(by, meeting)
    check_seen(meeting.version, seen)
    check_times(starts_at, ends_at)
    moved = (meeting.starts_at, meeting.ends_at, meeting.place) != (starts_at, ends_at, place)
    meeting.title, meeting.place, meeting.starts_at, meeting.ends_at = title, place, starts_at, ends_at
    meeting.held_on = _local_day(starts_at, meeting.organisation.time_zone)
    meeting.version += 1
    meeting.save(update_fields=["title", "place", "starts_at", "ends_at", "held_on", "version"])
    if moved and starts_at > timezone.now():
        move_days(meeting, organisations.clock_of(meeting.organisation))
        _tell(meeting, "meeting_changed", _("A change of plan"), _("“%(title)s” is now on %(when)s, %(place)s."))
    facts = {"held_on": str(meeting.held_on), "moved": moved, "version": meeting.version}
    audit.record(Event.MEETING_CHANGED, by=by, target=meeting, facts=facts)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: Actor) -> Meeting:
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_cancel_meeting(by, meeting, timezone.now())
    body = _("“%(title)s” on %(when)s is cancelled. You do not need to do anything.")
    _tell(meeting, "meeting_cancelled", _("A session is cancelled"), body)
    call_off(meeting)
    audit.record(Event.MEETING_CANCELLED, by=by, target=meeting, facts={"held_on": str(meeting.held_on)})
    return meeting


def call_off(meeting: Meeting) -> None:
    """The step inside a verb that cancels it: nothing has to be arranged any more."""
    meeting.cancelled_on = today_in(meeting.organisation)
    meeting.version += 1
    meeting.save(update_fields=["cancelled_on", "version"])
    rows = Arrangement.objects.filter(meeting=meeting, state__in=[TO_DO, ARRANGED])
    rows.update(state=NOT_NEEDED)


@transaction.atomic
def add_agenda_item(
    *, meeting: Meeting, title: str, by: Actor, person: Person | None = None, user: User | None = None
) -> AgendaItem:
    """`person` or `user` raised it. Who did is kept: answering only others' questions is how a token looks."""
    if person is not None:
        hold_author(by, person.pk)
    meeting = locked(meeting, *WITH_ITS_DECISION)
    takes_part = person is not None and queries.has_accepted(meeting.opportunity, person.pk)
    own = takes_part and person is not None and rules.speaks_for(by, person.pk, person.organisation_id)
    rules.check_can_add_to_agenda(by, meeting, own, timezone.now())
    if person is not None and not takes_part:
        raise Refused(_("They do not take part in this session."), field="raised_by")
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=last + 1,
        title=title,
        raised_by_person=person,
        raised_by_user=None if person else user,
        **byline(by),
    )
    raised = "contributor" if person else "staff" if user else "nobody"
    facts = {"position": item.position, "raised_by": raised}
    audit.record(Event.AGENDA_ADDED, by=by, target=meeting, facts=facts)
    return item


@transaction.atomic
def add_paper(*, meeting: Meeting, title: str, file: File[bytes] | None, by: Actor) -> Paper:
    """A paper as a file, or only its title when it goes out on paper."""
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_send_papers(by, meeting)
    if file is not None and (file.size or 0) > LARGEST_PAPER:
        raise Refused(_("That file is larger than 20 MB. Choose a smaller one."), field="file")
    if file is not None and not (file.name or "").lower().endswith(KINDS_OF_PAPER):
        words = _("A paper is a document, a picture or a recording, for example a PDF. Choose such a file.")
        raise Refused(words, field="file")
    paper = Paper(meeting=meeting, title=title, **byline(by))
    if file is not None:
        paper.file_name = (file.name or "")[-200:]
        paper.file.save("", file, save=False)
    paper.save()
    facts = {"paper": paper.code, "has_file": file is not None}
    audit.record(Event.PAPER_ADDED, by=by, target=meeting, facts=facts)
    return paper


@transaction.atomic
def send_papers(*, meeting: Meeting, on: date, same_for_everyone: bool, difference: str, by: Actor) -> int:
    """The papers go out. If staff had something that the others did not, it is written down what."""
    meeting = locked(meeting, *WITH_ITS_DECISION)
    rules.check_can_send_papers(by, meeting)
    if not same_for_everyone and not difference.strip():
        raise Refused(_("Write down what was different."), field="difference")
    if on > today_in(meeting.organisation):
        raise Refused(_("Write down the papers once they have gone out: this day is still to come."), field="on")
    rows = meeting.papers.filter(sent_on__isnull=True)
    sent = rows.update(sent_on=on, same_for_everyone=same_for_everyone, difference=difference)
    if not sent:
        raise Refused(_("There is no paper waiting to go out. Add one first."))
    if meeting.starts_at > timezone.now():
        _tell(meeting, "papers_sent", _("Papers for you to read"), _("The papers for “%(title)s” are there."))
    facts = {"sent": sent, "on": str(on), "same_for_everyone": same_for_everyone}
    audit.record(Event.PAPER_SENT, by=by, target=meeting, facts=facts)
    return sent


@transaction.atomic
def remove_paper(*, paper: Paper, by: Actor) -> None:
    """The wrong file goes for good. What went out already keeps its line: that it was sent stays true."""
    meeting = locked(paper.meeting, *WITH_ITS_DECISION)
    rules.check_can_send_papers(by, meeting)
    paper = Paper.objects.select_for_update(no_key=True).get(pk=paper.pk)
    name, storage = paper.file.name, paper.file.storage
    if paper.sent_on is None:
        paper.delete()
    else:
        paper.file, paper.file_name = "", ""
        paper.save(update_fields=["file", "file_name"])
    if name:
        transaction.on_commit(lambda: storage.delete(name))
    facts = {"paper": paper.code, "had_file": bool(name), "was_sent": paper.sent_on is not None}
    audit.record(Event.PAPER_REMOVED, by=by, target=meeting, facts=facts)
