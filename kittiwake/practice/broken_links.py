"""Every link of the practice that should be there and may not be, in the order a board shows them.

Here so that whatever looks at the work, a board or a supervision, looks at the same ones.
"""

from __future__ import annotations

from kittiwake.practice.direct_work.broken_links import LINKS as DIRECT_WORK
from kittiwake.practice.disruption.broken_links import LINKS as DISRUPTION
from kittiwake.practice.meetings.broken_links import LINKS as MEETINGS
from kittiwake.practice.missing.broken_links import LINKS as MISSING
from kittiwake.practice.placements.broken_links import LINKS as PLACEMENTS
from kittiwake.practice.plans.broken_links import LINKS as PLANS
from kittiwake.practice.replies.broken_links import LINKS as REPLIES
from kittiwake.practice.return_interviews.broken_links import LINKS as RETURN_INTERVIEWS
from kittiwake.practice.risk.broken_links import LINKS as RISK
from kittiwake.practice.transitions.broken_links import LINKS as TRANSITIONS
from kittiwake.primitives.measures.links import BrokenLink

LINKS: list[BrokenLink] = [
    *MISSING,
    *RETURN_INTERVIEWS,
    *MEETINGS,
    *RISK,
    *PLANS,
    *DISRUPTION,
    *REPLIES,
    *DIRECT_WORK,
    *PLACEMENTS,
    *TRANSITIONS,
]
