"""A page of the service: where it is, what it is called, what it asks, and where it is linked from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, get_script_prefix, path, reverse

from kittiwake.areas.powers import Power

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Slot:
    """A place that lists pages of any area. Whoever draws the place owns it; an area above puts its pages there."""

    name: str


@dataclass(frozen=True)
class On:
    """A link to the page it stands on. `place` orders the slot; without `text` it is called as the page is.

    `powers` where the link is only for some of those who may open the page: those who hold all of these.
    """

    slot: Slot
    place: int
    text: str = ""
    hint: str = ""
    powers: tuple[Power, ...] = ()


@dataclass(frozen=True, eq=False)
class Page:
    """`name` is the area's and the page's, as in an address looked up: "missing:episode".

    `title` is what the log of reading calls it; without one it is made of the name. `given` is what the view is told besides
    what stands in the address, where several pages have one view.
    `is_repeatable`: it may be sent again and again, as a draft or a search, and needs no one-time token.
    `seconds` it may take, where that is not what every page may (settings.PAGE_SECONDS).
    """

    name: str
    route: str
    view: View
    power: Power
    title: str = ""
    on: tuple[On, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)
    is_repeatable: bool = False
    seconds: float = 0

    def __post_init__(self) -> None:
        page = self.view.__dict__.setdefault("page", self)
        if (page.power, page.is_repeatable) != (self.power, self.is_repeatable):
            raise ValueError(f"{self.name}: its view is that of {page.name}, which asks something else.")

    @property
    def pattern(self) -> URLPattern:
        return path(self.route, self.view, dict(self.given), name=self.name.partition(":")[2])

    @property
    def called(self) -> str:
        """ "missing:record_return" as "Missing: record return"."""
        return self.title or in_plain_words(self.name)


@dataclass(frozen=True)
class PageOf:
    """The page that shows one row of a model that belongs to a package below: a child, a worker."""

    model: type
    page: str


@dataclass(frozen=True)
class Link:
    """A page as it stands in a slot."""

    page: Page
    on: On

    @property
    def text(self) -> str:
        return self.on.text or self.page.called

    @property
    def hint(self) -> str:
        return self.on.hint

    @property
    def of_child(self) -> bool:
        """Whether the page is asked for with the key of a child."""
        return "<int:child_pk>" in self.page.route

    @property
    def asks(self) -> set[Power]:
        """All that it takes to be shown the link."""
        return {self.page.power, *self.on.powers}

    def address(self, *args: object) -> str:
        return address(self.page.name, *args)


def address(page: str, *keys: object) -> str:
    """As `reverse`; but a list has hundreds, and of a page all but the keys is worked out once."""
    if any(type(key) is not int for key in keys):
        return reverse(page, args=keys)
    return _around_keys(page, len(keys), get_script_prefix()).format(*keys)


@cache
def _around_keys(page: str, many: int, prefix: str) -> str:
    """With {} where a key stands. `prefix`: below which address the service is served."""
    stand_ins = [9_876_543_210 + key for key in range(many)]
    made = reverse(page, args=stand_ins)
    for stand_in in stand_ins:
        made = made.replace(str(stand_in), "{}")
    return made


def in_plain_words(name: str) -> str:
    plain = name.replace(":", ": ").replace("_", " ").replace("-", " ")
    return plain[:1].upper() + plain[1:]


def page_of(view: Any) -> Page | None:
    """The page a view was declared for; none for those of packages that guard themselves."""
    return getattr(view, "page", None)


def is_ours(request: HttpRequest) -> bool:
    """Whether it was asked for a page that takes signing in; packages guard pages of their own."""
    page = page_of(request.resolver_match.func) if request.resolver_match else None
    return page is not None and page.power is not Power.EVERYBODY
