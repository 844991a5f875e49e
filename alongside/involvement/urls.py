from django.urls import URLPattern, URLResolver, path

from .views import afterwards, arrangements, asking, features, index, interest, opportunities, papers, places, sessions

A_REQUEST = "involvement/requests/<slug:code>/"
AN_OPPORTUNITY = "involvement/opportunities/<slug:code>/"
A_SESSION = "sessions/<slug:code>/"
AN_ARRANGEMENT = "sessions/<slug:code>/arrangements/<slug:arrangement>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("involvement/", index.index),
    path("involvement/requests/", index.requests),
    path("involvement/opportunities/", index.opportunities),
    path("ask/", asking.choose),
    path("ask/<slug:code>/", asking.ask),
    path(A_REQUEST, asking.show),
    path(f"{A_REQUEST}accept/", asking.accept),
    path(f"{A_REQUEST}refuse/", asking.refuse),
    path(f"{A_REQUEST}withdraw/", asking.withdraw),
    path(f"{A_REQUEST}write/", opportunities.write),
    path(AN_OPPORTUNITY, opportunities.show),
    path(f"{AN_OPPORTUNITY}change/", opportunities.change),
    path(f"{AN_OPPORTUNITY}session/", sessions.set_session),
    path(f"{AN_OPPORTUNITY}interest/", interest.find),
    path(f"{AN_OPPORTUNITY}interest/<slug:person>/", interest.write_down),
    path(f"{AN_OPPORTUNITY}interest/<slug:person>/back/", interest.write_back),
    path(f"{AN_OPPORTUNITY}interest/<slug:person>/conflict/", features.conflict),
    path(f"{AN_OPPORTUNITY}questions/", features.index),
    path(f"{AN_OPPORTUNITY}questions/add/", features.add),
    path(f"{AN_OPPORTUNITY}questions/<slug:feature>/", features.change),
    path(f"{AN_OPPORTUNITY}questions/<slug:feature>/remove/", features.remove),
    path(f"{AN_OPPORTUNITY}offer/<slug:person>/", places.offer),
    path(f"{AN_OPPORTUNITY}<slug:name>/", opportunities.step),
    path("open/", interest.open_list),
    path("open/<slug:code>/", interest.advert),
    path("open/<slug:code>/interested/", interest.say),
    path("open/<slug:code>/back/", interest.take_back),
    path("places/<slug:code>/", places.show),
    path("places/<slug:code>/take-back/", places.take_back),
    path("places/<slug:code>/<slug:name>/", places.step),
    path(A_SESSION, sessions.show),
    path(f"{A_SESSION}change/", sessions.change),
    path(f"{A_SESSION}cancel/", sessions.cancel),
    path(f"{A_SESSION}agenda/", sessions.agenda),
    path(f"{A_SESSION}papers/", papers.add),
    path(f"{A_SESSION}papers/sent/", papers.sent),
    path(f"{A_SESSION}arrangements/", arrangements.add),
    path(AN_ARRANGEMENT, arrangements.show),
    path(f"{AN_ARRANGEMENT}<slug:name>/", arrangements.step),
    path(f"{A_SESSION}attendance/", afterwards.attendance),
    path(f"{A_SESSION}check-in/", afterwards.check_in),
    path(f"{A_SESSION}debrief/", afterwards.debrief),
    path("papers/<slug:code>/", papers.download),
    path("papers/<slug:code>/remove/", papers.remove),
    path("decisions/<slug:code>/outcome/", afterwards.outcome),
]
