"""Makes the planted stories in a database of its own, without the rest of the council. Run as a program by conftest."""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.personas.models import Stop
    from kittiwake.demo.chance import Chance
    from kittiwake.demo.people import make_people
    from kittiwake.demo.personas import make_personas
    from kittiwake.demo.stories import make_stories
    from kittiwake.time.moments import local_date

    with acting_as_system():
        council = make_people(Chance(), local_date(now()), scale=1)
        make_personas(council, make_stories(council, now()))
        told = list(Stop.objects.values_list("title", "path"))
    sys.stdout.write(json.dumps(dict(told)))


if __name__ == "__main__":
    main()
