"""The lines of a letter as its writer meant them: what only pages bring is taken out.

Inspectors publish paginated documents. Running heads and feet, page numbers and footnotes stand in the middle of sentences, and
cost a reader by rules more than any cleverness gains.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

PAGE = re.compile(r"^-{3,} ?page ?-{3,}$|\f", re.MULTILINE | re.IGNORECASE)
EDGE = 4  # so many lines at either end of a page can be running heads and feet
_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"^\s*(\d{1,2})\s*$")
_LETTERS = str.maketrans(
    {"\u00a0": " ", "\u2028": "\n", "\u200b": "", "\ufeff": "", "\u00ad": "", "\ufb01": "fi", "\ufb02": "fl"}
)
# What stands after the last finding: about the inspectors and their office, not about the council.
_AFTER = re.compile(
    r"^\s*(?:The Office for Standards in Education|Information about this inspection\s*$|Yours (?:sincerely|faithfully)"
    r"|I am copying this letter to|© Crown copyright|If you would like a copy of this document)"
)


# Dots that lead to the number of a page, and whatever else is repeated for its looks. Spaces part columns: some stay.
_LEADERS = re.compile(r"([^\w\s]|[ ])\1{19,}")

_CUT = re.compile(r"(?:^|[^A-Za-z])([A-Za-z]+|\d+)-\s*$")
# What stands before a hyphen of its own and is no word by itself in most letters.
_BEFORE_HYPHENS = {
    "multi",
    "pre",
    "post",
    "re",
    "non",
    "co",
    "self",
    "inter",
    "intra",
    "semi",
    "anti",
    "sub",
    "under",
    "over",
    "ex",
    "mid",
    "low",
    "high",
    "ill",
    "full",
    "part",
    "cross",
    "e",
}


def lines_of(text: str) -> list[str]:
    """Without running heads and feet, page numbers, footnotes and what follows the last finding; a page goes on in the next."""
    pages = [page.split("\n") for page in PAGE.split(_plain(text))]
    running = _running(pages)
    kept: list[str] = []
    for page in pages:
        kept = _joined(kept, _without_footnotes(_without_edges(page, running)))
    return _mended(_up_to_the_end(kept))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    whole = re.sub("\u00ad[ ]*\n[ ]*", "", plain).translate(_LETTERS).expandtabs(4)
    return _LEADERS.sub(r"\1\1\1", whole)


def _shape(line: str) -> str:
    """A line without its numbers: the foot of page 2 is that of page 3."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _edges(page: Sequence[str]) -> Iterable[int]:
    filled = [place for place, line in enumerate(page) if line.strip()]
    return {*filled[:EDGE], *filled[-EDGE:]}


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """The shapes that stand at the edge of several pages."""
    seen = Counter(shape for page in pages for shape in {_shape(page[place]) for place in _edges(page)})
    return {shape for shape, pages_with in seen.items() if pages_with >= max(2, len(pages) // 4)}


def _without_edges(page: Sequence[str], running: set[str]) -> list[str]:
    """From the outside in, up to the first line that is of this page alone."""
    lines = _trimmed(page)
    for end in (0, -1):
        while lines and _is_edge(lines[end], running):
            lines = _trimmed(lines[1:] if end == 0 else lines[:-1])
    return lines


def _is_edge(line: str, running: set[str]) -> bool:
    return _shape(line) in running or bool(_NUMBER.match(line))


def _without_footnotes(page: Sequence[str]) -> list[str]:
    """A footnote is a number alone on its line, and what follows it to the end of the page."""
    lines = _trimmed(page)
    for place, line in enumerate(lines):
        number = _FOOTNOTE.match(line)
        if (
            number
            and place
            and place > len(lines) // 2
            and place + 1 < len(lines)
            and not lines[place - 1].strip()
        ):
            mark = re.compile(rf"(?<=[a-z.,)’]){number[1]}(?=[\s.,;:)]|$)")
            return [mark.sub("", earlier) for earlier in _trimmed(_without_footnotes(lines[:place]))]
    return lines


def _trimmed(lines: Sequence[str]) -> list[str]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _joined(before: list[str], page: list[str]) -> list[str]:
    """A sentence that runs over the end of a page has no gap in it."""
    if not before or not page:
        return before or page
    goes_on = not re.search(r"[.:?!][’”\")]*\s*$", before[-1]) and re.match(r"\s*[a-z(‘“\d]", page[0])
    return [*before, *([] if goes_on and not re.match(r"\s*\d+\.\s", page[0]) else [""]), *page]


def _up_to_the_end(lines: list[str]) -> list[str]:
    for place, line in enumerate(lines):
        if _AFTER.match(line) and place > len(lines) // 3:
            return lines[:place]
    return lines


def _mended(lines: list[str]) -> list[str]:
    """Words that were cut at the end of a line made whole."""
    words = {word.lower() for line in lines for word in re.findall(r"[A-Za-z]+", _CUT.sub("", line))}
    whole = list(lines)
    for place, line in enumerate(whole[:-1]):
        cut = _CUT.search(line)
        rest = re.match(r"\s*([a-z][\w’-]*[.,;:]?)", whole[place + 1])
        if cut and rest and rest[1] not in ("and", "or", "to"):
            hyphen = "" if _is_one_word(cut[1].lower(), rest[1], words) else "-"
            whole[place] = f"{line.rstrip()[:-1]}{hyphen}{rest[1]}"
            whole[place + 1] = whole[place + 1][rest.end() :]
    return whole


def _is_one_word(first: str, rest: str, words: set[str]) -> bool:
    """Whether the hyphen is only of the line: "super-vision", but "decision-making" and "multi-agency"."""
    if first.isdigit():
        return False
    joined = first + rest.rstrip(".,;:").lower()
    return joined in words or (first not in words and first not in _BEFORE_HYPHENS)


def one_line(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())
