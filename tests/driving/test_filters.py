"""What a page is asked for in its address: filters, pages of a list, where somebody came from. Whatever stands there, a
page comes back, and where it cannot be followed one sentence says so."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import replace
from inspect import getsource

import pytest
from django.http import HttpResponse

from kittiwake.areas.powers import Power
from tests.architecture.source import files, parsed
from tests.driving.driver import errors
from tests.driving.page_forms import HtmlForm, Typed, html_forms
from tests.driving.states import STATES, State
from tests.driving.world import World
from tests.driving.wrong_answers import HUGE, NOT_DAYS, in_one_sentence
from tests.matrix.pages import Page, addresses, declared_pages
from tests.matrix.walking import undone

# All measures on one page: its period is read as that of each measure, and the page takes its time.
READ_AS_ANOTHER = {"insight:measures"}
PAGES = {
    name: page
    for name, page in declared_pages().items()
    if page.power is not Power.EVERYBODY and "GET" in page.methods and name not in READ_AS_ANOTHER
}
LONG = "Wörter " * 3000
HOSTILE = ("", "nonsense", "-1", str(HUGE), "a\x00b", LONG)


def reads_its_address(name: str) -> bool:
    """Whether anything in the file of its view does: a filter, a page of a list."""
    source = getsource(sys.modules[VIEWS[name].callback.__module__])
    return "GET" in source or "paging" in source


def asked_of_addresses() -> set[str]:
    """Every name that some page reads from its address."""
    calls = (node for path in files() for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))
    return {name for call in calls for name in _read_by(call)} | {"after", "before", "page"}


def _read_by(call: ast.Call) -> Iterator[str]:
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Attribute):
        first = call.args[0] if call.args else None
        if call.func.value.attr == "GET" and isinstance(first, ast.Constant):
            yield str(first.value)


ASKED, VIEWS = asked_of_addresses(), addresses()


@pytest.mark.parametrize("name", [name for name in PAGES if reads_its_address(name)])
def test_whatever_an_address_asks_for(world: World, name: str) -> None:
    page = PAGES[name]
    page = replace(page, about={**page.about, **STATES.get(name, State()).about})
    path = page.address(world.made).partition("?")[0]
    with undone():
        client = world.client(world.who_may(page)[0])
        problems = [
            f"{value[:20]!r}: HTTP {status}"
            for value in ("-1", str(HUGE), f"a\x00b {LONG}")
            if (status := client.get(path, dict.fromkeys(ASKED, value)).status_code) >= 500
        ]
    assert not problems


def filters(world: World, page: Page) -> tuple[HttpResponse, list[HtmlForm]]:
    response = world.client(world.who_may(page)[0]).get(page.address(world.made))
    is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
    forms = html_forms(response) if is_page and not response.streaming else []
    return response, [form for form in forms if form.method == "get"]


def test_a_filter_answers_whatever_is_typed(world: World) -> None:
    """Each once, on one of the pages it stands on."""
    with undone():
        pages = [PAGES[name] for name in PAGES if reads_its_address(name)]
        different = {
            frozenset(form.names): (page, form) for page in pages for form in filters(world, page)[1]
        }
        problems = [
            f"{page.name}: {problem}"
            for page, form in different.values()
            for problem in wrong_with(world, page, form)
        ]
    assert not problems, "\n".join(problems)
    assert len(different) == 5, (
        different
    )  # a team, a period, who has looked, who may sign in, what a letter says


def wrong_with(world: World, page: Page, form: HtmlForm) -> Iterator[str]:
    client, path = world.client(world.who_may(page)[0]), page.address(world.made).partition("?")[0]

    def send(what: str, **more: list[str]) -> Iterator[str]:
        response = client.get(path, {**form.boxes, **more})
        if response.status_code not in (200, 422):
            yield f"{what}: HTTP {response.status_code}"
        else:
            yield from (f"{what}: {problem}" for problem in in_one_sentence(errors(response)))

    yield from send("as it stands")
    for value in HOSTILE:
        yield from send(f"{value[:20]!r}", **{box: [value] for box in form.names})
    for parts in NOT_DAYS:
        if days := _days(form, parts):
            yield from send(f"the day {parts}", **days)


def _days(form: HtmlForm, parts: tuple[str, str, str]) -> Typed:
    ends = ("_day", "_month", "_year")
    return {
        f"{name.removesuffix('_day')}{end}": [part]
        for name in form.names
        if name.endswith("_day")
        for end, part in zip(ends, parts, strict=True)
    }
