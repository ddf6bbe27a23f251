"""Reading HTML in tests: elements with their attributes and text, and a form of it to compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "br", "meta", "link", "img", "hr", "path", "rect"}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str | None]
    text: str = ""
    inside: list[Element] = field(default_factory=list)

    def __getitem__(self, name: str) -> str | None:
        return self.attrs[name]

    def has_class(self, name: str) -> bool:
        return name in (self.attrs.get("class") or "").split()


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.tokens: list[tuple] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        for parent in self.open:
            parent.inside.append(element)
        if tag not in VOID:
            self.open.append(element)
        self.tokens.append((tag, *sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(("/" + tag,))
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for parent in self.open:
            parent.text += data
        if data.strip():
            self.tokens.append(("text", " ".join(data.split())))


def elements(html: str) -> list[Element]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


def one(html: str, tag: str = "", **attrs: str) -> Element:
    """The only element with that tag and those attributes; `class_` is one of its classes."""
    elements = every(html, tag, **attrs)
    assert len(elements) == 1, f"{len(elements)} elements match {tag} {attrs}"
    return elements[0]


def every(html: str, tag: str = "", class_: str = "", **attrs: str) -> list[Element]:
    return [
        element
        for element in elements(html)
        if (not tag or element.tag == tag)
        and (not class_ or element.has_class(class_))
        and all(element.attrs.get(name.replace("_", "-")) == value for name, value in attrs.items())
    ]


def normalised(html: str) -> list[tuple]:
    """Tags, attributes in one order and words: what is left when white space does not count."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.tokens
