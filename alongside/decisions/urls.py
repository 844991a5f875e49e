from django.urls import URLPattern, URLResolver, path

from .views import bodies, calendar, elections, importing, keeping, raising, seats, seats_then, standing, voting

SEAT = "seats/<slug:code>/<slug:seat>/"
ELECTION = "seats/elections/<slug:code>/"
CANDIDATE = f"{ELECTION}candidates/<slug:candidate>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("decisions/", calendar.decisions),
    path("decisions/new/", keeping.new),
    path("decisions/raise/", raising.ask),
    path("decisions/exceptions/", calendar.exceptions),
    path("decisions/import/", importing.choose),
    path("decisions/import/<slug:token>/", importing.preview),
    path("decisions/<slug:code>/change/", keeping.change),
    path("decisions/<slug:code>/drop/", keeping.drop),
    path("seats/", bodies.seats),
    path("seats/new/", bodies.new),
    path("seats/waivers/", bodies.waivers),
    path("seats/lived/", seats_then.lived),
    path("seats/terms/", seats_then.terms),
    path(ELECTION, elections.election),
    path(f"{ELECTION}off/", elections.off),
    path(f"{ELECTION}count/", elections.count),
    path(f"{ELECTION}ballots.csv", elections.ballots),
    path(f"{ELECTION}stand/", standing.stand),
    path(f"{ELECTION}forward/", standing.forward),
    path(f"{ELECTION}ask/", standing.ask),
    path(f"{CANDIDATE}answer/", standing.answer),
    path(f"{CANDIDATE}words/", standing.words),
    path(f"{CANDIDATE}withdraw/", standing.withdraw),
    path(f"{CANDIDATE}take/", standing.take),
    path(f"{ELECTION}vote/", voting.vote),
    path(f"{ELECTION}paper/", voting.paper),
    path(f"{ELECTION}paper/ballot/", voting.paper_ballot),
    path(f"{ELECTION}paper/<slug:person>/back/", voting.paper_back),
    path("seats/<slug:code>/", bodies.body),
    path("seats/<slug:code>/elect/", elections.call),
    path("seats/<slug:code>/change/", bodies.change),
    path("seats/<slug:code>/seat/", bodies.add_seats),
    path(SEAT, seats.seat),
    path(f"{SEAT}fill/", seats.fill),
    path(f"{SEAT}close/", seats.close),
    path(f"{SEAT}terms/<slug:term>/end/", seats.end),
    path(f"{SEAT}terms/<slug:term>/name/", seats.name_out),
]
