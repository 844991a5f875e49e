"""Operations for migrations."""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class WholeTables(Operation):
    """Create many models as one step.

    Django renders every model again after each operation; a database made from nothing would spend most of its time
    on that. Here the models are added to the state first, and rendered once.

    A table that is already there can be changed among them: one field of it, or its constraints. Two fields of one
    table cannot: SQLite makes a table anew for each, as it was before.
    """

    atomic = True

    def __init__(self, creations: list[Operation]) -> None:
        self.creations = creations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # a cached property: made anew, once, when the tables are created
        for creation in self.creations:
            creation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for creation in self.creations:
            creation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for creation in reversed(self.creations):
            creation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.creations)} tables"
