"""Typed facts go to JSON and back by one mechanism, whatever they are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.columns import Kept
from kittiwake.exchange.earlier_rows import fingerprint
from kittiwake.exchange.formats import formats
from kittiwake.exchange.formats.annex_a.facts import AnnexFacts, Line
from kittiwake.exchange.formats.annex_a.facts import Before as AnnexBefore
from kittiwake.exchange.formats.police_missing.facts import PoliceFacts
from kittiwake.exchange.formats.police_missing.recording import Before as PoliceBefore
from kittiwake.exchange.formats.statistics.facts import StatisticsFacts
from kittiwake.exchange.formats.workforce_census.facts import Before as CensusBefore
from kittiwake.exchange.formats.workforce_census.facts import CensusFacts
from kittiwake.exchange.reading.dates import Order
from kittiwake.time.moments import Moment

KINDS = [PoliceFacts, PoliceBefore, AnnexFacts, AnnexBefore, CensusFacts, CensusBefore, StatisticsFacts, Kept]
ZONES = some.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = some.datetimes(timezones=ZONES)
for plain, made in (
    (datetime, INSTANTS),
    (date, some.dates()),
    (Moment, some.builds(Moment, INSTANTS, some.booleans())),
    (Decimal, some.decimals(0, 1000, places=2)),
    (
        Line,
        some.builds(Line, said=some.dictionaries(some.text(), some.text() | some.integers() | some.none())),
    ),
):
    some.register_type_strategy(plain, made)


@pytest.mark.parametrize("kind", KINDS)
@given(data=some.data())
def test_whatever_facts_there_are_come_back_as_they_were(kind: type, data: some.DataObject) -> None:
    facts = data.draw(some.from_type(kind))
    kept = json.loads(json.dumps(as_json(facts)))
    assert from_json(kind, kept) == facts
    assert as_json(from_json(kind, kept)) == kept


def test_every_format_s_facts_are_tried_here() -> None:
    assert {chosen.facts for chosen in formats().values()} <= set(KINDS)


@dataclass(frozen=True)
class Part:
    on: date


class Loose(TypedDict, total=False):
    name: str
    count: int


@dataclass(frozen=True)
class Whole:
    needed: str | None
    part: Part | Loose | None = None
    order: Order = Order.EITHER
    many: dict[str, tuple[int, ...]] = field(default_factory=dict)


def test_what_has_its_default_is_left_out_and_what_is_needed_is_not() -> None:
    assert as_json(Whole(None)) == {"needed": None}
    assert as_json(Whole("x", order=Order.BOTH)) == {"needed": "x", "order": Order.BOTH.value}


def test_of_several_classes_the_fields_tell_which_it_is() -> None:
    assert from_json(Whole, {"needed": "", "part": {"on": "2026-11-30"}}).part == Part(date(2026, 11, 30))
    assert from_json(Whole, {"needed": "", "part": {"name": "x"}}).part == {"name": "x"}


def test_what_lacks_something_needed_is_a_mistake_and_what_is_not_known_is_passed_over() -> None:
    with pytest.raises(KeyError, match="needed"):
        from_json(Whole, {"order": Order.BOTH.value})
    assert from_json(Whole, {"needed": "x", "of_a_later_version": 1}) == Whole("x")


# What rows of imports say that stand on somebody's record already: they have to be known again.
KEPT = {
    "missing_from": "", "missing_from_address": "", "found_where": "", "how_found": "Police", "reported_by": "Mother",
    "circumstances": "", "reference": "MP/7/26", "person": "", "forenames": "Ivy", "surname": "Wren", "born_on": "2012-05-17",
    "sex": "U", "cancelled": False, "grades": ["medium"], "last_seen": ["2026-10-25T01:30:00+01:00", True],
    "reported": ["2026-11-19T19:00:00+00:00", True], "located": ["2026-11-20T06:00:00+00:00", True], "returned": None,
}  # fmt: skip
NAMED = "a6feee9f40a449e6d7f6d891b704a6b035c816c64763c98b42945c6d831f8ce6"


def test_a_row_that_was_recorded_before_is_named_as_it_was() -> None:
    facts = from_json(PoliceFacts, KEPT)
    assert as_json(facts) == KEPT
    assert fingerprint(facts) == NAMED
    assert facts.last_seen == Moment(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


def test_what_a_preview_added_before_is_understood() -> None:
    added = {"number": 3, "first_number": None, "met": [[1, "Ivy Wren, row 2"]], "differs": [], "news": ["the police grade"],
             "overlaps": "2026-11-19T18:00:00+00:00", "is_shared": True, "set_aside": {"located": "whenever"}}  # fmt: skip
    facts = from_json(PoliceFacts, {**KEPT, **added})
    assert (facts.met_in, facts.met, facts.differs, facts.news) == (
        3,
        ((1, "Ivy Wren, row 2"),),
        (),
        ("the police grade",),
    )
