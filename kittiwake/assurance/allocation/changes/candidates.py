"""Who could be a child's worker: whom the child knows first, with what the record says, and how many they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.people import who_may
from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.changes.known_workers import Reason, who_knows
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.caseloads.rules import Caseload
from kittiwake.record.models import Allocation, Child, Membership, Team
from kittiwake.time.moments import local_date

NOT_CHILDRENS = ["service", "partner"]  # teams that hold no children


@dataclass(frozen=True)
class Candidate:
    place: Membership  # the worker, in a team
    load: Caseload
    reasons: list[Reason]
    away: Away | None = None

    @property
    def words(self) -> str:
        """As a line of a list to choose from."""
        full = ", enough for now" if self.load.is_full else ""
        away = f", away {self.away.until}" if self.away else ""
        knows = f". {self.reasons[0].text}" if self.reasons else ""
        return f"{self.place.worker}, {self.place.team}: {self.load}{full}{away}{knows}"


@dataclass
class Choosing:
    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> Any:
        return local_date(self.at)

    @cached_property
    def now(self) -> Allocation | None:
        """The newest allocation: today's, or one that begins later."""
        newest = self.viewer.see(Allocation).filter(child=self.child, role=Allocation.LEAD, ends_on=None)
        return newest.select_related("worker", "team").first()

    @property
    def teams(self) -> Any:
        return Team.objects.exclude(kind__in=NOT_CHILDRENS).order_by("name")

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Everybody who works in a team that holds children, whom the child knows first."""
        places = Membership.objects.on(self.today).filter(manages=False, covered=None, worker__ends_on=None)
        able = who_may(Power.RECORD, day=self.today, without_sign_in=True)
        places = places.filter(worker__in=able).exclude(team__kind__in=NOT_CHILDRENS)
        places = places.select_related("worker", "team")
        found = list(places.order_by("team__name", "worker__name", "pk"))
        loads = caseloads([one.worker for one in found], self.today)
        away = {one.worker_id: one for one in Away.objects.on(self.today)}
        known = who_knows(self.child, self.viewer, self.today)
        made = [
            Candidate(one, loads[one.worker_id], known.get(one.worker_id, []), away.get(one.worker_id))
            for one in found
        ]
        order = list(known)
        mine = self.now.team_id if self.now else None
        return sorted(
            made,
            key=lambda one: (
                order.index(one.place.worker_id) if one.reasons else len(order),
                one.place.team_id != mine,
            ),
        )

    @property
    def known(self) -> list[Candidate]:
        """Without whoever is their worker now."""
        now = self.now.worker_id if self.now and not self.now.is_cover else None
        return [one for one in self.candidates if one.reasons and one.place.worker_id != now]

    @property
    def people(self) -> list[tuple[str, str]]:
        return [(str(one.place.pk), one.words) for one in self.candidates]

    @property
    def asks(self) -> set[str]:
        """Which of the last questions apply here."""
        full = {"over_cap_why"} if any(one.load.is_full for one in self.candidates) else set()
        return full | ({"with_actions"} if self.now and self.now.worker_id else set())

    @property
    def initial(self) -> dict[str, Any]:
        return {
            "instead_of": str(self.now.pk) if self.now else "",
            "starts_on": self.today,
            "team": self.now.team if self.now else None,
            "kind": "named",
            "with_actions": True,
        }
