"""“Noted” is not an answer, nor is a template as it stands; what an organisation calls empty is its own list."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.voice import answer_templates, phrases, queries, services
from alongside.voice.models import Answer, EmptyPhrases

from .factories import REASON, answered, said
from .owing_factories import TEMPLATE, template


@pytest.mark.parametrize(
    ("text", "untouched"),
    [
        (TEMPLATE, True),
        (TEMPLATE.replace("[what]", "it"), True),  # a gap is left
        ("We have looked at what you said about it. We will do it by then.", True),
        ("We have looked at what you said about ... We will ... by ...", True),
        ("WE HAVE LOOKED at what you said about that - we will act by soon", True),
        ("We have looked at what you said about the ramp. We will salt it at six each morning by Monday.", False),
        (REASON, False),
        ("", False),
    ],
)
def test_a_template_as_it_stands(text, untouched) -> None:
    assert answer_templates.is_untouched(text, TEMPLATE) is untouched


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have mended the ramp. We take this seriously.", ["we take this seriously"]),
        ("Thank you for your valuable feedback! The ramp is salted now.", ["thank you for your valuable feedback"]),
        ("We agreed to meet you there on Monday with the plumber.", []),
        ("Noted. The ramp is salted now, at six each morning.", ["noted"]),
        (REASON, []),
        ("", []),
    ],
)
def test_empty_phrases_are_found_by_name(text, found) -> None:
    assert phrases.found_in(text, phrases.EMPTY_PHRASES) == found


def test_an_untouched_template_is_refused_by_the_verb_even_out_of_use(cast) -> None:
    kept = template(cast)
    text = "We have looked at what you said about it. We will do it by then."
    with pytest.raises(Refused, match="This is a template as it stands"):
        answered(said(cast), cast, reason=text)
    services.write_template(template=kept, name=kept.name, text=TEMPLATE, in_use=False, by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="This is a template as it stands"):
        answered(said(cast), cast, reason=text)
    assert not queries.answering.templates_for(cast.actor("manager"))


def test_the_list_of_an_organisation_is_its_own(cast) -> None:
    words = "It will be picked up in the usual way."
    answered(said(cast), cast, reason=words)
    listed = phrases.tidy_list("Noted\nIt will be picked up in the usual way.\n\nnoted")
    made = services.change_empty_phrases(phrases=listed, by=cast.actor("coordinator"), seen=0)
    assert made and made.phrases == ["it will be picked up in the usual way", "noted"]
    with pytest.raises(Refused, match="not an answer yet"):
        answered(said(cast), cast, reason=words)
    assert services.change_empty_phrases(phrases=listed, by=cast.actor("coordinator")) is None
    with pytest.raises(Refused, match="Somebody changed this"):
        services.change_empty_phrases(phrases=["ok"], by=cast.actor("administrator"), seen=0)
    assert EmptyPhrases.objects.count() == 1


@pytest.mark.parametrize("listed", [[], ["x" * 121], [f"phrase {n}" for n in range(501)]])
def test_lists_that_cannot_be(cast, listed) -> None:
    with pytest.raises(Refused) as refused:
        services.change_empty_phrases(phrases=listed, by=cast.actor("coordinator"))
    assert refused.value.field == "phrases"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"name": "  "}, "name"), ({"text": ""}, "text"), ({"text": "There is no gap here."}, "text")],
)
def test_templates_that_cannot_be(cast, change, field) -> None:
    with pytest.raises(Refused) as refused:
        template(cast, **change)
    assert refused.value.field == field
    template(cast)
    with pytest.raises(Refused, match="with this name"):
        template(cast)
    with pytest.raises(Refused, match="Only a coordinator"):
        template(cast, name="Mine", by=cast.actor("manager"))


def test_the_writer_is_warned_once_by_name_and_decides(client_as, cast) -> None:
    contribution = said(cast)
    url = f"/harbour/voices/{contribution.code}/answer/"
    words = "We have mended the ramp. We take this seriously."
    sent = {"kind": "adopted", "reason": words, "role": "Manager", "seen": contribution.version, "once": new_token()}
    client = client_as("staff")
    response = client.post(url, sent)
    page = response.content.decode()
    assert response.status_code == 422 and "“we take this seriously” tells them nothing" in page
    assert not Answer.objects.exists()
    mark = page.split('name="warned" value="')[1].split('"')[0]
    changed = {**sent, "reason": f"{words} We will look into it.", "warned": mark}
    assert client.post(url, changed).status_code == 422  # another phrase is another warning
    assert client.post(url, {**sent, "warned": mark}).status_code == 303
    assert Answer.objects.get().reason == words


def test_a_template_fills_the_form_and_its_gaps_are_refused(client_as, cast) -> None:
    kept, contribution = template(cast), said(cast)
    client = client_as("staff")
    url = f"/harbour/voices/{contribution.code}/answer/"
    assert "We will do it" in client.get(url).content.decode()
    assert "[what you will do]" in client.get(f"{url}?template={kept.code}").content.decode()
    sent = {"kind": "adopted", "reason": TEMPLATE, "role": "Manager", "seen": contribution.version}
    page = client.post(url, {**sent, "once": new_token()})
    assert page.status_code == 422 and "This is a template as it stands" in page.content.decode()


def test_the_pages_keep_them(client_as, cast) -> None:
    client = client_as("coordinator")
    assert "duly noted" in client.get("/harbour/voices/phrases/").content.decode()
    sent = {"listed": "Noted\nAll in hand", "seen": 0, "once": new_token()}
    assert client.post("/harbour/voices/phrases/", sent).status_code == 303
    assert queries.answering.empty_phrases_of(cast.org.pk) == {"noted", "all in hand"}
    sent = {"name": "Yes", "text": TEMPLATE, "in_use": "on", "once": new_token()}
    assert client.post("/harbour/voices/templates/new/", sent).status_code == 303
    kept = queries.answering.templates_for(cast.actor("staff")).get()
    sent = {"name": "Yes", "text": TEMPLATE, "seen": kept.version, "once": new_token()}
    assert client.post(f"/harbour/voices/templates/{kept.code}/", sent).status_code == 303
    assert not queries.answering.templates_for(cast.actor("staff"))
    page = client_as("staff").get("/harbour/voices/templates/").content.decode()
    assert "Yes" in page and "new/" not in page
