"""What a message says. An area declares each kind; its words are made when the message goes, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kittiwake.areas.area import declared
from kittiwake.outbox.models import Message


@dataclass(frozen=True)
class Mail:
    """Nothing in it is about a child: it goes through machines that are not the council's."""

    address: str
    subject: str
    words: str


@dataclass(frozen=True)
class Wait:
    """Not now: the person has said when they are not to be disturbed."""

    until: datetime


# Nothing where whoever was to be told has left meanwhile, or may not know any more, or there is nothing to tell.
Answer = Mail | Wait | None


@dataclass(frozen=True)
class Letter:
    """`name` is area.what; `title` is what an administrator calls it; `write` makes it, of the keys in the message."""

    name: str
    title: str
    write: Callable[[Message, datetime], Answer]


def letter_of(message: Message) -> Letter:
    letters: list[Letter] = declared(Letter)
    return next(letter for letter in letters if letter.name == message.letter)


def title_of(name: str) -> str:
    return next((letter.title for letter in declared(Letter) if letter.name == name), "A message")
