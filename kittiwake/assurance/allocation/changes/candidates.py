"""Who could be a child's worker: whom the child knows first, with what the record says, and how many they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

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
class ChoiceOfWorker:
    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def current(self) -> Allocation | None:
        """The newest allocation: today's, or one that begins later."""
        newest = self.viewer.see(Allocation).filter(child=self.child, role=Allocation.LEAD, ends_on=None)
        return newest.select_related("worker", "team").first()

    @property
    def teams(self) -> QuerySet[Team]:
        return Team.objects.lasting().exclude(kind__in=NOT_CHILDRENS)

    @property
    def _places(self) -> list[Membership]:
        """Everybody who works in a team that holds children, once a team."""
        able = who_may(Power.RECORD, day=self.today, without_sign_in=True)
        places = Membership.objects.on(self.today).filter(manages=False, covered=None, worker__ends_on=None)
        places = places.filter(worker__in=able).exclude(team__kind__in=NOT_CHILDRENS)
        return list(places.select_related("worker", "team").order_by("team__name", "worker__name", "pk"))

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Whom the child knows first, then those of the team that holds them."""
        places = self._places
        loads = caseloads([place.worker for place in places], self.today)
        away = {absence.worker_id: absence for absence in Away.objects.on(self.today)}
        known = who_knows(self.child, self.viewer, self.today)
        order = {worker_id: number for number, worker_id in enumerate(known)}
        team_id = self.current.team_id if self.current else None

        def rank(place: Membership) -> tuple[int, bool]:
            return order.get(place.worker_id, len(order)), place.team_id != team_id

        return [
            Candidate(
                place, loads[place.worker_id], known.get(place.worker_id, []), away.get(place.worker_id)
            )
            for place in sorted(places, key=rank)
        ]

    @property
    def known(self) -> list[Candidate]:
        """Without whoever is their worker now."""
        current = self.current.worker_id if self.current and not self.current.is_cover else None
        return [
            candidate
            for candidate in self.candidates
            if candidate.reasons and candidate.place.worker_id != current
        ]

    @property
    def people(self) -> list[tuple[str, str]]:
        return [(str(candidate.place.pk), candidate.words) for candidate in self.candidates]

    @property
    def asks(self) -> set[str]:
        """Which of the last questions apply here."""
        over_cap = {"over_cap_why"} if any(candidate.load.is_full for candidate in self.candidates) else set()
        return over_cap | ({"with_actions"} if self.current and self.current.worker_id else set())

    @property
    def initial(self) -> dict[str, Any]:
        """As the form begins."""
        return {
            "instead_of": str(self.current.pk) if self.current else "",
            "starts_on": self.today,
            "team": self.current.team if self.current else None,
            "kind": "named",
            "with_actions": True,
        }
