"""A worker makes the file: papers and documents into one archive, on the disk without a name until it is whole.

It reads as whoever asked, anew for each step: what they may not see any more is not in it. A worker that dies leaves
nothing behind, and another begins afresh (config/schedule.py). So many lines are a paper of their own, which keeps what
is in memory as large for a long record as for a short one.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from hashlib import file_digest, sha256
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.desk.chronology.paper import told_on_paper
from kittiwake.desk.exports import lines, recording
from kittiwake.desk.exports.models import RecordExport
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.rules import name_to_give
from kittiwake.primitives.documents.serving import opened
from kittiwake.record.models import Entry
from kittiwake.ui.dates import long_date, long_moment
from kittiwake.ui.paper import Block, Facts, Heading, Note, Paper, Paragraph, pdf

LINES_ON_A_PAPER = 200
WITHHELD = "Not given out"


class Stopped(RuntimeError):
    """Says which copy stopped and nothing of what it holds: this is what logs are given."""


@app.task(queue="exports")
def make(export_id: int) -> None:
    """Done once too often, it does nothing."""
    with acting_as_system():
        rows = RecordExport.objects.select_related("entry", "child", "asked_by", "started_by")
        export = rows.get(pk=export_id)
    if not export.is_working:
        return
    try:
        with TemporaryFile() as file:
            Archive(export, file, now()).make()
    except Exception as error:
        with acting_as_system():
            recording.note_broken(export)
        # The error's own words may quote a row: its kind and the number are enough to find it.
        raise Stopped(f"Copy {export_id} stopped: {type(error).__name__}") from None


class Archive:
    def __init__(self, export: RecordExport, file: IO[bytes], at: datetime) -> None:
        self.export, self.file, self.at = export, file, at
        self.hashes: dict[str, str] = {}
        self.withheld = self.given = 0
        with acting_as_system():
            self.reader = User.objects.get(pk=export.asked_by_id, is_active=True)
            whole = lines.entries(export, Viewer(User.objects.system()))
            self.everything = whole.count()

    def make(self) -> None:
        with ZipFile(self.file, "w", ZIP_DEFLATED) as self.archive:
            self._all_lines()
            self._add("manifest.json", json.dumps(self._manifest(), indent=1).encode())
        size = self.file.tell()
        self.file.seek(0)
        digest = file_digest(self.file, "sha256").hexdigest()  # type: ignore[arg-type]  # it reads, and that is all it takes
        with acting_as_system() as system:
            recording.keep(
                self.export,
                self.file,
                size=size,
                sha256=digest,
                withheld=self.withheld,
                unseen=self.unseen,
                by=system,
                at=now(),
            )

    @property
    def unseen(self) -> int:
        return max(0, self.everything - self.given - self.withheld)

    def _all_lines(self) -> None:
        with acting_as(self.reader):
            viewer = self._viewer()
            keys = list(lines.entries(self.export, viewer).values_list("pk", flat=True))
        for number, start in enumerate(range(0, len(keys) or 1, LINES_ON_A_PAPER), 1):
            with acting_as(self.reader):
                self._some_lines(number, keys[start : start + LINES_ON_A_PAPER])
            with acting_as_system():
                recording.tell_progress(self.export, done=start + LINES_ON_A_PAPER, total=len(keys) or 1)

    def _viewer(self) -> Viewer:
        """As they are now: who may not read it any more is given none of it."""
        viewer = Viewer(self.reader)
        may = viewer.may(Power.SEE_CHRONOLOGY) and viewer.children.filter(pk=self.export.child_id).exists()
        if not may:
            raise PermissionError
        return viewer

    def _some_lines(self, number: int, keys: list[int]) -> None:
        viewer = self._viewer()
        some = list(lines.entries(self.export, viewer).filter(pk__in=keys))
        given = lines.theirs(viewer, some).union(lines.decided(self.export, some))
        self.given, self.withheld = self.given + len(given), self.withheld + len(some) - len(given)
        blocks: list[Block] = []
        for line in lines.told(self.export, viewer, some):
            blocks += told_on_paper(line) if line.entry.pk in given else _withheld(line.entry)
        self._add(f"chronology-{number:03}.pdf", pdf(self._paper(number, blocks), at=self.at))
        self._documents(viewer, given)

    def _documents(self, viewer: Viewer, given: set[int]) -> None:
        rows = viewer.see(Document).filter(entry__in=given, struck_out_at=None).order_by("pk")
        for document in rows:
            if document.may_be_opened:
                name = f"documents/{document.pk}-{name_to_give(document.title, document.is_of)}"
                with opened(document) as kept, self.archive.open(name, "w", force_zip64=True) as inside:
                    shutil.copyfileobj(kept, inside)
                self.hashes[name] = document.sha256

    def _paper(self, number: int, blocks: list[Block]) -> Paper:
        export = self.export
        about = Facts(
            [
                ("Whose", export.child.name),
                ("For", export.for_whom),
                ("Asked for on", long_date(export.asked_on)),
                ("Made on", long_moment(self.at)),
                ("Decided by", str(export.started_by)),
            ]
        )
        told: list[Block] = blocks or [Paragraph("Nothing has been recorded.")]
        opening: list[Block] = [about, Note(WHAT_IS_NOT_IN_IT)] if number == 1 else [about]
        title = f"Record of {export.child.name}, part {number}"
        return Paper(title=title, blocks=[*opening, Heading("What happened, the oldest first"), *told])

    def _add(self, name: str, content: bytes) -> None:
        self.archive.writestr(name, content)
        self.hashes[name] = sha256(content).hexdigest()

    def _manifest(self) -> dict[str, object]:
        return {
            "made_at": self.at.isoformat(),
            "lines": {"given": self.given, "withheld": self.withheld, "not_seen_by_who_asked": self.unseen},
            "what_is_not_in_it": WHAT_IS_NOT_IN_IT,
            "sha256": dict(self.hashes),
        }


WHAT_IS_NOT_IN_IT = (
    "Lines that tell of other people, or that could do serious harm, are not given out: each stands here as “Not given out”, "
    "with its day. Lines that whoever asked for this copy may not see themselves are not in it at all; the list of files says how many."
)


def _withheld(entry: Entry) -> list[Block]:
    return [Heading(f"{long_date(entry.happened_at)}: {WITHHELD}", level=2)]
