"""Children for a worker to report missing, and their session. Run as a program by the test."""

from __future__ import annotations

import json
import sys

import django


def main(children: int) -> None:
    django.setup()
    from django.conf import settings

    from kittiwake.access.identity import acting_as_system
    from tests.cast import make_cast, make_child, signed_in

    with acting_as_system():
        cast = make_cast()
        worker = cast.user("worker")
        made = [
            make_child("Ash", f"Alder {n}", cast.north, cast.workers["worker"]).pk for n in range(children)
        ]
        session = signed_in(worker).cookies[settings.SESSION_COOKIE_NAME].value
    sys.stdout.write(json.dumps({"children": made, "session": session}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
