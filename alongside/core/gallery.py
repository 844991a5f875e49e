"""Every component on one page, with its states, errors, emptiness, long words and right-to-left text."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from . import forms, pages, parts, tables
from .errors import Refused
from .keyset import Slice
from .models import Once

LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2
ARABIC = "أريد أن أعرف ماذا حدث بعد أن قلنا إن المبنى بارد جدًا"
TODAY = dt.date(2026, 11, 23)


class SampleForm(forms.Seen):
    name = forms.Line(label=_("What shall we call you?"), help_text=_("Any name will do."))
    words = forms.Words(label=_("Say it in your own words"), rows=4, limit=500)
    email = forms.Email(label=_("E-mail address"), required=False, autocomplete="email")
    phone = forms.Phone(label=_("Phone number"), required=False, autocomplete="tel")
    how = forms.Choice(
        label=_("How may we use your words?"),
        choices=[("inside", _("Only inside the organisation")), ("public", _("On our public page"))],
        hints={"public": _("Without your name, unless you ask us to credit you.")},
    )
    about = forms.Pick(label=_("What is it about?"), choices=[("bus", _("Transport")), ("food", _("Meals"))])
    help_with = forms.Ticks(
        label=_("What would help you to take part?"),
        choices=[("fares", _("Fares paid before")), ("loop", _("Hearing loop")), ("quiet", _("A quiet room"))],
        required=False,
    )
    day = forms.Day(label=_("When did it happen?"), required=False)
    time = forms.Time(label=_("At what time?"), required=False)
    people = forms.Number(label=_("How many people?"), required=False, most=500)
    cost = forms.Money(label=_("What did it cost you?"), required=False)
    file = forms.Upload(label=_("Anything you want to show us"), kinds=(".pdf", ".jpg"), required=False)
    told = forms.Tick(label=_("Tell me what came of it"))


class SampleTable(tables.Table):
    caption = "Things people said"
    personal = False
    empty = "Nobody has said anything yet."
    columns = (
        tables.Column("title", "What", link=lambda row: "#"),
        tables.Column("on", "Said on"),
        tables.Column("state", "State"),
        tables.Column("age", "Waiting"),
        tables.Column("people", "People", numeric=True),
    )

    def cell_state(self, row: Any) -> Any:
        return parts.state_tag(row.state, row.tone)

    def cell_age(self, row: Any) -> Any:
        return parts.age_band(row.age)


class PagedTable(SampleTable):
    """With filters, sorting and neighbouring pages, whatever the database holds."""

    caption = "The same, with filters and pages"
    default_sort = "-on"
    columns = (
        *SampleTable.columns[:1],
        tables.Column("on", "Said on", sort="at"),
        *SampleTable.columns[2:4],
        tables.Column("people", "People", numeric=True, sort="location"),
    )
    filters = (
        tables.Filter("state", "State", lambda rows, value: rows, choices=[("new", "New"), ("done", "Done")]),
        tables.Filter("team", "Team", lambda rows, value: rows, choices=[("housing", "Housing")]),
        tables.Filter("words", "Words in it", lambda rows, value: rows),
    )

    @property
    def pages(self) -> Slice:
        return Slice(sample_rows(), "before", "after")


def sample_rows() -> list[SimpleNamespace]:
    make = SimpleNamespace
    return [
        make(
            title="The minibus leaves before the group ends",
            on=dt.date(2026, 7, 2),
            state="No answer yet",
            tone="late",
            age=144,
            people=6,
        ),
        make(
            title="Could we see the menu a week before?",
            on=dt.date(2026, 10, 1),
            state="With Housing",
            tone="waiting",
            age=53,
            people=1,
        ),
        make(title=ARABIC, on=TODAY, state="New", tone="open", age=0, people=2),
        make(title=LONG, on=dt.date(2026, 9, 14), state="Done", tone="done", age=12, people=11),
    ]


def sample_moments() -> list[parts.Moment]:
    return [
        parts.Moment(dt.date(2026, 3, 2), "Put on the calendar", by="Board of trustees"),
        parts.Moment(
            dt.date(2026, 4, 20),
            "People were asked",
            "Eleven people met twice, with the papers a week before.",
            tone="open",
            url="#",
        ),
        parts.Moment(dt.date(2026, 5, 11), "Decided", "The day centre stays open on Saturdays.", tone="done"),
        parts.Moment(dt.date(2026, 6, 1), "No answer was given in time", tone="late"),
        parts.Moment(dt.date(2026, 12, 8), "People are told what came of it", coming=True, tone="waiting"),
    ]


def sample_bars() -> list[parts.Bar]:
    return [
        parts.Bar("Under six weeks", 14, level=1),
        parts.Bar("Six to twelve weeks", 6, level=2),
        parts.Bar("Twelve weeks or more", 3, level=3, url="#"),
    ]


def sample_shares() -> list[parts.Bar]:
    return [parts.Bar("Hiring", 9, of=12), parts.Bar("Money", 1, of=8), parts.Bar("Buildings", 0, of=3)]


def wrong_form() -> SampleForm:
    """As it comes back after a bad post."""
    bad = QueryDict(mutable=True)
    bad.update(
        {
            "name": "",
            "words": "word " * 110,
            "email": "mina at example",
            "phone": "12",
            "how": "",
            "about": "bus",
            "day": "31 February",
            "people": "many",
            "cost": "12.345",
        }
    )
    form = SampleForm(bad, auto_id="bad_%s")
    form.focus = False
    return form


def gallery(request: HttpRequest) -> HttpResponse:
    request.GET = QueryDict()
    context = {
        "title": "How it looks",
        "back": ("Back", "/"),
        "nav": [
            (label, "#", label == "Voices")
            for label in ("Desk", "Decisions", "Voices", "People", "Involvement", "Map", "Journey", "Settings")
        ],
        "acting": ("Mina Okafor, coordinator", "#"),
        "sample": SampleForm(),
        "wrong": wrong_form(),
        "list": SampleTable(request, sample_rows()),
        "paged": PagedTable(request, Once.objects.none()),
        "nothing": SampleTable(request, [], first=("Say something", "#")),
        "moments": sample_moments(),
        "ages": sample_bars(),
        "shares": sample_shares(),
        "rows": [("Name", "Mina Okafor"), ("Decided on", TODAY, "#", "Change"), ("Note", ""), ("Long", LONG)],
        "tones": list(zip(["Open", "Waiting", "Done", "Refused", "Late", "Draft"], parts.TONES, strict=True)),
        "words": "I asked in March.\n\nNobody came back to me. If you want us to keep coming, tell us.",
        "arabic": ARABIC,
        "long": LONG,
        "today": TODAY,
        "now": dt.datetime(2026, 11, 23, 14, 30, tzinfo=dt.UTC),
    }
    return pages.page(request, "core/gallery.html", context)


def form_page(request: HttpRequest) -> HttpResponse:
    form = SampleForm.of(request, seen=3)

    def act(data: dict[str, Any]) -> str:
        if data["name"] == "no":
            raise Refused(_("That name is taken. Choose another one."), field="name")
        if data["seen"] != 3:
            raise Refused(_("Somebody changed this while you wrote. Look at it again, then send."), field="seen")
        return reverse("gallery")

    done = pages.submit(request, form, act, then=str, note=_("Saved. We write to you within five working days."))
    return done or pages.page(request, "core/gallery_form.html", {"title": _("Say something"), "form": form})


def confirm(request: HttpRequest) -> HttpResponse:
    form = forms.Form.of(request)
    back = (_("Back"), reverse("gallery"))
    done = pages.submit(request, form, lambda data: None, then=back[1], note=_("You have left. No reason needed."))
    context = {
        "title": _("Do you want to leave this group?"),
        "text": _("You do not need a reason. Nobody will ask for one."),
        "form": form,
        "button": _("Yes, leave"),
        "danger": True,
        "back": back,
    }
    return done or pages.page(request, "core/confirm.html", context)


def refused(request: HttpRequest) -> HttpResponse:
    reason = _("This place was taken back yesterday. Ask your coordinator for another one.")
    context = {"reason": reason, "back": (_("Back"), reverse("gallery"))}
    return pages.page(request, "core/refused.html", context, status=409)
