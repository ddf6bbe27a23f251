"""Police lists of made-up absences, previewed and recorded with all checks, beside bulk_create and COPY of the same rows.

The peers make an entry, an episode, a report, a grade and two clocks a row. bulk_create checks nothing, and links nothing
but by key; COPY is handed ready bytes by the owner of the tables and fills tables like ours, with their indexes. Everything
is rolled back. Time is the wall clock's, and the processor's with that of the connection in the database.
"""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from benchmarks.starting import start

HEADINGS = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date"]
HEADINGS += ["Reported Time", "Current Risk", "Found Date", "Found Time"]
SIZES = (200, 2_000, 20_000)
TARGET = 100  # rows a second
TICK = os.sysconf("SC_CLK_TCK")
TABLES = ("record_entry", "missing_episode", "missing_report", "missing_grade", "clocks_clock")


def main() -> None:
    start()
    from kittiwake.history.kinds import event_kinds

    event_kinds()  # what the areas declare is read once, as a server starts
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        _print(size)


def _print(size: int) -> None:
    from django.db import transaction
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.exchange import recording
    from kittiwake.exchange.reading.source import open_source

    at = now()
    gone = datetime(2016, 5, 1, 18, tzinfo=at.tzinfo)  # before any episode of the made-up council
    with acting_as_system() as by, transaction.atomic():
        children = _children(size)
        source = open_source(_list(children, gone), "list.csv")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        batch, preview = _timed(lambda: recording.preview("police-missing", [source], by=by, at=at))
        done, commit = _timed(lambda: recording.commit(batch, by=by, at=at))
        kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        left = batch.rows.count() - done
        transaction.set_rollback(True)
    with acting_as_system() as by, transaction.atomic():
        _, bulk = _timed(lambda: _bulk_create(children, gone, at, by))
        copy = _copy(_ready_bytes(at))
        transaction.set_rollback(True)
    wall, cpu = (sum(one) for one in zip(preview, commit, strict=True))
    line = {
        "name": "B5 police list",
        "rows": len(children),
        "recorded": done,
        "left_to_a_person": left,
        "rows_a_second": round(size / wall, 1),
        "rows_a_processor_second": round(size / cpu, 1),
        "preview_cpu_ms_a_row": round(1000 * preview[1] / size, 2),
        "commit_cpu_ms_a_row": round(1000 * commit[1] / size, 2),
        "memory_grew_mb": round((kept - before) / 1024),
        "bulk_create_rows_a_second": round(size / bulk[0]),
        "copy_rows_a_second": round(size / copy),
        "verdict": "met" if size / wall >= TARGET else "missed",
        "load": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(line), flush=True)


def _children(size: int) -> list[Any]:
    """A name with numbers in it is none to a list: those of the large council are spelled out."""
    from django.db.models import F, Func, Value

    from kittiwake.record.models import Child

    known = Child.objects.exclude(surname="").exclude(born_on=None).filter(birth_is="known")
    keys = list(known.order_by("pk").values_list("pk", flat=True)[:size])
    numbered = Child.objects.filter(pk__in=keys, surname__startswith="Child")
    spelled = {
        name: Func(F(name), Value("0123456789"), Value("abcdefghij"), function="translate")
        for name in ("forenames", "surname")
    }
    numbered.update(**spelled)
    return list(Child.objects.filter(pk__in=keys).order_by("pk"))


def _list(children: list[Any], gone: datetime) -> bytes:
    text, back = io.StringIO(), gone + timedelta(hours=9)
    write = csv.writer(text)
    write.writerow(HEADINGS)
    for number, child in enumerate(children):
        moments = [
            f"{gone:%d/%m/%Y}",
            "18:00",
            f"{gone:%d/%m/%Y}",
            "19:00",
            "MEDIUM",
            f"{back:%d/%m/%Y}",
            "03:00",
        ]
        write.writerow(
            [f"B/{number}/16", child.surname, child.forenames, f"{child.born_on:%d/%m/%Y}", *moments]
        )
    return text.getvalue().encode()


def _timed(work: Callable[[], Any]) -> tuple[Any, tuple[float, float]]:
    wall, cpu = time.perf_counter(), _cpu()
    done = work()
    return done, (time.perf_counter() - wall, _cpu() - cpu)


def _cpu() -> float:
    """Ours, and that of the connection's process in the database."""
    from django.db import connection

    with open(f"/proc/{connection.connection.info.backend_pid}/stat") as file:
        words = file.read().rpartition(")")[2].split()
    return time.process_time() + (int(words[11]) + int(words[12])) / TICK


def _bulk_create(children: list[Any], gone: datetime, at: datetime, by: Any) -> None:
    from kittiwake.practice.missing.models import Episode, Grade, Report
    from kittiwake.primitives.clocks.models import Clock
    from kittiwake.record.models import Entry

    when = {"happened_at": gone, "recorded_at": at}
    entries = Entry.objects.bulk_create(
        Entry(child=child, kind="missing.episode", summary="x", by=by, **when) for child in children
    )
    back = gone + timedelta(hours=9)
    episodes = Episode.objects.bulk_create(
        Episode(entry=entry, child_id=entry.child_id, reported_at=gone, returned_at=back) for entry in entries
    )
    Report.objects.bulk_create(
        Report(episode=one, source="police", made_at=gone, recorded_at=at) for one in episodes
    )
    Grade.objects.bulk_create(
        Grade(episode=one, level="medium", since_at=gone, recorded_at=at, by=by) for one in episodes
    )
    due = {"started_at": gone, "due_at": gone, "due_soon_at": gone, "rule_version": gone.date()}
    Clock.objects.bulk_create(
        Clock(entry=entry, key=key, **due)
        for entry in entries
        for key in ("interview_offer", "return_interview")
    )


def _ready_bytes(at: datetime) -> dict[str, bytes]:
    """The rows that bulk_create has just made, as COPY reads them."""
    from django.db import connection

    made = {
        "record_entry": "recorded_at = %s",
        **dict.fromkeys(TABLES[1:], "{key} IN (SELECT id FROM record_entry WHERE recorded_at = %s)"),
    }
    keys = {"missing_episode": "entry_id", "clocks_clock": "entry_id"}
    ready = {}
    for table, rows in made.items():
        where = rows.format(key=keys.get(table, "episode_id"))
        with connection.connection.cursor() as cursor:
            query = f"COPY (SELECT * FROM {table} WHERE {where}) TO STDOUT"
            with cursor.copy(query.replace("%s", f"'{at.isoformat()}'")) as out:
                ready[table] = b"".join(bytes(piece) for piece in out)
    return ready


def _copy(ready: dict[str, bytes]) -> float:
    import psycopg

    from kittiwake.config import engine

    # The application's role may not COPY into a table with row-level security.
    with psycopg.connect(os.environ.get("DATABASE_OWNER_URL") or engine.ensure().owner) as owner:
        for table in ready:
            owner.execute(f"CREATE TEMPORARY TABLE like_{table} (LIKE {table} INCLUDING ALL)")
        began = time.perf_counter()
        for table, content in ready.items():
            with owner.cursor().copy(f"COPY like_{table} FROM STDIN") as into:
                into.write(content)
        took = time.perf_counter() - began
        owner.rollback()
    return took


if __name__ == "__main__":
    main()
