"""Every page of the service: those of signing in, and those that the areas declare."""

from __future__ import annotations

from django.urls import include, path

from kittiwake.areas.area import areas

handler403 = "kittiwake.ui.errors.forbidden"
handler404 = "kittiwake.ui.errors.not_found"
handler500 = "kittiwake.ui.errors.failed"

urlpatterns = [
    *(area.urls for area in areas()),
    path("account/", include("kittiwake.accounts.sign_in_urls")),
]
