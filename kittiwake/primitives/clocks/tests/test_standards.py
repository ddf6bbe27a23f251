from datetime import date, datetime
from types import ModuleType

import pytest

from kittiwake.areas.area import declared
from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.standards import NotInForce, Standard, Version, standards_of
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.durations import LONGEST, Duration, Unit, days, hours, months, working_days
from kittiwake.time.moments import LONDON

ASSESSMENT = Standard(
    key="assessments.assessment",
    title="Assessment finished",
    within=working_days(35),
    source="Example guidance 2010, paragraph 1",
    effective_from=date(2013, 4, 1),
    later=(Version(working_days(45), "Example guidance 2015, paragraph 1", date(2015, 4, 1)),),
)
VISIT = Standard(
    key="visits.visit",
    title="Visit to the child",
    within=working_days(10),
    source="Local standard",
    local=True,
)


@pytest.mark.parametrize(
    ("on", "limit"),
    [("2013-04-01", 35), ("2015-03-31", 35), ("2015-04-01", 45), ("2026-01-01", 45)],
)
def test_it_uses_the_limit_in_force_on_the_day(on, limit):
    assert ASSESSMENT.version_at(date.fromisoformat(on)).within == working_days(limit)


def test_it_refuses_a_day_before_the_standard_existed():
    with pytest.raises(NotInForce, match="only applied since 1 April 2013"):
        ASSESSMENT.version_at(date(2013, 3, 31))


def test_a_due_date_carries_the_version_it_was_computed_with():
    before = rules.due(ASSESSMENT, datetime(2015, 3, 31, 23, 50, tzinfo=LONDON), calendar=england_and_wales())
    after = rules.due(ASSESSMENT, datetime(2015, 4, 1, 0, 10, tzinfo=LONDON), calendar=england_and_wales())
    assert str(before.version) == "35 working days (from 1 April 2013)"
    assert str(after.version) == "45 working days (from 1 April 2015)"
    assert (before.rule_version, after.rule_version) == ("2013-04-01", "2015-04-01")
    assert before.due_at < after.due_at


def test_a_council_changes_its_own_limit_from_a_date():
    changed = VISIT.changed(working_days(5), source="Scrutiny, March 2026", effective_from=date(2026, 4, 1))
    assert changed.version_at(date(2026, 3, 31)).within == working_days(10)
    assert changed.version_at(date(2026, 4, 1)).within == working_days(5)
    assert VISIT.version_at(date(2026, 4, 1)).within == working_days(10)


def test_a_limit_that_always_applied_is_written_without_a_date():
    assert str(VISIT.version_at(date(2020, 1, 1))) == "10 working days"


def test_a_second_change_from_the_same_date_replaces_the_first():
    first = VISIT.changed(working_days(5), source="March", effective_from=date(2026, 4, 1))
    second = first.changed(working_days(7), source="Corrected", effective_from=date(2026, 4, 1))
    assert [str(version.within) for version in second.versions] == ["10 working days", "7 working days"]


def test_changes_may_be_entered_in_any_order():
    late = VISIT.changed(working_days(3), source="Later", effective_from=date(2027, 4, 1))
    both = late.changed(working_days(5), source="Sooner", effective_from=date(2026, 4, 1))
    assert [version.within.count for version in both.versions] == [10, 5, 3]


def test_a_council_cannot_change_a_national_limit():
    with pytest.raises(ValueError, match="set nationally"):
        ASSESSMENT.changed(working_days(60), source="Wishful", effective_from=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"key": "Return interview"}, "area.noun in lower case"),
        ({"key": "missing"}, "area.noun in lower case"),
        ({"source": " "}, "needs a title and a source"),
        ({"title": ""}, "needs a title and a source"),
        ({"later": (Version(hours(1), "Same day", date.min),)}, "start on a later day"),
    ],
)
def test_it_refuses_a_standard_that_cannot_be_traced(changes, sentence):
    details = {"key": "missing.return", "title": "Return", "within": hours(72), "source": "Somewhere"}
    with pytest.raises(ValueError, match=sentence):
        Standard(**{**details, **changes})


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (hours(72), "72 hours"),
        (hours(1), "1 hour"),
        (days(0), "0 days"),
        (working_days(1), "1 working day"),
        (Duration(6, Unit.SCHOOL_DAYS), "6 school days"),
        (months(3), "3 months"),
    ],
)
def test_a_duration_is_written_as_people_say_it_and_reads_back(duration, text):
    assert str(duration) == text
    assert Duration.read(text.upper()) == duration


@pytest.mark.parametrize(
    "text", ["", "72", "hours", "3 fortnights", "-1 days", "1.5 hours", "3 months or so"]
)
def test_it_refuses_a_limit_it_cannot_read(text):
    with pytest.raises(ValueError, match="number and a unit"):
        Duration.read(text)


@pytest.mark.parametrize(
    ("count", "unit"), [(0, Unit.HOURS), (0, Unit.WORKING_DAYS), (-1, Unit.DAYS), (LONGEST + 1, Unit.DAYS)]
)
def test_it_refuses_a_limit_nobody_means(count, unit):
    with pytest.raises(ValueError, match=f"in {unit} must be between"):
        Duration(count, unit)


def test_the_longest_and_the_shortest_limit_are_taken():
    assert (days(0).count, hours(1).count, days(LONGEST).count) == (0, 1, 10_000)


def test_its_address_is_its_key_without_a_full_stop():
    assert ASSESSMENT.slug == "assessments-assessment"


def test_an_area_declares_what_is_its_own_of_what_its_modules_name():
    named = ModuleType("named")
    named.ASSESSMENT, named.AGAIN, named.VISIT, named.OTHER = ASSESSMENT, ASSESSMENT, VISIT, "a word"
    assert standards_of("assessments", named) == [ASSESSMENT]
    assert standards_of("visits", named, named) == [VISIT]
    assert standards_of("other", named) == []


def test_each_that_an_area_declares_is_found_by_its_key():
    assert list(standards().values()) == declared(Standard)
    assert all(standard.key == key for key, standard in standards().items())
