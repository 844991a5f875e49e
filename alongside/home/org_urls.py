"""Addresses inside an organisation that show several rooms."""

from django.urls import path

from .views import by_hand, decisions, first_steps, journey, owed, own_record, people, public, records

urlpatterns = [
    path("", public.organisation),
    path("first-steps/", first_steps.first),
    path("owed/", owed.owed),
    path("desk/", owed.desk),
    path("board/", owed.board),
    path("journey/", journey.road),
    path("decisions/<slug:code>/", decisions.decision),
    path("people/<slug:code>/story/", people.story),
    path("people/<slug:code>/forget/", people.forget_for_them),
    path("record/", records.record),
    path("record-check/", own_record.check),
    path("outbox/", records.outbox),
    path("outbox/calls/", by_hand.calls),
    path("outbox/calls/<slug:code>/", by_hand.call),
    path("outbox/letters/", by_hand.letters),
    path("outbox/letters/print/", by_hand.letters_print),
    path("outbox/<slug:code>/", records.told),
    path("outbox/<slug:code>/came-back/", by_hand.letter_returned),
    path("owed/how-often/", by_hand.how_often),
]
