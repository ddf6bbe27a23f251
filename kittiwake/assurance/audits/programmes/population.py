"""Every child who could be audited today, with team and track, and why some are left out. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits.models import Audit
from kittiwake.assurance.audits.programmes.sampling import Person
from kittiwake.record.models import Allocation, Track

NO_TEAM, NO_TRACK = "No team", "No track"
# Of tracks side by side, the one a record is drawn under: the one with the most duties first.
HEAVIER = ["in_care", "child_protection", "care_leaver", "child_in_need", "early_help"]


@dataclass(frozen=True)
class PopulationMember:
    person: Person
    team_id: int | None


def population(
    viewer: Viewer, day: date, *, not_since: date | None, tracks: Sequence[str] = ()
) -> list[PopulationMember]:
    """The children whom a team holds that day, of those the viewer may see. `tracks` narrows to some."""
    leads = viewer.see(Allocation).filter(role=Allocation.LEAD, child__withdrawn_at=None)
    held = leads.filter(pk__in=Allocation.objects.on(day).values("pk")).select_related("team", "child")
    on = _tracks(viewer, day)
    audited = set(
        viewer.see(Audit)
        .filter(is_counted=True, entry__happened_at__date__gte=not_since)
        .values_list("child_id", flat=True)
        if not_since
        else ()
    )
    return [
        PopulationMember(
            _person(allocation, on.get(allocation.child_id, NO_TRACK), allocation.child_id in audited),
            allocation.team_id,
        )
        for allocation in held.order_by("child_id")
        if not tracks or on.get(allocation.child_id, NO_TRACK) in tracks
    ]


def _person(held: Allocation, track: str, is_audited: bool) -> Person:
    why = ""
    if held.child.restricted:
        why = "Restricted: only people named one by one may open the record"
    elif is_audited:
        why = "Audited not long ago"
    return Person(held.child_id, held.team.name, track, why)


def _tracks(viewer: Viewer, day: date) -> dict[int, str]:
    """The track each child is on; of several side by side, the one with the most duties."""
    running = viewer.see(Track).filter(pk__in=Track.objects.on(day).values("pk"))
    tracks: dict[int, str] = {}
    for child_id, kind in running.values_list("child_id", "kind"):
        now = tracks.get(child_id)
        if now is None or HEAVIER.index(kind) < HEAVIER.index(now):
            tracks[child_id] = kind
    return tracks
