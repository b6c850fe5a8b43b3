"""Addresses of people's own pages, below /w/<workspace>/; for members: documents and possible duplicates."""

from django.urls import path

from recruit.candidates import pair_views, views

app_name = "candidates"
urlpatterns = [
    path("w/<slug:workspace>/upload", views.upload, name="upload"),
    path("w/<slug:workspace>/sign-in", views.sign_in, name="sign_in"),
    path("w/<slug:workspace>/c/<str:token>/replace", views.replace, name="replace"),
    path("w/<slug:workspace>/c/<str:token>/withdraw", views.stop, name="withdraw"),
    path("people/duplicates/", pair_views.pairs, name="pairs"),
    path("people/duplicates/<uuid:pair>/", pair_views.pair, name="pair"),
    path("people/duplicates/<uuid:pair>/decide", pair_views.decide, name="decide"),
    path("resumes/<uuid:resume>/", views.document, name="resume"),
    path("resumes/<uuid:resume>/original", views.original, name="original"),
]
