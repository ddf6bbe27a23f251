from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Coalesce

from kittiwake.history import guards
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import rules
from kittiwake.record.models import Child, Entry, Worker

CODE: dict[str, Any] = {"max_length": 20}


class Offer(models.Model):
    """One offer of a return interview, however it was made and whatever was answered. Every attempt is one."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="interview_offer"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="interview_offers")
    episodes = models.ManyToManyField(Episode, through="OfferEpisode", related_name="offers")
    offered_at = models.DateTimeField()
    time_known = models.BooleanField(default=True)
    offered_by = models.CharField(max_length=200)
    how = models.CharField(**CODE, choices=rules.MEANS)
    to_whom = models.CharField(max_length=200, blank=True)
    answer = models.CharField(**CODE, choices=rules.ANSWERS)
    why = models.TextField(blank=True)
    # They may choose somebody they trust to talk to.
    chosen_interviewer = models.CharField(max_length=200, blank=True)
    chosen_why = models.CharField(max_length=300, blank=True)

    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-offered_at"], name="offers_of_child")]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class OfferEpisode(models.Model):
    """One offer may answer several returns."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="covers")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="offer_covers")

    access_path = "offer"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["offer", "episode"], name="offer_covers_once")]


class NotHeldQuerySet(models.QuerySet["NotHeld"]):
    def final(self) -> NotHeldQuerySet:
        """There will be none; not only none before a day."""
        return self.standing().filter(until_on=None)

    def standing(self) -> NotHeldQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)


class NotHeld(models.Model):
    """There will be no interview about this return, or none before a day, for a reason other than the child's refusal."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="not_held")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="not_held")
    reason = models.CharField(**CODE, choices=rules.NOT_HELD)
    words = models.TextField()
    until_on = models.DateField(null=True, blank=True)  # from when they can be asked: put off, and not over

    objects = NotHeldQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="not_held_says_why")]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class ReturnInterviewQuerySet(models.QuerySet["ReturnInterview"]):
    def every_version(self) -> ReturnInterviewQuerySet:
        """Not struck out, superseded or not."""
        return self.filter(entry__struck_out_at__isnull=True)

    def standing(self) -> ReturnInterviewQuerySet:
        """What counts: not struck out, and the newest version of its interview."""
        first = Coalesce("version_of", "pk")
        later = (
            ReturnInterview.objects.every_version()
            .alias(first=first)
            .filter(first=OuterRef("first_id"), number__gt=OuterRef("number"))
        )
        return self.every_version().annotate(first_id=first).filter(~models.Exists(later))


class ReturnInterview(models.Model):
    """One version of what a child said when they were back, and what it may mean.

    An interview that was sent back gets a second version; both stay, and the newest counts.
    """

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="return_interview"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="return_interviews")
    episodes = models.ManyToManyField(Episode, through="CoveredEpisode", related_name="return_interviews")
    version_of = models.ForeignKey(  # always the first version
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField(default=1)

    held_at = models.DateTimeField()
    time_known = models.BooleanField(default=True)
    interviewer_name = models.CharField(max_length=200)
    interviewer = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="return_interviews"
    )
    independent = models.BooleanField()
    independent_why = models.CharField(max_length=300, blank=True)
    chosen_by_child = models.BooleanField(null=True, blank=True)
    place = models.CharField(**CODE, choices=rules.PLACES, blank=True)
    alone = models.BooleanField(null=True, blank=True)
    who_else = models.CharField(max_length=200, blank=True)
    communication = models.TextField(blank=True)
    hear_back = models.CharField(**CODE, choices=rules.HEAR_BACK, blank=True)
    written_at = models.DateTimeField()
    may_share = models.BooleanField(null=True, blank=True)  # the child's own answer
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_with = models.CharField(max_length=300, blank=True)

    # The child's account, their own words first.
    own_words = models.TextField(blank=True)
    before = models.TextField(blank=True)
    push = ArrayField(models.CharField(**CODE), default=list, blank=True)  # rules.PUSH
    pull = ArrayField(models.CharField(**CODE), default=list, blank=True)  # rules.PULL
    where = models.TextField(blank=True)
    with_whom = models.TextField(blank=True)
    travel = models.TextField(blank=True)
    slept = models.TextField(blank=True)
    given = models.TextField(blank=True)
    online = models.TextField(blank=True)
    harm = models.TextField(blank=True)
    health = models.TextField(blank=True)
    after = models.TextField(blank=True)
    wants_to_change = models.TextField(blank=True)
    safe_people = models.TextField(blank=True)
    safety_tips = models.TextField(blank=True)
    other_children = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    safeguarding_referral = models.BooleanField(null=True, blank=True)  # empty: nobody has said
    intelligence_submitted = models.BooleanField(null=True, blank=True)
    # How often this version was changed after it was written. Which version it is, is its `number`.
    edits = models.PositiveIntegerField(default=1, db_column="version")

    objects = ReturnInterviewQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-held_at"], name="return_interviews_of_child")]
        constraints = [
            models.UniqueConstraint(fields=["version_of", "number"], name="interview_version_once"),
            models.CheckConstraint(
                condition=Q(version_of__isnull=True, number=1) | Q(version_of__isnull=False, number__gt=1),
                name="interview_first_is_number_one",
            ),
            models.CheckConstraint(
                condition=Q(independent=True) | ~Q(independent_why=""),
                name="interview_not_independent_says_why",
            ),
            models.CheckConstraint(
                condition=Q(shared_at__isnull=True) | Q(shared_at__gte=F("held_at")),
                name="interview_shared_after",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def original(self) -> ReturnInterview:
        """The first version."""
        return self.version_of or self

    @property
    def original_id(self) -> int:
        first: int = self.version_of_id or self.pk
        return first

    @property
    def account(self) -> rules.Account:
        return rules.Account(
            own_words=self.own_words,
            push=self.push,
            pull=self.pull,
            harm=self.harm,
            safeguarding_referral=self.safeguarding_referral,
            alone=self.alone,
            analysis=self.analysis,
            safety_tips=self.safety_tips,
            hear_back=self.hear_back,
        )

    def all_versions(self) -> ReturnInterviewQuerySet:
        """This interview's versions, itself included, oldest first; struck-out ones too."""
        same = Q(pk=self.original_id) | Q(version_of=self.original_id)
        return ReturnInterview.objects.filter(same).order_by("number")


class CoveredEpisode(models.Model):
    """One interview may answer several returns; each is scored against its own 72 hours."""

    interview = models.ForeignKey(ReturnInterview, on_delete=models.PROTECT, related_name="covers")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="interview_covers")

    access_path = "interview"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["interview", "episode"], name="interview_covers_once")]


def _score() -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField()


class QualityCheck(models.Model):
    """Somebody other than the writer read it against the quality test: eight scores of 0 to 4."""

    interview = models.ForeignKey(ReturnInterview, on_delete=models.PROTECT, related_name="checks")
    timely = _score()
    own_account = _score()
    push_and_pull = _score()
    wider_risk = _score()
    others_found = _score()
    actions = _score()
    fed_into_plan = _score()
    shared = _score()
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "interview"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}__lte": 4 for name in rules.RUBRIC}), name="quality_scores_to_four"
            )
        ]

    @property
    def scores(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in rules.RUBRIC}

    @property
    def total(self) -> int:
        return rules.total(self.scores)
