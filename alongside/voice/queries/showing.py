"""How one thing that was said looks to each who may read it, and quoting it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.organisation import queries as organisations
from alongside.people import queries as people
from alongside.people.models import Purpose

from .. import showing_text
from ..giveaways import Around
from ..models import Appeal, Contribution, Showing
from ..models.contributions import WITHDRAWN
from ..rules.showing import commissioners_may
from .readers import READERS, Reader, asked_of_register

MOST_STAFF = 2000  # names that are looked for in somebody's words


def showing_of(contribution: Contribution) -> Showing | None:
    """For its author and for those who work on it: whoever was given the contribution, and often this with it."""
    known: Any = Contribution._meta.get_field("showing")
    found: Showing | None
    if known.is_cached(contribution):
        found = known.get_cached_value(contribution)
        return found
    found = Showing.everything.filter(contribution=contribution).first()
    return found


def newest_appeal_of(showing: Showing) -> Appeal | None:
    return Appeal.everything.filter(showing=showing).order_by("-id").first()


def around(contribution: Contribution) -> Around:
    """What could be recognised in the words: the names of those who work there, the author's own, the unit."""
    staff = organisations.users_with(contribution.organisation_id).exclude(pk=_user_of(contribution))
    names = tuple(name for name in staff.order_by().values_list("name", flat=True)[:MOST_STAFF] if name)
    author = contribution.person
    own = {author.name, author.known_as} - {""} if author else set()
    return Around(names, tuple(sorted(own)), contribution.unit.name, _is_small(contribution))


def _user_of(contribution: Contribution) -> int:
    return contribution.person.user_id or 0 if contribution.person else 0


def _is_small(contribution: Contribution) -> bool:
    """Fewer have spoken to this unit than a figure needs to be shown inside."""
    least = organisations.settings_of(contribution.organisation_id).inside_threshold
    rows = Contribution.objects.filter(unit=contribution.unit_id).order_by()
    return len(rows.values("pk")[:least]) < least


@dataclass(frozen=True)
class SeenBy:
    """What one kind of reader sees. `text` is empty where they see nothing of it, and `why` says why."""

    reader: Reader
    who: Any
    text: str
    by: str
    rendering: str = ""
    own: bool = False  # it is the author's own version
    why: Any = ""


def seen_by(contribution: Contribution, showing: Showing | None) -> list[SeenBy]:
    """As it will be once its author says yes: before any decision, so without anything left out."""
    name = _name(contribution)
    own = bool(showing and showing.use_own)
    text = showing_text.own_or_words(contribution, showing)
    further = {
        Reader.COMMISSIONERS: contribution.use_commissioners,
        Reader.ANYONE: contribution.use_public,
    }
    found = [_inside(contribution, name)]
    for reader, may in further.items():
        if may:
            found.append(SeenBy(reader, READERS[reader], text, name, contribution.rendering, own))
        else:
            found.append(SeenBy(reader, READERS[reader], "", "", why=_("They see nothing of it: you do not allow it.")))
    return found


def _inside(contribution: Contribution, name: str) -> SeenBy:
    who = READERS[Reader.INSIDE]
    if not contribution.use_inside:
        why = _("Only those who answer it read it.")
        return SeenBy(Reader.INSIDE, who, "", "", why=why)
    return SeenBy(Reader.INSIDE, who, contribution.words, name, contribution.rendering)


def _name(contribution: Contribution) -> str:
    """A name only with both permissions; a group is not named to others, for a small one would be recognised."""
    if contribution.group_name:
        return _("A group")
    if contribution.person and contribution.credit and people.allowed(contribution.person.pk, Purpose.CREDIT):
        return people.shown_name(contribution.person)
    return _("Somebody")


# Quoted elsewhere, by reference: the words stand here and nowhere else, so what is taken back is gone there too.


@dataclass(frozen=True)
class Quote:
    """`withdrawn`: its author took it back, and where it was quoted that is said in its place."""

    words: str
    by: str
    withdrawn: bool = False

    def __str__(self) -> str:
        return _("(withdrawn by its author)") if self.withdrawn else self.words


def quote(organisation_id: int, code: str, reader: Reader) -> Quote | None:
    """The words as this reader may see them now; None when they may see nothing of it."""
    return quotes(organisation_id, [code], reader).get(code)


def quotes(organisation_id: int, codes: Iterable[str], reader: Reader) -> dict[str, Quote]:
    """Several at once, in two questions however many they are."""
    rows = Contribution.objects.filter(organisation=organisation_id, code__in=list(codes))
    listed = list(asked_of_register(rows.select_related("person", "showing"), reader))
    credited = people.who_allow({row.person_id for row in listed if row.credit and row.person_id}, Purpose.CREDIT)
    found = {row.code: _quote(row, reader, credited) for row in listed}
    return {code: quoted for code, quoted in found.items() if quoted}


def _quote(row: Any, reader: Reader, credited: set[int]) -> Quote | None:
    if row.state == WITHDRAWN:
        return Quote("", "", withdrawn=True)
    words = "" if row.took_back else _words_for(row, reader)
    named = row.person is not None and row.credit and row.person_id in credited
    by = people.shown_name(row.person) if named and row.person else _("A group") if row.group_name else _("Somebody")
    return Quote(words, by) if words else None


def _words_for(row: Contribution, reader: Reader) -> str:
    if reader == Reader.INSIDE:
        return row.words if row.use_inside else ""
    showing: Showing | None = getattr(row, "showing", None)
    if showing is None:
        return ""
    if reader == Reader.COMMISSIONERS:
        return showing_text.own_or_words(row, showing) if commissioners_may(row) else ""
    return showing_text.readable_words(row, showing) if row.public_on and row.told_on else ""
