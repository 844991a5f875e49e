from django.urls import path

from . import views

urlpatterns = [
    path("", views.first),
    path("demo/", views.landing),
    path("become/nobody/", views.nobody),
    path("become/<slug:code>/", views.become),
]
