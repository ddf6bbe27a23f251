"""The stories of judging: a risk that rose and brought nobody together, and a mark somebody else makes blind."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo.assessments import AREAS, WRITTEN, answered, assess
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, MARSH, story_child
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.assessments.facts import Settled
from kittiwake.practice.risk.contexts import recording as contexts
from kittiwake.primitives.instruments import library
from kittiwake.time.moments import local_date

DAY = timedelta(days=1)


def make(council: Council, at: datetime) -> None:
    raised_without_a_meeting(council, at)
    marked_a_second_time(council, at)
    a_place(council, at)


def raised_without_a_meeting(council: Council, at: datetime) -> None:
    """Moderate in spring, significant nine days ago: two risks went up, and nobody was brought together."""
    child = story_child(council, MARSH, at, "Yarrow", "Kite", date(local_date(at).year - 15, 3, 14))
    worker = council.workers[MARSH][0].user or council.system
    steps = (
        (190, "emerging", 3, "emerging"),
        (100, "current", 6, "moderate"),
        (9, "severe", 6, "significant"),
    )
    for days, sign, areas, level in steps:
        moment = at - days * DAY
        made = assess(council, child, MARSH, moment, dict.fromkeys(AREAS[:areas], sign), judged=level)
        moved = [Settled(domain, level, WRITTEN) for domain in ("criminal_exploitation", "adults")]
        assessing.settle(made, settled=moved, by=worker, at=moment)
    council.tell(
        "manager.marsh.team",
        child.get_absolute_url(),
        "A risk that rose, and no meeting",
        see="Yarrow was judged at emerging risk in spring and at significant risk nine days ago. Nobody was brought together.",
        mend="Look at how the risk moved, then ask for a strategy discussion because of that assessment.",
    )


def marked_a_second_time(council: Council, at: datetime) -> None:
    """A manager has asked another worker to judge the same child without seeing the first judgement."""
    child = story_child(council, HARBOUR, at, "Bryony", "Sands", date(local_date(at).year - 14, 5, 30))
    made = assess(council, child, HARBOUR, at - 4 * DAY, dict.fromkeys(AREAS, "current"), judged="moderate")
    manager = council.managers[HARBOUR].user or council.system
    marker = next(
        worker for worker in council.workers[HARBOUR] if worker.user and worker.user_id != made.entry.by_id
    )
    assessing.ask_second_mark(made, marker=marker, by=manager, at=at - 2 * DAY)


def a_place(council: Council, at: datetime) -> None:
    """A place assessed for its own sake: act there first."""
    by, instrument = council.system, library.latest(rules.CONTEXT_INSTRUMENTS["place"])
    place = contexts.open_context(
        kind="place", name="The shelter behind the old bus stands", by=by, at=at - 20 * DAY
    )
    chosen = {
        "approached": "severe",
        "selling": "clear",
        "gathering": "clear",
        "transport": "severe",
        "weight": "most",
    }
    contexts.assess_context(
        place, instrument=instrument, answers=answered(instrument, chosen), judged="significant", by=by, at=at - 20 * DAY
    )  # fmt: skip
