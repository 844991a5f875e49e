from django.urls import path

from .views import equality_setting, importing, inviting, policies, register, staff_trainings, trainings, turns
from .views.changing import CHANGES
from .views.places import on_register

PERSON = "people/<slug:code>/"
urlpatterns = [
    path("policies/", policies.policies),
    path("policies/<slug:code>/", policies.policy),
    path("people/", register.people),
    path("people/new/", register.new),
    path("people/sign-in/", inviting.invite),
    path("people/import/", importing.choose),
    path("people/import/<slug:token>/", importing.preview),
    path("people/equality/", equality_setting.type_in),
    path("people/equality/sheets/", equality_setting.sheets),
    path(PERSON, on_register(register.person)),
    path(f"{PERSON}register/", on_register(register.assign)),
    path(f"{PERSON}state/", on_register(register.state)),
    path(f"{PERSON}sign-in/", on_register(register.sign_in)),
    path(f"{PERSON}policies/", on_register(policies.of_person)),
    path(f"{PERSON}policies/<slug:policy>/", on_register(policies.read_for)),
    path(f"{PERSON}trainings/new/", on_register(turns.training_new)),
    path(f"{PERSON}trainings/<slug:done>/strike/", on_register(turns.training_strike)),
    path("settings/equality/", equality_setting.questions),
    path("settings/equality/add/", equality_setting.add),
    path("settings/equality/starters/", equality_setting.starters),
    path("settings/equality/<slug:code>/", equality_setting.change),
    path("settings/equality/<slug:code>/population/", equality_setting.population),
    path("settings/trainings/", trainings.trainings),
    path("settings/trainings/add/", trainings.add),
    path("settings/trainings/staff/", staff_trainings.staff),
    path("settings/trainings/staff/new/", staff_trainings.new),
    path("settings/trainings/staff/<slug:code>/strike/", staff_trainings.strike),
    path("settings/trainings/<slug:code>/", trainings.change),
    *(path(PERSON + route, on_register(view)) for route, view in CHANGES.items()),
]
