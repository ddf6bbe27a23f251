"""Places beside an interview where the areas above put their links: pages of the child, given the interview as ?because_of=."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

CHANGE_THE_PLAN = Slot("where a plan is changed because of an interview")
TELL_THE_CHILD = Slot("where a child is told what came of an interview")
