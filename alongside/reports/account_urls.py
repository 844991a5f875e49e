"""Addresses of yearly accounts, for anybody: `account/` inside an organisation."""

from django.urls import path

from .views import account_data, account_replies, account_writing, accounts

urlpatterns = [
    path("", accounts.years),
    path("schema.json", account_data.schema),
    path("data/", account_data.meaning),
    path("<slug:year>/", accounts.account),
    path("<slug:year>/data.<slug:form>", account_data.year_file),
    path("<slug:year>/draft/", account_writing.draft),
    path("<slug:year>/write/", account_writing.write),
    path("<slug:year>/publish/", account_writing.publish),
    path("<slug:year>/reply/", account_replies.reply),
    path("<slug:year>/reply/show/", account_replies.show),
    path("<slug:year>/reply/back/", account_replies.take_back),
    path("<slug:year>/replies/", account_replies.replies),
    path("<slug:year>/replies/<slug:code>/hold/", account_replies.hold),
    path("<slug:year>/versions/<slug:number>/", accounts.version),
    path("<slug:year>/versions/<slug:number>/data.<slug:form>", account_data.version_file),
    path("<slug:year>/<slug:part>/data.<slug:form>", account_data.part_file),
]
