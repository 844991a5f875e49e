"""Who takes part: one page, below the figures."""

from django.urls import path

from .views import make_up

urlpatterns = [path("", make_up.the_make_up)]
