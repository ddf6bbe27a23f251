"""Themes gather actions, and people come together to learn from them."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.assurance.audits.learning import recording as learning
from kittiwake.assurance.audits.models import EventAction, LearningEvent, Theme
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.audits.themes import recording as naming
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast


def named(cast: Cast, name: str = "Chronologies") -> Theme:
    return naming.name_theme(name, by=cast.user("principal"), at=NOW)


def held(cast: Cast, theme: Theme, **more) -> LearningEvent:
    facts = {
        "title": "Practice week", "held_on": date(2026, 11, 30), "learned": "History first", "themes": [theme],
        "came": [cast.workers["worker"]], "by": cast.user("principal"), "at": NOW,
    }  # fmt: skip
    return learning.hold_event(**{**facts, **more})


@pytest.mark.parametrize("name", ["Chronologies", " chronologies ", "CHRONOLOGIES", " "])
def test_a_theme_has_one_name(cast: Cast, name: str) -> None:
    named(cast)
    with pytest.raises(Refused):
        named(cast, name)
    assert Theme.objects.count() == 1


def test_an_event_gathers_the_actions_of_its_themes_up_to_that_day(cast: Cast) -> None:
    theme, other = named(cast), named(cast, "Voice")
    mine = made.raised(cast, themes=[theme, other])
    made.raised(cast, themes=[other])
    event = held(cast, theme)
    assert list(EventAction.objects.filter(event=event).values_list("action_id", flat=True)) == [mine.pk]
    assert [place.worker for place in event.came.all()] == [cast.workers["worker"]]
    early = held(cast, theme, held_on=date(2026, 11, 1))
    assert not EventAction.objects.filter(event=early).exists()


@pytest.mark.parametrize(("change", "field"), [({"themes": []}, "themes"), ({"came": []}, "came")])
def test_it_refuses_an_event_about_nothing_or_with_nobody(cast: Cast, change: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        held(cast, named(cast), **change)
    assert refused.value.field == field
