"""Many rows at once, for imports. `bulk_create` makes an object of each row and asks each of its fields several
times over: ten times the work of the database itself. No primary keys come back, no `save()` is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connections, router
from django.db.models import AutoField, Field, Model

PLAIN = frozenset({str, int, bool, type(None)})  # what every driver takes as it is


def insert(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows of {column's attribute: value}, like `kind_id`; what a row leaves out gets its default."""
    connection = connections[router.db_for_write(model)]
    theirs = [field for field in model._meta.concrete_fields if field.generated or isinstance(field, AutoField)]
    fields = [field for field in model._meta.concrete_fields if field not in theirs]
    names = [model._meta.db_table, *(str(field.column) for field in fields)]
    quoted = [connection.ops.quote_name(name) for name in names]
    places = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quoted[0]} ({', '.join(quoted[1:])}) VALUES ({places})"  # noqa: S608
    values = [[_value(field, row, connection) for field in fields] for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(sql, values)


def _value(field: Field[Any, Any], row: Mapping[str, Any], connection: Any) -> Any:
    value = row[field.attname] if field.attname in row else field.get_default()
    return value if type(value) in PLAIN else field.get_db_prep_save(value, connection)
