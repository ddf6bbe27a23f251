"""What another engine is told once a session, so that the text of a measure means the same there as on PostgreSQL."""

from __future__ import annotations

TIMEZONE = """CREATE OR REPLACE TEMPORARY FUNCTION timezone(zone STRING, at TIMESTAMP) RETURNS TIMESTAMP
  RETURN from_utc_timestamp(at, zone)"""
# Days are London's: `timezone` puts a moment on a wall clock there, and the session's own clock must not move it again.
PREPARED = {
    "duckdb": ("SET TimeZone = 'UTC'",),
    "pyspark": (
        "SET spark.sql.session.timeZone = UTC",
        TIMEZONE,
    ),
}
