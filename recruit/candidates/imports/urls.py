"""Addresses of bulk imports, below /people/imports/."""

from django.urls import path

from recruit.candidates.imports import views

app_name = "imports"
urlpatterns = [
    path("", views.imports, name="imports"),
    path("<uuid:batch>/", views.one, name="import"),
    path("<uuid:batch>/progress", views.progress, name="progress"),
    path("<uuid:batch>/start", views.start, name="start"),
    path("<uuid:batch>/stop", views.stop, name="stop"),
    path("<uuid:batch>/discard", views.discard, name="discard"),
    path("<uuid:batch>/errors.csv", views.errors, name="errors"),
]
