"""A form sent a second time: as it was read before somebody else changed it, by two clicks, minutes later, after the session."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from django.forms import IntegerField
from django.test import Client

from kittiwake.access.identity import acting_as_system
from kittiwake.history.refusal import ANOTHER
from kittiwake.record.models import Entry
from tests.driving import filling
from tests.driving.driver import Driven, errors, shows, taken
from tests.driving.page_forms import html_forms
from tests.driving.wrong_answers import HUGE, no_fault
from tests.matrix.walking import undone


def versions(driven: Driven) -> Iterator[str]:
    for name in driven.named(lambda field: isinstance(field, IntegerField) and not filling.is_seen(field)):
        for version in (99, -1, HUGE, "x"):
            response = driven.try_(driven.data(**{driven.box(name): [str(version)]}))
            yield from (f"{version}: {problem}" for problem in no_fault(response))
            if taken(response):
                yield f"{version} was taken"


def two_clicks(driven: Driven) -> Iterator[str]:
    with undone():
        data = driven.data()
        first, second = driven.send(data), driven.send(data)
        if first.status_code == 302 and second.get("Location") != first.get("Location"):
            yield f"HTTP {second.status_code} to {second.get('Location')}"


def _entries() -> set[int]:
    with acting_as_system():
        return set(Entry.objects.values_list("pk", flat=True))


def the_same_again(driven: Driven) -> Iterator[str]:
    """Another page, the same answers. What adds to a chronology asks first whether it is another, and then adds it."""
    with undone():
        before = _entries()
        if not taken(driven.send(driven.data())) or (once := _entries()) == before:
            return
        second = driven.send(driven.data(**{ANOTHER: []}))
        if taken(second) and _entries() != once:
            yield "was recorded a second time, and nobody was asked"
        if ANOTHER in errors(second):
            if not shows(second, f'name="{ANOTHER}"'):
                yield "asks, and there is no box to answer in"
            if not taken(driven.send(driven.data(**{ANOTHER: ["yes"]}))) or _entries() == once:
                yield "was not recorded although it is another"


# What is typed here would be an answer with a name, where it was kept for whose it is (docs/decisions/0066).
KEPT_FOR_NOBODY = {"feedback:answer"}


def session_over(driven: Driven) -> Iterator[str]:
    """Sent when nobody is signed in any more. Whoever wrote it signs in, and finds it in the form."""
    if driven.page.name in KEPT_FOR_NOBODY:
        return
    names = driven.named(filling.is_seen)
    sent = driven.data()
    with undone():
        after = Client(raise_request_exception=False)
        refused = after.post(driven.path, sent)
        after.force_login(driven.world.people[driven.who])
        page = after.get(parse_qs(urlsplit(refused["Location"]).query)["next"][0])
        typed = {box: values for name in names for box, values in driven.boxes_of(name, sent).items()}
        shown = max(
            (form.boxes for form in html_forms(page)), key=lambda boxes: len(typed.keys() & boxes.keys())
        )
        lost = [box for box, values in typed.items() if values != [""] and shown.get(box, []) != values]
    if lost:
        yield f"HTTP {page.status_code}: {lost} are lost"
