from __future__ import annotations

from django.urls import path

from kittiwake.exchange import views

app_name = "exchange"
urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/file/", views.start, name="start"),
    path("imports/<int:pk>/", views.import_, name="import"),
    path("imports/<int:pk>/progress/", views.progress, name="progress"),
    path("imports/<int:pk>/columns/<int:file_pk>/", views.columns, name="columns"),
    path("imports/<int:pk>/hidden-rows/", views.hidden, name="hidden"),
    path("imports/<int:pk>/rows/<int:row_pk>/decision/", views.decide, name="decide"),
    path("imports/<int:pk>/recording/", views.commit, name="commit"),
    path("imports/<int:pk>/undoing/", views.undo, name="undo"),
    path("imports/<int:pk>/discarding/", views.discard, name="discard"),
]
