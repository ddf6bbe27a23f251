"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page, PageOf
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.people import views
from kittiwake.council.people.events import EVENTS
from kittiwake.council.people.steps import STEPS

AREA = Area(
    "people",
    "People",
    place=44,
    prefix="people/",
    pages=[
        Page(
            "people:people",
            "",
            views.people_list,
            Power.ADMINISTER,
            "People",
            (
                On(MENU["The council"], 10),
                On(STARTS, 10, "People", "Who may sign in, as what, and until when."),
            ),
        ),
        Page(
            "people:acts",
            "acts/",
            views.acts,
            Power.SEE_ADMINISTRATION,
            "What administrators did",
            (
                On(MENU["The council"], 40),
                On(STARTS, 115, "What administrators did", "Month by month."),
            ),
        ),
        Page(
            "people:proposed_workers",
            "workers/",
            views.proposed_workers,
            Power.ADMINISTER,
            "Workers who may be people here",
            (
                On(MENU["The council"], 15),
                On(
                    STARTS,
                    15,
                    "Workers who may be people here",
                    "Known from other systems’ lists, and not tied to an account yet.",
                ),
            ),
        ),
        Page("people:add_person", "new/", views.add_person, Power.ADMINISTER),
        Page("people:person", "<int:pk>/", views.person, Power.ADMINISTER, "Somebody’s account"),
        Page("people:change_address", "<int:pk>/address/", views.change_address, Power.ADMINISTER),
        Page("people:invite", "<int:pk>/invitation/new/", views.invite, Power.ADMINISTER),
        Page("people:invitation", "<int:pk>/invitation/", views.invitation, Power.ADMINISTER),
        Page("people:invite_by_mail", "<int:pk>/invitation/mail/", views.invite_by_mail, Power.ADMINISTER),
        Page("people:change_role", "<int:pk>/role/", views.change_role, Power.ADMINISTER),
        Page("people:keep_role", "<int:pk>/role/kept/", views.keep_role, Power.ADMINISTER),
        Page("people:set_last_day", "<int:pk>/last-day/", views.set_last_day, Power.ADMINISTER),
        Page("people:close", "<int:pk>/end/", views.close, Power.ADMINISTER),
        Page("people:open_again", "<int:pk>/return/", views.open_again, Power.ADMINISTER),
        Page("people:forget_factors", "<int:pk>/second-factor/", views.forget_factors, Power.ADMINISTER),
        Page("people:end_sessions", "<int:pk>/sessions/", views.end_sessions, Power.ADMINISTER),
        Page("people:tie", "<int:pk>/worker/", views.tie, Power.ADMINISTER),
    ],
    declares=[*EVENTS, *STEPS, PageOf(User, "people:person")],
)
