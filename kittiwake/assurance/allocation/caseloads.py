"""How many children a worker has, and how many they may have. The one place that asks, so that it can ask elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from kittiwake.assurance.allocation import rules
from kittiwake.record.models import Worker
from kittiwake.ui.dates import counted


@dataclass(frozen=True)
class Caseload:
    children: int
    cap: float | None = None  # a newly qualified worker's; nobody else has one

    @property
    def is_full(self) -> bool:
        return rules.over_cap(self.children, self.cap)

    def __str__(self) -> str:
        said = counted(self.children, "child", "children")
        return said if self.cap is None else f"{said} of at most {self.cap:g}"


def caseloads(workers: Iterable[Worker], on: date) -> dict[int, Caseload]:
    """By worker. Counts named workers only: who covers has a child on top of their own."""
    keys = [one.pk for one in workers]
    with connection.cursor() as cursor:
        cursor.execute("SELECT worker, children FROM allocation_caseload(%s, %s)", [keys, on])
        children = dict(cursor.fetchall())
    most = caps(keys, on)
    return {key: Caseload(children.get(key, 0), most.get(key)) for key in keys}


def caps(workers: list[int], on: date) -> dict[int, float]:
    """The protected caseload of those who are newly qualified, by worker. The workforce says who is: nobody yet."""
    return {}


@dataclass(frozen=True)
class Left:
    """What is still a worker's on a day or after it, also for children nobody here may see."""

    children: int
    actions: int
    drafts: int


def left_with(worker: Worker, on: date) -> Left:
    with connection.cursor() as cursor:
        cursor.execute("SELECT children, actions, drafts FROM allocation_left_with(%s, %s)", [worker.pk, on])
        return Left(*(cursor.fetchone() or (0, 0, 0)))
