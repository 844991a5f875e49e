"""How an organisation is set up: for coordinators and administrators. Posts: for whoever reads the figures, too."""

from django.urls import URLPattern, URLResolver, path

from .views import away, function, keys, kinds, policies, posts, roles, settings, units

urlpatterns: list[URLPattern | URLResolver] = [
    path("away/", away.away, name="away"),
    path("away/<slug:code>/end/", away.end, name="away_end"),
    path("key/", keys.keys, name="key"),
    path("key/<slug:code>/", keys.pem, name="key_pem"),
    path("posts/", posts.posts, name="posts"),
    path("posts/hours/", posts.hours, name="posts_hours"),
    path("settings/", settings.overview, name="settings"),
    path("settings/about/", settings.describe, name="settings_about"),
    path("settings/closed-days/", settings.closed_days, name="settings_closed_days"),
    path("settings/closed-days/<slug:day>/", settings.remove_closed_day, name="settings_closed_day"),
    path("settings/units/", units.units, name="settings_units"),
    path("settings/units/add/", units.add, name="settings_unit_add"),
    path("settings/units/<slug:code>/", units.change, name="settings_unit"),
    path("settings/units/<slug:code>/close/", units.close, name="settings_unit_close"),
    path("settings/units/<slug:code>/reopen/", units.reopen, name="settings_unit_reopen"),
    path("settings/kinds/", kinds.kinds, name="settings_kinds"),
    path("settings/kinds/add/", kinds.add, name="settings_kind_add"),
    path("settings/kinds/<slug:code>/", kinds.change, name="settings_kind"),
    path("settings/kinds/<slug:code>/reserve/", kinds.reserve, name="settings_reserve"),
    path("settings/kinds/<slug:code>/release/", kinds.release, name="settings_release"),
    path("settings/roles/", roles.roles, name="settings_roles"),
    path("settings/roles/give/", roles.give, name="settings_role_give"),
    path("settings/roles/<slug:code>/end/", roles.end, name="settings_role_end"),
    path("settings/posts/", function.posts, name="settings_posts"),
    path("settings/policies/", policies.policies, name="settings_policies"),
    path("settings/policies/add/", policies.add, name="settings_policy_add"),
    path("settings/policies/<slug:code>/", policies.policy, name="settings_policy"),
    path("settings/policies/<slug:code>/review/", policies.review, name="settings_policy_review"),
    path("settings/policies/<slug:code>/end/", policies.end, name="settings_policy_end"),
    path("settings/<slug:page>/", settings.change, name="settings_change"),
]
