"""What a child's page shows, put in a reader's order: first who they are, then what cannot wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.areas.pages import Slot
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, TRACKS
from kittiwake.desk import clocks
from kittiwake.desk.child_page import questions
from kittiwake.desk.child_page.year import Year
from kittiwake.desk.my_work.shared import entry_link
from kittiwake.desk.my_work.waiting import kind_of
from kittiwake.primitives.actions.showing import task_items
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.shared_pages.child_page import ChildPart, LivesAt, OnChild, Where
from kittiwake.primitives.shared_pages.rules import ON_A_CHILDS_PAGE, stretch
from kittiwake.queries.together import together
from kittiwake.record import codes
from kittiwake.record.models import Allocation, Child, Identifier, Name, Placement
from kittiwake.ui.components import SummaryRow, TextLink
from kittiwake.ui.dates import long_date

PAGE = "desk:child"


@dataclass(frozen=True)
class Part:
    place: int
    template: str
    part: object


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
    def page(self) -> OnChild:
        return OnChild(self.child, self.viewer, self.at)

    @property
    def today(self) -> date:
        return self.page.today

    def asked(self) -> ChildPage:
        """All of it is asked together, before it is drawn."""
        together(
            limits.changes,
            lambda: self._parts,
            lambda: self.workers,
            *([lambda: self.shared] if self.viewer.is_outside else [lambda: self.who]),
            *([lambda: self.year.marks, lambda: self.due] if self.is_whole else []),
        )
        return self

    # What areas put on it

    @cached_property
    def _parts(self) -> list[tuple[Where, Part]]:
        able = [
            part
            for part in declared(ChildPart)
            if (part.power is None or self.viewer.may(part.power))
            and (self.is_whole or part.where is not Where.RECORD)
        ]
        shown = together(*(partial(part.shown, self.page) for part in able))
        return [
            (part.where, Part(part.place, part.template, given))
            for part, given in zip(able, shown, strict=True)
            if given is not None
        ]

    def _at(self, where: Where, *own: Part) -> list[Part]:
        parts = [part for there, part in self._parts if there is where]
        return sorted([*own, *parts], key=lambda part: part.place)

    @property
    def warnings(self) -> list[Part]:
        return self._at(Where.WARNING)

    @property
    def voice(self) -> list[Part]:
        return self._at(Where.VOICE)

    @property
    def record(self) -> list[Part]:
        """The areas' parts, and among them the year as a picture and what is due."""
        return self._at(
            Where.RECORD,
            Part(20, "desk/_year.html", self.year),
            Part(30, "desk/_due.html", self.due),
        )

    @cached_property
    def year(self) -> Year:
        return Year(self.page)

    # Who they are

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
        return [
            f"{codes.TRACK.label(track.kind)} since {long_date(track.starts_on)}"
            for track in questions.tracks(self.page)
        ]

    @cached_property
    def workers(self) -> list[Allocation]:
        order = [role for role, _ in Allocation.ROLES]
        return sorted(
            questions.workers(self.page), key=lambda allocation: (order.index(allocation.role), allocation.pk)
        )

    @property
    def has_worker(self) -> bool:
        """Duty cover is not a worker of their own."""
        return any(
            allocation.role == Allocation.LEAD and allocation.worker and not allocation.is_cover
            for allocation in self.workers
        )

    @cached_property
    def who(self) -> list[SummaryRow]:
        """For those inside: what is known of the child, as a summary list."""
        child = self.child
        together(lambda: self._names, lambda: self._numbers, lambda: self._lives_at, lambda: self.tracks)
        language = codes.LANGUAGE.label(child.language) if child.language in codes.LANGUAGE else ""
        return [
            SummaryRow(
                "Also known as",
                "\n".join(f"{name} ({name.get_kind_display().lower()})" for name in self._names),
            ),
            SummaryRow(
                "Numbers", "\n".join(f"{each.get_kind_display()}: {each.value}" for each in self._numbers)
            ),
            SummaryRow("Sex and gender", self._sex_and_gender),
            SummaryRow("Ethnicity", codes.ETHNICITY.label(child.ethnicity)),
            SummaryRow("Disability", ", ".join(codes.DISABILITY.label(code) for code in child.disabilities)),
            SummaryRow("First language", language),
            SummaryRow("How to communicate", child.communication),
            SummaryRow("Lives at", self._lives_at),
            self._working_as,
        ]

    @property
    def _working_as(self) -> SummaryRow:
        href = next((link.address(self.child.pk) for link in self.viewer.links(TRACKS)), "")
        action = "Change" if self.viewer.may(Power.REPORT) else "See"
        return SummaryRow("Working with them as", "\n".join(self.tracks), href, action)

    @cached_property
    def _names(self) -> list[Name]:
        return [name for name in questions.names(self.page) if name.ended_on is None]

    @cached_property
    def _numbers(self) -> list[Identifier]:
        return [number for number in questions.numbers(self.page) if number.ended_on is None]

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
        if placement := self._placed or self._placement:
            where = [placement.home_name or placement.carer, str(placement.address or "")]
            away = ["Out of our area"] if placement.out_of_area else []
            return "\n".join(filter(None, [*where, placement.carer_phone, *away]))
        return next((str(home.address) for home in questions.home(self.page)), "")

    @property
    def _placed(self) -> Placement | None:
        known = (lives.find(self.page) for lives in declared(LivesAt))
        return next((placement for placement in known if placement), None)

    @property
    def _placement(self) -> Placement | None:
        """One that came with a list, and is no move yet."""
        return next(iter(questions.placement(self.page)), None)

    # What cannot wait

    @cached_property
    def due(self) -> list[Any]:
        """Duties with a time limit, in the order in which they need somebody; then actions, soonest due first."""
        running, agreed = together(lambda: questions.running(self.page), lambda: questions.agreed(self.page))
        ordered = sorted(running, key=self._needs)
        return [*(clocks.task(clock, self.at) for clock in ordered), *task_items(agreed, self.today)]

    def _needs(self, clock: Clock) -> int:
        return ON_A_CHILDS_PAGE.index(stretch(kind_of(clock), clock.due_at, self.at))

    @cached_property
    def shared(self) -> list[TextLink]:
        """For a partner: the entries they were let in to, and nothing else."""
        if not self.viewer.is_outside:
            return []
        return [entry_link(entry) for entry in questions.entries(self.page)]

    # Where to go from here

    @property
    def parts(self) -> list[TextLink]:
        return self._links(CHILD_PARTS)

    @property
    def doing(self) -> list[TextLink]:
        return self._links(CHILD_ACTIONS)

    def _links(self, slot: Slot) -> list[TextLink]:
        """None for those outside."""
        links = [] if self.viewer.is_outside else self.viewer.links(slot)
        return [
            TextLink(link.text, link.address(self.child.pk), link.hint, current=link.page.name == PAGE)
            for link in links
        ]

    @property
    def chronology_url(self) -> str:
        return (
            reverse("desk:chronology", args=[self.child.pk]) if self.viewer.may(Power.SEE_CHRONOLOGY) else ""
        )
