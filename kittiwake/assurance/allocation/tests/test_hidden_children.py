"""A protected caseload is true for who has it and who answers for it; to others a restricted child makes no difference."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.assurance.allocation.leaving.queries import remaining_with
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from tests.cast import NOW, Cast


@pytest.mark.parametrize(
    ("who", "children"),
    [
        ("worker", 2),
        ("manager", 2),
        ("service_manager", 2),
        ("principal", 2),
        ("director", 2),
        ("colleague", 1),
        ("outsider", 1),
        ("auditor", 1),
        ("analyst", 1),
        ("inspector", 1),
    ],
)
def test_hazel_counts_only_to_who_answers_for_their_worker(cast: Cast, who: str, children: int) -> None:
    with acting_as(cast.user(who)):
        assert sum(caseload_of(cast.workers["worker"], NOW.date()).tracks.values()) == children
        assert remaining_with(cast.workers["worker"], NOW.date()).children == children
