"""Addresses inside an organisation."""

from django.urls import path

from .co_audit_urls import CO_AUDITS
from .concern_urls import CONCERNS
from .views import accounts, claim_public, claims, clearing, limits, pulses, signs

urlpatterns = [
    path("candour/", signs.year),
    path("candour/open/<slug:code>/", clearing.open_opportunity),
    path("candour/limits/", limits.limits),
    path("candour/limits/set/", limits.set_limits),
    path("candour/limits/not-so/<slug:code>/", limits.not_so),
    path("decisions/<slug:code>/signs/", signs.decision),
    path("candour/accounts/", accounts.year),
    path("candour/accounts/words/", accounts.choose_ladder),
    path("candour/activities/<slug:code>/", accounts.activity),
    path("pulse/", pulses.by_sheet),
    path("pulse/done/", pulses.after_sheet),
    path("pulses/<slug:code>/", pulses.answer),
    path("pulses/<slug:code>/back/", pulses.take_back),
    path("pulses/<slug:code>/sheets/", pulses.sheets),
    path("pulses/<slug:code>/phone/<slug:person>/", pulses.on_the_phone),
    path("candour/claims/", claims.claims),
    path("candour/claims/new/", claims.make),
    path("candour/claims/<slug:code>/", claims.claim),
    path("candour/claims/<slug:code>/change/", claims.change),
    path("candour/claims/<slug:code>/show/", claims.show),
    path("candour/claims/<slug:code>/end/", claims.end),
    path("candour/claims/<slug:code>/for/", claims.for_them),
    path("candour/claims/<slug:code>/reply/<slug:account>/", claims.reply),
    path("claims/", claim_public.claims),
    path("claims/<slug:code>/", claim_public.claim),
    path("claims/<slug:code>/claim.json", claim_public.as_data),
    *CONCERNS,
    *CO_AUDITS,
]
