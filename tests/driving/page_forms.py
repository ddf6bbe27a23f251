"""The forms a page holds, as a browser would send them: what is in the boxes, and which field each box belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.forms.forms import BaseForm
from django.http import HttpResponse

Typed = dict[str, list[str]]


@dataclass
class HtmlForm:
    action: str
    method: str
    boxes: Typed = field(default_factory=dict)  # what a browser sends if nothing is touched
    names: set[str] = field(default_factory=set)
    choices: Typed = field(default_factory=dict)  # what each may be chosen from
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_written(self) -> bool:
        return self.method == "post" and "once" in self.names


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[HtmlForm] = []
        self._open: HtmlForm | None = None
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._open = HtmlForm(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open is not None:
            self._box(tag, given, self._open)

    def _box(self, tag: str, given: dict[str, str], form: HtmlForm) -> None:
        name = given.get("name", "")
        if tag == "option" and self._select:
            form.choices.setdefault(self._select, []).append(given.get("value", ""))
            if "selected" in given:
                form.boxes[self._select] = [given.get("value", "")]
        if not name:
            return
        form.names.add(name)
        if given.get("type") in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(given.get("value", ""))
        if tag == "button":
            form.buttons.append((name, given.get("value", "")))
        elif tag == "textarea":
            self._area = name
            form.boxes[name] = [""]
        elif tag == "select":
            self._select = name
            form.boxes.setdefault(name, [""])
        elif tag == "input" and (
            given.get("type") not in ("radio", "checkbox", "file") or "checked" in given
        ):
            form.boxes.setdefault(name, []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._area:
            self._open.boxes[self._area][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None


def html_forms(response: HttpResponse) -> list[HtmlForm]:
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.forms


def bound_forms(response: HttpResponse, names: set[str] | None = None) -> list[BaseForm]:
    """The Django forms the page was made from; of the boxes named, where some are."""
    contexts: list[Any] = list(response.context or [])
    forms = {
        id(value): value
        for context in contexts
        for layer in context.dicts
        for value in layer.values()
        if isinstance(value, BaseForm)
    }
    return [form for form in forms.values() if names is None or _has_boxes(form, names)]


def _has_boxes(form: BaseForm, names: set[str]) -> bool:
    mine = [form.add_prefix(name) for name in form.fields]
    return any(name == own or name.startswith(f"{own}_") for own in mine for name in names)


def likeness(form: BaseForm, names: set[str]) -> int:
    """How many of its questions stand among these boxes, less those that do not."""
    mine = [form.add_prefix(name) for name in form.fields]
    there = sum(any(name == own or name.startswith(f"{own}_") for name in names) for own in mine)
    return 2 * there - len(mine)
