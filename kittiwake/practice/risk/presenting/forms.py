"""What a person typed about a risk. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting.facts import MovementFacts, RiskFacts
from kittiwake.ui.forms import DateField, GovForm, RadiosField, SelectField, TextAreaField

LEVEL_HINTS = {
    "emerging": "Signs that somebody who knows them would worry about.",
    "moderate": "Clear signs now, or harm in the last 12 months.",
    "significant": "Harm is happening, or is likely soon.",
}


class RiskForm(GovForm):
    domain = SelectField(
        "What is the risk?", choices=rules.DOMAINS, blank="Choose a risk", missing="Select what the risk is"
    )
    certainty = RadiosField(
        "How sure is it?", choices=rules.CERTAINTIES, initial="suspected", missing="Select how sure it is"
    )
    level = RadiosField(
        "How high do you judge it to be now?",
        choices=rules.LEVELS,
        hints=LEVEL_HINTS,
        missing="Select how high you judge it to be",
    )
    since_on = DateField(
        "Since when?",
        hint="As near as you can say. Leave empty for today.",
        called="The day it began",
        past=True,
        required=False,
    )
    why = TextAreaField(
        "What have you seen or heard that tells you so?",
        hint="Say what was done to them and who did it. A child does not put themselves at risk: somebody harms them.",
        missing="Enter what you have seen or heard that tells you so",
        called="What tells you so",
    )

    def values(self) -> RiskFacts:
        answers = self.cleaned_data
        return {
            "domain": answers["domain"],
            "certainty": answers["certainty"],
            "level": answers["level"],
            "since_on": answers["since_on"],
            "why": answers["why"],
        }


class MovementForm(GovForm):
    level = RadiosField(
        "How high do you judge it to be now?",
        choices=rules.LEVELS,
        hints=LEVEL_HINTS,
        missing="Select how high you judge it to be",
    )
    words = TextAreaField(
        "What has changed?",
        hint="If you looked at it again and nothing has changed, say how you know.",
        missing="Enter what has changed",
    )

    def values(self) -> MovementFacts:
        return {"level": self.cleaned_data["level"], "words": self.cleaned_data["words"]}


class CloseForm(GovForm):
    reason = TextAreaField(
        "Why does this risk no longer stand?",
        rows=3,
        column=PresentingRisk.closed_reason,
        missing="Enter why this risk no longer stands",
        called="The reason",
    )
