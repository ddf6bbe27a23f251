"""A police list of made-up absences, read, judged and recorded with all checks, beside bulk_create of the same rows.

The peer makes an entry, an episode, a report, a grade and two clocks a row with Django's bulk_create, checks nothing,
and links nothing. Both are rolled back.
"""

from __future__ import annotations

import csv
import io
import sys
from datetime import datetime, timedelta

from benchmarks.pairs import compare
from benchmarks.starting import start

HEADINGS = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date"]
HEADINGS += ["Reported Time", "Current Risk", "Found Date", "Found Time"]


def main() -> None:
    start()
    from django.db import transaction
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.exchange import recording
    from kittiwake.exchange.reading.source import open_source
    from kittiwake.practice.missing.models import Episode, Grade, Report
    from kittiwake.primitives.clocks.models import Clock
    from kittiwake.record.models import Child, Entry

    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    at = now()
    long_ago = datetime(2016, 5, 1, 18, tzinfo=at.tzinfo)  # before any episode of the made-up council

    with acting_as_system() as by:
        children = list(Child.objects.exclude(surname="").exclude(born_on=None).order_by("pk")[:many])

        def the_list() -> bytes:
            text = io.StringIO()
            write = csv.writer(text)
            write.writerow(HEADINGS)
            for n, child in enumerate(children):
                gone, back = long_ago, long_ago + timedelta(hours=9)
                write.writerow(
                    [
                        f"B/{n}/16",
                        child.surname,
                        child.forenames,
                        f"{child.born_on:%d/%m/%Y}",
                        f"{gone:%d/%m/%Y}",
                        "18:00",
                        f"{gone:%d/%m/%Y}",
                        "19:00",
                        "MEDIUM",
                        f"{back:%d/%m/%Y}",
                        "03:00",
                    ]
                )
            return text.getvalue().encode()

        content = the_list()

        def ours() -> None:
            with transaction.atomic():
                batch = recording.preview("police-missing", [open_source(content, "list.csv")], by=by, at=at)
                done = recording.commit(batch, by=by, at=at)
                assert done >= many * 0.9, f"only {done} of {many} rows were recorded"
                transaction.set_rollback(True)

        def peer() -> None:
            with transaction.atomic():
                entries = Entry.objects.bulk_create(
                    Entry(
                        child=child,
                        kind="missing.episode",
                        summary="x",
                        happened_at=long_ago,
                        recorded_at=at,
                        by=by,
                    )
                    for child in children
                )
                episodes = Episode.objects.bulk_create(
                    Episode(
                        entry=entry,
                        child_id=entry.child_id,
                        reported_at=long_ago,
                        returned_at=long_ago + timedelta(hours=9),
                    )
                    for entry in entries
                )
                Report.objects.bulk_create(
                    Report(episode=one, source="police", made_at=long_ago, recorded_at=at) for one in episodes
                )
                Grade.objects.bulk_create(
                    Grade(episode=one, level="medium", since_at=long_ago, recorded_at=at, by=by)
                    for one in episodes
                )
                Clock.objects.bulk_create(
                    Clock(
                        entry=entry,
                        key=key,
                        started_at=long_ago,
                        due_at=long_ago,
                        due_soon_at=long_ago,
                        rule_version=long_ago.date(),
                    )
                    for entry in entries
                    for key in ("interview_offer", "return_interview")
                )
                transaction.set_rollback(True)

        compare(
            f"B5 police list of {len(children)} rows beside bulk_create",
            ours,
            peer,
            target=0.5,
            rows=len(children),
        )
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
