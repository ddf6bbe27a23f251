"""What the record knows of every child for one day, asked in a handful of questions and held by child. Reads only.

All is asked as whoever wants the lists: whom they may not see is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F, Max
from django.db.models.functions import Coalesce

from kittiwake.access.viewer import Viewer
from kittiwake.exchange.child_lists.rules import YEAR_MONTHS, Stretch, as_of
from kittiwake.exchange.models import ListedRow
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.rules import PROTECTION
from kittiwake.practice.duties.models import Done
from kittiwake.practice.meetings.duties import KNOWN_AS
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.models import CoveredEpisode, OfferEpisode
from kittiwake.practice.transitions.models import Contact, Home, Pathway
from kittiwake.record.models import Allocation, Identifier, Placement, Track
from kittiwake.time.moments import add_months, end_of, local_date, start_of

STANDING = {"entry__struck_out_at": None}


@dataclass(frozen=True, slots=True)
class Stay:
    """A placement, as it stood on the day."""

    starts_on: date
    ends_on: date | None
    kind: str
    provider: str
    urn: str
    legal_status: str
    out_of_area: bool | None
    postcode: str | None
    la_code: str | None
    host_code: str | None


@dataclass(frozen=True, slots=True)
class Talk:
    """A child's part of a meeting that was held."""

    kind: str
    held_on: date
    enquiry: str
    enquiry_result: str
    plan_made: bool | None
    category: str


@dataclass(frozen=True, slots=True)
class Absence:
    pk: int
    kind: str
    started_on: date
    returned_on: date | None


@dataclass(slots=True)
class Known:
    """One child. `last` is the newest day of each kind of thing that was done."""

    pk: int
    council_id: str = ""
    born_on: date | None = None
    birth_is: str = "known"
    sex: str = "U"
    gender: str = "00"
    ethnicity: str = ""
    disabilities: list[str] = field(default_factory=list)
    unaccompanied: bool | None = None
    tracks: list[Stretch] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    holders: dict[str, tuple[str, str]] = field(default_factory=dict)  # by role: team and worker
    last: dict[str, date] = field(default_factory=dict)
    seen_alone: bool | None = None  # at the last visit of their protection plan
    talks: list[Talk] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    pathway_on: date | None = None
    home: tuple[str, bool] | None = None
    in_touch_on: date | None = None
    contacted_on: date | None = None
    activity: str = ""
    told: list[ListedRow] = field(default_factory=list)


@dataclass
class Day:
    """All that is known for the day."""

    viewer: Viewer
    on: date
    children: dict[int, Known] = field(default_factory=dict)
    offered: dict[int, set[str]] = field(default_factory=dict)  # by absence, what was answered
    interviewed: set[int] = field(default_factory=set)  # absences

    @property
    def until(self) -> datetime:
        return end_of(self.on)


def known_on(viewer: Viewer, on: date) -> Day:
    day = Day(viewer, on)
    for ask in (
        _children,
        _tracks,
        _stays,
        _holders,
        _done,
        _seen,
        _talks,
        _absences,
        _interviews,
        _leavers,
        _told,
    ):
        ask(day)
    return day


def _children(day: Day) -> None:
    rows = day.viewer.children.filter(withdrawn_at=None).order_by("pk")
    facts = ("born_on", "birth_is", "sex", "gender", "ethnicity", "disabilities", "unaccompanied")
    for pk, *values in rows.values_list("pk", *facts).iterator():
        day.children[pk] = Known(pk, "", *values)
    ids = day.viewer.see(Identifier).filter(kind=Identifier.COUNCIL, ended_on=None)
    for pk, council_id in ids.values_list("child_id", "value").iterator():
        if child := day.children.get(pk):
            child.council_id = council_id


def _tracks(day: Day) -> None:
    rows = day.viewer.see(Track).filter(starts_on__lte=day.on).exclude(ends_on=F("starts_on"))
    facts = rows.order_by("starts_on", "pk").values_list(
        "child_id", "kind", "starts_on", "ends_on", "category", "end_reason"
    )
    for pk, kind, starts_on, ends_on, category, why in facts.iterator():
        if child := day.children.get(pk):
            end = as_of(ends_on, day.on)
            child.tracks.append(Stretch(kind, starts_on, end, category, why if end else ""))


def _stays(day: Day) -> None:
    rows = day.viewer.see(Placement).filter(starts_on__lte=day.on).exclude(ends_on=F("starts_on"))
    facts = rows.order_by("starts_on", "pk").values_list(
        "child_id", "starts_on", "ends_on", "kind", "provider", "urn", "legal_status", "out_of_area",
        "address__postcode", "address__la_code", "move__host_code",
    )  # fmt: skip
    for pk, starts_on, ends_on, kind, provider, urn, status, is_out, postcode, la, host in facts.iterator():
        if child := day.children.get(pk):
            end = as_of(ends_on, day.on)
            stay = Stay(starts_on, end, kind, provider, urn, status, is_out, postcode, la, host)
            child.stays.append(stay)


def _holders(day: Day) -> None:
    held = day.viewer.see(Allocation).filter(starts_on__lte=day.on).exclude(ends_on__lte=day.on)
    facts = held.order_by("starts_on", "pk").values_list("child_id", "role", "team__name", "worker__name")
    for pk, role, team, worker in facts.iterator():
        if child := day.children.get(pk):
            child.holders[role] = (team, worker or "")


def _later(child: Known, kind: str, at: datetime | None) -> None:
    if at is not None:
        child.last[kind] = max(child.last.get(kind, date.min), local_date(at))


def _done(day: Day) -> None:
    rows = day.viewer.see(Done).filter(**STANDING, done_at__lte=day.until)
    for pk, kind, at in rows.values_list("child_id", "kind").annotate(Max("done_at")).iterator():
        if child := day.children.get(pk):
            _later(child, kind, at)


def _seen(day: Day) -> None:
    """Visits and direct work at which the child was seen."""
    rows = day.viewer.see(Session).filter(**STANDING, seen=True, held_at__lte=day.until)
    facts = rows.order_by("held_at", "pk").values_list("child_id", "kind", "held_at", "alone")
    for pk, kind, at, alone in facts.iterator():
        if child := day.children.get(pk):
            _later(child, kind, at)
            if kind == PROTECTION:
                child.seen_alone = alone


def _talks(day: Day) -> None:
    rows = day.viewer.see(Part).filter(**STANDING, meeting__held_at__lte=day.until)
    facts = rows.order_by("meeting__held_at", "pk").values_list(
        "child_id", "meeting__kind", "meeting__held_at", "enquiry", "enquiry_result", "plan_made", "category"
    )
    for pk, kind, at, enquiry, result, made, category in facts.iterator():
        if (child := day.children.get(pk)) and at is not None:
            _later(child, KNOWN_AS.get(kind, kind), at)
            child.talks.append(Talk(kind, local_date(at), enquiry, result, made, category))


def _absences(day: Day) -> None:
    since = start_of(add_months(day.on, -YEAR_MONTHS))
    rows = day.viewer.see(Episode).filter(**STANDING, cancelled_at=None)
    begun = rows.annotate(began_at=Coalesce("last_seen_at", "reported_at"))
    in_year = begun.filter(began_at__gte=since, began_at__lte=day.until).order_by("began_at", "pk")
    for pk, child_id, kind, at, back in in_year.values_list(
        "pk", "child_id", "kind", "began_at", "returned_at"
    ).iterator():
        if child := day.children.get(child_id):
            returned = as_of(local_date(back), day.on) if back else None
            child.absences.append(Absence(pk, kind, local_date(at), returned))


def _interviews(day: Day) -> None:
    offers = day.viewer.see(OfferEpisode).filter(
        offer__entry__struck_out_at=None, offer__offered_at__lte=day.until
    )
    for absence, answer in offers.values_list("episode_id", "offer__answer").iterator():
        day.offered.setdefault(absence, set()).add(answer)
    held = day.viewer.see(CoveredEpisode).filter(
        interview__entry__struck_out_at=None, interview__held_at__lte=day.until
    )
    day.interviewed = set(held.values_list("episode_id", flat=True).iterator())


def _leavers(day: Day) -> None:
    plans = day.viewer.see(Pathway).filter(**STANDING, agreed_on__lte=day.on)
    for pk, agreed_on in plans.values_list("child_id").annotate(Max("agreed_on")).iterator():
        if child := day.children.get(pk):
            child.pathway_on = agreed_on
    homes = day.viewer.see(Home).filter(**STANDING, starts_on__lte=day.on).order_by("starts_on", "pk")
    for pk, kind, suits in homes.values_list("child_id", "kind", "is_suitable").iterator():
        if child := day.children.get(pk):
            child.home = (kind, suits)
    contacts = day.viewer.see(Contact).filter(**STANDING, at__lte=day.until).order_by("at", "pk")
    for pk, at, how, activity in contacts.values_list("child_id", "at", "how", "activity").iterator():
        if child := day.children.get(pk):
            child.contacted_on, child.activity = local_date(at), activity
            child.in_touch_on = local_date(at) if how != "none" else child.in_touch_on


def _told(day: Day) -> None:
    rows = day.viewer.see(ListedRow).filter(withdrawn_at=None).order_by("told_on", "pk")
    for listed in rows.iterator():
        if child := day.children.get(listed.child_id):
            child.told.append(listed)
