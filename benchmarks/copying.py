"""B5, raw rows: lines of the log of reading as the service writes them, beside COPY of the same rows as ready bytes.

Ours says whose line it is, why they could, and joins each line to the one before with a hash. The peer is what the database
takes in at most: the same columns into a table with the same indexes, without rules. Both are rolled back.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.pairs import compare
from benchmarks.starting import start

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kittiwake.accounts.models import User

INTO = (
    "CREATE TEMPORARY TABLE copied (LIKE access_reading INCLUDING INDEXES INCLUDING DEFAULTS) ON COMMIT DROP"
)


def main() -> None:
    start()
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    from django.db import connection, transaction

    from kittiwake.access.identity import acting_as_system
    from kittiwake.access.viewer import Reading
    from kittiwake.record.models import Child

    with acting_as_system():
        children = list(Child.objects.order_by("pk").values_list("pk", flat=True)[:many])
    rows = json.dumps([asdict(Reading("view", child)) for child in children])

    def write(cursor: CursorWrapper, by: User) -> int:
        """The number of the last line."""
        line = [by.pk, "desk:child", "127.0.0.1", rows]
        cursor.execute("SELECT access_log_readings(%s, %s, %s, %s)", line)
        cursor.execute("SELECT max(id) FROM access_reading")
        (last,) = cursor.fetchone()
        return int(last)

    def ours() -> None:
        with acting_as_system() as by, connection.cursor() as cursor:
            write(cursor, by)
            transaction.set_rollback(True)

    def ready_bytes() -> bytes:
        """The lines as they stand once written."""
        with acting_as_system() as by, connection.cursor() as cursor:
            last = write(cursor, by)
            copy = "COPY (SELECT * FROM access_reading WHERE id BETWEEN %s AND %s) TO STDOUT"
            with cursor.copy(copy % (last - len(children) + 1, last)) as out:
                content = b"".join(out)
            transaction.set_rollback(True)
        return content

    content = ready_bytes()

    def peer() -> None:
        with acting_as_system(), connection.cursor() as cursor:
            cursor.execute(INTO)
            with cursor.copy("COPY copied FROM STDIN") as into:
                into.write(content)
            assert cursor.rowcount == len(children)
            transaction.set_rollback(True)

    compare("B5 lines of the log of reading beside COPY", ours, peer, target=3, rows=len(children))


if __name__ == "__main__":
    main()
