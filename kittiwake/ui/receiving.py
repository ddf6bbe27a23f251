"""Files on their way in: counted while they come, and never whole in memory.

What is larger than any form takes is counted to its end and not kept, so that whoever sends it gets a sentence and not a
broken connection. The rest goes into a file without a name, which is gone with the process whatever happens to it.
"""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 50_000_000
NO_ROOM = (
    "The server has no room left for your file. Tell whoever looks after it, and send the file again later"
)


class ReceivedFile(UploadedFile):  # type: ignore[type-arg]
    """`refused` is why it was not kept, where it was not: then there is nothing in it. Its size is what came."""

    refused = ""


class BoundedUploads(FileUploadHandler):
    kept: IO[bytes]
    refused: str

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.refused, self.kept = "", _nameless()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.refused:
            return
        if start + len(raw_data) > MOST_BYTES:
            self._give_up(f"The selected file must be smaller than {MOST_BYTES / 1_000_000:g}MB")
            return
        try:
            self.kept.write(raw_data)
        except OSError:
            self._give_up(NO_ROOM)

    def _give_up(self, why: str) -> None:
        """What has been kept of it goes at once."""
        self.refused = why
        self.kept.close()
        self.kept = _nameless()

    def file_complete(self, file_size: int) -> ReceivedFile:
        try:
            self.kept.seek(0)  # writes what was still held back
        except OSError:
            self._give_up(NO_ROOM)
        received = ReceivedFile(self.kept, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)  # fmt: skip
        received.refused = self.refused
        return received

    def upload_interrupted(self) -> None:
        if kept := getattr(self, "kept", None):
            kept.close()


def _nameless() -> IO[bytes]:
    return TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)
