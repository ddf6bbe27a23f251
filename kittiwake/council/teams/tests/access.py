"""Who may open the pages of teams. They are about no child, and say of none but how many."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.council.teams import recording
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """A team with one person in it, and without a child."""
    name, by = f"Team {Team.objects.count()} of {made.at:%Y}", {"by": made.by, "at": made.at}
    team = recording.add(name=name, kind="social_work", parent=None, **by)
    worker = made.people["auditor"].worker
    place = recording.join(team, worker=worker, manages=False, starts_on=local_date(made.at), **by)
    made["team_set_up"], made["place_in_team"] = team.pk, place.pk


NO_CHILD = {"of_a_child": False}

PAGES = [
    lists("teams:teams", Power.ADMINISTER),
    writes("teams:add_team", Power.ADMINISTER),
    reads("teams:team", Power.ADMINISTER, pk="team_set_up", **NO_CHILD),
    writes("teams:change_team", Power.ADMINISTER, pk="team_set_up", **NO_CHILD),
    writes("teams:close_team", Power.ADMINISTER, pk="team_set_up", **NO_CHILD),
    writes("teams:merge_team", Power.ADMINISTER, pk="team_set_up", **NO_CHILD),
    writes("teams:join", Power.ADMINISTER, pk="team_set_up", **NO_CHILD),
    writes("teams:leave", Power.ADMINISTER, pk="place_in_team", **NO_CHILD),
]
