from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import codes
from kittiwake.record.codes import Span


def span(track, starts, ends=None):
    return Span(track, date(2026, 1, starts), ends and date(2026, 1, ends))


@pytest.mark.parametrize(
    ("one", "other", "lawful"),
    [
        (span("child_in_need", 1), span("child_protection", 10), False),
        (span("child_in_need", 1, 10), span("child_protection", 10), True),
        (span("child_in_need", 1, 11), span("child_protection", 10), False),
        (span("child_protection", 1, 10), span("child_in_need", 5, 6), False),
        (span("in_care", 1), span("child_protection", 10), True),
        (span("in_care", 1), span("child_in_need", 10), True),
        (span("early_help", 1), span("child_in_need", 10), True),
        (span("in_care", 1), span("care_leaver", 10), False),
        (span("in_care", 1, 10), span("care_leaver", 10), True),
        (span("early_help", 1), span("care_leaver", 10), True),
        (span("in_care", 1), span("in_care", 10), False),
        (span("in_care", 1, 10), span("in_care", 10), True),
        (span("child_in_need", 10, 10), span("child_protection", 1, 20), True),
    ],
)
def test_which_tracks_may_run_together(one, other, lawful):
    assert (codes.conflicts([one, other]) == []) is lawful
    assert (codes.conflicts([other, one]) == []) is lawful


def test_a_conflict_says_what_to_do():
    plan, protection = span("child_in_need", 1), span("child_protection", 10)
    [pair] = codes.conflicts([protection, plan])
    assert pair == (plan, protection)
    assert codes.conflict_sentence(*pair) == (
        "Child in need and child protection cannot run together: end one by 10 January 2026 "
        "(children in need census, rules 4001 and 4016)."
    )
    assert codes.conflict_sentence(span("in_care", 1), span("in_care", 10)) == (
        "In care is already open on 10 January 2026: end it first, or change the start date."
    )


@pytest.mark.parametrize(
    ("track", "starts", "born", "why"),
    [
        ("child_protection", (2026, 1, 9), (2008, 1, 10), ""),
        ("child_protection", (2026, 1, 10), (2008, 1, 10), "section 105"),
        ("in_care", (2026, 1, 10), (2008, 1, 10), "section 105"),
        ("care_leaver", (2026, 1, 9), (2010, 1, 10), "section 23A"),
        ("care_leaver", (2026, 1, 10), (2010, 1, 10), ""),
        ("care_leaver", (2026, 1, 10), (2001, 1, 11), ""),
        ("care_leaver", (2026, 1, 11), (2001, 1, 11), "section 23CZB"),
        ("early_help", (2026, 1, 1), (2026, 1, 2), "before they were born"),
        # Born on 29 February: 18 on 1 March in a year that has none.
        ("in_care", (2026, 2, 28), (2008, 2, 29), ""),
        ("in_care", (2026, 3, 1), (2008, 2, 29), "section 105"),
        ("care_leaver", (2024, 2, 29), (2008, 2, 29), ""),
    ],
)
def test_a_track_is_for_an_age(track, starts, born, why):
    why_not = codes.why_unlawful(Span(track, date(*starts)), [], date(*born))
    assert why in why_not if why else why_not == ""


def test_without_a_date_of_birth_only_overlaps_are_refused():
    assert codes.why_unlawful(span("care_leaver", 1), [], None) == ""
    assert "cannot run together" in codes.why_unlawful(span("care_leaver", 2), [span("in_care", 1)], None)


def test_what_was_wrong_before_does_not_stop_what_is_lawful():
    wrong = [span("child_in_need", 1), span("child_protection", 2)]
    assert codes.why_unlawful(span("early_help", 3), wrong, None) == ""


days = st.dates(date(2026, 1, 1), date(2026, 1, 12))
spans = st.builds(Span, st.sampled_from(codes.TRACK.keys()), days, st.none() | days).filter(
    lambda given: given.ends_on is None or given.starts_on <= given.ends_on
)


@given(spans, spans)
def test_two_spans_overlap_when_some_day_is_in_both(one, other):
    def covered(given):
        return {
            day
            for day in range(1, 15)
            if given.starts_on.day <= day < (given.ends_on.day if given.ends_on else 15)
        }

    assert one.overlaps(other) == other.overlaps(one) == bool(covered(one) & covered(other))
