"""Addresses of postings, below /postings/."""

from django.urls import path

from recruit.postings import criteria_views, views

app_name = "postings"
urlpatterns = [
    path("<uuid:posting>/", views.page, name="page"),
    path("<uuid:posting>/criteria/", criteria_views.page, name="criteria"),
    path("<uuid:posting>/criteria/change", criteria_views.act, name="revise"),
    path("<uuid:posting>/criteria/progress", criteria_views.progress, name="criteria-progress"),
]
