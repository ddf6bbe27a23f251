"""The tables of a drawn world, as an extract would carry them: Arrow tables in DuckDB."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pyarrow as pa
from django.apps import apps
from django.db import models

from kittiwake.primitives.measures.engines import PREPARED
from kittiwake.primitives.measures.tables import Tables

AREAS = [
    *(
        "record",
        "clocks",
        "actions",
        "claims",
        "instruments",
        "oversight",
        "risk",
        "missing",
        "return_interviews",
    ),
    *(
        "disruption",
        "plans",
        "placements",
        "meetings",
        "direct_work",
        "transitions",
        "allocation",
        "supervision",
    ),
    *("audits", "workforce", "feedback", "performance"),
]
TYPES = {
    "int64": pa.int64(),
    "string": pa.string(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "float64": pa.float64(),
    "json": pa.string(),
    "timestamp('UTC')": pa.timestamp("us", "UTC"),
    "array<string>": pa.list_(pa.string()),
}


def extract(areas: list[str], tables: Tables) -> duckdb.DuckDBPyConnection:
    """Every table of the areas named, by its database name."""
    made = duckdb.connect()
    for name, table in tables_of(areas, tables):
        made.register(name, table)
    for said in PREPARED["duckdb"]:
        made.execute(said)
    return made


def tables_of(areas: list[str], tables: Tables) -> Iterator[tuple[str, pa.Table]]:
    for area in areas:
        for model in apps.get_app_config(area).get_models():
            yield model._meta.db_table, _table(model, tables)


def _table(model: type[models.Model], tables: Tables) -> pa.Table:
    kinds = {name: str(kind) for name, kind in tables(model).schema().items()}
    schema = pa.schema([(name, _type(kind)) for name, kind in kinds.items()])
    names = [field.attname for field in model._meta.concrete_fields]
    columns = (
        zip(*model._default_manager.values_list(*names), strict=True)
        if model._default_manager.exists()
        else []
    )
    values = list(columns) or [[] for _ in names]
    arrays = [
        pa.array([_plain(value, of.type) for value in column], of.type)
        for column, of in zip(values, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _type(kind: str) -> pa.DataType:
    if kind.startswith("decimal"):
        return pa.float64()
    return TYPES[kind]


def _plain(value: Any, kind: pa.DataType) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(value, dict | list) and kind == pa.string():
        return json.dumps(value)
    return float(value) if type(value).__name__ == "Decimal" else value
