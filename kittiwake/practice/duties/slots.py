"""Places beside what a track brings where the areas above put their links, each a page of the child."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

RECORDED_ELSEWHERE = Slot("where what is owed to a child is recorded")
