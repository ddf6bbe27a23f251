"""What a row of a police list says: its facts, who it is about, its moments, and why it cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kittiwake.exchange.formats.police_missing.layout import names_in
from kittiwake.exchange.proposal import Numbered
from kittiwake.exchange.reading.values import Reading
from kittiwake.practice.missing import rules
from kittiwake.record.matching.comparing import Known
from kittiwake.record.matching.names import display_name
from kittiwake.time.moments import Moment

SEXES = {"male": "M", "female": "F"}


@dataclass(frozen=True, kw_only=True)
class PoliceFacts(Numbered):
    """Those with a default are what matching adds; the others are what the row says, and what it is known again by."""

    reference: str
    person: str
    forenames: str
    surname: str
    born_on: date | None
    sex: str
    last_seen: Moment | None
    reported: Moment | None
    located: Moment | None
    returned: Moment | None
    missing_from: str
    missing_from_address: str
    found_where: str
    how_found: str
    reported_by: str
    circumstances: str
    grades: tuple[str, ...]
    cancelled: bool
    found_is_back: bool = False  # the list has no column for coming back
    set_aside: Mapping[str, str] = field(default_factory=dict)  # what contradicts the rest, as it was written
    met: tuple[tuple[int, str], ...] = ()  # rows that first met somebody it may be about, and what they say
    overlaps: datetime | None = None  # the absence in the same time began then
    differs: tuple[str, ...] | None = None  # None: there is nothing to compare it with
    news: tuple[str, ...] | None = None
    follows: int | None = None  # the line of an earlier row about the same absence
    is_shared: bool = False  # its reference is another child's too

    @property
    def began(self) -> Moment:
        """When they were reported missing; where the row does not say, when they were last seen."""
        began = self.reported or self.last_seen
        assert began is not None, "A row that says neither is not usable."
        return began

    def moment(self, name: str) -> Moment | None:
        moment: Moment | None = getattr(self, name)
        return moment

    def text(self, name: str) -> str:
        text: str = getattr(self, name)
        return text


Values = Mapping[str, Reading[Any]]


def facts_of(values: Values) -> PoliceFacts:
    def value(name: str) -> Any:
        return values[name].value if name in values else None

    def text(name: str) -> str:
        return str(value(name) or "")

    forenames, surname = names_in(values)
    located = _fixed(value("located"))
    is_back = "returned" not in values and located is not None
    return PoliceFacts(
        reference=text("reference"),
        person=text("nominal_reference") or text("person_reference"),
        forenames=display_name(forenames or ""),
        surname=display_name(surname or ""),
        born_on=value("dob") or None,
        sex=SEXES.get(value("sex") or "", "U"),
        last_seen=_fixed(value("last_seen")),
        reported=_fixed(value("reported")),
        located=located,
        returned=located if is_back else _fixed(value("returned")),
        missing_from=text("missing_from"),
        missing_from_address=text("missing_from_address"),
        found_where=text("found_where"),
        how_found=text("how_found"),
        reported_by=text("reported_by"),
        circumstances=text("circumstances"),
        grades=tuple(grade for grade in (value("initial_grade"), value("current_grade")) if grade),
        cancelled=bool(value("cancelled")),
        found_is_back=is_back,
    )


def _fixed(moment: Moment | None) -> Moment | None:
    """At a fixed distance from UTC, as it is kept: in the hour that comes twice, London's own equals no other clock's."""
    return moment and Moment(datetime.fromisoformat(moment.at.isoformat()), moment.time_known)


def unusable(facts: PoliceFacts) -> str:
    """Why a row cannot be recorded at all, as a sentence; empty when it can."""
    if not facts.reference:
        return "It has no police reference, so it could not be found again. Add the reference."
    if not (facts.forenames or facts.surname) and not facts.person:
        return "It does not say which child. Add their name and date of birth."
    if not facts.reported and not facts.last_seen:
        return (
            "It says neither when they were last seen nor when they were reported missing. Add one of them."
        )
    return ""


def known_of(facts: PoliceFacts) -> Known:
    numbers = {"police": facts.person} if facts.person else {}
    return Known(facts.forenames, facts.surname, facts.born_on, numbers)


def moments_of(facts: PoliceFacts) -> rules.Moments:
    """The four moments, in the order that unknown hours of the same day allow."""
    floor = facts.last_seen.at if facts.last_seen else None
    reported_at = _no_earlier(facts.began, floor)
    floor = floor or reported_at
    located_at = _no_earlier(facts.located, floor) if facts.located else None
    returned_at = _no_earlier(facts.returned, located_at or floor) if facts.returned else None
    return rules.Moments(
        facts.last_seen.at if facts.last_seen else None, reported_at, located_at, returned_at
    )


def _no_earlier(moment: Moment, floor: datetime | None) -> datetime:
    return rules.no_earlier(moment.at, floor, time_known=moment.time_known)


def bare(reference: str) -> str:
    """A reference as it is compared: typed with and without spaces, it is the same."""
    return "".join(reference.split()).upper()


def called(facts: PoliceFacts) -> str:
    return f"{facts.forenames} {facts.surname}"


def tells(facts: PoliceFacts) -> str:
    reference = f", reference {facts.reference}" if facts.reference else ""
    return f"The row says: {called(facts)}{reference}."
