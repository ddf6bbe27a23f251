from __future__ import annotations

from django.urls import path

from kittiwake.practice.replies import views

app_name = "replies"
urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("mine/<int:pk>/answer/", views.answer, name="answer"),
    path("children/<int:child_pk>/replies/new/", views.write_reply, name="write_reply"),
    path("replies/<int:pk>/", views.reply, name="reply"),
    path("replies/<int:pk>/print/", views.print_reply, name="print_reply"),
    path("replies/<int:pk>/words/", views.change_reply, name="change_reply"),
    path("replies/<int:pk>/telling/", views.tell, name="tell"),
    path("replies/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
