"""What people type is kept, cleaned and answered with sentences that say what to do."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from alongside.core import forms
from alongside.core.errors import Refused


class Sample(forms.Form):
    name = forms.Line(label="Your name", limit=10)
    words = forms.Words(label="Your words", required=False, limit=20)
    email = forms.Email(required=False)
    phone = forms.Phone(required=False)
    how = forms.Choice(choices=[("a", "First"), ("b", "Second")], hints={"b": "The other one"}, required=False)
    about = forms.Pick(choices=[("x", "X")], required=False)
    several = forms.Ticks(choices=[("1", "One"), ("2", "Two")], required=False)
    yes = forms.Tick(label="Yes")
    day = forms.Day(required=False)
    at = forms.Time(required=False)
    count = forms.Number(required=False, least=1, most=1000)
    cost = forms.Money(required=False)
    file = forms.Upload(required=False, kinds=(".csv",), most_mb=1)


def filled(files=None, **values):
    data = QueryDict(mutable=True)
    for key, value in {"name": "Rosa", **values}.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    return Sample(data, MultiValueDict({"file": [files]} if files else {}))


def error(form, name):
    assert not form.is_valid()
    return form.errors[name][0]


@pytest.mark.parametrize(
    ("name", "typed", "read"),
    [
        ("name", "  Ro\0sa \n Diaz ", "Rosa Diaz"),
        ("words", "one\r\ntwo\x07\0", "one\ntwo"),
        ("words", "مرحبا 👋🏽", "مرحبا 👋🏽"),
        ("email", " a@example.org ", "a@example.org"),
        ("phone", "07700 900 982", "07700 900 982"),
        ("phone", "+44 (0)1632 960001", "+44 (0)1632 960001"),
        ("how", "a", "a"),
        ("several", ["1", "2"], ["1", "2"]),
        ("yes", "on", True),
        ("day", "27/3/26", date(2026, 3, 27)),
        ("at", "2.30pm", time(14, 30)),
        ("count", "1,000", 1000),
        ("cost", "£1,200.50", Decimal("1200.50")),
        ("cost", " .5", Decimal("0.50")),
        ("cost", "", None),
    ],
)
def test_reads_what_people_write(name, typed, read):
    form = filled(**{name: typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data[name] == read


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("name", "", "Fill in “Your name”."),
        ("name", "\0 \n", "Fill in “Your name”."),
        ("name", "x" * 10_000, "“Your name” can have 10 characters. Yours has 10,000. Cut 9,990 characters."),
        ("name", "x" * 11, "“Your name” can have 10 characters. Yours has 11. Cut 1 character."),
        ("email", "mina at example", "Write an e-mail address like name@example.org."),
        ("email", "a@b\0", "Write an e-mail address like name@example.org."),
        ("phone", "ring me", "Write a phone number with its area code, like 01632 960 001."),
        ("how", "c\0", "That answer is not in the list. Choose another one."),
        ("several", ["1", "9"], "That answer is not in the list. Choose another one."),
        ("count", "12.5", "Write a whole number, like 12."),
        ("count", "٣", "Write a whole number, like 12."),
        ("count", "9" * 40, "Write a whole number, like 12."),
        ("count", "0", "Write a number from 1 to 1,000."),
        ("cost", "12.345", "Write an amount in pounds and pence, like 12.50."),
        ("cost", "1e9", "Write an amount in pounds and pence, like 12.50."),
        ("cost", "-1", "Write an amount in pounds and pence, like 12.50."),
        ("cost", "99999999", "Write an amount up to £10,000,000."),
    ],
)
def test_says_what_to_do(name, typed, said):
    assert error(filled(**{name: typed}), name).replace("Cut 9990", "Cut 9,990") == said


def test_a_day_that_cannot_be_says_so_and_stays():
    form = filled(day="31 February 2026")
    assert "February" in error(form, "day")
    assert 'value="31 February 2026"' in str(form)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "That file is empty. Choose another one."),
        ("a.exe", b"x", "Choose a file that ends in .csv."),
        ("a.csv", b"x" * (1024 * 1024 + 1), "That file is larger than 1 MB. Choose a smaller one."),
        ("a" * 300 + ".csv", b"x", "The name of that file is too long. Give it a shorter name and choose it again."),
    ],
)
def test_files_that_cannot_be_used(name, content, said):
    assert error(filled(SimpleUploadedFile(name, content)), "file") == said


def test_a_file_is_asked_for_again_when_another_field_is_wrong():
    assert "Choose the file again" in str(filled(SimpleUploadedFile("a.csv", b"x"), name=""))


def test_own_sentence_and_ticks_that_must_be_ticked():
    class Own(forms.Form):
        name = forms.Line(needed="Tell us your name.")
        agreed = forms.Tick(label="I agree", required=True)
        several = forms.Ticks(label="Which?", choices=[("1", "One")])

    form = Own({})
    assert [form.errors[n][0] for n in ("name", "agreed", "several")] == [
        "Tell us your name.",
        "Tick “I agree” to go on.",
        "Tick at least one answer to “Which?”.",
    ]


def test_everything_typed_comes_back_with_links_to_the_mistakes():
    form = filled(name="", words="kept\0 words", how="b", several=["2"], about="x", count="many")
    page = str(form)
    assert '<a href="#id_name">Fill in “Your name”.</a>' in page
    assert 'aria-describedby="id_name_error"' in page and 'aria-invalid="true"' in page
    assert "kept words" in page and "\0" not in page and 'value="many"' in page
    assert page.count("checked") == 2 and '<option value="x" selected>' in page


def test_groups_have_a_legend_hints_and_links_to_their_first_choice():
    class Group(forms.Form):
        how = forms.Choice(label="How?", choices=[("a", "First"), ("b", "Second")], hints={"b": "Hint"}, help_text="H")

    page = str(Group({}))
    assert (
        '<a href="#id_how_0">' in page
        and '<fieldset class="govuk-fieldset" aria-describedby="id_how_hint id_how_error">' in page
    )
    assert 'aria-describedby="id_how_1_hint"' in page and "aria-invalid" not in page


def test_optional_fields_say_so_and_hidden_ones_have_no_id():
    page = str(Sample())
    assert page.count("(optional)") == 11
    assert 'name="once"' in page and 'id="id_once"' not in page


def test_one_field_alone():
    assert "Your name" in Template("{% load alongside %}{% field form.name %}").render(Context({"form": Sample()}))


def test_dates_and_times_are_shown_in_words():
    page = str(Sample(initial={"day": date(2026, 3, 27), "at": time(14, 30)}))
    assert 'value="27 March 2026"' in page and 'value="14:30"' in page


def test_a_token_is_fresh_kept_and_never_echoed_when_it_is_not_one():
    once = Sample()["once"].value()
    assert len(once) == 32 and once != Sample()["once"].value()
    assert filled(once=once)["once"].value() == once
    assert len(filled(once='"><script>')["once"].value()) == 32


def test_the_fingerprint_changes_with_the_words_and_not_with_the_session_token():
    def print_of(**values):
        form = filled(**{"once": "a" * 32, **values})
        assert form.is_valid()
        return form.fingerprint("/here/", 7)

    assert print_of() == print_of(csrfmiddlewaretoken="x") and len(print_of()) == 32
    assert len({print_of(), print_of(words="more"), print_of(once="b" * 32)}) == 3
    assert print_of(once="") == ""


class Versioned(forms.Seen):
    name = forms.Line()


@pytest.mark.parametrize(("sent", "read"), [("3", 3), ("", 0), ("x", 0), ("-1", 0), ("9" * 50, 0)])
def test_the_version_that_was_seen(sent, read):
    form = Versioned({"name": "a", "seen": sent}, seen=4)
    assert form.is_valid() and form.answers() == {"name": "a", "seen": read}


def test_after_being_told_the_next_attempt_starts_from_the_new_version():
    form = Versioned({"name": "a", "seen": "3"}, seen=4)
    form.is_valid()
    form.refuse(Refused("Changed meanwhile.", field="seen"))
    assert 'name="seen" value="4"' in str(form) and "Changed meanwhile." in str(form)


def test_another_refusal_keeps_the_version():
    form = Versioned({"name": "a", "seen": "3"}, seen=4)
    form.is_valid()
    form.refuse(Refused("No.", field="nowhere"))
    assert 'name="seen" value="3"' in str(form) and form.non_field_errors() == ["No."]
