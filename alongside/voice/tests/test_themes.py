"""Themes and marks through the verbs: who may, what is kept, what goes when words go, and what is learned."""

from __future__ import annotations

import pytest

from alongside.core.errors import NotYours, Refused
from alongside.voice import personal, services
from alongside.voice.learning.packing import unpack
from alongside.voice.models import Contribution, Theme, ThemeMark, ThemeMarkStatus, ThemeModel
from alongside.voice.models.themes import ACCEPTED, REJECTED, REMOVED
from alongside.voice.queries import theme_figures as counts
from alongside.voice.queries import themes as about
from alongside.voice.shapes import Uses
from tests import make

from .factories import marked, said, theme

WAITED = "I waited nine weeks for a letter about my appointment."
FED = "The soup was cold and the bread was hard at lunch."


@pytest.mark.parametrize(
    ("who", "may"),
    [("coordinator", True), ("administrator", True), ("manager", False), ("staff", False), ("board", False)],
)
def test_who_keeps_themes(cast, who, may) -> None:
    def act() -> Theme:
        return services.introduce_theme(name="Food", belongs="What there is to eat.", by=cast.actor(who))

    if may:
        assert act().wordings.get().name == "Food"
    else:
        with pytest.raises(Refused):
            act()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "   "}, "name"),
        ({"belongs": "\u200b"}, "belongs"),
        ({"name": "x" * 81}, "name"),
        ({"belongs": "x" * 1001}, "belongs"),
        ({"name": "WAITING"}, "name"),
    ],
)
def test_words_that_cannot_be_a_theme(cast, values, field) -> None:
    theme(cast)
    with pytest.raises(Refused) as refused:
        services.introduce_theme(**{"name": "Food", "belongs": "Eating.", **values}, by=cast.actor("coordinator"))
    assert refused.value.field == field and Theme.objects.count() == 1


def test_a_part_has_no_parts_and_a_theme_is_not_its_own_part(cast) -> None:
    by, waiting = cast.actor("coordinator"), theme(cast)
    part = services.introduce_theme(name="Letters", belongs="Waiting for one.", parent=waiting, by=by)
    with pytest.raises(Refused):
        services.introduce_theme(name="Stamps", belongs="On them.", parent=part, by=by)
    for one, parent in ((waiting, waiting), (waiting, part)):
        with pytest.raises(Refused):
            services.reword_theme(theme=one, name="Waiting", belongs="It.", parent=parent, by=by)
    with pytest.raises(Refused):
        services.retire_theme(theme=waiting, by=by)
    services.retire_theme(theme=part, by=by)
    assert services.retire_theme(theme=waiting, by=by).retired_on == make.days(0)


def test_every_wording_is_kept(cast) -> None:
    by, waiting = cast.actor("coordinator"), theme(cast)
    services.reword_theme(theme=waiting, name="Waiting times", belongs="How long.", by=by, seen=1)
    assert [row.name for row in about.wordings_of(waiting)] == ["Waiting times", "Waiting"]
    with pytest.raises(Refused) as refused:
        services.reword_theme(theme=waiting, name="Queues", belongs="How long.", by=by, seen=1)
    assert refused.value.field == "seen"


def test_a_retired_theme_is_marked_no_more_and_its_name_is_free(cast) -> None:
    by, waiting, row = cast.actor("coordinator"), theme(cast), said(cast)
    marked(cast, row, waiting)
    services.retire_theme(theme=waiting, by=by)
    with pytest.raises(Refused):
        marked(cast, said(cast), waiting)
    assert theme(cast).pk != waiting.pk
    assert list(about.marked_with(by, waiting)) == [row]


@pytest.mark.parametrize(("who", "error"), [("board", Refused), ("finance", Refused), ("stranger", Refused)])
def test_who_may_not_mark(cast, who, error) -> None:
    with pytest.raises(error):
        marked(cast, said(cast), theme(cast), by=cast.actor(who))


def test_a_theme_of_another_organisation_is_not_there(cast) -> None:
    theirs = services.introduce_theme(name="Theirs", belongs="Not ours.", by=cast.actor("stranger"))
    with pytest.raises(NotYours):
        marked(cast, said(cast), theirs)
    with pytest.raises(NotYours):
        about.theme_here(cast.actor("coordinator"), theirs.code)


def test_all_that_was_said_of_a_mark_is_kept(cast) -> None:
    row, waiting = said(cast), theme(cast)
    marked(cast, row, waiting, REJECTED, suggested=True)
    marked(cast, row, waiting, ACCEPTED)
    mark = marked(cast, row, waiting, REMOVED)
    assert [each.state for each in mark.statuses.order_by("id")] == [REJECTED, ACCEPTED, REMOVED]
    with pytest.raises(Refused):
        marked(cast, row, waiting, REMOVED)
    assert ThemeMark.objects.count() == 1


def test_a_pile_is_all_or_nothing(cast) -> None:
    waiting, mine = theme(cast), said(cast)
    elsewhere = said(cast, unit=cast.units["other_team"])
    with pytest.raises(Refused):
        services.mark_several(theme=waiting, about=[mine, elsewhere], by=cast.actor("staff"))
    assert not ThemeMark.everything.exists()
    assert services.mark_several(theme=waiting, about=[mine, elsewhere], by=cast.actor("coordinator")) == 2
    assert services.mark_several(theme=waiting, about=[mine], by=cast.actor("coordinator")) == 0


def test_what_is_taken_back_is_marked_no_more_counted_nowhere_and_suggests_nothing(cast) -> None:
    waiting, actor = theme(cast), cast.actor("coordinator")
    row, other = said(cast, words=WAITED), said(cast, words=f"{WAITED} Again.")
    marked(cast, row, waiting)
    assert about.themes_on(actor, other).suggested[0].like == [row]
    services.withdraw(contribution=row, by=cast.actor("cora"))
    assert counts.theme_figures(actor, make.days(0), 13).marking.marked == 0
    assert about.themes_on(actor, other).suggested[0].like == []
    assert not about.marked_with(actor, waiting).exists()
    assert ThemeMark.everything.get().state == ACCEPTED  # who said what of it, and when, stays
    with pytest.raises(Refused):
        marked(cast, Contribution.objects.get(pk=row.pk), waiting, REMOVED)


def test_what_is_before_the_safeguarding_lead_is_in_no_theme(cast) -> None:
    waiting, actor, row = theme(cast), cast.actor("coordinator"), said(cast, words=WAITED)
    marked(cast, row, waiting)
    services.raise_concern(contribution=row, by=cast.actor("manager"), why="Look.")
    figures = counts.theme_figures(actor, make.days(0), 13)
    assert (figures.marking.said, figures.marking.marked, figures.themes[0].counted.now) == (0, 0, 0)
    assert sum(each.number for each in counts.theme_months(actor, waiting, make.days(0))) == 0
    assert not about.newest_marked(actor, []).exists()
    assert about.themes_on(actor, said(cast, words=WAITED)).suggested[0].like == []
    with pytest.raises(NotYours):
        marked(cast, row, waiting, REMOVED)


def test_words_that_may_not_be_used_inside_are_in_no_figure_and_teach_nothing(cast) -> None:
    waiting, actor = theme(cast), cast.actor("coordinator")
    row = said(cast, words=WAITED)
    marked(cast, row, waiting)
    services.change_uses(contribution=row, uses=Uses(inside=False), by=cast.actor("cora"))
    assert counts.theme_figures(actor, make.days(0), 13).marking.said == 0
    assert about.marked_examples(cast.org.pk) == []


def test_nobody_is_shown_what_they_may_not_read(cast) -> None:
    waiting = theme(cast)
    row = said(cast, words=WAITED, unit=cast.units["other_team"])
    marked(cast, row, waiting, by=cast.actor("coordinator"))
    here = said(cast, words=f"{WAITED} Again.")
    assert about.themes_on(cast.actor("coordinator"), here).suggested[0].like == [row]
    found = about.themes_on(cast.actor("staff"), here).suggested[0]
    assert found.theme == waiting and found.like == []
    assert counts.theme_figures(cast.actor("staff"), make.days(0), 13).marking.marked == 0


def test_somebodys_own_copy_says_what_their_words_were_said_to_be_about(cast) -> None:
    marked(cast, said(cast), theme(cast))
    marked(cast, Contribution.objects.get(), theme(cast, "Food"), REJECTED)
    assert personal.export(cast.people["cora"].pk)[0]["said_to_be_about"] == ["Waiting"]


@pytest.fixture
def taught(cast, monkeypatch) -> dict[str, Theme]:
    """Enough marks to learn from, when twelve are enough."""
    monkeypatch.setattr(about, "ENOUGH", 12)
    themes = {"waiting": theme(cast), "food": theme(cast, "Food", "What there is to eat.")}
    for n in range(7):
        marked(cast, said(cast, words=f"{WAITED} Number {n}."), themes["waiting"])
        marked(cast, said(cast, words=f"{FED} Number {n}."), themes["food"])
    return themes


def test_the_night_learns_once_and_again_when_something_was_marked(cast, taught) -> None:
    assert services.learn_themes(cast.org) == 1
    assert services.learn_themes(cast.org) == 0
    row = said(cast, words="We waited and waited for that letter.")
    found = about.themes_on(cast.actor("staff"), row).suggested
    assert found[0].theme == taught["waiting"] and {"waited", "letter"} & set(found[0].because) and not found[0].like
    assert not ThemeMark.objects.filter(contribution=row).exists()  # nothing until a person says so
    marked(cast, row, taught["waiting"])
    assert services.learn_themes(cast.org) == 1


def test_taking_words_back_throws_away_what_was_learned(cast, taught) -> None:
    services.learn_themes(cast.org)
    unmarked = said(cast, words=WAITED)
    services.withdraw(contribution=unmarked, by=cast.actor("cora"))
    assert ThemeModel.objects.exists()
    services.withdraw(contribution=ThemeMark.objects.first().contribution, by=cast.actor("cora"))
    assert not ThemeModel.objects.exists() and about.learned_by(cast.org.pk) is None
    assert services.learn_themes(cast.org) == 1


def test_what_is_raised_throws_away_what_was_learned(cast, taught) -> None:
    services.learn_themes(cast.org)
    services.raise_concern(contribution=ThemeMark.objects.first().contribution, by=cast.actor("manager"))
    assert not ThemeModel.objects.exists()


def test_no_word_stands_in_what_was_learned(cast, taught) -> None:
    services.learn_themes(cast.org)
    kept = bytes(ThemeModel.objects.get().learned)
    assert unpack(kept).lines.keys() == {each.code for each in taught.values()}
    assert b"soup" not in kept and b"letter" not in kept


def test_too_few_marks_teach_nothing(cast) -> None:
    marked(cast, said(cast), theme(cast))
    assert services.learn_themes(cast.org) == 0 and not ThemeModel.objects.exists()


def test_marks_are_in_the_event_log_without_words(cast) -> None:
    from alongside.audit.models import Event

    marked(cast, said(cast, words=WAITED), theme(cast), suggested=True)
    facts = Event.objects.filter(name="theme_marked").get().content.facts
    assert facts["suggested"] is True and "Waiting" not in str(facts) and ThemeMarkStatus.objects.count() == 1
