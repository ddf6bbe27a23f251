"""Themes across actions, and people coming together to learn from them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.assurance.audits.models import (
    Attendance,
    AuditAction,
    EventAction,
    EventTheme,
    LearningEvent,
    Theme,
    ThemeCourse,
)
from kittiwake.assurance.workforce.models import Course
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker


@transaction.atomic
def name_theme(name: str, *, by: User, at: datetime) -> Theme:
    """A word for what findings have in common. Refuses one there is, however it is written."""
    name = " ".join(name.split())
    if not name or Theme.objects.filter(name__iexact=name).exists():
        raise Refused("There is already a theme of that name." if name else "Enter the theme.", field="name")
    with refused_by(audits_theme_name_key=Refused("There is already a theme of that name.", field="name")):
        theme = Theme.objects.create(name=name)
    history.write("audits.theme_named", theme, by=by, at=at)
    return theme


@transaction.atomic
def hold_event(
    *,
    title: str,
    held_on: date,
    learned: str,
    themes: Iterable[Theme],
    came: Iterable[Worker],
    by: User,
    at: datetime,
    will_change: str = "",
) -> LearningEvent:
    """People learned from what audits found: the actions of these themes, as whoever writes this may see them.

    Refuses an event without a theme, and one to which nobody came.
    """
    must_be_believable(at, held_on=held_on)
    themes, came = list(themes), list(came)
    if not themes:
        raise Refused("Select what it was about.", field="themes")
    if not came:
        raise Refused("Select who came.", field="came")
    event = LearningEvent.objects.create(
        title=title, held_on=held_on, learned=learned, will_change=will_change, recorded_at=at, by=by
    )
    EventTheme.objects.bulk_create(EventTheme(event=event, theme=theme) for theme in themes)
    Attendance.objects.bulk_create(Attendance(event=event, worker=worker) for worker in came)
    about = AuditAction.objects.standing().filter(
        themes__theme__in=themes, entry__happened_at__date__lte=held_on
    )
    EventAction.objects.bulk_create(EventAction(event=event, action=action) for action in about.distinct())
    history.write("audits.learning_held", event, by=by, at=at)
    return event


@transaction.atomic
def train_for(theme: Theme, course: Course, *, by: User, at: datetime) -> ThemeCourse:
    """The course is there because of this theme: the theme's page then says who came, and whether it showed."""
    made, is_new = ThemeCourse.objects.get_or_create(
        theme=theme, course=course, defaults={"at": at, "by": by}
    )
    if not is_new:
        raise Refused("That course is named there already.", field="course")
    history.write("audits.trained_for", made, by=by, at=at)
    return made
