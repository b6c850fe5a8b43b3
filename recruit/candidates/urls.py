"""Addresses of people's own pages, below /w/<workspace>/; and of documents for members, below /resumes/."""

from django.urls import path

from recruit.candidates import views

app_name = "candidates"
urlpatterns = [
    path("w/<slug:workspace>/upload", views.upload, name="upload"),
    path("w/<slug:workspace>/sign-in", views.sign_in, name="sign_in"),
    path("w/<slug:workspace>/c/<str:token>/replace", views.replace, name="replace"),
    path("w/<slug:workspace>/c/<str:token>/withdraw", views.stop, name="withdraw"),
    path("w/<slug:workspace>/c/<str:token>/json-resume", views.own_export, name="own_export"),
    path("resumes/<uuid:resume>/", views.document, name="resume"),
    path("resumes/<uuid:resume>/original", views.original, name="original"),
    path("resumes/<uuid:resume>/json-resume", views.export, name="export"),
]
