"""Makes the cast in a database of its own, each of them a persona a browser can be. Run as a program by conftest."""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    django.setup()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.personas.recording import add_persona
    from tests.cast import make_cast

    with acting_as_system():
        cast = make_cast()
        for order, (name, user) in enumerate(cast.users.items()):
            add_persona(user, title=name, story="One of the cast.", order=order, starts_at="/")
    sys.stdout.write(json.dumps({"ash": cast.ash.pk, "rowan": cast.rowan.pk}))


if __name__ == "__main__":
    main()
