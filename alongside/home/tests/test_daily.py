"""The desk says when the daily tasks ran last; and what runs out is said once a week, in numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.core.models import Ran
from alongside.home.services import Unfinished, run_tasks, tasks
from alongside.people.models import AccessNeed, Consent, Person, PersonStatus, Purpose
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def desk(client_as: Any) -> str:
    page: str = client_as("coordinator").get("/harbour/desk/").content.decode()
    return page.split("What runs by itself")[1].split("</p>")[0]


def test_never_then_now_then_too_long_ago(cast: Cast, client_as: Any) -> None:
    assert "have never run here" in desk(client_as)
    run_tasks()
    assert "last ran on" in desk(client_as) and "Late" not in desk(client_as)
    Ran.objects.update(ended_at=timezone.now() - timedelta(days=7))
    assert "Late" in desk(client_as) and "should run every night" in desk(client_as)


def test_one_that_broke_off_did_not_run(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    run_tasks()
    before = Ran.objects.get().ended_at
    monkeypatch.setitem(tasks.OF_ONE, "concerns chased", lambda *_of: 1 // 0)
    with pytest.raises(Unfinished):
        run_tasks()
    row = Ran.objects.get()
    assert row.ended_at == before and row.began_at > before


def test_after_a_week_of_silence_each_is_written_to_once(cast: Cast) -> None:
    make.contribution(cast, owner=cast.users["staff"], received_on=make.days(-60), said_on=make.days(-60))
    run_tasks()
    first = Message.objects.count()
    run_tasks()
    assert Message.objects.count() == first


def test_what_runs_out_is_said_in_numbers(cast: Cast) -> None:
    cora, dev = cast.people["cora"], cast.people["dev"]
    Consent.objects.filter(person=cora, purpose=Purpose.WORDS_INSIDE).update(expires_on=make.days(10))
    AccessNeed.objects.create(person=dev, kind="other", words="Large print.", review_on=make.days(-3))
    Person.objects.filter(pk=cast.people["noor"].pk).update(state="left")
    PersonStatus.objects.create(person=cast.people["noor"], state="left", effective_on=make.days(-500))
    assert run_tasks()["reminded of what runs out"] == 1
    assert run_tasks()["reminded of what runs out"] == 0
    body = Message.objects.get(kind="runs_out").body
    for told in ("1 permission ends soon", "What 1 person needs", "1 person left more than a year ago"):
        assert told in body
    assert "Cora" not in body and "Noor" not in body
