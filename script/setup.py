"""Sets up this checkout: the Python packages in .venv, and the built front end.

    script/setup demo     what the service needs
    script/setup test     that, and what its tests and checks need

Needs Python 3.11 or newer with pip, and nothing else: Node comes from a Python package as well.

Safe to stop at any moment and to run again. A finished step leaves a note of what it was made from; it is skipped
while the note still holds, and made again otherwise. What is being changed is marked, and the mark goes last.
"""

from __future__ import annotations

import platform
import sys

from set_up.front_end import set_up_front_end
from set_up.packages import set_up_packages
from set_up.running import ROOT, Stopped, alone, say

REQUIREMENTS = {"demo": ROOT / "requirements" / "build.txt", "test": ROOT / "requirements" / "dev.txt"}


def main() -> int:
    profile = sys.argv[1] if len(sys.argv) == 2 else ""
    if profile not in REQUIREMENTS:
        return complain("Say what to set up: script/setup demo, or script/setup test.")
    if sys.version_info < (3, 11):  # noqa: UP036 - somebody may run this by hand with an older one
        return complain(f"Kittiwake needs Python 3.11 or newer. This is {platform.python_version()}.")
    try:
        with alone() as lock:
            set_up_packages(REQUIREMENTS[profile], lock)
            set_up_front_end(lock)
    except Stopped as stopped:
        return complain(str(stopped))
    except KeyboardInterrupt:
        return complain("Stopped. Run it again to carry on.")
    except OSError as error:
        return complain(f"{error.strerror or error}: {error.filename or ROOT}")
    return 0


def complain(line: str) -> int:
    say(line)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
