"""What a person typed about a draw. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now

from kittiwake.assurance.inspection.models import CaseSample, Inspection
from kittiwake.assurance.inspection.samples.facts import SampleFacts
from kittiwake.record import codes
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import CheckboxesField, DateField, GovForm, ModelSelectField, NumberField, TextField


class SampleForm(GovForm):
    inspection = ModelSelectField("For which visit?", required=False, blank="None")
    size = NumberField(
        "How many children?",
        min_value=1,
        max_value=200,
        column=CaseSample.size,
        missing="Enter how many children",
    )
    team = ModelSelectField("Only children of this team", required=False, blank="All teams")
    tracks = CheckboxesField(
        "Only these",
        hint="Leave empty for all.",
        choices=[(code.key, code.label) for code in codes.TRACK],
        required=False,
        small=True,
    )
    not_since = DateField(
        "Leave out children audited since", hint="Leave empty to leave nobody out.", required=False, past=True
    )
    seed = TextField(
        "Seed",
        hint="Any word or number. Whoever has it can draw the same sample again.",
        missing="Enter a seed",
        width=20,
        column=CaseSample.seed,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        inspection: Any = self.fields["inspection"]
        inspection.queryset = Inspection.objects.standing().order_by("-starts_on")
        team: Any = self.fields["team"]
        team.queryset = Team.objects.on(local_date(now())).order_by("name", "pk")

    def facts(self) -> SampleFacts:
        given = self.cleaned_data
        return {
            "inspection": given["inspection"],
            "size": given["size"],
            "seed": given["seed"],
            "team": given["team"],
            "tracks": tuple(given["tracks"]),
            "not_since": given["not_since"],
        }
