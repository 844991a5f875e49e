"""Addresses inside an organisation: for anyone, for whoever holds a code, for staff."""

from django.urls import path

from .views import answering, author, changes, importing, ledger, mine, public, reading, safeguarding, writing_down
from .views.places import followed, for_them

CODE, VOICE, CONCERN = "follow/<str:typed>/", "voices/<slug:code>/", "safeguarding/<slug:code>/"
urlpatterns = [
    path("say/", public.say),
    path("say/done/", public.done),
    path("follow/", public.enter),
    path(CODE, followed(mine.followed)),
    *(path(CODE + step, followed(view, form=True)) for step, view in author.ACTS.items()),
    path("heard/", public.heard),
    path("changes/<slug:code>/", changes.change),
    path("voices/", ledger.voices),
    path("voices/new/", writing_down.new),
    path("voices/reading/", reading.order),
    path("voices/import/", importing.choose),
    path("voices/import/<slug:token>/", importing.preview),
    path(VOICE, ledger.voice),
    *(path(VOICE + step, view) for step, view in (answering.ACTS | reading.ACTS).items()),
    *(path(VOICE + step, for_them(view)) for step, view in author.ACTS.items()),
    path("safeguarding/", safeguarding.queue),
    path("safeguarding/words/", safeguarding.phrases),
    path(CONCERN, safeguarding.concern),
    *(path(CONCERN + step, view) for step, view in safeguarding.ACTS.items()),
]
