"""Mounted by config in development only."""

from django.urls import path

from . import gallery

urlpatterns = [
    path("", gallery.gallery, name="gallery"),
    path("form/", gallery.form_page, name="gallery_form"),
    path("confirm/", gallery.confirm, name="gallery_confirm"),
    path("refused/", gallery.refused, name="gallery_refused"),
]
