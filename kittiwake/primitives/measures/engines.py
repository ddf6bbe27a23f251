"""What another engine needs, so that the text of a measure means the same there as on PostgreSQL."""

from __future__ import annotations

from functools import cache

SPARK = "pyspark"
TIMEZONE = """CREATE OR REPLACE TEMPORARY FUNCTION timezone(zone STRING, at TIMESTAMP) RETURNS TIMESTAMP
  RETURN from_utc_timestamp(at, zone)"""
# Said once a session. Days are London's: `timezone` puts a moment on a wall clock there, and the session's own clock must
# not move it again.
PREPARED = {
    "duckdb": ("SET TimeZone = 'UTC'",),
    SPARK: ("SET spark.sql.session.timeZone = UTC", TIMEZONE),
}


@cache
def write_for_spark() -> None:
    """Ibis writes for Spark once its backend for Spark is loaded, which needs much that we do not: of it the text needs one
    option, and as it is by default."""
    import ibis
    from ibis.config import Config

    class OfSpark(Config):  # type: ignore[misc]  # ibis says no types
        treat_nan_as_null: bool = False

    if ibis.options.pyspark is None:
        ibis.options.pyspark = OfSpark()
