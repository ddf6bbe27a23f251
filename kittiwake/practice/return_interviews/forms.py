"""What a person typed about a return interview. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from django.forms.boundfield import BoundField
from django.utils.timezone import now

from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.facts import AccountFacts, FollowUpFacts, SharingFacts
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Team
from kittiwake.time.moments import Moment, local_date
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

ACCOUNT = AccountFacts.__annotations__


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
        if isinstance(episodes := self.fields.get("episodes"), EpisodesField):
            episodes.queryset = returns


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

    def account(self) -> AccountFacts:
        """As recording takes it: yes and no as booleans, and no answer as none where none is honest."""
        answers = {name: self.cleaned_data[name] for name in ACCOUNT if name in self.cleaned_data}
        answers["independent"] = answers["independent"] == "yes"
        answers["alone"] = {"yes": True, "no": False}.get(answers["alone"])
        return cast(AccountFacts, answers)


class VersionForm(InterviewForm):
    """A later version: who held it, when and about what stays as it was."""

    episodes = held = None  # type: ignore[assignment]  # how Django leaves out a question of the form it is made from
    sections = [
        (title, [name for name in names if name not in ("episodes", "held")])
        for title, names in InterviewForm.sections
    ]


class SharingForm(GovForm):
    shared = MomentField("When was it shared?", missing="Enter when it was shared", called="When", past=True)
    shared_with = TextField(
        "With whom?", missing="Enter with whom it was shared", column=ReturnInterview.shared_with
    )

    def values(self) -> SharingFacts:
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
        about_child, team = self.fields["about_child"], self.fields["team"]
        assert isinstance(about_child, ModelRadiosField)
        assert isinstance(team, ModelSelectField)
        about_child.queryset = children
        if not children.exists():
            del self.fields["about_child"]
        team.queryset = Team.objects.on(local_date(now())).exclude(kind="partner")

    def values(self) -> FollowUpFacts:
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "about_child": answers.get("about_child"),
            "team": answers["team"],
            "due_on": answers["due_on"],
        }
