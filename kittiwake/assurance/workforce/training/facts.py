"""What is known of a course when it is planned."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class CourseFacts(TypedDict):
    title: str
    about: str
    held_on: date
    asked_for_by: str
