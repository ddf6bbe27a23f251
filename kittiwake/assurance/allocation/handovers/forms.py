"""What is handed over, and how the child met the new worker. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.handovers.facts import IntroductionFacts, NoteFacts, SignatureFacts
from kittiwake.assurance.allocation.models import Change
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    RadiosField,
    TextAreaField,
    TextField,
    VersionField,
)


class NoteForm(GovForm):
    version = VersionField()
    matters = TextAreaField(
        "What matters to this child now?",
        hint="Who and what they trust, what upsets them, how they like to be spoken to, what they are waiting for.",
        rows=6,
        missing="Enter what matters to the child",
    )
    promised = TextAreaField(
        "What was promised to them, and by when?",
        hint="If nothing was, say so.",
        rows=4,
        missing="Enter what was promised",
    )
    watch_for = TextAreaField("What should the new worker watch for?", rows=4, required=False)

    def values(self) -> NoteFacts:
        given = self.cleaned_data
        return {
            "matters": given["matters"],
            "promised": given["promised"],
            "watch_for": given["watch_for"],
            "version": given["version"],
        }


class IntroductionForm(GovForm):
    introduced_on = DateField(
        "When did the child meet the new worker?",
        missing="Enter the day they met",
        called="The day",
        past=True,
    )
    introduced_by = TextField(
        "Who introduced them?",
        hint="Best somebody the child knows.",
        missing="Enter who introduced them",
        column=Change.introduced_by,
    )
    introduced_how = TextField("How did it go?", required=False, column=Change.introduced_how)
    told_on = DateField(
        "When was the child told who it would be?",
        missing="Enter the day they were told",
        called="The day",
        past=True,
    )
    told_how = RadiosField("Who told them?", choices=rules.TOLD, missing="Select who told them", small=True)
    child_words = TextAreaField("What did the child say?", hint="In their own words.", rows=3, required=False)

    def values(self) -> IntroductionFacts:
        given = self.cleaned_data
        return {
            "introduced_on": given["introduced_on"],
            "introduced_by": given["introduced_by"],
            "introduced_how": given["introduced_how"],
            "told_on": given["told_on"],
            "told_how": given["told_how"],
            "child_words": given["child_words"],
        }


class SignForm(GovForm):
    agrees = ConfirmField("I have read what is handed over, and it is complete")

    def values(self) -> SignatureFacts:
        return {"for_why": self.cleaned_data.get("for_why", "")}


class SignForForm(SignForm):
    for_why = TextField(
        "Why do you sign for them?", missing="Enter why they cannot sign", column=Change.signed_for_why
    )
