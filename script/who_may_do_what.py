"""Write docs/who-may-do-what.md anew: which role holds which power (access/powers.py), and which pages ask it (area.py)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT / "docs" / "who-may-do-what.md"
BEGINNING = """# Who may do what

Made by `.venv/bin/python script/who_may_do_what.py` from the table of powers (`kittiwake/access/powers.py`) and the pages
that the areas declare (`area.py`). A test fails when it is not up to date.

A role says what somebody may do; which children they may do it for is the rule in `kittiwake/access/rule.sql`: whom they
work with, whom they answer for, what they were let in to, and what is restricted. Some pages ask more of whoever acts,
such as that it is not their own work; the recording functions say so.
"""


def text() -> str:
    return "\n".join([BEGINNING, *roles_and_powers(), "", *pages_by_power()]) + "\n"


def roles_and_powers() -> Iterator[str]:
    from kittiwake.access.powers import HOLDS, role_may
    from kittiwake.accounts.roles import NOT_PEOPLE
    from kittiwake.areas.powers import Power

    roles = [role for role in HOLDS if role not in NOT_PEOPLE]
    yield "## Powers"
    yield ""
    yield row(["", *(role.label for role in roles)])
    yield row(["---", *(":-:" for _ in roles)])
    for power in Power:
        if power is not Power.EVERYBODY:
            yield row([power.value, *("●" if role_may(role, power) else "" for role in roles)])


def pages_by_power() -> Iterator[str]:
    from kittiwake.areas.area import areas
    from kittiwake.areas.powers import Power

    yield "## Pages"
    for power in Power:
        asking = [(area, page) for area in areas() for page in area.pages if page.power is power]
        if asking:
            yield ""
            yield f"### {power.value}"
            yield ""
            yield row(["Area", "Page", "Address"])
            yield row(["---"] * 3)
            for area, page in asking:
                yield row([area.title, page.called, f"`/{area.prefix}{page.route}`"])


def row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    # With everything that can be switched on, as the tests have it.
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
        "KITTIWAKE_DEMO": "yes",
        "KITTIWAKE_TOOLS": "yes",
    }
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    PAPER.write_text(text())


if __name__ == "__main__":
    main()
