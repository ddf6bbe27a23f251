"""List 8: children in care."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Any

from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.in_need import code, held_by
from kittiwake.exchange.child_lists.known import Absence, Day, Known, Stay
from kittiwake.exchange.child_lists.rules import Stretch, by_kind
from kittiwake.exchange.formats.annex_a.care import CEASED, LEGAL_STATUS
from kittiwake.exchange.formats.annex_a.cases import NEED
from kittiwake.exchange.formats.annex_a.placed import PLACEMENT, PROVIDER
from kittiwake.exchange.formats.annex_a.rows import LookedAfter
from kittiwake.practice.duties import rules as duties
from kittiwake.practice.return_interviews.rules import ACCEPTED
from kittiwake.record.codes import TEMPORARY_PLACEMENTS
from kittiwake.record.places import english_authorities, made_up_authorities
from kittiwake.time.moments import add_months

MISSING, AWAY = "M", "A"
IN, OUT = "in", "out"


def in_care(child: Known, facts: dict[str, Any], day: Day) -> Iterator[LookedAfter]:
    every = by_kind(child.tracks, "in_care")
    for care in every:
        if rules.is_listed(care.starts_on, care.ends_on, day.on):
            yield LookedAfter(
                **facts,
                **held_by(child),
                **_period(child, care, every, day.on),
                **_where(child, care, day.on),
                **_missing(child, care, day),
            )


def _period(child: Known, care: Stretch, every: list[Stretch], on: date) -> dict[str, Any]:
    return {
        "unaccompanied": child.unaccompanied,
        "started_on": care.starts_on,
        "need": code(NEED, care.category),
        "is_second_period": rules.is_second_period(care, every, on),
        "last_review_on": _since(child.last.get(duties.REVIEW_IN_CARE), care),
        "last_visit_on": _since(child.last.get(duties.VISIT_IN_CARE), care),
        "health_assessment_on": child.last.get(duties.HEALTH),
        "ceased_on": care.ends_on,
        "ceased_reason": code(CEASED, care.end_reason),
    }


def _since(day: date | None, care: Stretch) -> date | None:
    return day if day and day >= care.starts_on else None


def _where(child: Known, care: Stretch, on: date) -> dict[str, Any]:
    stays = [stay for stay in child.stays if _is_of(stay, care)]
    lasting = [stay for stay in stays if stay.kind not in TEMPORARY_PLACEMENTS]
    placed: dict[str, Any] = {"placements": sum(1 for stay in lasting if _in_year(stay, on))}
    if not stays:
        return placed
    stay = stays[-1]
    same = list(takewhile(lambda earlier: earlier.legal_status == stay.legal_status, reversed(stays)))
    return placed | {
        "legal_status": code(LEGAL_STATUS, stay.legal_status),
        "legal_status_on": _known_since(same[-1], care, is_whole=len(same) == len(stays))
        if stay.legal_status
        else None,
        "placed_on": stay.starts_on,
        "placement_type": code(PLACEMENT, stay.kind),
        "placement_provider": code(PROVIDER, stay.provider),
        "placement_postcode": stay.postcode or None,
        "placement_urn": stay.urn or None,
        "placed_in": {True: OUT, False: IN, None: None}[stay.out_of_area],
        "placement_authority": _authority(stay.host_code or stay.la_code or ""),
    }


def _known_since(first: Stay, care: Stretch, *, is_whole: bool) -> date | None:
    """Of a period whose first placements are not on the record nobody knows since when the legal status is what it is."""
    return None if is_whole and first.starts_on > care.starts_on else first.starts_on


def _is_of(stay: Stay, care: Stretch) -> bool:
    return (stay.ends_on is None or stay.ends_on > care.starts_on) and (
        care.ends_on is None or stay.starts_on < care.ends_on
    )


def _in_year(stay: Stay, on: date) -> bool:
    return stay.ends_on is None or stay.ends_on > add_months(on, -rules.YEAR_MONTHS)


def _authority(code_of_council: str) -> str | None:
    """By its name; what lies outside England, or is confidential, by the return's own code."""
    known = english_authorities().get(code_of_council) or made_up_authorities().get(code_of_council)
    return known.name if known else code_of_council or None


def _missing(child: Known, care: Stretch, day: Day) -> dict[str, Any]:
    """From their placement: while they were in care."""
    away = [absence for absence in child.absences if _while_in_care(absence, care)]
    missing = [absence for absence in away if absence.kind == MISSING]
    counts = {"missing_episodes": len(missing), "absent_episodes": len(away) - len(missing)}
    back = [absence for absence in missing if absence.returned_on]
    if not back:
        return counts
    last = max(back, key=lambda absence: absence.started_on)
    answers, was_held = day.offered.get(last.pk, set()), last.pk in day.interviewed
    offered = bool(answers) or was_held
    return counts | {
        "interview_offered": offered,
        "interview_accepted": (was_held or ACCEPTED in answers) if offered else None,
    }


def _while_in_care(absence: Absence, care: Stretch) -> bool:
    return absence.started_on >= care.starts_on and (
        care.ends_on is None or absence.started_on <= care.ends_on
    )
