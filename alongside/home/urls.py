"""Addresses outside any organisation."""

from django.urls import path

from . import start_views
from .views import calendars, mine, own_record, people

urlpatterns = [
    path("me/", mine.me),
    path("me/took-part/", mine.took_part),
    path("me/record/", own_record.choose_register),
    path("me/record/<slug:code>/", own_record.record),
    path("me/calendar/", calendars.calendars),
    path("me/calendar/<str:secret>.ics", calendars.feed),
    path("me/calendar/<slug:calendar>/", calendars.make),
    path("me/calendar/<slug:calendar>/stop/", calendars.stop),
    path("", start_views.first, name="first"),
    path("start/", start_views.start, name="start"),
    path("me/about/<slug:code>/copy/", people.copy),
    path("me/about/<slug:code>/forget/", people.forget_me),
]
