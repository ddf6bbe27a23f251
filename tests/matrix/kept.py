"""What is kept for a few people of a child that more may see: their part of a supervision, a mark not yet to be known."""

from __future__ import annotations

from collections.abc import Mapping

from tests.matrix.world import World


def kept_from(world: World, who: str) -> list[str]:
    person = world.people[who]
    every = [made.kept for made in world.made.values()]
    return [word for kept in every for word, readers in kept.items() if person.pk not in readers]


def kept_on(world: World, who: str, answers: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """(page, word) of what stands on a page of theirs and is not for them."""
    words = kept_from(world, who)
    return {(name, word) for name, answer in answers.items() for word in words if word.encode() in answer}
