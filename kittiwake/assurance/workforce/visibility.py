"""Which rows about workers somebody sees, written once in access/rule.sql: row-level security holds the same beneath."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from kittiwake.accounts.models import User
from kittiwake.record.models import Worker

Row = TypeVar("Row", bound=Model)
FUNCTIONS = {"worker": "access_workers", "managed_worker": "access_managed"}


def seen(model: type[Row], user: User) -> QuerySet[Row]:
    """The rows of `model`, about workers, that this person may see."""
    function = FUNCTIONS[model.access_path]  # type: ignore[attr-defined]
    return model._default_manager.filter(worker_id__in=_keys(function, user))


def of_those_answered_for(model: type[Row], user: User) -> QuerySet[Row]:
    """The rows of `model`, about workers, of those this person answers for: never their own."""
    return model._default_manager.filter(worker_id__in=_keys("access_managed", user))


def workers(user: User) -> QuerySet[Worker]:
    """Themselves, and those they answer for."""
    return Worker.objects.filter(pk__in=_keys("access_workers", user))


def answered_for(user: User) -> QuerySet[Worker]:
    return Worker.objects.filter(pk__in=_keys("access_managed", user))


def answers_for(user: User, worker: Worker) -> bool:
    return answered_for(user).filter(pk=worker.pk).exists()


def _keys(function: str, user: User) -> RawSQL:
    return RawSQL(f"SELECT unnest({function}(%s))", [user.pk])
