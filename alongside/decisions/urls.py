from django.urls import URLPattern, URLResolver, path

from .views import calendar, importing, keeping, raising

urlpatterns: list[URLPattern | URLResolver] = [
    path("decisions/", calendar.decisions),
    path("decisions/new/", keeping.new),
    path("decisions/raise/", raising.ask),
    path("decisions/exceptions/", calendar.exceptions),
    path("decisions/import/", importing.choose),
    path("decisions/import/<slug:token>/", importing.preview),
    path("decisions/<slug:code>/change/", keeping.change),
    path("decisions/<slug:code>/drop/", keeping.drop),
    path("decisions/<slug:code>/reopen/", keeping.reopen),
]
