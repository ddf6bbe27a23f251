"""Statements as a page shows them: with the words that decided their reading marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def marked(text: str, spans: Iterable[Sequence[int]]) -> SafeString:
    """What does not lie in the text, or overlaps what was marked, is left out; marks beside each other are one."""
    parts: list[tuple[str, str]] = []
    at = 0
    for start, end in sorted((start, end) for start, end in spans):
        if not at <= start < end <= len(text):
            continue
        between = text[at:start]
        if parts and not between.strip():
            before, mark = parts.pop()
            parts.append((before, mark + between + text[start:end]))
        else:
            parts.append((between, text[start:end]))
        at = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", parts), text[at:])
