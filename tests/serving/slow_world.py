"""Two workers of different teams with a session each, and how many children each sees. Run as a program by the test."""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.conf import settings

    from kittiwake.access.identity import acting_as, acting_as_system
    from kittiwake.record.models import Child
    from tests.cast import make_cast, signed_in

    with acting_as_system():
        cast = make_cast()
    people = {}
    for name in ("worker", "outsider"):
        user = cast.user(name)
        with acting_as(user):
            sees = Child.objects.count()
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        people[name] = {"is": str(user.pk), "sees": sees, "session": session}
    sys.stdout.write(json.dumps({"child": cast.ash.pk, "people": people}))


if __name__ == "__main__":
    main()
