from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from kittiwake.areas.area import address_of
from kittiwake.history import guards
from kittiwake.record import ages


class Child(models.Model):
    """A child or, up to 25, a young person. May be known by the council's id alone until a source names them."""

    # The name shown. Kept beside record_name, where every name has its dates and its source.
    forenames = models.CharField(max_length=200, blank=True)
    surname = models.CharField(max_length=200, blank=True)
    called = models.CharField(max_length=100, blank=True)  # what they like to be called
    born_on = models.DateField(null=True, blank=True)
    birth_is = models.CharField(
        max_length=12,
        default="known",
        choices=[("known", "Known"), ("approximate", "Approximate"), ("due", "Not yet born: date due")],
    )
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, default="U")  # codes.SEX
    gender = models.CharField(max_length=2, default="00")  # codes.GENDER
    ethnicity = models.CharField(max_length=4, default="NOBT")  # codes.ETHNICITY
    disabilities = ArrayField(models.CharField(max_length=4), default=list, blank=True)  # codes.DISABILITY
    language = models.CharField(max_length=20, blank=True)
    unaccompanied = models.BooleanField(null=True, blank=True)  # seeking asylum, without a parent or carer
    communication = models.TextField(blank=True)  # interpreter, signing, pictures, time to think
    # A restricted child is seen by those named for them, whatever their role.
    restricted = models.BooleanField(default=False)
    restricted_reason = models.CharField(max_length=300, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="as_child"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # put on the record by mistake
    version = models.PositiveIntegerField(default=1)

    access_path = "pk"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            GinIndex(
                fields=["forenames", "surname"], name="child_name_trigrams", opclasses=["gin_trgm_ops"] * 2
            ),
            models.Index(fields=["born_on"], name="child_born_on"),
            # What "everyone" leaves out, and what somebody recorded today: asked in every query of the rule.
            models.Index(fields=["id"], condition=Q(restricted=True), name="child_restricted"),
            models.Index(fields=["recorded_by", "-recorded_at"], name="child_recorded_by"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(born_on__isnull=True)
                | Q(died_on__gte=models.F("born_on")),
                name="child_died_after_birth",
            ),
            models.CheckConstraint(
                condition=Q(birth_is="known", born_on__isnull=True)
                | ~Q(birth_is="due")
                | Q(born_on__isnull=False),
                name="child_due_has_date",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of(Child, self.pk)

    @property
    def name(self) -> str:
        """As shown: their name, or the council's id while no source has named them."""
        name = " ".join(part for part in (self.called or self.forenames, self.surname) if part)
        return name or f"Child {self.council_id or self.pk}"

    @property
    def first_name(self) -> str:
        return self.called or self.forenames.split(" ")[0] or self.name

    @property
    def council_id(self) -> str:
        numbers = [i.value for i in self.identifiers.all() if i.kind == Identifier.COUNCIL and not i.ended_on]
        return numbers[0] if numbers else ""

    def age_on(self, day: date) -> int | None:
        if self.born_on is None or self.birth_is == "due":
            return None
        return ages.age_on(self.born_on, day)


class Identifier(models.Model):
    """A number somebody knows the child by. The same number never stands for two children at once."""

    COUNCIL, UPN, NHS, POLICE, FORMER = "council", "upn", "nhs", "police", "former"
    KINDS = [
        (COUNCIL, "Council id"),
        (UPN, "Unique pupil number"),
        (NHS, "NHS number"),
        (POLICE, "Police person reference"),
        (FORMER, "Former council id"),
    ]

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=10, choices=KINDS)
    value = models.CharField(max_length=40)
    source = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    access_path = "child"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"], condition=Q(ended_on__isnull=True), name="identifier_of_one_child"
            )
        ]


class Name(models.Model):
    """Every name a child has been known by: aliases, street names, names at birth, spellings in a source."""

    KINDS = [
        ("legal", "Legal name"),
        ("alias", "Also known as"),
        ("street", "Street name"),
        ("spelling", "Spelling"),
    ]

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10, choices=KINDS)
    forenames = models.CharField(max_length=200, blank=True)
    surname = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    access_path = "child"

    class Meta:
        triggers = guards.practice()
        indexes = [
            GinIndex(fields=["forenames", "surname"], name="name_trigrams", opclasses=["gin_trgm_ops"] * 2)
        ]

    def __str__(self) -> str:
        return f"{self.forenames} {self.surname}".strip()


class Words(models.Model):
    """What the child said, word for word, kept apart from what anybody made of it. The one place quotes are kept."""

    ANYONE, WORKING = "anyone", "working"
    MAY_HEAR = [
        (ANYONE, "Anybody who may open their record"),
        (WORKING, "Only those who work with them, and their managers"),
    ]

    entry = models.ForeignKey("record.Entry", on_delete=models.PROTECT, related_name="words")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="words")
    text = models.TextField()
    about = models.CharField(max_length=20, default="said")  # "said", or "me": who I am, in my words
    topic = models.CharField(max_length=200, blank=True)  # what it was said about: "school", "Friday nights"
    may_hear = models.CharField(max_length=10, choices=MAY_HEAR, default=ANYONE)  # as the child asked
    said_at = models.DateTimeField()

    access_path = "entry"
    access_earlier = True
    # What is meant for those who work with the child does not reach whoever sees the whole service.
    access_also = "(may_hear = 'anyone' OR access_works_with(child_id))"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-said_at"], name="words_of_child")]
