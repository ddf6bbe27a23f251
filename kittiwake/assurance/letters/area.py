"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.letters import events, views

AREA = Area(
    "letters",
    "Inspectors’ letters",
    place=258,
    pages=[
        Page(
            "letters:letters",
            "inspectors-letters/",
            views.letters,
            Power.SEE_INSPECTIONS,
            "",
            (
                On(
                    MENU["The work"],
                    60,
                    "Inspectors’ letters",
                    "What inspectors wrote, statement by statement: what is strong, and what falls short.",
                ),
            ),
        ),
        Page("letters:add_letter", "inspectors-letters/new/", views.add_letter, Power.RECORD_INSPECTIONS),
        Page("letters:letter", "inspectors-letters/<int:pk>/", views.letter, Power.SEE_INSPECTIONS),
        Page(
            "letters:letter_file",
            "inspectors-letters/<int:pk>/file/",
            views.letter_file,
            Power.SEE_INSPECTIONS,
        ),
        Page(
            "letters:statements_of_letter",
            "inspectors-letters/<int:pk>/statements/",
            views.statements_of_letter,
            Power.SEE_INSPECTIONS,
        ),
        Page(
            "letters:confirm_statements",
            "inspectors-letters/<int:pk>/parts/<int:number>/",
            views.confirm_statements,
            Power.RECORD_INSPECTIONS,
        ),
        Page(
            "letters:correct_letter",
            "inspectors-letters/<int:pk>/correction/",
            views.correct_letter,
            Power.RECORD_INSPECTIONS,
        ),
        Page(
            "letters:strike_out_letter",
            "inspectors-letters/<int:pk>/striking-out/",
            views.strike_out_letter,
            Power.RECORD_INSPECTIONS,
        ),
        Page(
            "letters:letters_beside",
            "inspectors-letters/<int:pk>/beside/<int:other_pk>/",
            views.letters_beside,
            Power.SEE_INSPECTIONS,
        ),
    ],
    declares=[*events.EVENTS],
)
