"""What the law and the framework set for inspections, and what of it the council sets anew from a day on."""

from __future__ import annotations

from kittiwake.primitives.clocks.rules import Standard, days, months, working_days

ILACS = "Ofsted, Inspecting local authority children’s services, read November 2026"

ACTION_PLAN = Standard(
    "inspection.action_plan",
    "Action plan after “inadequate”, or an area for priority action: sent",
    working_days(70),
    "Education and Inspections Act 2006, section 137, and the regulations on action plans; read November 2026",
)
NOTICE = Standard(
    "inspection.notice",
    "Notice of an inspection or focused visit",
    working_days(5),
    f"{ILACS}: about five working days; earlier versions gave up to ten, so the number is local",
    local=True,
)
LISTS = Standard(
    "inspection.lists",
    "Lists for inspectors given after they ask",
    working_days(2),
    f"{ILACS}: at the start; about two working days is usual, and local",
    local=True,
)
MONITORING = Standard(
    "inspection.monitoring",
    "Next monitoring visit, about",
    months(3),
    "Ofsted’s policy on monitoring visits: about quarterly; read November 2026; local",
    local=True,
)
NEXT = Standard(
    "inspection.next",
    "Next inspection, about",
    months(36),
    f"{ILACS}: about every three years; local",
    local=True,
)
AGAIN = Standard(
    "inspection.again",
    "Inspected again after “inadequate”, within about",
    months(24),
    "Ofsted’s policy on monitoring visits: aimed at within two years; read November 2026; local",
    local=True,
)
SELF_EVALUATION = Standard(
    "inspection.self_evaluation",
    "Self-evaluation approved anew",
    months(12),
    f"{ILACS}: once a year, before the annual engagement meeting; local",
    local=True,
)
OPENED_SHOWN = Standard(
    "inspection.opened_shown",
    "What an inspector opened is shown for",
    days(90),
    "Local: the time of a visit and of its letter",
    local=True,
)
