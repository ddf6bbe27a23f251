"""A copy of a record on its own page, and those of a child in a list. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access import footing
from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.desk.exports import lines, recording, rules
from kittiwake.desk.exports.models import RecordExport
from kittiwake.primitives.documents.rules import size_in_words
from kittiwake.record.models import Child
from kittiwake.ui.components import Cell, Column, Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import counted, long_date, long_moment, short_date

COLUMNS = columns("Asked for on", "For", "Due by", "State")
WAITING_COLUMNS = columns("Child", "For", "Asked for on", "Due by")


def state(export: RecordExport, at: datetime) -> Status:
    if export.entry.is_struck_out:
        return Status("Struck out", "grey")
    if export.made_at is not None:
        return Status("Made", "green") if export.may_be_opened_at(at) else Status("Gone after a day", "grey")
    if export.is_broken:
        return Status("Could not be made", "red")
    return Status("Being made", "blue") if export.started_at else Status("To be decided", "yellow")


@dataclass
class ExportShown:
    export: RecordExport
    viewer: Viewer
    at: datetime

    @property
    def state(self) -> Status:
        return state(self.export, self.at)

    @property
    def percent(self) -> int:
        return rules.percent(self.export.done, self.export.total)

    @cached_property
    def may_decide(self) -> bool:
        may = self.viewer.may(Power.EXPORT_RECORD) and not self.export.entry.is_struck_out
        return (
            may and not self.export.is_working and not recording.why_not_decide(self.export, self.viewer.user)
        )

    @property
    def may_open(self) -> bool:
        mine = self.export.asked_by_id == self.viewer.user.pk
        return mine and self.export.may_be_opened_at(self.at) and not self.export.entry.is_struck_out

    @cached_property
    def lines_decided(self) -> int:
        return self.export.decisions.filter(taken_back_at=None).count()

    @cached_property
    def lines_there(self) -> int:
        return lines.entries(self.export, self.viewer).count()

    @property
    def rows(self) -> list[SummaryRow]:
        export = self.export
        rows = [
            SummaryRow("For", export.for_whom),
            SummaryRow("Right", export.get_right_display()),
            SummaryRow("Asked for on", long_date(export.asked_on)),
            SummaryRow("Due by", f"{long_date(export.due_on)} (UK GDPR, article 12)"),
            SummaryRow("Recorded by", f"{export.asked_by}, who alone can open the file"),
            SummaryRow("Decided so far", f"{self.lines_decided} of {self.lines_there} lines go out"),
        ]
        return rows + self._made

    @property
    def _made(self) -> list[SummaryRow]:
        export = self.export
        if export.made_at is None:
            return []
        return [
            SummaryRow("Made", f"{long_moment(export.made_at)}; decided by {export.started_by}"),
            SummaryRow("Withheld", counted(export.withheld, "line")),
            SummaryRow("Not in it, because who asked may not see it", counted(export.unseen, "line")),
            SummaryRow("File", size_in_words(export.size)),
            SummaryRow("Fingerprint (SHA-256)", export.sha256),
        ]


def waiting(viewer: Viewer) -> QuerySet[RecordExport]:
    """What somebody else has asked for and nobody has decided, the first due first."""
    asked = viewer.see(RecordExport).filter(started_at=None, entry__struck_out_at=None)
    return asked.exclude(asked_by=viewer.user).select_related("child", "entry").order_by("due_on", "pk")


def waiting_row(export: RecordExport) -> list[Cell]:
    link = TextLink(export.child.name, export.get_absolute_url())
    return [link, export.for_whom, short_date(export.asked_on), short_date(export.due_on)]


@dataclass
class ExportsOfChild:
    child: Child
    viewer: Viewer
    at: datetime

    @property
    def columns(self) -> list[Column]:
        return COLUMNS

    @cached_property
    def rows(self) -> list[list[Cell]]:
        asked = self.viewer.see(RecordExport).filter(child=self.child).select_related("entry")
        return [self._row(export) for export in asked.order_by("-asked_on", "-pk")]

    def _row(self, export: RecordExport) -> list[Cell]:
        link = TextLink(short_date(export.asked_on), export.get_absolute_url())
        return [link, export.for_whom, short_date(export.due_on), state(export, self.at).text]

    @cached_property
    def may_ask(self) -> bool:
        return self.viewer.may(Power.RECORD) and footing.holds(self.child, self.viewer.user)
