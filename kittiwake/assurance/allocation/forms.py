"""What a person typed about who works with a child. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.access.people import offer
from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.assurance.workforce import codes
from kittiwake.record.models import Entry, Membership, Team, Worker
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    HiddenField,
    ModelSelectField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)

NAMED, COVER, NOBODY = "named", "cover", "nobody"
LAST = ("starts_on", "reason", "reason_words", "over_cap_why", "with_actions")


class ChangeForm(GovForm):
    """`people` are (value, words) of everybody who could be chosen, those the child knows first. What does not apply is
    not asked: `asks` names the last questions that do."""

    sections = [
        ("Who", ["kind", "starts_on"]),
        ("Why", ["reason", "reason_words", "over_cap_why"]),
        ("What goes with it", ["with_actions"]),
    ]
    instead_of = HiddenField(required=False)
    kind = RadiosField(
        "Who will have them?",
        choices=[
            (NAMED, "A named worker"),
            (COVER, "Duty, for the time being"),
            (NOBODY, "Nobody yet: a team holds them"),
        ],
        hints={COVER: "Counts as no worker of their own.", NOBODY: "Counts as no worker."},
        reveals={NAMED: ["who"], COVER: ["who_covers"], NOBODY: ["team"]},
        missing="Select who will have them",
    )
    who = SelectField("Which worker?", missing="Select the worker")
    who_covers = SelectField("Who is on duty?", missing="Select who is on duty")
    team = ModelSelectField("Which team?", missing="Select the team")
    starts_on = DateField("From which day?", missing="Enter the day it starts", called="The day it starts")
    reason = SelectField(
        "Why does the worker change?", choices=rules.REASONS, missing="Select why the worker changes"
    )
    reason_words = TextField(
        "In a few words",
        hint="Needed where nobody can be their worker yet, and where the reason is another.",
        required=False,
        column=Change.reason_words,
    )
    over_cap_why = TextField(
        "If they are newly qualified and have enough children: why them?",
        required=False,
        column=Change.over_cap_why,
    )
    with_actions = ConfirmField(
        "What the worker before agreed to do for this child goes to the new worker", required=False
    )

    def __init__(
        self, *given: Any, people: list[tuple[str, str]], teams: Any, asks: set[str], **more: Any
    ) -> None:
        super().__init__(*given, **more)
        for name in {"over_cap_why", "with_actions"} - asks:
            del self.fields[name]
        asked = [(title, [name for name in names if name in self.fields]) for title, names in self.sections]
        self.sections = [(title, names) for title, names in asked if names]
        for name in ("who", "who_covers"):
            self.fields[name].choices = [("", "Choose one"), *people]
        self.fields["team"].queryset = teams

    def values(self) -> dict[str, Any]:
        """As recording.change_worker takes them."""
        given = self.cleaned_data
        kind, before = given["kind"], given["instead_of"]
        worker, team = self._chosen_pair(given["who"] or given["who_covers"])
        return {
            "worker": worker,
            "team": given["team"] if kind == NOBODY else team,
            "is_cover": kind == COVER,
            "instead_of": int(before) if before.isdigit() else None,
            **{name: given[name] for name in LAST if name in given},
        }

    @staticmethod
    def _chosen_pair(value: str) -> tuple[Worker | None, Team | None]:
        """The worker and the team they were chosen in: somebody may be in several."""
        if not value:
            return None, None
        place = Membership.objects.select_related("worker", "team").get(pk=value)
        return place.worker, place.team


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


class SignForm(GovForm):
    agrees = ConfirmField("I have read what is handed over, and it is complete")


class SignForForm(SignForm):
    for_why = TextField(
        "Why do you sign for them?", missing="Enter why they cannot sign", column=Change.signed_for_why
    )


class StrikeOutForm(GovForm):
    reason = TextAreaField(
        "Why is it wrong?", rows=3, missing="Enter why it is wrong", column=Entry.struck_out_reason
    )


class AwayForm(GovForm):
    starts_on = DateField("First day away", missing="Enter the first day away")
    ends_on = DateField("Day they are back", hint="Leave it empty if nobody knows yet.", required=False)
    covered_by = ModelSelectField("Who covers?", blank="Nobody yet", required=False)
    words = TextField(
        "What does whoever covers need to know?",
        hint="Nothing about why they are away.",
        required=False,
        column=Away.words,
    )

    def __init__(self, *given: Any, workers: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        offer(self, "covered_by", workers)


class CoverForm(GovForm):
    covered_by = ModelSelectField("Who covers?", missing="Select who covers")

    def __init__(self, *given: Any, workers: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        offer(self, "covered_by", workers)


class BackForm(GovForm):
    ends_on = DateField("From which day are they back?", missing="Enter the day they are back")


class LeavingForm(GovForm):
    ends_on = DateField(
        "From which day do they not work here any more?",
        hint="The day after their last day.",
        missing="Enter the day from which they are not here",
        called="The day",
    )
    why = TextField(
        "Why do they leave?",
        hint="As they are content to have it known.",
        missing="Enter why they leave",
        max_length=300,
    )
    reason = SelectField(
        "How does their employment end?",
        hint="For the yearly census. Only those who answer for them see it.",
        choices=[(code, label) for code, label in codes.REASONS if code != codes.MOVED_INSIDE],
        missing="Select how their employment ends",
    )

    def __init__(self, *given: Any, is_engaged: bool, **more: Any) -> None:
        super().__init__(*given, **more)
        if not is_engaged:
            del self.fields["reason"]
