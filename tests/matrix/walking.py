"""Asking the service, one cell at a time, each undone before the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse

from kittiwake.areas.powers import Power
from tests.matrix.cells import Cell
from tests.matrix.law import Answer
from tests.matrix.world import World

TOKEN = re.compile(rb"Quartz(\d\d)([a-z]+)")
# Different on every page, whatever it shows.
ONCE_ONLY = re.compile(rb'"X-CSRFToken": "[^"]*"|csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"')


def problems(world: World, cell: Cell) -> Iterator[str]:
    response = ask(world, cell)
    if cell.page.power is Power.EVERYBODY:
        if response.status_code >= 500:
            yield f"{cell}: HTTP {response.status_code}"
    else:
        person, made = world.person(cell.who), world.made.get(cell.relation)
        expected = world.law.answer(cell.page, person, made)
        came = answer_in(response)
        # Whoever only broke in may as well not find what is somebody else's to do.
        unfound = expected is Answer.REFUSED and came is Answer.HIDDEN and made is not None
        if came is not expected and not (unfound and world.law.only_reads(cell.page, person, made.child)):
            yield f"{cell}: expected that it {expected.value}, but {came}"
        if came is expected is Answer.HIDDEN and cell.page.about:
            yield from differs_from_absent(world, cell, response)
    for word in leaked(world, cell, response):
        yield f"{cell}: shows {word}"


def differs_from_absent(world: World, cell: Cell, response) -> Iterator[str]:
    if absent_body(world, cell) != body(response):
        yield f"{cell}: what is hidden and what is not there give different answers"


def absent_body(world: World, cell: Cell) -> bytes:
    """What the same person gets for a page that is not there: one answer, whatever the relation."""
    key = replace(cell, relation="")
    if key not in world.absent:
        response = ask(world, cell, cell.page.address())
        assert response.status_code == 404, f"{key}: HTTP {response.status_code} for what is not there"
        world.absent[key] = body(response)
    return world.absent[key]


@contextmanager
def undone() -> Iterator[None]:
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        # Rolled back to, it still stands: the next would be inside it, thousands deep, each with a lock of its own.
        transaction.savepoint_commit(point)


def ask(world: World, cell: Cell, address: str | None = None) -> HttpResponse:
    made = world.made.get(cell.relation)
    path = address or cell.page.address(made)
    world.cells += 1
    with undone():
        client = world.client(cell.who)
        if cell.method == "GET":
            return client.get(path)
        return client.post(path, {"once": str(uuid4()), **cell.page.sends})


def answer_in(response: HttpResponse) -> Answer | str:
    """What came, in the words of the law."""
    if response.status_code == 302 and response["Location"].startswith(settings.LOGIN_URL):
        return Answer.SIGN_IN
    if response.status_code in (200, 204, 302, 409, 422):
        return Answer.OPEN
    return {404: Answer.HIDDEN, 403: Answer.REFUSED}.get(response.status_code, f"HTTP {response.status_code}")


def body(response: HttpResponse) -> bytes:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return ONCE_ONLY.sub(b"", content)


def leaked(world: World, cell: Cell, response: HttpResponse) -> set[str]:
    """Words on the page from what this person may not see: another child's record, or a kind of entry kept from them."""
    person, everybody = world.person(cell.who), list(world.made.values())
    words = set()
    for match in TOKEN.finditer(body(response)):
        word, made = match[0].decode(), everybody[int(match[1])]
        if not world.law.may_read(person, made, word):
            words.add(word)
    return words
