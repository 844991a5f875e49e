"""Migrations are complete and each room's history is one line."""

from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from .levels import LEVELS


def test_nothing_is_missing(db) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_each_room_has_one_line() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    assert loader.detect_conflicts() == {}
    for room in LEVELS:
        ours = [key for key in loader.graph.nodes if key[0] == room]
        starts = [key for key in ours if not [p for p in loader.graph.node_map[key].parents if p[0] == room]]
        assert len(starts) <= 1, f"{room} begins more than once: {starts}"
