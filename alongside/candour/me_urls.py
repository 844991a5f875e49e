"""What somebody who was there is asked to sign, and which bids speak of somebody who was asked."""

from django.urls import path

from .views import my_bids, signing

urlpatterns = [
    path("bids/", my_bids.everything),
    path("bids/<slug:code>/", my_bids.asked),
    path("bids/<slug:code>/so/", my_bids.so),
    path("bids/<slug:code>/not-so/", my_bids.not_so),
    path("bids/<slug:code>/take-back/", my_bids.take_back),
    path("claims/", signing.everything),
    path("claims/<slug:code>/", signing.asked),
    path("claims/<slug:code>/sign/", signing.sign),
    path("claims/<slug:code>/no/", signing.decline),
    path("claims/<slug:code>/not-true/", signing.dispute),
    path("claims/<slug:code>/take-back/", signing.take_back),
    path("claims/<slug:code>/reply/<slug:account>/", signing.reply),
]
