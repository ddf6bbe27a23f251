from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import Entitlement, eligible_from, entitlement
from kittiwake.practice.transitions.rules import Facts
from kittiwake.record.ages import birthday, next_birthday
from kittiwake.record.codes.tracks import Span

BORN = date(2010, 3, 10)  # 14 on 10 March 2024, 16 on 10 March 2026, 18 on 10 March 2028
DAY = timedelta(days=1)


def care(*spans: tuple[date, date | None]) -> list[Span]:
    return [Span("in_care", since, until) for since, until in spans]


LONG = care((date(2025, 1, 6), None))
SHORT = care((date(2026, 2, 1), date(2026, 4, 1)))  # 59 days, past 16
TWICE = care((date(2024, 5, 1), date(2024, 7, 1)), (date(2026, 3, 1), None))  # 61 days, then on


@pytest.mark.parametrize(
    ("spans", "today", "expected"),
    [
        # Schedule 2 paragraph 19B: 16 or 17, looked after, for 13 weeks in all since 14.
        (LONG, date(2026, 3, 9), Entitlement.NONE),
        (LONG, date(2026, 3, 10), Entitlement.ELIGIBLE),
        (TWICE, date(2026, 3, 10), Entitlement.NONE),
        (TWICE, date(2026, 3, 31), Entitlement.ELIGIBLE),
        # Section 23A: was eligible, has left, 16 or 17.
        (care((date(2025, 1, 6), date(2026, 6, 1))), date(2026, 6, 1), Entitlement.RELEVANT),
        # Left before 16: neither.
        (care((date(2025, 1, 6), date(2026, 3, 9))), date(2026, 6, 1), Entitlement.NONE),
        # Section 23C: 18 and over, was one of them.
        (LONG, date(2028, 3, 10), Entitlement.FORMER_RELEVANT),
        (LONG, date(2035, 3, 9), Entitlement.FORMER_RELEVANT),
        (LONG, date(2035, 3, 10), Entitlement.NONE),
        # Section 24: looked after at 16, but not for long enough.
        (SHORT, date(2026, 5, 1), Entitlement.QUALIFYING),
        (SHORT, date(2028, 5, 1), Entitlement.QUALIFYING),
        ([], date(2026, 5, 1), Entitlement.NONE),
        # Care before 14 does not count.
        (care((date(2020, 1, 1), date(2024, 3, 10))), date(2026, 5, 1), Entitlement.NONE),
    ],
)
def test_what_a_young_person_is_entitled_to(spans, today, expected):
    assert entitlement(BORN, spans, today) is expected


def test_without_a_birthday_nothing_is_said():
    assert entitlement(None, LONG, date(2026, 5, 1)) is Entitlement.NONE
    assert "not known" in rules.why_not(None, date(2026, 5, 1))


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2025, 3, 9), "under 15"),
        (date(2025, 3, 10), ""),
        (date(2035, 3, 9), ""),
        (date(2035, 3, 10), "25 or over"),
    ],
)
def test_from_when_and_until_when_there_is_a_plan(on, why):
    why_not = rules.why_not(BORN, on)
    assert why in why_not if why else why_not == ""


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (LONG, date(2026, 3, 10)),
        (TWICE, date(2026, 3, 31)),  # 61 days and 30 more
        (care((date(2026, 4, 1), None)), date(2026, 7, 1)),
        (SHORT, None),
    ],
)
def test_the_day_they_became_eligible(spans, expected):
    assert eligible_from(BORN, spans, date(2027, 1, 1)) == expected


def keys(facts: Facts, today: date) -> list[str]:
    return [step.key for step in rules.milestones(facts, today)]


def test_what_is_owed_follows_from_care_and_exploitation():
    today = date(2027, 1, 1)
    assert keys(Facts(BORN, LONG, is_exploited=False), today) == ["adviser", "assessment", "plan", "worker"]
    exploited = Facts(BORN, [], is_exploited=True, ask_by=date(2027, 9, 10))
    assert keys(exploited, today) == ["referral", "answer", "worker"]
    assert keys(Facts(BORN, [], is_exploited=False), today) == []


def test_by_which_days():
    due = {
        step.key: step.due_on
        for step in rules.milestones(
            Facts(BORN, LONG, is_exploited=True, ask_by=date(2027, 9, 10)), date(2027, 1, 1)
        )
    }
    assert due == {
        "adviser": date(2026, 3, 10),
        "assessment": date(2026, 6, 10),
        "plan": date(2026, 6, 10),
        "referral": date(2027, 9, 10),
        "answer": date(2028, 3, 10),
        "worker": date(2028, 3, 10),
    }


def test_what_they_turn_18_without():
    facts = Facts(BORN, LONG, is_exploited=False, adviser_since=date(2026, 3, 10), plan_on=date(2026, 6, 1))
    assert [step.key for step in rules.missing_at_eighteen(facts, date(2027, 12, 1))] == [
        "assessment",
        "worker",
    ]


@pytest.mark.parametrize(
    ("born", "today", "expected"),
    [
        (BORN, date(2028, 3, 9), (date(2028, 3, 10), 18)),
        (BORN, date(2028, 3, 10), (date(2028, 3, 10), 18)),
        (BORN, date(2028, 3, 11), (date(2029, 3, 10), 19)),
        # Born on 29 February: 18 on 1 March where there is none.
        (date(2008, 2, 29), date(2026, 2, 28), (date(2026, 3, 1), 18)),
        (date(2008, 2, 29), date(2028, 2, 1), (date(2028, 2, 29), 20)),
    ],
)
def test_the_next_birthday(born, today, expected):
    assert next_birthday(born, today) == expected


days = st.integers(0, 4500).map(lambda number: date(2024, 1, 1) + timedelta(days=number))
spans = st.lists(st.tuples(days, st.integers(1, 600)), max_size=4).map(
    lambda spans: care(*((since, since + timedelta(days=length)) for since, length in spans))
)


@given(spans, days)
def test_more_care_never_takes_an_entitlement_away(found, today):
    before = eligible_from(BORN, found, today)
    after = eligible_from(BORN, [*found, Span("in_care", date(2024, 3, 10), date(2024, 5, 10))], today)
    assert before is None or (after is not None and after <= before)


@given(spans, days)
def test_who_is_eligible_once_stays_entitled_until_25(found, today):
    eligible_on = eligible_from(BORN, found, today)
    if eligible_on and today < birthday(BORN, rules.UNTIL):
        assert eligible_on <= today
        assert entitlement(BORN, found, today) in (
            Entitlement.ELIGIBLE,
            Entitlement.RELEVANT,
            Entitlement.FORMER_RELEVANT,
        )


@given(st.integers(0, 11000), st.integers(0, 9000))
def test_a_next_birthday_is_never_past_and_within_a_year_and_a_day(born, later):
    born_on = date(1996, 1, 1) + timedelta(days=born)
    today = born_on + timedelta(days=later)
    day, age = next_birthday(born_on, today)
    assert today <= day <= today + timedelta(days=366)
    assert birthday(born_on, age) == day
