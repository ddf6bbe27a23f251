"""What can have happened in the history of replies."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

WRITTEN = EventKind("replies.written", "Wrote what the child will be told")
CHANGED = EventKind("replies.changed", "Changed what the child will be told")
TOLD = EventKind("replies.told", "Recorded that the child was told")
ANSWERED = EventKind("replies.answered", "The child answered")
HAPPENED = EventKind("replies.happened", "Told the child whether what was promised has happened")
STRUCK_OUT = EventKind("replies.struck_out", "Struck out a reply")

EVENTS = [WRITTEN, CHANGED, TOLD, ANSWERED, HAPPENED, STRUCK_OUT]
