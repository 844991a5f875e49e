import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.people.models import Channel, Person

REGISTER = "/harbour/people/"


def upload(keeper, content, name="list.csv"):
    return keeper.post(f"{REGISTER}import/", {"file": SimpleUploadedFile(name, content.encode())})


@pytest.fixture
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return lambda: list(tmp_path.glob("imports/people/*/*"))


def test_a_list_is_looked_at_and_then_brought_in(keeper, folder, text):
    preview = upload(keeper, "Name,Shoe size\nRosa Delgado,39\nSol,40\nSol,40\n")["Location"]
    shown = text(keeper.get(preview))
    assert "What this file would do" in shown
    assert "New 2" in shown and "Twice in this file, taken once 1" in shown and "Shoe size" in shown
    assert Person.objects.count() == 4
    done = keeper.post(preview, {"do": "import"})
    assert done["Location"] == REGISTER
    assert "Done. New: 2, Twice in this file, taken once: 1." in text(keeper.get(REGISTER))
    assert (Person.objects.count(), folder()) == (6, [])
    assert keeper.get(preview).status_code == 404


def test_pressing_twice_brings_it_in_once(keeper, folder):
    preview = upload(keeper, "Name\nRosa Delgado\n")["Location"]
    token = re.search(r'name="once" value="(\w+)"', keeper.get(preview).content.decode())[1]
    answers = [keeper.post(preview, {"do": "import", "once": token})["Location"] for _press in range(2)]
    assert (answers, Person.objects.count()) == ([REGISTER, REGISTER], 5)


def test_a_list_with_mistakes_says_where(keeper, folder, text):
    preview = upload(keeper, "Name,Email\nRosa,nowhere\n")["Location"]
    response = keeper.get(preview)
    assert "This file cannot be brought in yet" in text(response)
    assert "Write an e-mail address like name@example.org." in text(response)
    assert 'value="import"' not in response.content.decode()
    assert keeper.post(preview, {"do": "import"}).status_code == 422
    assert Person.objects.count() == 4


def test_a_column_is_matched_on_the_page(keeper, folder, text):
    preview = upload(keeper, "Wer,Woher\nRosa,The open day\n")["Location"]
    asked = keeper.get(preview)
    assert "No column holds the names." in text(asked)
    assert '<input type="hidden" name="column" value="Wer">' in asked.content.decode()
    matched = f"{preview}&column=Wer&field=name&column=Woher&field=route+in"
    response = keeper.get(matched)
    assert '<option value="route in" selected>' in response.content.decode()
    assert "What this file would do" in text(response)
    keeper.post(matched, {"do": "import"})
    assert Person.objects.order_by("-pk").first().route_in == "The open day"


def test_a_file_is_thrown_away(keeper, folder):
    preview = upload(keeper, "Name\nRosa\n")["Location"]
    assert len(folder()) == 1
    assert keeper.post(preview, {"do": "drop"})["Location"] == f"{REGISTER}import/"
    assert (folder(), keeper.get(preview).status_code) == ([], 404)


@pytest.mark.parametrize(("name", "content"), [("list.pdf", "%PDF"), ("list.csv", "")])
def test_files_that_cannot_be_a_list_are_not_kept(keeper, folder, name, content):
    assert (upload(keeper, content, name).status_code, folder()) == (422, [])


def test_how_the_file_is_read_is_shown_before_anything_is_done(keeper, folder, text):
    rows = "".join(f"Person {number},0113 496 000{number},39\n" for number in range(1, 5))
    preview = upload(keeper, f"Full name,Tel,Shoe size\n{rows}")["Location"]
    shown = text(keeper.get(preview)).split("How your file is read", 1)[1]
    read = shown.split("Good to know")[0]
    assert "Full name name Person 1 Person 2 Person 3" in read and "Tel phone 0113 496 0001" in read
    assert "Person 4" not in shown and "39" not in read
    assert "No column says where people stand. Each is kept as “Asked about it”" in shown


def test_where_people_stand_is_chosen_when_the_file_does_not_say_it(keeper, folder, text):
    file = SimpleUploadedFile("list.csv", b"Name\nRosa Delgado\n")
    preview = keeper.post(f"{REGISTER}import/", {"file": file, "status": "active"})["Location"]
    assert "Each is kept as “Active”" in text(keeper.get(preview))
    keeper.post(preview, {"do": "import"})
    assert Person.objects.order_by("-id").first().state == "active"


@pytest.mark.parametrize("asked", ["paused", "left", "nonsense"])
def test_an_address_that_was_made_up_changes_nothing(keeper, folder, asked):
    preview = upload(keeper, "Name\nRosa Delgado\n")["Location"].split("?")[0]
    keeper.post(f"{preview}?status={asked}", {"do": "import"})
    assert Person.objects.order_by("-id").first().state == "enquired"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("7700900123", "07700900123"),
        ("1134960123", "01134960123"),
        ("07700 900123", "07700 900123"),
        ("+447700900123", "+447700900123"),
        ("4915112345678", None),
    ],
)
def test_the_first_0_that_a_spreadsheet_dropped_is_put_back(keeper, folder, text, written, kept):
    preview = upload(keeper, f"Name,Mobile\nRosa Delgado,{written}\n")["Location"]
    shown = text(keeper.get(preview))
    put_back = "Row 2: the number under “Mobile” had lost its first 0. It is put back."
    assert (put_back in shown) is (kept not in (written, None))
    keeper.post(preview, {"do": "import"})
    found = list(Channel.objects.filter(kind="text"))
    assert [channel.address for channel in found] == ([kept] if kept else [])
