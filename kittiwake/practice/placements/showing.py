"""What the pages of placements show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.missing.models import Episode, Notification
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.rules import State
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Placement, Words
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date

LOOKS = {
    State.OVERDUE: Status("Overdue", "red"),
    State.WAITING: Status("To do", "yellow"),
    State.LATE: Status("Done late", "orange"),
    State.DONE: Status("Done"),
}
TITLES = {
    standard.key: standard.title
    for standard in (rules.FIRST_VISIT, rules.PLACEMENT_PLAN, rules.NOTICE, rules.NEARER)
}


def owed(move: Move) -> list[rules.Duty]:
    """What the regulations ask about it. One query, unless its clocks were fetched with it."""
    notice = next((clock for clock in move.entry.clocks.all() if clock.key == rules.NOTICE.key), None)
    return rules.duties(move.facts(local_date(notice.due_at) if notice else None))


@dataclass(frozen=True)
class MissingFromHere:
    """A time missing from this placement, and whether the council they are placed in was told."""

    episode: Episode
    told: bool


@dataclass
class MovePage:
    move: Move
    viewer: Viewer
    at: datetime

    @property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def _owed(self) -> list[rules.Duty]:
        return owed(self.move)

    @cached_property
    def duties(self) -> list[Task]:
        return [self._duty(duty) for duty in self._owed]

    def _duty(self, duty: rules.Duty) -> Task:
        done, may = duty.done_on, self._may(duty.key)
        href = "" if done or not may else reverse(f"placements:{duty.key}", args=[self.move.pk])
        when = f"Done {long_date(done)}" if done else f"By {long_date(duty.due_on)}"
        return Task(duty.title, href, f"{when}. {duty.source}", LOOKS[duty.state(self.today)])

    def _may(self, key: str) -> bool:
        return self.viewer.may(Power.APPROVE if key == "approve" else Power.RECORD)

    @property
    def facts(self) -> list[SummaryRow]:
        move, placement = self.move, self.move.placement
        approved = (
            f"{move.get_approved_as_display()}, {move.approved_by}: {move.approved_why}"
            if move.approved_on
            else ""
        )
        rows = [
            (
                "From",
                long_date(placement.starts_on)
                + (f" until {long_date(placement.ends_on)}" if placement.ends_on else ""),
            ),
            ("With", "\n".join(filter(None, [placement.home_name, placement.carer, placement.carer_phone]))),
            ("Kind", codes.PLACEMENT.label(placement.kind) if placement.kind in codes.PLACEMENT else ""),
            ("How they are placed", move.get_arrangement_display()),
            ("Miles from home", "" if placement.miles is None else f"{float(placement.miles):g}"),
            ("Emergency", "Yes" if move.is_emergency else "No"),
            ("Why it suits", move.why_here),
            ("First review", long_date(move.first_review_on) if move.first_review_on else ""),
        ]
        extra = [
            (
                "Why it ended",
                codes.PLACEMENT_CHANGE.label(placement.end_reason) if placement.end_reason else "",
            ),
            ("Approved", approved),
            ("The other council said", move.consulted_words),
            ("Notice sent to", move.notified_whom),
            ("Why no notice was sent", move.no_notice_why),
            ("They agree to fewer visits", move.agreed_fewer_words),
        ]
        return [SummaryRow(key, value) for key, value in [*rows, *(row for row in extra if row[1])]]

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        clocks = self.viewer.see(Clock).filter(entry=self.move.entry, cancelled_at=None).order_by("due_at")
        return [(TITLES[clock.key], clock) for clock in clocks]

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
    def episodes(self) -> list[MissingFromHere]:
        """Each time missing from here, and whether the council they are placed in was told."""
        placement = self.move.placement
        if not placement.out_of_area or not self.viewer.may(Power.SEE_MISSING):
            return []
        episodes = self.viewer.see(Episode).standing().filter(child=self.move.child)
        here = [
            episode
            for episode in episodes.select_related("entry").order_by("-reported_at")
            if _within(episode, placement)
        ]
        told = set(
            self.viewer.see(Notification)
            .filter(episode__in=here, duty="host_authority")
            .values_list("episode_id", flat=True)
        )
        return [MissingFromHere(episode, episode.pk in told) for episode in here]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.move.entry.is_struck_out

    @property
    def may_say_no_notice(self) -> bool:
        return self.may_record and any(duty.key == "notify" and duty.done_on is None for duty in self._owed)

    @property
    def may_agree_fewer(self) -> bool:
        """A year in, in a placement meant to last."""
        started, way = self.move.placement.starts_on, self.move.arrangement
        return (
            self.may_record
            and self.move.agreed_fewer_on is None
            and not rules.no_fewer_visits(way, started, self.today)
        )

    @property
    def may_look_nearer(self) -> bool:
        return (
            self.may_record and bool(self.move.placement.out_of_area) and self.move.placement.ends_on is None
        )


def _within(episode: Episode, placement: Placement) -> bool:
    day = local_date(episode.started_at)
    return placement.starts_on <= day and (placement.ends_on is None or day < placement.ends_on)
