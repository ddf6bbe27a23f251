from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.placements import rules
from kittiwake.record.models import Child, Entry, Placement
from kittiwake.ui.components import Status

CODE: dict[str, Any] = {"max_length": 20}


class MoveQuerySet(models.QuerySet["Move"]):
    def standing(self) -> MoveQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)

    def on(self, day: date) -> MoveQuerySet:
        """To placements that hold that day."""
        ends = Q(placement__ends_on__isnull=True) | Q(placement__ends_on__gt=day)
        return self.standing().filter(ends, placement__starts_on__lte=day)

    def away(self, day: date) -> MoveQuerySet:
        return self.on(day).filter(placement__out_of_area=True)

    def of(self, child: Child, day: date) -> Move | None:
        """Where the child was placed that day, and how."""
        return self.on(day).filter(child=child).select_related("placement", "entry").first()


class Move(models.Model):
    """A child moves to a placement: how they are placed, and what was done that the regulations ask."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="move")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="moves")
    placement = models.OneToOneField(Placement, on_delete=models.PROTECT, related_name="move")
    arrangement = models.CharField(**CODE, choices=rules.ARRANGEMENTS, default=rules.Arrangement.STANDARD)
    is_emergency = models.BooleanField(default=False)
    why_here = models.TextField(blank=True)
    host_code = models.CharField(max_length=3, blank=True)  # DfE code of the council it lies in
    first_review_on = models.DateField(null=True, blank=True)

    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_as = models.CharField(**CODE, choices=rules.APPROVERS, blank=True)
    approved_why = models.TextField(blank=True)
    consulted_on = models.DateField(null=True, blank=True)
    consulted_whom = models.CharField(max_length=200, blank=True)
    consulted_words = models.TextField(blank=True)
    notified_on = models.DateField(null=True, blank=True)
    notified_whom = models.CharField(max_length=200, blank=True)
    no_notice_on = models.DateField(null=True, blank=True)  # not reasonably practicable (regulation 13(4))
    no_notice_why = models.CharField(max_length=300, blank=True)
    agreed_fewer_on = models.DateField(
        null=True, blank=True
    )  # the child agrees to fewer visits (regulation 28)
    agreed_fewer_words = models.CharField(max_length=300, blank=True)

    objects = MoveQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True)
                | (~Q(approved_by="") & ~Q(approved_as="") & ~Q(approved_why="")),
                name="move_approved_by_someone_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(notified_on__isnull=True) | ~Q(notified_whom=""), name="move_notified_to_someone"
            ),
            models.CheckConstraint(
                condition=Q(consulted_on__isnull=True) | ~Q(consulted_whom=""),
                name="move_consulted_with_someone",
            ),
            models.CheckConstraint(
                condition=Q(no_notice_on__isnull=True) | ~Q(no_notice_why=""), name="move_no_notice_says_why"
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def far(self) -> Status:
        """How far it is from us."""
        if self.placement.at_a_distance:
            return Status("At a distance", "red")
        if self.placement.out_of_area:
            return Status("Out of our area", "orange")
        known = self.placement.out_of_area is False
        return Status("In our area", "green") if known else Status("Area not known", "grey")

    @property
    def owed_facts(self) -> rules.Facts:
        return self.facts(None)

    def facts(self, notice_due_on: date | None) -> rules.Facts:
        placement = self.placement
        return rules.Facts(
            is_exempt=rules.exempt(placement.kind, placement.provider, self.arrangement),
            no_notice_on=self.no_notice_on,
            is_known=not placement.source,
            starts_on=self.placement.starts_on,
            out_of_area=self.placement.out_of_area,
            at_a_distance=self.placement.at_a_distance,
            is_emergency=self.is_emergency,
            notice_due_on=notice_due_on,
            approved_on=self.approved_on,
            consulted_on=self.consulted_on,
            notified_on=self.notified_on,
        )


class NearerReview(models.Model):
    """Somebody looked, with the child, at whether they should be moved nearer home."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="nearer_review"
    )
    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="nearer_reviews")
    held_on = models.DateField()
    decision = models.CharField(**CODE, choices=rules.DECISIONS)
    why = models.TextField()
    next_steps = models.TextField(blank=True)

    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="nearer_review_says_why")]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
