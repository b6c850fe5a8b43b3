"""Addresses of the whole house."""

from django.urls import include, path

from recruit.portal import health

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
    path("api/", include("recruit.api.urls")),
    path("mail/", include("recruit.local.urls")),
    path("postings/", include("recruit.postings.urls")),
    path("postings/", include("recruit.matches.urls")),
    path("people/imports/", include("recruit.candidates.imports.urls")),
    path("", include("recruit.candidates.urls")),
    path("", include("recruit.outreach.urls")),
    path("", include("recruit.portal.urls")),
]

handler500 = "recruit.portal.outage.broken"
