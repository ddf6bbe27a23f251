"""What a person typed about who is to be a child's worker. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.changes.facts import ChangeFacts
from kittiwake.assurance.allocation.models import Change
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
    choose_from,
)

NAMED, COVER, NOBODY = "named", "cover", "nobody"


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
        self, *given: Any, people: list[tuple[str, str]], teams: QuerySet[Team], asks: set[str], **more: Any
    ) -> None:
        super().__init__(*given, **more)
        for name in {"over_cap_why", "with_actions"} - asks:
            del self.fields[name]
        asked = [(title, [name for name in names if name in self.fields]) for title, names in self.sections]
        self.sections = [(title, names) for title, names in asked if names]
        for name in ("who", "who_covers"):
            choose_from(self, name, people)
        choose_from(self, "team", teams)

    def values(self) -> ChangeFacts:
        given = self.cleaned_data
        kind, before = given["kind"], given["instead_of"]
        worker, team = self._worker_and_team()
        facts: ChangeFacts = {
            "worker": worker,
            "team": team,
            "starts_on": given["starts_on"],
            "reason": given["reason"],
            "instead_of": int(before) if before.isdigit() else None,
            "is_cover": kind == COVER,
            "reason_words": given["reason_words"],
        }
        if "over_cap_why" in given:
            facts["over_cap_why"] = given["over_cap_why"]
        if "with_actions" in given:
            facts["with_actions"] = given["with_actions"]
        return facts

    def _worker_and_team(self) -> tuple[Worker | None, Team]:
        """The worker and the team they were chosen in: somebody may be in several."""
        given = self.cleaned_data
        if given["kind"] == NOBODY:
            return None, given["team"]
        chosen = given["who"] or given["who_covers"]
        place = Membership.objects.select_related("worker", "team").get(pk=chosen)
        return place.worker, place.team


class StrikeOutForm(GovForm):
    reason = TextAreaField(
        "Why is it wrong?", rows=3, missing="Enter why it is wrong", column=Entry.struck_out_reason
    )
