"""What a person typed about an offer or a return interview. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from django.forms.boundfield import BoundField

from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.models import Offer, ReturnInterview
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.oversight.models import Turn
from kittiwake.record.models import Team
from kittiwake.time.moments import Moment
from kittiwake.ui.dates import long_moment
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    GovForm,
    ModelCheckboxesField,
    ModelRadiosField,
    ModelSelectField,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    YesNoField,
)


class EpisodesField(ModelCheckboxesField):
    def label_from_instance(self, episode: Episode) -> str:
        back = Moment(episode.returned_at, episode.returned_time_known) if episode.returned_at else None
        return f"Missing {long_moment(episode.started_at)}" + (f", back {long_moment(back)}" if back else "")


class AboutEpisodes(GovForm):
    """Which returns it is about: `returns` are those that may be chosen."""

    episodes = EpisodesField(
        "Which times missing is this about?", missing="Select which time missing this is about"
    )

    def __init__(self, *args: Any, returns: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "episodes" in self.fields:
            self.fields["episodes"].queryset = returns


class OfferForm(AboutEpisodes):
    sections = [
        ("The offer", ["episodes", "offered", "offered_by", "how", "to_whom"]),
        ("What they said", ["answer", "child_words", "why"]),
        ("Whom they would talk to", ["chosen_interviewer", "chosen_why"]),
    ]
    offered = MomentField(
        "When was it offered?", missing="Enter when it was offered", called="When it was offered", past=True
    )
    offered_by = TextField("Who offered it?", missing="Enter who offered it", column=Offer.offered_by)
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how it was offered", small=True)
    to_whom = TextField("Whom did you speak to, if not the child?", required=False, column=Offer.to_whom)
    answer = RadiosField(
        "What was the answer?", choices=rules.ANSWERS, missing="Select the answer", small=True
    )
    child_words = TextAreaField("What did the child say, in their own words?", rows=3, required=False)
    why = TextAreaField("What do you know about why?", rows=3, required=False)
    chosen_interviewer = TextField(
        "Did they choose somebody to talk to?",
        hint="They may choose anybody they trust who is independent of where they live.",
        required=False,
        column=Offer.chosen_interviewer,
    )
    chosen_why = TextField("Why them?", required=False, column=Offer.chosen_why)


class InterviewForm(AboutEpisodes):
    """The child's words first; every prompt after them may be left empty."""

    sections = [
        ("In their own words", ["own_words", "wants_to_change"]),
        (
            "The interview",
            [
                "episodes",
                "held",
                "interviewer_name",
                "independent",
                "chosen_by_child",
                "place",
                "alone",
                "communication",
            ],
        ),
        ("Before", ["before", "push", "pull"]),
        ("While they were missing", ["where", "with_whom", "travel", "slept", "given", "online"]),
        ("Harm and health", ["harm", "health", "safeguarding_referral"]),
        ("Being back", ["after", "safe_people", "safety_tips"]),
        ("What it may mean", ["other_children", "analysis", "intelligence_submitted"]),
        ("What happens with it", ["may_share", "hear_back"]),
    ]
    own_words = TextAreaField(
        "What did the child say?",
        hint="As they said it. Write this first; everything below is a prompt and may be left empty.",
        rows=12,
        required=False,
    )
    wants_to_change = TextAreaField("What do they want to change?", rows=3, required=False)
    held = MomentField(
        "When was it held?", missing="Enter when it was held", called="When it was held", past=True
    )
    interviewer_name = TextField(
        "Who held it?", missing="Enter who held the interview", column=ReturnInterview.interviewer_name
    )
    independent = RadiosField(
        "Are they independent of where the child lives and of those who work with the child?",
        choices=[("yes", "Yes"), ("no", "No")],
        reveals={"no": ["independent_why"]},
        missing="Select whether they are independent",
    )
    independent_why = TextField(
        "Why was it them?",
        hint="For example, the child chose them.",
        missing="Enter why it was them",
        column=ReturnInterview.independent_why,
    )
    chosen_by_child = YesNoField("Did the child choose who they talked to?", required=False)
    place = SelectField("Where?", choices=rules.PLACES, blank="Not said", required=False)
    alone = RadiosField(
        "Were they seen alone?",
        choices=[("yes", "Yes"), ("no", "No")],
        reveals={"no": ["who_else"]},
        required=False,
        inline=False,
    )
    who_else = TextField("Who else was there?", required=False, column=ReturnInterview.who_else)
    communication = TextAreaField(
        "What helped them to talk?",
        hint="An interpreter, pictures, signing, time, a walk.",
        rows=2,
        required=False,
    )
    before = TextAreaField("What was going on before?", rows=3, required=False)
    push = CheckboxesField("What pushed them away?", choices=rules.PUSH, required=False, small=True)
    pull = CheckboxesField("What pulled them?", choices=rules.PULL, required=False, small=True)
    where = TextAreaField("Where were they?", rows=3, required=False)
    with_whom = TextAreaField(
        "Who were they with?",
        hint="Names, nicknames, cars, numbers: you can list them next.",
        rows=3,
        required=False,
    )
    travel = TextAreaField("How did they travel, and who paid?", rows=2, required=False)
    slept = TextAreaField("Where did they sleep, and what did they eat?", rows=2, required=False)
    given = TextAreaField("What were they given, or asked to give or do?", rows=3, required=False)
    online = TextAreaField("What happened online?", rows=2, required=False)
    harm = TextAreaField("Did anybody hurt or frighten them?", rows=3, required=False)
    health = TextAreaField("What do they need for their health?", rows=2, required=False)
    safeguarding_referral = YesNoField("Have you made a safeguarding referral?", required=False)
    after = TextAreaField("How did they come back, and how is it now?", rows=3, required=False)
    safe_people = TextAreaField("Whom do they trust?", rows=2, required=False)
    safety_tips = TextAreaField(
        "What did you tell them about staying safe and whom to ring?", rows=2, required=False
    )
    other_children = TextAreaField("Which other children may be at risk?", rows=2, required=False)
    analysis = TextAreaField(
        "What does this mean for them, beyond this time?",
        hint="Compare it with earlier times. Say what was done to them, and by whom.",
        rows=6,
        required=False,
    )
    intelligence_submitted = YesNoField(
        "Have you passed anything to the police as intelligence?", required=False
    )
    may_share = YesNoField("Do they agree to this being shared with those who help them?", required=False)
    hear_back = SelectField(
        "How do they want to hear what comes of it?",
        choices=rules.HEAR_BACK,
        blank="Not asked",
        required=False,
    )

    @property
    def parts(self) -> list[tuple[str, list[BoundField]]]:
        """The questions under their headings, so that a page can put advice right under one of them."""
        return [(title, [self[name] for name in names]) for title, names in self.sections]

    def account(self) -> dict[str, Any]:
        """As recording takes it: yes and no as booleans, and no answer as none where none is honest."""
        answers = dict(self.cleaned_data)
        answers["independent"] = answers["independent"] == "yes"
        answers["alone"] = {"yes": True, "no": False}.get(answers["alone"])
        return answers


class VersionForm(InterviewForm):
    """A later version: who held it, when and about what stays as it was."""

    episodes = held = None
    sections = [
        (title, [name for name in names if name not in ("episodes", "held")])
        for title, names in InterviewForm.sections
    ]


class NotHeldForm(GovForm):
    reason = RadiosField(
        "Why is there no interview, or not yet?", choices=rules.NOT_HELD, missing="Select why", small=True
    )
    words = TextAreaField(
        "What was tried?",
        hint="An interview is owed after every return. If the child said no, record it as an offer instead.",
        missing="Enter what was tried",
    )
    until_on = DateField(
        "From which day can they be asked?",
        hint="If they are in hospital or in custody, or we were told late: the interview is put off to that day, and owed "
        "from then on. Otherwise leave it empty.",
        called="The day",
        required=False,
    )


class CheckForm(GovForm):
    """The eight questions of the quality test, then what is decided."""

    decision = RadiosField(
        "What do you decide?",
        choices=[
            (Turn.ACCEPT, "It is good enough"),
            (Turn.QUESTION, "I have a question"),
            (Turn.RETURN, "Send it back for a second version"),
        ],
        missing="Select what you decide",
    )
    words = TextAreaField(
        "What is good, and what is missing?", hint="Whoever wrote it reads this.", required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = {
            name: RadiosField(
                question,
                choices=rules.SCORES,
                inline=False,
                small=True,
                missing=f"Select a score: {question}",
            )
            for name, question in rules.RUBRIC.items()
        }
        self.fields = {**asked, **self.fields}

    def answers(self) -> dict[str, Any]:
        scores = {name: int(self.cleaned_data[name]) for name in rules.RUBRIC}
        return {
            "scores": scores,
            "decision": self.cleaned_data["decision"],
            "words": self.cleaned_data["words"],
        }


class AnswerForm(GovForm):
    words = TextAreaField("What is your answer?", missing="Enter your answer")


class SharingForm(GovForm):
    shared = MomentField("When was it shared?", missing="Enter when it was shared", called="When", past=True)
    shared_with = TextField(
        "With whom?", missing="Enter with whom it was shared", column=ReturnInterview.shared_with
    )

    def values(self) -> dict[str, Any]:
        return {"shared_at": self.cleaned_data["shared"].at, "shared_with": self.cleaned_data["shared_with"]}


class AnotherChildForm(GovForm):
    what = TextField(
        "What should be done for them?", missing="Enter what should be done for them", column=Action.what
    )
    about_child = ModelRadiosField(
        "Which child?", hint="Leave open if it is not known yet, or you may not see them.", required=False
    )
    team = ModelSelectField("Which team will do it?", missing="Select which team will do it")
    due_on = DateField("By when?", missing="Enter by when", called="The day", future=True)

    def __init__(self, *args: Any, children: Any, **options: Any) -> None:
        """`children` are those the interview has named, as far as whoever asks may see them."""
        super().__init__(*args, **options)
        if children.exists():
            self.fields["about_child"].queryset = children
        else:
            del self.fields["about_child"]
        self.fields["team"].queryset = Team.objects.exclude(kind="partner").order_by("name")
