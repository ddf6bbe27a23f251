"""How an area says who may open its pages: a `PAGES` list and a `make` in its `tests/access.py`.

    def make(made: Made) -> None:
        made["episode"] = recording.report_missing(made.child, reporter=made.word("missing"), by=made.by, at=made.at, …)

    PAGES = [
        reads("missing:episode", Power.SEE_MISSING, pk="episode"),
        writes("missing:record_return", Power.REPORT, pk="episode"),
        lists("desk:board", Power.SEE_BOARD),
    ]

`reads` and `lists` are only ever asked for, `takes` only sent to, `writes` both. A page that lists says `grows`, which
records more of what it lists, and `at_most` how many queries it makes (test_queries.py).

`make` is called for each child of the matrix. Whatever free text it records is `made.word(area)`: a word found on no
page but those that may show it. The names in a page's address are given as keys of `made`; the first is what the page
is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kittiwake.accounts.models import User
from kittiwake.areas.area import by_package
from kittiwake.areas.powers import Power
from kittiwake.record.models import Child, Team

NAME = "child"  # the kind of the word that is their name
NOBODYS = 999_999_999  # a key no row has


class Made(dict[str, Any]):
    """What was recorded about one child, by the name the pages know it by."""

    def __init__(
        self, child: Child, *, token: str, team: Team, people: dict[str, User], by: User, at: datetime
    ) -> None:
        super().__init__(child=child)
        self.child, self.token, self.team, self.people, self.by, self.at = child, token, team, people, by, at
        self.kept: dict[str, set[int]] = {}

    def word(self, kind: str) -> str:
        """A word for free text about this child. `kind` is the kind of the entry it stands on, or the area."""
        return self.token + kind.replace(".", "").replace("_", "").lower()

    def word_for(self, kind: str, *readers: str) -> str:
        """A word that these people may find and nobody else, whatever they may see of the child."""
        word = self.word(kind)
        self.kept[word] = {self.people[name].pk for name in readers}
        return word

    def somebody(self, number: int) -> User:
        """Another person for every row: a page that looks each of them up is found out."""
        return list(self.people.values())[number % len(self.people)]


Unless = Callable[[User, "Made"], str]


@dataclass(frozen=True, eq=False)
class Page:
    """`about`: {name in the address: key of Made}; the first is what the page is about."""

    name: str
    power: Power  # EVERYBODY where any answer will do that is not an error: the sign-in package guards itself
    methods: tuple[str, ...]
    about: dict[str, str]
    at: dict[str, Any] = field(default_factory=dict)  # the rest of the address
    query: str = ""  # {key} is the key of what was made
    sends: dict[str, str] = field(default_factory=dict)
    unless: Unless | None = None  # the law beyond role and relation: "hidden", "refused" or ""
    of_a_child: bool = True  # False: whose it is has nothing to do with who may see the child
    grows: Callable[[Made, int], None] | None = None  # records so many more of the rows the page lists
    at_most: int = 0  # queries, however many rows

    def subject(self, made: Made | None) -> Any:
        return made[next(iter(self.about.values()))] if made and self.about else None

    def address(self, made: Made | None = None) -> str:
        """Of the page about what was made; without it, of one that is not there."""
        keys = {name: key_of(made[key]) if made else NOBODYS for name, key in self.about.items()}
        known = {key: key_of(value) for key, value in (made or {}).items()}
        return reverse(self.name, kwargs={**keys, **self.at}) + (self.query.format_map(known) if made else "")


def key_of(value: Any) -> Any:
    return getattr(value, "pk", value)


# What an area says, in `PAGES`. `more` are the fields of Page; every other name is one of the address.
FIELDS = {"at", "query", "sends", "unless", "of_a_child", "grows", "at_most"}


def _page(name: str, power: Power, methods: tuple[str, ...], given: dict[str, Any]) -> Page:
    more = {key: given.pop(key) for key in FIELDS & given.keys()}
    return Page(name, power, methods, given, **more)


def reads(name: str, power: Power, **more: Any) -> Page:
    """A page that shows and changes nothing."""
    return _page(name, power, ("GET",), more)


def lists(name: str, power: Power, **more: Any) -> Page:
    """A page about no single child: whoever has the permission opens it, and finds on it whom they may see."""
    return _page(name, power, ("GET",), more)


def writes(name: str, power: Power, **more: Any) -> Page:
    """A form and where it is sent."""
    return _page(name, power, ("GET", "POST"), more)


def takes(name: str, power: Power, **more: Any) -> Page:
    """Something that is sent to and has no page of its own."""
    return _page(name, power, ("POST",), more)


def open_to_all(name: str, **more: Any) -> Page:
    """A page of signing in, or about nothing: it guards itself, and shows no child."""
    return _page(name, Power.EVERYBODY, ("GET",), more)


def declarations() -> Iterator[tuple[str, Any]]:
    """(area, its module of expectations), the lowest area first."""
    for package in by_package():
        if find_spec(f"{package}.tests") and find_spec(f"{package}.tests.access"):
            yield package, import_module(f"{package}.tests.access")


def declared_pages() -> dict[str, Page]:
    return {page.name: page for _, module in declarations() for page in module.PAGES}


def addresses() -> dict[str, URLPattern]:
    """Every address of the service, by its name."""
    return dict(_addresses(get_resolver(), ""))


def _addresses(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name or pattern.pattern}", pattern


def where_to_say(name: str, pattern: URLPattern) -> str:
    """What whoever added an address has to write, and where."""
    area = pattern.callback.__module__.rpartition(".")[0]
    about = "".join(f", {key}=…" for key in pattern.pattern.converters)
    file = f"{area.replace('.', '/')}/tests/access.py"
    return f"{name} has no expectation. Add to PAGES in {file}: reads or writes({name!r}, Power.…{about})."
