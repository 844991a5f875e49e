"""Addresses inside an organisation that show several rooms."""

from django.urls import path

from .views import decisions, owed, people, public, records

urlpatterns = [
    path("", public.organisation),
    path("owed/", owed.owed),
    path("desk/", owed.desk),
    path("board/", owed.board),
    path("decisions/<slug:code>/", decisions.decision),
    path("people/<slug:code>/story/", people.story),
    path("people/<slug:code>/forget/", people.forget_for_them),
    path("record/", records.record),
    path("outbox/", records.outbox),
    path("outbox/<slug:code>/", records.told),
]
