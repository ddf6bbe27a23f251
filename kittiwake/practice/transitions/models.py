from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.transitions import rules
from kittiwake.record.models import Child, Entry, Worker

CODE: dict[str, Any] = {"max_length": 20}


def _entry(name: str) -> models.OneToOneField[Entry, Entry]:
    return models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name=name)


class Standing(models.QuerySet[Any]):
    def standing(self) -> Standing:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)


class NeedsAssessment(models.Model):
    """What a young person will need as they become an adult (Care Planning Regulations 2010, regulation 42)."""

    entry = _entry("needs_assessment")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="needs_assessments")
    assessed_on = models.DateField()
    home = models.TextField(blank=True)
    money = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    health = models.TextField(blank=True)
    people = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    skills = models.TextField(blank=True)

    objects = Standing.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Pathway(models.Model):
    """A pathway plan was agreed, or reviewed: when, with whom, and that the young person has their copy."""

    entry = _entry("pathway")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="pathways")
    review_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    agreed_on = models.DateField()
    took_part = models.BooleanField()
    why_not = models.CharField(max_length=300, blank=True)
    copy_given_on = models.DateField(null=True, blank=True)
    aims = models.TextField()
    if_it_fails = models.TextField(blank=True)  # what happens if the plan does not hold
    # The plan whose actions these aims are carried out by, where there is one.
    plan = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="pathways_of_plan"
    )

    objects = Standing.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(took_part=True) | ~Q(why_not=""), name="pathway_without_them_says_why"
            )
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Home(models.Model):
    """Where a care leaver lives from a day, and whether it suits them."""

    entry = _entry("leaver_home")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="leaver_homes")
    starts_on = models.DateField()
    kind = models.CharField(**CODE, choices=rules.HOMES)
    is_suitable = models.BooleanField()
    council_provides = models.BooleanField()  # then the adviser visits: within 7 days, and every 2 months
    words = models.TextField(blank=True)

    objects = Standing.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(is_suitable=False) | ~Q(kind__in=sorted(rules.NEVER_SUITABLE)),
                name="leaver_home_suits",
            )
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Contact(models.Model):
    """The personal adviser was in touch, or tried to be."""

    entry = _entry("adviser_contact")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="adviser_contacts")
    at = models.DateTimeField()
    time_known = models.BooleanField(default=True)
    adviser_name = models.CharField(max_length=200)
    how = models.CharField(**CODE, choices=rules.MEANS)
    activity = models.CharField(**CODE, choices=rules.ACTIVITIES)
    words = models.TextField(blank=True)

    objects = Standing.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-at"], name="contacts_of_child")]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def in_touch(self) -> bool:
        return self.how != "none"


class AdultReferral(models.Model):
    """Adult services were asked, and what they answered."""

    entry = _entry("adult_referral")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="adult_referrals")
    referred_on = models.DateField()
    to_whom = models.CharField(max_length=200)
    needs = models.TextField()
    agrees = models.BooleanField()  # the young person
    agrees_words = models.CharField(max_length=300, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.CharField(**CODE, choices=rules.ANSWERS, blank=True)
    answer_words = models.TextField(blank=True)
    adult_worker = models.CharField(max_length=200, blank=True)
    met_on = models.DateField(null=True, blank=True)  # the adult worker has met them

    objects = Standing.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer="")
                | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="adult_referral_answered_something",
            ),
            models.CheckConstraint(
                condition=~Q(answer="refused") | ~Q(answer_words=""),
                name="adult_referral_refused_for_a_reason",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Staying(models.Model):
    """A worker they know goes on after 18, until a day or until it is no longer wanted."""

    entry = _entry("staying")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="stayings")
    worker_name = models.CharField(max_length=200)
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="stayings"
    )
    agreed_on = models.DateField()
    agreed_by = models.CharField(max_length=200)
    until_on = models.DateField(null=True, blank=True)
    how = models.TextField(blank=True)

    objects = Standing.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
