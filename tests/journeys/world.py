"""Makes the cast in a database of its own, each of them a persona a browser can be. Run as a program by conftest."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import django
from django.utils.timezone import now

if TYPE_CHECKING:
    from kittiwake.record.models import Child
    from tests.cast import Cast


def main() -> None:
    django.setup()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.personas.recording import add_persona
    from tests.cast import make_cast

    with acting_as_system():
        cast = make_cast()
        for order, (name, user) in enumerate(cast.users.items()):
            add_persona(user, title=name, story="One of the cast.", order=order, starts_at="/")
        wren = make_young_person(cast)
    sys.stdout.write(json.dumps({"ash": cast.ash.pk, "rowan": cast.rowan.pk, "wren": wren.pk}))


def make_young_person(cast: Cast) -> Child:
    """17, in care for two years, and 18 in a month."""
    from kittiwake.record import recording as record
    from kittiwake.ui.dates import local_date
    from tests.cast import make_child

    at = now()
    adult_on = local_date(at) + timedelta(days=30)
    born_on = date(adult_on.year - 18, adult_on.month, min(adult_on.day, 28))
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    since = local_date(at) - timedelta(days=730)
    record.start_track(child, kind="in_care", starts_on=since, by=cast.system, at=at)
    return child


if __name__ == "__main__":
    main()
