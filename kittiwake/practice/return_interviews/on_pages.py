"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.return_interviews.models import NotHeld, Offer, ReturnInterview
from kittiwake.primitives.measures.links import Mend, Mends
from kittiwake.primitives.shared_pages.child_page import ChildPart, Lane, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines, alone
from kittiwake.primitives.shared_pages.my_work import ChangeLine, DraftForm
from kittiwake.queries.kept import kept
from kittiwake.ui.dates import long_date

LATEST = 5


def newest(page: OnChild) -> list[ReturnInterview]:
    if page.viewer.is_outside or not page.viewer.may(Power.SEE):
        return []
    return _standing(page)


@kept
def _standing(page: OnChild) -> QuerySet[ReturnInterview]:
    standing = page.viewer.see(ReturnInterview).standing().filter(child=page.child)
    return standing.select_related("entry").order_by("-held_at")[:LATEST]


def interviews(page: OnChild) -> list[ReturnInterview] | None:
    return page.once(newest) or None


def told_of_offer(offer: Offer) -> Lines:
    return [f"Answer: {offer.get_answer_display()}{f'. {offer.why}' if offer.why else ''}"]


def told_of_not_held(not_held: NotHeld) -> Lines:
    what = f"Put off to {long_date(not_held.until_on)}" if not_held.until_on else "No interview"
    return [f"{what}: {not_held.get_reason_display().lower()}. {not_held.words}"]


def told_of_interview(interview: ReturnInterview) -> Lines:
    held = f"Held by {interview.interviewer_name}{alone(interview.alone, interview.who_else)}"
    return [held, interview.analysis]


def listened_to(viewer: Viewer, since: datetime, until: datetime) -> Iterable[int]:
    recorded = viewer.see(ReturnInterview).standing().filter(entry__recorded_at__gt=since)
    return recorded.order_by("-held_at").values_list("child_id", flat=True)


HOLD = Mend("Write the interview", "return_interviews:hold", Power.RECORD, "child")
OFFER = Mend("Offer the interview", "return_interviews:make_offer", Power.RECORD, "child")


PARTS = [
    ChildPart("interviews", Where.RECORD, 80, "return_interviews/_on_child.html", interviews),
    Lane("Interviews", 40, kinds={"return_interviews.interview"}, counted=("interview", "interviews")),
    ChronologyLine("return_interviews.offer", Offer, told_of_offer),
    ChronologyLine("return_interviews.not_held", NotHeld, told_of_not_held),
    ChronologyLine("return_interviews.interview", ReturnInterview, told_of_interview),
    ChangeLine(30, "listened to after they were back", listened_to),
    DraftForm("return_interviews.interview", "return_interviews:hold", "return_interviews:rewrite"),
    Mends("missing.interview_overdue", HOLD),
    Mends("missing.interview_due_soon", HOLD),
    Mends("missing.not_offered", OFFER),
]
