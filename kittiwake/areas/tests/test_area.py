"""What an area may not say, and in which order what it says comes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver

from kittiwake.areas import area as collecting
from kittiwake.areas.area import Area, areas, declared, links, pages
from kittiwake.areas.pages import On, Page, Slot
from kittiwake.areas.powers import Power

SLOT = Slot("a place of the tests")


def view_of() -> object:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("")

    return view


def page(name: str = "gates:gate", power: Power = Power.SEE, **more) -> Page:
    return Page(name, "gates/", more.pop("view", view_of()), power, **more)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """The house has these areas and no other."""
    caches = (declared, links, pages)

    def put(*several: Area) -> None:
        monkeypatch.setattr(collecting, "by_package", lambda: {area.name: area for area in several})
        for cached in caches:
            cached.cache_clear()

    yield put
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


def test_a_page_is_called_as_its_area_is() -> None:
    with pytest.raises(ValueError, match="Pages of fences are called fences"):
        Area("fences", "Fences", 1, pages=[page("gates:gate")])


def test_two_pages_of_one_view_ask_the_same() -> None:
    view = view_of()
    page("gates:one", view=view)
    page("gates:two", view=view)
    for other in ({"power": Power.RECORD}, {"is_repeatable": True}):
        with pytest.raises(ValueError, match="which asks something else"):
            page("gates:three", view=view, **other)


def test_what_has_a_name_has_it_alone(only) -> None:
    only(
        Area("gates", "Gates", 1, pages=[page()], declares=[SLOT]),
        Area("fences", "Fences", 2, declares=[Slot("a place of the tests")]),
    )
    with pytest.raises(ValueError, match="Declared twice: a place of the tests"):
        declared(Slot)


def test_declarations_come_in_the_order_of_the_areas_and_only_of_the_kind_asked_for(only) -> None:
    only(
        Area("fences", "Fences", 1, declares=[Slot("b"), "no slot"]),
        Area("gates", "Gates", 2, declares=[Slot("a")]),
    )
    assert [slot.name for slot in declared(Slot)] == ["b", "a"]
    assert declared(str) == ["no slot"]


def test_links_stand_in_the_order_of_their_places_and_say_all_they_ask(only) -> None:
    late = page("gates:late", on=(On(SLOT, 20, powers=(Power.OVERSEE,)),))
    early = page("gates:early", Power.RECORD, on=(On(SLOT, 10, "First"),), title="Early")
    only(Area("gates", "Gates", 1, pages=[late, early, page("gates:elsewhere")]))
    assert [(link.text, link.asks) for link in links(SLOT)] == [
        ("First", {Power.RECORD}),
        ("Gates: late", {Power.SEE, Power.OVERSEE}),
    ]


def test_its_pages_are_found_under_its_prefix() -> None:
    urls: URLResolver = Area("gates", "Gates", 1, pages=[page()], prefix="far/").urls
    assert urls.resolve("far/gates/").view_name == "gates:gate"
    with pytest.raises(Resolver404):
        urls.resolve("gates/")


def test_every_area_says_what_it_is_called() -> None:
    assert all(area.title for area in areas())
