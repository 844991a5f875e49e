"""The story of the product, through the verbs: from a decision on the calendar to one taken with people."""

from datetime import date, datetime

import time_machine

from alongside.audit.models import Event
from alongside.audit.queries import broken_contents, broken_links
from alongside.involvement import queries, services
from alongside.involvement.models import Arrangement
from alongside.post.models import Message
from tests import make
from tests.make import LONDON, days

from . import steps


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=LONDON)


def test_from_a_request_to_a_decision_taken_with_people(cast) -> None:
    coordinator = cast.actor("coordinator")
    closing, session, after = days(11), days(20), days(21)
    decision = make.decision(cast, due_on=days(60))
    steps.need(cast, "cora")
    request = steps.asked(cast, decision)
    assert not request.short_notice
    services.accept(request=request, by=coordinator)
    advert = {**steps.ADVERT, "closes_on": days(10)}
    opportunity = services.write_opportunity(request=request, words=advert, by=coordinator)
    steps.opens(opportunity, coordinator)
    assert [each.pk for each in queries.open_to(cast.actor("cora"))] == [opportunity.pk]
    steps.interested(cast, opportunity, "cora", "noor", "eoin")

    with time_machine.travel(morning(closing)):
        assert services.close_what_is_over(closing) == 1
        for who in ("cora", "noor"):
            steps.taken(cast, opportunity, who)
        services.mark_filled(opportunity=opportunity, by=coordinator)
        assert Message.objects.filter(kind="not_chosen").values_list("to_person", flat=True).get() == (
            cast.people["eoin"].pk
        )
        meeting = steps.session(cast, opportunity, session)
        arrangement = Arrangement.objects.get(meeting=meeting)
        assert arrangement.person == cast.people["cora"]
        services.mark_arranged(arrangement=arrangement, by=coordinator)

    with time_machine.travel(morning(after)):
        services.mark_met(arrangement=arrangement, by=cast.actor("cora"))
        rows = [services.Came(place, True, 180, 60) for place in queries.could_attend(meeting)]
        services.record_attendance(meeting=meeting, rows=rows, by=coordinator)
        decision.refresh_from_db()
        decided = services.record_outcome_with(
            decision=decision,
            outcome="Priya gets the job.",
            reason="Highest scores from all four.",
            decided_on=session,
            seen=decision.version,
            by=cast.actor("manager"),
        )
    assert (decided.taken, decided.people_count) == ("with", 2)
    assert list(broken_links(cast.org.pk)) == []
    assert list(broken_contents(cast.org.pk)) == []
    assert Event.objects.filter(chain=cast.org.pk, room="involvement").count() >= 14
    first = queries.first_asked(decision)
    assert first == opportunity.recorded_at.date()
    titles = [str(moment.title) for moment in queries.people_in(coordinator, decision)]
    assert titles == ["People were asked for", "People could say that they are interested", "Interview day"]
