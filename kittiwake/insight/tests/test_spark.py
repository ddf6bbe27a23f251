"""Every measure on Spark gives the cases that PostgreSQL gives: a region's or the country's figures are made by the same text.

Spark is in no lock, for PyPI has it only as sources, with the engine inside: `.venv/bin/python -m pip install pyspark`,
and Java 17 or newer. Without it these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.insight import counting
from kittiwake.insight.tests import arrow
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import Dimension
from kittiwake.primitives.measures.engines import PREPARED
from kittiwake.primitives.measures.tables import Tables
from tests.cast import Cast

pyspark = pytest.importorskip(
    "pyspark", reason="pyspark is not installed: PyPI has it only as sources, so it is no part of the lock"
)
if shutil.which("java") is None:
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

BY = {"child": "P01", "worker": "P67"}  # a measure with cases of each
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.session.timeZone": "UTC",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local[1]").appName("measures")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def extract(world_of_module: Cast, spark: Any, django_db_blocker: Any) -> Any:
    with django_db_blocker.unblock(), acting_as_system():
        for name, table in arrow.tables_of(arrow.AREAS, Tables()):
            spark.createDataFrame(table).createOrReplaceTempView(name)
    for said in PREPARED["pyspark"]:
        spark.sql(said)
    return spark


def on_spark(spark: Any, measure: Measure, names: tuple[str, ...], by: Dimension | None = None) -> list[Any]:
    sql = statements.for_another_engine(measure, FIRST, LAST, "pyspark", by)
    columns = ", ".join(f"`{name}`" for name in names)
    asked = f"SELECT {columns} FROM ({sql}) cases WHERE `on` BETWEEN {_day(FIRST)} AND {_day(LAST)}"
    return [tuple(row) for row in spark.sql(asked).collect()]


def _day(on: date) -> str:
    return f"DATE'{on.isoformat()}'"


def test_every_measure_gives_the_same_cases(world: Cast, extract: Any) -> None:
    differ, failed = [], {}
    for key, measure in catalogue.measures().items():
        cases = counting.rows(measure, FIRST, LAST)
        ours = [tuple(vars(case)[name] for name in counting.COLUMNS) for case in cases]
        assert ours, key
        try:
            theirs = on_spark(extract, measure, counting.COLUMNS)
        except Exception as error:
            failed[key] = str(error)[:600]
            continue
        if sorted(ours, key=str) != sorted(theirs, key=str):
            differ.append((key, ours, theirs))
    assert (failed, differ) == ({}, [])


@pytest.mark.parametrize("key", catalogue.dimensions())
def test_every_case_stands_in_the_same_group(world: Cast, extract: Any, key: str) -> None:
    dimension = catalogue.dimensions()[key]
    measure = catalogue.measures()[BY[dimension.of]]
    names = ("case_id", "on", "group")
    cases = counting.rows(measure, FIRST, LAST, by=dimension)
    ours = [(case.case_id, case.on, case.group) for case in cases]
    assert sorted(ours, key=str) == sorted(on_spark(extract, measure, names, dimension), key=str)
