"""Addresses of concerns about involvement: for anybody, for a code, for the reader, for who appoints."""

from django.urls import path

from .views import concern_contacts, concern_following, concern_reading, concerns

CONCERNS = [
    path("concerns/", concerns.hub),
    path("concerns/raise/", concerns.raise_one),
    path("concerns/raise/for/", concerns.raise_for),
    path("concerns/raise/done/", concerns.done),
    path("concerns/told/", concerns.told),
    path("concerns/told/<slug:code>/", concerns.told_one),
    path("concerns/told/<slug:code>/reply/", concerns.reply),
    path("concerns/follow/", concerns.enter),
    *(path("concerns/follow/<str:typed>/" + step, view) for step, view in concern_following.PAGES.items()),
    path("concerns/read/", concern_reading.listed),
    *(path("concerns/read/<slug:code>/" + step, view) for step, view in concern_reading.PAGES.items()),
    path("concerns/contacts/", concern_contacts.contacts),
    path("concerns/contacts/terms/", concern_contacts.terms),
    path("concerns/contacts/new/", concern_contacts.appoint),
    path("concerns/contacts/not-so/<slug:code>/", concern_contacts.not_so),
    path("concerns/contacts/<slug:code>/end/", concern_contacts.end),
]
