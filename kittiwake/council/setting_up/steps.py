"""What has to be there before people can work here that no page does: the first list of children, and a backup."""

from __future__ import annotations

from datetime import date

from django.db import connection

from kittiwake.areas.steps import Step


def _first_list(today: date) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting_up_has_children()")
        (has,) = cursor.fetchone()
    return "" if has else "No child is on the record yet."


def _backup(today: date) -> str:
    return "Kittiwake does not know of one: say here when there is one, and who looks after it."


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
