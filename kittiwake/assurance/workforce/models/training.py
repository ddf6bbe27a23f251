from __future__ import annotations

from django.db import models
from django.urls import reverse

from kittiwake.history import guards
from kittiwake.record.models import Worker


class Course(models.Model):
    """Something to learn together, on a day. What asked for it is words: what looks at the work links to it from above."""

    title = models.CharField(max_length=200)
    about = models.CharField(max_length=300, blank=True)  # the themes, in words
    asked_for_by = models.CharField(max_length=300, blank=True)  # an audit, an inspection, a team
    held_on = models.DateField()
    recorded_at = models.DateTimeField()

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["-held_on", "-id"], name="courses_by_day")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workforce:course", args=[self.pk])


class Place(models.Model):
    """A worker was asked to come to a course; and came, on its day or to a later repeat of it."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="places")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="courses")
    asked_at = models.DateTimeField()
    came_on = models.DateField(null=True, blank=True)

    access_path = "worker"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["course", "worker"], name="place_once_a_course")]
