"""What the pages of placements show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.practice.missing.models import Episode, Telling
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.rules import State
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Child, Words
from kittiwake.ui.dates import local_date, long_date

LOOKS = {
    State.OVERDUE: ("Overdue", "red"),
    State.WAITING: ("To do", "yellow"),
    State.LATE: ("Done late", "orange"),
    State.DONE: ("Done", ""),
}
TITLES = {one.key: one.title for one in (rules.FIRST_VISIT, rules.NOTICE, rules.NEARER)}


def far(move: Move) -> dict[str, str]:
    """How far it is from us, as a tag."""
    placement = move.placement
    if placement.at_a_distance:
        return {"text": "At a distance", "colour": "red"}
    if placement.out_of_area:
        return {"text": "Out of our area", "colour": "orange"}
    known = placement.out_of_area is False
    return {"text": "In our area" if known else "Area not known", "colour": "green" if known else "grey"}


def owed(move: Move) -> list[rules.Duty]:
    """What the regulations ask about it. One query, unless its clocks were fetched with it."""
    notice = next((clock for clock in move.entry.clocks.all() if clock.key == rules.NOTICE.key), None)
    return rules.duties(move.facts(local_date(notice.due_at) if notice else None))


@dataclass
class MovePage:
    move: Move
    viewer: Viewer
    at: datetime

    @property
    def today(self) -> date:
        return local_date(self.at)

    @property
    def far(self) -> dict[str, str]:
        return far(self.move)

    @cached_property
    def duties(self) -> list[dict[str, Any]]:
        return [self._duty(one) for one in owed(self.move)]

    def _duty(self, one: rules.Duty) -> dict[str, Any]:
        text, colour = LOOKS[one.state(self.today)]
        done = one.done_on
        href = "" if done or not self._may(one.key) else reverse(f"placements:{one.key}", args=[self.move.pk])
        when = f"Done {long_date(done)}" if done else f"By {long_date(one.due_on)}"
        status = {"text": text, "colour": colour}
        return {"title": one.title, "href": href, "hint": f"{when}. {one.source}", "status": status}

    def _may(self, key: str) -> bool:
        return self.viewer.may("placements.approve" if key == "approve" else "placements.record")

    @property
    def facts(self) -> list[dict[str, Any]]:
        move, one = self.move, self.move.placement
        approved = (
            f"{move.get_approved_as_display()}, {move.approved_by}: {move.approved_why}"
            if move.approved_on
            else ""
        )
        rows = [
            ("From", long_date(one.starts_on) + (f" until {long_date(one.ends_on)}" if one.ends_on else "")),
            ("With", "\n".join(filter(None, [one.home_name, one.carer, one.carer_phone]))),
            ("Kind", codes.PLACEMENT.label(one.kind) if one.kind in codes.PLACEMENT else ""),
            ("How they are placed", move.get_arrangement_display()),
            ("Miles from home", "" if one.miles is None else f"{float(one.miles):g}"),
            ("Emergency", "Yes" if move.is_emergency else "No"),
            ("Why it suits", move.why_here),
            ("First review", long_date(move.first_review_on) if move.first_review_on else ""),
        ]
        extra = [
            ("Approved", approved),
            ("The other council said", move.consulted_words),
            ("Notice sent to", move.notified_whom),
        ]
        return [{"key": key, "value": value} for key, value in [*rows, *(row for row in extra if row[1])]]

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        found = self.viewer.see(Clock).filter(entry=self.move.entry, cancelled_at=None).order_by("due_at")
        return [(TITLES[one.key], one) for one in found]

    @cached_property
    def words(self) -> list[Words]:
        return list(self.viewer.see(Words).filter(entry=self.move.entry))

    @cached_property
    def reviews(self) -> list[NearerReview]:
        return list(
            self.viewer.see(NearerReview)
            .filter(move=self.move, entry__struck_out_at=None)
            .select_related("entry")
            .order_by("-held_on")
        )

    @cached_property
    def episodes(self) -> list[dict[str, Any]]:
        """Each time missing from here, and whether the council they are placed in was told."""
        one = self.move.placement
        if not one.out_of_area or not self.viewer.may("missing.see"):
            return []
        found = self.viewer.see(Episode).standing().filter(child=self.move.child, out_of_area=True)  # type: ignore[attr-defined]
        here = [
            episode
            for episode in found.select_related("entry").order_by("-reported_at")
            if _within(episode, one)
        ]
        told = set(
            self.viewer.see(Telling)
            .filter(episode__in=here, duty="host_authority")
            .values_list("episode_id", flat=True)
        )
        return [{"episode": episode, "told": episode.pk in told} for episode in here]

    @property
    def may_record(self) -> bool:
        return self.viewer.may("placements.record") and not self.move.entry.is_struck_out

    @property
    def may_look_nearer(self) -> bool:
        return (
            self.may_record and bool(self.move.placement.out_of_area) and self.move.placement.ends_on is None
        )


def _within(episode: Episode, placement: Any) -> bool:
    day = local_date(episode.started_at)
    return placement.starts_on <= day and (placement.ends_on is None or day < placement.ends_on)


@dataclass
class PlacementsPage:
    """Everywhere one child has been placed, newest first, and what each move changed."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def moves(self) -> list[Move]:
        found = self.viewer.see(Move).standing().filter(child=self.child)  # type: ignore[attr-defined]
        rows = found.select_related("placement", "entry").prefetch_related("entry__clocks")
        return sorted(rows, key=lambda one: one.placement.starts_on, reverse=True)

    @property
    def now(self) -> Move | None:
        today = local_date(self.at)
        return next(
            (one for one in self.moves if one.placement.ends_on is None or one.placement.ends_on > today),
            None,
        )

    @property
    def items(self) -> list[dict[str, Any]]:
        return [self._item(one) for one in self.moves]

    def _item(self, move: Move) -> dict[str, Any]:
        one, today = move.placement, local_date(self.at)
        late = sum(duty.state(today) is State.OVERDUE for duty in owed(move))
        until = f" until {long_date(one.ends_on)}" if one.ends_on else ""
        hint = f"From {long_date(one.starts_on)}{until}" + (f". {late} overdue" if late else "")
        return {
            "title": one.home_name or one.carer or "Placement",
            "href": move.get_absolute_url(),
            "hint": hint,
            "status": far(move),
        }

    @property
    def columns(self) -> list[dict[str, Any]]:
        numbers = ("Days on each side", "Missing before", "Missing since")
        return [
            {"text": "Move"},
            {"text": "Which way"},
            *({"text": text, "is_number": True} for text in numbers),
        ]

    @cached_property
    def compared(self) -> list[list[str]]:
        """Each move but the first, beside how often they went missing before and since."""
        if not self.viewer.may("missing.see"):
            return []
        found = self.viewer.see(Episode).standing().filter(child=self.child)  # type: ignore[attr-defined]
        started = [local_date(one.started_at) for one in found]
        pairs = list(zip(self.moves, self.moves[1:], strict=False))
        return [row for after, before in pairs if (row := self._compared(before, after, started))]

    def _compared(self, before: Move, after: Move, started: list[date]) -> list[str] | None:
        found = rules.compare(started, after.placement.starts_on, local_date(self.at))
        if found is None:
            return None
        nearer = rules.is_nearer(where(before), where(after))
        way = "Nearer home" if nearer else "Not nearer"
        return [
            long_date(after.placement.starts_on),
            way,
            str(found.days),
            str(found.before),
            str(found.after),
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may("placements.record")


def where(move: Move) -> rules.Where:
    one = move.placement
    return rules.Where(one.out_of_area, one.at_a_distance, one.miles)


@dataclass
class AwayPage:
    """Every child in sight who is placed out of our area today, what is overdue first."""

    viewer: Viewer
    at: datetime

    @cached_property
    def rows(self) -> list[tuple[Move, int]]:
        today = local_date(self.at)
        found = self.viewer.see(Move).away(today).select_related("placement", "entry", "child")  # type: ignore[attr-defined]
        rows = [
            (move, sum(duty.state(today) is State.OVERDUE for duty in owed(move)))
            for move in found.prefetch_related("entry__clocks", "child__identifiers")
        ]
        return sorted(
            rows,
            key=lambda row: (-row[1], not row[0].placement.at_a_distance, row[0].child.surname, row[0].pk),
        )

    @property
    def items(self) -> list[dict[str, Any]]:
        return [self._item(move, late) for move, late in self.rows]

    @staticmethod
    def _item(move: Move, late: int) -> dict[str, Any]:
        one = move.placement
        miles = f"{float(one.miles):g} miles, " if one.miles is not None else ""
        overdue = f". {late} overdue" if late else ""
        hint = f"{miles}since {long_date(one.starts_on)}{overdue}"
        return {"title": move.child.name, "href": move.get_absolute_url(), "hint": hint, "status": far(move)}

    @property
    def child_ids(self) -> set[int]:
        return {move.child_id for move, _ in self.rows}
