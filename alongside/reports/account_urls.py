"""Addresses of yearly accounts, for anybody: `account/` inside an organisation."""

from django.urls import path

from .views import account_data, account_replies, account_writing, accounts
from .views import taken_down_papers as taken_down

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
    path("<slug:year>/taken-down/", taken_down.replies),
    path("<slug:year>/taken-down/new/", taken_down.reply_new),
    path("<slug:year>/taken-down/<slug:code>/", taken_down.reply),
    path("<slug:year>/taken-down/<slug:code>/anew/", taken_down.reply_anew),
    path("<slug:year>/taken-down/<slug:code>/back/", taken_down.reply_back),
    path("<slug:year>/versions/<slug:number>/", accounts.version),
    path("<slug:year>/versions/<slug:number>/data.<slug:form>", account_data.version_file),
    path("<slug:year>/<slug:part>/data.<slug:form>", account_data.part_file),
]
