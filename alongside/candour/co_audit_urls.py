"""Addresses of co-audits."""

from django.urls import path

from .views import co_auditing, co_audits

ONE = "co-audits/<slug:code>/"
CO_AUDITS = [
    path("co-audits/", co_audits.listed),
    path("co-audits/new/", co_audits.new),
    path("co-audits/told/<slug:code>/", co_audits.told),
    path(ONE, co_audits.one),
    path(f"{ONE}proof.json", co_audits.proof),
    *(path(ONE + step, view) for step, view in co_auditing.ACTS.items()),
    path(f"{ONE}records/<slug:record>/", co_auditing.record),
    path(f"{ONE}records/<slug:record>/show/", co_auditing.show),
]
