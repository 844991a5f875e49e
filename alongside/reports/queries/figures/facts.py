"""What several figures are counted from, each read once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Sum

from alongside.core.dates import AGE_BANDS
from alongside.decisions.models import Decision, Taken
from alongside.decisions.queries.seats_on_a_day import LivedSeat, lived_seats_on
from alongside.decisions.queries.waiting import reserved_then
from alongside.involvement.models import Attendance
from alongside.involvement.queries.asked_since import days_before
from alongside.involvement.queries.sign_lines import HELD
from alongside.organisation.models import Policy
from alongside.voice import queries as voice
from alongside.voice.models import Contribution

from ..scope import Scope

TAKEN = ("", *Taken.values)  # empty: not yet


class Part(NamedTuple):
    """What one person took part in: in the period before, and in this one. Nothing else of them."""

    earlier: int  # 1 who came to something before both, else 0
    before: int  # sessions to which they came in the period before
    now: int
    missed: int  # at which they were expected now, and did not come
    minutes: int


class Facts:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @cached_property
    def _decisions(self) -> dict[str, int]:
        """Of the period, counted where they lie. One that is not decided is reserved as its kind will stand when it is
        due; one that is, as it was then."""
        reserved = reserved_then(self.scope.today)
        asked = {f"all_{taken}": Count("pk", filter=Q(taken=taken)) for taken in TAKEN}
        asked |= {f"reserved_{taken}": Count("pk", filter=Q(taken=taken) & reserved) for taken in TAKEN}
        rows = Decision.objects.filter(self.scope.decided()).order_by()
        return rows.aggregate(**asked, decided=Count("decided_on"))

    def taken(self, reserved_only: bool = False) -> Counter[str]:
        sort = "reserved" if reserved_only else "all"
        return Counter({taken: self._decisions[f"{sort}_{taken}"] for taken in TAKEN})

    @property
    def decided(self) -> int:
        return self._decisions["decided"]

    @cached_property
    def days_before(self) -> list[int]:
        """From when people were first asked to the decision; not more than 0 where they were asked afterwards."""
        return days_before(self.scope.decided("decision__"))

    @cached_property
    def answers(self) -> Counter[tuple[int, str]]:
        """First answers given in the period: how often each took so many working days, and what it was."""
        rows = Contribution.objects.filter(self.scope.narrowest(), answered_on__range=self.scope.days)
        rows = rows.filter(answer_days__isnull=False).order_by()
        counted = rows.values_list("answer_days", "answer_kind").annotate(n=Count("pk"))
        return Counter({(days, kind): number for days, kind, number in counted})

    @cached_property
    def waited(self) -> Counter[str]:
        """What had no answer at the end, by how long it had waited. Read back where that is past."""
        end, found = self.scope.end, Counter(dict.fromkeys(AGE_BANDS, 0))
        today, *since = voice.unanswered_on(end)
        bands = {
            band: Count("pk", filter=voice.waited_so_long(end, band) & Q(received_on__lte=end)) for band in AGE_BANDS
        }
        for unanswered in (today, *(since if end < self.scope.today else ())):
            found.update(Contribution.objects.filter(self.scope.narrowest(), unanswered).aggregate(**bands))
        return found

    @cached_property
    def parts(self) -> list[Part]:
        """Everybody who came, or was expected, since the beginning of the period before."""
        first, last = self.scope.period.first, self.scope.end
        before = self.scope.period.before.first
        rows = Attendance.objects.filter(HELD, self.scope.within("meeting__opportunity__decision__", "meeting__"))
        rows = rows.filter(meeting__held_on__range=(before, last)).order_by()
        now, came = Q(meeting__held_on__gte=first), Q(came=True)
        people = rows.values(who=F("place__person")).annotate(
            n_before=Count("pk", filter=came & ~now),
            n_now=Count("pk", filter=came & now),
            n_missed=Count("pk", filter=~came & now),
            time=Sum("minutes", filter=came & now, default=0) + Sum("prep_minutes", filter=came & now, default=0),
        )
        # After the numbers: before them it is asked once for each session, and not for each person. As a number: Django
        # looks at each truth that SQLite says once more, in Python.
        earlier = Attendance.objects.filter(came=True, place__person=OuterRef("who"), meeting__held_on__lt=before)
        people = people.annotate(earlier=Exists(earlier, output_field=IntegerField()))
        return [Part(*row) for row in people.values_list("earlier", "n_before", "n_now", "n_missed", "time")]

    @cached_property
    def policy_reviews(self) -> list[date | None]:
        """Of each policy that held at the end: the day on which it is looked at again, as it is set now."""
        end = self.scope.end
        rows = Policy.objects.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=end), organisation=self.scope.organisation
        )
        rows = rows.filter(versions__number=1, versions__from_day__lte=end)
        return list(rows.order_by().values_list("review_on", flat=True))

    @cached_property
    def seats(self) -> list[LivedSeat]:
        return lived_seats_on(self.scope.here("forum__"), self.scope.end)
