"""What is recorded together stands or falls together, and only the outermost keeps a place to go back to."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from kittiwake.history.models import Submission
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import by_itself, whole
from tests.cast import NOW, Cast


@whole()
def inner(name: str) -> None:
    Submission.objects.create(token=uuid4(), by_id=1, at=NOW, outcome=name)
    if name == "Refused":
        raise Refused("Not this one.")


@whole()
def outer(*names: str) -> None:
    for name in names:
        inner(name)


def made() -> set[str]:
    return set(Submission.objects.values_list("outcome", flat=True))


def test_what_a_part_refuses_is_refused_for_the_whole(cast: Cast) -> None:
    with pytest.raises(Refused):
        outer("First", "Refused", "Second")
    assert made() == set()


def test_only_the_outermost_has_a_savepoint(cast: Cast) -> None:
    with CaptureQueriesContext(
        connection,
    ) as sent:
        outer("First", "Second")
    assert sum(query["sql"].startswith("SAVEPOINT") for query in sent) == 1
    assert made() == {"First", "Second"}


def test_one_of_many_is_refused_by_itself_also_inside_a_whole(cast: Cast) -> None:
    @whole()
    def many() -> None:
        for name in ("First", "Refused", "Second"):
            try:
                with by_itself():
                    inner(name)
            except Refused:
                continue

    many()
    assert made() == {"First", "Second"}


def test_to_pass_over_what_a_part_refused_is_a_fault_that_shows(cast: Cast) -> None:
    @whole()
    def careless() -> None:
        try:
            inner("Refused")
        except Refused:
            inner("First")

    with pytest.raises(TransactionManagementError):
        careless()
    assert made() == set()
