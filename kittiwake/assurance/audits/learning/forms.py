"""What a person typed about a learning event. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict

from django.utils.timezone import now

from kittiwake.access.people import OF_RECORD, who_may
from kittiwake.assurance.audits.models import LearningEvent, Theme
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelCheckboxesField,
    TextAreaField,
    TextField,
)


class LearningFacts(TypedDict):
    title: str
    held_on: date
    themes: Iterable[Theme]
    came: Iterable[Worker]
    learned: str
    will_change: str


class LearningForm(GovForm):
    title = TextField("What was it?", missing="Enter what it was", column=LearningEvent.title)
    held_on = DateField("When was it held?", missing="Enter when it was held", past=True)
    themes = ModelCheckboxesField("What was it about?", small=True, missing="Select what it was about")
    came = ModelCheckboxesField("Who came?", small=True, missing="Select who came")
    learned = TextAreaField(
        "What did people learn?", hint="Without naming a child.", missing="Enter what people learned"
    )
    will_change = TextAreaField("What will change because of it?", rows=3, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        themes_field: Any = self.fields["themes"]
        themes_field.queryset = Theme.objects.all()
        came_field: Any = self.fields["came"]
        came_field.queryset = who_may(*OF_RECORD, day=local_date(now()), without_sign_in=True)

    def values(self) -> LearningFacts:
        answers = self.cleaned_data
        return {
            "title": answers["title"],
            "held_on": answers["held_on"],
            "themes": answers["themes"],
            "came": answers["came"],
            "learned": answers["learned"],
            "will_change": answers["will_change"],
        }
