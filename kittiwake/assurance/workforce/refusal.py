"""What the recording of this area shares: a rule's sentence becomes a refusal beside its question."""

from __future__ import annotations

from kittiwake.history.refusal import Refused


def refuse(wrong: str, field: str) -> None:
    if wrong:
        raise Refused(wrong, field=field)
