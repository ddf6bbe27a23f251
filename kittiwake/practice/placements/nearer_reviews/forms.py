"""What a person typed who looked at moving a child nearer home. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.placements import rules
from kittiwake.practice.placements.nearer_reviews.facts import NearerReviewFacts
from kittiwake.ui.forms import DateField, GovForm, RadiosField, TextAreaField


class NearerReviewForm(GovForm):
    held_on = DateField("When was it looked at?", missing="Enter the day", called="The day", past=True)
    child_words = TextAreaField(
        "What does the child say?", hint="In their own words.", rows=3, required=False
    )
    decision = RadiosField(
        "Should they move nearer home?",
        choices=rules.DECISIONS,
        missing="Select what was decided",
        small=True,
    )
    why = TextAreaField("Why?", missing="Enter why", rows=4)
    next_steps = TextAreaField("What happens next, and who does it?", rows=3, required=False)

    def values(self) -> NearerReviewFacts:
        answers = self.cleaned_data
        return {
            "held_on": answers["held_on"],
            "child_words": answers["child_words"],
            "decision": answers["decision"],
            "why": answers["why"],
            "next_steps": answers["next_steps"],
        }
