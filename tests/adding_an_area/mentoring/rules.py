"""When a mentor and a child are to meet again. A practice of our own: no law asks for it."""

from __future__ import annotations

from kittiwake.primitives.clocks.rules import Standard, days

NEXT_TALK = Standard(
    key="mentoring.next_talk", title="Meet their mentor again", within=days(28), source="Local", local=True
)
