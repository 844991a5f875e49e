"""What somebody who was there is asked to sign."""

from django.urls import path

from .views import signing

urlpatterns = [
    path("claims/", signing.everything),
    path("claims/<slug:code>/", signing.asked),
    path("claims/<slug:code>/sign/", signing.sign),
    path("claims/<slug:code>/no/", signing.decline),
    path("claims/<slug:code>/not-true/", signing.dispute),
    path("claims/<slug:code>/take-back/", signing.take_back),
    path("claims/<slug:code>/reply/<slug:account>/", signing.reply),
]
