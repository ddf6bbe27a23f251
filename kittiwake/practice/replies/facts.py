"""What a child is told: the same for form, import and recording."""

from __future__ import annotations

from typing import TypedDict


class ReplyWords(TypedDict):
    """Reply's own texts."""

    heard: str
    will_do: str
    cannot_do: str
    whom_to_ring: str
