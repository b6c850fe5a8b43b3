"""Addresses of the pages that join rooms."""

from django.urls import path

from recruit.portal import arrived, configuring, own, people, staff, views

app_name = "portal"
urlpatterns = [
    path("", views.today, name="today"),
    path("search", views.search, name="search"),
    path("help", views.help_page, name="help"),
    path("settings/", configuring.settings_page, name="settings"),
    path("settings/switches", configuring.switches, name="switches"),
    path("settings/keys", configuring.issue_key, name="issue_key"),
    path("settings/keys/<uuid:key>/revoke", configuring.revoke_key, name="revoke_key"),
    path("settings/workspace", configuring.switch_workspace, name="switch_workspace"),
    path("settings/scheme", views.scheme, name="scheme"),
    path("postings/", views.postings, name="postings"),
    path("postings/<uuid:posting>/draft", views.draft, name="draft"),
    path("people/", people.people, name="people"),
    path("people/<uuid:candidate>/", people.person, name="person"),
    path("staff/jobs/", staff.jobs, name="jobs"),
    path("staff/jobs/<int:job>/requeue", staff.requeue_job, name="requeue"),
    path("w/<slug:workspace>/arrived/<str:token>", arrived.page, name="arrived"),
    path("w/<slug:workspace>/arrived/<str:token>/progress", arrived.progress, name="arrived_progress"),
    path("w/<slug:workspace>/c/<str:token>", own.page, name="own"),
    path("w/<slug:workspace>/c/<str:token>/progress", own.progress, name="progress"),
]
