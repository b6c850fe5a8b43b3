"""Addresses of people's own pages, below /w/<workspace>/; for members: documents and possible duplicates."""

from django.urls import path

from recruit.candidates import pair_views, views
from recruit.candidates import reading_page as page

app_name = "candidates"
urlpatterns = [
    path("w/<slug:workspace>/upload", views.upload, name="upload"),
    path("w/<slug:workspace>/confirm/<str:token>", views.confirm, name="confirm"),
    path("w/<slug:workspace>/sign-in", views.sign_in, name="sign_in"),
    path("w/<slug:workspace>/c/<str:token>/replace", views.replace, name="replace"),
    path("w/<slug:workspace>/c/<str:token>/withdraw", views.stop, name="withdraw"),
    path("w/<slug:workspace>/c/<str:token>/json-resume", views.own_export, name="own_export"),
    path("people/duplicates/", pair_views.pairs, name="pairs"),
    path("people/duplicates/<uuid:pair>/", pair_views.pair, name="pair"),
    path("people/duplicates/<uuid:pair>/decide", pair_views.decide, name="decide"),
    path("resumes/<uuid:resume>/", views.document, name="resume"),
    path("resumes/<uuid:resume>/original", views.original, name="original"),
    path("resumes/<uuid:resume>/json-resume", views.export, name="export"),
    path("resumes/<uuid:resume>/reading", page.reading, name="reading"),
    path("resumes/<uuid:resume>/reading/applied", page.applied, name="applied"),
    path("resumes/<uuid:resume>/reading/drawn", page.drawn, name="drawn"),
    path("resumes/<uuid:resume>/pages/<int:number>", page.page_picture, name="picture"),
    path("resumes/<uuid:resume>/corrections", page.say, name="say"),
    path("resumes/<uuid:resume>/corrections/<uuid:correction>/undo", page.unsay, name="unsay"),
    path("w/<slug:workspace>/c/<str:token>/reading", page.own_reading, name="own_reading"),
    path("w/<slug:workspace>/c/<str:token>/reading/applied", page.own_applied, name="own_applied"),
    path("w/<slug:workspace>/c/<str:token>/reading/drawn", page.own_drawn, name="own_drawn"),
    path("w/<slug:workspace>/c/<str:token>/pages/<int:number>", page.own_page_picture, name="own_picture"),
    path("w/<slug:workspace>/c/<str:token>/corrections", page.own_say, name="own_say"),
    path("w/<slug:workspace>/c/<str:token>/corrections/<uuid:correction>/undo", page.own_unsay, name="own_unsay"),
]
