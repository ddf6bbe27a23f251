"""What administrators read of history: what administrators do, and nothing of a child or of anybody's work."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from kittiwake.access import events as events_of_access
from kittiwake.access.identity import acting_as
from kittiwake.accounts import events, recording
from kittiwake.council.people.acts import Acts
from kittiwake.history import recording as history
from kittiwake.history.models import Event
from kittiwake.record import events as events_of_record
from kittiwake.record.models import Agency
from tests.cast import NOW, Cast

OTHERS = (events_of_record.TAKEN_BACK, events_of_access.RESTRICTED)


def test_they_read_what_administrators_did_and_nothing_else(cast: Cast) -> None:
    recording.invite(cast.user("worker"), by=cast.user("administrator"), at=NOW)
    for kind in OTHERS:
        history.write(kind, cast.ash, by=cast.system, at=NOW, child_id=cast.ash.pk)
        history.write(kind, cast.north, by=cast.system, at=NOW)

    with acting_as(cast.user("administrator")):
        read = set(Event.objects.values_list("what", flat=True))
    assert read == {events.USER_INVITED.name}


@pytest.mark.parametrize("kind", OTHERS, ids=lambda kind: kind.name)
def test_they_write_nothing_else(cast: Cast, kind) -> None:
    with acting_as(cast.user("administrator")), pytest.raises(ProgrammingError), transaction.atomic():
        history.write(kind, cast.north, by=cast.user("administrator"), at=NOW)


def test_they_write_nothing_about_a_child_even_of_their_kinds(cast: Cast) -> None:
    with acting_as(cast.user("administrator")), pytest.raises(ProgrammingError), transaction.atomic():
        history.write(
            events.USER_INVITED, cast.ash, by=cast.user("administrator"), at=NOW, child_id=cast.ash.pk
        )


@pytest.mark.parametrize("who", ["partner", "member", "young_person"])
def test_nobody_outside_reads_what_administrators_did(cast: Cast, who: str) -> None:
    recording.invite(cast.user("worker"), by=cast.user("administrator"), at=NOW)

    with acting_as(cast.user(who)):
        assert not Event.objects.filter(what=events.USER_INVITED.name).exists()


def test_what_was_done_to_the_council_names_nobody_who_has_its_number(cast: Cast) -> None:
    council = Agency.objects.create(pk=cast.user("director").pk, name="Another", kind="council")
    history.write(events.ADDRESS_CHANGED, council, by=cast.user("administrator"), at=NOW)
    ((_, _, about, who),) = Acts(list(Event.objects.filter(what=events.ADDRESS_CHANGED.name))).table
    assert (about, who) == ("The council", "Administrator")
