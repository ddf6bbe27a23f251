from __future__ import annotations

from django.urls import path

from kittiwake.practice.return_interviews import views, views_of_checking, views_of_correcting

app_name = "return_interviews"
urlpatterns = [
    path("children/<int:child_pk>/return-interviews/offers/new/", views.make_offer, name="make_offer"),
    path("children/<int:child_pk>/return-interviews/new/", views.hold, name="hold"),
    path("missing/<int:episode_pk>/no-return-interview/", views.record_not_held, name="record_not_held"),
    path("missing/<int:episode_pk>/moments/", views_of_correcting.correct_moments, name="correct_moments"),
    path("return-interviews/offers/<int:pk>/", views.offer, name="offer"),
    path("return-interviews/not-held/<int:pk>/", views.not_held, name="not_held"),
    path("return-interviews/<int:pk>/", views.interview, name="interview"),
    path("return-interviews/<int:pk>/learned/", views.learned, name="learned"),
    path("return-interviews/<int:pk>/learned/other-children/", views.another_child, name="another_child"),
    path("return-interviews/<int:pk>/versions/new/", views.rewrite, name="rewrite"),
    path("return-interviews/<int:pk>/check/", views_of_checking.check, name="check"),
    path("return-interviews/<int:pk>/answer/", views_of_checking.answer, name="answer"),
    path("return-interviews/<int:pk>/sharing/", views_of_checking.share, name="share"),
    path("return-interviews/entries/<int:pk>/correction/", views_of_checking.strike_out, name="strike_out"),
]
