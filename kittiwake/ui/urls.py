from django.urls import path

from kittiwake.ui import gallery

app_name = "gallery"
urlpatterns = [
    path("", gallery.contents, name="contents"),
    path("components/", gallery.components, name="components"),
    path("form/", gallery.form, name="form"),
    path("form/refused/", gallery.form_with_errors, name="form_with_errors"),
    path("lists/", gallery.lists, name="lists"),
    path("navigation/", gallery.navigation, name="navigation"),
    path("confirmation/", gallery.confirm, name="confirm"),
    path("conflict/", gallery.conflicting, name="conflicting"),
    path("errors/<str:code>/", gallery.error, name="error"),
]
# Components and made-up words: open to all, where the settings put it in the addresses at all.
for one in urlpatterns:
    one.callback.permission = "everybody"
