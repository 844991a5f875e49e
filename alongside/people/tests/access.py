"""Who may open each page of the register, and of a person about themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from alongside.organisation.tests.access_function import a_policy
from alongside.people import services
from alongside.people.models import AccessNeed, EqualityQuestion, Offer, Training, TrainingDone
from alongside.people.views.changing import CHANGES
from tests.cast import Cast
from tests.house.access import EVERYBODY, MEMBERS, Access
from tests.make import days

KEEPER = frozenset({"coordinator"})
SIGNED_IN = EVERYBODY - {"public"}


def of_cora(start: Callable[[Cast], str], rest: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        cora = cast.people["cora"]
        need = AccessNeed.objects.create(person=cora, kind="send", words="Large print")
        offer = Offer.objects.create(person=cora, kind="skill", words="Listening")
        training, _made = Training.objects.get_or_create(organisation=cast.org, name="Panels")
        done = TrainingDone.objects.create(person=cora, training=training, done_on=days(-number_of(TrainingDone)))
        filled = rest.replace("<slug:kind>", "email").replace("<slug:purpose>", "credit")
        filled = filled.replace("<slug:need>", need.code).replace("<slug:offer>", offer.code)
        filled = filled.replace("<slug:done>", done.code)
        if "<slug:question>" in filled:
            filled = filled.replace("<slug:question>", asked(cast).code)
        return f"{start(cast)}{cora.code}/{filled}"

    return url


def number_of(model: type[Any]) -> int:
    return int(model._default_manager.count())


def asked(cast: Cast) -> EqualityQuestion:
    return services.add_equality_question(
        name=f"Sex {number_of(EqualityQuestion)}",
        text="What is your sex?",
        choices=["Female", "Male"],
        by=cast.actor("coordinator"),
    )


def of_question(rest: str = "") -> Callable[[Cast], str]:
    return lambda cast: f"/{cast.org.slug}/settings/equality/{rest.replace('<slug:code>', asked(cast).code)}"


def staff_did(rest: str) -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        training = Training.objects.create(organisation=cast.org, name=f"Panels {number_of(Training)}")
        done = services.note_staff_training(
            user=cast.users["staff"], training=training, done_on=days(-3), by=cast.actor("coordinator")
        )
        return f"/{cast.org.slug}/settings/trainings/staff/{rest.replace('<slug:code>', done.code)}"

    return url


def of_training(rest: str = "") -> Callable[[Cast], str]:
    def url(cast: Cast) -> str:
        training, _made = Training.objects.get_or_create(organisation=cast.org, name="Panels")
        return f"/{cast.org.slug}/settings/trainings/{rest.replace('<slug:code>', training.code)}"

    return url


def on_register(cast: Cast) -> str:
    return f"/{cast.org.slug}/people/"


def about_me(cast: Cast) -> str:
    return "/me/about/"


def uploaded(cast: Cast) -> str:
    file = SimpleUploadedFile("list.csv", b"Name\nRosa Delgado\n")
    token = importing.keep(file, kind="people", by=cast.actor("coordinator")).token
    return f"{on_register(cast)}import/{token}/"


KEPT = ("register/", "state/", "sign-in/", "trainings/new/", "trainings/<slug:done>/strike/")
REGISTER = "<slug:org>/people/"
ME = "me/about/"
ACCESS = [
    Access(REGISTER, on_register, KEEPER),
    Access(f"{REGISTER}new/", lambda cast: f"{on_register(cast)}new/", KEEPER),
    Access(f"{REGISTER}import/", lambda cast: f"{on_register(cast)}import/", KEEPER),
    Access(f"{REGISTER}import/<slug:token>/", uploaded, KEEPER),
    *(Access(f"{REGISTER}<slug:code>/{rest}", of_cora(on_register, rest), KEEPER) for rest in ("", *KEPT, *CHANGES)),
    *(
        Access(f"<slug:org>/settings/trainings/{rest}", of_training(rest), {"coordinator", "administrator"})
        for rest in ("", "add/", "<slug:code>/")
    ),
    *(
        Access(f"<slug:org>/settings/equality/{rest}", of_question(rest), {"coordinator", "administrator"})
        for rest in ("", "add/", "starters/", "<slug:code>/", "<slug:code>/population/")
    ),
    Access("<slug:org>/policies/", lambda cast: f"/{cast.org.slug}/policies/", MEMBERS),
    Access(
        "<slug:org>/policies/<slug:code>/", lambda cast: f"/{cast.org.slug}/policies/{a_policy(cast).code}/", MEMBERS
    ),
    Access(f"{REGISTER}<slug:code>/policies/", of_cora(on_register, "policies/"), KEEPER),
    Access(
        f"{REGISTER}<slug:code>/policies/<slug:policy>/",
        lambda cast: f"{on_register(cast)}{cast.people['cora'].code}/policies/{a_policy(cast).code}/",
        KEEPER,
    ),
    *(
        Access(
            f"<slug:org>/settings/trainings/staff/{rest}",
            staff_did(rest),
            {"coordinator", "administrator"},
        )
        for rest in ("", "new/", "<slug:code>/strike/")
    ),
    Access(f"{REGISTER}sign-in/", lambda cast: f"{on_register(cast)}sign-in/", KEEPER),
    Access(f"{REGISTER}equality/", lambda cast: f"{on_register(cast)}equality/", KEEPER),
    Access(f"{REGISTER}equality/sheets/", lambda cast: f"{on_register(cast)}equality/sheets/", KEEPER),
    Access(ME, about_me, SIGNED_IN, sign_in=True),
    *(
        Access(f"{ME}<slug:code>/{rest}", of_cora(about_me, rest), {"cora"}, sign_in=True)
        for rest in ("", "leave/", *CHANGES)
    ),
]
