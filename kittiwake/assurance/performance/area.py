"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import DAILY, MENU, STARTS
from kittiwake.assurance.performance import broken_links, measures, on_pages, report_themes, settings
from kittiwake.assurance.performance.changes import views as changes
from kittiwake.assurance.performance.events import EVENTS
from kittiwake.assurance.performance.questions import views as questions
from kittiwake.assurance.performance.reports import views as reports
from kittiwake.primitives.clocks.standards import standards_of

HINT = "How well the service does, in plain words: what is published, and what members asked."
# Whoever is the first to ask a measure with new code waits until the SQL of all of them is made.
NEW_CODE_SECONDS = 120
ONE, THEME, FIGURE = "<int:pk>/", "<int:pk>/themes/<slug:key>/", "<int:pk>/figures/<slug:key>/"
ACTION, QUESTION = "actions/<int:pk>/", "questions/<int:pk>/"

AREA = Area(
    "performance",
    "Reports",
    place=257,
    prefix="reports/",
    pages=[
        Page(
            "performance:reports",
            "",
            reports.reports,
            Power.SEE_FIGURES,
            "Reports",
            (
                On(DAILY, 45, "Reports", powers=(Power.ASK_AS_MEMBER,)),
                On(MENU["The work"], 90, "Reports", HINT, (Power.OPEN_FIGURES,)),
                On(STARTS, 75, "Reports", HINT),
            ),
        ),
        Page("performance:begin", "new/", reports.begin, Power.MAKE_REPORTS),
        Page(
            "performance:questions",
            "questions/",
            questions.questions,
            Power.SEE_FIGURES,
            "Questions of members",
            (On(STARTS, 76, "", "What they asked, and who answers by when."),),
        ),
        Page("performance:question", QUESTION, questions.question, Power.SEE_FIGURES, "Question of a member"),
        Page("performance:answer", f"{QUESTION}answer/", questions.answer, Power.ANSWER_MEMBERS),
        Page("performance:hand_over", f"{QUESTION}owner/", questions.hand_over, Power.ANSWER_MEMBERS),
        Page("performance:follow_up", f"{QUESTION}again/", questions.follow_up, Power.ASK_AS_MEMBER),
        Page("performance:close", f"{QUESTION}closing/", questions.close, Power.ASK_AS_MEMBER),
        Page("performance:take_out_action", f"{ACTION}removal/", reports.take_out_action, Power.MAKE_REPORTS),
        Page(
            "performance:finish_action", f"{ACTION}completion/", reports.finish_action, Power.ANSWER_MEMBERS
        ),
        Page("performance:report", ONE, reports.report, Power.SEE_FIGURES, "Report"),
        Page("performance:paper", f"{ONE}paper/", reports.paper, Power.SEE_FIGURES, "Report on paper"),
        Page("performance:ask", f"{ONE}questions/", questions.ask, Power.ASK_AS_MEMBER),
        Page("performance:write", f"{ONE}words/", reports.write, Power.MAKE_REPORTS),
        Page("performance:count", f"{ONE}counts/", reports.count, Power.MAKE_REPORTS),
        Page("performance:publish", f"{ONE}publication/", reports.publish, Power.PUBLISH),
        Page("performance:withdraw", f"{ONE}withdrawal/", reports.withdraw, Power.PUBLISH),
        Page("performance:replace", f"{ONE}replacement/", reports.replace, Power.MAKE_REPORTS),
        Page("performance:theme", THEME, reports.theme, Power.SEE_FIGURES, "Page of a report"),
        Page("performance:write_theme", f"{THEME}words/", reports.write_theme, Power.MAKE_REPORTS),
        Page("performance:plan_action", f"{THEME}actions/", reports.plan_action, Power.MAKE_REPORTS),
        Page(
            "performance:figure",
            FIGURE,
            changes.figure,
            Power.SEE_FIGURES,
            "Why a published figure has changed",
            seconds=NEW_CODE_SECONDS,
        ),
        Page(
            "performance:records",
            f"{FIGURE}records/",
            changes.records,
            Power.OPEN_FIGURES,
            "Records that changed a published figure",
            seconds=NEW_CODE_SECONDS,
        ),
    ],
    declares=[
        *EVENTS,
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        *standards_of("performance", settings),
        *on_pages.PARTS,
    ],
)
