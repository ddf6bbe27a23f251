"""The rules of who does the work, as the guidance has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kittiwake.assurance.workforce import rules, settings
from kittiwake.assurance.workforce.engagements import rules as engagements
from kittiwake.assurance.workforce.engagements.rules import AgencyFacts
from kittiwake.assurance.workforce.posts import rules as posts
from kittiwake.assurance.workforce.supported_year import rules as supported_year


@pytest.mark.parametrize(
    ("fte", "cases", "said"),
    [("1", 20, ""), ("0.6", 3, ""), ("0", 0, ""), ("1.01", 0, "over 1"), ("-0.1", 0, "below 0"), ("0", 1, "(FTE) of 0")],
)  # fmt: skip
def test_fte_is_a_share_and_holds_cases_only_above_nothing(fte: str, cases: int, said: str) -> None:
    wrong = rules.wrong_fte(Decimal(fte), cases)
    assert said in wrong if said else not wrong


STARTS = date(2026, 9, 1)
SOUND = {"starts_on": STARTS, "qualified_on": date(2023, 9, 1), "direct_months": 36, "notice_weeks": 4, "left_post_on": date(2026, 6, 1)}  # fmt: skip


def test_an_agency_worker_within_every_rule_is_not_warned_of() -> None:
    assert engagements.agency_warnings(AgencyFacts(**SOUND)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"qualified_on": date(2023, 9, 2)}, "qualified less than 3 years"),
        ({"direct_months": None}, "not known for how long councils have employed them"),
        ({"direct_months": 35}, "employed them themselves for less than 3 years"),
        (
            {"direct_months": 0, "qualified_on": date(2001, 9, 1)},
            "employed them themselves for less than 3 years",
        ),
        ({"notice_weeks": None}, "notice is not known"),
        ({"notice_weeks": 3}, "shorter than 4 weeks"),
        ({"notice_weeks": 3, "own_notice_weeks": 8}, "shorter than 4 weeks"),
        ({"notice_weeks": 0, "own_notice_weeks": 1}, "shorter than 1 week."),
        ({"left_post_on": date(2026, 6, 2)}, "less than 3 months"),
        ({"is_above_price_cap": True}, "price cap"),
    ],
)
def test_each_agency_rule_warns_from_the_first_day_it_is_broken(changed: dict, said: str) -> None:
    (warning,) = engagements.agency_warnings(AgencyFacts(**{**SOUND, **changed}))
    assert said in warning


@pytest.mark.parametrize(
    "changed",
    [
        {"qualified_on": None},  # the three years are those of direct employment
        {"notice_weeks": 2, "own_notice_weeks": 2},  # as our own staff in such a post
        {"left_post_on": date(2026, 8, 31), "left_because": "redundant"},
        {"left_post_on": date(2026, 8, 31), "left_because": "probation"},
        {"left_post_on": None},  # in another region, or never
    ],
)
def test_what_the_agency_rules_except_is_not_warned_of(changed: dict) -> None:
    assert engagements.agency_warnings(AgencyFacts(**{**SOUND, **changed})) == []


AS_DECLARED = {key: standard.within for key, standard in settings.FIRST_YEAR.items()}


def test_the_first_year_has_its_reviews_at_three_six_and_twelve_months() -> None:
    due = {step.key: step.due_on for step in supported_year.steps_of_the_year(date(2026, 1, 31), AS_DECLARED)}
    assert due == {
        "induction": date(2026, 2, 14),
        "shadowing": date(2026, 3, 14),
        "review_3": date(2026, 4, 30),
        "review_6": date(2026, 7, 31),
        "review_12": date(2027, 1, 31),
    }


@pytest.mark.parametrize(
    ("post", "filled", "vacant"), [("1", "0", "1"), ("1", "0.6", "0.4"), ("0.5", "1", "0")]
)
def test_a_post_is_vacant_for_what_nobody_employed_fills(post: str, filled: str, vacant: str) -> None:
    assert posts.vacant_fte(Decimal(post), Decimal(filled)) == Decimal(vacant)
