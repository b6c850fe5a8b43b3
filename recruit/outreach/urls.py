"""Addresses of outreach: drafts and mails for members, and the one page through which anybody stops them."""

from django.urls import path

from recruit.outreach import public, views

urlpatterns = [
    path("outreach/", views.outreach, name="outreach"),
    path("outreach/drafts/<uuid:draft>", views.draft, name="outreach-draft"),
    path("outreach/drafts/<uuid:draft>/progress", views.progress, name="outreach-progress"),
    path("outreach/drafts/<uuid:draft>/reveal", views.reveal, name="outreach-reveal"),
    path("outreach/drafts/<uuid:draft>/edit", views.edit, name="outreach-edit"),
    path("outreach/drafts/<uuid:draft>/approve", views.approve, name="outreach-approve"),
    path("outreach/drafts/<uuid:draft>/take-back", views.take_back, name="outreach-take-back"),
    path("outreach/drafts/<uuid:draft>/discard", views.discard, name="outreach-discard"),
    path("outreach/messages/<uuid:message>/settle", views.settle, name="outreach-settle"),
    path("outreach/messages/<uuid:message>/again", views.again, name="outreach-again"),
    path("outreach/<uuid:draft>/", views.short, name="outreach-short"),
    path("w/<slug:workspace>/stop/<str:token>", public.stop, name="outreach-stop"),
]
