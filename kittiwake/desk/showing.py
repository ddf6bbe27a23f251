"""What the child's page shows, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.desk.broken_links import holders_of
from kittiwake.practice.missing.models import CarerDetails, Episode
from kittiwake.practice.plans.models import SafetyPlan
from kittiwake.practice.plans.uncovered import uncovered
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Child, Entry, Placement, Track, Words
from kittiwake.ui.dates import local_date, long_date

TITLES = {
    "missing.return_interview": "Return interview",
    "missing.interview_offer": "Offer of a return interview",
}
FEW = 5


@dataclass
class ChildPage:
    child: Child
    viewer: Viewer
    at: datetime

    def _of_child(self, model: Any, path: str = "entry__child") -> Any:
        return self.viewer.see(model).filter(**{path: self.child})

    @cached_property
    def is_outside(self) -> bool:
        return self.viewer.is_outside

    @cached_property
    def holder(self) -> tuple[str, str]:
        return holders_of({self.child.pk}, self.at).get(self.child.pk, ("", ""))

    @property
    def facts(self) -> list[dict[str, str]]:
        child, today = self.child, local_date(self.at)
        age = child.age_on(today)
        born = f"{long_date(child.born_on)}{f', aged {age}' if age is not None else ''}" if child.born_on else ""
        team, worker = self.holder
        rows = [
            ("Born", born),
            ("Worker", f"{worker or 'Nobody'}\n{team}" if team else "Nobody"),
            ("On", self.tracks),
        ]
        if not self.is_outside:
            rows += [
                ("Also known as", self.other_names),
                ("Numbers", "\n".join(f"{i.get_kind_display()}: {i.value}" for i in self.numbers)),
                ("Ethnicity", codes.ETHNICITY.label(child.ethnicity)),
                ("Talking with them", child.communication),
                ("Placed", self.placement),
            ]
        return [{"key": key, "value": value} for key, value in rows]

    @cached_property
    def numbers(self) -> list[Any]:
        return [number for number in self.child.identifiers.all() if not number.ended_on]

    @property
    def tracks(self) -> str:
        today = local_date(self.at)
        on = self._of_child(Track, "child").filter(starts_on__lte=today).exclude(ends_on__lte=today)
        return "\n".join(f"{codes.TRACK.label(t.kind)} since {long_date(t.starts_on)}" for t in on) or "Nothing today"

    @property
    def other_names(self) -> str:
        return ", ".join(str(name) for name in self.child.names.all())

    @property
    def placement(self) -> str:
        today = local_date(self.at)
        placed = self._of_child(Placement, "child").filter(starts_on__lte=today).exclude(ends_on__lte=today)
        found = placed.select_related("address").first()
        if found is None:
            return ""
        where = "out of area, at a distance" if found.at_a_distance else "out of area" if found.out_of_area else ""
        miles = f"{found.miles:g} miles from home" if found.miles is not None else ""
        return "\n".join(filter(None, [str(found.address or ""), found.carer, ", ".join(filter(None, [where, miles]))]))

    @cached_property
    def own_words(self) -> list[Words]:
        """Who they are in their own words first, then what they said lately."""
        if self.is_outside:
            return []
        return list(self._of_child(Words, "child").filter(entry__struck_out_at=None).order_by("-about", "-said_at")[:3])

    @cached_property
    def open_episode(self) -> Episode | None:
        return self._of_child(Episode, "child").open().first()

    @cached_property
    def due(self) -> list[dict[str, Any]]:
        running = self._of_child(Clock).running().select_related("entry").order_by("due_at")
        return [{"title": TITLES.get(clock.key, clock.key), "clock": clock, "entry": clock.entry} for clock in running]

    @cached_property
    def episodes(self) -> list[Episode]:
        return list(self._of_child(Episode, "child").standing().select_related("entry").order_by("-reported_at")[:FEW])

    @cached_property
    def interviews(self) -> list[ReturnInterview]:
        return list(self._of_child(ReturnInterview, "child").standing().select_related("entry").order_by("-held_at")[:FEW])

    @cached_property
    def risks(self) -> list[PresentingRisk]:
        return list(self._of_child(PresentingRisk).standing().select_related("entry"))

    @cached_property
    def uncovered(self) -> set[int]:
        return set(uncovered(self._of_child(PresentingRisk)).values_list("pk", flat=True))

    @cached_property
    def plan(self) -> SafetyPlan | None:
        return self._of_child(SafetyPlan).filter(pk__in=SafetyPlan.objects.current()).select_related("entry").first()

    @cached_property
    def carer_details(self) -> CarerDetails | None:
        held = self._of_child(CarerDetails).filter(entry__struck_out_at=None)
        return held.select_related("entry").order_by("-entry__happened_at").first()

    @cached_property
    def latest(self) -> list[Entry]:
        return list(self.viewer.see(Entry).filter(child=self.child).order_by("-happened_at", "-id")[:FEW])
