"""What somebody learned goes with them; an aim of both stays; and the record holds."""

from __future__ import annotations

from django.apps import apps

from alongside.config.commands.verify_ import check
from alongside.home.services import forgetting
from alongside.journey import personal, services
from alongside.journey.models import AimWord, Entry, EntryReader, PromptAway
from tests import make

from .factories import aim, learned, of_both


def rows() -> str:
    models = [model for model in apps.get_models() if model._meta.app_label in ("journey", "audit", "post")]
    return repr([list(model._base_manager.values()) for model in models])


def test_forgotten(cast) -> None:
    cora = cast.actor("cora")
    entry = learned(cast, words={"bump": "Zanzibar one"}, audience="public")
    services.change_entry(entry=entry, words={"bump": "Zanzibar two"}, on=entry.on, by=cora)
    learned(cast, "dev", audience="some", readers=[cast.people["cora"]])
    services.put_prompt_away(decision=make.decision(cast), stage="start", by=cora)
    both, alone = of_both(cast), aim(cast, "cora", what="Zanzibar three", sign="Zanzibar four")
    services.say_where(aim=both, says="stuck", words="Zanzibar five", by=cora)
    held = repr(personal.export(cast.people["cora"].pk))
    assert all(f"Zanzibar {n}" in held for n in ("one", "two", "three", "four", "five"))
    forgetting.forget(person=cast.people["cora"], by=cora)
    assert "Zanzibar" not in rows()
    assert Entry.objects.get(pk=entry.pk).person is None
    assert not EntryReader.objects.exists() and not PromptAway.objects.exists()
    both.refresh_from_db()
    alone.refresh_from_db()
    assert both.state == "stuck" and both.what.startswith("People who take part")
    assert alone.state == "stopped" and AimWord.objects.get().words == ""
    assert check(cast.org.pk, "harbour", "")["findings"] == []
    assert "Zanzibar" not in repr(personal.export(cast.people["cora"].pk))


def test_taken_back_by_its_author_nothing_of_it_is_kept(cast) -> None:
    entry = learned(cast, words={"bump": "Zanzibar"}, audience="some", readers=[cast.people["dev"]])
    services.take_back_entry(entry=entry, by=cast.actor("cora"))
    assert "Zanzibar" not in rows()
