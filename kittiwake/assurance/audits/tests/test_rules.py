"""Grades and what caps them, the steps of an action, and what may be its effect: as tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.audits import rules
from kittiwake.primitives.clocks.rules import due
from kittiwake.primitives.instruments import library
from kittiwake.time.calendar import england_and_wales

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)  # a Friday
DOMAINS = ["voice", "risk", "safety", "oversight"]


@pytest.mark.parametrize(
    ("grades", "capped_by"),
    [
        ({}, None),
        ({"voice": "inadequate", "oversight": "inadequate"}, None),
        ({"risk": "requires_improvement", "safety": "good"}, None),
        ({"risk": "inadequate", "voice": "outstanding"}, ("risk",)),
        ({"safety": "inadequate"}, ("safety",)),
        ({"risk": "inadequate", "safety": "inadequate"}, ("risk", "safety")),
        ({"risk": "not_looked"}, None),
    ],
)
def test_inadequate_help_with_risk_or_safety_caps_the_overall_grade(
    grades: dict, capped_by: tuple | None
) -> None:
    cap = rules.cap(grades)
    assert (cap.domains if cap else None) == capped_by
    assert cap is None or cap.grade == rules.INADEQUATE


@given(st.dictionaries(st.sampled_from(DOMAINS), st.sampled_from(rules.SCALE)), st.sampled_from(rules.SCALE))
def test_a_cap_only_ever_forbids_better_grades(grades: dict[str, str], overall: str) -> None:
    above = rules.is_above(overall, rules.cap(grades))
    assert not above or overall != rules.INADEQUATE
    assert not (above and rules.INADEQUATE not in (grades.get("risk"), grades.get("safety")))


def test_the_domains_that_cap_are_in_every_tool() -> None:
    for tool, _ in rules.TOOLS:
        assert set(rules.CAPPING) <= library.latest(tool).questions.keys()


def test_every_tool_grades_on_the_four_points_and_counts_compliance_apart() -> None:
    for tool, _ in rules.TOOLS:
        *domains, compliance = library.latest(tool).sections
        assert compliance.key == rules.COMPLIANCE
        for section in domains:
            grade, evidence, impact = section.questions
            assert [choice.key for choice in grade.choices][:4] == rules.SCALE[::-1]
            assert (evidence.key, impact.key) == (f"{grade.key}_evidence", f"{grade.key}_impact")
        assert library.latest(tool).most == 0, "no points: a grade is no sum"


@pytest.mark.parametrize(
    ("answers", "counted"),
    [([], (0, 0)), (["yes", "no", "na"], (1, 2)), (["na", "na"], (0, 0)), (["yes", "yes"], (2, 2))],
)
def test_what_does_not_apply_is_not_counted(answers: list[str], counted: tuple[int, int]) -> None:
    assert rules.compliance(answers) == counted


@pytest.mark.parametrize(
    ("moments", "state"),
    [
        ({}, "recorded"),
        ({"discussed": AT}, "discussed"),
        ({"discussed": AT, "done": AT}, "done"),
        ({"discussed": AT, "done": AT, "checked": AT}, "checked"),
        ({"discussed": AT, "done": AT, "checked": AT, "confirmed": AT}, "confirmed"),
        ({"discussed": AT, "done": AT, "checked": AT, "confirmed": AT, "closed": AT}, "closed"),
        ({"done": AT, "closed": AT}, "recorded"),  # a step left out is not taken
    ],
)
def test_how_far_an_action_is(moments: dict, state: str) -> None:
    assert rules.state(rules.Moments(**moments)) == state
    assert rules.NEXT[state]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"same_child": False}, "another child"),
        ({"is_struck_out": True}, "struck out"),
        ({"is_of_audits": True}, "its own effect"),
    ],
)
def test_what_may_be_an_effect(change: dict, why: str) -> None:
    facts = {
        "same_child": True,
        "is_struck_out": False,
        "is_of_audits": False,
    }
    why_not = rules.why_no_effect(**{**facts, **change})
    assert why in why_not if why else why_not == ""


@pytest.mark.parametrize(
    ("standard", "day"), [(rules.MADE_SAFE, "2026-11-23"), (rules.RE_AUDIT_DUE, "2027-02-19")]
)
def test_when_an_inadequate_audit_asks_for_more(standard, day: str) -> None:
    """Found on a Friday afternoon: safe by Monday night, looked at again after three months."""
    assert due(standard, AT, calendar=england_and_wales()).due_at.date().isoformat() == day
    assert standard.local


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"same_child": False}, "another child"),
        ({"is_struck_out": True}, "struck out"),
        ({"held_on": AT.date() - timedelta(days=1)}, "before the action was written"),
    ],
)
def test_in_which_supervision_an_action_was_talked_over(change: dict, why: str) -> None:
    facts = {"same_child": True, "is_struck_out": False, "held_on": AT.date(), "since": AT.date()}
    why_not = rules.why_not_discussed_there(**{**facts, **change})
    assert why in why_not if why else why_not == ""
