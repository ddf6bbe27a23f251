"""Lines put together: headings, numbered paragraphs, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kittiwake.assurance.letters.reading.lines import one_line

HEADING, PARAGRAPH, BULLET, NUMBERED = "heading", "paragraph", "bullet", "numbered"
_BULLET = re.compile(r"^\s*(?:[◼■▪•●○◦‣∙·*\ue000-\uf8ff]|[-–—](?=\s)|o(?=\s{2,}))\s*")
_NUMBERED = re.compile(r"^\s{0,8}\d{1,3}[.)](?:\s+(?=\S)|(?=[A-Z‘“]))")
_GRADE = r"(?:outstanding|good|requires improvement(?: to be good)?|inadequate)"
# Headings that inspectors' letters have, which can run over two lines and stand right above what they head.
_KNOWN = re.compile(
    r"^\s*(?:What needs to improve(?: in this area of social work practice)?\??:?"
    r"|Areas? for (?:priority action|improvement|development)s?:?"
    r"|Areas? of concern:?"
    r"|Areas covered by (?:the|this) visit|Areas? of strength"
    r"|Recommendations(?: for .*)?|Priority and immediate actions?|Immediate and priority actions?"
    r"|(?:Executive )?[Ss]ummary|Overview|Background|Next steps|(?:Headline|Key|Main|Inspection) findings(?: .*)?"
    r"|Findings(?: and evaluation of progress)?|Evaluation of progress|Contents|What went well.*|What needs to change.*"
    r"|(?:Key )?[Ss]trengths(?: .{0,60})?|Scope of (?:the|this) (?:visit|inspection))\s*$"
)
_JUDGED = re.compile(
    rf"^\s*(?:The (?:experiences? and progress of|impact of leaders)|Children who need help|Leadership, management).{{0,140}}?(?::|\bis:|\bare:)\s*{_GRADE}\.?\s*$",
    re.IGNORECASE,
)
_OPENS_JUDGED = re.compile(
    r"^\s*(?:The (?:experiences? and progress of|impact of leaders on)|Leadership, management)\b"
)
_ENDS = re.compile(r"[.;:?!,][’”\")]*$")


@dataclass(frozen=True)
class Block:
    kind: str
    text: str


def is_known_heading(text: str) -> bool:
    return bool(_KNOWN.match(text))


def blocks_of(lines: Sequence[str]) -> list[Block]:
    return [Block(kind, one_line(group)) for kind, group in _groups(lines)]


def _groups(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    kind, place = PARAGRAPH, 0
    group: list[str] = []
    while place < len(lines):
        line = lines[place]
        if heading := _heading_at(lines, place):
            yield from _whole(kind, group)
            yield HEADING, list(lines[place : place + heading])
            kind, group = PARAGRAPH, []
            place += heading
            continue
        begins = _begins(line) if _may_begin(group) else None
        if begins or not line.strip():
            yield from _whole(kind, group)
            kind, group = begins or (PARAGRAPH, [])
        else:
            group.append(line)
        place += 1
    yield from _whole(kind, group)


def _may_begin(group: Sequence[str]) -> bool:
    """A number at the start of a line in the middle of a sentence opens no paragraph; neither does a dash."""
    return not group or bool(_ENDS.search(group[-1].rstrip())) or len(group[-1]) < 70


def _begins(line: str) -> tuple[str, list[str]] | None:
    if bullet := _BULLET.match(line):
        return BULLET, [line[bullet.end() :]]
    if numbered := _NUMBERED.match(line):
        return NUMBERED, [line[numbered.end() :]]
    return None


def _whole(kind: str, group: list[str]) -> Iterator[tuple[str, list[str]]]:
    if any(line.strip() for line in group):
        yield kind, group


def _heading_at(lines: Sequence[str], place: int) -> int:
    """How many lines from here are a heading; 0: none."""
    if _KNOWN.match(lines[place]):
        return 1
    for many in (1, 2, 3):
        if _OPENS_JUDGED.match(lines[place]) and _JUDGED.match(one_line(lines[place : place + many])):
            return many
    return _short_heading_at(lines, place)


def _short_heading_at(lines: Sequence[str], place: int) -> int:
    """One or two short lines between blank ones, with no end of a sentence, is a heading."""
    if place and lines[place - 1].strip():
        return 0
    group: list[str] = []
    for line in lines[place : place + 4]:
        if not line.strip() or (group and _begins(line)):
            break
        group.append(line)
    text = one_line(group)
    most = 3 if _OPENS_JUDGED.match(text) else 2
    is_short = 0 < len(group) <= most and len(text) <= 110 and bool(re.match(r"[A-Z‘“]", text))
    return len(group) if is_short and not _ENDS.search(text) and not _begins(group[0]) else 0
