"""What the pages of direct work show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals.showing import GoalShown, goals_of
from kittiwake.practice.direct_work.models import Session
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Words
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import long_date, long_moment

STATES = {"planned": ("Planned", "blue"), "held": ("Held", "green"), "missed": ("Missed", "orange")}
TITLES = {standard.key: standard.title for standard in rules.STANDARDS}


def quotes(viewer: Viewer, child: Child) -> Any:
    """The child's own words, from wherever they were kept, newest first."""
    said = viewer.see(Words).filter(child=child, entry__struck_out_at=None)
    return said.select_related("entry").order_by("-said_at", "-pk")


def seen_sessions(viewer: Viewer, child: Child) -> Any:
    return viewer.see(Session).standing().filter(child=child).select_related("entry")


@dataclass
class WorkPage:
    """All direct work with one child."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def sessions(self) -> list[Session]:
        found = seen_sessions(self.viewer, self.child)
        return sorted(found, key=lambda one: one.entry.happened_at, reverse=True)

    @property
    def items(self) -> list[dict[str, Any]]:
        return [self._item(one) for one in self.sessions]

    @staticmethod
    def _item(one: Session) -> dict[str, Any]:
        text, colour = STATES[one.state]
        hint = " · ".join(filter(None, [one.worker_name, one.get_place_display(), one.get_change_display()]))
        title = f"{one.get_kind_display()}, {long_moment(Moment(one.entry.happened_at, one.time_known))}"
        return {
            "title": title,
            "href": one.get_absolute_url(),
            "hint": hint,
            "status": {"text": text, "colour": colour},
        }

    @cached_property
    def goals(self) -> list[GoalShown]:
        return goals_of(self.viewer, self.child)

    @cached_property
    def ended_goals(self) -> list[GoalShown]:
        return goals_of(self.viewer, self.child, ended=True)

    @cached_property
    def quotes(self) -> list[Words]:
        return list(quotes(self.viewer, self.child)[:3])

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        """Visits that are due."""
        running = self.viewer.see(Clock).running().filter(entry__child=self.child, key__in=TITLES)
        return [(TITLES[one.key], one) for one in running.order_by("due_at")]

    @property
    def summary(self) -> list[dict[str, str]]:
        held = [one for one in self.sessions if one.state == "held"]
        seen = next((one for one in held if one.seen), None)
        alone = next((one for one in held if one.alone), None)
        return [
            {"key": "Last seen", "value": _when(seen)},
            {"key": "Last seen alone", "value": _when(alone)},
            {"key": "How to communicate", "value": self.child.communication},
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def _when(session: Session | None) -> str:
    if session is None or session.held_at is None:
        return "Not yet"
    return f"{long_date(local_date(session.held_at))}, by {session.worker_name}"


@dataclass
class SessionPage:
    session: Session
    viewer: Viewer
    at: datetime

    @property
    def tag(self) -> dict[str, str]:
        text, colour = STATES[self.session.state]
        return {"text": text, "colour": colour}

    @cached_property
    def words(self) -> list[Words]:
        return list(self.viewer.see(Words).filter(entry=self.session.entry).order_by("pk"))

    @property
    def facts(self) -> list[dict[str, Any]]:
        one = self.session
        rows = [
            ("Planned for", long_moment(one.planned_at) if one.planned_at else "Not planned"),
            ("Held", long_moment(Moment(one.held_at, one.time_known)) if one.held_at else ""),
            ("With", one.worker_name),
            ("For", one.purpose),
            ("Where", one.get_place_display()),
            ("Seen", _yes_no(one.seen)),
            ("Seen alone", _yes_no(one.alone) + (f". {one.who_else}" if one.who_else else "")),
        ]
        shown = [{"key": key, "value": value} for key, value in rows]
        return shown if one.held_at else [shown[0], *shown[2:5]]

    @property
    def work(self) -> list[dict[str, Any]]:
        one, methods = self.session, dict(rules.METHODS)
        rows = [
            ("How it was adapted", one.adapted),
            ("How they worked", ", ".join(methods[method].lower() for method in one.methods)),
            ("What was tried", one.tried),
            ("What has changed", "\n".join(filter(None, [one.get_change_display(), one.changed]))),
            ("What comes next", one.next_steps),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]

    @property
    def gaps(self) -> list[str]:
        one = self.session
        if one.state != "held":
            return []
        return rules.gaps(
            words=len(self.words), tried=one.tried, changed=one.changed or one.change, seen=one.seen,
            adapted=one.adapted, needs=one.child.communication,
        )  # fmt: skip

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        found = self.viewer.see(Clock).filter(entry=self.session.entry, cancelled_at=None, key__in=TITLES)
        return [(TITLES[one.key], one) for one in found]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.session.entry.is_struck_out


def _yes_no(value: bool | None) -> str:
    return {True: "Yes", False: "No"}.get(value, "Not recorded")
