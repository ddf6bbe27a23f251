from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.access.powers import ANSWERS_FOR_ALL
from kittiwake.accounts.roles import Role
from kittiwake.assurance.workforce import codes
from kittiwake.history import guards
from kittiwake.record.models import Team, Worker

_ROLE = "(SELECT access_role(access_me()))"
_ALL = ", ".join(f"'{role.value}'" for role in sorted(ANSWERS_FOR_ALL | {Role.SYSTEM}))
_MINE = "(SELECT access_worker(access_me()))"
# Who held it; who answers for everybody; the service manager over the team. Never whom it is about: what is said is said
# once they have nothing to fear from who manages them, and their manager is nowhere among the readers.
READERS = (
    f'("workforce_exitinterview"."worker_id" IS DISTINCT FROM {_MINE} AND ('
    f'"workforce_exitinterview"."held_by_id" = {_MINE} OR {_ROLE} IN ({_ALL}) OR '
    f"({_ROLE} = '{Role.SERVICE_MANAGER.value}' AND "
    '"workforce_exitinterview"."team_id" = ANY ((SELECT access_teams(access_me()))::bigint[]))))'
)


class ExitInterview(models.Model):
    """What somebody who leaves says about why. Held by anybody but who manages them."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="exit_interviews")
    held_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    # Whose service manager may read it; none where it is they who manage whoever leaves. Places in teams end, this stays.
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reasons = ArrayField(models.CharField(max_length=10, choices=codes.WHY_LEAVE))
    words = models.TextField(blank=True)
    would_have_kept = models.TextField(blank=True)
    may_share = models.BooleanField()  # the words, without a name
    recorded_at = models.DateTimeField()
    struck_out_at = models.DateTimeField(null=True, blank=True)
    struck_out_reason = models.CharField(max_length=300, blank=True)

    access_path = "internal"
    access_also = READERS

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("held_by")), name="exit_interview_held_by_another"),
            models.UniqueConstraint(
                fields=["worker"], condition=Q(struck_out_at__isnull=True), name="exit_interview_once"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("workforce:exit_interview", args=[self.pk])

    @property
    def reasons_in_words(self) -> list[str]:
        titles = dict(codes.WHY_LEAVE)
        return [titles[reason] for reason in self.reasons]
