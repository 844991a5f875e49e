"""The organisation's own themes, and what somebody says of a contribution: that it is about one, or that it is not."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import rules
from ..events import VoiceEvent
from ..models import Contribution, Theme, ThemeMark, ThemeMarkStatus, ThemeWording
from ..models.themes import ACCEPTED, REJECTED, REMOVED, THEME_MARK, UNMARKED
from ..starter_themes import STARTER
from .common import as_said, clock_for, locked


@transaction.atomic
def introduce_theme(*, name: str, belongs: str, by: Actor, parent: Theme | None = None) -> Theme:
    """A theme of the organisation's own, from today on."""
    organisation = _organisation(by)
    rules.check_keep_themes(by)
    return _introduce(organisation, name, belongs, by, parent)


@transaction.atomic
def take_starter_themes(*, by: Actor) -> list[Theme]:
    """Those that the product begins with, as far as nothing has their name yet. From then on they are theirs."""
    organisation = _organisation(by)
    rules.check_keep_themes(by)
    here = {name.casefold() for name in _in_use(organisation).values_list("name", flat=True)}
    wanted = [(str(name), str(belongs)) for name, belongs in STARTER]
    return [
        _introduce(organisation, name, belongs, by, None) for name, belongs in wanted if name.casefold() not in here
    ]


def _introduce(organisation: Organisation, name: str, belongs: str, by: Actor, parent: Theme | None) -> Theme:
    name, belongs = _checked(name, belongs)
    rules.check_many_themes(_in_use(organisation).count())
    rules.check_parent(None, _here(organisation, parent))
    made = Theme(
        organisation=organisation,
        name=name,
        belongs=belongs,
        parent=parent,
        introduced_on=organisations.clock_of(organisation).today(),
        **byline(by),
    )
    _save(made)
    ThemeWording.objects.create(theme=made, name=name, belongs=belongs, **byline(by))
    audit.record(VoiceEvent.THEME_INTRODUCED, by=by, target=made, facts={"parent": parent.code if parent else ""})
    return made


@transaction.atomic
def reword_theme(
    *, theme: Theme, name: str, belongs: str, by: Actor, parent: Theme | None = None, seen: int | None = None
) -> Theme:
    """New words from now on. What was marked before stays marked, and the old words stay to be read."""
    organisation = _organisation(by)
    theme = _locked(theme)
    rules.check_change_theme(by, theme, seen)
    name, belongs = _checked(name, belongs)
    rules.check_parent(theme, _here(organisation, parent))
    worded = (theme.name, theme.belongs) != (name, belongs)
    theme.name, theme.belongs, theme.parent = name, belongs, parent
    theme.version += 1
    _save(theme)
    if worded:
        ThemeWording.objects.create(theme=theme, name=name, belongs=belongs, **byline(by))
    audit.record(VoiceEvent.THEME_REWORDED, by=by, target=theme, facts={"parent": parent.code if parent else ""})
    return theme


@transaction.atomic
def retire_theme(*, theme: Theme, by: Actor, seen: int | None = None) -> Theme:
    """Nothing new is marked with it. What was marked stays, and is counted in its months."""
    organisation = _organisation(by)
    theme = _locked(theme)
    rules.check_change_theme(by, theme, seen)
    if theme.parts.filter(retired_on__isnull=True).exists():
        raise Refused(_("This theme has parts that are in use. Retire them first, or let them stand by themselves."))
    theme.retired_on = organisations.clock_of(organisation).today()
    theme.version += 1
    theme.save(update_fields=["retired_on", "version"])
    audit.record(VoiceEvent.THEME_RETIRED, by=by, target=theme, facts={})
    return theme


@transaction.atomic
def mark_theme(*, contribution: Contribution, theme: Theme, to: str, by: Actor, suggested: bool = False) -> ThemeMark:
    """Somebody says that it is about this theme, that it is not, or takes off what was said before."""
    contribution = locked(contribution)
    return _mark(contribution, _fresh(theme), to, by, suggested)


@transaction.atomic
def mark_several(
    *, theme: Theme, about: Sequence[Contribution], by: Actor, not_about: Sequence[Contribution] = ()
) -> int:
    """A pile that somebody went through at once: all of it, or nothing. What was marked meanwhile stays as it is."""
    wanted = {one.pk: ACCEPTED for one in about} | {one.pk: REJECTED for one in not_about}
    if not wanted:
        raise Refused(_("Tick what is about this theme first."), field="about")
    marked, theme = 0, _fresh(theme)
    for one in sorted((*about, *not_about), key=lambda one: one.pk):
        contribution = locked(one)
        now = _state(contribution, theme)
        if THEME_MARK.allows(now, wanted[one.pk]) and now != REMOVED:
            _mark(contribution, theme, wanted[one.pk], by, suggested=True)
            marked += 1
    return marked


def _mark(contribution: Contribution, theme: Theme, to: str, by: Actor, suggested: bool) -> ThemeMark:
    """`contribution` is locked, so nobody else marks it at the same moment."""
    now = _state(contribution, theme)
    rules.check_mark(by, contribution, theme, now, to)
    today = clock_for(contribution).today()
    if now == UNMARKED:
        mark = ThemeMark.everything.create(
            organisation_id=contribution.organisation_id,
            contribution=contribution,
            theme=theme,
            state=to,
            suggested=suggested,
            received_on=contribution.received_on,
            **byline(by),
        )
        begin(mark, statuses=ThemeMarkStatus, by=by, on=today)
    else:
        mark = ThemeMark.everything.get(contribution=contribution, theme=theme)
        move(mark, to, lifecycle=THEME_MARK, statuses=ThemeMarkStatus, by=by, on=today)
    facts = {"theme": theme.code, "state": to, "suggested": suggested}
    audit.record(VoiceEvent.THEME_MARKED, by=by, target=contribution, facts=facts)
    return mark


def _state(contribution: Contribution, theme: Theme) -> str:
    found = ThemeMark.everything.filter(contribution=contribution, theme=theme).values_list("state", flat=True)
    return found.first() or UNMARKED


def _organisation(by: Actor) -> Organisation:
    """Held until the end: two people who change the themes do so one after the other."""
    organisation = organisations.organisation_of(by)
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def _in_use(organisation: Organisation) -> QuerySet[Theme]:
    return Theme.objects.filter(organisation=organisation, retired_on__isnull=True)


def _locked(theme: Theme) -> Theme:
    return Theme.objects.select_for_update(no_key=True).get(pk=theme.pk)


def _fresh(theme: Theme) -> Theme:
    """Somebody may have retired it since the page was opened."""
    return Theme.objects.get(pk=theme.pk)


def _here(organisation: Organisation, parent: Theme | None) -> Theme | None:
    if parent and parent.organisation_id != organisation.pk:
        raise NotYours
    return parent


def _checked(name: str, belongs: str) -> tuple[str, str]:
    name, belongs = " ".join(as_said(name).split()), as_said(belongs).strip()
    rules.check_theme_words(name, belongs)
    return name, belongs


def _save(theme: Theme) -> None:
    try:
        with transaction.atomic():
            theme.save()
    except IntegrityError as error:
        raise Refused(_("There is a theme with this name already."), field="name") from error
