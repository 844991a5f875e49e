"""Foreign keys point down the house and leave no door open upwards.

Blind spots: generic keys, `getattr`, raw SQL, and a template that walks a key it was handed.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from .levels import LEVELS


def cross_room_keys() -> Iterator[tuple[Any, Any, str, str]]:
    for model in apps.get_models():
        room = model._meta.app_label
        if room not in LEVELS:
            continue
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and field.related_model:
                other = field.related_model._meta.app_label
                if other in LEVELS and other != room:
                    yield model, field, room, other


def test_there_are_keys_to_check() -> None:
    assert len(list(cross_room_keys())) > 20


def test_keys_point_down() -> None:
    keys = cross_room_keys()
    upward = [f"{m._meta.label}.{f.name} → {o}" for m, f, r, o in keys if LEVELS[o] >= LEVELS[r]]
    assert upward == []


def test_no_reverse_doors() -> None:
    open_doors = [f"{m._meta.label}.{f.name}" for m, f, _, _ in cross_room_keys() if not f.remote_field.hidden]
    assert open_doors == []
