"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.assurance.feedback import measures, on_pages, views
from kittiwake.assurance.feedback.answering import views as answering_views
from kittiwake.assurance.feedback.events import EVENTS
from kittiwake.assurance.feedback.letters import LETTERS
from kittiwake.assurance.feedback.slips import views as slips_views
from kittiwake.insight.area import NEW_CODE_SECONDS

HINT = "What workers, partners, children and families say without their names, and what was done."

AREA = Area(
    "feedback",
    "What people say",
    place=256,
    pages=[
        Page(
            "feedback:rounds",
            "feedback/",
            views.rounds,
            Power.SIGN_IN,
            "What people say",
            (
                On(MENU["The work"], 60, "", HINT),
                On(STARTS, 60, "", HINT),
            ),
        ),
        Page("feedback:ask", "feedback/new/", views.ask, Power.ASK_PEOPLE),
        Page(
            "feedback:round",
            "feedback/<int:pk>/",
            views.round_,
            Power.SIGN_IN,
            "What people said",
            seconds=NEW_CODE_SECONDS,  # figures stand on it
        ),
        Page("feedback:answer", "feedback/<int:pk>/answer/", answering_views.answer, Power.SIGN_IN),
        Page("feedback:call_off", "feedback/<int:pk>/end/", views.call_off, Power.ASK_PEOPLE),
        Page("feedback:remarks", "feedback/<int:pk>/words/", views.remarks, Power.ASK_PEOPLE),
        Page("feedback:hide_remark", "feedback/words/<int:pk>/", views.hide_remark, Power.ASK_PEOPLE),
        Page(
            "feedback:say_what_was_done",
            "feedback/<int:pk>/done/new/",
            views.say_what_was_done,
            Power.ASK_PEOPLE,
        ),
        Page("feedback:print_slips", "feedback/<int:pk>/slips/", slips_views.print_slips, Power.ASK_PEOPLE),
        # With a code on paper, and no account. The words say nothing of what it is.
        Page("feedback:enter", "say/", answering_views.enter, Power.EVERYBODY),
        Page("feedback:say", "say/answers/", answering_views.say, Power.EVERYBODY),
        Page("feedback:thanks", "say/thanks/", answering_views.thanks, Power.EVERYBODY),
    ],
    declares=[*EVENTS, *LETTERS, *measures.MEASURES, *on_pages.PARTS],
)
