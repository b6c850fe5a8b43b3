"""Addresses of the review, below /postings/<posting>/."""

from django.urls import path

from recruit.matches import views

app_name = "matches"
urlpatterns = [
    path("<uuid:posting>/review/", views.review, name="review"),
    path("<uuid:posting>/review/decide/", views.decide_on, name="decide"),
    path("<uuid:posting>/review/<uuid:candidate>/", views.review, name="person"),
]
