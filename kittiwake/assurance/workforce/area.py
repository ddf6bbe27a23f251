"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.workforce.absences import views as views_of_absences
from kittiwake.assurance.workforce.caseloads import views as views_of_caseloads
from kittiwake.assurance.workforce.census import views as views_of_census
from kittiwake.assurance.workforce.engagements import views as views_of_engagements
from kittiwake.assurance.workforce.leaving import views as views_of_leaving
from kittiwake.assurance.workforce.posts import views as views_of_posts
from kittiwake.assurance.workforce.span import views as views_of_span
from kittiwake.assurance.workforce.staff import views as views_of_staff
from kittiwake.assurance.workforce.supported_year import views as views_of_supported_year
from kittiwake.assurance.workforce.training import views as views_of_training

AREA = Area(
    "workforce",
    "Workforce",
    place=220,
    pages=[
        Page(
            "workforce:caseloads",
            "caseloads/",
            views_of_caseloads.caseloads,
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
            views_of_census.censuses,
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
        Page("workforce:managers", "managers/", views_of_span.managers, Power.RECORD_WORKFORCE),
        Page(
            "workforce:agree_caseload",
            "caseloads/agreement/",
            views_of_caseloads.agree_caseload,
            Power.SET_STANDARDS,
        ),
        Page("workforce:worker", "staff/<int:pk>/", views_of_staff.worker, Power.SEE_WORKFORCE),
        Page(
            "workforce:engage",
            "staff/<int:pk>/engagements/new/",
            views_of_engagements.engage,
            Power.RECORD_WORKFORCE,
        ),
        Page("workforce:move", "staff/<int:pk>/move/", views_of_engagements.move, Power.RECORD_WORKFORCE),
        Page(
            "workforce:start_supported_year",
            "staff/<int:pk>/first-year/",
            views_of_supported_year.start_supported_year,
            Power.RECORD_WORKFORCE,
        ),
        Page(
            "workforce:hold_step",
            "staff/<int:pk>/first-year/steps/",
            views_of_supported_year.hold_step,
            Power.RECORD_WORKFORCE,
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
)
