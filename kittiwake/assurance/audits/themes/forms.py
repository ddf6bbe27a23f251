"""What a person typed about themes. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.audits.models import Theme
from kittiwake.assurance.workforce.models import Course
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    TextField,
)


class ThemeForm(GovForm):
    name = TextField(
        "What do the findings have in common?",
        hint="A few words.",
        missing="Enter the theme",
        column=Theme.name,
    )


class TrainingForm(GovForm):
    course = ModelSelectField(
        "Which course?", hint="Plan it under Courses first.", missing="Select which course"
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        course_field: Any = self.fields["course"]
        course_field.queryset = Course.objects.order_by("-held_on", "-pk")
        course_field.label_from_instance = _of_course


def _of_course(course: Course) -> str:
    return f"{course}, {long_date(course.held_on)}"
