"""Addresses inside an organisation."""

from django.urls import include, path

from .views import evidence, figures, write_ups

urlpatterns = [
    path("account/", include("alongside.reports.account_urls")),
    path("map/", figures.the_map),
    path("figures/", figures.the_figures),
    path("evidence/", evidence.index),
    path("evidence/add/", evidence.add),
    path("evidence/<slug:slug>/", evidence.pack),
    path("evidence/<slug:slug>/file/", evidence.file),
    path("evidence/<slug:slug>/remove/", evidence.remove),
    path("write-ups/", write_ups.write_ups),
    path("write-ups/<slug:code>/", write_ups.write_up),
    path("write-ups/<slug:code>/ready/", write_ups.ready),
    path("write-ups/<slug:code>/back/", write_ups.back),
    path("write-ups/<slug:code>/<slug:point>/", write_ups.write),
    path("write-ups/<slug:code>/<slug:point>/back/", write_ups.take_back),
]
