"""Themes across actions, and the courses that are there because of them."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import events
from kittiwake.assurance.audits.models import (
    Theme,
    ThemeCourse,
)
from kittiwake.assurance.workforce.models import Course
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole


@whole()
def name_theme(name: str, *, by: User, at: datetime) -> Theme:
    """A word for what findings have in common. Refuses one there is, however it is written."""
    name = " ".join(name.split())
    if not name or Theme.objects.filter(name__iexact=name).exists():
        raise Refused("There is already a theme of that name." if name else "Enter the theme.", field="name")
    with refused_by(audits_theme_name_key=Refused("There is already a theme of that name.", field="name")):
        theme = Theme.objects.create(name=name)
    history.write(events.THEME_NAMED, theme, by=by, at=at)
    return theme


@whole()
def train_for(theme: Theme, course: Course, *, by: User, at: datetime) -> ThemeCourse:
    """The course is there because of this theme: the theme's page then says who came, and whether it showed."""
    named, is_new = ThemeCourse.objects.get_or_create(
        theme=theme, course=course, defaults={"at": at, "by": by}
    )
    if not is_new:
        raise Refused("That course is named there already.", field="course")
    history.write(events.TRAINED_FOR, named, by=by, at=at)
    return named
