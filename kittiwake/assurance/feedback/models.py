from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.assurance.feedback import questions, rules
from kittiwake.history import guards
from kittiwake.record.models import Team


class RoundQuerySet(models.QuerySet["Round"]):
    def to_open(self, day: date) -> RoundQuerySet:
        return self.filter(opened_at=None, closed_at=None, opens_on__lte=day)

    def running(self, day: date) -> RoundQuerySet:
        """Open to answers that day, until it is over."""
        return self.filter(opened_at__isnull=False, closed_at=None, closes_on__gte=day)

    def to_close(self, day: date) -> RoundQuerySet:
        return self.filter(opened_at__isnull=False, closed_at=None, closes_on__lt=day)

    def over(self) -> RoundQuerySet:
        """Counted, whether or not enough answered."""
        return self.filter(closed_at__isnull=False, is_called_off=False)


class Round(models.Model):
    """A questionnaire, asked of its people from a day to a day. What came of it is counted once, as it is closed."""

    questionnaire = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()  # the last day
    why = models.CharField(max_length=300)  # those who are asked read it
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)  # whoever is asked was asked
    closed_at = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)  # how many, once it is closed
    answered = models.PositiveIntegerField(null=True, blank=True)
    is_kept = models.BooleanField(default=False)  # enough answered for their answers to be read
    is_called_off = models.BooleanField(default=False)  # before it was over, with nothing read

    objects = RoundQuerySet.as_manager()
    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="round_says_why"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="round_closes_after_opening"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, asked=None, answered=None)
                | Q(closed_at__isnull=False, asked__isnull=False, answered__isnull=False),
                name="round_is_counted_as_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return self.form.title

    def get_absolute_url(self) -> str:
        return reverse("feedback:round", args=[self.pk])

    @property
    def form(self) -> questions.Questionnaire:
        return questions.version(self.questionnaire, self.version)


class Asked(models.Model):
    """Somebody with an account was asked, and whether they have answered: nothing of what. Once the round is closed, nobody
    knows any more who did. No earlier version of it is kept."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="people_asked")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    has_answered = models.BooleanField(null=True, default=False)

    access_path = None

    class Meta:
        triggers = [guards.no_delete()]
        constraints = [models.UniqueConstraint(fields=["round", "user"], name="asked_once_a_round")]


class Slip(models.Model):
    """A code on paper for one answer, by its digest: given by hand, and to whom stands nowhere. Gone once the round is closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="slips")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    is_used = models.BooleanField(default=False)

    access_path = None


class Box(models.Model):
    """All answers of a round that is open, sealed and mixed (ballots.py). Gone once it is closed."""

    round = models.OneToOneField(Round, primary_key=True, on_delete=models.PROTECT, related_name="box")
    sealed = models.TextField()

    access_path = None


class InGroup(models.Model):
    """Whose an answer or a count is, no finer than may be told (rules.Group)."""

    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, blank=True, choices=Team.KINDS)

    class Meta:
        abstract = True

    @property
    def group(self) -> rules.Group:
        return rules.Group(self.team_id, self.kind)


class Answer(InGroup):
    """One answer to one question, written with all others of its round at once, in no order: nothing leads to the other
    answers of the same person."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=60)
    answer = models.CharField(max_length=20)
    is_good = models.BooleanField()

    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.append_only()


class Turnout(InGroup):
    """How many of a group were asked and answered, as the round was closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="turnouts")
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()

    access_path = None

    class Meta:
        triggers = guards.append_only()


class Remark(models.Model):
    """What somebody wrote, of no team and beside no answer. Hidden where it would say who somebody is."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="remarks")
    words = models.TextField()
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hidden_why = models.CharField(max_length=300, blank=True)

    access_path = None

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden_at=None, hidden_by=None, hidden_why="")
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False) & ~Q(hidden_why="")),
                name="remark_hidden_for_a_reason",
            )
        ]


class Done(models.Model):
    """What was done about what people said: shown to those who were asked, with its day and who says so."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="done")
    question = models.CharField(max_length=60, blank=True)  # empty: about the round as a whole
    words = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="done_has_words")]
