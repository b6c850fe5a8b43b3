"""Addresses of postings, below /postings/."""

from django.urls import path

from recruit.postings import views

app_name = "postings"
urlpatterns = [
    path("<uuid:posting>/", views.page, name="page"),
]
