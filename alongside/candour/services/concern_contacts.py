"""Who reads concerns about involvement, and by when they answer; and that one is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_each
from alongside.post import services as post

from ..asked import Answer
from ..concern_events import ConcernEvent as Event
from ..models import AskedContact, ConcernContact, ConcernTerms, InvolvementConcern
from ..queries import concerns as queries
from ..rules import concerns as rules
from .concerns import MESSAGE, tell_reader
from .denying import denied


@transaction.atomic
def set_concern_terms(  # noqa: PLR0913  each of them by its name
    *, acknowledge_days: int, answer_days: int, late_days: int, outside_name: str, outside_how: str, by: Actor
) -> ConcernTerms:
    rules.check_can_appoint(by)
    rules.check_terms(acknowledge_days, answer_days, late_days)
    if not outside_name.strip() or not outside_how.strip():
        raise Refused(_("Name somebody outside, and write how to reach them."), field="outside_name")
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    made = ConcernTerms.objects.create(
        organisation=organisation,
        effective_on=organisations.clock_of(organisation).today(),
        acknowledge_days=acknowledge_days,
        answer_days=answer_days,
        late_days=late_days,
        outside_name=outside_name.strip(),
        outside_how=outside_how.strip(),
        **byline(by),
    )
    days = {"acknowledge": acknowledge_days, "answer": answer_days, "late": late_days}
    audit.record(Event.TERMS_SET, by=by, target=made, facts=days)
    return made


@transaction.atomic
def appoint_contact(  # noqa: PLR0913  each of them by its name
    *,
    user: User,
    shown_as: str,
    why_outside: str,
    how_chosen: str,
    asked: Sequence[Answer],
    from_day: date,
    until_day: date,
    by: Actor,
) -> ConcernContact:
    """What contributors chose is written down here. Each of those who were asked is told, and can say that it is not
    so; when fewer than two stand by it, nobody was chosen."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rules.check_can_appoint(by)
    rules.check_says_who(shown_as, why_outside, how_chosen)
    today = organisations.clock_of(organisation).today()
    rules.check_terms_named(queries.terms_on(organisation.pk, today) is not None)
    has_role = organisations.users_with(organisation.pk, rules.READER).filter(pk=user.pk).exists()
    rules.check_outside(has_role, organisations.users_with(organisation.pk, *queries.TEAM).filter(pk=user.pk).exists())
    agree = sum(each.agrees for each in asked)
    rules.check_appointment(organisation.pk, [each.person for each in asked], agree, (from_day, until_day), today)
    hold_each(by, [each.person for each in asked])
    made = ConcernContact.objects.create(
        organisation=organisation,
        user=user,
        shown_as=shown_as.strip(),
        why_outside=why_outside.strip(),
        how_chosen=how_chosen.strip(),
        from_day=from_day,
        until_day=until_day,
        **byline(by),
    )
    for each in asked:
        _write_down(made, each, by)
    days = {"from": from_day.isoformat(), "until": until_day.isoformat()}
    facts = {**days, "user": user.code, "asked": len(asked), "agree": agree}
    audit.record(Event.CONTACT_CHOSEN, by=by, target=made, facts=facts)
    return made


def _write_down(made: ConcernContact, answer: Answer, by: Actor) -> None:
    AskedContact.objects.create(
        contact=made, person=answer.person, agrees=answer.agrees, said=answer.said, **byline(by)
    )
    words = {"who": made.shown_as, "day": long_day(made.from_day), "says": answer.written_down}
    post.queue(
        "concern_contact_asked",
        organisation=made.organisation_id,
        to_person=answer.person.pk,
        subject=_("You were asked who reads concerns"),
        body=_(
            "From %(day)s concerns about how people are involved are read by: %(who)s. It is written down that you "
            "were asked, and %(says)s. If that is not so, you can say so on the page."
        )
        % words,
        link=f"/{made.organisation.slug}/concerns/",
    )


@transaction.atomic
def deny_contact(*, asked: AskedContact, by: Actor) -> AskedContact:
    """“I was not asked”, or “I do not agree any more”. It stands, and can end who reads."""
    return denied(asked, about="contact", event=Event.CONTACT_DENIED, by=by)


@transaction.atomic
def end_contact_term(*, contact: ConcernContact, by: Actor) -> ConcernContact:
    """From today they read nothing more. Whoever raised something says who reads on."""
    rows = ConcernContact.objects.filter(organisation=by.organisation_id).select_for_update(of=("self",), no_key=True)
    contact = rows.select_related("organisation").get(pk=contact.pk)
    rules.check_can_appoint(by)
    if contact.ended_on is not None:
        raise Refused(_("They read no more already."))
    contact.ended_on = max(organisations.clock_of(contact.organisation).today(), contact.from_day)
    contact.save(update_fields=["ended_on"])
    audit.record(Event.CONTACT_ENDED, by=by, target=contact, facts={"on": contact.ended_on.isoformat()})
    return contact


# Late: the reader is reminded, and then the board is told that something is late, and nothing else.


@transaction.atomic
def chase_concerns(*, organisation: Organisation, by: Actor) -> int:
    """The nightly task: a reminder each week, and the board once. Returns how many letters were written for."""
    clock, done = organisations.clock_of(organisation), 0
    today = clock.today()
    for concern in queries.late(organisation.pk, today):
        week = (today - concern.due_on).days // 7
        tell_reader(
            concern,
            _("Something that you are to read or to answer is late."),
            key=f"concern late {concern.code} {concern.due_on} {week}",
        )
        if concern.board_since is None and today > clock.after_working_days(concern.due_on, concern.late_days):
            _tell_board(concern, today, by)
        done += 1
    return done


def _tell_board(concern: InvolvementConcern, today: date, by: Actor) -> None:
    concern.board_since = today
    concern.save(update_fields=["board_since"])
    audit.record(Event.LATE, by=by, target=concern)
    for user in organisations.users_with(concern.organisation_id, "board", "coordinator"):
        post.queue(
            MESSAGE,
            organisation=concern.organisation_id,
            to_user=user.pk,
            subject=_("A concern about involvement is late"),
            body=_("It was not read or answered in time. Nobody can tell you what it is about: ask the one who reads."),
            link=f"/{concern.organisation.slug}/concerns/",
            key=f"concern on board {concern.code} {concern.due_on} {user.pk}",
        )
