"""An area's declaration, and the collecting of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TypeVar

from django.apps import apps
from django.urls import URLResolver, include, path
from django.utils.module_loading import module_has_submodule

from kittiwake.areas.pages import Link, Page, PageOf, Slot, address

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Area:
    """`name` is the first word of its pages, kinds, events and standards. `place` is where it stands among the areas,
    the lowest first, as in the layer contract. `prefix` is what the addresses of its pages begin with.
    """

    name: str
    title: str
    place: int
    pages: Sequence[Page] = ()
    declares: Sequence[object] = ()
    prefix: str = ""

    def __post_init__(self) -> None:
        strangers = [page.name for page in self.pages if page.name.partition(":")[0] != self.name]
        if strangers:
            raise ValueError(f"Pages of {self.name} are called {self.name}:…, not {', '.join(strangers)}.")

    @property
    def urls(self) -> URLResolver:
        return path(self.prefix, include(([page.pattern for page in self.pages], self.name)))


@cache
def by_package() -> dict[str, Area]:
    """Of every installed package of ours that has an `area.py`, the lowest first."""
    ours = [app for app in apps.get_app_configs() if module_has_submodule(app.module, "area")]
    modules = {app.name: getattr(import_module(f"{app.name}.area"), "AREA", None) for app in ours}
    here = {name: area for name, area in modules.items() if isinstance(area, Area)}
    _each_once([area.name for area in here.values()])
    _each_once([str(area.place) for area in here.values()])
    return dict(sorted(here.items(), key=lambda item: item[1].place))


def areas() -> list[Area]:
    """The lowest first."""
    return list(by_package().values())


@cache
def declared(kind: type[T]) -> list[T]:
    """Everything of this type that the areas declare, in their order. Whatever has a key or a name has it alone."""
    values = [value for area in areas() for value in area.declares if isinstance(value, kind)]
    _each_once([str(getattr(value, "key", None) or getattr(value, "name", id(value))) for value in values])
    return values


@cache
def pages() -> dict[str, Page]:
    """Every page, by its name."""
    pages = [page for area in areas() for page in area.pages]
    _each_once([page.name for page in pages])
    return {page.name: page for page in pages}


def address_of(model: type, key: object) -> str:
    """The page that shows one row of this model: whoever has such a page declares it."""
    return address(_page_of()[model], key)


@cache
def _page_of() -> dict[type, str]:
    return {page_of.model: page_of.page for page_of in declared(PageOf)}


@cache
def links(slot: Slot) -> list[Link]:
    """What stands in the slot, in its order."""
    links = [Link(page, on) for page in pages().values() for on in page.on if on.slot == slot]
    return sorted(links, key=lambda link: link.on.place)


def _each_once(names: Iterable[str]) -> None:
    seen = list(names)
    if twice := sorted({name for name in seen if seen.count(name) > 1}):
        raise ValueError(f"Declared twice: {', '.join(twice)}.")
