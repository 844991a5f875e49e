"""Addresses inside an organisation."""

from django.urls import path

from .views import figures

urlpatterns = [
    path("map/", figures.the_map),
    path("figures/", figures.the_figures),
]
