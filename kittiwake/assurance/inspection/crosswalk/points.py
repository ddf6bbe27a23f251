"""What inspectors praise or criticise, in our words, and what of Kittiwake shows each: the letter-to-evidence table.

Each point names measures, broken links and pages of areas below, by their keys; a test holds every reference. What a point says
was written from one published letter of a monitoring visit and the reports of other councils, read in 2026.
"""

from __future__ import annotations

from dataclasses import dataclass

from kittiwake.assurance.letters.themes import TITLES


@dataclass(frozen=True)
class Point:
    """`shows` is what has to be shown for it to be believed. `themes` are those of statements that may be about it.

    `measures`, `links` and `pages` are keys of what evidences it; `also` says what is looked up on a child's own record.
    """

    key: str
    said: str
    shows: str
    themes: tuple[str, ...]
    measures: tuple[str, ...]
    links: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    also: str = ""


POINTS = [
    Point(
        "allocated",
        "Every child has an allocated worker",
        "Who held each child on any day, gaps and cover included.",
        ("allocation",),
        ("P58", "P59", "P59b", "P60", "P61"),
        ("allocation.without_worker",),
        ("allocation:gaps", "allocation:past_gaps"),
    ),
    Point(
        "missing_response",
        "Quick response when a child is missing, also of those who live elsewhere",
        "Each time missing with how long the notice took, here and outside the area.",
        ("missing",),
        ("P08", "P18", "P19", "P53"),
        ("missing.not_told", "missing.unacknowledged"),
        also="The story of each time missing is on the child’s record.",
    ),
    Point(
        "interviews",
        "Return interviews are held and inform how children are kept safe",
        "Each interview, and the plan or risk that was changed because of it.",
        ("return_interviews",),
        ("P09", "P10", "P11", "P12", "P13", "P14", "P15", "P16"),
        ("missing.interview_overdue", "missing.not_offered", "return_interviews.no_plan_change"),
        ("loop:returns",),
    ),
    Point(
        "connected",
        "Interviewers notice other children at risk, and act",
        "People linked because of an interview, and what was done for each.",
        ("return_interviews", "exploitation"),
        ("P17",),
        ("return_interviews.not_shared", "claims.may_be_the_same"),
        also="What was learned, of whom and what followed, stands on each interview.",
    ),
    Point(
        "weak_interviews",
        "Weak interviews are sent back and done again",
        "Interviews that were checked, why they were sent back, and the second version.",
        ("return_interviews", "audits"),
        ("P15",),
        also="Each check and each version stands on the interview.",
    ),
    Point(
        "strategy",
        "Strategy meetings are well attended",
        "Who was invited and who came, by agency, with apologies and reports sent.",
        ("strategy", "partners"),
        ("P27", "P29", "P30"),
        ("meetings.without_quorum", "meetings.agency_missing_again"),
        also="Who was asked, who came and who sent a report stands on each meeting.",
    ),
    Point(
        "nearer_home",
        "Children moved nearer home are missing less",
        "Times missing before a move and after it.",
        ("homes", "missing"),
        ("P52", "P54"),
        ("placements.nearer",),
        also="Moves nearer home, asked for and made, stand on the child’s record.",
    ),
    Point(
        "direct_work",
        "Children are worked with directly, in their own words, whatever they need",
        "Sessions with how they were done and adapted, what the child said, and where the plan took it up.",
        ("direct_work",),
        ("P62",),
        ("direct_work.goal_alone", "direct_work.not_written_up"),
        also="Sessions and the child’s own words stand on each record.",
    ),
    Point(
        "evenings",
        "Something is offered in evenings and at weekends",
        "Sessions with the time of day and whose they were.",
        ("direct_work", "early_help"),
        ("P62",),
        also="Each session says when it was held and by whom.",
    ),
    Point(
        "assessments",
        "Assessments differ in quality between teams, and the level fits the whole risk",
        "Audit grades by team, and how often the level that was set differs from the one worked out.",
        ("assessments", "exploitation"),
        ("P26", "P37", "P38", "P39", "P40"),
        ("risk.rated_too_low", "risk.not_assessed_again"),
        ("risk:agreement", "audits:programmes"),
    ),
    Point(
        "oversight",
        "Managers’ oversight is as steady in one team as in another",
        "A manager’s decision beside each assessment and plan, by team.",
        ("oversight",),
        ("P64", "P64b"),
        ("oversight.waiting", "supervision.not_discussed"),
        ("supervision:team",),
    ),
    Point(
        "plans",
        "Plans answer the risks that meetings have seen",
        "Each open risk with the action that answers it, and plans changed after meetings.",
        ("plans",),
        ("P16", "P44", "P33b"),
        ("plans.risk_uncovered", "plans.late", "meetings.decision_without_action"),
    ),
    Point(
        "growing_up",
        "Young people are prepared for 18, and keep their worker past it",
        "A plan and a lead in adult services, and who stays involved.",
        ("care_leavers",),
        ("P55", "P56", "P57"),
        ("transitions.eighteen_soon", "transitions.eighteen_without", "transitions.late"),
        ("transitions:forward",),
    ),
    Point(
        "changes",
        "Children feel it when their worker changes",
        "How often workers changed and why, and how each was handed over.",
        ("allocation", "workforce"),
        ("P60", "P60b", "P61", "P61b"),
        ("allocation.not_introduced", "allocation.not_handed_over"),
    ),
    Point(
        "members",
        "Members know the service, and its figures are open to them",
        "Reports to members with what was asked, answered and done.",
        ("leadership",),
        ("P84",),
    ),
    Point(
        "exploiters",
        "Those who exploit children are known, disrupted and tried",
        "Links made in mapping, steps of disruption and their results.",
        ("exploitation", "partners"),
        ("P17", "P45", "P45b", "P46"),
        ("disruption.lapsed",),
        ("risk:contexts",),
        also="Each step of disruption and what came of it stands on the child’s record",
    ),
    Point(
        "audits",
        "Audits are thorough, and their actions change something for the child",
        "What each action is about, who checked it, whether it lasted, and audits done again.",
        ("audits",),
        ("P68", "P69", "P70", "P71", "P72", "P73"),
        ("audits.without_effect", "audits.not_discussed", "audits.not_audited_again"),
        ("audits:programmes", "audits:agreement", "audits:themes"),
    ),
    Point(
        "exclusion",
        "Schools take up help before they exclude, and excluded children come back",
        "Offers and take-up by school, days out, and days of return.",
        ("education",),
        ("P77", "P78", "P79"),
        also="What a school was told and answered stands on each record.",
    ),
    Point(
        "schools",
        "Every school reports children who go missing",
        "Reports expected of each school beside those that came.",
        ("education", "missing"),
        ("P80",),
    ),
    Point(
        "supervision",
        "Supervision is held, written down, and as good in one team as in another",
        "When each was held and written, how good it was, and gaps by team.",
        ("supervision",),
        ("P63", "P64", "P65", "P65b", "P66"),
        ("supervision.direction_late", "supervision.not_discussed"),
        ("supervision:team", "supervision:quality"),
    ),
    Point(
        "newly_qualified",
        "Newly qualified workers have an induction, fewer children, and others to watch",
        "Each step of the first year, children held beside the limit, and shadowing.",
        ("workforce",),
        ("P67", "P67b"),
        (),
        ("workforce:caseloads", "workforce:courses"),
    ),
]
BY_KEY = {point.key: point for point in POINTS}


def themes_of(point: Point) -> str:
    return ", ".join(TITLES[theme] for theme in point.themes)
