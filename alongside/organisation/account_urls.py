"""Somebody's own account stands where they sign in. The sign-in library knows the page by two names of its own."""

from django.urls import URLPattern, URLResolver, path

from .views import account

urlpatterns: list[URLPattern | URLResolver] = [
    path("", account.account, name="account"),
    path("", account.account, name="mfa_index"),
    path("", account.account, name="mfa_list_webauthn"),
    path("name/", account.own_name, name="own_name"),
]
