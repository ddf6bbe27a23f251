"""The planted stories, without the rest of the council: each is where the tour says, for whom it says."""

from __future__ import annotations

import re

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.personas.models import Persona, Stop
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import make_people
from kittiwake.demo.personas import make_personas
from kittiwake.demo.stories import make_stories
from kittiwake.primitives.documents.models import Document
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.cast import signed_in


@pytest.fixture
def tour(db: None) -> list[Stop]:
    with acting_as_system():
        council = make_people(Chance(), local_date(now()), scale=1)
        make_personas(council, make_stories(council, now()))
        return list(Stop.objects.select_related("persona__user"))


def test_whoever_it_is_about_is_on_the_page_or_the_story_says_to_search(tour: list[Stop]) -> None:
    children = {child.first_name for child in Child.objects.all()}
    lost = []
    for stop in tour:
        page = signed_in(stop.persona.user).get(stop.path).content.decode()
        named = children & set(re.findall(r"\w+", stop.see))
        lost += [(stop.title, name) for name in named if name not in page and stop.path != "/search/"]
    assert lost == []


def test_every_stop_opens_and_everybody_has_somewhere_to_begin(tour: list[Stop]) -> None:
    assert len(tour) >= 9
    shut = [stop.title for stop in tour if signed_in(stop.persona.user).get(stop.path).status_code != 200]
    lost = [
        persona.title
        for persona in Persona.objects.all()
        if signed_in(persona.user).get(persona.starts_at, follow=True).status_code != 200
    ]
    assert (shut, lost) == ([], [])


def test_a_photograph_a_drawing_and_a_letter_are_kept_with_ash(tour: list[Stop]) -> None:
    titles = Document.objects.filter(entry__child__forenames="Ash").values_list("title", flat=True)
    assert set(titles) == {"Ash at Gull House", "The pier", "From the school"}
