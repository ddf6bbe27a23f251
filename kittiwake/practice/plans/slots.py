"""Where pages of the areas above are linked from on pages of plans."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

# A page of a child (its address takes the child's key), opened with the interview it is because of. It is linked from
# the plan until its area has an entry that was made because of that interview.
CHANGE_ACCEPTED = Slot("what follows when a manager accepts a change because of an interview")
