"""The questionnaires there are. `library/published.txt` holds the sum of each, as `sha256sum` writes it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from kittiwake.primitives.instruments.parsing import Unreadable, read
from kittiwake.primitives.instruments.questionnaire import Instrument

FOLDER = Path(__file__).parent / "library"
SUMS = "published.txt"

__all__ = ["Unreadable", "instrument", "latest", "published", "read_folder"]


@cache
def published() -> dict[tuple[str, int], Instrument]:
    """By key and version. Raises Unreadable when a published file was edited, is missing, or was never published."""
    return read_folder(FOLDER)


def read_folder(folder: Path) -> dict[tuple[str, int], Instrument]:
    lines = (line.split() for line in (folder / SUMS).read_text().splitlines())
    sums = {name: checksum for checksum, name in lines}
    here = {file.name: file.read_bytes() for file in sorted(folder.glob("*.toml"))}
    for name in sorted(sums.keys() | here.keys()):
        _refuse_changed(name, here.get(name), sums.get(name))
    instruments = [read(data, name) for name, data in here.items()]
    return {(instrument.key, instrument.version): instrument for instrument in instruments}


def _refuse_changed(name: str, data: bytes | None, published: str | None) -> None:
    if data is None:
        raise Unreadable(f"The questionnaire {name} was published and is missing. Put the file back.")
    if published is None:
        raise Unreadable(f"The questionnaire {name} has not been published: add its sha256 to {SUMS}.")
    if sha256(data).hexdigest() != published:
        raise Unreadable(
            f"The questionnaire {name} was changed after it was published. Children have been scored with it, so put "
            "it back as it was and publish the change as a new version."
        )


def latest(key: str) -> Instrument:
    """The version to use now. Raises LookupError for a questionnaire there is not."""
    versions = [instrument for (name, _), instrument in published().items() if name == key]
    if not versions:
        raise LookupError(f"There is no questionnaire called {key}.")
    return max(versions, key=lambda version: version.version)


def instrument(key: str, version: int) -> Instrument:
    """The very version somebody answered."""
    return published()[key, version]
