"""What the words and marks of a report mean, to somebody who is no statistician."""

from __future__ import annotations

STATISTICS = (
    (
        "Hidden",
        "So few children that somebody could be recognised. It never means none: none is written as 0.",
    ),
    (
        "Rests on",
        "How many were counted, and out of how many. The fewer there are, the more chance moves a figure.",
    ),
    ("The middle", "Half of all are lower and half are higher. One very high number does not move it."),
    ("By chance", "Figures differ from month to month and from team to team even where nothing has changed."),
    (
        "Beside it",
        "What others say of themselves, with its year. They may have counted otherwise: it is said where we know.",
    ),
)
