"""Places on the page of an episode where the areas above put their links."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

# While a return interview is waited for: pages of the child, which are given the episode as ?episode=, and pages of the episode.
AFTER_RETURN = Slot("what follows a return, for the child")
AFTER_RETURN_OF_EPISODE = Slot("what follows a return, for the episode")
CORRECTIONS = Slot("where the times of an episode are put right")
