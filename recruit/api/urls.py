"""Addresses of the API, version 1."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView

from recruit.api import views

urlpatterns = [
    path("v1/postings", views.Postings.as_view(), name="api-postings"),
    path("v1/postings/<uuid:posting>", views.OnePosting.as_view(), name="api-posting"),
    path("v1/postings/<uuid:posting>/matches", views.Matches.as_view(), name="api-matches"),
    path("v1/openapi", SpectacularAPIView.as_view(authentication_classes=[], permission_classes=[]), name="api-schema"),
    path("v1/problems", views.problems, name="api-problems"),
    re_path(r"^.*$", views.no_such_address),
]
