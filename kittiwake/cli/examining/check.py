"""What each check is: None when all is well, or what is wrong and what to do, in a sentence."""

from __future__ import annotations

from collections.abc import Callable

Check = Callable[[], str | None]
