"""Rows that are written with others of their kind at the end are there for whoever reads them before."""

from __future__ import annotations

from kittiwake.history import recording as history
from kittiwake.history.models import Event
from kittiwake.record import events
from kittiwake.record.models import Name
from tests.cast import NOW, Cast


def test_a_row_that_waits_is_there_before_it_is_read_and_what_happened_to_it_names_it(cast: Cast) -> None:
    def named(surname: str) -> Name:
        name = Name(child=cast.ash, kind="alias", surname=surname, recorded_at=NOW)
        history.add(name)
        history.write(events.CHILD_ADDED, name, by=cast.system, at=NOW)
        return name

    assert named("Alone").pk, "outside, it is written as it is added"
    with history.at_once():
        first = named("First")
        assert Name.objects.count() == 1
        history.write_waiting()
        assert Name.objects.count() == 2
        second = named("Second")
    said = Event.objects.filter(subject="record.name").order_by("pk").values_list("subject_id", flat=True)
    assert list(said)[1:] == [first.pk, second.pk]
    assert Name.objects.count() == 3
