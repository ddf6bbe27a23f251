"""The personal part: two people read it, and nobody else finds a word of it anywhere the database can be asked."""

from __future__ import annotations

import logging

import pytest
from django.db import DatabaseError, transaction

from kittiwake.access.identity import _identify, acting_as
from kittiwake.access.row_security.policies import rights
from kittiwake.assurance.allocation.cover.recording import be_away, name_cover
from kittiwake.assurance.supervision.models import PersonalDraft, PersonalNote, Supervision
from kittiwake.assurance.supervision.personal import recording as personal
from kittiwake.assurance.supervision.tests.scenes import DAY, hold, note
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from tests.cast import NOW, PEOPLE, Cast
from tests.reading import tables_with

WORD = "Obsidian"
THIRD = sorted(set(PEOPLE) - {"worker", "manager"})


@pytest.fixture
def noted(cast: Cast, supervision: Supervision) -> Supervision:
    note(cast, supervision, f"Sleeps badly. {WORD}")
    with acting_as(cast.user("manager")):
        fields = {"words": [f"To think about: {WORD}"], "topic": ["workload"], "once": ["x"]}
        personal.keep_draft(supervision, fields, by=cast.user("manager"), at=NOW)
    return supervision


NOTE, DRAFT = PersonalNote._meta.db_table, PersonalDraft._meta.db_table


def test_both_read_what_either_wrote(cast: Cast, noted: Supervision) -> None:
    for who, tables in (("worker", {NOTE}), ("manager", {NOTE, DRAFT})):
        with acting_as(cast.user(who)):
            assert tables_with(WORD) == tables


@pytest.mark.parametrize("who", THIRD)
def test_nobody_else_finds_a_word_of_it_in_any_table(cast: Cast, noted: Supervision, who: str) -> None:
    with acting_as(cast.user(who)):
        assert tables_with(WORD) == set()


def test_nor_does_kittiwake_itself_nor_whoever_is_nobody(cast: Cast, noted: Supervision) -> None:
    assert tables_with(WORD) == set()
    _identify("")
    assert tables_with(WORD) == set()
    _identify(str(cast.system.pk))


def test_nor_either_of_the_two_once_they_have_left(cast: Cast, noted: Supervision) -> None:
    left = cast.user("manager")
    left.is_active = False
    left.save()
    with acting_as(left):
        assert tables_with(WORD) == set()


def test_a_note_is_never_changed_so_no_earlier_version_is_kept_elsewhere(db) -> None:
    assert rights(PersonalNote) == ["SELECT", "INSERT"]
    for model in (PersonalNote, PersonalDraft):
        kept = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
        assert "keep_version" not in kept


def test_the_database_refuses_a_note_by_or_for_anybody_else(cast: Cast, supervision: Supervision) -> None:
    two = {"worker_user": cast.user("worker"), "supervisor_user": cast.user("manager")}
    row = {"supervision": supervision, "topic": "leave", "words": "x", "at": NOW}
    for who in ("director", "colleague"):
        with acting_as(cast.user(who)), pytest.raises(DatabaseError), transaction.atomic():
            PersonalNote.objects.create(**row, **two, by=cast.user("worker"))
    with acting_as(cast.user("worker")), pytest.raises(DatabaseError), transaction.atomic():
        PersonalNote.objects.create(**row, **two, by=cast.user("director"))


def test_nobody_lets_themselves_in_by_changing_whose_supervision_it_was(
    cast: Cast, noted: Supervision
) -> None:
    with acting_as(cast.user("service_manager")):
        changed = Supervision.objects.filter(pk=noted.pk).update(supervisor=cast.workers["service_manager"])
        assert changed == 1
        assert tables_with(WORD) == set()


def test_it_tells_history_that_something_was_noted_and_not_what(cast: Cast, noted: Supervision) -> None:
    event = Event.objects.get(what="supervision.personal_noted")
    assert (event.subject, event.changes) == ("supervision.supervision", {})


def test_nothing_of_it_is_logged(cast: Cast, supervision: Supervision, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    note(cast, supervision, WORD)
    assert WORD not in "".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )


def test_it_refuses_a_note_by_a_third_person(cast: Cast, supervision: Supervision) -> None:
    for who in ("director", "service_manager", "colleague"):
        with pytest.raises(Refused, match="between the two people who met"):
            note(cast, supervision, "x", by=who)
        with pytest.raises(Refused, match="between the two people who met"):
            personal.keep_draft(supervision, {}, by=cast.user(who), at=NOW)


def test_whoever_covers_reads_their_own_and_nothing_earlier(cast: Cast, noted: Supervision) -> None:
    today = local_date(NOW)
    away = be_away(
        cast.workers["manager"],
        starts_on=today,
        ends_on=today + 20 * DAY,
        by=cast.user("service_manager"),
        at=NOW,
    )
    name_cover(away, covered_by=cast.workers["outsider"], by=cast.user("service_manager"), at=NOW)
    with acting_as(cast.user("outsider")):
        assert tables_with(WORD) == set()
    theirs = hold(cast, 0, by="outsider")
    note(cast, theirs, f"Still tired. {WORD}")
    with acting_as(cast.user("outsider")):
        assert [note.words for note in PersonalNote.objects.all()] == [f"Still tired. {WORD}"]
    with acting_as(cast.user("manager")):
        assert [note.words for note in PersonalNote.objects.all()] == [f"Sleeps badly. {WORD}"]


def test_a_draft_is_the_writers_alone_and_goes_when_the_note_is_kept(cast: Cast, noted: Supervision) -> None:
    with acting_as(cast.user("worker")):
        assert not PersonalDraft.objects.exists()
    with acting_as(cast.user("manager")):
        assert PersonalDraft.objects.get().fields == {
            "words": [f"To think about: {WORD}"],
            "topic": ["workload"],
        }
    note(cast, noted, "Kept", by="manager")
    with acting_as(cast.user("manager")):
        assert not PersonalDraft.objects.exists()


def test_what_one_of_the_two_could_not_read_is_not_written(cast: Cast, supervision: Supervision) -> None:
    Worker.objects.filter(pk=cast.workers["worker"].pk).update(user=None)
    supervision.refresh_from_db()
    with acting_as(cast.user("manager")), pytest.raises(Refused, match="Both need a sign-in"):
        note(cast, supervision, "A word", by="manager")
