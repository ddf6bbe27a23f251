"""What the made-up council says of itself. The numbers are of those kept for drama (Ofcom): they ring nobody."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.council.settings.details import details
from kittiwake.council.settings.recording import set_detail
from kittiwake.time.moments import local_date

SAID = {
    "name": "Saltmere Council",
    "la_code": "000",
    "colour": "#00507a",
    "telephone": "01632 960 001",
    "out_of_hours": "01632 960 999",
    "address": "1 Quay Street\nSaltmere",
}


def say_who_we_are(at: datetime) -> None:
    by = User.objects.system()
    for key, value in SAID.items():
        set_detail(
            details()[key], value=value, effective_from=local_date(at), why="Made up", version=0, by=by, at=at
        )
