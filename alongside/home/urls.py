"""Addresses outside any organisation."""

from django.urls import path

from .views import people

urlpatterns = [
    path("me/about/<slug:code>/copy/", people.copy),
    path("me/about/<slug:code>/forget/", people.forget_me),
]
