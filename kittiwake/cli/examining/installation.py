"""All that `doctor` looks at."""

from __future__ import annotations

from kittiwake.cli.examining import copies, database, files, machine, service
from kittiwake.cli.examining.check import Check

CHECKS: dict[str, Check] = {
    **database.CHECKS,
    **files.CHECKS,
    **copies.CHECKS,
    **machine.CHECKS,
    **service.CHECKS,
}


def examine() -> dict[str, str | None]:
    return {name: looked_at(check) for name, check in CHECKS.items()}


def looked_at(check: Check) -> str | None:
    """One that cannot be done keeps none of the others from being done."""
    try:
        return check()
    except OSError as problem:
        return f"could not be looked at: {problem.filename or ''} {problem.strerror or problem}"
