"""One answer for many alike: a row for each, told to each, questioned by each; all of them or none."""

from __future__ import annotations

import pytest

from alongside.core.errors import NotYours, Refused
from alongside.core.forms import new_token
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Answer

from .factories import REASON, fresh, raised, said, said_by_nobody, told
from .owing_factories import TEMPLATE, template

FACTS = {"kind": "adopted", "reason": REASON, "role": "Manager, Crisis line"}


def give(cast, rows, **values):
    seen = values.get("seen") or {row.code: fresh(row).version for row in rows if not row.restricted}
    facts = {**FACTS, "seen": seen, "by": cast.actor("manager"), **values}
    return services.answer_many(contributions=rows, **facts)


def four(cast):
    mine, theirs = said(cast), said(cast, person=cast.people["dev"], by=cast.actor("dev"))
    return [mine, theirs, said_by_nobody(cast)[0], said_by_nobody(cast)[0]]


def test_each_has_its_own_answer_is_told_alone_and_may_question_alone(cast) -> None:
    rows = four(cast)
    given = give(cast, rows)
    assert len({one.code for one in given}) == 4 == len({one.salt for one in given})
    assert {fresh(row).state for row in rows} == {"answered"}
    told_to = Message.objects.filter(kind="answer_told").values_list("to_person", flat=True)
    assert sorted(told_to) == sorted([cast.people["cora"].pk, cast.people["dev"].pk])
    services.challenge(contribution=rows[0], kind="not_an_answer", by=cast.actor("cora"))
    assert [fresh(row).state for row in rows] == ["challenged", "answered", "answered", "answered"]
    assert not list(queries.broken_seals(cast.org.pk))


def test_when_one_has_changed_none_is_answered_and_it_says_which(cast) -> None:
    rows = four(cast)
    seen = {row.code: fresh(row).version for row in rows}
    services.acknowledge(contribution=rows[1], by=cast.actor("staff"))
    with pytest.raises(Refused) as refused:
        give(cast, rows, seen=seen)
    assert refused.value.field == "versions"
    assert "No answer was given to any of them" in refused.value.reason
    assert refused.value.reason.count("Somebody changed this") == 1
    assert not Answer.objects.exists()
    give(cast, rows)


def test_taken_back_while_it_was_written(cast) -> None:
    rows = four(cast)
    seen = {row.code: fresh(row).version for row in rows}
    services.withdraw(contribution=rows[0], by=cast.actor("cora"))
    with pytest.raises(Refused, match="has just taken it back"):
        give(cast, rows, seen=seen)
    assert not Answer.objects.exists()


def test_two_who_answer_at_once(cast) -> None:
    rows = four(cast)
    seen = {row.code: fresh(row).version for row in rows}
    give(cast, rows[:2], seen=seen, by=cast.actor("staff"))
    with pytest.raises(Refused, match="Somebody changed this"):
        give(cast, rows, seen=seen)
    assert Answer.objects.count() == 2


@pytest.mark.parametrize("what", ["nothing", "units", "too many", "unseen", "noted", "elsewhere", "role"])
def test_what_cannot_be_answered_together(cast, what) -> None:
    row = said(cast)
    rows, values, error = [row], {}, Refused
    if what == "nothing":
        rows = []
    elif what == "units":
        rows = [row, said(cast, unit=cast.units["other_team"])]
    elif what == "too many":
        rows = [row] * 101
    elif what == "unseen":
        values = {"seen": {}}
    elif what == "noted":
        values = {"reason": "Noted."}
    elif what == "elsewhere":
        values = {"by": cast.actor("stranger")}
    else:
        values = {"by": cast.actor("finance")}
    with pytest.raises(error):
        give(cast, rows, **values)
    assert not Answer.objects.exists()


def test_what_safeguarding_has_is_not_there(cast) -> None:
    concern = raised(cast)
    with pytest.raises(Refused):
        queries.answering.chosen_to_answer(cast.actor("manager"), [concern.contribution.code])
    with pytest.raises((Refused, NotYours)):
        give(cast, [concern.contribution], seen={concern.contribution.code: concern.contribution.version})


def test_they_are_ticked_in_the_ledger_and_answered_on_one_page(client_as, cast, django_assert_max_num_queries) -> None:
    rows = four(cast)
    done = told(cast)
    client = client_as("manager")
    page = client.get("/harbour/voices/").content.decode()
    assert all(f'value="{row.code}" form="choose"' in page for row in rows)
    assert f'value="{done.code}" form' not in page
    for query in ("&".join(f"codes={row.code}" for row in rows), "codes=" + ",".join(row.code for row in rows)):
        with django_assert_max_num_queries(12):
            page = client.get(f"/harbour/voices/answer/?{query}").content.decode()
        assert page.count("shuts out people without a car") == 4
    versions = " ".join(f"{row.code}.{fresh(row).version}" for row in rows)
    sent = {**FACTS, "versions": versions, "once": new_token()}
    services.acknowledge(contribution=rows[2], by=cast.actor("staff"))
    response = client.post(f"/harbour/voices/answer/?{query}", sent)
    page = response.content.decode()
    assert response.status_code == 422 and "Somebody changed this" in page and REASON in page
    assert f"{rows[2].code}.{fresh(rows[2]).version}" in page  # the next attempt starts from what is true
    sent["versions"] = " ".join(f"{row.code}.{fresh(row).version}" for row in rows)
    assert client.post(f"/harbour/voices/answer/?{query}", sent).status_code == 303
    assert Answer.objects.filter(contribution__in=rows).count() == 4


@pytest.mark.parametrize("query", ["", "?codes=", "?codes=nonsense", "?codes=%00", "?codes=" + "a," * 500])
def test_a_wrong_address_says_what_to_do(client_as, cast, query) -> None:
    assert client_as("manager").get(f"/harbour/voices/answer/{query}").status_code == 303
    assert client_as("finance").get(f"/harbour/voices/answer/{query}").status_code == 404


def test_whoever_only_sees_the_ledger_has_no_ticks(client_as, cast) -> None:
    said(cast)
    assert 'form="choose"' not in client_as("board").get("/harbour/voices/").content.decode()


def test_a_template_begins_one_answer_for_several_and_does_not_end_it(client_as, cast) -> None:
    kept, row, other = template(cast), said(cast), said(cast)
    client, url = client_as("manager"), f"/harbour/voices/answer/?codes={row.code},{other.code}"
    assert f"codes={row.code},{other.code}&amp;template={kept.code}" in client.get(url).content.decode()
    page = client.get(f"{url}&template={kept.code}").content.decode()
    assert "[what you will do]" in page and f'href="/harbour/voices/{row.code}/"' in page
    sent = {**FACTS, "reason": TEMPLATE, "versions": f"{row.code}.1 {other.code}.1", "once": new_token()}
    assert client.post(url, sent).status_code == 422 and not Answer.objects.exists()


def test_whoever_has_the_unit_in_their_job_does_not_say_it_twice(cast) -> None:
    row, manager = said(cast), cast.users["manager"]
    assert queries.role_of(cast.actor("manager"), row) == "Team manager, Crisis line"
    manager.job = "Manager of the crisis line"
    manager.save()
    assert queries.role_of(cast.actor("manager"), row) == "Manager of the crisis line"
