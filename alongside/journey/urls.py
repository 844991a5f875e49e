"""Addresses inside an organisation. The road itself, which shows the two accounts too, stands in `home`."""

from django.urls import URLPattern, URLResolver, path

from .touch_urls import MOMENTS, STATEMENTS
from .views import aims, asking, entries, entries_for, stories

urlpatterns: list[URLPattern | URLResolver] = [
    path("ask/<slug:code>/", asking.ask),
    path("involvement/requests/<slug:code>/", asking.show),
    path("journey/entries/", entries.entries),
    path("journey/entries/write/", entries.write),
    path("journey/entries/take-down/", entries_for.take_down),
    path("journey/entries/<slug:code>/", entries.entry),
    path("journey/entries/<slug:code>/take-back/for/", entries_for.take_back),
    path("journey/entries/<slug:code>/change/", entries.change),
    path("journey/entries/<slug:code>/who/", entries.who),
    path("journey/entries/<slug:code>/take-back/", entries.take_back),
    path("journey/entries/<slug:code>/hold-back/", entries.hold_back),
    path("journey/questions/<slug:code>/<slug:stage>/", entries.put_away),
    path("journey/stories/", stories.rounds),
    path("journey/stories/open/", stories.open_round),
    path("journey/stories/told/<slug:code>/", stories.story),
    path("journey/stories/told/<slug:code>/take-back/", stories.take_back),
    path("journey/stories/told/<slug:code>/check/", stories.check),
    path("journey/stories/<slug:code>/", stories.show),
    path("journey/stories/<slug:code>/tell/", stories.tell),
    path("journey/stories/<slug:code>/choosing/", stories.start),
    path("journey/stories/<slug:code>/choose/<slug:group>/<slug:domain>/", stories.choose),
    path("journey/stories/<slug:code>/end/", stories.end),
    path("journey/aims/", aims.aims),
    path("journey/aims/write/", aims.write),
    path("journey/aims/<slug:code>/", aims.aim),
    path("journey/aims/<slug:code>/agree/", aims.agree),
    path("journey/aims/<slug:code>/say/<slug:says>/", aims.say),
    *MOMENTS,
    *STATEMENTS,
]
