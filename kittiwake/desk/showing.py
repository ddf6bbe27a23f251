"""What a child's page shows, put in a reader's order: first who they are, then what cannot wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Slot
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.desk import clocks
from kittiwake.desk.addresses import address, page_of_entry
from kittiwake.desk.chronology import kind_name
from kittiwake.desk.rules_of_order import ON_A_CHILDS_PAGE, Kind, stretch
from kittiwake.desk.showing_of_risks import risks_of
from kittiwake.desk.showing_of_times_missing import TimesMissing
from kittiwake.desk.showing_of_work import Work, placed_on
from kittiwake.desk.waiting import INTERVIEWS
from kittiwake.practice.direct_work.showing import quotes
from kittiwake.practice.meetings.listing import MeetingsPage
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.placements.models import Move
from kittiwake.practice.plans.coverage import Coverage
from kittiwake.practice.plans.showing import plans_now
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk.assessments.showing import waiting_mark
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import task_items
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Allocation, Child, Entry, Placement, Track, Words
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import duration, long_date, long_moment

LATEST = 5
ABOUT_ME = "me"


@dataclass
class ChildPage:
    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def is_whole(self) -> bool:
        """Whether they see the record itself, or only what was shared with them."""
        return not self.viewer.is_outside and self.viewer.may(Power.SEE_CHRONOLOGY)

    @cached_property
    def today(self) -> Any:
        return local_date(self.at)

    # Who they are

    @cached_property
    def words(self) -> list[Words]:
        """Who they are in their own words; else what they said last."""
        newest = list(quotes(self.viewer, self.child)[: LATEST * 4])
        about_me = [words for words in newest if words.about == ABOUT_ME]
        return (about_me or newest)[:2]

    @property
    def born(self) -> str:
        child = self.child
        if child.born_on is None:
            return "Date of birth not known"
        if child.birth_is == "due":
            return f"Due {long_date(child.born_on)}"
        about = "about " if child.birth_is == "approximate" else ""
        return f"{about}{child.age_on(self.today)} years old, born {about}{long_date(child.born_on)}"

    @cached_property
    def tracks(self) -> list[str]:
        found = Track.objects.on(self.today).filter(child=self.child).order_by("starts_on")
        return [f"{codes.TRACK.label(one.kind)} since {long_date(one.starts_on)}" for one in found]

    @cached_property
    def workers(self) -> list[Allocation]:
        found = Allocation.objects.on(self.today).filter(child=self.child)
        order = [role for role, _ in Allocation.ROLES]
        return sorted(found.select_related("team", "worker"), key=lambda one: (order.index(one.role), one.pk))

    @property
    def has_worker(self) -> bool:
        """Duty cover is not a worker of their own."""
        return any(one.role == Allocation.LEAD and one.worker and not one.is_cover for one in self.workers)

    @property
    def who(self) -> list[dict[str, Any]]:
        """For those inside: what is known of the child, as a summary list."""
        child = self.child
        rows = [
            ("Also known as", "\n".join(f"{one} ({one.get_kind_display().lower()})" for one in self._names)),
            ("Numbers", "\n".join(f"{one.get_kind_display()}: {one.value}" for one in self._numbers)),
            ("Sex and gender", self._sex_and_gender),
            ("Ethnicity", codes.ETHNICITY.label(child.ethnicity)),
            ("Disability", ", ".join(codes.DISABILITY.label(one) for one in child.disabilities)),
            (
                "First language",
                codes.LANGUAGE.label(child.language) if child.language in codes.LANGUAGE else "",
            ),
            ("How to communicate", child.communication),
            ("Lives at", self._lives_at),
        ]
        found = [{"key": key, "value": value} for key, value in rows]
        return [*found, self._working_as]

    @property
    def _working_as(self) -> dict[str, Any]:
        href = address("desk:tracks", self.child.pk)
        action = "Change" if self.viewer.may(Power.REPORT) else "See"
        return {
            "key": "Working with them as",
            "value": "\n".join(self.tracks),
            "href": href,
            "action": action,
        }

    @property
    def _names(self) -> list[Any]:
        return [one for one in self.child.names.order_by("kind", "pk") if one.ended_on is None]

    @property
    def _numbers(self) -> list[Any]:
        return [one for one in self.child.identifiers.all() if one.ended_on is None]

    @property
    def _sex_and_gender(self) -> str:
        child = self.child
        said = codes.SEX.label(child.sex)
        return (
            said
            if child.gender == "00"
            else f"{said}; says of themselves: {codes.GENDER.label(child.gender)}"
        )

    @cached_property
    def _lives_at(self) -> str:
        if placement := self.placed.placement if self.placed else self._placement:
            where = [placement.home_name or placement.carer, str(placement.address or "")]
            away = ["Out of our area"] if placement.out_of_area else []
            return "\n".join(filter(None, [*where, placement.carer_phone, *away]))
        home = (
            self.child.residences.filter(ends_on=None)
            .select_related("address")
            .order_by("-starts_on")
            .first()
        )
        return str(home.address) if home else ""

    @property
    def _placement(self) -> Placement | None:
        """One that came with a list, and is no move yet."""
        placed = Placement.objects.filter(child=self.child, starts_on__lte=self.today, ends_on=None)
        return placed.select_related("address").first()

    # What cannot wait

    @cached_property
    def open_episode(self) -> Episode | None:
        found = self.viewer.see(Episode).open().filter(child=self.child)
        return found.select_related("entry").first()

    @property
    def missing_for(self) -> str:
        return duration(self.at - self.open_episode.started_at) if self.open_episode else ""

    @cached_property
    def due(self) -> list[dict[str, Any]]:
        """Duties with a time limit, in the order in which they need somebody; then actions, soonest due first."""
        if not self.is_whole:
            return []
        running = self.viewer.see(Clock).running().filter(entry__child=self.child)
        found = sorted(running.select_related("entry").order_by("due_at", "pk"), key=self._needs)
        duties = [clocks.task(one, self.at) for one in found]
        if not self.viewer.may(Power.SEE_CHRONOLOGY):
            return duties
        actions = self.viewer.see(Action).open().filter(entry__child=self.child)
        agreed = actions.select_related("owner", "team").order_by("due_on", "pk")
        return [*duties, *task_items(agreed, self.today)]

    def _needs(self, clock: Clock) -> int:
        kind = Kind.INTERVIEW if clock.key in INTERVIEWS else Kind.TIMED
        return ON_A_CHILDS_PAGE.index(stretch(kind, clock.due_at, self.at))

    # How they are: risks, plan, interviews, episodes

    @cached_property
    def risks(self) -> list[dict[str, Any]]:
        """Standing risks, highest first, each with how it has moved."""
        if not self.viewer.may(Power.SEE) or waiting_mark(self.viewer, self.child):
            return []  # somebody asked for a blind second mark must not learn the levels from the first
        return risks_of(self.viewer, self.child)

    @cached_property
    def coverage(self) -> Coverage | None:
        """The plans in force, and what they do about each risk."""
        if self.viewer.is_outside or not self.viewer.may(Power.SEE_PLANS):
            return None
        return Coverage(self.child, self.viewer, plans_now(self.viewer, self.child))

    @cached_property
    def meetings(self) -> list[dict[str, Any]]:
        if self.viewer.is_outside or not self.viewer.may(Power.SEE_PLANS):
            return []
        return MeetingsPage(self.child, self.viewer, self.at).items[:LATEST]

    @cached_property
    def interviews(self) -> list[ReturnInterview]:
        if self.viewer.is_outside or not self.viewer.may(Power.SEE):
            return []
        found = self.viewer.see(ReturnInterview).standing().filter(child=self.child)
        return list(found.select_related("entry").order_by("-held_at")[:LATEST])

    @cached_property
    def work(self) -> Work | None:
        """What is done with them, for those who may see it."""
        may_see = self.is_whole and self.viewer.may(Power.SEE)
        return Work(self.child, self.viewer, self.today) if may_see else None

    @cached_property
    def placed(self) -> Move | None:
        """Where a looked-after child is placed today."""
        may_see = self.is_whole and self.viewer.may(Power.SEE)
        return placed_on(self.viewer, self.child, self.today) if may_see else None

    @cached_property
    def times(self) -> TimesMissing:
        return TimesMissing(self.child, self.viewer, self.at)

    @cached_property
    def told(self) -> list[dict[str, Any]]:
        """What the child was told came of what they said, newest first."""
        if self.viewer.is_outside or not self.viewer.may(Power.SEE):
            return []
        found = self.viewer.see(Reply).told().filter(child=self.child)
        newest = found.select_related("entry").order_by("-told_at", "-pk")[:LATEST]
        return [{"text": one.will_do, "on": one.told_at, "href": one.get_absolute_url()} for one in newest]

    @property
    def waits_to_hear(self) -> ReturnInterview | None:
        """The newest interview after which the child has been told nothing."""
        if not self.interviews or not self.viewer.may(Power.SEE):
            return None
        newest = self.interviews[0]
        return newest if all(one["on"] < newest.held_at for one in self.told) else None

    @cached_property
    def shared(self) -> list[dict[str, Any]]:
        """For a partner: the entries they were let in to, and nothing else."""
        if not self.viewer.is_outside:
            return []
        found = self.viewer.see(Entry).filter(child=self.child).order_by("-happened_at", "-pk")
        return [
            {
                "title": kind_name(one.kind),
                "href": page_of_entry(one.kind, one.pk),
                "hint": f"{one.summary}, {long_moment(one.happened_at)}",
            }
            for one in found[: LATEST * 10]
        ]

    # Where to go from here

    @property
    def parts(self) -> list[dict[str, Any]]:
        return self._links(CHILD_PARTS)

    @property
    def doing(self) -> list[dict[str, Any]]:
        return self._links(CHILD_ACTIONS)

    def _links(self, slot: Slot) -> list[dict[str, Any]]:
        """As ui/_sub_navigation.html takes them; none for those outside."""
        found = [] if self.viewer.is_outside else self.viewer.links(slot)
        return [
            {
                "text": link.text,
                "href": link.address(self.child.pk),
                "current": link.page.name == "desk:child",
            }
            for link in found
        ]

    @property
    def chronology_url(self) -> str:
        return (
            reverse("desk:chronology", args=[self.child.pk]) if self.viewer.may(Power.SEE_CHRONOLOGY) else ""
        )
