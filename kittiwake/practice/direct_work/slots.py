"""Where pages of the areas above are linked from on pages of direct work."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

# A page of a child (its address takes the child's key), opened with what it is because of.
BECAUSE_OF_SESSION = Slot("what is done because of a session")
