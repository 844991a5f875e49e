"""A person decides what everybody may read, by published rules; a panel of contributors has the last say on that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.errors import NotYours, Refused
from alongside.post.models import Message
from alongside.voice import published_rules, queries, services, showing_text
from alongside.voice.models import Moderation, PanelVote, Showing
from alongside.voice.queries import Reader
from alongside.voice.rules.showing import panel_decides
from tests import make

from .factories import WORDS, answered, fresh, said_by_nobody, told
from .showing_factories import PUBLIC, WHY, agreed, appealed, decided, member, panel, waiting

pytestmark = pytest.mark.usefixtures("locks_in_order")

NAMED = "Mo laughed at me. Then Mo, and on Monday Mona, said no."


def moderate(cast, showing, outcome="not_shown", by="coordinator", **values):
    facts = {"rule": "staff", "why": WHY, **values}
    return services.moderate(showing=showing, outcome=outcome, by=cast.actor(by), **facts)


def public_words(cast, showing) -> str:
    found = queries.quote(cast.org.pk, showing.contribution.code, Reader.ANYONE)
    return found.words if found else ""


def test_parts_are_left_out_and_no_word_is_changed(cast) -> None:
    showing = waiting(cast, words=NAMED)
    spans = {"words": showing_text.spans_of(NAMED, [("Mo", "name"), ("on Monday", "tells")])}
    moderate(cast, showing, "covered", leave_out=spans)
    assert public_words(cast, showing) == (
        "(left out: a name) laughed at me. Then (left out: a name), and "
        "(left out: something that tells who somebody is) Mona, said no."
    )
    assert fresh(showing).contribution.words == NAMED
    assert queries.quote(cast.org.pk, showing.contribution.code, Reader.INSIDE).words == NAMED
    assert list(queries.broken_seals(cast.org.pk)) == []


def test_its_author_is_told_with_the_rule_and_the_reason_and_without_their_words(cast) -> None:
    decided(cast)
    message = Message.objects.get(kind="showing_decided")
    assert (
        "It is not shown." in message.body
        and WHY in message.body
        and "It names somebody who works here" in message.body
    )
    assert "You can ask a panel of contributors." in message.body
    assert WORDS not in message.body + message.subject


@pytest.mark.parametrize("who", ["manager", "staff", "board", "administrator", "cora", "public", "stranger"])
def test_who_decides(cast, who) -> None:
    with pytest.raises(NotYours):
        moderate(cast, waiting(cast), by=who)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"rule": ""}, "Choose the published rule"),
        ({"rule": "we do not like it"}, "Choose the published rule"),
        ({"rule": "own1"}, "Choose the published rule"),
        ({"why": "  "}, "in plain words"),
        ({"why": "Noted."}, "in plain words"),
        ({"outcome": "covered"}, "what is to be left out"),
    ],
)
def test_what_is_not_shown_needs_a_rule_and_a_reason(cast, values, why) -> None:
    with pytest.raises(Refused, match=why):
        moderate(cast, waiting(cast), **values)


def test_to_show_it_needs_neither(cast) -> None:
    made = moderate(cast, waiting(cast), "shown", rule="", why="")
    assert (made.rule, made.why) == ("", "")


def test_whoever_answered_it_leaves_nothing_out(cast) -> None:
    contribution, _code = said_by_nobody(cast, uses=PUBLIC)
    answered(contribution, cast, by=cast.actor("coordinator"))
    showing = agreed(contribution, queries.holder_of(contribution))
    with pytest.raises(Refused, match="You answered this yourself"):
        moderate(cast, showing)
    assert moderate(cast, showing, "shown").outcome == "shown"


def test_two_who_decide_at_once(cast) -> None:
    showing = waiting(cast)
    moderate(cast, showing, "shown", seen=showing.version)
    with pytest.raises(Refused, match="while you were reading"):
        moderate(cast, showing, seen=showing.version)


def test_nothing_to_decide_before_its_author_has_looked(cast) -> None:
    contribution = told(cast, uses=PUBLIC)
    showing = services.write_own_version(contribution=contribution, words="Short.", use=True, by=cast.actor("cora"))
    with pytest.raises(Refused, match="nothing to decide"):
        moderate(cast, showing)


def test_it_may_be_decided_again(cast) -> None:
    showing = decided(cast)
    moderate(cast, showing, "shown")
    assert public_words(cast, showing) == WORDS
    moderate(cast, showing)
    assert public_words(cast, showing) == ""
    assert Moderation.objects.count() == 3


# The panel.


def vote(cast, appeal, who, show=True):
    return services.vote(appeal=appeal, show=show, by=member(cast, who))


def test_two_who_agree_decide_and_that_stands(cast) -> None:
    panel(cast)
    appeal = appealed(cast)
    vote(cast, appeal, "dev")
    assert fresh(appeal).end == "" and public_words(cast, appeal.showing) == ""
    vote(cast, appeal, "noor", show=False)
    vote(cast, appeal, "eoin")
    appeal = fresh(appeal)
    assert (appeal.end, appeal.ended_on) == ("show", make.days(0))
    assert public_words(cast, appeal.showing) == WORDS
    with pytest.raises(Refused, match="The panel has decided, and that stands"):
        moderate(cast, appeal.showing)
    body = Message.objects.filter(kind="showing_decided").order_by("-id").first().body
    assert "The panel of contributors has decided: It is shown as it is." in body


def test_when_two_say_that_it_stands_it_stands(cast) -> None:
    panel(cast)
    appeal = appealed(cast, "covered")
    before = public_words(cast, appeal.showing)
    for who in ("dev", "noor"):
        vote(cast, appeal, who, show=False)
    assert (fresh(appeal).end, public_words(cast, appeal.showing)) == ("keep", before)
    assert before.startswith("(left out: a name)")
    with pytest.raises(Refused, match="The panel has decided, and that stands"):
        services.appeal(contribution=appeal.showing.contribution, by=cast.actor("cora"))


def test_what_was_covered_stays_readable_while_the_panel_thinks(cast) -> None:
    appeal = appealed(cast, "covered")
    assert fresh(appeal.showing).state == "appealed"
    assert public_words(cast, appeal.showing) != ""


def test_nobody_votes_twice_or_on_their_own_words(cast) -> None:
    panel(cast, "cora", "dev")
    appeal = appealed(cast)
    vote(cast, appeal, "dev")
    with pytest.raises(Refused, match="You have had your say"):
        vote(cast, appeal, "dev", show=False)
    with pytest.raises(Refused, match="your own words"):
        vote(cast, appeal, "cora")
    assert list(queries.appeals_for(member(cast, "cora"))) == []
    assert PanelVote.objects.count() == 1


@pytest.mark.parametrize("who", ["noor", "eoin"])
def test_only_the_panel_votes(cast, who) -> None:
    panel(cast, "dev")
    with pytest.raises(NotYours):
        vote(cast, appealed(cast), who)


def test_whoever_left_the_panel_votes_no_more(cast) -> None:
    (dev,) = panel(cast, "dev")
    appeal = appealed(cast)
    services.end_on_panel(member=dev, by=cast.actor("administrator"))
    with pytest.raises(NotYours):
        vote(cast, appeal, "dev")
    with pytest.raises(Refused, match="not on the panel any more"):
        services.end_on_panel(member=dev, by=cast.actor("administrator"))


def test_a_decided_appeal_is_over(cast) -> None:
    panel(cast)
    appeal = appealed(cast)
    for who in ("dev", "noor"):
        vote(cast, appeal, who)
    with pytest.raises(Refused, match="decided already"):
        vote(cast, appeal, "eoin")


def test_there_is_nothing_to_question_about_words_that_are_shown(cast) -> None:
    showing = waiting(cast)
    moderate(cast, showing, "shown")
    with pytest.raises(Refused, match="no decision that you could question"):
        services.appeal(contribution=showing.contribution, by=cast.actor("cora"))


@pytest.mark.parametrize("who", ["dev", "coordinator"])
def test_only_its_author_asks_the_panel(cast, who) -> None:
    showing = decided(cast)
    with pytest.raises(Refused, match="Only the one who said it"):
        services.appeal(contribution=showing.contribution, by=cast.actor(who))


def test_who_changes_something_asks_for_no_decision_of_the_panel_any_more(cast) -> None:
    appeal = appealed(cast)
    services.write_own_version(
        contribution=appeal.showing.contribution, words="Short.", use=True, by=cast.actor("cora")
    )
    assert fresh(appeal).end == "lapsed"
    assert agreed(appeal.showing.contribution, cast.actor("cora")).state == "waiting"


def test_who_is_on_the_panel(cast) -> None:
    panel(cast, "dev")
    by = cast.actor("administrator")
    with pytest.raises(Refused, match="on the panel already"):
        services.name_to_panel(person=cast.people["dev"], by=by)
    with pytest.raises(NotYours):
        services.name_to_panel(person=cast.people["noor"], by=cast.actor("manager"))
    cast.people["eoin"].user = cast.users["manager"]
    cast.people["eoin"].save()
    with pytest.raises(Refused, match="They work here"):
        services.name_to_panel(person=cast.people["eoin"], by=by)


@given(st.lists(st.booleans(), max_size=9))
def test_the_panel_decides_once_two_agree(said) -> None:
    found = panel_decides(sum(said), len(said) - sum(said))
    if found is not None:
        assert max(sum(said), len(said) - sum(said)) >= 2
    if len(said) < 2:
        assert found is None


# The rules.


def change(cast, by="administrator", **texts):
    now = {key: str(text) for key, text in published_rules.FIRST.items()}
    days = {"decide_days": texts.pop("decide_days", 5), "panel_days": texts.pop("panel_days", 15)}
    return services.change_showing_rules(
        texts={**now, **texts}, by=cast.actor(by), seen=texts.pop("seen", None), **days
    )


def test_rules_hold_from_their_day_and_the_old_ones_stay(cast) -> None:
    assert change(cast) is None  # it says what is so already
    made = change(cast, own1="We do not show words about elections here.", decide_days=3)
    now = queries.published_rules(cast.org.pk)
    assert (now.since, now.decide_days, now.row) == (make.days(0), 3, made.pk)
    assert "own1" in [rule.key for rule in now.rules]
    assert moderate(cast, waiting(cast), rule="own1").rules == made
    change(cast, own1="")
    assert len(queries.rules_history(cast.org.pk)) == 2
    assert Showing.objects.get().rule == "own1"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (dict.fromkeys(published_rules.TITLES, ""), "Without a rule everything is shown"),
        ({"staff": "x" * 601}, "too long"),
        ({"decide_days": 0}, "between 1 and 60"),
        ({"panel_days": 61}, "between 1 and 60"),
    ],
)
def test_rules_that_cannot_be(cast, values, why) -> None:
    with pytest.raises(Refused, match=why):
        change(cast, **values)


@pytest.mark.parametrize("who", ["manager", "cora", "public", "board"])
def test_who_changes_the_rules(cast, who) -> None:
    with pytest.raises(NotYours):
        change(cast, who, staff="Nothing.")


def test_a_clock_that_runs_keeps_its_day(cast) -> None:
    showing = waiting(cast)
    before = showing.decide_by
    change(cast, decide_days=1)
    assert agreed(showing.contribution, cast.actor("cora")).decide_by == before


def test_what_waits_and_what_is_kept_back(cast) -> None:
    waiting(cast)
    decided(cast)
    decided(cast, "covered")
    appealed(cast)
    told(cast, uses=PUBLIC)
    found = queries.showing_to_do(cast.actor("coordinator"), make.days(0))
    assert (found.waiting, found.late, found.appeals, found.unseen, found.panel) == (1, 0, 1, 1, 0)
    assert queries.showing_to_do(cast.actor("coordinator"), make.days(30)).late == 1
    kept = queries.kept_back(cast.org.pk)
    assert (kept.not_shown, kept.covered, kept.none, kept.parts) == ({"staff": 1}, {"staff": 1}, 1, 1)


# Leaving parts out, as a table.


@pytest.mark.parametrize(
    ("text", "phrases", "shown"),
    [
        ("Mo and Monday", ["Mo"], "(left out: a name) and Monday"),
        ("Mo, Mo. Mo!", ["Mo"], "(left out: a name), (left out: a name). (left out: a name)!"),
        ("Mo Haddad said", ["Mo", "Mo Haddad", "Haddad"], "(left out: a name) said"),
        ("ring 07700 900123.", ["07700 900123"], "ring (left out: a name)."),
        ("nothing here", ["Mo", ""], "nothing here"),
        ("(Mo)", ["(Mo)"], "(left out: a name)"),
        ("Ana", ["An", "na"], "Ana"),
    ],
)
def test_what_is_left_out(text, phrases, shown) -> None:
    spans = showing_text.spans_of(text, [(phrase, "name") for phrase in phrases])
    assert showing_text.plain(text, spans) == shown


def test_what_is_left_out_is_said_on_a_page_and_nothing_gets_through(cast) -> None:
    text = "<script>Mo</script>"
    page = showing_text.barred(text, showing_text.spans_of(text, [("Mo", "name")]))
    assert page == '&lt;script&gt;<span class="al-quiet">(left out: a name)</span>&lt;/script&gt;'


@given(st.text(max_size=60), st.lists(st.text(max_size=4), max_size=4))
def test_spans_never_overlap_and_what_stays_is_the_text(text, phrases) -> None:
    spans = showing_text.spans_of(text, [(phrase, "name") for phrase in phrases])
    assert all(0 <= start < end <= len(text) for start, end, _part in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
    kept = "".join(
        text[a:b] for a, b in zip([0, *(s[1] for s in spans)], [*(s[0] for s in spans), len(text)], strict=True)
    )
    assert showing_text.plain(text, spans).replace("(left out: a name)", "") == kept.replace("(left out: a name)", "")
