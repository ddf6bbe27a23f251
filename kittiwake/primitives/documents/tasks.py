"""By the clock: what waits for the scanner is asked about again, and what nobody finished sending goes."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.primitives.documents import recording, scanning
from kittiwake.primitives.documents.arrivals import recording as arrivals
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.serving import opened

AT_ONCE = 100


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="scan_documents")
def scan_documents(timestamp: int) -> None:
    look_through_what_waits()


def look_through_what_waits() -> None:
    """Each by itself, the oldest first; where the scanner is still away they go on waiting."""
    with acting_as_system():
        waiting = list(Document.objects.filter(scan=Document.WAITING).order_by("pk")[:AT_ONCE])
    for document in waiting:
        with acting_as_system() as system:
            with opened(document) as file:
                verdict = scanning.scan(file)
            if verdict in (Document.WAITING, Document.NOT_ASKED):
                return
            recording.note_scan(document, verdict, by=system, at=now())


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="clear_away_arrivals")
def clear_away_arrivals(timestamp: int) -> None:
    with acting_as_system():
        arrivals.clear_away(at=now())
