"""What a person typed about growing up. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.transitions.facts import AssessAnswers, PathwayAnswers
from kittiwake.practice.transitions.models import Pathway, Staying
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    RadiosField,
    TextAreaField,
    TextField,
)


def past_day(label: str, missing: str, *, required: bool = True) -> DateField:
    return DateField(label, missing=missing, called="The day", past=True, required=required)


def own_words(label: str = "What do they say?") -> TextAreaField:
    return TextAreaField(label, hint="In their own words.", rows=4, required=False)


class AssessForm(GovForm):
    sections = [
        ("In their own words", ["child_words"]),
        (
            "What they will need",
            ["assessed_on", "home", "money", "learning", "health", "people", "safety", "skills"],
        ),
    ]
    child_words = own_words("What do they say about growing up?")
    assessed_on = past_day("When was it finished with them?", "Enter the day it was finished")
    home = TextAreaField("A home", rows=3, missing="Enter what they need for a home")
    money = TextAreaField("Money", rows=3, required=False)
    learning = TextAreaField("Learning and work", rows=3, required=False)
    health = TextAreaField("Health, and how they feel", rows=3, required=False)
    people = TextAreaField("Family, friends and people they trust", rows=3, required=False)
    safety = TextAreaField("Staying safe from people who would use them", rows=3, required=False)
    skills = TextAreaField("What they can do, and want to learn to do", rows=3, required=False)

    def values(self) -> AssessAnswers:
        answers = self.cleaned_data
        return {
            "child_words": answers["child_words"],
            "assessed_on": answers["assessed_on"],
            "home": answers["home"],
            "money": answers["money"],
            "learning": answers["learning"],
            "health": answers["health"],
            "people": answers["people"],
            "safety": answers["safety"],
            "skills": answers["skills"],
        }


class PathwayForm(GovForm):
    sections = [
        ("In their own words", ["child_words"]),
        ("The plan", ["agreed_on", "aims", "if_it_fails"]),
        ("With them", ["took_part", "copy_given_on"]),
    ]
    child_words = own_words("What do they want from it?")
    agreed_on = past_day("When was it agreed or reviewed?", "Enter the day it was agreed or reviewed")
    aims = TextAreaField(
        "What will happen, who will do it, and by when?", rows=6, missing="Enter what will happen"
    )
    if_it_fails = TextAreaField("What happens if it does not work out?", rows=3, required=False)
    took_part = RadiosField(
        "Did they take part?",
        choices=[("yes", "Yes"), ("no", "No")],
        reveals={"no": ["why_not"]},
        missing="Select whether they took part",
    )
    why_not = TextField("Why not?", missing="Say why they did not take part", column=Pathway.why_not)
    copy_given_on = past_day("When did they get their copy?", "", required=False)

    def values(self) -> PathwayAnswers:
        answers = self.cleaned_data
        return {
            "agreed_on": answers["agreed_on"],
            "aims": answers["aims"],
            "if_it_fails": answers["if_it_fails"],
            "took_part": answers["took_part"] == "yes",
            "why_not": answers["why_not"],
            "copy_given_on": answers["copy_given_on"],
            "child_words": answers["child_words"],
        }


class StayFacts(TypedDict):
    worker_name: str
    agreed_on: date
    agreed_by: str
    until_on: date | None
    how: str
    child_words: str


class StayForm(GovForm):
    worker_name = TextField("Who stays?", missing="Enter who stays", column=Staying.worker_name)
    agreed_on = past_day("When was it agreed?", "Enter the day it was agreed")
    agreed_by = TextField(
        "Which manager agreed?", missing="Enter which manager agreed", column=Staying.agreed_by
    )
    until_on = DateField(
        "Until when?", hint="Leave empty where no end is agreed.", called="The day", required=False
    )
    how = TextAreaField("How will they work together?", rows=3, required=False)
    child_words = own_words()

    def values(self) -> StayFacts:
        answers = self.cleaned_data
        return {
            "worker_name": answers["worker_name"],
            "agreed_on": answers["agreed_on"],
            "agreed_by": answers["agreed_by"],
            "until_on": answers["until_on"],
            "how": answers["how"],
            "child_words": answers["child_words"],
        }
