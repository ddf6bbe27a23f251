"""Opening a form as the right person, and finding an answer to it that is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Any
from uuid import uuid4

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.forms import BaseForm
from django.http import HttpResponse
from django.test import Client

from kittiwake.history.refusal import ANOTHER
from kittiwake.ui.forms import GovForm
from tests.driving import filling, page_forms
from tests.driving.page_forms import HtmlForm, Typed
from tests.driving.world import World
from tests.matrix.pages import Page
from tests.matrix.walking import undone

TRIES = 24


class NotTaken(AssertionError):
    """No answer was found that the form takes."""


@dataclass
class Driven:
    """One form of one page, with a person who may fill it in, and answers to it that are taken."""

    world: World
    page: Page
    path: str
    who: str
    client: Client
    html: HtmlForm
    form: BaseForm
    given: Typed = field(default_factory=dict)  # what its state asks for
    answers: dict[str, list[str]] = field(default_factory=dict)
    whens: dict[str, Any] = field(default_factory=dict)
    only: frozenset[str] | None = None  # the questions to try, where not all

    def box(self, name: str) -> str:
        return self.form.add_prefix(name)

    @property
    def asked(self) -> list[str]:
        """The questions these answers lead to."""
        return [name for name in self.form.fields if filling.is_asked(self.form, name, self.answers)]

    def named(self, kind: Any) -> list[str]:
        """The questions of a kind, asked and seen."""
        tried = self.asked if self.only is None else [name for name in self.asked if name in self.only]
        return [name for name in tried if kind(self.form.fields[name])]

    def data(self, **more: list[str]) -> Typed:
        """All boxes, as a browser sends them; `more` in place of what is in those boxes."""
        sent = dict(self.html.boxes)
        for name in self.form.fields:
            if name not in self.asked or self.box(name) in self.given:
                continue
            if filling.is_date(self.form.fields[name]):
                sent |= filling.boxes(self.form, name, self.whens.get(name))
            elif not filling.is_file(self.form.fields[name]):
                sent[self.box(name)] = self.answers.get(name, self.untouched(name))
        return {**sent, **self.given, **more, "once": [str(uuid4())]}

    def boxes_of(self, name: str, sent: Typed) -> Typed:
        """What was sent for one question, in however many boxes."""
        box = self.box(name)
        parts = {f"{box}_{part}" for part in ("day", "month", "year", "time", "time_unknown")}
        mine = parts if filling.is_date(self.form.fields[name]) else {box}
        return {key: sent[key] for key in mine if key in sent}

    def untouched(self, name: str) -> list[str]:
        """Of a question left alone: an empty box is sent, boxes and circles without a tick are not."""
        is_box = filling.is_text(self.form.fields[name]) or filling.is_number(self.form.fields[name])
        return [""] if is_box else []

    def send(self, data: Typed) -> HttpResponse:
        sent: dict[str, Any] = dict(data)
        sent |= {name: given[0] for name, given in data.items() if given and hasattr(given[0], "read")}
        return self.client.post(self.path, sent)

    def try_(self, data: Typed) -> HttpResponse:
        with undone():
            return self.send(data)


def taken(response: HttpResponse) -> bool:
    if response.status_code in (302, 204):
        return True
    refused = any(form.is_bound and form.errors for form in page_forms.bound_forms(response))
    return response.status_code == 200 and not refused


def errors(response: HttpResponse) -> dict[str, list[str]]:
    by_box: dict[str, list[str]] = {}
    for form in page_forms.bound_forms(response):
        if form.is_bound:
            for name, said in form.errors.items():
                by_box.setdefault(name, []).extend(str(sentence) for sentence in said)
    return by_box


def shows(response: HttpResponse, text: str) -> bool:
    return text in unescape(response.content.decode())


def open_form(world: World, page: Page, path: str, given: Typed, who: str = "") -> Driven:
    """As the first person who gets a form to write in."""
    seen = []
    for name in [who] if who else world.who_may(page):
        client = world.client(name)
        response = client.get(path)
        seen.append(f"{name} {response.status_code}")
        if response.status_code != 200:
            continue
        for html in page_forms.html_forms(response):
            if not html.is_written or html.action not in ("", path, path.partition("?")[0]):
                continue
            forms = page_forms.bound_forms(response, html.names)
            form = max(forms, key=lambda bound: page_forms.likeness(bound, html.names), default=GovForm())
            return Driven(world, page, path, name, client, html, form, given)
    raise NotTaken(f"{page.name}: nobody gets a form at {path} ({', '.join(seen)})")


def find_answers(driven: Driven, *, keep: bool = False) -> None:
    """The first answer to every question; to each that is refused, the next. `keep`: what was taken stays recorded."""
    place = dict.fromkeys(driven.form.fields, 0)
    for _ in range(TRIES):
        _fill(driven, place)
        response = driven.send(driven.data()) if keep else driven.try_(driven.data())
        if taken(response):
            return
        wrong = errors(response)
        if ANOTHER in wrong:  # the same was made for it: this is another
            driven.given = {**driven.given, ANOTHER: ["yes"]}
            continue
        for name in wrong:
            if name in place:
                place[name] += 1
        if response.status_code not in (200, 409, 422) or not set(wrong) & set(place):
            raise NotTaken(f"{driven.page.name} as {driven.who}: HTTP {response.status_code}, {wrong}")
    raise NotTaken(f"{driven.page.name} as {driven.who}: {wrong}")


def _fill(driven: Driven, place: dict[str, int]) -> None:
    form = driven.form
    driven.answers, driven.whens = {}, {}
    for name in filling.order(form):
        field_ = form.fields[name]
        given = driven.given.get(form.add_prefix(name))
        if given is not None:
            driven.answers[name] = given
        if given is not None or filling.is_file(field_) or not filling.is_asked(form, name, driven.answers):
            continue
        possible = (
            filling.whens(field_)
            if filling.is_date(field_)
            else filling.candidates(form, name, driven.html.choices.get(form.add_prefix(name), []))
        )
        if place[name] < len(possible):
            (driven.whens if filling.is_date(field_) else driven.answers)[name] = possible[place[name]]


__all__ = ["NON_FIELD_ERRORS"]
