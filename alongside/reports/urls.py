"""Addresses inside an organisation."""

from django.urls import include, path

from .close_urls import urlpatterns as closes
from .views import evidence, figures, late, pack_asks, pack_pieces, packs, ways, write_ups
from .views import taken_down_papers as taken_down

urlpatterns = [
    *closes,
    path("account/", include("alongside.reports.account_urls")),
    path("decisions/<slug:code>/outcome/", late.outcome),
    path("sessions/<slug:code>/attendance/", late.attendance),
    path("reports/", ways.reports),
    path("map/", figures.the_map),
    path("figures/", figures.the_figures),
    path("figures/make-up/", include("alongside.reports.make_up_urls")),
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
    path("packs/", packs.all_packs),
    path("packs/pieces/", pack_pieces.pieces),
    path("packs/pieces/<slug:code>/", pack_pieces.look_after),
    path("packs/<slug:period>/", packs.pack),
    path("packs/<slug:period>/pack.pdf", packs.pdf),
    path("packs/<slug:period>/issue/", packs.issue),
    path("packs/<slug:period>/since/", packs.since),
    path("packs/<slug:period>/piece/", pack_pieces.piece),
    path("packs/<slug:period>/piece/ready/", pack_pieces.ready),
    path("packs/<slug:period>/piece/back/", pack_pieces.back),
    path("packs/<slug:period>/taken-down/", taken_down.pieces),
    path("packs/<slug:period>/taken-down/new/", taken_down.piece_new),
    path("packs/<slug:period>/taken-down/<slug:code>/", taken_down.piece),
    path("packs/<slug:period>/taken-down/<slug:code>/anew/", taken_down.piece_anew),
    path("packs/<slug:period>/taken-down/<slug:code>/back/", taken_down.piece_back),
    path("packs/<slug:period>/asks/new/", pack_asks.new),
    path("packs/<slug:period>/asks/<slug:code>/", pack_asks.ask),
    path("packs/<slug:period>/asks/<slug:code>/change/", pack_asks.change),
    path("packs/<slug:period>/asks/<slug:code>/leave-out/", pack_asks.leave_out),
    path("packs/<slug:period>/asks/<slug:code>/came/", pack_asks.came),
    path("packs/<slug:period>/<slug:part>/", packs.part),
]
