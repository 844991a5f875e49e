"""Every address. Words the product uses itself come first, so that no organisation can stand in their way."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    *([path("", include("alongside.demo.urls"))] if settings.DEMONSTRATION else []),
    path("", include("alongside.home.urls")),
    path("accounts/", include("alongside.accounts.urls")),
    path("accounts/", include("alongside.organisation.account_urls")),
    *([path("design/", include("alongside.core.urls"))] if settings.DEBUG else []),
    path("me/", include("alongside.people.me_urls")),
    path("me/", include("alongside.involvement.me_urls")),
    path("me/", include("alongside.voice.me_urls")),
    path("me/", include("alongside.journey.me_urls")),
    path("me/", include("alongside.candour.me_urls")),
    path("<slug:org>/", include("alongside.decisions.urls")),
    path("<slug:org>/", include("alongside.people.urls")),
    path("<slug:org>/", include("alongside.involvement.urls")),
    path("<slug:org>/", include("alongside.voice.urls")),
    path("<slug:org>/", include("alongside.journey.urls")),
    path("<slug:org>/", include("alongside.candour.urls")),
    path("<slug:org>/", include("alongside.reports.urls")),
    path("<slug:org>/", include("alongside.organisation.urls")),
    path("<slug:org>/", include("alongside.home.org_urls")),
]
handler404 = "alongside.config.errors.not_here"
handler429 = "alongside.config.errors.too_often"  # asked for by the sign-in library
handler500 = "alongside.config.errors.broken"
