"""More of what pages show, recorded as it always is, in a transaction that whoever asks rolls back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from kittiwake.accounts.models import User
from kittiwake.practice.missing import recording as missing
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Team, Worker
from kittiwake.time.moments import Moment, local_date

SURNAME = "Alderman"


class Growing:
    """A child with ever more on their record, in a team that has ever more children like them."""

    def __init__(self, team: Team, worker: Worker, *, by: User, at: datetime) -> None:
        self.team, self.worker, self.by, self.at = team, worker, by, at
        self.rows = 0
        self.child = self._add_child()

    def to(self, rows: int) -> None:
        for number in range(self.rows, rows):
            self._away_and_back(self._add_child(), number)
            self._away_and_back(self.child, number)
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT access_log_reading('view', 'desk:child', %s, NULL, '{}', '')", [self.child.pk]
                )
        self.rows = rows

    def _add_child(self) -> Child:
        child = record.add_child(forenames="Grown", surname=SURNAME, by=self.by, at=self.at)
        starts_on = local_date(self.at) - timedelta(days=300)
        record.allocate(
            child,
            team=self.team,
            worker=self.worker,
            role="lead",
            starts_on=starts_on,
            by=self.by,
            at=self.at,
        )
        return child

    def _away_and_back(self, child: Child, number: int) -> None:
        reported, returned = (Moment(self.at - timedelta(hours=4 * number + hours)) for hours in (30, 29))
        missing.report_past(child, reported=reported, returned=returned, by=self.by, at=self.at)
