"""What the daily tasks do for closes: a draft when a month is over, and a word to those for whom it waits. Each may run
twice, at once on two machines, or after months of silence."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from alongside.core.actor import Actor
from alongside.core.periods import MONTH, Period, of_day
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from ..models import CloseSignature, PeriodClose, Says, SignSide
from ..models.closes import DECLINED, DRAFT
from ..queries import closed, signers
from ..queries import closes as queries
from . import close_messages as messages
from .closes import make_version

MOST = 12  # months: after a longer silence somebody begins the older ones by hand


@transaction.atomic
def draft_closes(*, organisation: Organisation, by: Actor) -> int:
    """The month that is over, and those after the newest that was begun and is over, too: one may be begun by hand
    before its end. Quarters and years are begun by hand."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    missing = list(_missing(organisation))
    for period in missing:
        make_version(organisation, period, by)
    return len(missing)


def _missing(organisation: Organisation) -> Iterator[Period]:
    clock = organisations.clock_of(organisation)
    last = of_day(MONTH, clock.today(), clock.settings.year_starts_month).before
    rows = PeriodClose.objects.filter(organisation=organisation, kind=MONTH, first__lte=last.first)
    newest = rows.order_by("-first").values_list("first", flat=True).first()
    for period in last.back(1 if newest is None else MOST):
        if (newest is None or period.first > newest) and period.last >= queries.made_on(organisation):
            yield period


def remind_of_closes(*, organisation: Organisation) -> int:
    """Once a week. Nothing closes because somebody did not read it."""
    today = organisations.clock_of(organisation).today()
    waiting = queries.open_closes(organisation.pk, today)
    who = signers.who_sign(organisation.pk, today) if waiting else []
    done = sum(_remind(close, who, organisation) for close in waiting)
    if waiting and not who:
        done += messages.remind_that_nobody_was_chosen(waiting[0], today)
    return done


def _remind(close: PeriodClose, who: list[int], organisation: Organisation) -> int:
    today = organisations.clock_of(organisation).today()
    signed = {each.side for each in _said(close) if each.says == Says.SIGNED}
    done = 0
    if SignSide.COORDINATOR not in signed or close.state == DECLINED:
        done += messages.remind_coordinators(close, today)
    if close.state not in (DRAFT, DECLINED) and SignSide.CONTRIBUTORS not in signed:
        done += sum(messages.remind_signer(close, person, today) for person in who)
    return done


def _said(close: PeriodClose) -> list[CloseSignature]:
    if close.state == DRAFT:
        return []  # what was signed was another count
    return list(closed.last_sheet(close).signatures.all())
