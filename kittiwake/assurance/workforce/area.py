"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page, PageOf
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.workforce import broken_links, experience, measures, report_themes, settings
from kittiwake.assurance.workforce.absences import views as absences
from kittiwake.assurance.workforce.caseloads import views as caseloads
from kittiwake.assurance.workforce.census import views as census
from kittiwake.assurance.workforce.engagements import views as engagements
from kittiwake.assurance.workforce.events import EVENTS
from kittiwake.assurance.workforce.leaving import views as leaving
from kittiwake.assurance.workforce.posts import views as posts
from kittiwake.assurance.workforce.span import views as span
from kittiwake.assurance.workforce.staff import views as staff
from kittiwake.assurance.workforce.supported_year import views as supported_year
from kittiwake.assurance.workforce.training import views as training
from kittiwake.assurance.workforce.visibility import of_those_answered_for
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import SeesWorkers
from kittiwake.record.models import Worker

AREA = Area(
    "workforce",
    "Workforce",
    place=220,
    pages=[
        Page(
            "workforce:caseloads",
            "caseloads/",
            caseloads.caseloads,
            Power.SEE_WORKFORCE,
            "",
            (
                On(
                    MENU["The work"],
                    70,
                    "Caseloads",
                    "Who holds how many children, and whose protected caseload is passed.",
                ),
            ),
        ),
        Page(
            "workforce:censuses",
            "workforce-census/",
            census.censuses,
            Power.SET_STANDARDS,
            "",
            (
                On(
                    MENU["The work"],
                    100,
                    "Workforce",
                    "The yearly census: vacancies, agency workers, turnover, absence.",
                ),
            ),
        ),
        Page("workforce:posts", "posts/", posts.posts, Power.SET_STANDARDS),
        Page("workforce:add_post", "posts/new/", posts.add_post, Power.SET_STANDARDS),
        Page("workforce:team_posts", "posts/teams/<int:pk>/", posts.team_posts, Power.SET_STANDARDS),
        Page("workforce:end_post", "posts/<int:pk>/end/", posts.end_post, Power.SET_STANDARDS),
        Page("workforce:managers", "managers/", span.managers, Power.RECORD_WORKFORCE),
        Page(
            "workforce:agree_caseload",
            "caseloads/agreement/",
            caseloads.agree_caseload,
            Power.SET_STANDARDS,
            "",
            (On(SETTINGS, 60, "Caseloads", "What a child counts for, and how many one person may have."),),
        ),
        Page("workforce:worker", "staff/<int:pk>/", staff.worker, Power.SEE_WORKFORCE),
        Page(
            "workforce:engage",
            "staff/<int:pk>/engagements/new/",
            engagements.engage,
            Power.RECORD_WORKFORCE,
        ),
        Page("workforce:move", "staff/<int:pk>/move/", engagements.move, Power.RECORD_WORKFORCE),
        Page(
            "workforce:start_supported_year",
            "staff/<int:pk>/first-year/",
            supported_year.start_supported_year,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:hold_step",
            "staff/<int:pk>/first-year/steps/",
            supported_year.hold_step,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:record_absence",
            "staff/<int:pk>/absences/new/",
            absences.record_absence,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:come_back",
            "absences/<int:pk>/back/",
            absences.come_back,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:strike_out_absence",
            "absences/<int:pk>/strike-out/",
            absences.strike_out_absence,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:leavers",
            "leavers/",
            leaving.leavers,
            Power.FOLLOW_LEAVERS,
            "",
            (On(MENU["The work"], 90, "Leavers", "Who left, and why, in numbers and without names."),),
        ),
        Page(
            "workforce:hold_exit_interview",
            "staff/<int:pk>/exit-interview/",
            leaving.hold_exit_interview,
            Power.FOLLOW_LEAVERS,
        ),
        Page(
            "workforce:exit_interview",
            "exit-interviews/<int:pk>/",
            leaving.exit_interview,
            Power.SIGN_IN,
        ),
        Page(
            "workforce:strike_out_exit_interview",
            "exit-interviews/<int:pk>/strike-out/",
            leaving.strike_out_exit_interview,
            Power.FOLLOW_LEAVERS,
        ),
        Page(
            "workforce:courses",
            "courses/",
            training.courses,
            Power.SEE_WORKFORCE,
            "",
            (
                On(
                    MENU["The work"],
                    80,
                    "Courses",
                    "What people learn together, who is asked to come, and who came.",
                ),
            ),
        ),
        Page("workforce:plan_course", "courses/new/", training.plan_course, Power.RECORD_WORKFORCE),
        Page("workforce:course", "courses/<int:pk>/", training.course, Power.SEE_WORKFORCE),
        Page(
            "workforce:ask_to_come",
            "courses/<int:pk>/ask/",
            training.ask_to_come,
            Power.RECORD_WORKFORCE,
        ),
        Page("workforce:came", "courses/<int:pk>/came/", training.came, Power.RECORD_WORKFORCE),
    ],
    declares=[
        *EVENTS,
        *measures.MEASURES,
        *report_themes.THEMES,
        *experience.DIMENSIONS,
        *broken_links.LINKS,
        *standards_of("workforce", settings),
        SeesWorkers(of_those_answered_for),
        PageOf(Worker, "workforce:worker"),
    ],
)
