"""What findings have in common, and when people came together to learn from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from kittiwake.assurance.workforce.models import Course
from kittiwake.history import guards
from kittiwake.record.models import Worker


class Theme(models.Model):
    """A word that actions share across children and teams."""

    name = models.CharField(max_length=80, unique=True)

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("audits:theme", args=[self.pk])


class ThemeCourse(models.Model):
    """This course is there because of what audits found."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="courses")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="themes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["theme", "course"], name="theme_course_once")]


class LearningEvent(models.Model):
    """People came together about one or more themes. No child is named in it."""

    title = models.CharField(max_length=200)
    held_on = models.DateField()
    learned = models.TextField()
    will_change = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("audits:learning_event", args=[self.pk])


class EventTheme(models.Model):
    event = models.ForeignKey(LearningEvent, on_delete=models.PROTECT, related_name="themes")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="events")

    access_path = "internal"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["event", "theme"], name="event_theme_once")]


class Attendance(models.Model):
    """Somebody came."""

    event = models.ForeignKey(LearningEvent, on_delete=models.PROTECT, related_name="came")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["event", "worker"], name="came_once")]


class EventAction(models.Model):
    """This action was among what people learned from."""

    event = models.ForeignKey(LearningEvent, on_delete=models.PROTECT, related_name="actions")
    action = models.ForeignKey("audits.AuditAction", on_delete=models.PROTECT, related_name="learning_events")

    access_path = "action"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["event", "action"], name="event_action_once")]
