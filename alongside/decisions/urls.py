from django.urls import URLPattern, URLResolver, path

from .views import bodies, calendar, importing, keeping, raising, seats

SEAT = "seats/<slug:code>/<slug:seat>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("decisions/", calendar.decisions),
    path("decisions/new/", keeping.new),
    path("decisions/raise/", raising.ask),
    path("decisions/exceptions/", calendar.exceptions),
    path("decisions/import/", importing.choose),
    path("decisions/import/<slug:token>/", importing.preview),
    path("decisions/<slug:code>/change/", keeping.change),
    path("decisions/<slug:code>/drop/", keeping.drop),
    path("seats/", bodies.seats),
    path("seats/new/", bodies.new),
    path("seats/waivers/", bodies.waivers),
    path("seats/<slug:code>/", bodies.body),
    path("seats/<slug:code>/change/", bodies.change),
    path("seats/<slug:code>/seat/", bodies.add_seats),
    path(SEAT, seats.seat),
    path(f"{SEAT}fill/", seats.fill),
    path(f"{SEAT}close/", seats.close),
    path(f"{SEAT}terms/<slug:term>/end/", seats.end),
    path(f"{SEAT}terms/<slug:term>/name/", seats.name_out),
]
