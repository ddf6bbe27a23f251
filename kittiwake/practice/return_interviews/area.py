"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS
from kittiwake.practice.missing.slots import AFTER_RETURN, AFTER_RETURN_OF_EPISODE, CORRECTIONS
from kittiwake.practice.return_interviews import (
    broken_links,
    events,
    measures,
    on_pages,
    overseen,
    report_themes,
    rules,
    settings,
    views,
)
from kittiwake.practice.return_interviews.corrections import views as corrections
from kittiwake.practice.return_interviews.not_held import views as not_held
from kittiwake.practice.return_interviews.offers import views as offers
from kittiwake.practice.return_interviews.quality_checks import views as quality_checks
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "return_interviews",
    "Return interviews",
    place=150,
    pages=[
        Page(
            "return_interviews:make_offer",
            "children/<int:child_pk>/return-interviews/offers/new/",
            offers.make_offer,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 20, "Offer a return interview"), On(AFTER_RETURN, 10, "Record an offer")),
        ),
        Page(
            "return_interviews:hold",
            "children/<int:child_pk>/return-interviews/new/",
            views.hold,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 30, "Write a return interview"), On(AFTER_RETURN, 20, "Write the interview")),
        ),
        Page(
            "return_interviews:record_not_held",
            "missing/<int:episode_pk>/no-return-interview/",
            not_held.record_not_held,
            Power.RECORD,
            "",
            (On(AFTER_RETURN_OF_EPISODE, 10, "There will be no interview, or not yet"),),
        ),
        Page(
            "return_interviews:correct_moments",
            "missing/<int:episode_pk>/moments/",
            corrections.correct_moments,
            Power.REPORT,
            "",
            (On(CORRECTIONS, 10, "Put a time right"),),
        ),
        Page("return_interviews:offer", "return-interviews/offers/<int:pk>/", offers.offer, Power.SEE),
        Page(
            "return_interviews:not_held", "return-interviews/not-held/<int:pk>/", not_held.not_held, Power.SEE
        ),
        Page(
            "return_interviews:interview",
            "return-interviews/<int:pk>/",
            views.interview,
            Power.SEE,
            "Return interview",
        ),
        Page("return_interviews:learned", "return-interviews/<int:pk>/learned/", views.learned, Power.RECORD),
        Page(
            "return_interviews:another_child",
            "return-interviews/<int:pk>/learned/other-children/",
            views.another_child,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "return_interviews:rewrite",
            "return-interviews/<int:pk>/versions/new/",
            views.rewrite,
            Power.RECORD,
        ),
        Page(
            "return_interviews:check",
            "return-interviews/<int:pk>/check/",
            quality_checks.check,
            Power.LEAD,
        ),
        Page(
            "return_interviews:answer",
            "return-interviews/<int:pk>/answer/",
            quality_checks.answer,
            Power.RECORD,
        ),
        Page(
            "return_interviews:share",
            "return-interviews/<int:pk>/sharing/",
            views.share,
            Power.RECORD,
        ),
        Page(
            "return_interviews:strike_out",
            "return-interviews/entries/<int:pk>/correction/",
            views.strike_out,
            Power.RECORD,
        ),
    ],
    declares=[
        EntryKind("return_interviews.offer"),
        EntryKind("return_interviews.interview"),
        EntryKind("return_interviews.not_held"),
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        PlaceOfLinks("return_interviews", 20),
        *overseen.OVERSEEN,
        *standards_of("return_interviews", rules, settings, broken_links),
        *on_pages.PARTS,
        *events.EVENTS,
    ],
)
