"""Courses, who is asked, who came. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.assurance.workforce.training.facts import CourseFacts
from kittiwake.record.models import Worker
from kittiwake.ui.forms import DateField, GovForm, ModelCheckboxesField, TextField, choose_from


class CourseForm(GovForm):
    title = TextField("What is it called?", missing="Enter what it is called", column=Course.title)
    about = TextField(
        "What is it about?", hint="The themes, such as “listening to children after they return”.",
        required=False, column=Course.about,
    )  # fmt: skip
    held_on = DateField("When is it held?", missing="Enter the day", called="The day")
    asked_for_by = TextField(
        "What asked for it?",
        hint="An audit, an inspection, a team.",
        required=False,
        column=Course.asked_for_by,
    )

    def values(self) -> CourseFacts:
        given = self.cleaned_data
        return {
            "title": given["title"],
            "about": given["about"],
            "held_on": given["held_on"],
            "asked_for_by": given["asked_for_by"],
        }


class AskForm(GovForm):
    workers = ModelCheckboxesField("Who is to come?", missing="Select who is to come", small=True)

    def __init__(self, *args: Any, workers: QuerySet[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "workers", workers)

    @property
    def chosen(self) -> list[Worker]:
        return list(self.cleaned_data["workers"])


class PlacesField(ModelCheckboxesField):
    def label_from_instance(self, obj: Place) -> str:
        return obj.worker.name


class CameForm(GovForm):
    places = PlacesField("Who came?", missing="Select who came", small=True)
    on = DateField(
        "On which day?", hint="The day of the course, or of a later repeat.", missing="Enter the day",
        past=True, called="The day",
    )  # fmt: skip

    def __init__(self, *args: Any, course: Course, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"on": course.held_on}
        choose_from(self, "places", places)

    @property
    def chosen(self) -> list[Place]:
        return list(self.cleaned_data["places"])

    @property
    def day(self) -> date:
        day: date = self.cleaned_data["on"]
        return day
