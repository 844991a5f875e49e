"""The listening ledger: what is owed to whom, and one thing that was said with all that happened to it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages, parts
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.inputs import tidy_text
from alongside.organisation.queries import Answering
from alongside.people import queries as people

from .. import progress, queries, rules, safety_rules, story, tables
from ..models import Contribution, Passing
from ..models.contributions import DEFERRED
from ..queries.group_words import group_words_of
from ..queries.ledger_themes import about_theme
from ..queries.mails import below
from ..rules.group_words import can_group_say
from ..rules.showing import goes_further
from .alike_part import alike_part, near
from .places import At
from .theme_part import themes_part

ACTIONS = (
    ("read", safety_rules.can_read, gettext_lazy("Read it")),
    ("answer", rules.can_answer, gettext_lazy("Answer it")),
    ("tell", rules.can_tell, gettext_lazy("Write down that they were told")),
    ("note", rules.can_note, gettext_lazy("Write a holding note")),
    ("acknowledge", rules.can_acknowledge, gettext_lazy("Say that you have read it")),
    ("hand-over", rules.can_hand_over, gettext_lazy("Hand it over")),
)


def voices(request: Any, org: str) -> HttpResponse:
    if not rules.can_see_ledger(request.actor):
        raise NotYours
    base = f"/{org}/voices/"
    ages = queries.owed_by_age(request.actor, request.clock.today())
    page = {
        "title": _("Voices"),
        "lead": _("What people said, and what is owed for it."),
        "table": _table(request, base),
        "ages": tables.AgeTable(request, ages, prefix="ages"),
        "totals": _totals(ages, base),
        "writes": rules.can_write_down_something(request.actor),
        "imports": rules.can_import(request.actor),
        "reads": safety_rules.reads(request.actor),
        "base": base,
    }
    return pages.page(request, "voice/voices.html", page)


def _table(request: Any, base: str) -> tables.LedgerTable:
    """What is owed begins at what is owed, and at the unit when one is chosen: a filter on top would read past it."""
    mine, state, unit = (request.GET.get(name, "") for name in ("whose", "state", "unit"))
    mine = mine == "me"
    marked = request.GET.get("mark", "") in tables.MARKS
    if not marked and state not in (tables.EVERYTHING, *progress.STATES):
        known = {each.code for each in queries.ledger_units(request.actor)} if unit else set()
        rows = queries.owed_for(request.actor, mine=mine, unit=unit if unit in known else "")
        return tables.OwedTable(request, _about(request, rows, owed=True), base)
    rows = queries.ledger_for(request.actor, mine=mine)
    return tables.LedgerTable(request, _about(request, rows), base)


def _about(request: Any, rows: QuerySet[Contribution], owed: bool = False) -> QuerySet[Contribution]:
    """With what was asked; of one theme, if one is chosen."""
    theme = tidy_text(request.GET.get("theme", ""))
    return about_theme(request.actor, queries.with_questions(rows), theme, owed)


def _totals(ages: list[queries.UnitAges], base: str) -> list[parts.Bar]:
    counts = queries.ages_of(ages)
    return [
        parts.Bar(label, counts[band], level=level, url=f"{base}?age={band}")
        for level, (band, label) in enumerate(tables.BANDS.items(), start=1)
    ]


def voice(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.entry_for(request.actor, code)
    base, today = f"/{org}/voices/", request.clock.today()
    words, tone = progress.of_staff(found)
    passing, others, reads = story.with_whom(found), near(request, found), rules.may_read_words(request.actor, found)
    page = {
        "title": _("What was said on %(day)s") % {"day": parts.day(found.said_on)},
        "back": (_("Voices"), base),
        "said": found,
        "by": author_of(found),
        "group_words": group_words_of(found) if reads else None,
        "reads": reads,
        "themes": themes_part(request, found, f"{base}{code}/", near=others),
        "below": below(found) if reads else "",
        "files": queries.files_of(found) if reads else [],
        "state": (words, tone),
        "facts": _facts(found, today),
        "base": f"{base}{code}/",
        "actions": _actions(request.actor, found, passing, f"{base}{code}/"),
        "more": [*_passing_on(request, found, passing, f"{base}{code}/"), *_more(request, found, f"{base}{code}/")],
        "doubted": any(each.agreed_on is None for each in found.rendering_doubts.all()),
        "for_them": _for_them(request, found, f"{base}{code}/"),
        "thread": [(_thread_line(found, each), f"{base}{each.code}/") for each in _thread(request, found)],
        "alike": alike_part(request, others, f"{base}{code}/"),
        "story": story.of(found, queries.history_of(found), today, reads),
    }
    return pages.page(request, "voice/voice.html", page)


def _actions(actor: Actor, found: Contribution, passing: Passing | None, base: str) -> list[tuple[Any, str]]:
    """What somebody who answers can do now, the likeliest first."""
    can = {step: may(actor, found) for step, may, _text in ACTIONS}
    if found.state == DEFERRED and can["tell"]:
        can["tell"] = not queries.answering.knows_it(found)
    came = [(_("What came of it"), f"{base}came-back/")] if passing and rules.can_chase(actor, found, passing) else []
    return [*came, *((text, f"{base}{step}/") for step, _may, text in ACTIONS if can[step])]


def _thread(request: Any, found: Contribution) -> list[Contribution]:
    return list(queries.more_by_the_author(request.actor, found))


def _thread_line(found: Contribution, other: Contribution) -> str:
    day = {"day": parts.day(other.received_on)}
    if found.adds_to_id is None or found.pk < other.pk:
        return _("Added on %(day)s") % day
    return _("Said first, on %(day)s") % day if other.adds_to_id is None else _("Added before, on %(day)s") % day


def _passing_on(request: Any, found: Contribution, passing: Passing | None, base: str) -> list[tuple[Any, str]]:
    if rules.can_chase(request.actor, found, passing):
        return [(_("Write down that they were asked again"), f"{base}chase/")]
    if rules.can_pass_on(request.actor, found):
        return [(_("It is not ours to decide: pass it on"), f"{base}pass-on/")]
    return []


def author_of(contribution: Contribution) -> str:
    """For staff who answer: the name, the group, or that there is none."""
    if contribution.person:
        return people.shown_name(contribution.person)
    return contribution.group_name or _("Somebody without a name")


def _facts(found: Contribution, today: Any) -> list[tuple[Any, Any]]:
    about = found.decision.title if found.decision else found.meeting.title if found.meeting else found.about
    waiting = [
        (_("Waiting"), parts.age_band((today - found.received_on).days)),
        (_("Answer due"), found.answer_by),
    ]
    return [
        (_("What it is"), found.get_kind_display()),
        *([(_("Letterbox"), found.letterbox.title)] if found.letterbox else []),
        (_("About"), about or "–"),
        (_("Who answers"), found.unit.name),
        (_("Handed to"), _handed_to(found)),
        *(waiting if found.is_owed else []),
        (_("May be used"), _used(found)),
    ]


def _handed_to(found: Contribution) -> str:
    """What is owed is never somebody's who is gone, not even until tonight."""
    holders = queries.debts.Holders(found.organisation_id)
    if found.owner and (not found.is_owed or holders.named(found)):
        return found.owner.get_full_name()
    return _by_role(found, holders.by_role(found))


def _by_role(found: Contribution, answering: Answering | None) -> str:
    """Nothing is nobody's: the role that answers, and who has it now."""
    if answering is None:
        return _("Nobody: no one answers for %(unit)s or above it") % {"unit": found.unit.name}
    facts = {"role": answering.title, "who": ", ".join(answering.names), "unit": found.unit.name}
    if answering.climbed:
        return _("%(role)s (%(who)s), because nobody answers for %(unit)s itself") % facts
    return _("%(role)s (%(who)s)") % facts


def _used(found: Contribution) -> str:
    uses = {
        _("inside"): found.use_inside,
        _("by those who pay"): found.use_commissioners,
        _("in public"): found.use_public,
        _("with their name"): found.credit,
    }
    return ", ".join(str(name) for name, allowed in uses.items() if allowed) or _("only to answer them")


def _more(request: Any, found: Contribution, base: str) -> list[tuple[Any, str]]:
    actor = request.actor
    links = [(_("Others who said the same"), f"{base}alike/")] if found.words and not found.is_owed else []
    links += [(_("Write an edited version"), f"{base}rendering/")] if rules.can_render(actor, found) else []
    if rules.can_record_change(actor, found.unit_id) and found.words:
        links.append((_("Say what is different now"), f"{base}change/"))
        links += _shapes(request, found)
    if safety_rules.can_raise(actor, found):
        links.append((_("Move it to safeguarding"), f"{base}safeguarding/"))
        links += [(_("They asked to be contacted"), f"{base}contact/")] if queries.asks_for_contact(found) else []
    return links


def _shapes(request: Any, found: Contribution) -> list[tuple[Any, str]]:
    decision = found.decision or (found.meeting.opportunity.decision if found.meeting else None)
    if decision is None or not rules.can_shape(request.actor, decision):
        return []
    url = f"/{request.organisation.slug}/decisions/{decision.code}/shaped/?voice={found.code}"
    return [(_("Say what these words shaped"), url)]


def _may_agree(speaker: Any, found: Contribution) -> bool:
    doubted = any(each.agreed_on is None for each in found.rendering_doubts.all())
    return rules.can_agree(speaker, found, doubted)


def _for_them(request: Any, found: Contribution, base: str) -> list[tuple[Any, str]]:
    """What the author may do, when somebody writes it down for them."""
    if not rules.can_write_down(request.actor, found):
        return []
    speaker = At(request, found, request.actor, False, base, ("", base)).likely_speaker
    possible = [
        (_("They say that it answers them"), "good/", rules.can_mark_answered(speaker, found)),
        (_("What the group says about the words"), "group/", can_group_say(speaker, found)),
        (_("They add to what they said"), "add/", rules.can_add(speaker, queries.first_of_thread(found))),
        (_("They say the answer is not right"), "challenge/", rules.can_challenge(speaker, found)),
        (_("They give you a file with it"), "attach/", rules.can_attach(speaker, found)),
        (_("They agree with the words now"), "agree/", _may_agree(speaker, found)),
        (_("How their words may be used"), "uses/", rules.can_change_uses(speaker, found)),
        (_("Read to them how others will see their words"), "preview/", goes_further(found) and bool(found.words)),
        (_("They take their words back"), "take-back/", rules.can_withdraw(speaker, found)),
    ]
    for source in found.changes.all():
        possible.append((_("What they say about a change"), f"changes/{source.change.code}/", True))
        possible.append((_("They say whether it is still so"), f"changes/{source.change.code}/held/", True))
    possible += [
        (_("They say that their words did not shape it"), f"shaped/{each.code}/", each.disputed_on is None)
        for each in queries.shaped_by(found)
    ]
    possible.append((_("What came of it, on one page to print and give to them"), "trace/", True))
    return [(text, base + step) for text, step, can in possible if can]
