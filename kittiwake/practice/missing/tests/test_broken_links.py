"""Links of a missing episode that should be there and are not, found until they are mended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.practice.missing import broken_links, recording
from kittiwake.practice.missing.tests.made import REPORTED, missing
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)
BACK = NOW - 30 * HOUR


def see(model: Any) -> Any:
    return model.objects.all()


@pytest.mark.parametrize(
    ("find", "after", "is_found"),
    [
        (broken_links.not_offered, 23, False),
        (broken_links.not_offered, 25, True),
        (broken_links.not_held, 71, False),
        (broken_links.not_held, 73, True),
        (broken_links.held_soon, 71, True),
        (broken_links.held_soon, 73, False),
    ],
)
def test_what_follows_a_return_is_looked_for_by_its_limit(
    cast: Cast, find: Any, after: int, is_found: bool
) -> None:
    episode = missing(cast)
    recording.record_return(episode, returned=Moment(BACK), by=cast.user("worker"), at=NOW)
    entries = [broken.entry_id for broken in find(see, BACK + after * HOUR)]
    assert entries == ([episode.pk] if is_found else [])


def test_of_each_episode_the_one_who_should_have_been_told_first_is_shown(cast: Cast) -> None:
    episode = missing(cast, source="carer")
    (broken,) = broken_links.not_told(see, NOW)
    assert (broken.entry_id, broken.due_at) == (episode.pk, REPORTED + HOUR)


def test_whatever_was_struck_out_is_looked_for_no_longer(cast: Cast) -> None:
    episode = missing(cast, source="carer")
    recording.strike_out(episode, reason="The wrong child", by=cast.user("worker"), at=NOW)
    for find in (broken_links.unacknowledged, broken_links.not_told, broken_links.not_offered):
        assert not list(find(see, NOW + 100 * HOUR))
