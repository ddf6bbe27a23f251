"""Which track a row of the lists puts a child on, since when and until when."""

from __future__ import annotations

from datetime import date

from kittiwake.exchange.formats.annex_a.codes import Code
from kittiwake.exchange.formats.annex_a.facts import TrackFacts
from kittiwake.exchange.formats.annex_a.rows import (
    CareLeaver,
    EarlyHelp,
    InNeed,
    ListRow,
    LookedAfter,
    ProtectionPlan,
)
from kittiwake.exchange.formats.annex_a.standing import Standing
from kittiwake.record.ages import birthday

ADULT = 18
LEFT_CARE = ("relevant", "former_relevant", "qualifying")


def days_of(row: ListRow) -> tuple[date | None, date | None] | None:
    track = _track_in(row)
    return (track[1], track[2]) if track else None


def track_of(row: ListRow, standing: Standing, today: date) -> TrackFacts | None:
    """The track a list's row puts a child on, from a day, perhaps to a day."""
    kind, starts_on, ends_on, category = _track_in(row) or ("", None, None, None)
    if isinstance(row, CareLeaver) and kind:
        starts_on = _leaver_since(row, standing, today)
    if starts_on is None or (ends_on and ends_on < starts_on):
        return None
    return TrackFacts(kind=kind, starts_on=starts_on, ends_on=ends_on, category=code_of(category, 4))


def code_of(code: Code | None, length: int) -> str:
    return code.code[:length] if code else ""


def _track_in(row: ListRow) -> tuple[str, date | None, date | None, Code | None] | None:
    """Kind, first day, last day, category."""
    if isinstance(row, LookedAfter):
        return "in_care", row.started_on, row.ceased_on, row.need
    if isinstance(row, ProtectionPlan):
        return "child_protection", row.started_on, row.ended_on, row.latest_category
    if isinstance(row, InNeed) and row.status in ("in_need_plan", "assessment", "closed"):
        return "child_in_need", row.started_on, row.closed_on, row.need
    if isinstance(row, EarlyHelp):
        return "early_help", row.started_on, row.completed_on, None
    if isinstance(row, CareLeaver) and row.eligibility != "eligible":  # who is eligible is in care still
        return "care_leaver", row.pathway_review_on, None, None
    return None


def _leaver_since(row: CareLeaver, standing: Standing, today: date) -> date | None:
    """List 9 does not say since when. It is the day their care ended, where the record or list 8 of the same file says
    that; else the earliest day they surely were one: when their pathway plan was reviewed, or, of a former relevant child,
    their 18th birthday (Children Act 1989, section 23C). Nothing where they are a care leaver on the record already."""
    if any(end is None for _, end in standing.tracks.get("care_leaver", ())):
        return None
    ended = [end for _, end in standing.tracks.get("in_care", ()) if end]
    if ended and row.eligibility in LEFT_CARE:
        return max(ended)
    adult = birthday(standing.born_on, ADULT) if standing.born_on else None
    is_adult = adult is not None and adult <= today and row.eligibility == "former_relevant"
    sure = [row.pathway_review_on, adult if is_adult else None]
    return min((day for day in sure if day), default=None)
