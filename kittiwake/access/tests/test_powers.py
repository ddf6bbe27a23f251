"""The score of powers: none is idle."""

from __future__ import annotations

from kittiwake.access.powers import HOLDS
from kittiwake.areas.area import pages
from kittiwake.areas.powers import READS, Power


def test_every_power_is_somebodys_and_some_page_asks_for_it() -> None:
    """One that nobody holds would close its pages to all; one that no page asks for says nothing."""
    held = set().union(*HOLDS.values())
    asked = {page.power for page in pages().values()}
    assert set(Power) - held == {Power.EVERYBODY}
    assert set(Power) == asked
    assert set() < READS < held
