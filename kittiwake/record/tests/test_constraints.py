"""A refusal names the rule that was broken; what nobody named is a fault and stays one."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Agency, Worker

TWICE = Refused("There is already an agency of this name.", field="name")


def in_two_steps(agency: Agency) -> None:
    Worker.objects.create(name="Written inside")
    Agency.objects.create(name=agency.name, kind="police")


@pytest.fixture
def agency(db: None) -> Agency:
    return Agency.objects.create(name="Saltmere Police", kind="police")


def test_a_constraint_is_refused_in_the_words_given_for_it(agency: Agency) -> None:
    with (
        pytest.raises(Refused, match="already an agency") as refused,
        refused_by(record_agency_name_key=TWICE),
    ):
        Agency.objects.create(name=agency.name, kind="police")
    assert refused.value.field == "name"


def test_what_was_written_before_it_stands_and_what_was_written_inside_does_not(agency: Agency) -> None:
    with pytest.raises(Refused), refused_by(record_agency_name_key=TWICE):
        in_two_steps(agency)
    assert not Worker.objects.filter(name="Written inside").exists()
    assert Agency.objects.filter(pk=agency.pk).exists()


def test_a_constraint_that_nobody_named_stays_a_fault(agency: Agency) -> None:
    with pytest.raises(IntegrityError), refused_by(some_other_rule=TWICE):
        Agency.objects.create(name=agency.name, kind="police")


def test_a_column_left_empty_is_no_rule_of_anybodys(db: None) -> None:
    with pytest.raises(IntegrityError), refused_by(record_agency_name_key=TWICE):
        Agency.objects.create(name=None, kind="police")  # type: ignore[misc]
