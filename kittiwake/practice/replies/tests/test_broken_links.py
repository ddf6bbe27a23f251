"""Children who have not been told, as the board finds them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.practice.replies.broken_links import LINKS
from kittiwake.practice.replies.tests.making import interview, reply, told
from kittiwake.practice.return_interviews import recording as interviews
from tests.cast import NOW, Cast

# Held on Sunday 22 November: five working days run to the end of Friday 27 November.
IN_TIME, LATE = datetime(2026, 11, 27, 23, 0, tzinfo=UTC), datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


def found(cast: Cast, at: datetime, who: str = "worker") -> list[int]:
    return [row.child_id for row in LINKS[0].find(Viewer(cast.user(who)).see, at)]


@pytest.mark.parametrize(("at", "count"), [(IN_TIME, 0), (LATE, 1)])
def test_a_child_should_hear_back_within_five_working_days(cast: Cast, at: datetime, count: int) -> None:
    interview(cast)
    assert len(found(cast, at)) == count


def test_written_is_not_told(cast: Cast) -> None:
    made = reply(cast, interview=interview(cast))
    assert found(cast, LATE) == [cast.ash.pk]
    told(cast, made)
    assert found(cast, LATE) == []


def test_a_reply_about_the_first_version_counts_for_the_second(cast: Cast) -> None:
    first = interview(cast)
    told(cast, reply(cast, interview=first))
    interviews.rewrite(first, own_words="Said again", by=cast.user("worker"), at=NOW + timedelta(minutes=1))
    assert found(cast, LATE) == []


def test_a_child_who_wants_to_hear_nothing_is_left_alone(cast: Cast) -> None:
    interview(cast, hear_back="no")
    assert found(cast, LATE) == []


def test_it_finds_only_what_the_viewer_may_see(cast: Cast) -> None:
    interview(cast)
    assert found(cast, LATE, "outsider") == []
    assert found(cast, LATE, "manager") == [cast.ash.pk]
