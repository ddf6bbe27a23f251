"""Lines in the log of reading: by a page before it leaves, and by whatever else puts children before somebody."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from django.db import connection, transaction

from kittiwake.access.viewer import Reading


def write(user_id: int, readings: Sequence[Reading], *, page: str, address: str = "") -> None:
    """One line for each reading, all or none, as whoever reads."""
    if not readings:
        return
    lines = json.dumps([asdict(reading) for reading in readings])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT access_log_readings(%s, %s, %s, %s)", [user_id, page, address, lines])
