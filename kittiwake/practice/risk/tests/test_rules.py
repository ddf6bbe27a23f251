"""The scale of risk."""

from __future__ import annotations

import pytest

from kittiwake.practice.risk import rules


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (None, "emerging", "Opened as"),
        ("emerging", "emerging", "Stays"),
        ("emerging", "moderate", "Up to"),
        ("emerging", "significant", "Up to"),
        ("significant", "moderate", "Down to"),
    ],
)
def test_it_says_which_way_a_level_moved(was: str | None, now: str, said: str) -> None:
    assert rules.movement(was, now) == said


def test_no_risk_is_named_twice() -> None:
    keys = [key for key, _ in rules.DOMAINS]
    titles = [title for _, title in rules.DOMAINS]
    assert len(set(keys)) == len(keys) == len(set(titles))


def test_a_level_that_is_not_on_the_scale_has_no_height() -> None:
    with pytest.raises(KeyError):
        rules.height("severe")
