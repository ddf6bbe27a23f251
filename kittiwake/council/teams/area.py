"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.teams import views
from kittiwake.council.teams.events import EVENTS
from kittiwake.council.teams.steps import STEPS

# A team of hundreds of children is moved child by child.
WHOLE_TEAM_SECONDS = 120

AREA = Area(
    "teams",
    "Teams",
    place=46,
    prefix="teams/",
    pages=[
        Page(
            "teams:teams",
            "",
            views.teams,
            Power.ADMINISTER,
            "Teams",
            (
                On(MENU["The council"], 20),
                On(STARTS, 20, "Teams", "Services, teams, who is in them and who manages them."),
            ),
        ),
        Page("teams:add_team", "new/", views.add_team, Power.ADMINISTER),
        Page("teams:team", "<int:pk>/", views.team, Power.ADMINISTER, "A team"),
        Page("teams:change_team", "<int:pk>/name/", views.change_team, Power.ADMINISTER),
        Page("teams:close_team", "<int:pk>/end/", views.close_team, Power.ADMINISTER),
        Page(
            "teams:merge_team",
            "<int:pk>/merging/",
            views.merge_team,
            Power.ADMINISTER,
            seconds=WHOLE_TEAM_SECONDS,
        ),
        Page("teams:join", "<int:pk>/people/new/", views.join, Power.ADMINISTER),
        Page("teams:leave", "places/<int:pk>/end/", views.leave, Power.ADMINISTER),
    ],
    declares=[*EVENTS, *STEPS],
)
