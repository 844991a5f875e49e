"""Addresses of what services are like, and of the statements."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import moments, own_tellings, rating, reading_words, statements, tellings, tellings_for

BASE = "what-it-is-like/"
SERVICE = f"{BASE}<slug:unit>/"
MOMENT = f"{SERVICE}<slug:code>/"
MOMENTS: list[URLPattern | URLResolver] = [
    path(BASE, moments.index),
    path(f"{BASE}feelings/", moments.feelings),
    path(f"{BASE}told/", tellings.told),
    path(f"{BASE}code/", own_tellings.by_code),
    path(f"{BASE}gone/", own_tellings.gone),
    path(f"{BASE}words/", reading_words.to_read),
    path(f"{BASE}words/<slug:code>/", reading_words.read),
    path(f"{BASE}mine/<slug:code>/", own_tellings.mine),
    path(f"{BASE}mine/<slug:code>/take-back/", own_tellings.take_back),
    path(SERVICE, moments.service),
    path(f"{SERVICE}tell/", tellings.tell),
    path(f"{SERVICE}take-down/", tellings_for.take_down),
    path(f"{SERVICE}take-back/", tellings_for.take_back_for),
    path(f"{SERVICE}sheet/", tellings.sheet),
    path(f"{SERVICE}add/", moments.add),
    path(MOMENT, moments.moment),
    path(f"{MOMENT}move/", moments.move),
    path(f"{MOMENT}reword/", moments.reword),
    path(f"{MOMENT}end/", moments.end),
]
STATEMENTS: list[URLPattern | URLResolver] = [
    path("statements/", statements.index),
    path("statements/write/", statements.write),
    path("statements/ask/", rating.ask),
    path("statements/<slug:code>/", statements.statement),
    path("statements/<slug:code>/reword/", statements.reword),
    path("statements/<slug:code>/end/", statements.end),
    path("statements/<slug:code>/agree/", statements.agree),
    path("statements/<slug:code>/agree/for/", statements.agree_for),
    path("rate/<slug:code>/", rating.rate),
    path("rate/<slug:code>/sheet/", rating.sheet),
    path("rate/<slug:code>/type-in/", rating.type_in),
]
