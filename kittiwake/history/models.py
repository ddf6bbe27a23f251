from __future__ import annotations

from django.db import models

from kittiwake.history import guards


class Event(models.Model):
    """One thing that happened to the record, in the field's words. Names, never keys, what it describes."""

    what = models.CharField(max_length=60)  # "missing.returned": area, then past participle
    at = models.DateTimeField()
    by_id = models.BigIntegerField()
    on_behalf_of_id = models.BigIntegerField(null=True)
    # The import that wrote it, where one did: `exchange` is above, so it is a number here and no foreign key.
    import_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    child_id = models.BigIntegerField(null=True)
    # {field: [was, now]}, in words a person can read
    changes = models.JSONField(default=dict)

    access_path = "child_id"
    # What administrators do is no child's, and they read what was done (access/row_security/conditions.py).
    access_administration = "what"
    # That somebody broke in, and ended it, is written down (access/row_security/policies.py).
    access_by_opening = "what IN ('access.opened_unlisted', 'access.grant_ended')"

    class Meta:
        indexes = [
            models.Index(fields=["child_id", "-at"], name="history_of_child"),
            models.Index(fields=["subject", "subject_id", "-at"], name="history_of_subject"),
            models.Index(
                fields=["import_id"], condition=models.Q(import_id__isnull=False), name="history_of_import"
            ),
        ]
        triggers = guards.append_only()


class Version(models.Model):
    """A row as it was before an update. Written by a trigger only (guards.keep_versions)."""

    table_name = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    row = models.JSONField()
    replaced_at = models.DateTimeField()
    replaced_by_id = models.BigIntegerField(null=True)

    access_path = "earlier"

    class Meta:
        indexes = [models.Index(fields=["table_name", "row_id", "-replaced_at"], name="versions_of_row")]
        triggers = guards.append_only()


class Submission(models.Model):
    """A form or API write that has been carried out, by its one-time token: a second click gets the first answer."""

    token = models.UUIDField(primary_key=True)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()
    outcome = models.TextField(blank=True)  # where the first one was sent on to

    access_path = None

    class Meta:
        triggers = [guards.no_delete()]
