"""What a person typed to put the moments of an episode right. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.return_interviews.corrections.facts import CorrectionFacts
from kittiwake.ui.forms import GovForm, MomentField, TextField, VersionField


class CorrectionForm(GovForm):
    """The moments of an episode, as they stand until they are put right."""

    last_seen = MomentField(
        "When were they last seen?", called="When they were last seen", past=True, required=False
    )
    reported = MomentField(
        "When were they reported missing?",
        missing="Enter when they were reported missing",
        called="When they were reported missing",
        past=True,
    )
    told_council = MomentField(
        "When did the police tell us?", called="When the police told us", past=True, required=False
    )
    located = MomentField(
        "When were they located?", called="When they were located", past=True, required=False
    )
    returned = MomentField(
        "When did they come back?",
        hint="The 72 hours run from here. What was offered and held stays with this return.",
        called="When they came back",
        past=True,
        required=False,
    )
    reason = TextField(
        "What was recorded wrongly?", missing="Enter what was recorded wrongly", max_length=300
    )
    version = VersionField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("located", "returned"):
            if self.initial[name] is None:  # recorded where it belongs, and not here
                del self.fields[name]

    MOMENTS = ("last_seen", "reported", "told_council", "located", "returned")

    def values(self) -> CorrectionFacts:
        moments = {name: self.cleaned_data[name] for name in self.MOMENTS if name in self.fields}
        return {
            "moments": moments,
            "reason": self.cleaned_data["reason"],
            "version": self.cleaned_data["version"],
        }
