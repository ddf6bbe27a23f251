"""List 9: care leavers, and those of 16 and 17 in care who will be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from kittiwake.exchange.child_lists.in_need import code, held_by
from kittiwake.exchange.child_lists.known import Known
from kittiwake.exchange.child_lists.rules import by_kind
from kittiwake.exchange.formats.annex_a.codes import Code
from kittiwake.exchange.formats.annex_a.leavers import ACCOMMODATION, ACTIVITY, IN_TOUCH
from kittiwake.exchange.formats.annex_a.rows import CareLeaver
from kittiwake.practice.duties.rules import PATHWAY
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import Entitlement, entitlement
from kittiwake.primitives.clocks import limits
from kittiwake.record.codes.tracks import Span

ADVISER = "personal_adviser"
HOMES = {
    "family": "B",
    "former_carers": "Z",
    "close_by": "D",
    "supported": "D",
    "own": "U",
    "student": "U",
    "custody": "X",
    "bed_and_breakfast": "W",
    "no_fixed": "S",
    "other": "Y",
}
# The record does not say whether learning or working is full or part time, which every other code of the list does.
ACTIVITIES = {"parent": "G6", "ill": "G4", "none": "G5"}


def recent(on: date) -> frozenset[date]:
    """Days since which the council's own limit for being in touch has not run out (as the measure P55 counts it)."""
    return frozenset(limits.still_in_time(rules.CONTACT, on))


def care_leavers(
    child: Known, facts: dict[str, Any], on: date, recently: Collection[date]
) -> Iterator[CareLeaver]:
    entitled = _entitled(child, on)
    is_leaver = any(stretch.ends_on is None for stretch in by_kind(child.tracks, "care_leaver"))
    if not is_leaver and entitled is not Entitlement.ELIGIBLE:
        return
    home, suits = child.home or ("", None)
    reviews = [day for day in (child.pathway_on, child.last.get(PATHWAY)) if day]
    yield CareLeaver(
        **facts,
        **held_by(child),
        unaccompanied=child.unaccompanied,
        personal_adviser=held_by(child, ADVISER)["worker"],
        eligibility=_eligibility(entitled),
        pathway_review_on=max(reviews, default=None),
        in_touch=_in_touch(child, recently),
        last_contact_on=child.in_touch_on,
        accommodation=code(ACCOMMODATION, HOMES.get(home, "")),
        suitable=suits,
        activity=code(ACTIVITY, ACTIVITIES.get(child.activity, "")),
    )


def _entitled(child: Known, on: date) -> Entitlement:
    care = [Span("in_care", stay.starts_on, stay.ends_on) for stay in by_kind(child.tracks, "in_care")]
    return entitlement(child.born_on, care, on)


def _eligibility(entitled: Entitlement) -> str | None:
    """By the law, as far as the record knows their care; of whose care it knows nothing, another system may."""
    return None if entitled is Entitlement.NONE else str(entitled)


def _in_touch(child: Known, recently: Collection[date]) -> Code | None:
    if child.in_touch_on in recently:
        return code(IN_TOUCH, "YES")
    return code(IN_TOUCH, "NO") if child.contacted_on else None
