"""What a person typed about a page of their own, and the code a child typed. Parse and validate; never save."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from kittiwake.practice.own_pages import rules
from kittiwake.practice.own_pages.facts import TalkFacts
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.ui.forms import CheckboxesField, DateField, GovForm, MomentField, TextAreaField, TextField


class GiveForm(GovForm):
    sections = [
        ("The talk", ["talked", "told", "own_words"]),
        ("Their post and their phone", ["post_seen_by", "phone_used_by"]),
        ("The page", ["night_number", "ends_on"]),
    ]
    talked = MomentField("When did you talk with them?", missing="Enter when you talked with them", past=True)
    told = CheckboxesField(
        "What did you talk about?",
        choices=rules.TOLD,
        hint="All of it, before they have a page. Select each.",
        missing="Select what you talked about",
    )
    own_words = TextAreaField("What did they say about it?", hint="In their words.", rows=3, required=False)
    post_seen_by = TextField(
        "Who else may see their post?",
        hint="Or “nobody”. It is never shown on their page.",
        missing="Enter who else may see their post, or that nobody does",
        column=Talk.post_seen_by,
    )
    phone_used_by = TextField(
        "Who else uses or looks at their phone?",
        hint="If it is not safe for them to open a page there, do not give them one.",
        missing="Enter who else uses their phone, or that nobody does",
        column=Talk.phone_used_by,
    )
    night_number = TextField(
        "Whom do they ring when you are not there?",
        hint="The council’s out-of-hours number. Their page shows it.",
        missing="Enter whom they ring when you are not there",
        column=OwnPage.night_number,
    )
    ends_on = DateField(
        "What is the last day of their page?", missing="Enter the last day", called="The last day"
    )

    def values(self) -> TalkFacts:
        answers = self.cleaned_data
        return {
            "talked": answers["talked"],
            "told": answers["told"],
            "own_words": answers["own_words"],
            "post_seen_by": answers["post_seen_by"],
            "phone_used_by": answers["phone_used_by"],
            "night_number": answers["night_number"],
            "ends_on": answers["ends_on"],
        }


class MakeCodeForm(GovForm):
    """Nothing is asked: the button is the answer."""


class WhyForm(GovForm):
    """Of taking away, holding and lifting alike."""

    why = TextField("Why?", missing="Enter why", column=Hold.why)


class CodeForm(GovForm):
    code = TextField(
        "Your code",
        hint="The 12 letters and numbers on your paper, like ABCD-EFGH-JKMN.",
        missing="Enter your code",
        max_length=40,
        autocomplete="off",
        spellcheck=False,
    )

    def clean_code(self) -> tuple[str, str]:
        typed: str = self.cleaned_data["code"]
        parts = rules.parts_of(typed)
        if parts is None:
            raise ValidationError(
                "The code has 12 letters and numbers. Look at your paper and type it again."
            )
        return parts

    def refuse(self, why: str) -> None:
        self.add_error("code", why)
