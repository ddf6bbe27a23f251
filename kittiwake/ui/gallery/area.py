"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.ui.gallery import views

AREA = Area(
    "gallery",
    "Gallery",
    place=10,
    prefix="gallery/",
    pages=[
        Page("gallery:contents", "", views.contents, Power.EVERYBODY),
        Page("gallery:components", "components/", views.components, Power.EVERYBODY),
        Page("gallery:form", "form/", views.form, Power.EVERYBODY),
        Page("gallery:form_with_errors", "form/refused/", views.form_with_errors, Power.EVERYBODY),
        Page("gallery:lists", "lists/", views.lists, Power.EVERYBODY),
        Page("gallery:navigation", "navigation/", views.navigation, Power.EVERYBODY),
        Page("gallery:confirm", "confirmation/", views.confirm, Power.EVERYBODY),
        Page("gallery:conflicting", "conflict/", views.conflicting, Power.EVERYBODY),
        Page("gallery:error", "errors/<str:code>/", views.error, Power.EVERYBODY),
    ],
)
