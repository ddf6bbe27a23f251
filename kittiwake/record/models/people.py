from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.models.children import Child


class Person(models.Model):
    """Family, friend, carer or professional around a child. Not a child on the record; never a suspect by being here."""

    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    born_on = models.DateField(null=True, blank=True)
    notes = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    access_path = "person"

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return self.name


class Relationship(models.Model):
    """Child to person or child to child; each side has its own word ("mother" / "son")."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="relationships")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="relationships"
    )
    other_child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="relationships_from"
    )
    they_are = models.CharField(max_length=60)  # what the other is to the child: "mother"
    child_is = models.CharField(max_length=60, blank=True)  # what the child is to the other: "son"
    parental_responsibility = models.BooleanField(default=False)
    safe_to_contact = models.BooleanField(default=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    access_path = "child"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, other_child__isnull=True)
                | Q(person__isnull=True, other_child__isnull=False),
                name="relationship_to_one",
            ),
            models.CheckConstraint(
                condition=Q(other_child__isnull=True) | ~Q(child=models.F("other_child")),
                name="relationship_to_another",
            ),
        ]
