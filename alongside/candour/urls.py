"""Addresses inside an organisation."""

from django.urls import path

from .co_audit_urls import CO_AUDITS
from .concern_urls import CONCERNS
from .views import accounts, bid_words, bids, claim_public, claims, clearing, instruments, limits, pulses, signs

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
    path("candour/bids/", bids.bids),
    path("candour/bids/new/", bids.make),
    path("candour/bids/words/", bid_words.words),
    path("candour/bids/words/set/", bid_words.set_words),
    path("candour/bids/<slug:code>/", bids.bid),
    path("candour/bids/<slug:code>/change/", bids.change),
    path("candour/bids/<slug:code>/asked/", bids.asked),
    path("candour/bids/<slug:code>/show/", bids.show),
    path("candour/bids/<slug:code>/for/", bids.for_them),
    path("candour/bids/<slug:code>/send/", bids.send),
    path("candour/bids/<slug:code>/drop/", bids.drop),
    path("candour/bids/<slug:code>/award/", bids.award),
    path("candour/bids/<slug:code>/look/<slug:look>/", bids.look),
    path("candour/bids/<slug:code>/sign/<int:n>/", bids.ask_to_sign),
    path("candour/totals/new/", instruments.write),
    path("candour/totals/<slug:code>/wrong/", instruments.wrong),
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
