"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.directory import views
from kittiwake.council.directory.events import EVENTS
from kittiwake.council.directory.scim import views as scim

SECONDS = 60  # a group of everybody who works here, said at once

AREA = Area(
    "directory",
    "The council’s directory",
    place=43,
    pages=[
        Page(
            "directory:directory",
            "directory/",
            views.directory,
            Power.ADMINISTER,
            "The council’s directory",
            (
                On(MENU["The council"], 15),
                On(
                    STARTS,
                    15,
                    "The council’s directory",
                    "Whom it adds and ends, and which roles its groups give.",
                ),
            ),
        ),
        Page("directory:add_group_role", "directory/roles/new/", views.add_group_role, Power.ADMINISTER),
        Page(
            "directory:end_group_role",
            "directory/roles/<int:pk>/end/",
            views.end_group_role,
            Power.ADMINISTER,
        ),
        Page("directory:change_rules", "directory/rules/", views.change_rules, Power.ADMINISTER),
        Page("directory:make_token", "directory/tokens/new/", views.make_token, Power.ADMINISTER),
        Page("directory:token", "directory/tokens/made/", views.token, Power.ADMINISTER),
        Page(
            "directory:revoke_token", "directory/tokens/<int:pk>/end/", views.revoke_token, Power.ADMINISTER
        ),
        Page("directory:give_role", "directory/waiting/<int:pk>/", views.give_role, Power.ADMINISTER),
        Page("directory:decide_end", "directory/held/<int:pk>/", views.decide_end, Power.ADMINISTER),
        Page("directory:decide_many_ends", "directory/held/", views.decide_many_ends, Power.ADMINISTER),
        # Asked by a machine, with a token: RFC 7644 names these addresses.
        Page(
            "directory:users",
            "scim/v2/Users",
            scim.users,
            Power.EVERYBODY,
            is_repeatable=True,
            seconds=SECONDS,
        ),
        Page(
            "directory:user",
            "scim/v2/Users/<int:pk>",
            scim.user,
            Power.EVERYBODY,
            is_repeatable=True,
            seconds=SECONDS,
        ),
        Page(
            "directory:groups",
            "scim/v2/Groups",
            scim.groups,
            Power.EVERYBODY,
            is_repeatable=True,
            seconds=SECONDS,
        ),
        Page(
            "directory:group",
            "scim/v2/Groups/<int:pk>",
            scim.group,
            Power.EVERYBODY,
            is_repeatable=True,
            seconds=SECONDS,
        ),
        Page(
            "directory:discovery", "scim/v2/<path:rest>", scim.discovery, Power.EVERYBODY, is_repeatable=True
        ),
    ],
    declares=EVENTS,
)
