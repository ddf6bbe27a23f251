"""What the record says beside the tool's questions on timeliness: by the clocks and standards everything else reads."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.audits.on_record import READS, OnRecord
from kittiwake.assurance.audits.tests import made
from kittiwake.practice.direct_work import rules as visits
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.missing.rules import INTERVIEW_OFFER
from kittiwake.primitives.clocks import limits, recording
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.instruments import library
from kittiwake.primitives.measures.links import See
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast, signed_in

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None):  # type: ignore[no-untyped-def]
    limits.forget()
    with acting_as_system():
        yield


def see(model):  # type: ignore[no-untyped-def]
    return model._default_manager.all()


def said(cast: Cast, question: str, at: datetime = NOW, see: See = see) -> str:
    return OnRecord(cast.ash.pk, see, at).said()[question]


def fell_due(cast: Cast, days_ago: float, *, stopped: float | None, key: str = visits.SIX_WEEKLY.key) -> None:
    """A clock of Ash's that fell due so many days ago, and stopped so many days ago where it did."""
    due_at = NOW - days_ago * DAY
    entry = record.enter(
        cast.ash,
        kind="direct_work.session",
        summary="x",
        happened_at=due_at - 42 * DAY,
        by=cast.system,
        at=NOW,
    )
    recording.start(standards()[key], entry=entry, at=due_at - 42 * DAY)
    clock = entry.clocks.get(key=key)
    clock.due_at = due_at
    clock.stopped_at = None if stopped is None else NOW - stopped * DAY
    clock.save()


def test_the_clocks_that_fell_due_and_which_were_late(cast: Cast) -> None:
    assert said(cast, "seen_in_time") == "nothing fell due in the last six months"
    fell_due(cast, 10, stopped=11)
    fell_due(cast, 40, stopped=38)
    fell_due(cast, 3, stopped=None)
    fell_due(cast, 200, stopped=None)
    fell_due(cast, -5, stopped=None)
    assert said(cast, "seen_in_time") == (
        "1 of 3 in time in the last six months. Late: next visit (every 6 weeks), due 20 November 2026; "
        "next visit (every 6 weeks), due 14 October 2026"
    )
    assert said(cast, "return_interviews_recorded") == "nothing fell due in the last six months"


def test_what_came_after_the_audit_was_made_changes_nothing_of_what_it_saw(cast: Cast) -> None:
    """Late when it was audited, whatever was done since."""
    fell_due(cast, 10, stopped=2)
    assert said(cast, "seen_in_time", NOW - 5 * DAY).startswith("0 of 1 in time")


def test_each_question_reads_standards_there_are_and_is_asked(cast: Cast) -> None:
    assert {key for keys in READS.values() for key in keys} <= set(standards())
    asked = set(library.latest("practice_audit").questions)
    assert set(OnRecord(cast.ash.pk, see, NOW).said()) <= asked
    assert INTERVIEW_OFFER.key in READS["return_interviews_recorded"]


def test_a_limit_the_council_changed_is_changed_here_too(cast: Cast) -> None:
    for lag in (2, 6):
        held = NOW - 10 * DAY
        entry = Entry.objects.create(
            child=cast.ash, kind="direct_work.session", summary="x", happened_at=held, recorded_at=held + lag * DAY,
            by=cast.system,
        )  # fmt: skip
        Session.objects.create(entry=entry, child=cast.ash, worker_name="x", held_at=held, seen=True)
    assert said(cast, "visits_written") == "2 of 2 in the last six months written up within 5 working days"
    set_limit(
        visits.WRITTEN_UP, count=2, effective_from=date(2026, 11, 1), version=0, by=cast.user("principal"),
        at=NOW - 30 * DAY, why="Agreed",
    )  # fmt: skip
    limits.forget()
    assert said(cast, "visits_written") == "1 of 2 in the last six months written up within 2 working days"


def test_whoever_audits_reads_it_under_the_question_and_beside_their_answer(cast: Cast) -> None:
    fell_due(cast, 10, stopped=None, key=INTERVIEW_OFFER.key)
    programme = made.made_programme(cast)
    page = (
        signed_in(cast.user("auditor"))
        .get(f"/children/{cast.ash.pk}/audits/{programme.pk}/new/")
        .content.decode()
    )
    assert "On the record: 0 of 1 in time in the last six months." in page
    audit = made.audited(cast, programme=programme)
    page = signed_in(cast.user("auditor")).get(audit.get_absolute_url()).content.decode()
    assert "On the record then: 0 of 1 in time" in page
