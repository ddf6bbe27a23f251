"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page, PageOf
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.workforce import (
    broken_links,
    measures,
    settings,
    views,
    views_of_absences,
    views_of_leaving,
    views_of_posts,
    views_of_training,
)
from kittiwake.assurance.workforce.whose import of_those_answered_for
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
            views.caseloads,
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
            views.censuses,
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
        Page("workforce:posts", "posts/", views_of_posts.posts, Power.SET_STANDARDS),
        Page("workforce:add_post", "posts/new/", views_of_posts.add_post, Power.SET_STANDARDS),
        Page("workforce:team_posts", "posts/teams/<int:pk>/", views_of_posts.team_posts, Power.SET_STANDARDS),
        Page("workforce:end_post", "posts/<int:pk>/end/", views_of_posts.end_post, Power.SET_STANDARDS),
        Page("workforce:managers", "managers/", views_of_posts.managers, Power.RECORD_WORKFORCE),
        Page(
            "workforce:agree_caseload",
            "caseloads/agreement/",
            views_of_posts.agree_caseload,
            Power.SET_STANDARDS,
        ),
        Page("workforce:worker", "staff/<int:pk>/", views.worker, Power.SEE_WORKFORCE),
        Page("workforce:engage", "staff/<int:pk>/engagements/new/", views.engage, Power.RECORD_WORKFORCE),
        Page("workforce:move", "staff/<int:pk>/move/", views.move, Power.RECORD_WORKFORCE),
        Page(
            "workforce:start_supported_year",
            "staff/<int:pk>/first-year/",
            views.start_supported_year,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:hold_step", "staff/<int:pk>/first-year/steps/", views.hold_step, Power.RECORD_WORKFORCE
        ),
        Page(
            "workforce:record_absence",
            "staff/<int:pk>/absences/new/",
            views_of_absences.record_absence,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:come_back",
            "absences/<int:pk>/back/",
            views_of_absences.come_back,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:strike_out_absence",
            "absences/<int:pk>/strike-out/",
            views_of_absences.strike_out_absence,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:leavers",
            "leavers/",
            views_of_leaving.leavers,
            Power.FOLLOW_LEAVERS,
            "",
            (On(MENU["The work"], 90, "Leavers", "Who left, and why, in numbers and without names."),),
        ),
        Page(
            "workforce:hold_exit_interview",
            "staff/<int:pk>/exit-interview/",
            views_of_leaving.hold_exit_interview,
            Power.FOLLOW_LEAVERS,
        ),
        Page(
            "workforce:exit_interview",
            "exit-interviews/<int:pk>/",
            views_of_leaving.exit_interview,
            Power.SIGN_IN,
        ),
        Page(
            "workforce:strike_out_exit_interview",
            "exit-interviews/<int:pk>/strike-out/",
            views_of_leaving.strike_out_exit_interview,
            Power.FOLLOW_LEAVERS,
        ),
        Page(
            "workforce:courses",
            "courses/",
            views_of_training.courses,
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
        Page("workforce:plan_course", "courses/new/", views_of_training.plan_course, Power.RECORD_WORKFORCE),
        Page("workforce:course", "courses/<int:pk>/", views_of_training.course, Power.SEE_WORKFORCE),
        Page(
            "workforce:ask_to_come",
            "courses/<int:pk>/ask/",
            views_of_training.ask_to_come,
            Power.RECORD_WORKFORCE,
        ),
        Page("workforce:came", "courses/<int:pk>/came/", views_of_training.came, Power.RECORD_WORKFORCE),
    ],
    declares=[
        *measures.MEASURES,
        *broken_links.LINKS,
        *standards_of("workforce", settings),
        SeesWorkers(of_those_answered_for),
        PageOf(Worker, "workforce:worker"),
    ],
)
