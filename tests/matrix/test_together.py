"""Query sets that are asked together give what each gives alone: the rows of every model, read in every way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Count, F, Model, QuerySet
from django.test.utils import CaptureQueriesContext

from kittiwake.access.identity import acting_as_system
from kittiwake.queries.together import together
from tests.matrix.world import World

MOST = 40

Ask = Callable[[QuerySet[Any]], Any]
WAYS: dict[str, Ask] = {
    "rows": lambda rows: [facts(row) for row in rows[:MOST]],
    "rows with what they point at": lambda rows: [
        (facts(row), *(facts(of) for of in pointed_at(row))) for row in rows.select_related()[:MOST]
    ],
    "rows with what points at them": lambda rows: [
        (row.pk, [facts(other) for other in getattr(row, name).all()])
        for name in pointing_at(rows.model)
        for row in rows.prefetch_related(name)[:MOST]
    ],
    "some fields": lambda rows: [facts(row) for row in rows.only("pk")[:MOST]],
    "values": lambda rows: list(rows.values()[:MOST]),
    "lists": lambda rows: list(rows.values_list()[:MOST]),
    "flat": lambda rows: list(rows.values_list("pk", flat=True)[3:MOST]),
    "with something worked out": lambda rows: [
        (facts(row), row.again) for row in rows.annotate(again=F("pk"))[:MOST]
    ],
    "the first": lambda rows: facts(rows.first()),
    "the last": lambda rows: facts(rows.last()),
    "by key": lambda rows: {pk: facts(row) for pk, row in rows.in_bulk().items()},
    "how many": lambda rows: rows.count(),
    "whether any": lambda rows: (rows.exists(), rows.filter(pk=0).exists()),
    "added up": lambda rows: rows.aggregate(Count("pk"), again=Count("pk", distinct=True)),
    "one after the other": lambda rows: [facts(row) for row in rows.iterator(chunk_size=3)],
    "joined": lambda rows: [facts(row) for row in rows.filter(pk__lt=9).union(rows.filter(pk__gte=9))],
    "none": lambda rows: (list(rows.none()), list(rows.filter(pk__in=[]))),
}


def facts(row: Model | None) -> Any:
    return row and (type(row), {name: value for name, value in vars(row).items() if not name.startswith("_")})


def pointed_at(row: Model) -> Iterable[Model | None]:
    return [of for name, of in row._state.fields_cache.items() if of is None or isinstance(of, Model)]


def pointing_at(model: type[Model]) -> list[str]:
    many = (field for field in model._meta.related_objects if field.one_to_many)
    return [name for field in many if (name := field.get_accessor_name())][:3]


@pytest.mark.parametrize("way", WAYS)
def test_it_is_the_same_alone_and_together(world: World, way: str) -> None:
    ask = WAYS[way]
    with acting_as_system():
        every = [model._default_manager.order_by("pk") for model in apps.get_models() if ours(model)]
        alone = [ask(rows.all()) for rows in every]
        with CaptureQueriesContext(connection) as captured:
            asked = together(*(partial(ask, rows.all()) for rows in every))
    assert list(asked) == alone
    assert len(every) > 80
    assert len(captured) <= 12, "how often one model asks, not how many models there are"


def ours(model: type[Model]) -> bool:
    """Of which the application's own role may read whole rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [model._meta.db_table])
        (may_read,) = cursor.fetchone()
    return model.__module__.startswith("kittiwake.") and model._meta.managed and may_read
