"""Which column is which, and remembering it."""

from __future__ import annotations

import json

import pytest

from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.reading.columns import ColumnProposal, ColumnProposals, Mapping, fingerprint, propose
from kittiwake.exchange.reading.dates import Order
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.layouts import FieldKind, Layout, Target
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import csv_of

LAYOUT = Layout(
    "visits",
    "Visits",
    (
        Target("reference", "Reference", FieldKind.REFERENCE, ("visit ref", "id"), required=True),
        Target("visited", "Visited", FieldKind.MOMENT, ("visit", "seen")),
        Target("dob", "Date of birth", FieldKind.DATE, ("dob",)),
        Target("sex", "Sex", FieldKind.SEX, ("gender",)),
        Target("length", "Length of visit", FieldKind.DURATION, ("duration",)),
        Target("notes", "Notes", FieldKind.TEXT, ("comments",)),
    ),
)


def proposals_for(*lines: str) -> ColumnProposals:
    [table] = read_tables(open_source(csv_of(*lines)))
    return propose(LAYOUT, table)


def columns_for(*lines: str) -> dict[str, tuple[str, ...]]:
    return proposals_for(*lines).mapping.columns


def test_it_proposes_by_heading_and_content() -> None:
    assert columns_for("VISIT_REF;D.O.B.;Comments", "V1;17/05/2011;All was well") == {
        "reference": ("VISIT_REF",),
        "dob": ("D.O.B.",),
        "notes": ("Comments",),
    }


def test_a_heading_is_not_believed_when_the_cells_contradict_it() -> None:
    assert "dob" not in columns_for("Ref,DOB", "V1,Tansy", "V2,Rowan")


def test_a_date_and_its_time_are_one_moment() -> None:
    lines = ("Ref,Seen Date,Other,Seen Time", "V1,17/05/2025,x,18:05")
    assert columns_for(*lines)["visited"] == ("Seen Date", "Seen Time")


def test_a_bare_time_column_belongs_to_the_date_before_it() -> None:
    assert columns_for("Ref,Date seen,Time", "V1,17/05/2025,18:05")["visited"] == ("Date seen", "Time")


def test_a_time_column_is_never_taken_for_the_moment_itself() -> None:
    assert "visited" not in columns_for("Ref,Time seen", "V1,18:05")


def test_a_moment_in_one_cell_needs_no_second_column() -> None:
    lines = ("Ref,Seen,Seen Time of Day Notes", "V1,17/05/2025 18:05,late", "V2,18/05/2025 10:00,early")
    assert columns_for(*lines)["visited"] == ("Seen",)


def test_a_column_of_weekdays_is_no_date() -> None:
    assert "visited" not in columns_for("Ref,Day seen", "V1,Thursday", "V2,Friday")


def test_sex_is_known_by_its_values_under_any_heading() -> None:
    found = proposals_for("Ref,Xyz", "V1,M", "V2,F")
    [sex] = [proposal for proposal in found.proposals if proposal.field == "sex"]
    assert sex.columns == ("Xyz",)
    assert sex.why == "Every value under ‘Xyz’ is a sex."


def test_an_empty_column_is_proposed_by_its_heading_alone() -> None:
    found = proposals_for("Ref,DOB,Notes", "V1,,x", "V2,,y")
    [dob] = [proposal for proposal in found.proposals if proposal.field == "dob"]
    assert "empty in this file" in dob.why
    assert dob.confidence < 1


def test_it_lists_what_nobody_wants_and_what_is_not_found() -> None:
    found = proposals_for("Shoe size,Notes", "7,x")
    assert found.unused == ("Shoe size",)
    assert found.not_found == ("reference",)


def test_a_close_second_is_named_and_lowers_the_confidence() -> None:
    found = proposals_for("Ref,Gender,Sex", "V1,M,M")
    [sex] = [proposal for proposal in found.proposals if proposal.field == "sex"]
    assert sex == ColumnProposal(
        "sex", ("Gender",), 0.75, "‘Gender’ reads like sex. It could also be ‘Sex’.", ("Sex",)
    )


def test_the_unit_of_a_length_is_taken_from_its_heading() -> None:
    found = proposals_for("Ref,Duration (mins)", "V1,40")
    assert next(p.why for p in found.proposals if p.field == "length").endswith("counted in minutes.")


@pytest.mark.parametrize("columns", [("DOB", "Ref"), ("ref:", "dob "), ("Date of Birth", "REF")])
def test_the_fingerprint_knows_the_same_headings_again(columns: tuple[str, ...]) -> None:
    assert fingerprint(columns) == fingerprint(("Ref", "DOB"))


@pytest.mark.parametrize("columns", [("Ref",), ("Ref", "DOB", "Notes"), ("Ref", "DOB", "DOB (2)")])
def test_the_fingerprint_tells_other_headings_apart(columns: tuple[str, ...]) -> None:
    assert fingerprint(columns) != fingerprint(("Ref", "DOB"))


def test_a_mapping_survives_being_kept() -> None:
    mapping = Mapping("visits", "abc", {"visited": ("Seen Date", "Seen Time")}, Order.DAY_FIRST)
    assert from_json(Mapping, json.loads(json.dumps(as_json(mapping)))) == mapping
