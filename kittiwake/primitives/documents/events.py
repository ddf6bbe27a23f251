"""What can have happened in the history of documents."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

KEPT = EventKind("documents.kept", "Kept a document")
STRUCK_OUT = EventKind("documents.struck_out", "Struck out a document")
SCANNED = EventKind("documents.scanned", "Looked for viruses in a document")

EVENTS = [KEPT, STRUCK_OUT, SCANNED]
