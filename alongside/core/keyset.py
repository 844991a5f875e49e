"""Pages of a list without counting and without skipping: each page starts where the last one ended."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import AutoField, F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Lower, Upper

Expression = str | Combinable
SALT = "alongside.core.keyset"


@dataclass(frozen=True)
class Key:
    """One thing to sort by, annotated on the rows as `name`."""

    name: str
    nulls: bool  # may it be missing? Then the rows without it come last in both directions.

    def order(self, descending: bool, nulls_last: bool) -> Any:
        extra = {"nulls_last": True} if nulls_last else {"nulls_first": True}
        chosen = extra if self.nulls else {}
        return F(self.name).desc(**chosen) if descending else F(self.name).asc(**chosen)

    def beyond(self, value: Any, forward: bool, descending: bool) -> Q:
        """Rows strictly further on by this key. Forward, the missing ones are at the end."""
        if value is None:
            return Q(pk__in=[]) if forward else Q(**{f"{self.name}__isnull": False})
        further = Q(**{f"{self.name}__{'lt' if descending == forward else 'gt'}": value})
        return further | Q(**{f"{self.name}__isnull": True}) if self.nulls and forward else further

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


@dataclass(frozen=True)
class Slice:
    rows: list[Any]
    before: str | None  # cursors of the neighbouring pages, None when there is none
    after: str | None


class Keyset:
    """`rows` sorted by `sort` (a unique tiebreak on pk is added), all in one direction.

    `shape` names the order: a cursor made for another one is not used.
    """

    def __init__(
        self, rows: QuerySet[Any], sort: Sequence[Expression], descending: bool, shape: str, nulls: bool | None = None
    ) -> None:
        names = [f"_sort{i}" for i in range(len(sort))]
        self.rows = rows.annotate(**{n: as_expression(part) for n, part in zip(names, sort, strict=True)})
        self.keys = [
            Key(name, may_be_null(rows, part) if nulls is None else nulls)
            for name, part in zip(names, sort, strict=True)
        ]
        self.keys.append(Key("pk", nulls=False))
        self.descending, self.shape = descending, f"{shape} {descending}"

    def page(self, size: int, after: str | None = None, before: str | None = None, keys_first: bool = False) -> Slice:
        """The rows after (or before) a cursor; the first page when the cursor says nothing to us."""
        forward = before is None
        position = self._read(after if forward else before)
        if position is None:
            forward = True
        rows = self.rows.order_by(*(key.order(self.descending == forward, forward) for key in self.keys))
        if position is not None:
            rows = rows.filter(self._beyond(position, forward))
        found = list(_by_keys(rows, size + 1) if keys_first else rows[: size + 1])
        more, found = len(found) > size, found[:size]
        if not forward:
            found.reverse()
        return self._slice(found, more, forward, started=position is not None)

    def numbers(self) -> Sequence[Any]:
        """Which rows there are, all of them in their order, by their numbers alone: 8 bytes for each."""
        rows = self.rows.select_related(None).prefetch_related(None)
        rows = rows.order_by(*(key.order(self.descending, nulls_last=True) for key in self.keys))
        found = rows.values_list("pk", flat=True)
        counted = isinstance(self.rows.model._meta.pk, AutoField)
        return array("q", found.iterator(chunk_size=10_000)) if counted else list(found)

    def _slice(self, found: list[Any], more: bool, forward: bool, started: bool) -> Slice:
        if not found:
            return Slice([], None, None)
        has_before, has_after = (started, more) if forward else (more, True)
        return Slice(
            found,
            self._write(found[0]) if has_before else None,
            self._write(found[-1]) if has_after else None,
        )

    def _beyond(self, position: list[Any], forward: bool) -> Q:
        """a > x, or a = x and (b > y, or b = y and …): built from the last key outwards."""
        found = Q(pk__in=[])
        for key, value in reversed(list(zip(self.keys, position, strict=True))):
            found = key.beyond(value, forward, self.descending) | (key.same(value) & found)
        first, value = self.keys[0], position[0]
        if not first.nulls and value is not None:  # says the same again, so that an index can start there
            sign = "lte" if self.descending == forward else "gte"
            found = Q(**{f"{first.name}__{sign}": value}) & found
        return found

    def _write(self, row: Any) -> str:
        values = [getattr(row, key.name) for key in self.keys]
        return signing.dumps([self.shape, *(v if plain(v) else str(v) for v in values)], salt=SALT)

    def _read(self, cursor: str | None) -> list[Any] | None:
        """None for a cursor that was cut, changed, or made for another order."""
        if not cursor:
            return None
        try:
            shape, *values = signing.loads(cursor, salt=SALT)
            if shape != self.shape or len(values) != len(self.keys):
                return None
            pairs = zip(self._fields(), values, strict=True)
            return [value if value is None else field.to_python(value) for field, value in pairs]
        except (signing.BadSignature, ValidationError, ValueError, TypeError):
            return None

    def _fields(self) -> list[Any]:
        found = [self.rows.query.annotations[key.name].output_field for key in self.keys[:-1]]
        return [*found, self.rows.model._meta.pk]


def first_of(rows: QuerySet[Any], most: int) -> QuerySet[Any]:
    """The first `most` rows, found by their keys alone: what they are joined with is read for those few only."""
    return rows.filter(pk__in=rows.select_related(None).prefetch_related(None).values("pk")[:most])


def _by_keys(rows: QuerySet[Any], most: int) -> QuerySet[Any]:
    """The same in two questions: where a list can be narrowed in many ways, a database that is asked both at once may
    walk through all that fits instead of looking up the few."""
    narrow = rows.select_related(None).prefetch_related(None)
    return rows.filter(pk__in=list(narrow.values_list("pk", flat=True)[:most]))


def plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | float | str)


def as_expression(part: Expression) -> Any:
    return F(part) if isinstance(part, str) else part


def may_be_null(rows: QuerySet[Any], part: Expression) -> bool:
    """A column that the database keeps filled, reached without a join that may find nothing, is never missing."""
    if isinstance(part, Lower | Upper):
        part = part.get_source_expressions()[0]
    path = getattr(part, "name", None) if isinstance(part, F) else part
    if not isinstance(path, str) or path.split("__")[0] in rows.query.annotations:
        return True
    meta: Any = rows.model._meta
    for name in path.split("__"):
        if name == "pk":
            return False
        try:
            field = meta.get_field(name)
        except FieldDoesNotExist:
            return True
        if getattr(field, "null", True) or not field.concrete:
            return True
        meta = field.related_model._meta if field.related_model else meta
    return False
