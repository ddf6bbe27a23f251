"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts import views
from kittiwake.accounts.events import EVENTS
from kittiwake.accounts.telling import LETTERS
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import LAST, STARTS

AREA = Area(
    "accounts",
    "Accounts",
    place=20,
    prefix="account/",
    pages=[
        Page(
            "accounts:overview",
            "",
            views.overview,
            Power.SIGN_IN,
            "",
            (
                On(LAST, 20, "Account"),
                On(STARTS, 130, "Account", "Your sign-in and your second factor."),
            ),
        ),
        Page("accounts:sessions", "sessions/", views.sessions, Power.SIGN_IN),
        Page("accounts:second_factor", "second-factor/", views.choose_factor, Power.SIGN_IN),
        Page("accounts:qr_code", "second-factor/app/code.svg", views.qr_code, Power.SIGN_IN),
    ],
    declares=[*EVENTS, *LETTERS],
)
