"""What the area puts on pages that cut across areas: that somebody is asked stands on their front page and in the day's mail."""

from __future__ import annotations

from kittiwake.access.waits import Waits
from kittiwake.areas.powers import Power
from kittiwake.assurance.feedback.queries import waits

PARTS = [
    Waits(
        Power.SIGN_IN,
        waits,
        "feedback:rounds",
        "short round of questions, answered without your name",
        "short rounds of questions, answered without your name",
    )
]
