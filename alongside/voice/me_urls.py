"""What somebody said, wherever they said it."""

from django.urls import path

from .views import attaching, author, mine, showing, tracing
from .views.places import mine as own

SAID = "said/<slug:code>/"
urlpatterns = [
    path("said/", mine.everything),
    path(SAID, own(mine.said, whole=False)),
    path(f"{SAID}read/", own(author.read)),
    path(f"{SAID}trace/", own(tracing.own, whole=False)),
    *(path(SAID + step, own(view)) for step, view in (author.ACTS | showing.ACTS).items()),
    *(path(SAID + step, own(view)) for step, view in (attaching.ACTS | attaching.OWN).items()),
]
