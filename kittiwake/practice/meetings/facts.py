"""What is said of a meeting: the same for form, import and recording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict

from kittiwake.record.models import Worker
from kittiwake.time.moments import Moment


class Arrangements(TypedDict, total=False):
    where: str
    chair: str


class RequestFacts(Arrangements, total=False):
    """Meeting's own columns, of one that was asked for."""

    why: str
    asked_by: str
    about: str
    about_no_child: bool


class RequestAnswers(Arrangements):
    """What the form of a request gives."""

    kind: str
    why: str
    asked: Moment
    asked_by: str
    planned: Moment | None


class ConferenceAnswers(Arrangements):
    """What the form of a context conference gives."""

    about: str
    why: str
    asked: Moment
    asked_by: str
    planned: Moment | None


class PlanAnswers(Arrangements):
    planned: Moment


class HeldFacts(Arrangements, total=False):
    """Meeting's own columns, of one that was held."""

    why_late: str
    why_late_words: str
    places_and_people: str
    discussed: str
    not_to_be_shared: str
    next_on: date | None


class HeldAnswers(HeldFacts):
    """What the form of a meeting that was held gives. `answers` is {attendance: what came of it}."""

    held: Moment
    went_ahead_why: str
    answers: Mapping[int, str]


class PartFacts(TypedDict, total=False):
    """Part's own columns. What is not asked of its kind of meeting is left as it is."""

    participation: str
    child_views: str
    parents_views: str
    information: str
    analysis: str
    safe_today: str
    outcome: str
    enquiry: str
    enquiry_by: str
    plan_made: bool | None
    category: str
    outside_home: bool
    rationale: str


class PartAnswers(PartFacts):
    version: int


class DecisionAnswers(TypedDict):
    """Somebody does it by a day, or there is a reason why nobody has to."""

    what: str
    why: str
    owner: Worker | None
    due_on: date | None
    no_action_why: str


class EnquiryAnswers(TypedDict):
    ended_at: datetime
    enquiry_result: str
    enquiry_words: str
