"""The same facts, as Ofsted's child-level lists or the police's list tell them: one row a list, of a child nobody knew.

A list tells the latest visit and the latest review, and none before. What no list tells is said by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kittiwake.exchange import recording
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from kittiwake.exchange.tests.police_lists import a_list
from kittiwake.practice.duties import rules as owed
from kittiwake.practice.meetings import rules as meetings
from kittiwake.time.moments import local
from tests.every_clock.facts import BORN, FACT, World, noon

ID, BORN_ON = "Child Unique ID", "Date of Birth"
NUMBER = "K777"
# The list, and the headings of a row that says no more than that the child is on it.
HEADINGS = {
    6: ("CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case Status"),
    7: ("Child Protection Plan Start Date", "Initial Category of Abuse", "Latest Category of Abuse", "Date of the Last Statutory Visit",
        "Was the Child Seen Alone?", "Date of latest review conference", "Child Protection Plan End Date", "Number of Previous Child Protection Plans"),
    8: ("Date Started to be Looked After", "Child's Category of Need", "Child's Legal Status", "Date of Latest Statutory Review",
        "Date of Last Social Work Visit", "Date of Last Health Assessment", "Date Ceased to be Looked After",
        "Start Date of Most Recent Placement", "Placement Type", "Placement Provider", "Placement Location"),
    9: ("Allocated Personal Advisor", "Eligibility Category", "Latest Pathway Plan Review Date", "LA in Touch", "Type of Accommodation", "Activity Status"),
}  # fmt: skip
ALWAYS = {6: {"Case Status": "Child in need plan"}, 9: {"Eligibility Category": "Former relevant"}}
STARTS = {
    "child_in_need": (6, "CIN Start Date"),
    "child_protection": (7, "Child Protection Plan Start Date"),
    "in_care": (8, "Date Started to be Looked After"),
    "care_leaver": (9, "Latest Pathway Plan Review Date"),
}
SEEN = {
    "visit_in_need": (6, "Date Child Was Last Seen"),
    "visit_protection": (7, "Date of the Last Statutory Visit"),
    "visit_in_care": (8, "Date of Last Social Work Visit"),
}
HELD = {
    meetings.REVIEW: (7, "Date of latest review conference"),
    meetings.IN_CARE: (8, "Date of Latest Statutory Review"),
}
DONE = {owed.HEALTH: (8, "Date of Last Health Assessment")}
# How a list says it: kind of placement, legal status.
ARRANGED = {
    "standard": ("U6: Placed with other foster carer", "V2: Single period of accommodation under section 20"),
    "long_term": ("U4: Placed with other foster carer - long term fostering", "C2: Full care order"),
}
# What no list of any import tells, by fact.
NO_LIST = {
    "first_review_said": "which review was the first",
    "agreed_to_fewer": "what a child agreed to",
    "looked_nearer": "whether moving nearer was looked at",
    "planned_in_need": "what a plan says; list 6 has the day a child became in need",
    "plan_reviewed": "when a child in need plan was looked at again",
    "lives": "from when somebody lives where they do",
    "contacted": "how an adviser was in touch",
    "risk_opened": "a risk and how high it was judged",
    "assessed": "an assessment of exploitation risk",
    "came_alone": "lists 8 and 9 have it, and it is not taken from there",
    "held_by_a_worker": "since when; the lists have who it is today",
}


class NotOnAList(Exception):
    """No list tells that this happened."""


@dataclass
class ByList(World):
    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    police: list[str] = field(default_factory=list)
    born_on: date = BORN

    def __post_init__(self) -> None:
        pass

    def born(self, on: date) -> None:
        self.born_on = on

    def _says(self, place: tuple[int, str], value: Any) -> None:
        number, heading = place
        self.rows.setdefault(number, {**ALWAYS.get(number, {})})[heading] = value

    def _told(self, where: dict[str, tuple[int, str]], what: str, on: date) -> None:
        if what not in where:
            raise NotOnAList(what)
        self._says(where[what], on)

    def track(self, kind: str, on: date = FACT) -> None:
        self._told(STARTS, kind, on)

    def placed(self, on: date = FACT, **facts: Any) -> Any:
        way = facts.get("arrangement", "standard")
        if way not in ARRANGED or facts.get("is_emergency") or "host_code" in facts:
            raise NotOnAList(f"placed: {facts}")
        kind, status = ARRANGED[way]
        self._says((8, "Start Date of Most Recent Placement"), on)
        self._says((8, "Placement Type"), kind)
        self._says((8, "Child's Legal Status"), status)

    def visited(self, kind: str, on: date = FACT) -> None:
        self._told(SEEN, kind, on)

    def met(self, kind: str, on: date = FACT) -> None:
        self._told(HELD, kind, on)

    def done(self, kind: str, on: date = FACT) -> None:
        self._told(DONE, kind, on)

    def returned(self, episode: Any, on: date = FACT) -> None:
        """The same row says when they were found."""
        at = local(noon(on).at + timedelta(hours=2))
        self.police[-2:] = [f"{at:%d/%m/%Y}", f"{at:%H:%M}"]

    def pathway(self, on: date = FACT) -> None:
        self._says((9, "Latest Pathway Plan Review Date"), on)

    def has_no_worker(self) -> None:
        pass

    def missing(self, on: date = FACT) -> None:
        """On the list of the police, which is no list of Ofsted's."""
        at = local(noon(on).at)
        day, time = f"{at:%d/%m/%Y}", f"{at:%H:%M}"
        self.police = [
            "MP/7/26",
            "WREN",
            "Ivy",
            f"{self.born_on:%d/%m/%Y}",
            day,
            time,
            day,
            time,
            "LOW",
            "",
            "",
        ]

    def __getattribute__(self, name: str) -> Any:
        if name in NO_LIST:
            raise NotOnAList(name)
        return super().__getattribute__(name)

    def taken_in(self) -> None:
        sheets = {}
        for number, said in self.rows.items():
            row = {ID: NUMBER, "Gender": "Female", "Ethnicity": "WBRI", BORN_ON: self.born_on, **said}
            headings = list(dict.fromkeys([*row, *HEADINGS[number]]))
            sheets[f"List {number}"] = [headings, [row.get(heading, "") for heading in headings]]
        kind, source = ("police-missing", a_list(self.police)) if self.police else ("annex-a", None)
        source = source or open_source(workbook_of_sheets(sheets), "lists.xlsx")
        by = {"by": self.cast.user("analyst"), "at": self.at}
        batch = recording.preview(kind, [source], **by)
        recording.commit(batch, **by)
        left = batch.rows.filter(verdict__in=("needs_person", "rejected")).values_list("message", flat=True)
        assert not left, list(left)
        self.child = batch.rows.filter(made_child=True).get().child
