"""A small council drawn by chance: children on every track, with placements, workers, visits and reviews."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from kittiwake.accounts.models import User
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.duties import rules
from kittiwake.practice.placements import recording as placements
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record import recording as record
from kittiwake.record.ages import birthday
from kittiwake.record.models import Address, Child, Team, Worker
from kittiwake.time.moments import Moment, start_of

TEAMS = ("Harbour", "Marsh")
DAY = timedelta(days=1)
ENDED = (10, 60, 120)  # days before: within the six months that the lists go back


@dataclass
class Drawn:
    """Draws children whose every track is on a list of the day."""

    day: date
    by: User
    at: datetime
    chance: Random
    workers: list[tuple[Team, Worker]] = field(default_factory=list)

    @classmethod
    def council(cls, seed: int, day: date, by: User, at: datetime, children: int) -> Drawn:
        drawn = cls(day, by, at, Random(seed))
        for name in TEAMS:
            team = Team.objects.create(name=name, kind="social_work")
            drawn.workers += [(team, Worker.objects.create(name=f"{name} {one}")) for one in ("One", "Two")]
        for number in range(children):
            with settle_once():
                drawn.child(number)
        return drawn

    def child(self, number: int) -> None:
        chance = self.chance
        kind = chance.choice(["child_in_need", "child_protection", "in_care", "early_help", "care_leaver"])
        born_on = self.day - timedelta(days=chance.randint(366 * 4, 365 * 15))
        if kind == "care_leaver":
            born_on = self.day - timedelta(days=365 * 18 + chance.randint(30, 400))
        child = record.add_child(
            identifiers_={"council": f"{90000 + number}"},
            source="drawn",
            born_on=born_on,
            sex=chance.choice("MF"),
            ethnicity=chance.choice(["WBRI", "MWBC", "APKN", "NOBT"]),
            by=self.by,
            at=self.at,
        )
        self.hold(child)
        self.follow(child, kind, born_on)

    def hold(self, child: Child) -> None:
        team, worker = self.chance.choice(self.workers)
        since = self.day - timedelta(days=self.chance.randint(0, 90))
        record.allocate(child, team=team, worker=worker, starts_on=since, by=self.by, at=self.at)

    def follow(self, child: Child, kind: str, born_on: date) -> None:
        """A track that is open, or ended in the window; before a protection plan they were in need."""
        chance = self.chance
        since = self.day - timedelta(days=chance.randint(130, 300))
        ends_on = self.day - chance.choice(ENDED) * DAY if chance.random() < 0.25 else None
        if kind == "care_leaver":
            self._grow_up(child, birthday(born_on, 18))
            return
        category = {"child_protection": "NEG", "early_help": ""}.get(kind, "N1")
        if kind == "child_protection":
            began = since + 30 * DAY
            self._track(
                child,
                "child_in_need",
                max(since, self.day - 150 * DAY),
                max(began, self.day - 120 * DAY),
                "N1",
            )
            since = max(began, self.day - 120 * DAY)
            ends_on = self.day if ends_on and ends_on <= since else ends_on
        self._track(child, kind, since, ends_on, category)
        if kind == "in_care":
            self._place(child, since)
        self._done(child, kind, since, ends_on or self.day)

    def _track(self, child: Child, kind: str, since: date, ends_on: date | None, category: str) -> None:
        duties.start_track(
            child, kind=kind, starts_on=since, ends_on=ends_on, category=category, by=self.by, at=self.at
        )

    def _place(self, child: Child, since: date) -> None:
        address = Address.objects.create(postcode="ZZ99 3VZ")
        placements.place(
            child,
            starts_on=since,
            address=address,
            kind=self.chance.choice(["U6", "U4", "K2"]),
            provider="PR1",
            legal_status="C2",
            out_of_area=self.chance.choice([True, False]),
            by=self.by,
            at=self.at,
        )

    def _grow_up(self, child: Child, adult: date) -> None:
        """In care until they were 18."""
        self._track(child, "in_care", adult - 730 * DAY, adult, "N1")
        self._track(child, "care_leaver", adult, None, "")
        self._say(child, rules.PATHWAY, self.day - 20 * DAY)

    def _done(self, child: Child, kind: str, since: date, until: date) -> None:
        kinds = {
            "in_care": (rules.VISIT_IN_CARE, rules.REVIEW_IN_CARE, rules.HEALTH),
            "child_protection": (rules.VISIT_PROTECTION, rules.REVIEW_CONFERENCE),
            "child_in_need": (rules.VISIT_IN_NEED,),
        }
        for said in kinds.get(kind, ()):
            self._say(child, said, since + (until - since) // 2)

    def _say(self, child: Child, kind: str, on: date) -> None:
        moment = Moment(start_of(on), time_known=False)
        duties.say_done(child, kind=kind, done=moment, by=self.by, at=self.at)
