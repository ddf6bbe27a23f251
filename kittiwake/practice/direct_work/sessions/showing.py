"""A session as its page shows it. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.slots import BECAUSE_OF_SESSION
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Words
from kittiwake.time.moments import Moment
from kittiwake.ui.components import Status, SummaryRow, Task, TextLink
from kittiwake.ui.dates import long_moment

STATES = {
    "planned": Status("Planned", "blue"),
    "held": Status("Held", "green"),
    "missed": Status("Missed", "orange"),
}
TITLES = {standard.key: standard.title for standard in rules.STANDARDS}


def task_of(session: Session) -> Task:
    """As a list shows it."""
    moment = Moment(session.entry.happened_at, session.time_known)
    hints = [session.worker_name, session.get_place_display(), session.get_change_display()]
    return Task(
        f"{session.get_kind_display()}, {long_moment(moment)}",
        session.get_absolute_url(),
        " · ".join(filter(None, hints)),
        STATES[session.state],
    )


@dataclass
class SessionPage:
    session: Session
    viewer: Viewer
    at: datetime

    @property
    def tag(self) -> Status:
        return STATES[self.session.state]

    @cached_property
    def words(self) -> list[Words]:
        return list(self.viewer.see(Words).filter(entry=self.session.entry).order_by("pk"))

    @property
    def facts(self) -> list[SummaryRow]:
        session = self.session
        rows = [
            ("Planned for", long_moment(session.planned_at) if session.planned_at else "Not planned"),
            ("Held", long_moment(Moment(session.held_at, session.time_known)) if session.held_at else ""),
            ("With", session.worker_name),
            ("For", session.purpose),
            ("Where", session.get_place_display()),
            ("Seen", _yes_no(session.seen)),
            ("Seen alone", _yes_no(session.alone) + (f". {session.who_else}" if session.who_else else "")),
        ]
        shown = [SummaryRow(key, value) for key, value in rows]
        return shown if session.held_at else [shown[0], *shown[2:5]]

    @property
    def work(self) -> list[SummaryRow]:
        session, methods = self.session, dict(rules.METHODS)
        rows = [
            ("How it was adapted", session.adapted),
            ("How they worked", ", ".join(methods[method].lower() for method in session.methods)),
            ("What was tried", session.tried),
            ("What has changed", "\n".join(filter(None, [session.get_change_display(), session.changed]))),
            ("What comes next", session.next_steps),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @property
    def gaps(self) -> list[str]:
        session = self.session
        if session.state != "held":
            return []
        return rules.gaps(
            words=len(self.words), tried=session.tried, changed=session.changed or session.change, seen=session.seen,
            adapted=session.adapted, needs=session.child.communication,
        )  # fmt: skip

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        clocks = self.viewer.see(Clock).filter(entry=self.session.entry, cancelled_at=None, key__in=TITLES)
        return [(TITLES[clock.key], clock) for clock in clocks]

    @property
    def following(self) -> list[TextLink]:
        """What may be done because of it."""
        child, cause = self.session.child_id, f"?because_of={self.session.pk}"
        return [
            TextLink(link.text, f"{link.address(child)}{cause}")
            for link in self.viewer.links(BECAUSE_OF_SESSION)
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.session.entry.is_struck_out


def _yes_no(value: bool | None) -> str:
    return {True: "Yes", False: "No", None: "Not recorded"}[value]
