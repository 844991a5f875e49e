"""Signing in. The names are those that the sign-in library asks for; its other pages do not exist here."""

from allauth.account.views import logout
from allauth.mfa.webauthn.views import login_webauthn
from django.urls import URLPattern, URLResolver, path

from . import views

ask = views.AskForCode.as_view()

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", ask, name="account_login"),
    path("login/", ask, name="account_request_login_code"),
    path("login/code/", views.WriteCode.as_view(), name="account_confirm_login_code"),
    path("logout/", logout, name="account_logout"),
    path("signup/", views.signup_closed, name="account_signup"),
    path("inactive/", views.inactive, name="account_inactive"),
    path("passkeys/login/", login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/add/", views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", views.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
