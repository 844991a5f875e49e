"""Write one migration that makes what all of a room's migrations make, for databases that are new.

    python -m tests.short_way ROOM NAME

Django renders every model again after each step, so a room that grew in many steps is slow to make from nothing.
This makes each table once, whole. The long way stays for databases that stand somewhere on it. What a migration did
in Python to tables that are empty here is left out; what it made besides tables has to be written in by hand.
"""

from __future__ import annotations

import os
import sys
from graphlib import CycleError, TopologicalSorter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.db import migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from alongside.core.migrating import WholeTables


def whole_tables(state: ProjectState, room: str) -> list[migrations.CreateModel]:
    models = {name: model for (label, name), model in state.models.items() if label == room}
    try:
        order = list(
            TopologicalSorter({name: _points_to(model, room) for name, model in models.items()}).static_order()
        )
    except CycleError as error:
        sys.exit(f"These point at each other, so neither can be made first: {error.args[1]}.")
    return [_created(models[name]) for name in order]


def _points_to(model: ModelState, room: str) -> list[str]:
    """What may be empty can point at a table that is made after it: the database looks when all of them are there."""
    fields = [field for field in model.fields.values() if field.remote_field and not field.null]
    targets = [field.remote_field.model for field in fields]
    names = [str(target).lower().partition(".") for target in targets]
    return sorted({name for label, _, name in names if label == room} - {model.name_lower})


def _created(model: ModelState) -> migrations.CreateModel:
    options = {key: value for key, value in model.options.items() if value or key not in {"indexes", "constraints"}}
    return migrations.CreateModel(model.name, list(model.fields.items()), options, model.bases, model.managers)


def written(room: str, name: str) -> str:
    loader = MigrationLoader(None, ignore_no_migrations=True, replace_migrations=False)
    replaced = sorted(key for key in loader.disk_migrations if key[0] == room)
    migration = type("Migration", (migrations.Migration,), {})(f"0001_{name}", room)
    migration.replaces = replaced
    migration.dependencies = sorted(
        {each for key in replaced for each in loader.disk_migrations[key].dependencies if each[0] != room}, key=str
    )
    migration.operations = [WholeTables(whole_tables(loader.project_state(), room))]
    migration.initial = True
    writer = MigrationWriter(migration)
    with open(writer.path, "w", encoding="utf-8") as file:
        file.write(writer.as_string())
    return writer.path


if __name__ == "__main__":
    django.setup()
    print(written(*sys.argv[1:]))  # noqa: T201
