"""What has to be there before people can work here that no page does: the first list of children, and a backup."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import connection

from kittiwake.areas.steps import Step
from kittiwake.config import backups
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

OLD = timedelta(days=2)  # made every night, the last is of yesterday


def _first_list(today: date) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting_up_has_children()")
        (has,) = cursor.fetchone()
    return "" if has else "No child is on the record yet."


def _backup(today: date) -> str:
    """What is noted on this machine. A council that backs up by other means says so on the page, and who looks after it."""
    noted = backups.state()
    if "made_at" not in noted:
        return "Kittiwake does not know of one. If there is one by other means, say so here, and who looks after it."
    made_on = local_date(datetime.fromisoformat(noted["made_at"]))
    if today - made_on > OLD:
        return f"The last was made on {long_date(made_on)}. One is to be made every night."
    return (
        ""
        if "proved_at" in noted
        else f"One was made on {long_date(made_on)}, and none has been put back yet."
    )


STEPS = [
    Step(
        "first_list",
        90,
        "The first list of children",
        "Whoever runs the machine brings it in with “kittiwake import”; an analyst or business support on the page “Imports”.",
        _first_list,
    ),
    Step(
        "backup",
        100,
        "Backup",
        "Whoever runs the machine sets up “kittiwake backup” for every night, and puts one back once to see that it works.",
        _backup,
    ),
]
