"""An interview saved with three claims, its clock stopped, its history and its log line, beside its bare statements.

The peer is every statement that ours sends which writes, sent again by hand in one transaction as the same role: what
the database itself costs, triggers and row-level security included.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from benchmarks.pairs import compare
from benchmarks.starting import start

BEGAN = ("INSERT", "UPDATE", "SELECT access_log")


def main() -> None:
    start()
    from django.db import connection, transaction
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.practice.missing import recording as missing
    from kittiwake.practice.missing.models import Episode
    from kittiwake.practice.return_interviews import recording as interviews
    from kittiwake.primitives.claims import recording as claims
    from kittiwake.record.models import Child, Worker
    from kittiwake.time.moments import Moment

    at = now()

    def episode_of(child: Child, by: Any) -> Episode:
        return missing.report_past(
            child,
            last_seen=Moment(at - timedelta(hours=30)),
            reported=Moment(at - timedelta(hours=29)),
            returned=Moment(at - timedelta(hours=20)),
            by=by,
            at=at,
        )

    def save(child: Child, episode: Episode, worker: Worker, by: Any) -> None:
        interview = interviews.hold(
            child,
            episodes=[episode],
            held=Moment(at - timedelta(hours=2)),
            interviewer_name=worker.name,
            interviewer=worker,
            independent=True,
            own_words="We go for chips and he pays.",
            by=by,
            at=at,
        )
        for number in ("07700 900123", "07700 900124", "07700 900125"):
            claims.make(
                interview.entry,
                child,
                kind="phone",
                wording="He rings",
                link="rung_by",
                number=number,
                by=by,
                at=at,
            )
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT access_log_reading('view', 'benchmark', %s, %s, '{}', '127.0.0.1')",
                [child.pk, interview.entry.pk],
            )

    with acting_as_system() as by:
        child = Child.objects.exclude(pk__in=Episode.objects.open().values("child_id")).first()
        worker = Worker.objects.filter(memberships__team__kind="return_interviews").first()
        assert child
        assert worker
        episode = episode_of(child, by)
        sent: list[tuple[str, Any, int | None]] = []

        def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            done = execute(sql, params, many, context)
            if sql.startswith(BEGAN):
                sent.append((sql, params, _key_given(connection) if "RETURNING" in sql else None))
            return done

        def ours() -> None:
            with transaction.atomic():
                save(child, episode, worker, by)
                transaction.set_rollback(True)

        with transaction.atomic():
            with connection.execute_wrapper(keep):
                save(child, episode, worker, by)
            transaction.set_rollback(True)

        def bare() -> None:
            with transaction.atomic():
                _replay(connection, sent)
                transaction.set_rollback(True)

        print(f"{len(sent)} statements that write")
        compare("B4 interview with three claims beside its bare statements", ours, bare, target=3)
        transaction.set_rollback(True)


def _key_given(connection: Any) -> int:
    """On a cursor of its own: the rows of the statement itself are not read yet."""
    with connection.connection.cursor() as cursor:
        return int(cursor.execute("SELECT lastval()").fetchone()[0])


def _replay(connection: Any, sent: list[tuple[str, Any, int | None]]) -> None:
    """Send them again. Where a row gets another key than it had, later statements speak of the new one."""
    renamed: dict[Any, Any] = {}
    for sql, params, key in sent:
        with connection.connection.cursor() as cursor:
            cursor.execute(
                sql, [renamed.get(one, one) if isinstance(one, int) else one for one in params or ()]
            )
            if key is not None:
                renamed[key] = cursor.fetchone()[0]


if __name__ == "__main__":
    main()
