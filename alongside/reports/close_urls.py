"""Addresses of closes."""

from django.urls import path

from .views import close_page, closes, reopening, signers

urlpatterns = [
    path("periods/", closes.all_closes),
    path("periods/new/", closes.begin),
    path("periods/signers/", signers.all_signers),
    path("periods/signers/new/", signers.appoint),
    path("periods/signers/not-so/<slug:code>/", signers.not_so),
    path("periods/signers/<slug:code>/end/", signers.end),
    path("periods/<slug:period>/", close_page.the_close),
    path("periods/<slug:period>/check/", closes.check),
    path("periods/<slug:period>/again/", closes.again),
    path("periods/<slug:period>/sign/", closes.sign),
    path("periods/<slug:period>/decline/", closes.decline),
    path("periods/<slug:period>/reopen/", reopening.ask),
    path("periods/<slug:period>/reopen/agree/", reopening.agree),
    path("periods/<slug:period>/reopen/refuse/", reopening.refuse),
    path("periods/<slug:period>/reopen/drop/", reopening.drop),
    path("periods/<slug:period>/<int:version>/", close_page.the_close),
    path("periods/<slug:period>/<int:version>/close.json", close_page.as_json),
]
