from django.urls import path

from .views import importing, register, trainings, turns
from .views.changing import CHANGES
from .views.places import on_register

PERSON = "people/<slug:code>/"
urlpatterns = [
    path("people/", register.people),
    path("people/new/", register.new),
    path("people/import/", importing.choose),
    path("people/import/<slug:token>/", importing.preview),
    path(PERSON, on_register(register.person)),
    path(f"{PERSON}register/", on_register(register.assign)),
    path(f"{PERSON}state/", on_register(register.state)),
    path(f"{PERSON}sign-in/", on_register(register.sign_in)),
    path(f"{PERSON}trainings/new/", on_register(turns.training_new)),
    path(f"{PERSON}trainings/<slug:done>/strike/", on_register(turns.training_strike)),
    path("settings/trainings/", trainings.trainings),
    path("settings/trainings/add/", trainings.add),
    path("settings/trainings/<slug:code>/", trainings.change),
    *(path(PERSON + route, on_register(view)) for route, view in CHANGES.items()),
]
