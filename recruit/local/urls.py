"""Addresses of the mail sink, below /mail/."""

from django.urls import path

from recruit.local import views

app_name = "local"
urlpatterns = [
    path("", views.mails, name="mails"),
    path("<slug:name>", views.mail, name="mail"),
    path("<slug:name>.eml", views.original, name="original"),
]
