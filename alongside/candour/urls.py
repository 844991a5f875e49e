"""Addresses inside an organisation."""

from django.urls import path

from .views import limits, signs

urlpatterns = [
    path("candour/", signs.year),
    path("candour/limits/", limits.limits),
    path("candour/limits/set/", limits.set_limits),
    path("candour/limits/not-so/<slug:code>/", limits.not_so),
    path("decisions/<slug:code>/signs/", signs.decision),
]
