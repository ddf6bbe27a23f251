"""What a person typed in an assessment: the questionnaire, and what they judge it to mean. Parse; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.facts import AssessmentFacts, SecondMarkFacts, Settled
from kittiwake.primitives.instruments.forms import QuestionnaireForm
from kittiwake.ui.forms import (
    GovForm,
    HiddenField,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    VersionField,
)

DIFFERENT = "If it differs from what the answers add up to, why?"


def judged_field() -> RadiosField:
    return RadiosField(
        "How high do you judge it to be?",
        hint="Your own judgement, of everything you know. What the answers add up to is shown beside it afterwards.",
        missing="Select how high you judge it to be",
    )


class JudgedForm(QuestionnaireForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        bands = self.instrument.bands
        judged = self.fields["judged"]
        assert isinstance(judged, RadiosField)
        judged.choices = [(band.key, band.title) for band in bands]
        judged.hints = {band.key: band.response for band in bands}


class ScreeningForm(JudgedForm):
    own_last = (("What they say, and your judgement", ["child_view", "analysis", "judged", "why_different"]),)
    following = VersionField()
    because_of = HiddenField("What this is because of", required=False)
    child_view = TextAreaField(
        "What does the child say about it?",
        hint="In their own words. If nobody has asked them yet, say so.",
        missing="Enter what the child says about it",
    )
    analysis = TextAreaField(
        "What do you make of it?",
        hint="What was done to them, and by whom. A child does not put themselves at risk.",
        missing="Enter what you make of it",
    )
    judged = judged_field()
    why_different = TextAreaField(
        DIFFERENT, hint="A manager reads it and countersigns.", rows=3, required=False
    )

    def values(self) -> AssessmentFacts:
        answers = self.cleaned_data
        return {
            "following": answers["following"],
            "judged": answers["judged"],
            "child_view": answers["child_view"],
            "analysis": answers["analysis"],
            "why_different": answers["why_different"],
        }


class AssessmentForm(ScreeningForm):
    own_first = (("Their view, and their past", ["child_view", "past"]),)
    own_last = (("What you make of it", ["changed", "analysis", "judged", "why_different"]),)
    past = TextAreaField(
        "What have they been through before, and what does it mean for them now?",
        hint="Earlier harm, loss and trauma; what frightens them; what helped.",
        missing="Enter what they have been through before, or that nobody knows yet",
    )
    changed = TextAreaField(
        "What has changed since the last assessment?",
        hint="Leave empty if this is the first.",
        rows=3,
        required=False,
    )

    def values(self) -> AssessmentFacts:
        answers = self.cleaned_data
        return {**super().values(), "past": answers["past"], "changed": answers["changed"]}


class SecondMarkForm(JudgedForm):
    own_last = (("Your judgement", ["why", "judged"]),)
    why = TextAreaField("What do you make of it?", missing="Enter what you make of it")
    judged = judged_field()

    def values(self) -> SecondMarkFacts:
        return {"judged": self.cleaned_data["judged"], "why": self.cleaned_data["why"]}


class AskSecondMarkForm(GovForm):
    marker = ModelSelectField(
        "Who marks it a second time?",
        blank="Choose a worker",
        hint="Somebody who may see the child and has not seen this mark. It is kept from them until they have made theirs.",
        missing="Select who marks it a second time",
    )


class SettleForm(GovForm):
    """One question for each risk about which the assessment and the list of risks do not say the same."""

    mark_optional = False

    def __init__(
        self, *args: Any, suggested: list[rules.Suggestion], evidence: dict[str, str], **more: Any
    ) -> None:
        self.suggested = suggested
        super().__init__(*args, **more)
        for suggestion in suggested:
            self.fields[suggestion.domain] = _what_becomes_of(suggestion)
            self.fields[f"{suggestion.domain}_words"] = TextAreaField(
                f"{dict(rules.DOMAINS)[suggestion.domain]}: what tells you so?",
                hint="Leave it as it stands if you change nothing.",
                rows=2,
                required=False,
                initial=evidence.get(suggestion.question, ""),
            )

    def settled(self) -> list[Settled]:
        cleaned = self.cleaned_data
        return [
            Settled(suggestion.domain, cleaned[suggestion.domain], cleaned[f"{suggestion.domain}_words"])
            for suggestion in self.suggested
        ]


def _what_becomes_of(suggestion: rules.Suggestion) -> RadiosField:
    name, levels = dict(rules.DOMAINS)[suggestion.domain], dict(rules.LEVELS)
    points_to = levels.get(suggestion.points_to, "").lower()
    if suggestion.stands_at is None:
        hint, over = f"Not on the list of risks. The answers point to {points_to}.", []
    else:
        said = f"point to {points_to}" if points_to else "no longer show it"
        hint = f"On the list as {levels[suggestion.stands_at].lower()}. The answers {said}."
        over = [(rules.CLOSED, "It no longer stands")]
    as_it_is = (
        rules.AS_IT_IS,
        "Leave it off the list" if suggestion.stands_at is None else "Leave it as it is",
    )
    return RadiosField(
        f"{name}: what do you decide?",
        hint=hint,
        choices=[*rules.LEVELS, *over, as_it_is],
        small=True,
        missing=f"Select what you decide about this risk: {name}",
    )
