"""The whole council, in one transaction: it is there, or it is not."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.identity import acting_as_system
from kittiwake.demo.chance import Chance
from kittiwake.demo.children import make_children
from kittiwake.demo.episodes import make_episodes
from kittiwake.demo.people import Council, make_people
from kittiwake.ui.dates import local_date


def make_council(*, scale: int, at: datetime) -> Council:
    chance = Chance()
    with acting_as_system():
        council = make_people(chance, local_date(at), scale)
        children = make_children(council, scale, at)
        make_episodes(council, children, at)
    return council
