"""What is before the safeguarding lead is nowhere else.

Every read of contributions begins at `Contribution.objects`, which does not have it. Whoever says `everything` (or
goes round the manager) is named here with the reason. Then one thing is raised, and every list, page, export, figure,
task and command is walked as everybody else.
"""

from __future__ import annotations

import ast
import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from django.core import mail
from django.db.models import QuerySet

from alongside.candour import services as candour
from alongside.candour.models import Claim, Signature
from alongside.candour.queries import Records
from alongside.config.commands import figures_, verify_
from alongside.core.actor import Actor
from alongside.home.services import sending
from alongside.home.services.tasks import run_tasks
from alongside.voice import queries, services
from alongside.voice.models import Appeal, Concern, ContactWish, Contribution, Showing
from alongside.voice.shapes import Asks, Uses
from alongside.voice.tests.factories import answered, said
from tests import make

from .access import ROLES
from .taken import with_files
from .test_access import tables

ROOT = Path(__file__).parents[2] / "alongside"
HIDDEN = {"Contribution", "ContactWish", "Showing", "Appeal"}
MAY = {  # file: why it has to know of what is restricted
    "voice/services/common.py": "a row is locked whoever has it",
    "voice/services/contact.py": "a wish is ended whoever has it",
    "voice/services/telling.py": "an answer that went out was told",
    "voice/queries/ledger.py": "its author sees their own words",
    "voice/queries/public.py": "the holder of its code sees their own words",
    "voice/queries/changes.py": "its author sees what came of it",
    "voice/queries/repeating.py": "an answer that came back is told another way",
    "voice/queries/sealed.py": "seals cover everything",
    "voice/queries/additions.py": "its author sees all that they added",
    "voice/services/adding.py": "its author takes all of it back",
    "voice/queries/safety.py": "for whoever was given the contribution",
    "voice/queries/concerns.py": "the restricted queue, and hiding it in the event log",
    "voice/imports/bringing.py": "the same file again changes nothing",
    "voice/personal.py": "somebody's own copy, and being forgotten",
    "voice/personal_showing.py": "somebody's own copy",
    "voice/services/showing.py": "its author looks, changes and takes back, whoever has it",
    "voice/services/moderating.py": "rows are locked whoever has the words",
    "voice/queries/moderation.py": "the messages that are dropped when it is raised",
    "voice/queries/showing.py": "for its author, who was given the contribution",
}
SECRET = "Zanzibar has not been seen for days and the night staff say it is not their job."
HOW = "01632 960 118"
WHY = "Zanzibar names somebody who works here, and they stay unnamed."


def goes_round(source: str) -> bool:
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    named = any(node.attr == "everything" and getattr(node.value, "id", "") in HIDDEN for node in found)
    return named or any(node.attr == "_base_manager" for node in found)


def test_only_those_named_here_go_round_the_manager() -> None:
    files = [path for path in ROOT.glob("**/*.py") if not {"tests", "migrations", "demo"} & set(path.parts)]
    found = {str(path.relative_to(ROOT)) for path in files if goes_round(path.read_text(encoding="utf-8"))}
    assert found == set(MAY)


def test_the_check_sees_a_bad_example() -> None:
    assert goes_round("Contribution.everything.filter(pk=1)")
    assert not goes_round("Contribution.objects.filter(pk=1)")


@pytest.fixture
def secret(cast) -> Contribution:
    """Allowed to be shown to anyone, answered, told, with a change out of it, and a contact asked for. Then raised."""
    about = make.decision(cast)
    row = said(
        cast,
        words=SECRET,
        unit=None,
        decision=about,
        uses=Uses(commissioners=True, public=True, credit=True),
        asks=Asks(contact=True, how=HOW),
        received_on=make.days(-300),
        said_on=make.days(-300),
    )
    answered(row, cast)
    services.tell(contribution=row, channel="phone", by=cast.actor("manager"))
    claimed(cast, make.changed(cast, row))
    services.challenge(contribution=row, kind="not_true", words="Zanzibar is not true.", by=cast.actor("cora"))
    showing = services.confirm(contribution=row, by=cast.actor("cora"))
    services.moderate(showing=showing, outcome="not_shown", rule="staff", why=WHY, by=cast.actor("coordinator"))
    services.appeal(contribution=row, words="Zanzibar asks the panel.", by=cast.actor("cora"))
    services.raise_concern(contribution=row, by=cast.actor("manager"), why="Zanzibar worries me.")
    mail.outbox.clear()
    return Contribution.everything.get(pk=row.pk)


def claimed(cast, change) -> None:
    """What is said elsewhere about what came of it, for anybody to read: she was asked to sign that."""
    by = cast.actor("manager")
    wording = candour.Wording("We changed it together.", 4, Records(changes=(change,)), make.days(2))
    claim = candour.make_claim(unit=cast.units["team"], outlet="website", audience="All", wording=wording, by=by)
    candour.show_claim(claim=claim, by=by)
    asked = Signature.objects.get(person=cast.people["cora"])
    candour.dispute(signature=asked, words="We were not asked.", by=cast.actor("cora"))


def finders() -> list[str]:
    """Every query of the room that starts from who asks and hands back rows."""
    asked = [name for name in vars(queries) if callable(getattr(queries, name))]
    return [name for name in asked if name.endswith(("_for", "_to_me", "_by_me")) or name in OF_ACTOR]


OF_ACTOR = {"challenged", "not_yet_told", "unread_late"}
NEED_MORE = {
    "change_for",
    "check_day_for",
    "changes_for",
    "concern_for",
    "contribution_for",
    "disputed_for",
    "entry_for",
}
NEED_MORE |= {"appeal_for", "evidence_for", "letterbox_for", "member_for", "showing_for"}
NEED_MORE |= {"appeal_for", "evidence_for", "member_for", "showing_for"}
OWN = {"concerns_for", "appeals_for", "showings_for"}  # of whoever has that part; tried below and in their own tests


@pytest.mark.parametrize("who", [role for role in ROLES if role not in ("cora", "safeguarding", "stranger")])
def test_no_query_finds_it(cast, secret, who) -> None:
    actor: Actor = cast.actor(who)
    for name in finders():
        if name in NEED_MORE | OWN or name.startswith("units_"):
            continue
        more = (make.days(400),) if name in {"unread_late", "not_yet_read"} else ()
        rows = getattr(queries, name)(actor, *more)
        assert isinstance(rows, QuerySet), name
        assert secret not in [getattr(row, "contribution", row) for row in rows], name
    for rows in (
        queries.answering.to_chase(actor, make.days(400)),
        queries.debts.on_board(actor),
        queries.said_about_decision(actor, secret.decision_id),
        queries.public_heard(cast.org),
        queries.overdue(cast.org.pk, make.days(0)),
        Contribution.objects.all(),
        ContactWish.objects.all(),
        Showing.objects.all(),
        Appeal.objects.all(),
    ):
        assert not rows.exists()
    assert queries.figures(cast.org)["all"] == 0
    assert queries.answer_times(cast.org.pk, make.days(0)).answered == 0
    assert queries.owed_by_age(actor, make.days(0)) == []
    assert list(queries.late_by_unit(cast.org, make.days(0))) == []
    assert queries.debts_by_owner(cast.org, make.days(400)) == []


def pages(cast) -> list[str]:
    """Every address without a code in it, and those of what the secret is about."""
    fixed = {entry.route.replace("<slug:org>", "harbour") for entry in tables() if entry.route.count("<") <= 1}
    return sorted(f"/{route}" for route in fixed if "<" not in route)


@pytest.mark.parametrize("who", [role for role in ROLES if role not in ("cora", "safeguarding")])
def test_no_page_shows_it(cast, client_as, secret, who) -> None:
    concern, client = Concern.objects.get(), client_as(who)
    own = f"/harbour/voices/{secret.code}/"
    about = [f"/harbour/decisions/{secret.decision.code}/", "/harbour/people/", "/harbour/voices/?state=all"]
    about += [f"/harbour/record/?about={secret.code}", f"/harbour/record/?about={concern.code}"]
    about += [f"/harbour/evidence/{slug}/" for slug in ("4pi", "uk-standards", "accessible-information", "pcref")]
    about += [f"/harbour/packs/{make.days(0):%Y-%m}/{part}/" for part in ("bumps", "changed")]
    about += [f"/harbour/people/{cast.people['cora'].code}/", f"/harbour/people/{cast.people['cora'].code}/story/"]
    code = Claim.objects.get().code
    about += [f"/harbour/claims/{code}/", f"/harbour/claims/{code}/claim.json", f"/harbour/candour/claims/{code}/"]
    for url in [*pages(cast), *about]:
        text = with_files(client, url, client.get(url, follow=True).content.decode())
        for word in ("Zanzibar", HOW, *((secret.code, concern.code) if "about=" not in url else ())):
            assert word not in text, (url, word)
        if "about=" in url and client.get(url).status_code == 200:
            assert "Nothing matches" in text or "contribution said" not in text
    for url in (own, *(f"{own}{step}/" for step in ("read", "answer", "safeguarding", "contact", "hand-over"))):
        assert client.get(url).status_code == 404, url
    assert client.get(f"/harbour/safeguarding/{concern.code}/").status_code == 404


def test_no_command_prints_it(cast, secret) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        figures_.tell(figures_.gather(cast.org))
    assert "all: 0" in printed.getvalue()
    assert "Zanzibar" not in printed.getvalue() and secret.code not in printed.getvalue()
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []


def test_no_message_speaks_of_it(cast, secret) -> None:
    run_tasks()
    sending.send_waiting()
    told = [message for message in mail.outbox if message.to != ["cora@example.org"]]
    assert told
    for message in told:
        assert "Zanzibar" not in message.subject + message.body
        assert secret.code not in message.body


def test_its_author_sees_it_and_who_looks(cast, client_as, secret) -> None:
    page = client_as("cora").get(f"/me/said/{secret.code}/").content.decode()
    assert SECRET in page and "Safeguarding lead looks at what you said by" in page
    assert "Zanzibar" in client_as("cora").get("/me/said/").content.decode()


def test_the_lead_sees_it(cast, client_as, secret) -> None:
    client, concern = client_as("safeguarding"), Concern.objects.get()
    listed = client.get("/harbour/safeguarding/").content.decode()
    assert concern.code in listed and "Zanzibar" not in listed
    page = client.get(f"/harbour/safeguarding/{concern.code}/").content.decode()
    assert all(word in page for word in (SECRET, HOW, "Zanzibar worries me.", "Safiya Noor"))
    assert concern.openings.count() == 1


def test_given_back_it_is_everywhere_again(cast, client_as, secret) -> None:
    lead, concern = cast.actor("safeguarding"), Concern.objects.get()
    services.look_at_concern(concern=concern, by=lead)
    services.release_concern(concern=concern, done="She is well.", by=lead)
    assert "Zanzibar" in client_as("manager").get("/harbour/owed/").content.decode()
    assert queries.figures(cast.org)["all"] == 1
    assert "She is well." not in client_as("coordinator").get(f"/harbour/voices/{secret.code}/").content.decode()
