"""What a visit pack is made of. An area puts its own part in by declaring a PackPart: no area is named here.

    declares=[PackPart("annex_a", 10, "Lists for inspectors", make_lists)]

`make` is given who the pack is for, as whom everything is read, and the day it is as of. It only reads. Tables become papers
(PDF/UA); files, such as a workbook, go in as they are. `child_ids` are the children it shows: their reading is logged.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared


@dataclass(frozen=True)
class Sheet:
    """A table, or only words."""

    title: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    words: str = ""


@dataclass(frozen=True)
class PackFile:
    name: str
    content: bytes


@dataclass(frozen=True)
class Contents:
    sheets: Sequence[Sheet] = ()
    files: Sequence[PackFile] = ()
    child_ids: Iterable[int] = ()


@dataclass(frozen=True)
class Asked:
    """As of the end of `as_of`, read as `viewer`, made at `at`."""

    viewer: Viewer
    as_of: date
    at: datetime


@dataclass(frozen=True)
class PackPart:
    """`key` never changes; `place` is where it stands in the pack, the lowest first."""

    key: str
    place: int
    title: str
    make: Callable[[Asked], Contents] = field(repr=False)


def parts() -> list[PackPart]:
    return sorted(declared(PackPart), key=lambda part: (part.place, part.key))


def as_bytes(contents: Contents) -> bytes:
    """As it is kept until it is fetched."""
    files = [{"name": file.name, "content": b64encode(file.content).decode()} for file in contents.files]
    sheets = [asdict(sheet) for sheet in contents.sheets]
    return json.dumps(
        {"sheets": sheets, "files": files, "child_ids": sorted(set(contents.child_ids))}
    ).encode()


def from_bytes(kept: bytes) -> Contents:
    made = json.loads(kept)
    return Contents(
        sheets=[Sheet(**sheet) for sheet in made["sheets"]],
        files=[PackFile(file["name"], b64decode(file["content"])) for file in made["files"]],
        child_ids=made["child_ids"],
    )
