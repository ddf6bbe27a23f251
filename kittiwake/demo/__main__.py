"""python -m kittiwake.demo SCALE: make the council in an empty, migrated database."""

from __future__ import annotations

import sys

import django


def main(scale: int) -> None:
    django.setup()
    from django.utils.timezone import now

    from kittiwake.demo.council import make_council

    make_council(scale=scale, at=now())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
