"""Places beside a risk or an assessment where the areas above put their links."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

# Pages of the child.
OF_A_RISK = Slot("beside one risk of a child")
OF_RISKS = Slot("beside the risks of a child")
# Pages of the child, given the assessment as ?because_of=.
BECAUSE_OF_ASSESSMENT = Slot("what is done because of an assessment")
