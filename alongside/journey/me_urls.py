"""Addresses of what is one's own, across organisations."""

from django.urls import URLPattern, URLResolver, path

from .views import entries

urlpatterns: list[URLPattern | URLResolver] = [path("journey/", entries.mine)]
