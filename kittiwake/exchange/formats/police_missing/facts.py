"""What a row of a police list says: its facts as JSON, who it is about, its moments, and why it cannot be used."""

from __future__ import annotations

from typing import Any

from kittiwake.exchange.formats.police_missing.layout import names_in
from kittiwake.exchange.proposal import read_date, read_moment
from kittiwake.practice.missing import rules
from kittiwake.record.matching.comparing import Known
from kittiwake.record.matching.names import display_name

MOMENTS = ("last_seen", "reported", "located", "returned")
PLAIN = ("missing_from", "missing_from_address", "found_where", "how_found", "reported_by", "circumstances")
NOT_GIVEN: dict[str, Any] = {**dict.fromkeys(MOMENTS), "grades": [], "cancelled": False}
SEXES = {"male": "M", "female": "F"}


def facts_of(values: dict[str, Any]) -> dict[str, Any]:
    """What a row says, as JSON: moments as [ISO 8601, time known]."""

    def value(name: str) -> Any:
        return values[name].value if name in values else None

    forenames, surname = names_in(values)
    facts: dict[str, Any] = {name: value(name) or "" for name in PLAIN}
    facts |= {
        "reference": str(value("reference") or ""),
        "person": str(value("nominal_reference") or value("person_reference") or ""),
        "forenames": display_name(forenames or ""),
        "surname": display_name(surname or ""),
        "born_on": value("dob").isoformat() if value("dob") else None,
        "sex": SEXES.get(value("sex") or "", "U"),
        "cancelled": bool(value("cancelled")),
        "grades": [grade for grade in (value("initial_grade"), value("current_grade")) if grade],
    }
    for name in MOMENTS:
        moment = value(name)
        facts[name] = [moment.at.isoformat(), moment.time_known] if moment else None
    if "returned" not in values and facts["located"]:
        facts["returned"], facts["found_is_back"] = facts["located"], True
    return facts


def unusable(facts: dict[str, Any]) -> str:
    """Why a row cannot be recorded at all, as a sentence; empty when it can."""
    if not facts["reference"]:
        return "It has no police reference, so it could not be found again. Add the reference."
    if not (facts["forenames"] or facts["surname"]) and not facts["person"]:
        return "It does not say which child. Add their name and date of birth."
    if not facts["reported"] and not facts["last_seen"]:
        return (
            "It says neither when they were last seen nor when they were reported missing. Add one of them."
        )
    return ""


def known_of(facts: dict[str, Any]) -> Known:
    numbers = {"police": facts["person"]} if facts["person"] else {}
    return Known(facts["forenames"], facts["surname"], read_date(facts["born_on"]), numbers)


def moments_of(facts: dict[str, Any]) -> rules.Moments:
    """The four moments, in the order that unknown hours of the same day allow."""
    last_seen, reported = (
        read_moment(facts["last_seen"]),
        read_moment(facts["reported"] or facts["last_seen"]),
    )
    assert reported is not None
    floor = last_seen.at if last_seen else None
    reported_at = rules.no_earlier(reported.at, floor, time_known=reported.time_known)
    floor = floor or reported_at
    located, returned = read_moment(facts["located"]), read_moment(facts["returned"])
    located_at = rules.no_earlier(located.at, floor, time_known=located.time_known) if located else None
    returned_at = (
        rules.no_earlier(returned.at, located_at or floor, time_known=returned.time_known)
        if returned
        else None
    )
    return rules.Moments(last_seen.at if last_seen else None, reported_at, located_at, returned_at)


def bare(reference: str) -> str:
    """A reference as it is compared: typed with and without spaces, it is the same."""
    return "".join(reference.split()).upper()
