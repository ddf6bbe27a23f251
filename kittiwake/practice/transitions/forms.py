"""What a person typed about growing up. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.models import AdultReferral, Contact, Pathway, Staying
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    YesNoField,
)


def _past(label: str, missing: str, **options: object) -> DateField:
    return DateField(label, missing=missing, called="The day", past=True, **options)


def _words(label: str = "What do they say?") -> TextAreaField:
    return TextAreaField(label, hint="In their own words.", rows=4, required=False)


class AssessForm(GovForm):
    sections = [
        ("In their own words", ["child_words"]),
        (
            "What they will need",
            ["assessed_on", "home", "money", "learning", "health", "people", "safety", "skills"],
        ),
    ]
    child_words = _words("What do they say about growing up?")
    assessed_on = _past("When was it finished with them?", "Enter the day it was finished")
    home = TextAreaField("A home", rows=3, missing="Enter what they need for a home")
    money = TextAreaField("Money", rows=3, required=False)
    learning = TextAreaField("Learning and work", rows=3, required=False)
    health = TextAreaField("Health, and how they feel", rows=3, required=False)
    people = TextAreaField("Family, friends and people they trust", rows=3, required=False)
    safety = TextAreaField("Staying safe from people who would use them", rows=3, required=False)
    skills = TextAreaField("What they can do, and want to learn to do", rows=3, required=False)


class PathwayForm(GovForm):
    sections = [
        ("In their own words", ["child_words"]),
        ("The plan", ["agreed_on", "aims", "if_it_fails"]),
        ("With them", ["took_part", "copy_given_on"]),
    ]
    child_words = _words("What do they want from it?")
    agreed_on = _past("When was it agreed or reviewed?", "Enter the day it was agreed or reviewed")
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
    copy_given_on = _past("When did they get their copy?", "", required=False)

    def values(self) -> dict[str, object]:
        return {**self.cleaned_data, "took_part": self.cleaned_data["took_part"] == "yes"}


class HomeForm(GovForm):
    starts_on = _past("From when do they live there?", "Enter the day they moved in")
    kind = SelectField("Where do they live?", choices=rules.HOMES, missing="Select where they live")
    is_suitable = YesNoField(
        "Does it suit them?",
        hint="Safe, affordable, near the people they need.",
        missing="Select whether it suits them",
    )
    council_provides = YesNoField(
        "Does the council provide it?", missing="Select whether the council provides it"
    )
    words = TextAreaField("What should change about it?", rows=3, required=False)
    child_words = _words()


class ContactForm(GovForm):
    contacted = MomentField("When?", missing="Enter when", called="The time", past=True)
    adviser_name = TextField(
        "Who was in touch?", missing="Enter who was in touch", column=Contact.adviser_name
    )
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how", small=True)
    activity = SelectField(
        "What are they doing now?", choices=rules.ACTIVITIES, missing="Select what they are doing"
    )
    child_words = _words()
    words = TextAreaField("How are they, and what will you do?", rows=4, required=False)


class ReferForm(GovForm):
    referred_on = _past("When were adult services asked?", "Enter the day they were asked")
    to_whom = TextField("Who was asked?", missing="Enter who was asked", column=AdultReferral.to_whom)
    needs = TextAreaField("What will they need after 18?", rows=4, missing="Enter what they will need")
    agrees = RadiosField(
        "Does the young person agree?",
        choices=[("yes", "Yes"), ("no", "No")],
        reveals={"no": ["agrees_words"]},
        missing="Select whether they agree",
    )
    agrees_words = TextField(
        "What do they say?", missing="Enter what they say", column=AdultReferral.agrees_words
    )

    def values(self) -> dict[str, object]:
        return {**self.cleaned_data, "agrees": self.cleaned_data["agrees"] == "yes"}


class AnswerForm(GovForm):
    answered_on = _past("When did they answer?", "Enter the day they answered")
    answer = RadiosField("What did they answer?", choices=rules.ANSWERS, missing="Select what they answered")
    words = TextAreaField("What did they say?", rows=3, required=False)
    adult_worker = TextField(
        "Who will work with the young person?", required=False, column=AdultReferral.adult_worker
    )


class MeetForm(GovForm):
    met_on = _past("When did they meet?", "Enter the day they met")
    adult_worker = TextField("Who met them?", missing="Enter who met them", column=AdultReferral.adult_worker)


class StayForm(GovForm):
    worker_name = TextField("Who stays?", missing="Enter who stays", column=Staying.worker_name)
    agreed_on = _past("When was it agreed?", "Enter the day it was agreed")
    agreed_by = TextField(
        "Which manager agreed?", missing="Enter which manager agreed", column=Staying.agreed_by
    )
    until_on = DateField(
        "Until when?", hint="Leave empty where no end is agreed.", called="The day", required=False
    )
    how = TextAreaField("How will they work together?", rows=3, required=False)
    child_words = _words()
