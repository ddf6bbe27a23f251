"""What has come whole, for its sender to choose from, and as the file it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from tempfile import TemporaryFile

from django.conf import settings
from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.primitives.documents.arrivals.recording import oldest
from kittiwake.primitives.documents.models import Arrival, ArrivedPiece
from kittiwake.record.models import Child
from kittiwake.ui.receiving import ReceivedFile


def whole_files(child: Child, user: User, *, at: datetime) -> list[Arrival]:
    """Sent by this person for this child, and not added yet."""
    theirs = Arrival.objects.filter(user=user, child=child, came=F("size"), began_at__gt=oldest(at))
    return list(theirs.order_by("pk"))


@contextmanager
def opened(arrivals: Iterable[Arrival]) -> Iterator[list[ReceivedFile]]:
    with ExitStack() as files:
        yield [files.enter_context(_opened(arrival)) for arrival in arrivals]


@contextmanager
def _opened(arrival: Arrival) -> Iterator[ReceivedFile]:
    """A piece at a time, into a file without a name."""
    with TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as file:
        for key in (
            ArrivedPiece.objects.filter(arrival=arrival).order_by("start").values_list("pk", flat=True)
        ):
            file.write(ArrivedPiece.objects.values_list("content", flat=True).get(pk=key))
        file.seek(0)
        yield ReceivedFile(file, arrival.name, "", arrival.size)
