from django.urls import path

from .views import about
from .views.changing import CHANGES
from .views.places import about_me

PERSON = "about/<slug:code>/"
urlpatterns = [
    path("about/", about.about),
    path(PERSON, about_me(about.person)),
    path(f"{PERSON}leave/", about_me(about.leave)),
    *(path(PERSON + route, about_me(view)) for route, view in CHANGES.items()),
]
