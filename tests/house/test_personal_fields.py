"""Every field of every model is declared personal or harmless in its room's personal.py."""

from importlib import import_module

from django.apps import apps

from .levels import LEVELS


def test_every_field_is_declared() -> None:
    wrong = []
    for model in apps.get_models():
        if model._meta.app_label not in LEVELS:
            continue
        room = import_module(f"alongside.{model._meta.app_label}.personal")
        personal = room.PERSONAL.get(model.__name__, set())
        harmless = room.HARMLESS.get(model.__name__, set())
        fields = {f.name for f in model._meta.get_fields() if f.concrete}
        wrong += [f"{model._meta.label}.{name} is in both" for name in personal & harmless]
        wrong += [f"{model._meta.label}.{name} is not declared" for name in fields - personal - harmless]
        wrong += [f"{model._meta.label}.{name} does not exist" for name in (personal | harmless) - fields]
    assert wrong == []


def test_nothing_stale_is_declared() -> None:
    stale = []
    for name in LEVELS:
        known = {m.__name__ for m in apps.get_models() if m._meta.app_label == name}
        try:
            room = import_module(f"alongside.{name}.personal")
        except ModuleNotFoundError:
            assert not known, f"{name} has models and no personal.py"
            continue
        stale += [f"{name}.{model}" for model in (set(room.PERSONAL) | set(room.HARMLESS)) - known]
    assert stale == []
