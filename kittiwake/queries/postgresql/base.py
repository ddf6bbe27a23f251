"""Django's PostgreSQL, and besides: several query sets fetched with one statement, for parts that are asked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg.adapt import Loader
from psycopg.types.datetime import TimestamptzBinaryLoader
from psycopg.types.net import InetBinaryLoader
from psycopg.types.string import TextBinaryLoader

from kittiwake.queries.postgresql.prepared import QuestionCursor, keep_plans
from kittiwake.queries.together import NotTogether, Rows, Statement, is_part, wait_for

ROW = '"a row"'  # called as no column is, or the column would be meant
READS = ("SELECT", "(SELECT", "WITH")
ONLY_READS = "A part that is asked together with others only reads, as whoever opened the page; do this before or after: {}"


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> psycopg.Connection[Any]:
        connection: psycopg.Connection[Any] = super().get_new_connection(conn_params)
        for name, loader in AS_DJANGO_READS.items():
            connection.adapters.register_loader(name, loader)
        keep_plans(connection)
        return connection

    def cursor(self) -> Any:
        return PartCursor() if is_part() else super().cursor()

    def chunked_cursor(self) -> Any:
        return PartCursor() if is_part() else super().chunked_cursor()

    def fetch_together(self, statements: Sequence[Statement]) -> list[Rows]:
        """The rows of each: as one row with an array for each of them, in which rows keep their order and types."""
        if len(statements) == 1:
            with self.cursor() as cursor:
                cursor.execute(*statements[0])
                return [cursor.fetchall()]
        arrays = ",\n".join(f"(SELECT array_agg({ROW}) FROM ({each.sql}) AS {ROW})" for each in statements)
        params = [value for statement in statements for value in statement.params]
        with self._question_cursor() as cursor:
            cursor.execute(f"SELECT {arrays}", params)
            return [rows or [] for rows in cursor.fetchone()]

    def _question_cursor(self) -> Any:
        """Records say of what type their fields are only where they are read as bytes."""
        self.ensure_connection()
        return self._prepare_cursor(QuestionCursor(self.connection))  # type: ignore[attr-defined]  # Django’s own


class PartCursor:
    """What a part asks through: keeps the question until all parts wait, and has the rows when the part goes on."""

    def __init__(self) -> None:
        self._rows: Iterator[tuple[Any, ...]] = iter(())

    def execute(self, sql: str, params: Sequence[Any] | None = None) -> None:
        if not sql.lstrip().startswith(READS) or "set_config" in sql:
            raise NotTogether(ONLY_READS.format(sql.split(maxsplit=1)[0]))
        (rows,) = wait_for(
            [Statement(sql if params is not None else sql.replace("%", "%%"), tuple(params or ()))]
        )
        self._rows = iter(rows)

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchmany(self, size: int) -> Rows:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def fetchall(self) -> Rows:
        return list(self._rows)

    def close(self) -> None:
        pass

    def __enter__(self) -> PartCursor:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class Moment(TimestamptzBinaryLoader):
    def load(self, data: Any) -> datetime:
        return super().load(data).astimezone(UTC)


class Json(TextBinaryLoader):
    """Left to JSONField, which reads text. Its first byte is the version of the format."""

    def load(self, data: Any) -> bytes | str:
        return super().load(bytes(data)[1:])


class Address(InetBinaryLoader):
    def load(self, data: Any) -> str:  # type: ignore[override]  # as Django does: the text of it
        return str(super().load(data))


AS_DJANGO_READS: dict[str, type[Loader]] = {
    "timestamptz": Moment,
    "jsonb": Json,
    "inet": Address,
    "cidr": Address,
}
