"""What was written, by whom and when; and, inside an import, by which."""

from __future__ import annotations

import pytest

from kittiwake.history import recording as history
from kittiwake.history.kinds import EventKind
from kittiwake.history.models import Event
from tests.cast import NOW, Cast

SAID = EventKind("test.said", "Said so")


def test_what_changed_is_kept_in_words_a_person_can_read(cast: Cast) -> None:
    changes = {"Last name": ("Alder", None), "Grade": (1, True)}
    history.write(SAID, cast.ash, by=cast.user("worker"), at=NOW, child_id=cast.ash.pk, changes=changes)
    event = Event.objects.get(what="test.said")
    assert (event.by_id, event.at, event.child_id, event.import_id) == (
        cast.user("worker").pk, NOW, cast.ash.pk, None,
    )  # fmt: skip
    assert set(event.changes) == {"Last name", "Grade"}


def test_inside_an_import_each_event_says_which_and_after_it_none(cast: Cast) -> None:
    def say() -> int | None:
        history.write(SAID, cast.ash, by=cast.system, at=NOW)
        return Event.objects.latest("pk").import_id

    def fails_half_way() -> None:
        with history.by_import(8):
            assert say() == 8
            raise LookupError

    with history.by_import(7):
        assert say() == 7
        with pytest.raises(LookupError):
            fails_half_way()
        assert say() == 7
    assert say() is None


def test_what_is_written_at_once_is_there_at_the_end_but_for_what_was_refused(cast: Cast) -> None:
    def refused() -> None:
        with history.at_once():
            history.write(SAID, cast.briar, by=cast.system, at=NOW)
            raise LookupError

    with history.at_once():
        history.write(SAID, cast.ash, by=cast.system, at=NOW)
        with pytest.raises(LookupError):
            refused()
        with history.at_once():
            history.write(SAID, cast.rowan, by=cast.system, at=NOW)
        assert not Event.objects.filter(what=SAID.name).exists()
    said = Event.objects.filter(what=SAID.name).order_by("pk").values_list("subject_id", flat=True)
    assert list(said) == [cast.ash.pk, cast.rowan.pk]
