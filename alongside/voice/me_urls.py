"""What somebody said, wherever they said it."""

from django.urls import path

from .views import author, mine
from .views.places import mine as own

SAID = "said/<slug:code>/"
urlpatterns = [
    path("said/", mine.everything),
    path(SAID, own(mine.said)),
    path(f"{SAID}read/", own(author.read)),
    *(path(SAID + step, own(view)) for step, view in author.ACTS.items()),
]
