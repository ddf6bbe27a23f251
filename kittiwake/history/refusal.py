"""One way to say no. The page shows it as an error, the API as a conflict, an import as a row to look at."""

from __future__ import annotations

from kittiwake.history.recording import Changes


class Refused(Exception):
    """A recording function will not do it, and says why in words a worker can act on.

    `field` names the form field it belongs to, if one.
    """

    def __init__(self, why: str, *, field: str | None = None) -> None:
        super().__init__(why)
        self.field = field


class Changed(Refused):
    """Somebody else changed it meanwhile. `changes` is {field: (as you read it, as it is now)}; `by` who, `at` when."""

    def __init__(self, changes: Changes, by: str, at: object) -> None:
        super().__init__("Somebody else changed this while you were writing. Nothing was saved yet.")
        self.changes, self.by, self.at = changes, by, at
