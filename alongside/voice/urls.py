"""Addresses inside an organisation: for anyone, for whoever holds a code, for staff."""

from django.urls import path

from .views import (
    answering,
    asking_many,
    author,
    changes,
    holding,
    importing,
    ledger,
    mine,
    public,
    reading,
    safeguarding,
    shaping,
    together,
    tracing,
    writing_down,
)
from .views.places import followed, for_them

CODE, VOICE, CONCERN = "follow/<str:typed>/", "voices/<slug:code>/", "safeguarding/<slug:code>/"
CHANGE, DECISION = "changes/<slug:code>/", "decisions/<slug:code>/"
GROUND = "voices/together/<slug:code>/"
urlpatterns = [
    path("say/", public.say),
    path("say/done/", public.done),
    path("follow/", public.enter),
    path(CODE, followed(mine.followed, whole=False)),
    *(path(CODE + step, followed(view, form=True)) for step, view in author.ACTS.items()),
    path("heard/", public.heard),
    path(f"{CODE}trace/", followed(tracing.own, whole=False)),
    path("changes/", changes.changes),
    path(CHANGE, changes.change),
    path(f"{CHANGE}trace/", tracing.of_change),
    *(path(CHANGE + step, view) for step, view in holding.ACTS.items()),
    path(f"{DECISION}trace/", tracing.of_decision),
    path(f"{DECISION}shaped/", shaping.shaped),
    path("together/<slug:code>/", together.answer),
    path("together/<slug:code>/add/", together.add),
    path("together/<slug:code>/so-far/", together.so_far),
    path("together/<slug:code>/take-back/<slug:statement>/", together.take_back),
    path("voices/together/", asking_many.grounds),
    path("voices/together/new/", asking_many.new),
    path(GROUND, asking_many.ground),
    path(f"{GROUND}statements/<slug:statement>/", asking_many.statement),
    path(f"{GROUND}sheet/", asking_many.sheet),
    path(f"{GROUND}type-in/", asking_many.type_in),
    path(f"{GROUND}close/", asking_many.close),
    path(f"{GROUND}numbers.csv", asking_many.as_csv),
    path(f"{GROUND}numbers.xlsx", asking_many.as_xlsx),
    path("voices/", ledger.voices),
    path("voices/new/", writing_down.new),
    path("voices/reading/", reading.order),
    path("voices/import/", importing.choose),
    path("voices/import/<slug:token>/", importing.preview),
    path(VOICE, ledger.voice),
    *(path(VOICE + step, view) for step, view in (answering.ACTS | reading.ACTS).items()),
    *(path(VOICE + step, for_them(view)) for step, view in author.ACTS.items()),
    path(f"{VOICE}trace/", for_them(tracing.own, whole=False)),
    path("safeguarding/", safeguarding.queue),
    path("safeguarding/words/", safeguarding.phrases),
    path(CONCERN, safeguarding.concern),
    *(path(CONCERN + step, view) for step, view in safeguarding.ACTS.items()),
]
