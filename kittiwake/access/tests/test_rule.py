"""Who sees which child: the same answer from the queryset and from the database alone."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Child
from tests.cast import Cast

ALL = {"ash", "briar", "rowan"}
SEES = {
    "worker": {"ash", "briar", "hazel"},
    "colleague": {"ash", "briar"},
    "manager": {"ash", "briar"},
    "service_manager": ALL,
    "outsider": {"rowan"},
    "interviewer": set(),
    "exploitation_worker": {"rowan"},
    "early_help_worker": {"rowan"},
    "leaving_care_worker": {"rowan"},
    "chair": set(),
    "auditor": ALL,
    "principal": ALL,
    "analyst": ALL,
    "support": {"ash", "briar"},
    "partner": {"ash"},
    "stranger": set(),
    "director": ALL,
    "member": set(),
    "inspector": ALL,
    "protection_officer": ALL,
    "administrator": set(),
    "young_person": {"ash"},
}


def names(children) -> set[str]:
    return {child.forenames.lower() for child in children}


@pytest.mark.parametrize("who", sorted(SEES))
def test_it_shows_each_role_the_children_in_its_relationships(cast: Cast, who: str) -> None:
    assert names(Viewer(cast.user(who)).children) == SEES[who]


@pytest.mark.parametrize("who", sorted(SEES))
def test_the_database_alone_shows_the_same(cast: Cast, who: str) -> None:
    with acting_as(cast.user(who)):
        assert names(Child.objects.all()) == SEES[who]
