"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import on_record
from kittiwake.assurance.audits.models import AuditAction
from kittiwake.assurance.audits.rules import FULL
from kittiwake.assurance.audits.visibility import to_do
from kittiwake.assurance.audits.waiting.showing import WaitingPage
from kittiwake.primitives.instruments import library
from kittiwake.primitives.shared_pages.my_work import SHOWN, Item, OnMyWork, WaitingItems
from kittiwake.primitives.shared_pages.rules import LONG, Kind
from kittiwake.primitives.shared_pages.standards import StandardReaders
from kittiwake.queries.kept import kept
from kittiwake.time.moments import end_of
from kittiwake.ui.components import Status, TextLink
from kittiwake.ui.dates import long_date

CAME_BACK = {"sent_back": "Sent back", "reopened": "Open again"}  # the newest step of an action
PAGE = "audits:waiting"


def actions(page: OnMyWork) -> Iterator[Item]:
    """What somebody is to do because of an audit; with what came back to them, because nothing had changed."""
    if not page.viewer.may(Power.ANSWER):
        return
    for action in _to_do(page.viewer):
        back = CAME_BACK.get(action.last or "")  # type: ignore[attr-defined]  # annotated by to_do
        yield page.item(
            Kind.SENT_BACK if back else Kind.TIMED,
            action.child,
            action.what,
            action.get_absolute_url(),
            f"Audit action, by {long_date(action.due_on)}",
            Status(back, "red") if back else Status("To do", "blue"),
            # It has steps of its own and is not put off or handed over with what is long late.
            due_at=max(end_of(action.due_on), page.at - LONG),
            entry_id=action.pk,
        )


@kept
def _to_do(viewer: Viewer) -> QuerySet[AuditAction]:
    return to_do(viewer).select_related("child").order_by("-due_on", "pk")[:SHOWN]


def to_audit(viewer: Viewer, at: datetime) -> int:
    return len(WaitingPage(viewer, at).to_audit)


def to_moderate(viewer: Viewer, at: datetime) -> int:
    return len(WaitingPage(viewer, at).to_moderate)


def to_look_at(viewer: Viewer, at: datetime) -> int:
    return len(WaitingPage(viewer, at).to_look_at)


def questions(standard: str) -> list[TextLink]:
    """What the practice audit asks, with what this standard says beside it."""
    asked = library.latest(FULL).questions
    return [
        TextLink(f"The practice audit, beside the question “{asked[key].text}”", "")
        for key, reads in on_record.READS.items()
        if standard in reads
    ]


PARTS = [
    WaitingItems(actions),
    Waits(Power.AUDIT, to_audit, PAGE, "record to audit", "records to audit"),
    Waits(Power.AUDIT, to_moderate, PAGE, "mark or grade to decide", "marks or grades to decide"),
    Waits(Power.AUDIT, to_look_at, PAGE, "audit action to check", "audit actions to check"),
    StandardReaders(30, "", questions),
]
