"""Eight steps from facts, as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kittiwake.practice.loop.rules import STEPS, Facts, State, is_closed, next_step, steps
from tests.cast import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
D, O, B, A, E = State.DONE, State.OPEN, State.BROKEN, State.AHEAD, State.ENDED  # noqa: E741

BACK = Facts(returned_at=NOW - 11 * HOUR, offer_due_at=NOW + 13 * HOUR, interview_due_at=NOW + 61 * HOUR)
LATE = Facts(returned_at=NOW - 80 * HOUR, offer_due_at=NOW - 56 * HOUR, interview_due_at=NOW - 8 * HOUR)
HEARD = replace(
    BACK,
    offered_at=NOW - 9 * HOUR,
    held_at=NOW - 2 * HOUR,
    plan_due_at=NOW + 5 * DAY,
    told_due_at=NOW + 5 * DAY,
)
HEARD_LONG_AGO = replace(HEARD, plan_due_at=NOW - DAY, told_due_at=NOW - DAY)
PLANNED = replace(HEARD, learned=True, judged=True, planned=True, seen_due_at=NOW + 3 * DAY)
CLOSED = replace(PLANNED, seen=True, told_at=NOW)

TABLE = [
    # what the record says                        back off hea lea jud pla see tol
    ("still missing", Facts(), (O, A, A, A, A, A, A, A)),
    ("back this morning", BACK, (D, O, O, A, A, A, A, A)),
    ("nobody offered or listened in time", LATE, (D, B, B, A, A, A, A, A)),
    ("offered in time, not heard", replace(LATE, offered_at=NOW), (D, D, B, A, A, A, A, A)),
    ("offered, and the 72 hours run", replace(BACK, offered_at=NOW), (D, D, O, A, A, A, A, A)),
    ("they said no", replace(LATE, offered_at=NOW, not_held="They said no"), (D, D, E, E, E, E, E, E)),
    ("in hospital, never offered", replace(LATE, not_held="In hospital"), (D, E, E, E, E, E, E, E)),
    ("heard, nothing more yet", HEARD, (D, D, D, O, O, O, A, O)),
    ("heard, and a week went by", HEARD_LONG_AGO, (D, D, D, B, B, B, A, B)),
    ("heard without an offer on the record", replace(HEARD, offered_at=None), (D, O, D, O, O, O, A, O)),
    ("learned and judged, not planned", replace(HEARD, learned=True, judged=True), (D, D, D, D, D, O, A, O)),
    ("planned", PLANNED, (D, D, D, D, D, D, O, O)),
    ("planned, nothing judged anew", replace(PLANNED, judged=False), (D, D, D, D, O, D, O, O)),
    (
        "planned late, nothing judged: its limit is not this step's any more",
        replace(PLANNED, judged=False, plan_due_at=NOW - DAY),
        (D, D, D, D, O, D, O, O),
    ),
    ("no manager looked in time", replace(PLANNED, seen_due_at=NOW - DAY), (D, D, D, D, D, D, B, O)),
    ("told, and no manager looked", replace(PLANNED, told_at=NOW), (D, D, D, D, D, D, O, D)),
    ("they do not want to hear back", replace(PLANNED, wants_to_hear=False), (D, D, D, D, D, D, O, E)),
    ("told although they did not want to", replace(CLOSED, wants_to_hear=False), (D,) * 8),
    ("closed", CLOSED, (D,) * 8),
]


@pytest.mark.parametrize(("facts", "states"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_eight_steps(facts: Facts, states: tuple[State, ...]) -> None:
    made = steps(facts, NOW)
    assert [step.name for step in made] == list(STEPS)
    assert tuple(step.state for step in made) == states


def test_an_open_step_carries_its_limit_and_a_late_hearing_says_so() -> None:
    heard = steps(BACK, NOW)[2]
    assert heard.due_at == NOW + 61 * HOUR
    late = steps(replace(HEARD, held_at=NOW, interview_due_at=NOW - HOUR), NOW)[2]
    assert (late.state, late.words) == (State.DONE, "Late")


@pytest.mark.parametrize(
    ("facts", "closed", "first"),
    [
        (BACK, False, "offered"),
        (HEARD, False, "learned"),
        (PLANNED, False, "seen"),
        (replace(CLOSED, judged=False), True, "judged"),
        (replace(LATE, not_held="In hospital"), True, None),
        (CLOSED, True, None),
    ],
)
def test_what_is_left_to_do(facts: Facts, closed: bool, first: str | None) -> None:
    made = steps(facts, NOW)
    left = next_step(made)
    assert (is_closed(made), left and left.name) == (closed, first)
