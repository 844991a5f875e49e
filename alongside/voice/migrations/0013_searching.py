"""The search index, of another kind on each database, and in it what was said before there was one."""

from typing import Any

from django.db import migrations

from alongside.voice import search_index


def make(apps: Any, schema_editor: Any) -> None:
    search_index.make()
    search_index.rebuild()


def unmake(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(f"DROP TABLE {search_index.TABLE}")


class Migration(migrations.Migration):
    dependencies = [("voice", "0012_mails")]
    operations = [migrations.RunPython(make, unmake)]
